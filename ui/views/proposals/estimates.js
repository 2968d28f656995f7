import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { commands } from "../../host/commands.js";
import { act } from "../../app/act.js";
import { begin, begun, done } from "../../app/begun.js";
import { Element } from "../../app/element.js";
import { sentence } from "../../app/errors.js";
import { catchFocus } from "../../app/focus.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { writing } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { removedToast } from "../../elements/toast.js";
import "../../elements/edit-field.js";
import "../../elements/edit-table.js";
import "./import.js";
import { closedNote } from "./open-prices.js";

/** @typedef {import("../../host/bindings.d.ts").Estimate} Estimate */

const choice = (/** @type {string} */ column) => (/** @type {string} */ value) => ({ value, label: { id: `value-estimate-line-${column}-${value}`, args: {} } });
const KINDS = ["one-off", "monthly", "unit"].map(choice("kind"));
const TAXES = ["excluded", "included", "exempt"].map(choice("tax"));
const money = (/** @type {string} */ amount) => (amount ? t("money", { amount }) : "");

/** Only what is paid monthly has months. @param {Estimate["lines"][0]} line */
const noMonth = (line) => (line.kind === "monthly" ? nothing : html`<span class="s" title=${t("estimate-line-no-months")}><span aria-hidden="true">–</span><span class="vh">${t("estimate-line-no-months")}</span></span>`);

/** An amount in which months after the term are not counted, with a word about it; nothing where there are none. @param {Estimate["lines"][0]} line */
const withinTerm = (line) => (line.beyond ? html`${line.amount}<span class="s beyond">${t("estimate-line-beyond")}</span>` : nothing);

/** The estimates of a proposal: the one that holds in a table, how its total came about, and those before. */
class ProposalEstimates extends Element {
  static properties = { view: { attribute: false }, locked: { type: Boolean }, revising: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {import("../../host/bindings.d.ts").Proposal} */
    this.view = /** @type {any} */ (undefined);
    this.locked = false;
    /** The reason of a later estimate while it is typed. @type {string | null} */
    this.revising = null;
    /** @type {any} */
    this.failure = null;
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    const before = changed.get("view");
    if (before && before.id !== this.view.id) this.revising = this.failure = null;
  }

