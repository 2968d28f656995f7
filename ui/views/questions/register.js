import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { choose, drawn, slotsFor } from "./rows.js";
import { stateMark } from "./state-mark.js";

/** @typedef {import("../../host/bindings.d.ts").QuestionRow} QuestionRow */

const COLUMNS = /** @type {const} */ (["number", "state", "words", "section", "asker", "received", "due"]);
/** What each column is sorted by; the words are not. @type {Record<string, string>} */
const ORDERS = { number: "number", state: "state", section: "section", asker: "asker", received: "received", due: "due" };

/**
 * The register: as many rows as are seen and some more, out of however many there are. Fires `look` with the stretch of
 * rows it draws, `open` with the question to show, `chosen` with what is chosen, `all` where all are to be, `sort`, `enter` and `remove`.
 */
export class QuestionRegister extends Element {
  static properties = {
    rows: { attribute: false }, ids: { attribute: false }, total: { type: Number }, current: {}, chosen: { attribute: false }, order: {}, falling: { type: Boolean },
  };

  constructor() {
    super();
    /** Known rows by their place. @type {Map<number, QuestionRow>} */
    this.rows = new Map();
    /** Keys of all rows; of the first ones only, until all have come. @type {string[]} */
    this.ids = [];
    this.total = 0;
    this.current = "";
    /** @type {Set<string>} */
    this.chosen = new Set();
    this.anchor = "";
    this.order = "number";
    this.falling = false;
    this.rowHeight = 36;
    this.stretch = { first: 0, last: 0 };
    this.sizes = new ResizeObserver(() => this.#measure());
  }

  /** What scrolls and has the keys. @returns {HTMLElement | null} */
  get #grid() {
    return this.querySelector(".qgrid");
  }

  firstUpdated() {
    const box = this.#grid;
    if (box) this.sizes.observe(box);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  #measure() {
    const height = /** @type {HTMLElement | null} */ (this.querySelector(".qrow"))?.getBoundingClientRect().height;
    if (height) this.rowHeight = height;
    this.#look();
  }

