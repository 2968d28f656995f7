import { html, nothing } from "lit";
import "./view.css";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { has, say, t } from "../../app/l10n.js";
import { go } from "../../app/router.js";
import { isReadOnly } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { emptyState } from "../../elements/empty-state.js";
import { moreIcon } from "../../elements/icons.js";
import { openMenu } from "../../elements/menu/menu.js";
import { picture } from "../../elements/picture.js";
import { removedToast } from "../../elements/toast.js";
import "../../elements/edit-field.js";
import "./new-procurement.js";
import { home } from "./ahead.js";
import { wayPicture } from "./way.js";

/** @typedef {import("../../host/bindings.d.ts").HomeRow} HomeRow */
/** @typedef {import("../../host/bindings.d.ts").Due} Due */

const GROUPS = ["late", "today", "week", "later"];

/** So many dates are shown; the rest waits behind a button. What is late and what is due today or this week is always shown. */
const NEAREST = 12;

/** Every procurement with its way, its next date and what is missing; what is due in all of them. */
class HomeView extends Element {
  static properties = { params: { attribute: false }, home: { state: true }, renaming: { state: true }, wholeDue: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {import("../../host/bindings.d.ts").Home | undefined} */
    this.home = undefined;
    /** @type {string | null} */
    this.renaming = null;
    this.wholeDue = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  async load() {
    const shown = await read(home);
    if (shown) this.home = shown;
  }

  get making() {
    return location.hash.startsWith("#/new") && !isReadOnly();
  }

  render() {
    const home = this.home;
    if (!home) return nothing;
    const running = home.procurements.filter((row) => !row.archived);
    const archived = home.procurements.filter((row) => row.archived);
    const count = (/** @type {string} */ group) => home.due.filter((due) => due.group === group).length;
    return html`<div class="head">
        <h1>${home.today_text}</h1>
        ${running.length
          ? html`<p>${t("home-late")} <b class=${count("late") ? "shu" : ""}>${t("count-matters", { count: count("late") })}</b>　${t("home-today")} <b>${t("count-matters", { count: count("today") })}</b>　${t("home-week")} <b>${t("count-matters", { count: count("week") })}</b></p>`
          : nothing}
        ${this.making || !running.length || isReadOnly() ? nothing : html`<div class="end"><a class="btn" href="#/outlines">${t("home-from-outline")}</a><a class="btn go" href="#/new">${t("new-procurement")}</a></div>`}
      </div>
      ${this.making ? html`<new-procurement .from=${this.params.from ?? ""} .earlier=${home.procurements}></new-procurement>` : nothing}
      ${running.length || this.making || archived.length ? nothing : this.#empty()}
      ${running.length || archived.length
        ? html`<div class="two">
            <div class="left">
              <section aria-labelledby="h-cases">
                <div class="sh"><h2 id="h-cases">${t("procurements")}</h2><span class="s">${t("home-counts", { running: running.length, archived: archived.length })}</span></div>
                <ul class="cases">
                  ${running.map((row) => this.#row(row))}
                </ul>
                ${archived.length
                  ? html`<details class="archived"><summary>${t("home-archived", { count: archived.length })}</summary><ul class="cases">${archived.map((row) => this.#row(row))}</ul></details>`
                  : nothing}
              </section>
              ${home.weeks
                ? html`<section class="weeks" aria-labelledby="h-weeks"><div class="sh"><h2 id="h-weeks">${t("weeks-title")}</h2><span class="s">${t("weeks-key")}</span></div>
                    <div class="wide" tabindex="0" role="group" aria-labelledby="h-weeks">${picture(home.weeks.svg, home.weeks.alt)}</div></section>`
                : nothing}
            </div>
            ${this.#due(home)}
          </div>`
        : nothing}`;
  }

  #empty() {
    return emptyState({
      text: t("empty-home"),
      actions: isReadOnly() ? undefined : html`<a class="btn go" href="#/new">${t("new-procurement")}</a>
        <button class="btn" type="button" @click=${() => this.#sample("sample", "facts/basics")}>${t("open-sample")}</button>
        <button class="btn" type="button" @click=${() => this.#sample("sample-decided", "result")}>${t("open-sample-decided")}</button>`,
      note: t("empty-home-note"),
    });
  }

  /** @param {string} from @param {string} view */
  async #sample(from, view) {
    const made = await act(() => commands.procurement_create({ title: "", from }));
    if (made) go(`p/${made.id}/${view}`);
  }

  /** @param {HomeRow} row */
  #row(row) {
    const { next } = row;
    return html`<li class=${row.is_sample ? "sample" : ""}>
      <div class="a">
        ${this.renaming === row.id
          ? html`<h3><edit-field class="cell" .value=${row.title} .label=${t("procurement-title")} .save=${(/** @type {string} */ title) => commands.procurement_rename({ id: row.id, title })}
              @leave-row=${() => (this.renaming = null)} @focusout=${() => (this.renaming = null)}></edit-field></h3>`
          : html`<h3><a href="#/p/${row.id}/facts/basics">${row.title}</a>${row.is_sample ? html` <span class="mark">${t("sample-badge")}</span>` : nothing}</h3>`}
        <p class="way2">${wayPicture(row.way)}<span>${say(row.stage)}</span></p>
        ${row.document_number ? html`<p class="s">${row.document_number}</p>` : nothing}
      </div>
      <div class="b">${next ? html`<p class="d">${next.at_text}</p><p class="s"><span>${say(next.label)}</span>${next.days === null || next.days === undefined ? nothing : html`<span class="nw">${t("days-left", { days: next.days })}</span>`}</p>` : html`<p class="s">${t("no-next-date")}</p>`}</div>
      <div class="c">
        ${row.missing.length
          ? html`<ul>${gathered(row.missing).map(({ first, more }) => html`<li><b class=${first.severe ? "" : "q"}>${missingWord(first.kind)}</b><span>${say(first.text)}${more ? html` <span class="s nw">${t("missing-others", { count: more })}</span>` : nothing}</span></li>`)}</ul>`
          : html`<p class="s">${t("nothing-missing")}</p>`}
        ${row.is_sample && !isReadOnly() ? html`<p><button class="link" type="button" @click=${() => this.#remove(row)}>${t("remove-sample")}</button></p>` : nothing}
      </div>
      ${isReadOnly() ? nothing : html`<button class="tool icon" type="button" aria-haspopup="listbox" aria-label=${t("more-actions", { what: row.title })} title=${t("more")} @click=${(/** @type {Event} */ event) => this.#menu(event, row)}>${moreIcon}</button>`}
    </li>`;
  }

  /** @param {Event} event @param {HomeRow} row */
  #menu(event, row) {
    const items = [
      { label: t("rename"), run: () => void this.#rename(row) },
      { label: t("procurement-copy"), run: () => go(`new/${encodeURIComponent(`procurement:${row.id}`)}`) },
      { label: row.archived ? t("procurement-unarchive") : t("procurement-archive"), run: () => void act(() => commands.procurement_archive({ id: row.id, archived: !row.archived })) },
      { label: t("delete"), bad: true, run: () => void this.#remove(row) },
    ];
    openMenu(/** @type {HTMLElement} */ (event.currentTarget), { label: t("more-actions", { what: row.title }), groups: [{ items }] });
  }

  /** @param {HomeRow} row */
  async #rename(row) {
    this.renaming = row.id;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(".cases edit-field"))?.focus();
  }

  /** @param {HomeRow} row */
  async #remove(row) {
    const done = await act(() => commands.procurement_remove({ id: row.id }));
    if (done !== undefined) removedToast(row.title, undo);
  }

  /** @param {import("../../host/bindings.d.ts").Home} home */
  #due(home) {
    const near = home.due.filter(({ group }, at) => group !== "later" || at < NEAREST);
    const shown = this.wholeDue ? home.due : near;
    const more = home.due.length - shown.length;
    return html`<section class="due" aria-labelledby="h-due">
      <div class="sh"><h2 id="h-due">${t("due-title")}</h2><span class="s">${t("due-all")}</span></div>
      ${home.due.length
        ? GROUPS.map((group) => {
            const list = shown.filter((due) => due.group === group);
            if (!list.length) return nothing;
            return html`<h3 class=${group === "late" ? "late" : ""}>${t(`due-${group}`)}</h3>
              <ul>${list.map((due) => html`<li><span class="d">${due.at_text}</span><span class="t"><a href="#/p/${due.procurement}/${due.step === "questions" ? "questions" : due.step === "decision" ? "approval" : "facts/schedule"}">${say(due.label)}</a>${due.note && due.group !== "late" ? html`<span class="ink2 aside">${say(due.note)}</span>` : nothing}<small>${due.title}${due.note && due.group === "late" ? html`<b class="shu">${say(due.note)}</b>` : nothing}</small></span></li>`)}</ul>`;
          })
        : html`<p class="s none">${t("due-none")}</p>`}
      ${more ? html`<p class="rest-of"><button class="link" type="button" @click=${() => { this.wholeDue = true; }}>${t("due-more", { count: more })}</button></p>` : nothing}
    </section>`;
  }
}
customElements.define("view-home", HomeView);

/**
 * What is missing, one line a kind: the gravest of it, and how many more there are.
 * @param {HomeRow["missing"]} missing
 */
function gathered(missing) {
  /** @type {Map<string, { first: HomeRow["missing"][number], more: number }>} */
  const kinds = new Map();
  for (const one of missing) {
    const kind = kinds.get(one.kind);
    if (!kind) kinds.set(one.kind, { first: one, more: 0 });
    else {
      kind.more += 1;
      if (one.severe && !kind.first.severe) kind.first = one;
    }
  }
  return [...kinds.values()];
}

/** @param {string} kind */
const missingWord = (kind) => (has(`lacking-${kind}`) ? t(`lacking-${kind}`) : t("lacking-other"));