  /** Names the form of a later estimate. */
  get #form() {
    return `estimate ${this.view.id}`;
  }

  #open() {
    this.revising = begun(this.#form) ?? "";
    void this.updateComplete.then(() => catchFocus(this.querySelector("#revise-reason")));
  }

  #shut() {
    this.revising = null;
    this.failure = null;
    void this.updateComplete.then(() => catchFocus(this.querySelector("#estimate-revise")));
  }

  /** @param {Estimate} estimate */
  #ops(estimate) {
    return {
      set: (/** @type {any} */ row, /** @type {string} */ field, /** @type {string} */ value) => commands.estimate_line_set({ id: row.id, field, value }),
      add: (/** @type {Record<string, string>} */ values, /** @type {string | null} */ after) => act(() => commands.estimate_line_add({ estimate: estimate.id, ...values, ...(after ? { after } : {}) })),
      remove: async (/** @type {any} */ row) => {
        if ((await act(() => commands.estimate_line_remove({ id: row.id }))) !== undefined) removedToast(row.title || t("row-unnamed"), undo);
      },
      move: async (/** @type {any} */ row, /** @type {{ after: string | null }} */ { after }) => {
        await act(() => commands.estimate_line_move({ id: row.id, after }));
      },
    };
  }

  async #begin() {
    await act(() => commands.estimate_add({ proposal: this.view.id }));
  }

  async #revise() {
    this.failure = null;
    const form = this.#form;
    try {
      await writing(() => commands.estimate_add({ proposal: this.view.id, reason: this.revising ?? "" }));
      done(form);
      this.#shut();
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** @param {Estimate} estimate */
  async #remove(estimate) {
    if ((await act(() => commands.estimate_remove({ id: estimate.id }))) !== undefined) removedToast(t("estimate-revision", { revision: estimate.revision }), undo);
  }

  render() {
    const [latest, ...past] = this.view.estimates;
    if (!latest) {
      return html`<p class="lead">${t("estimate-none")}</p>
        ${this.locked ? nothing : html`<p class="tools"><button class="btn go" type="button" @click=${() => this.#begin()}>${t("estimate-begin")}</button></p><proposal-import .proposal=${this.view.id} .kind=${"estimate"}></proposal-import>`}`;
    }
    const files = [{ value: "", label: { id: "choice-none", args: {} } }, ...this.view.files.map((file) => ({ value: file.id, label: { id: "plain", args: { text: file.name } } }))];
    const field = (/** @type {"dated" | "received_at" | "reason" | "file"} */ name, /** @type {string} */ kind, { choices = /** @type {any[]} */ ([]), words = "" } = {}) => html`<div class="frow kind-${kind}"><label class="lab" for="estimate-${name}">${t(`column-estimate-${name.replace("_", "-")}`)}</label><div class="ctl"><edit-field .fieldId="estimate-${name}" .kind=${kind} .value=${latest[name]} .choices=${choices} .name=${t(`column-estimate-${name.replace("_", "-")}`)} .keep="${latest.id} ${name}" .locked=${this.locked || (latest.fixed && Boolean(latest[name]))} .save=${(/** @type {string} */ value) => commands.estimate_set({ id: latest.id, field: name, value })}></edit-field>${words ? html`<span class="reads">${words}</span>` : nothing}</div></div>`;
    const entered = (/** @type {Estimate["lines"][0]} */ line) => ({ ...line, amount: latest.closed && line.priced ? t("prices-closed-entered") : money(line.amount) });
    return html`${latest.closed ? closedNote(this.view.procurement) : nothing}<section class="part" aria-labelledby="estimate-h"><div class="sh"><h3 id="estimate-h">${t("estimate-revision", { revision: latest.revision })}</h3>${latest.change ? html`<span class="s">${say(latest.change)}</span>` : nothing}</div>
        <div class="duo">${field("dated", "date", { words: latest.dated_text })} ${field("received_at", "moment", { words: latest.received_text })} ${latest.revision > 1 ? field("reason", "line") : nothing} ${field("file", "choice", { choices: files })}</div>
        ${latest.fixed ? html`<p class="s">${t("estimate-fixed")}</p>` : nothing}
        <div class="wide"><edit-table class="estimate ${latest.lines.length ? "" : "none-yet"}" .rows=${latest.lines.map(entered)} .ops=${this.#ops(latest)} .keep=${latest.id} .label=${t("proposal-tab-estimate")} .adding=${t("estimate-line-add")} .locked=${this.locked || latest.fixed}
          .columns=${[
            { field: "title", label: t("column-estimate-line-title"), className: "c-title" },
            { field: "kind", label: t("column-estimate-line-kind"), kind: "choice", choices: KINDS, className: "c-kind" },
            { field: "unit_price", label: t("column-estimate-line-unit-price"), kind: "text", className: "c-money" },
            { field: "quantity", label: t("column-estimate-line-quantity"), kind: "text", className: "c-small c-count" },
            { field: "unit", label: t("column-estimate-line-unit"), kind: "text", className: "c-small" },
            { field: "from_month", label: t("column-estimate-line-from-month"), kind: "text", className: "c-month", instead: noMonth },
            { field: "to_month", label: t("column-estimate-line-to-month"), kind: "text", className: "c-month", instead: noMonth },
            { field: "tax", label: t("column-estimate-line-tax"), kind: "choice", choices: TAXES, className: "c-tax" },
            { field: "amount", label: t("line-over-term"), kind: "shown", className: "num c-money", instead: withinTerm },
          ]}></edit-table></div>
        ${latest.closed ? (latest.fixed ? nothing : html`<p class="s">${t("prices-closed-lead")}</p>`) : latest.lines.length ? this.#total(latest) : nothing}
        ${this.locked ? nothing : this.#acts(latest)}
      </section>
      ${past.length ? html`<section class="part" aria-labelledby="past-h"><div class="sh"><h3 id="past-h">${t("estimate-past")}</h3></div>${repeat(past, (one) => one.id, (one) => this.#past(one))}</section>` : nothing}`;
  }

  /** @param {Estimate} estimate */
  #total(estimate) {
    if (!estimate.without_tax) return html`<p class="shu">${t("total-no-price")}</p>`;
    return html`<div class="totals"><dl><div><dt>${t("total-without-label")}</dt><dd class="figures">${t("money", { amount: estimate.without_tax })}</dd></div><div><dt>${t("total-with-label")}</dt><dd class="figures">${t("money", { amount: estimate.with_tax })}</dd></div></dl>
      ${estimate.complete ? nothing : html`<p class="shu">${t("total-provisional")}</p>`}
      <details><summary>${t("total-how")}</summary><ul>${estimate.lines.map((line) => html`<li><span>${line.title}</span> <span class="s">${t(`value-estimate-line-tax-${line.tax}`)}</span> ${line.how ? say(line.how) : html`<span class="shu">${t("line-open")}</span>`}</li>`)}</ul><ol>${estimate.steps.map((step) => html`<li>${say(step)}</li>`)}</ol></details></div>`;
  }

  /** @param {Estimate} latest */
  #acts(latest) {
    return html`<proposal-import .proposal=${this.view.id} .kind=${"estimate"}></proposal-import>
      ${this.revising === null
        ? html`<p class="tools"><button class="btn small" type="button" id="estimate-revise" @click=${() => this.#open()}>${t("estimate-revise")}</button>${latest.fixed ? nothing : html`<button class="link severe" type="button" @click=${() => this.#remove(latest)}>${t("estimate-remove", { revision: latest.revision })}</button>`}</p>`
        : html`<div class="stepform"><label class="lab" for="revise-reason">${t("column-estimate-reason")}</label><input type="text" id="revise-reason" autocomplete="off" .value=${this.revising} @input=${(/** @type {Event} */ event) => { this.revising = /** @type {HTMLInputElement} */ (event.target).value; begin(this.#form, this.revising, t("column-estimate-reason"), [this.revising]); }}
            @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") void this.#revise(); }}>
          ${this.failure ? html`<p class="wrong" role="alert">${sentence(this.failure)}</p>` : nothing}<p class="s">${t("estimate-revise-note")}</p>
          <p class="tools"><button class="btn go small" type="button" @click=${() => this.#revise()}>${t("estimate-revise-go")}</button><button class="btn small" type="button" @click=${() => { done(this.#form); this.#shut(); }}>${t("cancel")}</button></p></div>`}`;
  }

  /** @param {Estimate} one */
  #past(one) {
    return html`<details class="past"><summary>${t("estimate-revision", { revision: one.revision })} ${one.closed ? html`<span class="s">${t("prices-closed-cell")}</span>` : one.without_tax ? html`<span class="figures">${money(one.without_tax)}</span> <span class="s">${t("tax-basis-excluded")}</span>` : html`<span class="s">${t("total-no-price")}</span>`}${one.reason ? html` <span class="s">${one.reason}</span>` : nothing}</summary>
      <div class="wide"><table class="reg plain"><thead><tr>${["title", "kind", "unit-price", "quantity", "from-month", "to-month", "tax"].map((name) => html`<th scope="col" class=${["title", "kind", "tax"].includes(name) ? "" : "num"}>${t(`column-estimate-line-${name}`)}</th>`)}<th scope="col" class="num">${t("line-over-term")}</th></tr></thead><tbody>
        ${one.lines.map((line) => html`<tr><td>${line.title}</td><td>${t(`value-estimate-line-kind-${line.kind}`)}</td><td class="num">${one.closed && line.priced ? t("prices-closed-cell") : line.unit_price}</td><td class="num">${line.counted}</td>${[line.from_month, line.to_month].map((month) => html`<td class="num">${line.kind === "monthly" ? month : noMonth(line)}</td>`)}<td>${t(`value-estimate-line-tax-${line.tax}`)}</td><td class="num">${line.beyond ? withinTerm({ ...line, amount: money(line.amount) }) : money(line.amount)}</td></tr>`)}</tbody></table></div></details>`;
  }
}
customElements.define("proposal-estimates", ProposalEstimates);
