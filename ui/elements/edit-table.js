import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { Element } from "../app/element.js";
import { report, sentence } from "../app/errors.js";
import { taken } from "../app/failures.js";
import { composing } from "../app/keys.js";
import { t } from "../app/l10n.js";
import { drop, step } from "../app/order.js";
import { addRows } from "../app/pasted.js";
import { isTable, readTsv } from "../app/tsv.js";
import { closeIcon, downArrow, gripIcon, upArrow } from "./icons.js";
import { keeps, put } from "./keeps.js";
import { leftRows } from "./left-rows.js";
import "./edit-field.js";

/** Where it is said why a cell was refused. @param {any} row @param {string} field */
const whyAt = (row, field) => `why-${row.id}-${field}`;

/**
 * A table entered by hand: each cell saves itself, rows are moved by drag, buttons and Alt with arrows, rows are pasted from a spreadsheet.
 *
 * @typedef {Object} Column
 * @property {string} field
 * @property {string} label already in words
 * @property {string} [kind] as in edit-field; `flag` is a tick, `shown` is words nobody edits, `open` leads to where it is edited
 * @property {any[]} [choices] of a column of kind `choice`
 * @property {string} [className]
 * @property {(row: any) => string} [value]
 * @property {(row: any) => unknown} [instead] what stands in place of the field; nothing where it can be entered
 *
 * @typedef {Object} Ops
 * @property {(row: any, field: string, value: string) => Promise<any>} set
 * @property {(values: Record<string, string>, after: string | null, parent: string | null) => Promise<any>} add adds a whole row or none; nothing where it was refused
 * @property {(row: any) => Promise<any>} remove
 * @property {(row: any, spot: { parent: string | null, after: string | null }) => Promise<any>} move
 * @property {(row: any) => void} [open]
 */
class EditTable extends Element {
  static properties = {
    rows: { attribute: false },
    columns: { attribute: false },
    ops: { attribute: false },
    label: {},
    adding: {},
    addingInside: {},
    keep: {},
    tree: { type: Boolean },
    numbered: { type: Boolean },
    locked: { type: Boolean },
    standing: { type: Boolean },
    leaving: { type: Boolean },
    over: { state: true },
  };

  constructor() {
    super();
    /** @type {any[]} */
    this.rows = [];
    /** @type {Column[]} */
    this.columns = [];
    /** @type {Ops} */
    this.ops = /** @type {any} */ (null);
    this.label = "";
    this.adding = "";
    this.addingInside = "";
    /** Names the table in the whole house: pasted rows that were refused stand here again when its screen is opened once more. */
    this.keep = "";
    this.tree = false;
    this.numbered = false;
    this.locked = false;
    /** Rows neither come nor go nor stand under another one; the rest can still be changed. */
    this.standing = false;
    /** A cell is written only once it is left. */
    this.leaving = false;
    /** @type {{ id: string, side: "before" | "after" } | null} */
    this.over = null;
    /** @type {string | null} */
    this.dragged = null;
    /** @type {{ id: string, field: string } | null} */
    this.wanted = null;
    /** Why what was entered in a cell was refused, by row and field. @type {Map<string, any>} */
    this.wrongs = new Map();
  }

  /** The name of a row, for labels. @param {any} row */
  nameOf(row) {
    const first = this.columns[0];
    return (first.value ? first.value(row) : row[first.field]) || t("row-unnamed");
  }

  /** Puts the caret into a cell once the row is there. @param {string} id @param {string} field */
  focusCell(id, field) {
    this.wanted = { id, field };
    this.requestUpdate();
  }

  updated() {
    if (!this.wanted) return;
    const { id, field } = this.wanted;
    const cell = /** @type {HTMLElement | null} */ (this.querySelector(`[data-row="${id}"] [data-field="${field}"]`));
    if (!cell) return;
    this.wanted = null;
    requestAnimationFrame(() => cell.focus());
  }

