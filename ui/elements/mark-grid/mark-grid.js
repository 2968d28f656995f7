import { html, nothing, render } from "lit";
import { ref } from "lit/directives/ref.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { sideways } from "../../app/sideways.js";
import { isNarrow } from "../../app/theme.js";
import { phrased } from "../phrased.js";
import { markName, markShape } from "../mark-shape.js";
import { into, step, unfinishedAfter } from "./way.js";
import "./mark-grid.css";

/** @typedef {import("../../host/bindings.d.ts").SheetView} SheetView */
/** @typedef {import("../../host/bindings.d.ts").SheetCriterion} SheetCriterion */
/** @typedef {import("../../host/bindings.d.ts").SheetBidder} SheetBidder */
/** @typedef {{ mark: string, comment: string, may_tell: boolean }} Cell */
/** @typedef {{ row: number, column: number }} Spot */

/** More bidders than this leave no room for comments beside the marks. */
const ROOMY = 6;

/**
 * Criteria against bidders: a mark and its comment in each cell, moved through and marked by keys. A key paints its cell alone; the rest stays.
 *
 * Properties: `sheet`, `cell(criterion, bidder)` (what stands there), `locked`, `room()` (between which heights of the window a cell is
 * seen where the page scrolls).
 * Fires `here` when another cell is chosen, `choose` with the mark a key stands for (empty clears it), `digit` where points are typed, and `comment`.
 */
export class MarkGrid extends Element {
  static properties = { sheet: { attribute: false }, cell: { attribute: false }, locked: { type: Boolean } };

  constructor() {
    super();
    /** @type {SheetView} */
    this.sheet = /** @type {any} */ (null);
    /** @type {(criterion: string, bidder: string) => Cell | undefined} */
    this.cell = () => undefined;
    this.locked = false;
    /** @type {() => import("./way.js").Span} */
    this.room = () => ({ start: 0, end: innerHeight });
    /** @type {Spot} */
    this.here = { row: 0, column: 0 };
  }

  /** The lines of the table. @returns {SheetCriterion[]} */
  get rows() {
    return this.sheet.groups.flatMap((group) => group.criteria);
  }

  get criterion() {
    return this.rows[this.here.row];
  }

  get bidder() {
    return this.sheet.bidders[this.here.column];
  }

  /** Whether a mark of hers is wanted there and can be given now. @param {SheetCriterion} criterion @param {SheetBidder} bidder */
  isOpen(criterion, bidder) {
    return criterion.hers && !bidder.aside && !criterion.shut;
  }

