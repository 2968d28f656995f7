import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { commands } from "../../host/commands.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { t } from "../../app/l10n.js";
import { reasoned } from "../../app/reason.js";
import { writing } from "../../app/saving.js";
import { closeIcon, downArrow, upArrow } from "../../elements/icons.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").JudgingView} JudgingView */

/** The rules of judging, each said again in plain words beside. */
class RulesForm extends Element {
  static properties = { procurement: {}, judging: { attribute: false }, locked: { type: Boolean }, frozen: { type: Boolean } };

  constructor() {
    super();
    this.procurement = "";
    /** @type {JudgingView} */
    this.judging = /** @type {any} */ (null);
    this.locked = false;
    /** A change is kept for its reason. */
    this.frozen = false;
  }

  /** @param {string} field @param {string} value */
  #set(field, value) {
    return reasoned(this.procurement, (given) => commands.judging_set({ procurement: this.procurement, field, value, ...given }));
  }

  /** @param {string} field @param {string} value */
  async #put(field, value) {
    try {
      await writing(() => this.#set(field, value));
    } catch (failure) {
      if (/** @type {any} */ (failure)?.code !== "reason-needed") report(failure);
      this.requestUpdate();
    }
  }

  /** @param {string[]} values */
  #ties = (values) => this.#put("ties", `[${values.join(",")}]`);

  /** @param {string} field @param {string} kind @param {string} value @param {Record<string, any>} [more] */
  #field(field, kind, value, more = {}) {
    return html`<edit-field .kind=${kind} .value=${value} .label=${more.label ?? t(`column-judging-${field.replace("_", "-")}`)} .choices=${more.choices ?? []} .placeholder=${more.placeholder ?? ""} .keep="${this.procurement} judging ${field}" .locked=${this.locked} .leaving=${this.frozen} .save=${(/** @type {string} */ typed) => this.#set(field, typed)}></edit-field>`;
  }

  render() {
    const it = this.judging;
    const row = (/** @type {string} */ label, /** @type {string} */ kind, /** @type {unknown} */ control) => html`<div class="frow kind-${kind}"><span class="lab">${t(label)}</span><div class="ctl">${control}</div></div>`;
    const choices = (/** @type {string} */ column, /** @type {string[]} */ values) => values.map((value) => ({ value, label: { id: `value-judging-${column}-${value}`, args: {} } }));
    return html`<div class="rules">
      <div class="rules-fields">
        ${row("column-judging-marks", "marks", html`${["good", "fair", "poor"].map((mark, at) => html`<label><span aria-hidden="true">${"○△×"[at]}</span>${this.#field(mark, "int", /** @type {any} */ (it)[mark], { label: t(`mark-said-${mark}`) })}</label>`)}`)}
        ${row("column-judging-pooling", "choice", this.#field("pooling", "choice", it.pooling, { choices: choices("pooling", ["mean", "sum"]) }))}
        ${row("rules-totalling", "pair", html`<select aria-label=${t("rules-totalling")} ?disabled=${this.locked} @change=${(/** @type {Event} */ event) => this.#put("division", /** @type {HTMLSelectElement} */ (event.target).value)}>
            <option value="" .selected=${live(!it.division)}>${t("rules-additive")}</option><option value=${it.division || "10000"} .selected=${live(Boolean(it.division))}>${t("rules-division")}</option></select>
          ${it.division ? html`${this.#field("division", "int", it.division)}<span>${t("rules-division-unit")}</span>` : nothing}`)}
        ${row("column-judging-places", "pair", html`${this.#field("places", "choice", it.places, { choices: [0, 1, 2, 3, 4].map((n) => ({ value: String(n), label: { id: "places-count", args: { count: String(n) } } })) })}
          ${this.#field("rounding", "choice", it.rounding, { choices: choices("rounding", ["half-up", "cut"]) })}`)}
        ${row("column-judging-minimum", "int", html`${this.#field("minimum", "int", it.minimum)}<span>%</span>`)}
        ${row("column-judging-ties", "list", this.#order(it))}
        ${row("column-judging-tax", "pair", html`${this.#field("tax", "choice", it.tax, { choices: choices("tax", ["excluded", "included"]) })}<label class="rate">${t("rules-tax-rate")}${this.#field("tax_rate", "int", it.tax_rate)}<span>%</span></label>`)}
        ${row("column-judging-term-months", "int", html`${this.#field("term_months", "int", it.term_months, { placeholder: String(it.months) })}<span>${it.contract_months === null ? t("rules-months-usual", { months: it.usual_months }) : t("rules-months-note", { months: it.contract_months })}</span>`)}
        ${row("column-judging-price-closed", "flag", html`<label class="opt"><input type="checkbox" .checked=${live(it.price_closed)} ?disabled=${this.locked || it.judged} @change=${(/** @type {Event} */ event) => this.#put("price_closed", String(/** @type {HTMLInputElement} */ (event.target).checked))}>${t("rules-close-price")}</label>`)}
        ${row("column-judging-due", "moment", html`${this.#field("due", "moment", it.due, { placeholder: t("rules-due-example") })}<span class="reads">${it.due_text}</span>`)}
      </div>
      <aside class="rules-words" aria-labelledby="h-words"><h3 id="h-words">${t("rules-words")}</h3><ul>${it.sentences.map((one) => html`<li>${one}</li>`)}</ul></aside>
    </div>`;
  }

  /** @param {JudgingView} it */
  #order(it) {
    const values = it.ties.map(({ value }) => value);
    const swap = (/** @type {number} */ at, /** @type {number} */ by) => {
      const next = [...values];
      [next[at], next[at + by]] = [next[at + by], next[at]];
      void this.#ties(next);
    };
    return html`<ol class="ties">${it.ties.map((one, at) => html`<li><span>${at + 1}. ${one.text}</span>${this.locked ? nothing : html`<span class="acts">
          <button class="tool icon" type="button" ?disabled=${at === 0} aria-label="${t("move-up")}: ${one.text}" @click=${() => swap(at, -1)}>${upArrow}</button>
          <button class="tool icon" type="button" ?disabled=${at === values.length - 1} aria-label="${t("move-down")}: ${one.text}" @click=${() => swap(at, 1)}>${downArrow}</button>
          <button class="tool icon" type="button" aria-label="${t("delete")}: ${one.text}" @click=${() => this.#ties(values.filter((_, n) => n !== at))}>${closeIcon}</button></span>`}</li>`)}</ol>
      ${this.locked || !it.more_ties.length ? nothing : html`<select aria-label=${t("rules-tie-add")} @change=${(/** @type {Event} */ event) => {
        const list = /** @type {HTMLSelectElement} */ (event.target);
        if (list.value) void this.#ties([...values, list.value]);
        list.value = "";
      }}><option value="">${t("rules-tie-add")}</option>${it.more_ties.map((one) => html`<option value=${one.value}>${one.text}</option>`)}</select>`}`;
  }
}
customElements.define("rules-form", RulesForm);