  /** A place where the row may stand. @param {any} row @param {import("../app/order.js").Spot | null} spot */
  #may(row, spot) {
    return spot && (!this.standing || spot.parent === (row.parent ?? null)) ? spot : null;
  }

  /** @param {any} row @param {"up" | "down" | "in" | "out"} direction */
  async shift(row, direction) {
    const spot = this.#may(row, step(this.rows, row.id, direction));
    if (!spot || this.locked) return;
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const part = active?.closest("[data-field]")?.getAttribute("data-field") ?? active?.dataset.part;
    await this.ops.move(row, spot);
    await this.updateComplete;
    const place = this.querySelector(`[data-row="${row.id}"]`);
    const target = /** @type {HTMLElement | null} */ (place?.querySelector(`[data-field="${part}"], [data-part="${part}"]:not([disabled])`) ?? place?.querySelector("edit-field"));
    target?.focus();
  }

  /** @param {KeyboardEvent} event @param {any} row */
  #key(event, row) {
    if (composing(event) || !event.altKey || event.ctrlKey) return;
    /** @type {Record<string, "up" | "down" | "in" | "out">} */
    const ways = this.tree ? { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" } : { ArrowUp: "up", ArrowDown: "down" };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    void this.shift(row, way);
  }

  /** @param {CustomEvent} event @param {any} row */
  #leaveRow(event, row) {
    const cell = /** @type {HTMLElement} */ (event.target).closest("[data-field]");
    const field = cell?.getAttribute("data-field") ?? this.columns[0].field;
    const next = this.rows[this.rows.indexOf(row) + event.detail];
    if (next) /** @type {HTMLElement | null} */ (this.querySelector(`[data-row="${next.id}"] [data-field="${field}"]`))?.focus();
    else if (event.detail > 0) this.querySelector("input.adder")?.scrollIntoView({ block: "nearest" }), /** @type {HTMLInputElement | null} */ (this.querySelector("input.adder"))?.focus();
  }

  /** @param {ClipboardEvent} event @param {any} row @param {Column | null} column */
  async #paste(event, row, column) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (this.locked || !isTable(text)) return;
    if (column?.kind === "long" && !text.includes("\t")) return;
    event.preventDefault();
    const fields = this.#fields;
    const from = column ? fields.indexOf(column.field) : 0;
    const start = row ? this.rows.indexOf(row) : this.rows.length;
    // The names of the columns, copied with their rows, are no row.
    const labels = new Set(this.columns.map(({ label }) => label));
    const isHead = (/** @type {string[]} */ cells) => cells.filter((cell) => labels.has(cell.trim())).length > 1;
    const given = readTsv(text).filter((cells, at) => at || row || !isHead(cells)).map((cells) => [...fields.slice(0, from).map(() => ""), ...cells]);
    const how = this.#how();
    // Whole rows are added; only a paste into an existing line fills that line and the lines below.
    const targets = row ? this.rows.slice(start, start + given.length) : [];
    /** @type {any} */
    let failure;
    for (const [offset, target] of targets.entries()) {
      for (const [at, value] of given[offset].entries()) {
        if (at >= from && fields[at]) failure = (await this.#fill(target, fields[at], value)) ?? failure;
      }
    }
    if (!this.standing) await addRows(this.keep, fields, given.slice(targets.length), how);
    if (failure) report(failure);
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent("pasted", { detail: given.length }));
  }

  /** The columns that can be pasted. */
  get #fields() {
    return this.columns.filter((one) => !["flag", "shown", "open"].includes(one.kind ?? "")).map((one) => one.field);
  }

  /** How pasted rows are added: at the end, and why one was refused is told beside it alone. */
  #how() {
    const { ops } = this;
    return {
      add: (/** @type {Record<string, string>} */ values, /** @type {string | null} */ after) => ops.add(values, after, null),
      after: this.rows.filter((row) => !row.parent).at(-1)?.id ?? null,
      why: taken,
    };
  }

  /** Fills a cell. One that is refused keeps what was pasted; where nothing can be entered, why is given back. @param {any} row @param {string} field @param {string} value */
  async #fill(row, field, value) {
    const cell = /** @type {import("./edit-field.js").EditField | null} */ (this.querySelector(`[data-row="${row.id}"] edit-field[data-field="${field}"]`));
    if (cell) return cell.enter(value);
    return this.ops.set(row, field, value).then(() => undefined, (failure) => failure);
  }

  /** @param {KeyboardEvent} event */
  async #addKey(event) {
    if (composing(event) || event.key !== "Enter") return;
    event.preventDefault();
    await this.#add(/** @type {HTMLInputElement} */ (event.target));
  }

  /** @param {HTMLInputElement} input */
  async #add(input) {
    const value = input.value.trim();
    if (!value) {
      input.focus();
      return;
    }
    const after = this.rows.filter((row) => !row.parent).at(-1)?.id ?? null;
    const made = await this.ops.add({ [this.columns[0].field]: value }, after, null);
    if (!made) return;
    put(input);
    input.focus();
  }

  render() {
    return html`<table class="reg edit">
        <thead>
          <tr>
            <th scope="col" class="grip-col"><span class="vh">${t("move-column")}</span></th>
            ${this.numbered ? html`<th scope="col" class="no-col"><span class="vh">${t("number-column")}</span></th>` : nothing}
            ${this.columns.map((column) => html`<th scope="col" class=${column.className ?? ""}>${column.label}</th>`)}
            <th scope="col" class="act-col"><span class="vh">${t("actions-column")}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(this.rows, (row) => row.id, (row) => this.#row(row))}
        </tbody>
      </table>
      ${this.locked || this.standing
        ? nothing
        : html`<div class="addrow">
            <input type="text" class="adder" aria-label=${this.adding} placeholder=${this.adding} autocomplete="off" ${keeps(`row ${this.keep}`)} @keydown=${this.#addKey}
              @paste=${(/** @type {ClipboardEvent} */ event) => this.#paste(event, null, null)} />
            <button class="btn" type="button" @click=${() => this.#add(/** @type {HTMLInputElement} */ (this.querySelector("input.adder")))}>${t("add")}</button>
            <span class="s">${t("paste-hint")}</span>
          </div>${leftRows(this.keep, this.#fields, () => this.#how(), () => this.requestUpdate())}`}`;
  }

  /** @param {any} row */
  #row(row) {
    const name = this.nameOf(row);
    const can = (/** @type {"up" | "down" | "in" | "out"} */ way) => !this.locked && this.#may(row, step(this.rows, row.id, way)) !== null;
    const over = this.over?.id === row.id ? `drop-${this.over?.side}` : "";
    return html`<tr data-row=${row.id} class="${row.depth ? "child" : this.tree ? "parent" : ""} ${over}"
      @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, row)} @leave-row=${(/** @type {CustomEvent} */ event) => this.#leaveRow(event, row)}
      @dragover=${(/** @type {DragEvent} */ event) => this.#dragOver(event, row)} @drop=${(/** @type {DragEvent} */ event) => this.#dropped(event, row)}
      @told=${(/** @type {CustomEvent} */ event) => this.#told(event, row)}>
      <td class="grip-col">
        ${this.locked ? nothing : html`<span class="grip" draggable="true" title=${t("drag-hint")} aria-hidden="true" @dragstart=${(/** @type {DragEvent} */ event) => this.#dragStart(event, row)} @dragend=${() => { this.over = null; this.dragged = null; }}>${gripIcon}</span>`}
      </td>
      ${this.numbered ? html`<td class="no-col num">${row.number}</td>` : nothing}
      ${this.columns.map((column) => html`<td class=${column.className ?? ""}>${this.#cell(row, column, name)}</td>`)}
      <td class="act-col">
        ${this.locked
          ? nothing
          : html`<span class="acts">
              <button class="tool icon" type="button" data-part="up" ?disabled=${!can("up")} aria-label="${t("move-up")}: ${name}" title=${t("move-up")} @click=${() => this.shift(row, "up")}>${upArrow}</button>
              <button class="tool icon" type="button" data-part="down" ?disabled=${!can("down")} aria-label="${t("move-down")}: ${name}" title=${t("move-down")} @click=${() => this.shift(row, "down")}>${downArrow}</button>
              ${this.standing ? nothing : this.tree && !row.depth ? html`<button class="tool small" type="button" aria-label="${this.addingInside}: ${name}" title=${this.addingInside} @click=${() => this.#addInside(row)}>＋</button>` : this.tree ? html`<span class="tool small none"></span>` : nothing}
              ${this.standing ? nothing : html`<button class="tool icon" type="button" data-part="remove" aria-label="${t("delete")}: ${name}" title=${t("delete")} @click=${() => this.ops.remove(row)}>${closeIcon}</button>`}
            </span>`}
      </td>
    </tr>
    ${this.#whys(row)}`;
  }

  /** @param {CustomEvent} event @param {any} row */
  #told({ target, detail }, row) {
    const key = whyAt(row, /** @type {HTMLElement} */ (target).dataset.field ?? "");
    if (detail) this.wrongs.set(key, detail);
    else if (!this.wrongs.delete(key)) return;
    this.requestUpdate();
  }

  /** Why cells of the row were refused, below it: a cell is too narrow for a sentence. @param {any} row */
  #whys(row) {
    const wrong = this.columns.filter((column) => this.wrongs.has(whyAt(row, column.field)) && (column.instead?.(row) ?? nothing) === nothing);
    if (!wrong.length) return nothing;
    return html`<tr class="whys"><td class="grip-col"></td><td colspan=${this.columns.length + (this.numbered ? 2 : 1)}>
      ${wrong.map((column) => html`<p class="wrong" id=${whyAt(row, column.field)} role="alert"><b>${column.label}</b> ${sentence(this.wrongs.get(whyAt(row, column.field)))}</p>`)}</td></tr>`;
  }

  /** A tick that was refused is drawn as it is kept. @param {any} row @param {Column} column @param {boolean} on */
  async #tick(row, column, on) {
    try {
      await this.ops.set(row, column.field, String(on));
    } catch (failure) {
      report(failure);
      this.requestUpdate();
    }
  }

  /** @param {any} row @param {Column} column @param {string} name */
  #cell(row, column, name) {
    const instead = column.instead?.(row) ?? nothing;
    if (instead !== nothing) return instead;
    if (column.kind === "flag") {
      return html`<label class="opt"><input type="checkbox" data-field=${column.field} .checked=${live(Boolean(row[column.field]))} ?disabled=${this.locked} aria-label="${column.label}: ${name}"
        @change=${(/** @type {Event} */ event) => this.#tick(row, column, /** @type {HTMLInputElement} */ (event.target).checked)} /></label>`;
    }
    if (column.kind === "shown") return column.value ? column.value(row) : row[column.field] ?? "";
    if (column.kind === "open") {
      const words = column.value?.(row) ?? "";
      return words ? html`<button class="link" type="button" aria-label="${column.label}: ${name} ${words}" @click=${() => this.ops.open?.(row)}>${words}</button>` : nothing;
    }
    return html`<edit-field class="cell" data-field=${column.field} .kind=${column.kind ?? "line"} .choices=${column.choices ?? []} .value=${column.value ? column.value(row) : row[column.field] ?? ""} .label="${column.label}: ${name}" .name="${name} ${column.label}" .keep="${row.id} ${column.field}" .why=${whyAt(row, column.field)}
      .locked=${this.locked} .leaving=${this.leaving} .save=${(/** @type {string} */ value) => this.ops.set(row, column.field, value)} @paste=${(/** @type {ClipboardEvent} */ event) => this.#paste(event, row, column)}></edit-field>`;
  }

  /** @param {any} row */
  async #addInside(row) {
    const children = this.rows.filter((one) => one.parent === row.id);
    const made = await this.ops.add({ [this.columns[0].field]: t("row-new") }, children.at(-1)?.id ?? null, row.id);
    if (made?.id) this.focusCell(made.id, this.columns[0].field);
  }

  /** @param {DragEvent} event @param {any} row */
  #dragStart(event, row) {
    this.dragged = row.id;
    event.dataTransfer?.setData("text/plain", this.nameOf(row));
    if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
    const line = /** @type {HTMLElement} */ (event.target).closest("tr");
    if (line) event.dataTransfer?.setDragImage(line, 8, 8);
  }

  /** @param {DragEvent} event @param {any} row */
  #dragOver(event, row) {
    if (!this.dragged) return;
    event.preventDefault();
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    const side = event.clientY < box.top + box.height / 2 ? "before" : "after";
    if (this.over?.id !== row.id || this.over?.side !== side) this.over = { id: row.id, side };
  }

  /** @param {DragEvent} event @param {any} row */
  async #dropped(event, row) {
    event.preventDefault();
    const moved = this.rows.find((one) => one.id === this.dragged);
    const spot = moved && this.over ? this.#may(moved, drop(this.rows, moved.id, row.id, this.over.side)) : null;
    this.over = null;
    this.dragged = null;
    if (moved && spot) await this.ops.move(moved, spot);
  }
}
customElements.define("edit-table", EditTable);
