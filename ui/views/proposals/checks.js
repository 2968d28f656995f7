import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { commands } from "../../host/commands.js";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import "../../elements/edit-field.js";
import "./import.js";
import { shape } from "./mark.js";

/** A table in which each row has one of a few answers, given by 1, 2, 3 … and by the mouse; 0 takes it back, arrows go up and down. */
class Picks extends Element {
  static properties = { view: { attribute: false }, locked: { type: Boolean }, only: { state: true } };

  constructor() {
    super();
    /** @type {import("../../host/bindings.d.ts").Proposal} */
    this.view = /** @type {any} */ (undefined);
    this.locked = false;
    /** Only rows that are still open. */
    this.only = false;
    /** @type {string[]} */
    this.states = [];
    this.words = "";
    /** The rows as they stood, while the focus is in one of them. @type {{ id: string, rows: string[] } | null} */
    this.held = null;
  }

  get rows() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-picks]"))];
  }

  willUpdate() {
    const id = document.activeElement?.closest("[data-picks]")?.getAttribute("data-picks");
    const rows = this.rows.map((row) => row.getAttribute("data-picks") ?? "");
    this.held = id && rows.includes(id) ? { id, rows } : null;
  }

  /** A row that has its answer may no longer be shown: the keys go on in the next one. */
  updated() {
    const { held, rows } = this;
    const row = (/** @type {string} */ id) => rows.find((one) => one.getAttribute("data-picks") === id);
    if (!held || row(held.id)) return;
    const next = held.rows.slice(held.rows.indexOf(held.id)).find(row);
    if (rows.length) this.#enter(next ? row(next) : rows.at(-1));
    else /** @type {HTMLElement | null} */ (this.querySelector(".only"))?.focus();
  }

  /** @param {HTMLElement | undefined} row */
  #enter(row) {
    /** @type {HTMLElement | null | undefined} */ (row?.querySelector("input:checked") ?? row?.querySelector("input"))?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} _id @param {string} _state @returns {Promise<any>} */
  async put(_id, _state) {}

  /** @param {KeyboardEvent} event @param {string} id */
  key(event, id) {
    if (composing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const { rows } = this;
      const at = rows.findIndex((row) => row.getAttribute("data-picks") === id);
      this.#enter(rows[at + (event.key === "ArrowUp" ? -1 : 1)]);
      return;
    }
    const state = /^[1-9]$/.test(event.key) ? this.states[Number(event.key) - 1] : event.key === "0" || event.key === "Delete" || event.key === "Backspace" ? "" : undefined;
    if (state === undefined || this.locked) return;
    event.preventDefault();
    void act(() => this.put(id, state));
  }

  /** What was refused is drawn as it is kept. @param {string} id @param {string} state */
  async #pick(id, state) {
    if ((await act(() => this.put(id, state))) === undefined) this.requestUpdate();
  }

  /** @param {string} id @param {string} state @param {string} label */
  picks(id, state, label) {
    return html`<fieldset class="picks" data-picks=${id} @keydown=${(/** @type {KeyboardEvent} */ event) => this.key(event, id)}><legend class="vh">${label}</legend>
      ${this.states.map((one, at) => html`<label class="pick ${one === state ? "on" : ""}"><input type="radio" name="pick-${id}" value=${one} .checked=${live(one === state)} ?disabled=${this.locked} @change=${() => this.#pick(id, one)}><span aria-hidden="true">${shape(one)}</span> ${t(`${this.words}-${one}`)} <span class="vh">${at + 1}</span></label>`)}</fieldset>`;
  }

  /** @param {number} open */
  head(open) {
    return html`<div class="tools over"><label class="opt s"><input type="checkbox" class="only" .checked=${this.only} @change=${(/** @type {Event} */ event) => { this.only = /** @type {HTMLInputElement} */ (event.target).checked; }}>${t("picks-only-open", { count: open })}</label><span class="s">${t("picks-keys", { last: this.states.length })}</span></div>`;
  }
}

