import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { commands } from "../../host/commands.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { t } from "../../app/l10n.js";
import { reasoned } from "../../app/reason.js";
import { writing } from "../../app/saving.js";
import { closeIcon } from "../../elements/icons.js";
import "../../elements/edit-field.js";
import { begun, graded, isComplete, ruled, schemeJson, unused } from "./scheme.js";

/** @typedef {import("../../host/bindings.d.ts").Criterion} Criterion */
/** @typedef {import("../../host/bindings.d.ts").SchemeView} SchemeView */

const KINDS = ["relative", "grades", "points", "pass-fail", "price"];
const RULES = ["lowest-over-bid", "under-ceiling", "linear", "steps"];

/** @param {string} id */
const choice = (id) => ({ id, args: {} });

/** How one criterion is judged: the scheme with its parts, and with how few points a bidder is out. */
class SchemeEditor extends Element {
  static properties = { procurement: {}, criterion: { attribute: false }, locked: { type: Boolean }, fixed: { type: Boolean }, frozen: { type: Boolean }, asked: { state: true } };

  constructor() {
    super();
    this.procurement = "";
    /** @type {Criterion} */
    this.criterion = /** @type {any} */ (null);
    this.locked = false;
    /** A sheet has been handed in: how it is marked stands. */
    this.fixed = false;
    /** A change is kept for its reason. */
    this.frozen = false;
    /** A formula that is not whole yet: it is kept here until its last amount is typed. @type {SchemeView | null} */
    this.asked = null;
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    const before = changed.get("criterion") ?? this.criterion;
    if (before.id !== this.criterion.id || this.asked?.kind !== this.criterion.scheme.kind) this.asked = null;
  }

