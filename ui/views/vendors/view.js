import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { taken } from "../../app/failures.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { provide } from "../../app/palette.js";
import { drop, step } from "../../app/order.js";
import { addRows, fillRow } from "../../app/pasted.js";
import { go, replace } from "../../app/router.js";
import { state } from "../../app/saving.js";
import { writeTsv } from "../../app/tsv.js";
import { undo } from "../../app/undo.js";
import { emptyState } from "../../elements/empty-state.js";
import { closeIcon, downArrow, gripIcon, upArrow } from "../../elements/icons.js";
import { leftRows } from "../../elements/left-rows.js";
import { removedToast, toast } from "../../elements/toast.js";
import "../../elements/edit-field.js";
import "./adder.js";
import "./board.js";
import { takeStep } from "./course.js";
import { FIELDS, headed } from "./headed.js";
import { listed, ORDERS } from "./listed.js";
import { OUT, statusWord, WAY } from "./status.js";
import "./talks.js";

/** @typedef {import("../../host/bindings.d.ts").Bidder} Bidder */

/** The vendors that are asked for a proposal, and whom to write to. */
class VendorsView extends Element {
  static properties = { params: { attribute: false }, list: { state: true }, over: { state: true }, wanted: { state: true }, query: { state: true }, status: { state: true }, order: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {import("../../host/bindings.d.ts").Bidders | undefined} */
    this.list = undefined;
    /** @type {{ id: string, side: "before" | "after" } | null} */
    this.over = null;
    /** @type {string | null} */
    this.dragged = null;
    /** The status whose form the detail opens with. */
    this.wanted = "";
    this.query = "";
    /** The only status that is shown; every one where none is chosen. */
    this.status = "";
    this.order = "own";
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
    this.stopOffering = provide(() => (this.list?.bidders ?? []).map((one) => ({ label: one.name, detail: t("rail-vendors"), words: [one.reading, one.person, one.person_reading], run: () => this.#choose(one.id) })));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopOffering?.();
  }

  async load() {
    const list = await read(() => commands.bidder_list({ procurement: this.params.procurement }));
    if (list) this.list = list;
  }

  get chosen() {
    const bidders = this.list?.bidders ?? [];
    return bidders.find((one) => one.id === this.params.bidder) ?? bidders[0];
  }

  /** What the list shows, in its order. */
  get shown() {
    return listed(this.list?.bidders ?? [], { query: this.query, status: this.status, order: this.order });
  }

  /** Whether every bidder stands where she put it, so that it can be moved. */
  get #movable() {
    return this.order === "own" && !this.query && !this.status;
  }

  get board() {
    return this.params.bidder === "board";
  }

  /** @param {string} id @param {string} [wanted] */
  #choose(id, wanted = "") {
    this.wanted = wanted;
    this.params = { ...this.params, bidder: id };
    replace(`p/${this.params.procurement}/vendors/${id}`);
  }

  /** Names the list in the whole house: pasted rows that were refused stand here again. */
  get #keep() {
    return `${this.params.procurement} bidders`;
  }

  /** @param {string[][]} rows */
  async #addAll(rows) {
    const had = new Set(this.list?.bidders.map((one) => one.id));
    await addRows(this.#keep, [...FIELDS], rows, this.#how());
    await this.#added(had);
  }

  /** Adds the rows of a pasted table; what the list has no place for is named. @param {string[][]} table */
  async #addTable(table) {
    const found = await read(() => commands.vendor_import_read({ text: writeTsv(table) }));
    if (!found) return;
    const { rows, passed } = headed(table, found.columns);
    await this.#addAll(rows);
    if (passed.length) toast({ text: t("bidder-paste-passed", { columns: passed.join(t("list-comma")) }) });
  }

