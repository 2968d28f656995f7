import { html, nothing, render } from "lit";
import { openKeys } from "../elements/keys-box.js";
import { openPalette } from "../elements/palette-box.js";
import { failureNotice } from "../elements/failure.js";
import { downIcon, findIcon, redoIcon, stateGlyph, undoIcon } from "../elements/icons.js";
import { phrased } from "../elements/phrased.js";
import { toast, toastRegion } from "../elements/toast.js";
import "../elements/work-progress/work-progress.js";
import { openSwitcher } from "../elements/switcher.js";
import { hear } from "./bus.js";
import { clock } from "./dates.js";
import { lines, sentence } from "./errors.js";
import { settle, shown } from "./failures.js";
import { lang, say, t } from "./l10n.js";
import { openProcurement, procurement } from "./procurement.js";
import { beforeLeave, route } from "./router.js";
import { flushAll, state as saving } from "./saving.js";
import { redo, scopeUndo, undo, undoSteps } from "./undo.js";
import { copyElsewhere } from "./copy.js";
import { viewNamed } from "./views.js";

/** The window around the screens: rail, top bar, the place of the screen, and what floats above. */

const body = document.body;
/** @type {any} */
let failure = null;
/** @type {HTMLElement | null} */
let screen = null;
let screenKey = "";
let opening = 0;
/** Which opening the screen that stands came from. */
let stands = 0;
/** @type {string} */
let holder = "";

const place = document.createElement("div");
place.className = "place";

/** @param {string} id */
const at = (id) => (id ? `#/p/${id}` : "#/");

const STEPS = [
  { step: "facts", title: "rail-facts", path: "facts/basics", views: ["facts"], children: [] },
  { step: "vendors", title: "rail-vendors", path: "vendors", views: ["vendors"], children: [{ title: "view-hearings", path: "hearings", view: "hearings" }] },
  {
    step: "rfp", title: "rail-rfp", path: "rfp", views: ["rfp"],
    children: [{ title: "view-requirements", path: "requirements", view: "requirements" }, { title: "view-releases", path: "releases", view: "releases" }],
  },
  {
    step: "questions", title: "rail-questions", path: "questions", views: ["questions"],
    children: [{ title: "view-question-import", path: "question-import", view: "question-import" }],
  },
  { step: "distribution", title: "view-distribution", path: "distribution", views: ["distribution"], children: [] },
  {
    step: "proposals", title: "rail-proposals", path: "proposals", views: ["proposals"],
    children: [{ title: "view-comparison", path: "comparison", view: "comparison" }],
  },
  { step: "evaluation", title: "rail-evaluation", path: "sheets", views: ["sheets"], children: [{ title: "view-criteria", path: "criteria", view: "criteria" }] },
  {
    step: "decision", title: "rail-decision", path: "result", views: ["result"],
    children: [{ title: "view-discussion", path: "discussion", view: "discussion" }, { title: "view-approval", path: "approval", view: "approval" }, { title: "view-notices", path: "notices", view: "notices" }],
  },
];

