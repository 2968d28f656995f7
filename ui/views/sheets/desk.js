import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { catchFocus } from "../../app/focus.js";
import { bindKeys } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { Draft, state } from "../../app/saving.js";
import { wayBack } from "../../app/way-back.js";
import { emptyState } from "../../elements/empty-state.js";
import { toast } from "../../elements/toast.js";
import "../../elements/mark-grid/mark-grid.js";
import { openHandIn } from "./hand-in.js";
import { lateProposals } from "./late.js";
import { meansOf } from "./lead.js";
import "./open-cell.js";
import { dropStatement, rulings } from "./statement.js";

/** @typedef {import("../../host/bindings.d.ts").SheetView} SheetView */
/** @typedef {import("../../elements/mark-grid/mark-grid.js").Cell} Cell */
/** @typedef {import("../../elements/mark-grid/mark-grid.js").MarkGrid} MarkGrid */

/** Milliseconds of rest after which the sheet is read again when something changed. */
const REST = 300;
/** Kinds of records a sheet is made of, and what closes it. */
const KINDS = new Set(["decision", "mark", "hand_in", "conflict_statement", "conflict", "criterion", "judging", "evaluator", "bidder", "vendor", "proposal", "proposal_file", "estimate", "estimate_line", "item_check"]);

/** @param {string} criterion @param {string} bidder */
const keyOf = (criterion, bidder) => `${criterion} ${bidder}`;

/** The sheet of one evaluator: what is typed is painted at once and written behind it, in order. */
class SheetDesk extends Element {
  static properties = { evaluator: {}, procurement: {}, paper: { type: Boolean }, sheet: { state: true }, turn: { state: true }, anew: { state: true } };

