import { html, nothing } from "lit";
import "./view.css";
import { read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { commands } from "../../host/commands.js";
import { emptyState } from "../../elements/empty-state.js";
import { picture } from "../../elements/picture.js";
import { statusWord } from "../vendors/status.js";
import { isMany, matrix } from "./matrix.js";
import "./panel.js";
import { openReport } from "./report.js";
import { departed, hasMarksInRow, standing, stateWord } from "./standing.js";

/** @typedef {import("../../host/bindings.d.ts").ResultShown} ResultShown */
/** @typedef {import("../../host/bindings.d.ts").ResultOddity} ResultOddity */

/** Statuses by which a bidder leaves after it has proposed. */
const GONE = ["withdrawn", "disqualified"];
/** Kinds of records whose change may say so. */
const LEAVING = new Set(["bidder", "bidder_step", "vendor"]);
/** Oddities that are shown before the rest is asked for. */
const FEW = 6;

/** The result: who is first and by how much, what it is made of, what stands out, and how firm it is. */
class ResultView extends Element {
  static properties = { params: { attribute: false } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {ResultShown | null} */
    this.result = null;
    /** Bidders that have left. @type {import("../../host/bindings.d.ts").Bidder[]} */
    this.left = [];
    /** Bidders in the order their columns stand in, and in that of their ranks. @type {string[]} */
    this.order = [];
    /** @type {string[]} */
    this.ranked = [];
    /** @type {Set<string>} */
    this.opened = new Set();
    /** @type {{ bidder: string, criterion?: string, kind: "number" | "bidder" } | null} */
    this.place = null;
    this.all = false;
    /** @type {import("../../host/bindings.d.ts").FirmnessShown | null} */
    this.firmness = null;
    /** The result has changed since. */
    this.stale = false;
    this.working = false;
    this.turn = 0;
    /** The whole each part belongs to, once all have been read. @type {Map<string, string> | null} */
    this.wholes = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", (change) => {
      if (change.procurement && change.procurement !== this.params.procurement) return;
      if (!change.kinds || change.kinds.includes("criterion")) this.wholes = null;
      void this.load();
      if (!change.kinds || change.kinds.some((/** @type {string} */ kind) => LEAVING.has(kind))) void this.#leave();
    });
    this.hear("language", () => {
      void this.load().then(() => (this.firmness ? this.#examine() : undefined));
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("params")) return;
    this.firmness = null;
    this.wholes = null;
    this.order = [];
    void this.load();
    void this.#leave();
  }

  /** Reads who has left. A mark changes nothing in it. */
  async #leave() {
    const { procurement } = this.params;
    const all = await read(() => commands.bidder_list({ procurement }));
    if (!all || procurement !== this.params.procurement) return;
    this.left = all.bidders.filter((one) => GONE.includes(one.status));
    this.requestUpdate();
  }

  /** Who has left: apart from those that do not stand in the result, those that do as it was decided. @param {ResultShown} result */
  #departed(result) {
    const line = (/** @type {string} */ id, /** @type {import("../../host/bindings.d.ts").Bidder[]} */ those) =>
      those.length ? html`<p class="s key">${t(id, { names: those.map((one) => t("result-left-one", { name: one.name, status: statusWord(one.status) })).join(t("list-comma")) })}</p>` : nothing;
    const { gone, since } = departed(this.left, result);
    return html`${line("result-left", gone)}${line("result-left-since", since)}`;
  }

  updated() {
    // No column of a bidder is narrower than its points. Written anew, it would have everything below styled again.
    const count = String(this.result?.bidders.length ?? 0);
    if (this.style.getPropertyValue("--bidders") !== count) this.style.setProperty("--bidders", count);
  }

  /** Criteria whose parts are on the screen: of the others none are read, but the first time. */
  get #open() {
    const at = this.place?.criterion ? this.wholes?.get(this.place.criterion) : undefined;
    return this.wholes ? { open: [...new Set([...this.opened, ...(at ? [at] : [])])] } : {};
  }

  async load() {
    this.turn += 1;
    const turn = this.turn;
    const { procurement } = this.params;
    const result = await read(() => commands.result_get({ procurement, ...this.#open, ...(this.all ? {} : { oddities: FEW }) }));
    if (turn !== this.turn || !result) return;
    const first = !this.result;
    this.wholes ??= new Map(result.criteria.flatMap((one) => (one.parent ? [/** @type {const} */ ([one.id, one.parent])] : [])));
    this.stale = Boolean(this.firmness);
    this.ranked = result.bidders.map((one) => one.id);
    this.result = standing(result, this.order);
    this.order = this.result.bidders.map((one) => one.id);
    if (first) {
      // Where marks are opposed is what has to be talked about: it stands open.
      const opposed = result.criteria.filter((one) => one.cells.some((cell) => cell.opposed && !cell.agreed));
      for (const { id } of opposed.slice(0, 3)) this.#unfold(id);
    }
    this.requestUpdate();
  }

  /** @param {string} id a criterion whose whole is unfolded */
  #unfold(id) {
    const whole = this.wholes?.get(id);
    if (whole) this.opened.add(whole);
  }

  /** @param {{ bidder: string, criterion?: string, kind: "number" | "bidder" } | null} place */
  async #go(place) {
    if (place?.criterion) {
      this.#unfold(place.criterion);
      if (!this.result?.criteria.some((one) => one.id === place.criterion)) await this.load();
    }
    this.place = place;
    this.requestUpdate();
  }

  /** @param {string} id */
  async #toggle(id) {
    if (!this.opened.delete(id)) {
      this.opened.add(id);
      if (!this.result?.criteria.some((one) => one.parent === id)) await this.load();
    }
    this.requestUpdate();
  }

  render() {
    const { result } = this;
    if (!result) return html`<div class="head"><h1>${t("view-result")}</h1></div>`;
    if (result.state === "empty")
      return html`<div class="head"><h1>${t("view-result")}</h1></div>
        ${emptyState({ text: t("result-empty"), actions: html`<a class="btn" href="#/p/${this.params.procurement}/sheets">${t("result-to-sheets")}</a>` })}`;
    const how = {
      opened: this.opened,
      at: this.place?.criterion ? `${this.place.criterion} ${this.place.bidder}` : "",
      toggle: (/** @type {string} */ id) => void this.#toggle(id),
      open: (/** @type {string} */ bidder, /** @type {string | undefined} */ criterion) => void this.#go({ bidder, ...(criterion ? { criterion } : {}), kind: "number" }),
      who: (/** @type {string} */ bidder) => void this.#go({ bidder, kind: "bidder" }),
    };
    return html`<div class="head"><h1>${t("view-result")}</h1><p>${t(stateWord(result))}</p>${this.acts()}</div>
      <div class="cols ${isMany(result) ? "many" : ""}">
        <section class="left" aria-labelledby="result-title">
          <p class="verdict">${this.verdict(result)}</p>
          ${result.state === "provisional" ? html`<p class="lacking"><b>${t("result-provisional")}</b> ${result.missing.map((one) => html`<span class="w">${say(one)}</span> `)}</p>` : nothing}
          <h2 class="vh" id="result-title">${t("result-table")}</h2>
          ${matrix(result, how)}
          ${this.#departed(result)}
          <p class="s key">${result.method.map((one) => html`${say(one)} `)} ${hasMarksInRow(result, this.opened) ? t("result-order-of-marks", { names: result.evaluators.map((one) => one.name).join(t("list-comma")) }) : nothing}${this.reorder()}</p>
          <result-panel .result=${result} .place=${this.place} .procurement=${this.params.procurement} @place=${(/** @type {CustomEvent} */ event) => void this.#go(event.detail)}></result-panel>
          <div class="pair">${this.odd(result)}
            ${result.lead ? html`<section aria-labelledby="lead-title"><h2 id="lead-title">${t("result-lead")}</h2>${picture(result.lead.svg, result.lead.alt)}<p class="s">${t("result-lead-note")}</p></section>` : nothing}</div>
        </section>
        ${this.firm()}
      </div>`;
  }

  /** Columns that stand as they stood when the ranks were others, and how they come into order. */
  reorder() {
    if (this.order.join() === this.ranked.join()) return nothing;
    const sort = () => {
      this.order = this.ranked;
      void this.load();
    };
    return html` ${t("result-columns-stay")} <button class="link" type="button" @click=${sort}>${t("result-columns-sort")}</button>`;
  }

  acts() {
    return html`<div class="end"><button class="btn go" type="button" aria-haspopup="dialog" @click=${() => openReport(this.params.procurement)}>${t("result-report")}</button></div>`;
  }

  async #examine() {
    this.working = true;
    this.requestUpdate();
    const firmness = await read(() => commands.firmness_get({ procurement: this.params.procurement }));
    this.working = false;
    if (firmness) {
      this.firmness = firmness;
      this.stale = false;
    }
    this.requestUpdate();
  }

  firm() {
    const { firmness } = this;
    const title = html`<h2 id="firm-title">${t("firm-title")}</h2>`;
    if (this.result?.state === "nobody") return html`<aside class="firm" aria-labelledby="firm-title">${title}<section class="whole"><p>${t("firm-nobody")}</p></section></aside>`;
    const button = html`<button class="btn" type="button" ?disabled=${this.working} @click=${() => this.#examine()}>${t("firm-make")}</button>`;
    if (!firmness) return html`<aside class="firm" aria-labelledby="firm-title">${title}<section class="whole"><p>${t("firm-lead")}</p>${button}</section></aside>`;
    const joint = t("lang-space");
    return html`<aside class="firm" aria-labelledby="firm-title">${title}
      ${this.stale ? html`<section class="whole"><p>${t("firm-stale")}</p>${button}</section>` : nothing}
      ${firmness.flip ? html`<section><h3>${t("firm-weights")}</h3><p>${say(firmness.flip)}</p>${picture(firmness.flips.svg, firmness.flips.alt)}<p class="s">${t("firm-key")}</p>${this.places(firmness)}</section>` : nothing}
      <section><h3>${t("firm-uniform")}</h3>${picture(firmness.uniform.svg, firmness.uniform.alt)}<h3>${t("firm-near")}</h3>${picture(firmness.near.svg, firmness.near.alt)}</section>
      <section><h3>${t("firm-cases")}</h3>${firmness.without.length ? html`<p>${firmness.without.map(say).join(joint)}</p>` : nothing}${firmness.leads ? picture(firmness.leads.svg, firmness.leads.alt) : nothing}
        ${firmness.cases.length ? html`<details><summary>${t("firm-rankings")}</summary><ul>${firmness.cases.map(ranked)}</ul></details>` : nothing}</section>
      ${firmness.rules.length ? html`<section><h3>${t("firm-rules")}</h3><ul>${firmness.rules.map(ranked)}</ul></section>` : nothing}
      <section class="whole"><h3>${t("firm-paragraph")}</h3><p class="paragraph">${firmness.paragraph.map(say).join(joint)}</p></section></aside>`;
  }

  /** The places themselves, of the criteria and of the parts of each. @param {import("../../host/bindings.d.ts").FirmnessShown} firmness */
  places({ weights }) {
    const list = (/** @type {typeof weights} */ those) => html`<ul>${those.map((one) => html`<li>${t("firm-part", { title: one.title, weight: one.weight })} <b>${turn(one)}</b></li>`)}</ul>`;
    const under = (/** @type {string | null} */ id) => weights.filter((one) => one.parent === id);
    return html`<details><summary>${t("firm-places")}</summary>${list(under(null))}</details>
      ${under(null).filter((one) => under(one.id).length).map((whole) => html`<details><summary>${t("result-parts", { title: whole.title })}</summary>${list(under(whole.id))}</details>`)}`;
  }

  /** The names in it are what people look for. @param {ResultShown} result */
  verdict(result) {
    const words = say(result.verdict);
    const names = Object.entries(result.verdict.args).filter(([key, value]) => ["first", "second", "lead"].includes(key) && value).map(([, value]) => value);
    const parts = names.reduce((pieces, name) => pieces.flatMap((piece) => (typeof piece === "string" ? cut(piece, name) : [piece])), /** @type {(string | { bold: string })[]} */ ([words]));
    return parts.map((part) => (typeof part === "string" ? part : html`<b>${part.bold}</b>`));
  }

  /** @param {ResultShown} result */
  odd(result) {
    const more = () => {
      this.all = !this.all;
      void this.load();
    };
    return html`<section aria-labelledby="odd-title"><h2 id="odd-title">${t("result-odd")}</h2>
      ${result.oddities.length ? html`<ol class="odd">${result.oddities.map((one) => html`<li class=${one.settled ? "settled" : ""}><b>${one.kind in CHANGES ? t(CHANGES[one.kind]) : one.head}</b> ${say(one.text)} ${this.step(one)}</li>`)}</ol>` : html`<p class="s">${t("result-odd-none")}</p>`}
      ${result.odd > FEW ? html`<button class="link" type="button" aria-expanded=${this.all ? "true" : "false"} @click=${more}>${this.all ? t("result-odd-few") : t("result-odd-all", { count: result.odd })}</button>` : nothing}</section>`;
  }

  /** @param {ResultOddity} one */
  step(one) {
    if (!one.criterion) return nothing;
    const bidder = one.bidder ?? this.result?.bidders[0]?.id;
    if (!bidder) return nothing;
    const go = () => void this.#go({ bidder, criterion: one.criterion ?? undefined, kind: "number" });
    return html`<button class="link" type="button" @click=${go}>${one.kind === "opposed" && !one.settled ? t("result-odd-agree") : t("result-odd-show")}</button>`;
  }
}

/** What stands over a change, by what changed. @type {Record<string, string>} */
const CHANGES = { changed: "result-odd-changed-head", assigned: "result-odd-assigned-head", opened: "result-odd-opened-head" };

/** What is otherwise, and how the bidders stand then. @param {import("../../host/bindings.d.ts").FirmnessCase} one */
const ranked = (one) => html`<li class=${one.changes ? "shu" : ""}>${say(one.what)} <b>${one.ranking.map((rank) => html`<span class="w">${say(rank)}</span> `)}</b></li>`;

/** Where a weight turns the result, and what is so then. @param {import("../../host/bindings.d.ts").FirmnessWeight} one */
const turn = ({ at, other, place }) => (at === null ? t("firm-never") : t("firm-at-place", { weight: at, name: other ?? t("firm-rank-none"), place }));

/** A text with one name in it set apart. @param {string} text @param {string} name @returns {(string | { bold: string })[]} */
function cut(text, name) {
  const at = text.indexOf(name);
  return at < 0 ? [text] : [text.slice(0, at), { bold: name }, text.slice(at + name.length)];
}

customElements.define("view-result", ResultView);