function rail() {
  const { name, params } = route();
  const open = procurement();
  const current = (/** @type {boolean} */ is) => (is ? "page" : nothing);
  if (!params.procurement) {
    return html`<nav class="rail" aria-label=${t("app-name")}>
      <a class="home" href="#/"><b>${t("app-name")}</b> ${lang() === "ja" ? "Sentei" : nothing}</a>
      <div class="rest top-rest">
        <a href="#/" aria-current=${current(name === "home" || name === "new")}>${t("view-home")}</a>
        <a href="#/directory" aria-current=${current(name.startsWith("directory"))}>${t("view-directory")}</a>
        <a href="#/estimates" aria-current=${current(name === "estimates")}>${t("view-estimates")}</a>
        <a href="#/outlines" aria-current=${current(name === "outlines")}>${t("view-outlines")}</a>
        <a href="#/letters" aria-current=${current(name === "letters")}>${t("view-letters")}</a>
      </div>
      ${rest(name)}
    </nav>`;
  }
  return html`<nav class="rail" aria-label=${t("rail-label")}>
    <a class="home" href="#/">${lang() === "ja" ? html`<b>${t("app-name")}</b> ` : nothing}${t("view-home")}</a>
    <div class="case">
      <button type="button" aria-haspopup="dialog" title=${t("switch-procurement")} @click=${(/** @type {Event} */ event) => openSwitcher(/** @type {HTMLElement} */ (event.currentTarget))}>
        <span class="case-name phrased" title=${open?.title ?? ""}>${phrased(open?.title ?? "")}</span>${downIcon}
      </button>
      ${open ? html`<p class="s">${open.document_number} ${open.is_sample ? html`<span class="mark">${t("sample-badge")}</span>` : nothing}${open.archived ? html`<span class="mark">${t("archived-badge")}</span>` : nothing}</p>` : nothing}
    </div>
    <ol class="way">
      ${STEPS.map(({ step, title, path, views: own, children }) => {
        const state = open?.way.find((one) => one.step === step);
        const shape = state?.state ?? "none";
        const here = own.includes(name) || children.some(({ view }) => view === name);
        return html`<li class=${shape === "none" ? "idle" : ""}>
            <a href="${at(params.procurement)}/${path}" aria-current=${current(own.includes(name))}>
              ${stateGlyph(shape)}<span>${t(title)}<span class="vh">${t("state-aside", { state: t(`rail-state-${shape}`) })}</span></span>
              ${state?.figure ? html`<span class="n ${shape === "attention" ? "shu" : ""}">${say(state.figure)}</span>` : nothing}
            </a>
          </li>
          ${children.map((child) => html`<li class="sub ${here ? "" : "away"}"><a href="${at(params.procurement)}/${child.path}" aria-current=${current(child.view === name)}><span class="g"></span><span>${t(child.title)}</span></a></li>`)}`;
      })}
    </ol>
    ${rest(name)}
  </nav>`;
}

/** @param {string} name */
const rest = (name) => html`<div class="rest">
  <a href=${route().params.procurement ? `#/p/${route().params.procurement}/history` : "#/history"} aria-current=${name.endsWith("history") ? "page" : nothing}>${t("rail-history")}</a>
  <a href="#/settings" aria-current=${name === "settings" ? "page" : nothing}>${t("rail-settings")}</a>
  <button type="button" aria-haspopup="dialog" @click=${openKeys}>${t("show-keys")}</button>