  #look() {
    const box = this.#grid;
    if (!box) return;
    const part = drawn(box.scrollTop, box.clientHeight || 600, this.rowHeight, this.total);
    if (part.first === this.stretch.first && part.last === this.stretch.last) return;
    this.stretch = part;
    this.dispatchEvent(new CustomEvent("look", { detail: part }));
    this.requestUpdate();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("total")) this.stretch = drawn(this.#grid?.scrollTop ?? 0, this.#grid?.clientHeight || 600, this.rowHeight, this.total);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("total")) this.dispatchEvent(new CustomEvent("look", { detail: this.stretch }));
    this.#grid?.style.setProperty("--before", `${this.stretch.first * this.rowHeight}px`);
    this.#grid?.style.setProperty("--whole", `${this.total * this.rowHeight}px`);
    const height = /** @type {HTMLElement | null} */ (this.querySelector(".qrow"))?.getBoundingClientRect().height;
    if (height && Math.abs(height - this.rowHeight) > 0.5) {
      this.rowHeight = height;
      this.requestUpdate();
    }
  }

  /** Back to the first row. */
  rise() {
    const box = this.#grid;
    if (box) box.scrollTop = 0;
    this.#look();
  }

  /** Brings a row into view, where `within` well within it. @param {string} id @param {boolean} [within] */
  show(id, within = false) {
    const at = this.ids.indexOf(id);
    const box = this.#grid;
    if (at < 0 || !box) return;
    const top = at * this.rowHeight;
    if (within && top > box.clientHeight / 2) box.scrollTop = top - box.clientHeight / 3;
    const head = this.querySelector(".qhead")?.clientHeight ?? 0;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (head + top + this.rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = head + top + this.rowHeight - box.clientHeight;
    this.#look();
  }

  async focus() {
    await this.updateComplete;
    this.#grid?.focus();
  }

  /** @param {string} id @param {{ shift?: boolean, ctrl?: boolean }} keys */
  #choose(id, keys) {
    const after = choose(this.ids, { chosen: this.chosen, anchor: this.anchor || this.current }, id, keys);
    this.chosen = after.chosen;
    this.anchor = after.anchor;
    this.dispatchEvent(new CustomEvent("chosen", { detail: after.chosen }));
    this.dispatchEvent(new CustomEvent("open", { detail: id }));
    this.show(id);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (composing(event) || event.altKey || event.target instanceof HTMLButtonElement) return;
    const at = this.ids.indexOf(this.current);
    const page = Math.max(1, Math.floor((this.#grid?.clientHeight ?? 400) / this.rowHeight) - 1);
    const last = this.ids.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: last }[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      this.#choose(this.ids[Math.max(0, Math.min(last, to))], { shift: event.shiftKey });
    } else if (event.key === " " && this.current) {
      event.preventDefault();
      this.#choose(this.current, { ctrl: true });
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("all"));
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("enter"));
    } else if (event.key === "Delete") {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("remove"));
    } else if (event.key === "Escape" && this.chosen.size > 1) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("chosen", { detail: new Set() }));
    }
  }

  #head() {
    return html`<div class="qhead" role="row" aria-rowindex="1">${COLUMNS.map((column) => {
      const order = ORDERS[column];
      const sorted = order === this.order;
      const name = t(`questions-${column}`);
      return html`<span role="columnheader" class="c-${column}" aria-sort=${sorted ? (this.falling ? "descending" : "ascending") : nothing}>${order
        ? html`<button type="button" @click=${() => this.dispatchEvent(new CustomEvent("sort", { detail: order }))}>${name}${sorted ? html` <span aria-hidden="true">${this.falling ? "↓" : "↑"}</span>` : nothing}</button>`
        : name}</span>`;
    })}</div>`;
  }

  /** @param {string} id @param {number} at */
  #row(id, at) {
    const row = this.rows.get(at);
    const current = id === this.current;
    return html`<div class="qrow ${current ? "sel" : ""}" role="row" id="q-${id}" aria-rowindex=${at + 2} aria-selected=${this.chosen.has(id) || current ? "true" : "false"}
      @click=${(/** @type {MouseEvent} */ event) => { this.#choose(id, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }); this.#grid?.focus(); }}>
      ${row && row.id === id ? this.#cells(row) : html`<span role="gridcell" class="c-number">…</span>`}
    </div>`;
  }

  /** @param {QuestionRow} row */
  #cells(row) {
    const [first, ...more] = row.askers;
    const again = row.revision > 0 && row.state !== "shared";
    const tick = this.chosen.size > 1 && this.chosen.has(row.id);
    return html`<span role="rowheader" class="c-number">${tick ? html`<span aria-hidden="true">✓</span>` : nothing}${row.number}</span>
      <span role="gridcell" class="c-state">${stateMark(row)}</span>
      <span role="gridcell" class="c-words"><span class="clip">${row.wording}</span>${row.merged_into ? html`<span class="s">→ ${row.merged_into}</span>` : nothing}${row.telling ? html`<span class="flag shu">${t("questions-telling")}</span>` : nothing}${row.late
        ? html`<span class="flag ${row.decided === "" ? "shu" : ""}">${t("questions-late")}</span>` : nothing}${again ? html`<span class="flag">${t("questions-again")}</span>` : nothing}${row.share === "asker" ? html`<span class="flag">${t("questions-private")}</span>` : nothing}</span>
      <span role="gridcell" class="c-section">${row.section_number}</span>
      <span role="gridcell" class="c-asker"><span class="clip">${first ?? ""}</span>${more.length ? html`<span title=${more.join(t("list-comma"))}>${t("questions-more-askers", { count: more.length })}</span>` : nothing}</span>
      <span role="gridcell" class="c-received">${row.received}</span>
      <span role="gridcell" class="c-due ${row.overdue ? "shu" : ""}">${row.due}</span>`;
  }

  render() {
    const { first, last } = this.stretch;
    const shown = Array.from({ length: Math.max(0, last - first) }, (_, n) => ({ id: this.ids[first + n] ?? this.rows.get(first + n)?.id ?? `at-${first + n}`, at: first + n }));
    const slots = slotsFor(shown.length);
    const active = shown.some(({ id }) => id === this.current) ? `q-${this.current}` : nothing;
    return html`<div class="qgrid" role="grid" tabindex="0" aria-label=${t("questions-list")} aria-rowcount=${this.total + 1} aria-multiselectable="true" aria-activedescendant=${active}
      @scroll=${() => this.#look()} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event)}>
      ${this.#head()}
      <div class="qwhole" role="rowgroup">${repeat(shown, ({ at }) => at % slots, ({ id, at }) => this.#row(id, at))}</div>
    </div>`;
  }
}
customElements.define("question-register", QuestionRegister);
