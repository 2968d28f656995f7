import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { openMenu } from "../../elements/menu/menu.js";
import { others, OUT, statusWord, WAY } from "./status.js";

/** @typedef {import("../../host/bindings.d.ts").Bidder} Bidder */
/** @typedef {import("./status.js").Status} Status */

/** The bidders as cards in columns of their status, moved by drag, menu or Alt with arrows. Fires `take` with `{ id, status }` and `open` with an id. */
class BidderBoard extends Element {
  static properties = { bidders: { attribute: false }, locked: { type: Boolean }, over: { state: true } };

  constructor() {
    super();
    /** @type {Bidder[]} */
    this.bidders = [];
    this.locked = false;
    this.over = "";
    /** @type {string | null} */
    this.dragged = null;
  }

  /** @param {string} id @param {Status} status */
  #take(id, status) {
    this.dispatchEvent(new CustomEvent("take", { detail: { id, status } }));
  }

  /** @param {HTMLElement} near @param {Bidder} one @param {Status[]} [only] */
  #menu(near, one, only) {
    const item = (/** @type {Status} */ status) => ({ label: statusWord(status), run: () => this.#take(one.id, status) });
    const groups = only ? [{ items: only.map(item) }] : [...(one.next.length ? [{ title: t("step-next"), items: one.next.map(item) }] : []), { title: t("step-others"), items: others(one).map(item) }];
    openMenu(near, { label: t("step-take", { name: one.name }), groups });
  }

  /** @param {KeyboardEvent} event @param {Bidder} one */
  #key(event, one) {
    if (composing(event) || this.locked || !event.altKey) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = WAY[WAY.indexOf(one.status) + by];
    if (WAY.includes(one.status) && next) {
      this.#take(one.id, next);
      setTimeout(() => /** @type {HTMLElement | null} */ (this.querySelector(`[data-card="${one.id}"]`))?.focus(), 400);
    }
  }

  render() {
    return html`<div class="columns">${[...WAY, "out"].map((column) => this.#column(/** @type {Status | "out"} */ (column)))}</div>`;
  }

  /** @param {Status | "out"} column */
  #column(column) {
    const all = this.bidders.filter((one) => (column === "out" ? OUT.includes(one.status) : one.status === column));
    return html`<section class="column ${this.over === column ? "over" : ""}" aria-labelledby="col-${column}"
      @dragover=${(/** @type {DragEvent} */ event) => { if (this.dragged) { event.preventDefault(); this.over = column; } }} @dragleave=${() => (this.over = "")}
      @drop=${(/** @type {DragEvent} */ event) => {
        event.preventDefault();
        const one = this.bidders.find((bidder) => bidder.id === this.dragged);
        this.over = "";
        this.dragged = null;
        if (!one) return;
        if (column === "out") this.#menu(/** @type {HTMLElement} */ (event.currentTarget).querySelector("h2") ?? /** @type {HTMLElement} */ (event.currentTarget), one, OUT);
        else if (one.status !== column) this.#take(one.id, column);
      }}>
      <h2 id="col-${column}">${column === "out" ? t("board-out") : statusWord(column)} <span class="s">${all.length}</span></h2>
      <ul>${repeat(all, (one) => one.id, (one) => html`<li class="card" draggable=${!this.locked}
        @dragstart=${(/** @type {DragEvent} */ event) => { this.dragged = one.id; event.dataTransfer?.setData("text/plain", one.name); }} @dragend=${() => { this.dragged = null; this.over = ""; }}>
        <button class="cardname" type="button" data-card=${one.id} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, one)} @click=${() => this.dispatchEvent(new CustomEvent("open", { detail: one.id }))}>${one.name}</button>
        ${column === "out" ? html`<p class="s">${statusWord(one.status)}</p>` : nothing}
        ${one.since ? html`<p class="s">${one.since.on}</p><p class="s">${say(one.since.why)}</p>` : nothing}
        ${this.locked ? nothing : html`<button class="tool move" type="button" aria-haspopup="listbox" aria-label="${t("board-move")}: ${one.name}" @click=${(/** @type {Event} */ event) => this.#menu(/** @type {HTMLElement} */ (event.currentTarget), one)}>${t("board-move")}</button>`}
      </li>`)}</ul>
    </section>`;
  }
}
customElements.define("bidder-board", BidderBoard);