  constructor() {
    super();
    this.evaluator = "";
    this.procurement = "";
    /** She types in what stands on paper. */
    this.paper = false;
    /** @type {SheetView | undefined} */
    this.sheet = undefined;
    /** She states anew. */
    this.anew = false;
    /** Counts what has to be drawn again beside the table. */
    this.turn = 0;
    /** @type {Map<string, Cell>} */
    this.cells = new Map();
    /** @type {Map<string, Draft>} */
    this.drafts = new Map();
    /** @type {Promise<any>} */
    this.queue = Promise.resolve();
    this.waiting = 0;
    /** The table that stands was given the keys. */
    this.given = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.rest = undefined;
    /** A longer comment takes room from the table: the cell it belongs to stays in sight. */
    this.sizes = new ResizeObserver(() => this.grid?.reveal());
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", (change) => {
      if (change.kinds?.some((/** @type {string} */ kind) => KINDS.has(kind))) this.#again();
    });
    this.hear("language", () => void this.load());
    this.hear("saving", () => this.requestUpdate());
    this.unbind = bindKeys([
      { keys: "1 2 3", label: "key-mark" },
      { keys: "Enter", label: "key-comment" },
      { keys: "Delete", label: "key-clear-mark" },
      { keys: "N", label: "key-next-blank" },
    ]);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.rest);
    this.sizes.disconnect();
    this.unbind?.();
  }

  /** Reads again once nothing is being written. */
  #again() {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => (this.waiting ? this.#again() : void this.load()), REST);
  }

  async load() {
    const sheet = await read(() => commands.sheet_get({ evaluator: this.evaluator }));
    if (!sheet || this.waiting) return;
    const before = this.sheet;
    const cells = new Map(sheet.marks.map(({ criterion, bidder, mark, comment, may_tell }) => [keyOf(criterion, bidder), { mark, comment, may_tell }]));
    const same = before && JSON.stringify([before.groups, before.bidders]) === JSON.stringify([sheet.groups, sheet.bidders]);
    const old = this.cells;
    this.cells = cells;
    if (same) {
      // The table stands; only cells that differ are painted.
      sheet.groups = before.groups;
      sheet.bidders = before.bidders;
      for (const key of new Set([...old.keys(), ...cells.keys()])) {
        if (JSON.stringify(old.get(key)) !== JSON.stringify(cells.get(key))) this.#paint(key);
      }
    }
    this.sheet = sheet;
    this.turn += 1;
  }

  /** @returns {MarkGrid | null} */
  get grid() {
    return this.querySelector("mark-grid");
  }

  updated() {
    const grid = this.grid;
    if (grid && !this.given) {
      void grid.updateComplete.then(() => this.#give(grid));
      for (const one of this.querySelectorAll("mark-grid, open-cell")) this.sizes.observe(one);
    }
    this.given = Boolean(grid);
  }

  /** The keys go to the table when it appears, so that marks can be typed at once; never away from a field. @param {MarkGrid} grid */
  #give(grid) {
    if (grid.isConnected && !document.activeElement?.closest("input, textarea, select, [contenteditable], dialog")) grid.focus();
  }

  /** @param {string} key */
  #paint(key) {
    const [criterion, bidder] = key.split(" ");
    this.grid?.paint(criterion, bidder);
  }

  /** Where the page scrolls, a cell is seen below the line at its top and above the one that is open. */
  #room = () => {
    const height = (/** @type {Element | null} */ one) => one?.getBoundingClientRect().height ?? 0;
    return { start: height(document.querySelector(".top")), end: innerHeight - height(this.querySelector("open-cell")) };
  };

  /** The panel of another cell may be higher, and the page shorter for a moment while it is drawn up: then the cell is looked for again. */
  #moved = () => {
    this.turn += 1;
    requestAnimationFrame(() => this.grid?.reveal());
  };

  /** What stands in a cell. */
  #cell = (/** @type {string} */ criterion, /** @type {string} */ bidder) => this.cells.get(keyOf(criterion, bidder));

  /**
   * Paints a field of the open cell at once and writes it behind.
   * @param {"mark" | "may_tell"} field @param {any} value
   */
  #set(field, value) {
    const grid = this.grid;
    if (!grid || !grid.isOpen(grid.criterion, grid.bidder) || this.sheet?.decided || state().kind === "read-only") return;
    const [criterion, bidder] = [grid.criterion, grid.bidder];
    const key = keyOf(criterion.id, bidder.id);
    this.cells.set(key, { mark: "", comment: "", may_tell: false, ...this.cells.get(key), [field]: value });
    this.#paint(key);
    this.turn += 1;
    const name = `${criterion.title} ${bidder.short}`;
    const draft = this.drafts.get(`${key} ${field}`) ?? new Draft({
      name: () => name,
      save: (typed) => this.#write(criterion.id, bidder.id, field, String(typed)),
      refused: (failure) => {
        report(failure);
        void this.load();
      },
    });
    this.drafts.set(`${key} ${field}`, draft);
    draft.change(value, 0);
    void draft.flush();
  }

  /**
   * Writes a field of a cell, one after the other.
   * @param {string} criterion @param {string} bidder @param {"mark" | "comment" | "may_tell"} field @param {string} value
   */
  #write(criterion, bidder, field, value) {
    this.waiting += 1;
    const write = async () => {
      try {
        const kept = await commands.mark_set({ evaluator: this.evaluator, criterion, bidder, field, value });
        if (this.sheet) Object.assign(this.sheet, { blank: kept.blank, bare: kept.bare });
        // While more is on its way, what was painted last stands.
        if (this.waiting === 1 || field === "comment") {
          const key = keyOf(criterion, bidder);
          const now = this.cells.get(key);
          this.cells.set(key, { mark: field === "mark" ? kept.mark : now?.mark ?? kept.mark, comment: kept.comment, may_tell: field === "may_tell" ? kept.may_tell : now?.may_tell ?? kept.may_tell });
          this.#paint(key);
        }
        this.turn += 1;
        return kept;
      } finally {
        this.waiting -= 1;
      }
    };
    const done = this.queue.then(write, write);
    this.queue = done.catch(() => undefined);
    return done;
  }

  #comment = () => /** @type {any} */ (this.querySelector("open-cell"))?.comment();

  #signed = async () => {
    await this.load();
    this.anew = false;
  };

  #handIn = async () => {
    const sheet = await openHandIn(this.evaluator, this.paper);
    if (sheet) toast({ text: t("sheet-in-toast", { name: sheet.name }) });
    await this.#settled();
  };

  /** Once a button has done its work and is gone, the keys go to what is still to be ruled, or to the table. */
  #settled = async () => {
    await this.load();
    await this.updateComplete;
    catchFocus(this.querySelector(".ruling.badrow input, .ruling.badrow button") ?? this.grid);
  };

  async #begin() {
    this.anew = true;
    await this.updateComplete;
    await /** @type {Element | null} */ (this.querySelector("sheet-statement"))?.updateComplete;
    catchFocus(this.querySelector("#h-statement"));
  }

  #cancel() {
    dropStatement(this.evaluator);
    this.anew = false;
  }

  render() {
    void this.turn;
    const sheet = this.sheet;
    if (!sheet) return nothing;
    const locked = sheet.decided || state().kind === "read-only";
    const done = sheet.state === "in";
    const latest = sheet.handed_in.at(-1);
    return html`<div class="head"><h1>${t("sheet-of", { name: sheet.name })}</h1>
        <p>${sheet.role ? html`${sheet.role}　` : nothing}${done ? nothing : cameWords(meansOf(sheet, this.paper))}${statementWords(sheet)}${sheet.statement && !sheet.handed_in.length && !this.anew ? html` <button class="btn small" type="button" ?disabled=${locked} @click=${() => this.#begin()}>${t("statement-anew")}</button>` : nothing}${sheet.statement && sheet.handed_in.length ? html`　<span class="s">${t("statement-stands")}</span>` : nothing}${sheet.due && !done ? html`　<span class=${sheet.late ? "shu" : ""}>${t("sheets-due", { at: sheet.due })}</span>` : nothing}</p>
        <div class="end">
          ${done
            ? html`<p class="left done" role="status">${t("sheet-in-at", { at: latest?.at ?? "", means: latest ? t(`value-hand-in-means-${latest.means}`) : "" })}</p>`
            : sheet.statement && sheet.part
              ? html`<p class="left" role="status">${t("sheet-blank")} <b>${t("sheet-cells", { count: sheet.blank })}</b>　<span class=${sheet.bare ? "shu" : ""}>${t("sheet-bare")} <b>${t("sheet-cells", { count: sheet.bare })}</b></span></p>
                  <button class="btn" type="button" aria-haspopup="dialog" ?disabled=${locked || sheet.state === "waiting" || sheet.state === "unruled"} @click=${this.#handIn}>${t("sheet-check")}</button>`
              : nothing}
          <a class="btn" href="#/p/${this.procurement}/sheets">${t("sheet-back")}</a>
        </div></div>
      ${sheet.decided ? html`<div class="notice" role="status"><p class="grow">${t("sheets-decided", wayBack(sheet))}</p></div>` : nothing}
      ${lateProposals(sheet, this.procurement)}
      ${this.#body(sheet, locked)}`;
  }

  /** @param {SheetView} sheet @param {boolean} locked */
  #body(sheet, locked) {
    if (!sheet.statement || (this.anew && !sheet.handed_in.length)) {
      return html`<div class="scroll"><sheet-statement .sheet=${sheet} @signed=${this.#signed}></sheet-statement>${this.anew ? html`<p class="tools"><button class="btn" type="button" @click=${() => this.#cancel()}>${t("cancel")}</button></p>` : nothing}</div>`;
    }
    if (!sheet.bidders.length) return sheet.late_proposals.length ? nothing : emptyState({ text: t("sheets-no-proposals") });
    return html`${rulings(sheet, locked, this.#settled)}
      ${sheet.state === "waiting" ? html`<div class="notice" role="status"><p class="grow">${t("sheet-waiting")}</p></div>` : nothing}
      <mark-grid .sheet=${sheet.groups === this.shown?.groups ? this.shown : (this.shown = sheet)} .cell=${this.#cell} .room=${this.#room} .locked=${locked || sheet.state === "in"}
        @here=${this.#moved} @choose=${(/** @type {CustomEvent} */ event) => this.#set("mark", event.detail)} @comment=${this.#comment}
        @digit=${(/** @type {CustomEvent} */ event) => /** @type {any} */ (this.querySelector("open-cell"))?.points(event.detail)}></mark-grid>
      ${this.#open(sheet, locked)}`;
  }

  /** @param {SheetView} sheet @param {boolean} locked */
  #open(sheet, locked) {
    const here = this.grid?.sheet ? this.grid.here : { row: 0, column: 0 };
    const criterion = sheet.groups.flatMap((group) => group.criteria)[here.row];
    const bidder = sheet.bidders[here.column];
    if (!criterion || !bidder) return nothing;
    const open = criterion.hers && !bidder.aside && !criterion.shut && !locked;
    return html`<open-cell .criterion=${criterion} .bidder=${bidder} .cell=${this.#cell(criterion.id, bidder.id)} .open=${open} .done=${sheet.state === "in"}
      .write=${(/** @type {"mark" | "comment"} */ field, /** @type {string} */ value) => this.#write(criterion.id, bidder.id, field, value)}
      @choose=${(/** @type {CustomEvent} */ event) => this.#set("mark", event.detail)} @tell=${(/** @type {CustomEvent} */ event) => this.#set("may_tell", event.detail)}
      @back=${() => this.grid?.focus()} @next=${() => this.grid?.next()}></open-cell>`;
  }
}

/** @param {SheetView["came"]} means */
const cameWords = (means) => (means === "app" ? nothing : html`<b>${t(means === "paper" ? "sheet-typing-paper" : "sheet-came-excel")}</b>　`);

/** @param {SheetView} sheet */
function statementWords({ statement }) {
  if (!statement) return t("statement-missing");
  return t(statement.conflict ? "statement-told-some" : "statement-told-none", { at: statement.at });
}

customElements.define("sheet-desk", SheetDesk);
