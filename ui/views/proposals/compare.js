import { html, nothing } from "lit";
import { ref } from "lit/directives/ref.js";
import "./view.css";
import { read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { replace } from "../../app/router.js";
import { sideways } from "../../app/sideways.js";
import { emptyState } from "../../elements/empty-state.js";
import { phrased } from "../../elements/phrased.js";
import { commands } from "../../host/commands.js";
import { noAmount } from "./blank.js";
import { leftMark, punctualityMark, shape } from "./mark.js";
import { closedNote } from "./open-prices.js";

/** @typedef {import("../../host/bindings.d.ts").ComparedRow} ComparedRow */

const TABS = ["overview", "items", "requirements"];

/** All proposals side by side: bidders as columns. */
class ComparisonView extends Element {
  static properties = { params: { attribute: false }, found: { state: true }, differing: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {import("../../host/bindings.d.ts").Comparison | undefined} */
    this.found = undefined;
    /** Only rows in which the bidders differ. */
    this.differing = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", (change) => {
      if (!change.procurement || change.procurement === this.params.procurement) void this.load();
    });
    this.hear("language", () => void this.load());
    void this.load();
  }

  async load() {
    const found = await read(() => commands.proposal_compare({ procurement: this.params.procurement }));
    if (found) this.found = found;
  }

  /** @param {string} tab */
  #show(tab) {
    this.params = { ...this.params, tab };
    replace(`p/${this.params.procurement}/comparison/${tab}`);
  }

  render() {
    const { found } = this;
    if (!found) return nothing;
    const here = found.bidders.filter((one) => one.proposal);
    const tab = TABS.includes(this.params.tab) ? this.params.tab : "overview";
    const head = html`<div class="head"><h1>${t("view-comparison")}</h1><p>${t("comparison-basis", { months: found.basis.months, rate: found.basis.tax_rate })}</p><span class="end"><a class="btn small" href="#/p/${this.params.procurement}/proposals">${t("comparison-back")}</a></span></div>`;
    if (!here.length) return html`${head}${emptyState({ text: t("comparison-none"), actions: html`<a class="btn go" href="#/p/${this.params.procurement}/proposals">${t("proposal-record")}</a>` })}`;
    return html`${head}
      ${found.prices_closed ? closedNote(this.params.procurement) : nothing}
      <div class="tabs" role="group" aria-label=${t("view-comparison")}>${TABS.map((name) => html`<button type="button" aria-pressed=${name === tab ? "true" : "false"} @click=${() => this.#show(name)}>${t(`comparison-tab-${name}`)}</button>`)}
        ${tab === "overview" ? nothing : html`<label class="opt s"><input type="checkbox" .checked=${this.differing} @change=${(/** @type {Event} */ event) => { this.differing = /** @type {HTMLInputElement} */ (event.target).checked; }}>${t("comparison-differing")}</label>`}</div>
      <div class="edged"><div class="wide across" tabindex="0" role="group" aria-label=${t("view-comparison")} ${ref(sideways)}><table class="reg cmp ${here.length > 5 ? "many" : ""}"><thead><tr><th scope="col"><span class="vh">${t("comparison-what")}</span></th>${here.map((one) => html`<th scope="col"><a class="phrased" href="#/p/${this.params.procurement}/proposals/${one.bidder}">${phrased(one.name)}</a>${one.left ? html`<span class="line">${leftMark(one.left)}</span>` : nothing}</th>`)}</tr></thead>
        <tbody>${tab === "overview" ? this.#overview(here) : tab === "items" ? this.#items() : this.#requirements()}</tbody></table></div></div>
      ${found.bidders.length > here.length ? html`<p class="s under">${t("comparison-waiting", { list: found.bidders.filter((one) => !one.proposal).map((one) => one.name).join(t("list-comma")) })}</p>` : nothing}`;
  }

  /** @param {ComparedRow[]} here */
  #overview(here) {
    const compared = here.filter((one) => one.admitted && one.amount !== null).map((one) => /** @type {number} */ (one.amount));
    const lowest = compared.length > 1 ? Math.min(...compared) : null;
    const row = (/** @type {string} */ name, /** @type {(one: ComparedRow) => unknown} */ cell, className = "") => html`<tr><th scope="row">${t(name)}</th>${here.map((one) => html`<td class=${className}>${cell(one)}</td>`)}</tr>`;
    const money = (/** @type {string} */ amount) => (amount ? t("money", { amount }) : html`<span class="s">${t(this.found?.prices_closed ? "prices-closed-cell" : "not-said")}</span>`);
    const part = (/** @type {number} */ at) => (/** @type {ComparedRow} */ one) => one.parts[at].without_tax ? t("money", { amount: one.parts[at].without_tax }) : html`<span class="s">${t(noAmount(one, Boolean(this.found?.prices_closed)))}</span>`;
    const heads = (/** @type {string} */ value) => value || html`<span class="s">${t("not-said")}</span>`;
    return html`
      ${row("compare-received", (one) => html`${one.received}<span class="line">${punctualityMark(one.punctuality, one.ruling)}</span>${one.admitted ? nothing : html`<span class="line shu">${t("not-admitted")}</span>`}`)}
      ${row("total-without-label", (one) => html`<b>${money(one.without_tax)}</b>${one.without_tax && !one.complete ? html`<span class="line shu">${t("provisional")}</span>` : nothing}${lowest !== null && one.amount === lowest && one.admitted ? html`<span class="line"><span class="mark">${t("lowest")}</span></span>` : nothing}`, "num")}
      ${row("total-with-label", (one) => money(one.with_tax), "num")}
      ${row("compare-one-off", part(0), "num")}${row("compare-monthly", part(1), "num")}${row("compare-unit", part(2), "num")}
      ${here.some((one) => one.change || one.reason) ? row("compare-change", (one) => (one.change || one.reason ? html`<span class="s">${t("estimate-revision", { revision: one.revision ?? 1 })}</span> ${say(one.change)}${one.reason ? html`<span class="line s lines">${one.reason}</span>` : nothing}` : nothing)) : nothing}
      ${row("column-proposal-staff", (one) => heads(one.staff), "num")}${row("column-proposal-leads", (one) => heads(one.leads), "num")}${row("column-proposal-busy-extra", (one) => heads(one.busy_extra), "num")}
      ${row("column-proposal-team", (one) => html`<span class="lines">${heads(one.team)}</span>`)}
      ${row("column-proposal-valid-until", (one) => heads(one.valid_until))}
      ${row("proposal-tab-items", (one) => html`${t("items-sum", { present: one.items.present, partly: one.items.partly, missing: one.items.missing })}${one.items.unchecked ? html`<span class="line s">${t("items-unchecked", { count: one.items.unchecked })}</span>` : nothing}${one.items.lacking.length ? html`<span class="line shu">${t("items-lacking", { list: one.items.lacking.join(t("list-comma")) })}</span>` : nothing}`)}
      ${row("proposal-tab-requirements", (one) => html`${t("fits-sum", { full: one.answers.full, partly: one.answers.partly, alternative: one.answers.alternative, none: one.answers.none })}${one.answers.unsaid ? html`<span class="line s">${t("answers-unsaid", { count: one.answers.unsaid })}</span>` : nothing}${one.answers.unmet.length ? html`<span class="line shu">${t("answers-unmet", { list: one.answers.unmet.join(t("list-comma")) })}</span>` : nothing}${one.answers.half_met.length ? html`<span class="line">${t("answers-half-met", { list: one.answers.half_met.join(t("list-comma")) })}</span>` : nothing}`)}
      ${row("column-proposal-summary", (one) => html`<span class="lines">${heads(one.summary)}</span>`)}`;
  }

  #items() {
    const rows = (this.found?.items ?? []).filter((row) => !this.differing || new Set(row.cells.map((cell) => cell.state)).size > 1);
    return rows.map((row) => html`<tr><th scope="row"><span class="figures">${row.number}</span> ${row.title}</th>${row.cells.map((cell) => html`<td class=${cell.state === "missing" ? "shu" : ""}>${cell.state ? html`<span aria-hidden="true">${shape(cell.state)}</span> ${t(`value-item-check-state-${cell.state}`)}` : html`<span class="s">${t("not-looked")}</span>`}${cell.page ? html` <span class="s">${cell.page}</span>` : nothing}${cell.note ? html`<span class="line s">${cell.note}</span>` : nothing}</td>`)}</tr>`);
  }

  #requirements() {
    const rows = (this.found?.requirements ?? []).filter((row) => !this.differing || new Set(row.cells.map((cell) => cell.answer)).size > 1);
    return rows.map((row) => html`<tr><th scope="row"><span class="figures">${row.number}</span> <span class="mark">${t(`response-level-${row.level}`)}</span> ${row.text}</th>${row.cells.map((cell) => html`<td class=${row.level === "must" && cell.answer === "none" ? "shu" : ""}>${cell.answer ? html`<span aria-hidden="true">${shape(cell.answer)}</span> ${t(`value-requirement-answer-answer-${cell.answer}`)}` : html`<span class="s">${t("not-said")}</span>`}${cell.words ? html`<span class="line s">${cell.words}</span>` : nothing}</td>`)}</tr>`);
  }
}
customElements.define("view-comparison", ComparisonView);
