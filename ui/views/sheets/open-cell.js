import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { commands } from "../../host/commands.js";
import { openPath } from "../../host/transport.js";
import { read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { composing } from "../../app/keys.js";
import { lang, say, t } from "../../app/l10n.js";
import "../../elements/edit-field.js";
import { fileName } from "../../elements/file-name.js";
import { markShape } from "../../elements/mark-shape.js";

/** @typedef {import("../../host/bindings.d.ts").SheetCriterion} SheetCriterion */
/** @typedef {import("../../host/bindings.d.ts").SheetBidder} SheetBidder */
/** @typedef {import("../../elements/mark-grid/mark-grid.js").Cell} Cell */

/** @param {number} amount */
const money = (amount) => t("amount-yen", { amount: amount.toLocaleString(lang()) });

/** @param {string} id */
async function openFile(id) {
  const opened = await read(() => commands.proposal_file_open({ id }));
  if (opened) await openPath(opened.path).catch(report);
}

/**
 * The cell that is open: what is asked, what the proposal says, the mark, its comment.
 * Fires `choose` with a mark, `tell` with a truth value, `back` to the table, and `next` for the next unfinished cell.
 */
class OpenCell extends Element {
  static properties = { criterion: { attribute: false }, bidder: { attribute: false }, cell: { attribute: false }, open: { type: Boolean }, done: { type: Boolean }, write: { attribute: false } };

  constructor() {
    super();
    /** @type {SheetCriterion} */
    this.criterion = /** @type {any} */ (null);
    /** @type {SheetBidder} */
    this.bidder = /** @type {any} */ (null);
    /** @type {Cell | undefined} */
    this.cell = undefined;
    this.open = false;
    this.done = false;
    /** @type {(field: "mark" | "comment", value: string) => Promise<any>} */
    this.write = async () => undefined;
  }

  /** Puts the caret behind the comment. */
  comment() {
    const area = /** @type {HTMLTextAreaElement | null} */ (this.querySelector(".say textarea"));
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }

  /** Begins to type points. @param {string} figure */
  points(figure) {
    const input = /** @type {HTMLInputElement | null} */ (this.querySelector(".points input"));
    if (!input) return;
    input.focus();
    input.value = figure;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    if (composing(event)) return;
    const inPoints = Boolean(/** @type {HTMLElement} */ (event.target).closest(".points"));
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.dispatchEvent(new CustomEvent("back"));
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("next"));
    } else if (event.key === "Enter" && inPoints) {
      event.preventDefault();
      event.stopPropagation();
      this.comment();
    }
  };

  // A field that is left while the store still writes is saved after another cell was opened: it keeps the way to its own.
  render() {
    const { criterion, bidder, cell, write } = this;
    const key = `${criterion.id} ${bidder.id}`;
    return html`<section class="cell" aria-label=${t("open-cell")} @keydown=${this.#key}>
      <div class="what"><h2>${criterion.title}${criterion.kind === "pass-fail" ? html`<span class="s">${t("scheme-kind-pass-fail")}</span>` : criterion.weight ? html`<span class="s">${t("points-of", { weight: criterion.weight })}</span>` : nothing}</h2>
        <p class="who">${bidder.name}</p>${criterion.asks ? html`<p class="s">${criterion.asks}</p>` : nothing}${this.#hand()}</div>
      <div class="how">${keyed(key, this.#marks())}
        <label class="opt tell"><input type="checkbox" .checked=${Boolean(cell?.may_tell)} ?disabled=${!this.open} @change=${(/** @type {Event} */ event) => this.dispatchEvent(new CustomEvent("tell", { detail: /** @type {HTMLInputElement} */ (event.target).checked }))}>${t("mark-may-tell-bidder")}</label></div>
      <div class="say">${keyed(key, html`<edit-field kind="long" .value=${cell?.comment ?? ""} .label="${t("comment-label")}: ${criterion.title} ${bidder.short}" .name="${criterion.title} ${bidder.short}" .placeholder=${this.open ? t("comment-hint") : ""}
        .locked=${!this.open} .save=${(/** @type {string} */ value) => write("comment", value)}></edit-field>`)}</div>
      <p class="keys"><span><kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> ${t("key-mark")}</span><span><kbd>↑↓←→</kbd> ${t("key-cells")}</span><span><kbd>Enter</kbd> ${t("key-comment")}</span><span><kbd>Esc</kbd> ${t("key-back-to-grid")}</span><span><kbd>Del</kbd> ${t("key-clear-mark")}</span><span><kbd>N</kbd> ${t("key-next-blank")}</span><span class="hide">${t(this.done ? "sheet-fixed" : "sheet-hidden")}</span></p>
    </section>`;
  }

  #marks() {
    const { criterion, cell, open, write } = this;
    if (criterion.kind === "price") return html`<p class="s computed">${t("mark-computed")}</p>`;
    if (criterion.kind === "points") {
      return html`<div class="points"><edit-field .value=${cell?.mark ?? ""} .label="${t("points-label")}: ${criterion.title}" .name=${criterion.title} .locked=${!open} .save=${(/** @type {string} */ value) => write("mark", value)}></edit-field><span>${t("points-range", { greatest: criterion.greatest })}</span></div>`;
    }
    const long = criterion.kind === "grades";
    return html`<div class="marks ${long ? "list" : ""}" role="radiogroup" aria-label=${t("mark-label")}>${criterion.choices.map((choice, at) => {
      const on = cell?.mark === choice.mark;
      return html`<button type="button" role="radio" aria-checked=${on ? "true" : "false"} ?disabled=${!open} @click=${() => this.dispatchEvent(new CustomEvent("choose", { detail: on ? "" : choice.mark }))}>
        ${markShape(choice.mark)}<span>${say(choice.name)}</span><kbd>${at + 1}</kbd></button>`;
    })}</div>`;
  }

  #hand() {
    const { summary, team, files, pages, lines, total, months, basis } = this.bidder.at_hand;
    const price = this.criterion.price && lines.length;
    if (!summary && !team && !files.length && !pages.length && !price) return nothing;
    return html`<details class="hand"><summary>${t("at-hand")}</summary>
      ${price ? html`<dl class="sums">${lines.map((line) => html`<div><dt>${line.title} <span class="s">${t(`value-estimate-line-tax-${line.tax}`)}</span></dt><dd class="num">${line.amount === null ? t("amount-open") : money(line.amount)}</dd></div>`)}
        <div class="sum"><dt>${t("at-hand-total", { months, basis })}</dt><dd class="num">${total === null ? t("amount-open") : money(total)}</dd></div></dl>` : nothing}
      ${summary ? html`<p>${summary}</p>` : nothing}${team ? html`<p>${team}</p>` : nothing}
      ${pages.length ? html`<ul>${pages.map((one) => html`<li>${one.title} <span class="s">${one.page}</span></li>`)}</ul>` : nothing}
      ${files.length ? html`<ul class="files">${files.map((file) => html`<li><button class="link" type="button" @click=${() => openFile(file.id)}>${fileName(file.name)}</button></li>`)}</ul>` : nothing}
    </details>`;
  }
}
customElements.define("open-cell", OpenCell);