/** Whether each required item is in the proposal, and on which page. */
class ProposalItems extends Picks {
  constructor() {
    super();
    this.states = ["present", "partly", "missing"];
    this.words = "value-item-check-state";
  }

  /** @param {string} item @param {string} value */
  put(item, value) {
    return commands.item_check_set({ proposal: this.view.id, item, field: "state", value });
  }

  render() {
    const { items, id: proposal } = this.view;
    if (!items.length) return html`<p class="lead">${t("items-none")} <a href="#/p/${this.view.procurement}/facts/items">${t("items-enter")}</a></p>`;
    const open = items.filter((item) => !item.state);
    const shown = this.only ? open : items;
    let group = "";
    return html`${this.head(open.length)}<div class="wide"><table class="reg plain picked"><thead><tr><th scope="col">${t("column-item-check-required-item")}</th><th scope="col" class="c-picks">${t("column-item-check-state")}</th><th scope="col" class="c-page">${t("column-item-check-page")}</th><th scope="col" class="c-note">${t("column-item-check-note")}</th></tr></thead><tbody>
      ${repeat(shown, (item) => item.id, (item) => {
        const first = item.group && item.group !== group;
        group = item.group;
        const cell = (/** @type {"page" | "note"} */ field) => html`<edit-field class="cell" .kind=${field === "page" ? "text" : "line"} .value=${item[field]} .label="${t(`column-item-check-${field}`)}: ${item.title}" .name=${item.title} .locked=${this.locked} .save=${(/** @type {string} */ value) => commands.item_check_set({ proposal, item: item.id, field, value })}></edit-field>`;
        return html`<tr class=${item.state || "open"}><th scope="row">${first ? html`<span class="s group">${item.group}</span>` : nothing}<span class="figures">${item.number}</span> ${item.title}</th><td class="c-picks">${this.picks(item.id, item.state, item.title)}</td><td class="c-page">${cell("page")}</td><td class="c-note">${cell("note")}</td></tr>`;
      })}</tbody></table></div>`;
  }
}
customElements.define("proposal-items", ProposalItems);

/** How the bidder answers each requirement, in its own words. */
class ProposalRequirements extends Picks {
  constructor() {
    super();
    this.states = ["full", "partly", "alternative", "none"];
    this.words = "fit-pick";
  }

  /** @param {string} requirement @param {string} value */
  put(requirement, value) {
    return commands.requirement_answer_set({ proposal: this.view.id, requirement, field: "answer", value });
  }

  render() {
    const { requirements, id: proposal } = this.view;
    if (!requirements.length) return html`<p class="lead">${t("requirements-none")} <a href="#/p/${this.view.procurement}/requirements">${t("requirements-enter")}</a></p>`;
    const open = requirements.filter((one) => !one.answer);
    const shown = this.only ? open : requirements;
    return html`${this.locked ? nothing : html`<proposal-import .proposal=${proposal} .kind=${"response"}></proposal-import>`}
      ${this.head(open.length)}<div class="wide"><table class="reg plain picked"><thead><tr><th scope="col">${t("view-requirements")}</th><th scope="col" class="c-picks">${t("column-requirement-answer-answer")}</th><th scope="col" class="c-words">${t("column-requirement-answer-words")}</th></tr></thead><tbody>
      ${repeat(shown, (one) => one.id, (one) => html`<tr class=${one.level === "must" && one.answer === "none" ? "unmet" : ""}><th scope="row"><span class="figures">${one.number}</span> <span class="mark">${t(`response-level-${one.level}`)}</span> ${one.text}</th><td class="c-picks">${this.picks(one.id, one.answer, one.number)}</td>
        <td class="c-words"><edit-field class="cell" .kind=${"long"} .value=${one.words} .label="${t("column-requirement-answer-words")}: ${one.number}" .name=${one.number} .locked=${this.locked} .save=${(/** @type {string} */ value) => commands.requirement_answer_set({ proposal, requirement: one.id, field: "words", value })}></edit-field></td></tr>`)}</tbody></table></div>`;
  }
}
customElements.define("proposal-requirements", ProposalRequirements);
