import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { t } from "../../app/l10n.js";
import { state } from "../../app/saving.js";

/** @typedef {import("../../host/bindings.d.ts").SheetView} SheetView */

/** The statement of conflicts of interest: the first step of every sheet. */
class SheetStatement extends Element {
  static properties = { sheet: { attribute: false }, conflict: { state: true }, named: { state: true }, reason: { state: true } };

  constructor() {
    super();
    /** @type {SheetView} */
    this.sheet = /** @type {any} */ (null);
    /** @type {boolean | null} */
    this.conflict = null;
    /** The bidders that are named. @type {Set<string>} */
    this.named = new Set();
    /** Why it takes the place of the one there is. */
    this.reason = "";
  }

  async #sign() {
    const { evaluator } = this.sheet;
    const value = (/** @type {string} */ css) => /** @type {HTMLInputElement | null} */ (this.querySelector(css))?.value ?? "";
    const bidders = this.sheet.bidders.filter(({ id }) => this.named.has(id)).map(({ id }) => ({ bidder: id, what: value(`[id="tie-${id}"]`) }));
    const conflict = this.conflict === true;
    const reason = this.sheet.statement ? { reason: this.reason } : {};
    const done = await act(() => commands.conflict_sign({ evaluator, conflict, note: conflict ? value("#tie-note") : "", bidders: conflict ? bidders : [], ...reason }));
    if (done) this.dispatchEvent(new CustomEvent("signed"));
  }

  /** @param {string} id @param {boolean} is */
  #name(id, is) {
    const named = new Set(this.named);
    if (is) named.add(id);
    else named.delete(id);
    this.named = named;
  }

  render() {
    const locked = this.sheet.decided || state().kind === "read-only";
    const { name, bidders, statement } = this.sheet;
    const choice = (/** @type {boolean} */ value, /** @type {string} */ id) => html`<label class="opt"><input type="radio" name="conflict" .checked=${this.conflict === value} ?disabled=${locked} @change=${() => { this.conflict = value; }}>${t(id)}</label>`;
    return html`<section class="statement" aria-labelledby="h-statement">
      <h2 id="h-statement">${t("statement-title")}</h2>
      <p class="lead">${statement ? t("statement-anew-lead", { name, at: statement.at }) : t("statement-lead", { name })}</p>
      ${bidders.length ? html`<p class="who">${t("statement-bidders")} ${bidders.map((bidder) => bidder.name).join(t("list-comma"))}</p>` : nothing}
      <fieldset><legend class="vh">${t("statement-title")}</legend>
        ${choice(false, "statement-none")} ${choice(true, "statement-some")}
      </fieldset>
      ${this.conflict
        ? html`<div class="ties">
            ${bidders.map((bidder) => html`<div class="tie"><label class="opt"><input type="checkbox" .checked=${this.named.has(bidder.id)} ?disabled=${locked} @change=${(/** @type {Event} */ event) => this.#name(bidder.id, /** @type {HTMLInputElement} */ (event.target).checked)}>${bidder.name}</label>
              ${this.named.has(bidder.id) ? html`<input type="text" id="tie-${bidder.id}" aria-label="${t("statement-what")}: ${bidder.name}" placeholder=${t("statement-what")} autocomplete="off">` : nothing}</div>`)}
            <label class="lab" for="tie-note">${t("statement-note")}</label>
            <textarea id="tie-note" rows="2"></textarea>
            <p class="s">${t("statement-then")}</p>
          </div>`
        : nothing}
      ${statement
        ? html`<label class="lab" for="anew-reason">${t("statement-anew-reason")}</label>
            <input type="text" id="anew-reason" autocomplete="off" .value=${this.reason} ?disabled=${locked} @input=${(/** @type {Event} */ event) => { this.reason = /** @type {HTMLInputElement} */ (event.target).value; }}>`
        : nothing}
      <p class="tools"><button class="btn go" type="button" ?disabled=${locked || this.conflict === null || Boolean(statement && !this.reason.trim())} @click=${() => this.#sign()}>${t("statement-sign")}</button><span class="s">${t("statement-kept")}</span></p>
    </section>`;
  }
}
customElements.define("sheet-statement", SheetStatement);

/**
 * The bidders a statement names, with what is ruled on each: she steps aside, or judges for a reason.
 * @param {SheetView} sheet @param {boolean} locked
 */
export function rulings(sheet, locked) {
  const named = sheet.statement?.named ?? [];
  const over = sheet.handed_in.length > 0;
  if (!named.length || (over && named.every((one) => one.ruling === "aside"))) return nothing;
  const rule = (/** @type {Event} */ event, /** @type {string} */ id, /** @type {"aside" | "allowed"} */ ruling) => {
    const line = /** @type {HTMLElement} */ (event.target).closest(".ruling");
    const reason = /** @type {HTMLInputElement | null} */ (line?.querySelector("input"))?.value ?? "";
    void act(() => commands.conflict_rule({ id, ruling, reason }));
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
