import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act } from "../../app/act.js";
import { begin, begun, done } from "../../app/begun.js";
import { Element } from "../../app/element.js";
import { t } from "../../app/l10n.js";
import { state } from "../../app/saving.js";

/** @typedef {import("../../host/bindings.d.ts").SheetView} SheetView */

/** The form of an evaluator's statement, by which what she began in it is kept. @param {string} evaluator */
const formOf = (evaluator) => `statement ${evaluator}`;

/** Gives up what she began to state. @param {string} evaluator */
export const dropStatement = (evaluator) => done(formOf(evaluator));

/** What stands in a field. @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement | HTMLTextAreaElement} */ (event.target).value;

/** The statement of conflicts of interest: the first step of every sheet. */
class SheetStatement extends Element {
  static properties = { sheet: { attribute: false } };

  constructor() {
    super();
    /** @type {SheetView} */
    this.sheet = /** @type {any} */ (null);
    /** @type {boolean | null} */
    this.conflict = null;
    /** The bidders that are named, with what each is to her. @type {Map<string, string>} */
    this.named = new Map();
    this.note = "";
    /** Why it takes the place of the one there is. */
    this.reason = "";
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    const { evaluator } = this.sheet;
    if (!changed.has("sheet") || changed.get("sheet")?.evaluator === evaluator) return;
    const { conflict, named, note, reason } = begun(formOf(evaluator)) ?? { conflict: null, named: [], note: "", reason: "" };
    Object.assign(this, { conflict, named: new Map(named), note, reason });
  }

  /** What is typed stays begun until it is signed or given up. @param {{ conflict?: boolean, note?: string, reason?: string }} [typed] */
  #typed(typed = {}) {
    Object.assign(this, typed);
    begin(formOf(this.sheet.evaluator), { conflict: this.conflict, named: [...this.named], note: this.note, reason: this.reason }, t("statement-title"), [...this.named.values(), this.note, this.reason]);
    this.requestUpdate();
  }

  async #sign() {
    const { evaluator } = this.sheet;
    const bidders = this.sheet.bidders.filter(({ id }) => this.named.has(id)).map(({ id }) => ({ bidder: id, what: this.named.get(id) ?? "" }));
    const conflict = this.conflict === true;
    const reason = this.sheet.statement ? { reason: this.reason } : {};
    if (!(await act(() => commands.conflict_sign({ evaluator, conflict, note: conflict ? this.note : "", bidders: conflict ? bidders : [], ...reason })))) return;
    dropStatement(evaluator);
    this.dispatchEvent(new CustomEvent("signed"));
  }

  /** @param {string} id @param {boolean} is */
  #name(id, is) {
    if (is) this.named.set(id, "");
    else this.named.delete(id);
    this.#typed();
  }

  render() {
    const locked = this.sheet.decided || state().kind === "read-only";
    const { name, bidders, statement } = this.sheet;
    const choice = (/** @type {boolean} */ value, /** @type {string} */ id) => html`<label class="opt"><input type="radio" name="conflict" .checked=${this.conflict === value} ?disabled=${locked} @change=${() => this.#typed({ conflict: value })}>${t(id)}</label>`;
    return html`<section class="statement" aria-labelledby="h-statement">
      <h2 id="h-statement" tabindex="-1">${t("statement-title")}</h2>
      <p class="lead">${statement ? t("statement-anew-lead", { name, at: statement.at }) : t("statement-lead", { name })}</p>
      ${bidders.length ? html`<p class="who">${t("statement-bidders")} ${bidders.map((bidder) => bidder.name).join(t("list-comma"))}</p>` : nothing}
      <fieldset><legend class="vh">${t("statement-title")}</legend>
        ${choice(false, "statement-none")} ${choice(true, "statement-some")}
      </fieldset>
      ${this.conflict
        ? html`<div class="ties">
            ${bidders.map((bidder) => html`<div class="tie"><label class="opt"><input type="checkbox" .checked=${this.named.has(bidder.id)} ?disabled=${locked} @change=${(/** @type {Event} */ event) => this.#name(bidder.id, /** @type {HTMLInputElement} */ (event.target).checked)}>${bidder.name}</label>
              ${this.named.has(bidder.id) ? html`<input type="text" id="tie-${bidder.id}" aria-label="${t("statement-what")}: ${bidder.name}" placeholder=${t("statement-what")} autocomplete="off" .value=${this.named.get(bidder.id) ?? ""} @input=${(/** @type {Event} */ event) => { this.named.set(bidder.id, valueOf(event)); this.#typed(); }}>` : nothing}</div>`)}
            <label class="lab" for="tie-note">${t("statement-note")}</label>
            <textarea id="tie-note" rows="2" .value=${this.note} @input=${(/** @type {Event} */ event) => this.#typed({ note: valueOf(event) })}></textarea>
            <p class="s">${t("statement-then")}</p>
          </div>`
        : nothing}
      ${statement
        ? html`<label class="lab" for="anew-reason">${t("statement-anew-reason")}</label>
            <input type="text" id="anew-reason" autocomplete="off" .value=${this.reason} ?disabled=${locked} @input=${(/** @type {Event} */ event) => this.#typed({ reason: valueOf(event) })}>`
        : nothing}
      <p class="tools"><button class="btn go" type="button" ?disabled=${locked || this.conflict === null || Boolean(statement && !this.reason.trim())} @click=${() => this.#sign()}>${t("statement-sign")}</button><span class="s">${t("statement-kept")}</span></p>
    </section>`;
  }
}
customElements.define("sheet-statement", SheetStatement);

/**
 * The bidders a statement names, with what is ruled on each: she steps aside, or judges for a reason.
 * @param {SheetView} sheet @param {boolean} locked @param {() => void} ruled called once a ruling is recorded
 */
export function rulings(sheet, locked, ruled) {
  const named = sheet.statement?.named ?? [];
  const over = sheet.handed_in.length > 0;
  if (!named.length || (over && named.every((one) => one.ruling === "aside"))) return nothing;
  const rule = async (/** @type {Event} */ event, /** @type {string} */ id, /** @type {"aside" | "allowed"} */ ruling) => {
    const line = /** @type {HTMLElement} */ (event.target).closest(".ruling");
    const reason = /** @type {HTMLInputElement | null} */ (line?.querySelector("input"))?.value ?? "";
    if ((await act(() => commands.conflict_rule({ id, ruling, reason }))) !== undefined) ruled();
  };
  return html`<div class="rulings" role="group" aria-label=${t("rulings-label")}>${named.map((one) => html`<div class="notice ruling ${one.ruling ? "" : "badrow"}">
    <p class="grow"><b>${one.name}</b> ${one.what} ${one.ruling ? html`<span class="ink2">${t(`ruling-${one.ruling}`)}${one.reason ? html`${t("ruling-because", { reason: one.reason })}` : nothing}</span>` : html`<span class="shu">${t("ruling-open")}</span>`}</p>
    ${over || locked
      ? nothing
      : html`${one.ruling === "allowed" ? nothing : html`<input type="text" aria-label="${t("ruling-reason")}: ${one.name}" placeholder=${t("ruling-reason")} .value=${one.reason} autocomplete="off">
            <button class="btn small" type="button" @click=${(/** @type {Event} */ event) => rule(event, one.id, "allowed")}>${t("ruling-allow")}</button>`}
          ${one.ruling === "aside" ? nothing : html`<button class="btn small" type="button" @click=${(/** @type {Event} */ event) => rule(event, one.id, "aside")}>${t("ruling-step-aside")}</button>`}`}
  </div>`)}</div>`;
}