  /** @param {Spot} spot */
  #unfinished({ row, column }) {
    const criterion = this.rows[row];
    const bidder = this.sheet.bidders[column];
    const cell = this.cell(criterion.id, bidder.id);
    return this.isOpen(criterion, bidder) && (!cell?.mark || !cell.comment);
  }

  /** Goes to the next cell that is not finished. @returns {boolean} whether there is one */
  next() {
    const spot = unfinishedAfter(this.here, { rows: this.rows.length, columns: this.sheet.bidders.length }, (one) => this.#unfinished(one));
    if (spot) this.go(spot);
    return Boolean(spot);
  }

  /** @param {Spot} spot @param {boolean} [focus] */
  go(spot, focus = true) {
    const before = this.#node(this.here);
    before?.classList.remove("here");
    before?.setAttribute("tabindex", "-1");
    before?.setAttribute("aria-selected", "false");
    this.here = spot;
    const node = this.#node(spot);
    node?.classList.add("here");
    node?.setAttribute("tabindex", "0");
    node?.setAttribute("aria-selected", "true");
    if (focus) node?.focus({ preventScroll: true });
    this.reveal();
    this.dispatchEvent(new CustomEvent("here"));
  }

  /** Gives the keys back to the cell that is open. */
  focus() {
    this.#node(this.here)?.focus({ preventScroll: true });
    this.reveal();
  }

  /** Brings the open cell out from under the heads that stay and from behind what covers the page, and no farther than that. */
  reveal() {
    const frame = this.querySelector(".gridwrap");
    const corner = frame?.querySelector("thead th")?.getBoundingClientRect();
    const cell = this.#node(this.here)?.getBoundingClientRect();
    if (!frame || !corner || !cell) return;
    const left = frame.getBoundingClientRect().left;
    const top = frame.getBoundingClientRect().top + frame.clientTop;
    const by = {
      left: into({ start: cell.left, end: cell.right }, { start: left + corner.width, end: left + frame.clientWidth }),
      top: into({ start: cell.top, end: cell.bottom }, { start: top + corner.height, end: top + frame.clientHeight }),
    };
    if (by.left || by.top) frame.scrollBy(by);
    if (!isNarrow()) return;
    const { start, end } = this.room();
    const down = into({ start: cell.top - by.top - corner.height, end: cell.bottom - by.top }, { start, end });
    // A window stands at whole units: part of one would leave the edge covered.
    if (down) scrollBy(0, Math.sign(down) * Math.ceil(Math.abs(down)));
  }

  /** @param {Spot} spot @returns {HTMLElement | null} */
  #node({ row, column }) {
    return this.querySelector(`[data-at="${row}-${column}"]`);
  }

  /** Paints one cell. @param {string} criterion @param {string} bidder */
  paint(criterion, bidder) {
    const row = this.rows.findIndex(({ id }) => id === criterion);
    const column = this.sheet.bidders.findIndex(({ id }) => id === bidder);
    this.#paint({ row, column });
  }

  /** @param {Spot} spot */
  #paint(spot) {
    const node = this.#node(spot);
    if (!node) return;
    const criterion = this.rows[spot.row];
    const bidder = this.sheet.bidders[spot.column];
    const cell = this.cell(criterion.id, bidder.id);
    const off = offWord(criterion, bidder);
    node.classList.toggle("blank", !off && !cell?.mark);
    node.classList.toggle("off", Boolean(off));
    render(off ? html`<span class="offword">${t(off)}</span>` : inside(cell, criterion), node);
  }

  updated() {
    this.rows.forEach((_, row) => this.sheet.bidders.forEach((_, column) => this.#paint({ row, column })));
    const fits = { row: Math.min(this.here.row, this.rows.length - 1), column: Math.min(this.here.column, this.sheet.bidders.length - 1) };
    if (fits.row >= 0 && fits.column >= 0) this.go(fits, false);
  }

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    if (composing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = step(this.here, event.key, { rows: this.rows.length, columns: this.sheet.bidders.length });
    if (to) {
      event.preventDefault();
      this.go(to);
      return;
    }
    const open = !this.locked && this.isOpen(this.criterion, this.bidder);
    const figure = event.key.normalize("NFKC");
    if (event.key === "Enter" || event.key === "F2") this.#tell(event, "comment");
    else if (event.key === "n" || event.key === "N") {
      event.preventDefault();
      this.next();
    } else if (open && (event.key === "Delete" || event.key === "Backspace")) this.#tell(event, "choose", "");
    else if (open && /^[0-9]$/.test(figure)) {
      if (this.criterion.kind === "points") this.#tell(event, "digit", figure);
      else {
        const choice = this.criterion.choices[Number(figure) - 1];
        if (choice) this.#tell(event, "choose", choice.mark);
      }
    }
  };

  /** @param {Event} event @param {string} name @param {string} [detail] */
  #tell(event, name, detail) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Whoever comes back by the keys sees where. @param {Event} event */
  #entered = (event) => {
    if (/** @type {HTMLElement} */ (event.target).matches(".here:focus-visible")) this.reveal();
  };

  /** @param {Event} event */
  #pressed = (event) => {
    const at = /** @type {HTMLElement} */ (event.target).closest("td")?.dataset.at;
    if (!at) return;
    const [row, column] = at.split("-").map(Number);
    this.go({ row, column });
  };

  render() {
    const { groups, bidders } = this.sheet;
    let row = -1;
    return html`<div class="gridwrap" ${ref(sideways)}><table class="ev ${bidders.length > ROOMY ? "dense" : ""}" role="grid" aria-label=${t("sheet-grid")} aria-readonly=${this.locked ? "true" : "false"}
        @keydown=${this.#key} @focusin=${this.#entered} @click=${this.#pressed} @dblclick=${(/** @type {Event} */ event) => this.#tell(event, "comment")}>
      <colgroup><col class="c-grp"><col class="c-leaf">${bidders.map(() => html`<col class="c-bid">`)}</colgroup>
      <thead><tr><th scope="col" colspan="2">${t("sheet-criteria-head")}</th>${bidders.map((bidder) => html`<th scope="col" title=${bidder.name}><b class="phrased">${phrased(bidder.short)}</b></th>`)}</tr></thead>
      ${groups.filter((group) => group.criteria.length).map((group) => {
        const single = group.criteria.length === 1 && group.criteria[0].id === group.id;
        return html`<tbody>${group.criteria.map((criterion, at) => {
          row += 1;
          const line = row;
          return html`<tr>
            ${at === 0 ? html`<th scope="rowgroup" class="grp" rowspan=${group.criteria.length} colspan=${single ? 2 : 1}><span class="phrased">${phrased(group.title)}</span><span class="num">${group.criteria.every(isPassFail) ? t("scheme-kind-pass-fail") : group.weight}</span></th>` : nothing}
            ${single ? nothing : html`<th scope="row" class="leaf"><span class="named"><span>${criterion.title}</span><span class="num">${isPassFail(criterion) ? t("scheme-kind-pass-fail") : criterion.weight}</span></span></th>`}
            ${bidders.map((_, column) => html`<td role="gridcell" data-at="${line}-${column}" tabindex="-1"></td>`)}
          </tr>`;
        })}</tbody>`;
      })}
    </table></div>`;
  }
}

/** Passed or failed, without a weight. @param {SheetCriterion} criterion */
const isPassFail = (criterion) => criterion.kind === "pass-fail";

/** Why a cell cannot be marked; nothing where it can, or was. @param {SheetCriterion} criterion @param {SheetBidder} bidder */
function offWord(criterion, bidder) {
  if (criterion.kind === "price") return "cell-computed";
  if (bidder.aside) return bidder.unruled ? "ruling-open" : "cell-aside";
  if (!criterion.hers) return "cell-not-hers";
  return criterion.price && criterion.closed ? "cell-closed" : "";
}

/** @param {Cell | undefined} cell @param {SheetCriterion} criterion */
function inside(cell, criterion) {
  if (!cell?.mark && !cell?.comment) return html`<span class="vh">${t("cell-blank")}</span>`;
  const said = cell.mark ? html`${markShape(cell.mark)}<span class="vh">${markName(cell.mark)}${criterion.kind === "points" ? t("points-unit") : ""}</span>` : html`<span class="m none" aria-hidden="true">－</span><span class="vh">${t("cell-blank")}</span>`;
  const comment = cell.comment
    ? html`<p>${cell.comment}</p><span class="dot" aria-hidden="true"></span>`
    : html`<p class="none">${t("cell-no-comment")}</p><span class="dot none" aria-hidden="true">${t("cell-no-comment-short")}</span>`;
  return html`<div>${said}${comment}${cell.may_tell ? html`<span class="may" title=${t("mark-may-tell")}><span class="vh">${t("mark-may-tell")}</span></span>` : nothing}</div>`;
}

customElements.define("mark-grid", MarkGrid);