  /** @param {string} field @param {string} value */
  #set(field, value) {
    return reasoned(this.procurement, (given) => commands.criterion_set({ id: this.criterion.id, field, value, ...given }));
  }

  /** @param {Partial<SchemeView>} part */
  async #scheme(part) {
    const next = { ...(this.asked ?? this.criterion.scheme), ...part };
    const whole = isComplete(next);
    if (this.asked || !whole) this.asked = next;
    if (!whole) return undefined;
    const reply = await this.#set("scheme", schemeJson(next));
    this.asked = null;
    return reply;
  }

  /** @param {string} kind @param {SchemeView} scheme */
  async #kind(kind, scheme) {
    this.asked = null;
    return this.#set("scheme", schemeJson(begun(kind, scheme, [1, 2, 3, 4, 5].map((n) => t(`grade-anchor-${n}`)))));
  }

  /** A change of a button or a list. @param {() => Promise<any>} work */
  async #do(work) {
    try {
      await writing(work);
    } catch (failure) {
      if (/** @type {any} */ (failure)?.code !== "reason-needed") report(failure);
      this.requestUpdate();
    }
  }

  render() {
    const { criterion, locked, fixed } = this;
    const { scheme } = criterion;
    const off = locked || fixed;
    const row = (/** @type {string} */ label, /** @type {unknown} */ control, /** @type {string} */ note = "") => html`<div class="frow"><span class="lab">${t(label)}</span><div class="ctl">${control}${note ? html`<p class="note">${note}</p>` : nothing}</div></div>`;
    return html`<section class="scheme" aria-labelledby="h-scheme">
      <h2 id="h-scheme">${criterion.title}</h2>
      ${fixed ? html`<p class="s">${t("scheme-fixed")}</p>` : nothing}
      ${row("column-criterion-scheme", html`<select aria-label=${t("column-criterion-scheme")} ?disabled=${off} @change=${(/** @type {Event} */ event) => this.#do(() => this.#kind(/** @type {HTMLSelectElement} */ (event.target).value, scheme))}>
        ${KINDS.map((kind) => html`<option value=${kind} .selected=${live(kind === scheme.kind)}>${t(`scheme-kind-${kind}`)}</option>`)}</select>`, t(scheme.divides ? "scheme-divisor" : `scheme-about-${scheme.kind}`))}
      ${scheme.kind === "grades" ? this.#grades(scheme, off) : nothing}
      ${scheme.kind === "points" ? row("scheme-greatest", html`<edit-field kind="int" .value=${scheme.greatest} .label=${t("scheme-greatest")} .locked=${off} .leaving=${this.frozen} .save=${(/** @type {string} */ greatest) => this.#scheme({ greatest })}></edit-field>`) : nothing}
      ${scheme.kind === "price" && !scheme.divides ? this.#price(this.asked ?? scheme, off, row) : nothing}
      ${scheme.kind === "pass-fail" || scheme.divides ? nothing : row("column-criterion-minimum", html`<edit-field kind="int" .value=${criterion.minimum} .label=${t("column-criterion-minimum")} .locked=${locked} .leaving=${this.frozen} .save=${(/** @type {string} */ value) => this.#set("minimum", value)}></edit-field><span>%</span>`, t("scheme-minimum-note"))}
      ${scheme.kind === "price" || scheme.kind === "pass-fail" ? nothing : row("column-criterion-follows-price", html`<label class="opt"><input type="checkbox" .checked=${live(criterion.follows_price)} ?disabled=${locked} @change=${(/** @type {Event} */ event) => this.#do(() => this.#set("follows_price", String(/** @type {HTMLInputElement} */ (event.target).checked)))}>${t("scheme-follows")}</label>`)}
    </section>`;
  }

  /** @param {SchemeView} scheme @param {boolean} off */
  #grades(scheme, off) {
    const grades = scheme.grades;
    const put = (/** @type {number} */ at, /** @type {any} */ part) => this.#scheme({ grades: grades.map((grade, n) => (n === at ? { ...grade, ...part } : grade)) });
    const less = (/** @type {number} */ at) => this.#do(() => this.#scheme({ grades: grades.filter((_, n) => n !== at) }));
    const more = () => this.#do(() => this.#scheme({ grades: graded(grades) }));
    return html`<table class="reg edit steps-table"><thead><tr><th scope="col" class="c-mark">${t("grade-mark")}</th><th scope="col" class="c-share">${t("grade-share")}</th><th scope="col">${t("grade-anchor")}</th><th scope="col" class="c-less"><span class="vh">${t("actions-column")}</span></th></tr></thead>
      <tbody>${grades.map((grade, at) => html`<tr>
        <td><edit-field class="cell" .value=${grade.mark} .label="${t("grade-mark")} ${at + 1}" .locked=${off} .leaving=${this.frozen} .save=${(/** @type {string} */ mark) => put(at, { mark })}></edit-field></td>
        <td><edit-field class="cell" kind="int" .value=${grade.share} .label="${t("grade-share")} ${at + 1}" .locked=${off} .leaving=${this.frozen} .save=${(/** @type {string} */ share) => put(at, { share })}></edit-field></td>
        <td><edit-field class="cell" kind="line" .value=${grade.anchor} .label="${t("grade-anchor")} ${at + 1}" .locked=${off} .leaving=${this.frozen} .save=${(/** @type {string} */ anchor) => put(at, { anchor })}></edit-field></td>
        <td>${off ? nothing : html`<button class="tool icon" type="button" ?disabled=${grades.length <= 2} aria-label="${t("delete")}: ${grade.mark}" @click=${() => less(at)}>${closeIcon}</button>`}</td></tr>`)}</tbody></table>
      ${off ? nothing : html`<p class="s">${t("grade-share-hint")}</p>`}
      ${off || grades.length >= 9 ? nothing : html`<p class="tools"><button class="btn small" type="button" @click=${more}>${t("grade-add")}</button></p>`}`;
  }

  /** @param {SchemeView} scheme @param {boolean} off @param {(label: string, control: unknown, note?: string) => unknown} row */
  #price(scheme, off, row) {
    const steps = scheme.steps;
    const put = (/** @type {number} */ at, /** @type {any} */ part) => this.#scheme({ steps: steps.map((step, n) => (n === at ? { ...step, ...part } : step)) });
    return html`${row("formula-rule", html`<select aria-label=${t("formula-rule")} ?disabled=${off} @change=${(/** @type {Event} */ event) => this.#do(() => this.#scheme(ruled(/** @type {HTMLSelectElement} */ (event.target).value, scheme)))}>
        ${RULES.map((rule) => html`<option value=${rule} .selected=${live(rule === scheme.rule)}>${t(`formula-name-${rule}`)}</option>`)}</select>`, this.asked ? t(unused(this.asked, this.criterion.scheme)) : "")}
      ${scheme.rule === "under-ceiling" ? row("formula-ceiling", html`<edit-field kind="int" class="amount" .value=${scheme.ceiling} .label=${t("formula-ceiling")} .locked=${off} .leaving=${this.frozen} .save=${(/** @type {string} */ ceiling) => this.#scheme({ ceiling })}></edit-field>`) : nothing}
      ${scheme.rule === "steps" ? html`<table class="reg edit steps-table"><thead><tr><th scope="col">${t("formula-upto")}</th><th scope="col" class="c-share">${t("formula-share")}</th><th scope="col" class="c-less"><span class="vh">${t("actions-column")}</span></th></tr></thead>
        <tbody>${steps.map((step, at) => html`<tr>
          <td><edit-field class="cell" kind="int" .value=${step.upto} .label="${t("formula-upto")} ${at + 1}" .locked=${off} .leaving=${this.frozen} .save=${(/** @type {string} */ upto) => put(at, { upto })}></edit-field></td>
          <td><edit-field class="cell" kind="int" .value=${step.share} .label="${t("formula-share")} ${at + 1}" .locked=${off} .leaving=${this.frozen} .save=${(/** @type {string} */ share) => put(at, { share })}></edit-field></td>
          <td>${off ? nothing : html`<button class="tool icon" type="button" ?disabled=${steps.length <= 1} aria-label="${t("delete")}: ${step.upto}" @click=${() => this.#do(() => this.#scheme({ steps: steps.filter((_, n) => n !== at) }))}>${closeIcon}</button>`}</td></tr>`)}</tbody></table>
        ${off ? nothing : html`<p class="tools"><button class="btn small" type="button" @click=${() => this.#do(() => this.#scheme({ steps: [...steps, { upto: "", share: "" }] }))}>${t("formula-step-add")}</button></p>`}` : nothing}
      ${row("formula-places", html`<edit-field kind="choice" .value=${String(scheme.places)} .choices=${[0, 1, 2, 3].map((n) => ({ value: String(n), label: { id: "places-count", args: { count: String(n) } } }))} .label=${t("formula-places")} .locked=${off} .save=${(/** @type {string} */ places) => this.#scheme({ places: Number(places) })}></edit-field>
        <edit-field kind="choice" .value=${scheme.rounding} .choices=${["half-up", "cut"].map((mode) => ({ value: mode, label: choice(`value-judging-rounding-${mode}`) }))} .label=${t("column-judging-rounding")} .locked=${off} .save=${(/** @type {any} */ rounding) => this.#scheme({ rounding })}></edit-field>`)}`;
  }
}
customElements.define("scheme-editor", SchemeEditor);