  /** Shows the first bidder that came. @param {Set<string>} had */
  async #added(had) {
    await this.load();
    this.requestUpdate();
    const first = this.list?.bidders.find((one) => !had.has(one.id));
    if (first && !this.board) this.#choose(first.id);
  }

  /** How a row is added: the whole of it or none. */
  #how() {
    const { procurement } = this.params;
    return {
      add: (/** @type {Record<string, string>} */ { name = "", reading, person, mail, ...rest }) =>
        act(async () => {
          const made = await commands.bidder_add({ procurement, name, ...(reading ? { reading } : {}), ...(person ? { person } : {}), ...(mail ? { mail } : {}) });
          await fillRow(rest, { set: (field, value) => commands.bidder_set({ id: made.id, field, value }), remove: () => commands.bidder_remove({ id: made.id }) });
          return made;
        }),
      after: null,
      why: taken,
    };
  }

  /** @param {string} vendor */
  async #addVendor(vendor) {
    const made = await act(() => commands.bidder_add({ procurement: this.params.procurement, name: "", vendor }));
    await this.load();
    if (made && !this.board) this.#choose(made.id);
  }

  /** What needs a word of why is asked for it; the others are taken at once. @param {{ id: string, status: import("./status.js").Status }} move */
  async #take({ id, status }) {
    const bidder = this.list?.bidders.find((one) => one.id === id);
    if (!bidder) return;
    if (OUT.includes(status)) this.#choose(id, status);
    else await takeStep({ bidder: id, status }, bidder.name);
  }

  /** @param {Bidder} bidder */
  async #remove(bidder) {
    if ((await act(() => commands.bidder_remove({ id: bidder.id }))) === undefined) return;
    removedToast(bidder.name, undo);
  }

  /** @param {Bidder} bidder @param {"up" | "down"} way */
  async #shift(bidder, way) {
    const spot = step(this.list?.bidders ?? [], bidder.id, way);
    if (!spot) return;
    await act(() => commands.bidder_move({ id: bidder.id, after: spot.after }));
    await this.load();
  }

  /** @param {KeyboardEvent} event @param {Bidder} bidder */
  #key(event, bidder) {
    if (composing(event)) return;
    const bidders = this.shown;
    const at = bidders.indexOf(bidder);
    if (event.altKey && this.#movable && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      void this.#shift(bidder, event.key === "ArrowUp" ? "up" : "down").then(() => this.updateComplete).then(() => /** @type {HTMLElement | null} */ (this.querySelector(`[data-bidder="${bidder.id}"]`))?.focus());
    } else if (!event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const next = bidders[at + (event.key === "ArrowUp" ? -1 : 1)];
      if (!next) return;
      this.#choose(next.id);
      void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector(`[data-bidder="${next.id}"]`))?.focus());
    }
  }

  render() {
    if (!this.list) return nothing;
    const { bidders, note } = this.list;
    const locked = state().kind === "read-only";
    const chosen = this.board ? undefined : this.chosen;
    const here = `p/${this.params.procurement}`;
    const had = new Set(bidders.map((one) => one.id));
    // The field for a new name stays the same one when the first bidder arrives, so that the next name can be typed on.
    return html`<section class="register" aria-labelledby="vendors-h">
        <div class="head"><h1 id="vendors-h">${t("rail-vendors")}</h1>${bidders.length ? html`<p>${t("vendors-count", { count: bidders.length })}</p>` : nothing}
          <span class="end"><a href="#/directory">${t("view-directory")}</a></span></div>
        ${bidders.length ? html`<div class="tabs" role="group" aria-label=${t("vendors-shown-as")}>
          <button type="button" aria-pressed=${!this.board} @click=${() => go(`${here}/vendors`)}>${t("vendors-list")}</button>
          <button type="button" aria-pressed=${this.board} @click=${() => go(`${here}/vendors/board`)}>${t("vendors-board")}</button>
          <button type="button" aria-pressed="false" @click=${() => go(`${here}/hearings`)}>${t("view-hearings")}</button></div>` : nothing}
        ${bidders.length ? this.#register(note, locked) : emptyState({ text: t("empty-vendors"), note: t("empty-vendors-note") })}
        ${locked ? nothing : html`<bidder-adder class="addrow" .procurement=${this.params.procurement} .first=${!bidders.length}
          @add-vendor=${(/** @type {CustomEvent} */ event) => this.#addVendor(event.detail)} @add-name=${(/** @type {CustomEvent} */ event) => this.#addAll([[event.detail]])} @add-rows=${(/** @type {CustomEvent} */ event) => this.#addTable(event.detail)}></bidder-adder>${leftRows(this.#keep, [...FIELDS], () => this.#how(), () => void this.#added(had))}`}
      </section>
      ${chosen ? this.#detail(chosen, locked) : nothing}`;
  }

  /** @param {import("../../host/bindings.d.ts").Text | null} note @param {boolean} locked */
  #register(note, locked) {
    const bidders = this.list?.bidders ?? [];
    const chosen = this.chosen;
    const shown = this.shown;
    return html`${note ? html`<ul class="sayings"><li class="warn"><b>${t("severity-warn")}</b><span>${say(note)}</span></li></ul>` : nothing}
        ${this.board || bidders.length < 2 ? nothing : this.#sift(bidders)}
        ${this.board
          ? html`<bidder-board .bidders=${bidders} .locked=${locked} @take=${(/** @type {CustomEvent} */ event) => this.#take(event.detail)} @open=${(/** @type {CustomEvent} */ event) => this.#choose(event.detail)}></bidder-board>`
          : html`<ul class="bidders" aria-label=${t("rail-vendors")}>
              ${repeat(shown, (one) => one.id, (one) => this.#row(one, one.id === chosen?.id, locked))}
            </ul>${shown.length ? nothing : html`<p class="pause">${t("vendors-none-fit")} <button class="link" type="button" @click=${() => { this.query = ""; this.status = ""; }}>${t("vendors-show-all")}</button></p>`}`}`;
  }

  /** @param {Bidder[]} bidders */
  #sift(bidders) {
    const present = [...WAY, ...OUT].filter((status) => bidders.some((one) => one.status === status));
    const typed = (/** @type {Event} */ event) => { this.query = /** @type {HTMLInputElement} */ (event.target).value.trim(); };
    return html`<div class="sift" role="search">
      <input id="bidders-seek" type="text" class="seek" aria-label=${t("vendors-search")} placeholder=${t("vendors-search")} autocomplete="off" spellcheck="false" .value=${live(this.query)}
        @input=${(/** @type {InputEvent} */ event) => { if (!event.isComposing) typed(event); }} @compositionend=${typed}
        @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "ArrowDown") { event.preventDefault(); /** @type {HTMLElement | null} */ (this.querySelector("[data-bidder]"))?.focus(); } }} />
      <label class="lab" for="bidders-status">${t("vendors-status")}</label>
      <select id="bidders-status" @change=${(/** @type {Event} */ event) => { this.status = /** @type {HTMLSelectElement} */ (event.target).value; }}><option value="" ?selected=${!this.status}>${t("vendors-every-status")}</option>${present.map((status) => html`<option value=${status} ?selected=${status === this.status}>${statusWord(status)}</option>`)}</select>
      <label class="lab" for="bidders-order">${t("vendors-order")}</label>
      <select id="bidders-order" @change=${(/** @type {Event} */ event) => { this.order = /** @type {HTMLSelectElement} */ (event.target).value; }}>${ORDERS.map((order) => html`<option value=${order} ?selected=${order === this.order}>${t(`vendors-order-${order}`)}</option>`)}</select>
    </div>`;
  }

  /** @param {Bidder} one @param {boolean} chosen @param {boolean} locked */
  #row(one, chosen, locked) {
    const bidders = this.list?.bidders ?? [];
    return html`<li class="${chosen ? "sel" : ""} ${this.over?.id === one.id ? `drop-${this.over?.side}` : ""}"
      @dragover=${(/** @type {DragEvent} */ event) => {
        if (!this.dragged) return;
        event.preventDefault();
        const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
        this.over = { id: one.id, side: event.clientY < box.top + box.height / 2 ? "before" : "after" };
      }}
      @drop=${async (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        const spot = this.dragged && this.over ? drop(bidders, this.dragged, one.id, this.over.side) : null;
        const id = this.dragged;
        this.over = null;
        this.dragged = null;
        if (spot && id) await act(() => commands.bidder_move({ id, after: spot.after }));
        await this.load();
      }}>
      ${locked || !this.#movable ? nothing : html`<span class="grip" draggable="true" aria-hidden="true" title=${t("drag-hint")} @dragstart=${(/** @type {DragEvent} */ event) => { this.dragged = one.id; event.dataTransfer?.setData("text/plain", one.name); }} @dragend=${() => { this.dragged = null; this.over = null; }}>${gripIcon}</span>`}
      <button type="button" data-bidder=${one.id} aria-current=${chosen ? "true" : "false"} @click=${() => this.#choose(one.id)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, one)}>
        <span class="who"><b>${one.name}</b><span class="s">${[one.department, one.person].filter(Boolean).join(t("who-joint"))}${one.mail ? html`<span class="mail">${one.mail}</span>` : html` <span class="shu">${t("bidder-no-mail")}</span>`}</span></span>
        <span class="status">${statusWord(one.status)}${one.since ? html`<span class="s">${one.since.on}</span><span class="s">${say(one.since.why)}</span>` : nothing}</span>
      </button>
      ${locked
        ? nothing
        : html`<span class="acts"><button class="tool icon" type="button" ?disabled=${one === bidders[0]} aria-label="${t("move-up")}: ${one.name}" title=${t("move-up")} @click=${() => this.#shift(one, "up")}>${upArrow}</button>
            <button class="tool icon" type="button" ?disabled=${one === bidders.at(-1)} aria-label="${t("move-down")}: ${one.name}" title=${t("move-down")} @click=${() => this.#shift(one, "down")}>${downArrow}</button>
            <button class="tool icon" type="button" aria-label="${t("delete")}: ${one.name}" title=${t("delete")} @click=${() => this.#remove(one)}>${closeIcon}</button></span>`}
    </li>`;
  }

  /** @param {Bidder} one @param {boolean} locked */
  #detail(one, locked) {
    return html`<section class="detail" aria-labelledby="bidder-h">
      <h2 id="bidder-h">${one.name || t("row-unnamed")}</h2>
      <p class="s">${statusWord(one.status)} ・ <a href="#/directory/${one.vendor}">${t("bidder-in-directory")}</a>${one.copy_number ? html` ・ ${t("bidder-copy", { number: one.copy_number })}` : nothing}</p>
      <div class="rows">
        ${repeat([...FIELDS], (field) => `${one.id} ${field}`, (field) => html`<div class="frow">
          <label class="lab" for="bidder-${field}">${t(`bidder-${field.replace("_", "-")}`)}</label>
          <edit-field .fieldId="bidder-${field}" .kind=${field === "mail" ? "line" : "text"} .value=${one[field] ?? ""} .name="${one.name} ${t(`bidder-${field.replace("_", "-")}`)}" .keep="${one.id} ${field}" .locked=${locked}
            .save=${(/** @type {string} */ value) => commands.bidder_set({ id: one.id, field, value })}></edit-field>
        </div>`)}
      </div>
      <p class="s">${t("bidder-names-note")}</p>
      <bidder-course .bidder=${one} .wanted=${this.wanted} .locked=${locked}></bidder-course>
      <bidder-talks .procurement=${this.params.procurement} .bidder=${one.id} .locked=${locked}></bidder-talks>
    </section>`;
  }
}
customElements.define("view-vendors", VendorsView);