</div>`;

function top() {
  const { name, params } = route();
  const open = params.procurement ? procurement() : null;
  const title = t(viewNamed(name)?.title ?? "view-home");
  const { undo: back, redo: again } = undoSteps();
  const state = saving();
  const locked = state.kind === "read-only";
  return html`<header class="top">
    <nav class="where" aria-label=${t("where-label")}>
      ${open ? html`<span title=${open.title}>${open.title}</span><i aria-hidden="true">›</i>` : nothing}<span>${title}</span>
    </nav>
    <div class="steps">
      <button class="tool" type="button" ?disabled=${!back || locked} aria-label=${back ? t("undo-named", { what: say(back) }) : t("undo")}
        title=${back ? t("undo-named", { what: say(back) }) : t("undo")} @click=${undo}>${undoIcon}<span class="clip">${back ? say(back) : t("undo")}</span></button>
      <button class="tool" type="button" ?disabled=${!again || locked} aria-label=${again ? t("redo-named", { what: say(again) }) : t("redo")}
        title=${again ? t("redo-named", { what: say(again) }) : t("redo")} @click=${redo}>${redoIcon}<span class="clip">${again ? say(again) : t("redo")}</span></button>
    </div>
    <span class="saved ${state.kind === "failed" ? "bad" : ""}" role="status">${savedWords(state)}</span>
    <button class="find" type="button" aria-haspopup="dialog" title=${t("palette-placeholder")} @click=${openPalette}>${findIcon}<span>${t("palette-label")}</span><kbd>Ctrl K</kbd></button>
  </header>`;
}

/** @param {import("./saving.js").State} state */
function savedWords(state) {
  if (state.kind === "failed") return t("save-failed");
  if (state.kind === "read-only") return t("read-only");
  if (state.kind === "saving") return t("saving");
  return state.at ? t("saved-at", { time: clock(state.at) }) : "";
}

function bars() {
  const state = saving();
  return html`${state.kind === "failed"
    ? html`<div class="notice badrow" role="alert">
        <p class="grow"><b class="shu">${t("save-failed-bar")}</b> ${t("save-kept", { count: state.kept.length, names: state.kept.map(({ name }) => name).join(t("list-comma")) })} <span class="ink2">${lines(state.failure).todo}</span></p>
        <button class="link" type="button" @click=${() => copyElsewhere(saving().kept)}>${t("save-copy-elsewhere")}</button>
        <button class="btn small" type="button" @click=${() => flushAll()}>${t("save-again")}</button>
      </div>`
    : nothing}
  ${state.kind === "read-only" ? html`<div class="notice" role="status"><p class="grow">${holder === "—" ? t("error-locked-unnamed") : holder ? t("error-locked", { holder }) : t("error-read-only")}</p></div>` : nothing}
  ${failure ? failureNotice(failure, () => settle(shown())) : nothing}`;
}

function draw() {
  render(
    html`<a class="skip" href="#main" @click=${(/** @type {Event} */ event) => { event.preventDefault(); body.querySelector("main")?.focus(); }}>${t("skip-to-main")}</a>
      ${rail()} ${top()}
      <main id="main" tabindex="-1"><div class="bars">${bars()}<work-progress></work-progress></div>${place}</main>
      ${toastRegion()}`,
    body,
  );
  const open = route().params.procurement ? procurement() : null;
  const title = t(viewNamed(route().name)?.title ?? "view-home");
  const named = [title, open?.title, t("app-name")].filter(Boolean).join(" — ");
  // The shell is told of every title, also of the same.
  if (document.title !== named) document.title = named;
}

/** Milliseconds after which a new screen and a new size stand. */
const STANDS = 300;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let painting;

/** WebKitGTK sometimes leaves a part of the rail unpainted after a change, until something invalidates it: this does, unseen. */
function paintAgain() {
  clearTimeout(painting);
  painting = setTimeout(() => body.classList.toggle("again"), STANDS);
}

async function show() {
  const { name, params } = route();
  const view = viewNamed(name);
  if (!view) return;
  const key = `${name} ${params.procurement ?? ""}`;
  if (key === screenKey && screen) {
    if (opening !== stands) {
      // Back before the other screen stood: that one is not shown any more.
      opening += 1;
      stands = opening;
      await Promise.all([openProcurement(params.procurement), scopeUndo(params.procurement)]);
    }
    /** @type {any} */ (screen).params = params;
    draw();
    return;
  }
  opening += 1;
  const turn = opening;
  draw();
  // A screen does not wait for the words on two buttons.
  void scopeUndo(params.procurement);
  await Promise.all([view.load(), openProcurement(params.procurement)]);
  if (turn !== opening) return;
  const first = !screen;
  const next = document.createElement(view.tag);
  next.className = `view ${name}`;
  /** @type {any} */ (next).params = params;
  place.replaceChildren(next);
  screen = next;
  screenKey = key;
  stands = turn;
  draw();
  paintAgain();
  if (!first) body.querySelector("main")?.focus({ preventScroll: true });
}

/**
 * Draws the window and follows what happens.
 * @param {string | null} heldBy who has the library open elsewhere
 */
export function startFrame(heldBy) {
  holder = heldBy ?? "";
  body.classList.add("app");
  for (const name of ["procurement", "undo", "saving", "language"]) hear(name, draw);
  // What failed stays behind with its screen; what is refused on leaving comes after and is still said.
  beforeLeave(async () => settle(shown()));
  hear("navigated", () => void show());
  hear("route", draw);
  addEventListener("resize", paintAgain);
  hear("failure", (what) => {
    // What a person stopped is no failure.
    if (what?.code === "stopped") return toast({ text: sentence(what) });
    failure = what;
    draw();
  });
  draw();
}
