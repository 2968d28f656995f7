import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { has, say, t } from "../../app/l10n.js";
import { provide } from "../../app/palette.js";
import { drop, step } from "../../app/order.js";
import { replace } from "../../app/router.js";
import { state } from "../../app/saving.js";
import { isTable, readTsv } from "../../app/tsv.js";
import { undo } from "../../app/undo.js";
import { emptyState } from "../../elements/empty-state.js";
import { closeIcon, downArrow, gripIcon, upArrow } from "../../elements/icons.js";
import { removedToast } from "../../elements/toast.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").Bidder} Bidder */

const FIELDS = /** @type {const} */ (["name", "reading", "department", "person", "person_reading", "mail", "phone"]);
/** What a bidder can be while the RFP is being written and out. */
const STATUSES = ["candidate", "invited", "declined", "withdrawn"];
const PASTED = ["name", "reading", "department", "person", "person_reading", "mail", "phone"];

/** The vendors that are asked for a proposal, and whom to write to. */
class VendorsView extends Element {
  static properties = { params: { attribute: false }, list: { state: true }, over: { state: true } };

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

  /** @param {string} id */
  #choose(id) {
    this.params = { ...this.params, bidder: id };
    replace(`p/${this.params.procurement}/vendors/${id}`);
  }

  /** @param {string[][]} rows */
  async #addAll(rows) {
    /** @type {string | undefined} */
    let first;
    for (const cells of rows) {
      const values = Object.fromEntries(PASTED.map((field, at) => [field, cells[at] ?? ""]));
      if (!values.name) continue;
      const made = await act(async () => {
        const made = await commands.bidder_add({
          procurement: this.params.procurement, name: values.name,
          ...(values.reading ? { reading: values.reading } : {}), ...(values.person ? { person: values.person } : {}), ...(values.mail ? { mail: values.mail } : {}),
        });
        for (const field of ["department", "person_reading", "phone"]) if (values[field]) await commands.bidder_set({ id: made.id, field, value: values[field] });
        return made;
      });
      if (!made) return;
      first ??= made.id;
    }
    await this.load();
    if (first) this.#choose(first);
  }

  async #add() {
    const input = /** @type {HTMLInputElement} */ (this.querySelector("#bidder-new"));
    const name = input.value.trim();
    if (!name) {
      input.focus();
      return;
    }
    input.value = "";
    await this.#addAll([[name]]);
    input.focus();
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
    const bidders = this.list?.bidders ?? [];
    const at = bidders.indexOf(bidder);
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
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
    const chosen = this.chosen;
    const adder = html`<div class="addrow">
      <input id="bidder-new" type="text" class="adder" aria-label=${t("bidder-add")} placeholder=${t("bidder-add")} autocomplete="off"
        @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") { event.preventDefault(); void this.#add(); } }}
        @paste=${(/** @type {ClipboardEvent} */ event) => {
          const text = event.clipboardData?.getData("text/plain") ?? "";
          if (!isTable(text)) return;
          event.preventDefault();
          void this.#addAll(readTsv(text));
        }} />
      <button class="btn ${bidders.length ? "" : "go"}" type="button" @click=${() => this.#add()}>${t("add")}</button><span class="s">${t("bidder-paste-hint")}</span>
    </div>`;
    // The field for a new name stays the same one when the first bidder arrives, so that the next name can be typed on.
    return html`<section class="register" aria-labelledby="vendors-h">
        <div class="head"><h1 id="vendors-h">${t("rail-vendors")}</h1>${bidders.length ? html`<p>${t("vendors-count", { count: bidders.length })}</p>` : nothing}</div>
        ${bidders.length ? this.#register(note, locked) : emptyState({ text: t("empty-vendors"), note: t("empty-vendors-note") })}
        ${locked ? nothing : adder}
      </section>
      ${chosen ? this.#detail(chosen, locked) : nothing}`;
  }

  /** @param {import("../../host/bindings.d.ts").Text | null} note @param {boolean} locked */
  #register(note, locked) {
    const bidders = this.list?.bidders ?? [];
    const chosen = this.chosen;
    return html`${note ? html`<ul class="sayings"><li class="warn"><b>${t("severity-warn")}</b><span>${say(note)}</span></li></ul>` : nothing}
        <ul class="bidders" aria-label=${t("rail-vendors")}>
          ${repeat(bidders, (one) => one.id, (one) => this.#row(one, one.id === chosen?.id, locked))}
        </ul>`;
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
      ${locked ? nothing : html`<span class="grip" draggable="true" aria-hidden="true" title=${t("drag-hint")} @dragstart=${(/** @type {DragEvent} */ event) => { this.dragged = one.id; event.dataTransfer?.setData("text/plain", one.name); }} @dragend=${() => { this.dragged = null; this.over = null; }}>${gripIcon}</span>`}
      <button type="button" data-bidder=${one.id} aria-current=${chosen ? "true" : "false"} @click=${() => this.#choose(one.id)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, one)}>
        <span class="who"><b>${one.name}</b><span class="s">${[one.department, one.person].filter(Boolean).join(t("word-space"))}${one.mail ? html`<span class="mail">${one.mail}</span>` : html` <span class="shu">${t("bidder-no-mail")}</span>`}</span></span>
        <span class="status">${statusWord(one.status)}</span>
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
      <p class="s">${statusWord(one.status)}${one.copy_number ? html` ・ ${t("bidder-copy", { number: one.copy_number })}` : nothing}</p>
      <div class="rows">
        ${repeat([...FIELDS], (field) => `${one.id} ${field}`, (field) => html`<div class="frow">
          <label class="lab" for="bidder-${field}">${t(`bidder-${field.replace("_", "-")}`)}</label>
          <edit-field .fieldId="bidder-${field}" .kind=${field === "mail" ? "mail" : "text"} .value=${one[field] ?? ""} .name="${one.name} ${t(`bidder-${field.replace("_", "-")}`)}" .locked=${locked}
            .save=${(/** @type {string} */ value) => commands.bidder_set({ id: one.id, field, value })}></edit-field>
        </div>`)}
        <div class="frow"><label class="lab" for="bidder-status">${t("bidder-status")}</label>
          <edit-field .fieldId=${"bidder-status"} kind="choice" .value=${one.status} .name="${one.name} ${t("bidder-status")}" .locked=${locked}
            .choices=${[...new Set([...STATUSES, one.status])].map((value) => ({ value, label: { id: `bidder-${value}`, args: {} } }))} .save=${(/** @type {string} */ value) => commands.bidder_set({ id: one.id, field: "status", value })}></edit-field></div>
      </div>
      <p class="s">${t("bidder-names-note")}</p>
    </section>`;
  }
}
customElements.define("view-vendors", VendorsView);

/** @param {string} status */
const statusWord = (status) => (has(`bidder-${status}`) ? t(`bidder-${status}`) : status);
