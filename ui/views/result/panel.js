import { html, nothing } from "lit";
import { act, read } from "../../app/act.js";
import { begin, begun, done } from "../../app/begun.js";
import { Element } from "../../app/element.js";
import { catchFocus } from "../../app/focus.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { state as saving } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { wayBack } from "../../app/way-back.js";
import { commands } from "../../host/commands.js";
import { toast } from "../../elements/toast.js";
import { markName, markShape } from "../../elements/mark-shape.js";
import { marksGiven } from "./marks.js";

/** @typedef {import("../../host/bindings.d.ts").ResultShown} ResultShown */

/**
 * What is looked at or settled in one place: where a number comes from, the mark that is agreed on, a bidder left out.
 * The form shows what is recorded; what is being written stays until it is recorded or given up, also while the place is left.
 */
class ResultPanel extends Element {
  static properties = { result: { attribute: false }, place: { attribute: false }, procurement: {} };

  constructor() {
    super();
    /** @type {ResultShown | null} */
    this.result = null;
    /** @type {{ bidder: string, criterion?: string, kind: "number" | "bidder" } | null} */
    this.place = null;
    this.procurement = "";
    /** @type {import("../../host/bindings.d.ts").OpenedNumber | null} */
    this.opened = null;
    this.mark = "";
    this.reason = "";
    /** @type {Set<string>} */
    this.by = new Set();
    /** What was recorded when the form was last filled. */
    this.recorded = "";
    /** What was agreed on is being taken back, and its button goes with it. */
    this.removing = false;
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("saving", () => this.requestUpdate());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("place")) this.opened = null;
    const recorded = this.#recorded();
    if (changed.has("place") || recorded !== this.recorded) this.#fill();
    this.recorded = recorded;
    if ((changed.has("place") || changed.has("result")) && this.place?.kind === "number") void this.#open();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("place") && this.place) this.querySelector("h2")?.focus();
    if (this.removing && !this.#cell().cell?.agreed) {
      this.removing = false;
      catchFocus(this.querySelector("h2"));
    }
  }

  #cell() {
    const { result, place } = this;
    const criterion = result?.criteria.find((one) => one.id === place?.criterion);
    const at = result?.bidders.findIndex((one) => one.id === place?.bidder) ?? -1;
    return { criterion, bidder: result?.bidders[at], cell: criterion?.cells[at] };
  }

  /** What the form belongs to. */
  get #form() {
    const { place } = this;
    return place ? `result ${place.kind} ${place.criterion ?? ""} ${place.bidder}` : "";
  }

  /** What is recorded of what the form settles. */
  #recorded() {
    const { bidder, cell } = this.#cell();
    const agreed = cell?.agreed;
    return JSON.stringify(this.place?.kind === "bidder" ? bidder?.excluded : agreed && [agreed.mark, agreed.reason, agreed.by]) ?? "";
  }

  #fill() {
    const agreed = this.#cell().cell?.agreed;
    const recorded = { mark: agreed?.mark ?? "", reason: agreed?.reason ?? "", by: agreed ? agreed.by : (this.result?.evaluators ?? []).map((one) => one.name) };
    const { mark, reason, by } = begun(this.#form) ?? recorded;
    this.mark = mark;
    this.reason = reason;
    this.by = new Set(by);
  }

  #typed() {
    const { bidder, criterion } = this.#cell();
    const of = { title: criterion?.title ?? "", bidder: bidder?.short ?? "" };
    const name = criterion ? t("agree-title", of) : `${t("exclude-reason")}: ${of.bidder}`;
    begin(this.#form, { mark: this.mark, reason: this.reason, by: [...this.by] }, name, [this.reason]);
    this.requestUpdate();
  }

  #giveUp() {
    done(this.#form);
    this.#fill();
    this.requestUpdate();
    void this.updateComplete.then(() => catchFocus(this.querySelector("h2")));
  }

  #cancel() {
    return begun(this.#form) && !this.#locked ? html`<button class="link" type="button" @click=${() => this.#giveUp()}>${t("cancel")}</button>` : nothing;
  }

  async #open() {
    const { place } = this;
    if (!place) return;
    this.turn += 1;
    const turn = this.turn;
    const opened = await read(() => commands.result_open({ procurement: this.procurement, bidder: place.bidder, ...(place.criterion ? { criterion: place.criterion } : {}) }));
    if (turn !== this.turn) return;
    this.opened = opened ?? null;
    this.requestUpdate();
  }

  /** @param {{ bidder: string, criterion?: string, kind: string } | null} place */
  #to(place) {
    this.dispatchEvent(new CustomEvent("place", { detail: place, bubbles: true }));
  }

  async #agree() {
    const { place } = this;
    if (!place?.criterion) return;
    const { bidder, criterion } = place;
    const form = this.#form;
    if ((await act(() => commands.consensus_set({ procurement: this.procurement, criterion, bidder, mark: this.mark, reason: this.reason, agreed_by: [...this.by] }))) === undefined) return;
    done(form);
    this.requestUpdate();
  }

  async #disagree() {
    const { place } = this;
    const { criterion } = this.#cell();
    if (!place?.criterion || !criterion) return;
    const form = this.#form;
    const removed = await act(() => commands.consensus_remove({ procurement: this.procurement, criterion: criterion.id, bidder: place.bidder }));
    if (!removed) return;
    done(form);
    this.removing = true;
    this.requestUpdate();
    toast({ text: t("agree-removed", { title: criterion.title }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
  }

  render() {
    if (!this.place || !this.result) return nothing;
    return this.place.kind === "bidder" ? this.#bidder() : this.#number();
  }

  /** @param {unknown} title @param {unknown} inner */
  #frame(title, inner) {
    return html`<section class="panel" aria-labelledby="panel-title" @keydown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && !composing(event)) this.#to(null);
    }}>
      <div class="panel-head"><h2 id="panel-title" tabindex="-1">${title}</h2><button class="tool" type="button" @click=${() => this.#to(null)}>${t("result-close")}</button></div>
      ${inner}</section>`;
  }

  #number() {
    const { criterion, cell, bidder } = this.#cell();
    const opened = this.opened;
    return this.#frame(opened ? say(opened.title) : "", html`<div class="panel-cols">
      <ol class="steps-of">${(opened?.steps ?? []).map((step) => html`<li>${step.criterion && step.criterion !== criterion?.id
        ? html`<button class="link" type="button" @click=${() => this.#to({ bidder: bidder?.id ?? "", criterion: step.criterion ?? undefined, kind: "number" })}>${say(step.text)}</button>`
        : say(step.text)}${step.estimate_of ? this.#lines(step.estimate_of) : nothing}${step.note ? html`<span class="s">${step.note}</span>` : nothing}</li>`)}</ol>
      ${criterion?.marked && cell && bidder ? this.#agreement(criterion, cell, bidder) : nothing}</div>`);
  }

  get #locked() {
    return saving().kind === "read-only" || Boolean(this.result?.decided);
  }

  /** @param {string} bidder whose estimate lines add up to the price */
  #lines(bidder) {
    const name = this.result?.bidders.find((one) => one.id === bidder)?.short ?? "";
    return html` <a href="#/p/${this.procurement}/proposals/${bidder}/estimate">${t("opened-estimate", { name })}</a>`;
  }

  /**
   * @param {import("../../host/bindings.d.ts").ResultCriterion} criterion
   * @param {import("../../host/bindings.d.ts").ResultCell} cell
   * @param {import("../../host/bindings.d.ts").ResultBidder} bidder
   */
  #agreement(criterion, cell, bidder) {
    const locked = this.#locked;
    const { evaluators } = this.result ?? { evaluators: [] };
    return html`<form class="agree" @submit=${(/** @type {Event} */ event) => { event.preventDefault(); void this.#agree(); }}>
      <h3>${t("agree-title", { title: criterion.title, bidder: bidder.short })}</h3>
      <p class="s">${t(this.result?.decided ? "result-decided" : "agree-lead", wayBack(this.result))}</p>
      <p>${t("agree-own")} ${marksGiven(cell, criterion, evaluators)}</p>
      ${cell.agreed?.own ? html`<p class="s">${t("agree-difference", { own: cell.agreed.own, difference: cell.agreed.difference ?? "" })}</p>` : nothing}
      <fieldset ?disabled=${locked}><legend class="lab">${t("agree-mark")}</legend>
        ${criterion.marks.length
          ? criterion.marks.map((mark) => html`<label class="opt"><input type="radio" name="agreed-mark" value=${mark} .checked=${this.mark === mark} @change=${() => { this.mark = mark; this.#typed(); }}>${markShape(mark)}<span class="vh">${markName(mark)}</span></label>`)
          : html`<input type="text" aria-label=${t("agree-mark")} .value=${this.mark} @input=${(/** @type {any} */ event) => { this.mark = event.target.value; this.#typed(); }}>`}</fieldset>
      <label class="lab" for="agree-reason">${t("agree-reason")}</label>
      <textarea id="agree-reason" rows="3" ?disabled=${locked} .value=${this.reason} @input=${(/** @type {any} */ event) => { this.reason = event.target.value; this.#typed(); }}></textarea>
      <fieldset ?disabled=${locked}><legend class="lab">${t("agree-by")}</legend>
        ${evaluators.map((one) => html`<label class="opt"><input type="checkbox" .checked=${this.by.has(one.name)} @change=${(/** @type {any} */ event) => { if (event.target.checked) this.by.add(one.name); else this.by.delete(one.name); this.#typed(); }}>${one.name}</label>`)}</fieldset>
      <div class="does"><button class="btn" type="submit" ?disabled=${locked}>${t("agree-save")}</button>
        ${cell.agreed ? html`<button class="link" type="button" ?disabled=${locked} @click=${() => this.#disagree()}>${t("agree-remove")}</button>` : nothing}${this.#cancel()}</div>
    </form>`;
  }

  #bidder() {
    const { bidder } = this.#cell();
    if (!bidder) return nothing;
    const locked = this.#locked;
    const run = async () => {
      const args = { procurement: this.procurement, bidder: bidder.id, reason: this.reason };
      const form = this.#form;
      if (!(await act(() => (bidder.excluded ? commands.exclusion_lift(args) : commands.exclusion_add(args))))) return;
      done(form);
      if (form === this.#form) this.#fill();
      this.requestUpdate();
    };
    return this.#frame(bidder.name, html`
      <p>${bidder.price === null ? t("result-price-none") : t("result-price", { price: bidder.price.toLocaleString("en-US") })}</p>
      ${bidder.decisions.map((one) => html`<p class="s">${say(one)}</p>`)}
      <form class="agree" @submit=${(/** @type {Event} */ event) => { event.preventDefault(); void run(); }}>
        <p class="s">${t(this.result?.decided ? "result-decided" : "exclude-lead", wayBack(this.result))}</p>
        <label class="lab" for="exclude-reason">${bidder.excluded ? t("lift-reason") : t("exclude-reason")}</label>
        <textarea id="exclude-reason" rows="2" ?disabled=${locked} .value=${this.reason} @input=${(/** @type {any} */ event) => { this.reason = event.target.value; this.#typed(); }}></textarea>
        <div class="does"><button class="btn" type="submit" ?disabled=${locked}>${bidder.excluded ? t("lift-do") : t("exclude-do")}</button>${this.#cancel()}</div>
      </form>`);
  }
}

customElements.define("result-panel", ResultPanel);
