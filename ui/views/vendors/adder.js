import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { fits } from "../../app/fold.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { isTable, readTsv } from "../../app/tsv.js";
import { keeps, put } from "../../elements/keeps.js";

/** @typedef {import("../../host/bindings.d.ts").SuggestionRow} Suggestion */

/** As many are offered as can be looked over at once. */
const MOST = 8;

/**
 * The field for one more bidder: a name, completed from the directory by its characters, よみ or romaji, with what is known of each company.
 * Fires `add-vendor` with a vendor's id, `add-name` with a name, `add-rows` with pasted rows.
 */
class BidderAdder extends Element {
  static properties = { procurement: {}, first: { type: Boolean }, all: { state: true }, query: { state: true }, open: { state: true }, at: { state: true } };

  constructor() {
    super();
    this.procurement = "";
    this.first = false;
    /** @type {Suggestion[]} */
    this.all = [];
    this.query = "";
    this.open = false;
    this.at = -1;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  async load() {
    const all = await read(() => commands.vendor_suggestions({ procurement: this.procurement }));
    if (all) this.all = all;
  }

  /** @returns {Suggestion[]} */
  get shown() {
    if (!this.query) return this.all.filter((one) => one.why).slice(0, MOST);
    const rated = this.all.map((one) => ({ one, value: fits(this.query, [one.name, one.reading, ...one.words]) })).filter(({ value }) => value > 0);
    return rated.sort((a, b) => b.value - a.value).slice(0, MOST).map(({ one }) => one);
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    const input = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    put(input);
    this.query = "";
    this.at = -1;
    this.open = false;
    this.dispatchEvent(new CustomEvent(name, { detail }));
    input.focus();
  }

  #add() {
    const input = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    const chosen = this.open ? this.shown[this.at] : undefined;
    if (chosen) this.#tell("add-vendor", chosen.id);
    else if (input.value.trim()) this.#tell("add-name", input.value.trim());
    else input.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (composing(event)) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && !event.altKey) {
      event.preventDefault();
      this.open = true;
      this.at = Math.max(-1, Math.min(this.shown.length - 1, this.at + by));
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#add();
    } else if (event.key === "Escape" && this.open) {
      event.preventDefault();
      this.open = false;
      this.at = -1;
    }
  }

  /** @param {Event} event */
  #typed(event) {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    this.query = /** @type {HTMLInputElement} */ (event.target).value.trim();
    this.open = true;
    this.at = -1;
  }

  render() {
    const shown = this.open ? this.shown : [];
    return html`<div class="combo">
        <input id="bidder-new" type="text" class="adder" role="combobox" aria-expanded=${shown.length > 0} aria-controls="bidder-offers" aria-autocomplete="list" aria-activedescendant=${this.at >= 0 ? `offer-${this.at}` : nothing}
          aria-label=${t("bidder-add")} placeholder=${t("bidder-add")} autocomplete="off" spellcheck="false" ${keeps(`bidder ${this.procurement}`)}
          @input=${(/** @type {Event} */ event) => this.#typed(event)} @compositionend=${(/** @type {Event} */ event) => this.#typed(event)} @focus=${() => (this.open = true)} @blur=${() => (this.open = false)}
          @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event)}
          @paste=${(/** @type {ClipboardEvent} */ event) => {
            const text = event.clipboardData?.getData("text/plain") ?? "";
            if (!isTable(text)) return;
            event.preventDefault();
            this.#tell("add-rows", readTsv(text));
          }} />
        <ul id="bidder-offers" role="listbox" aria-label=${t("bidder-offers")} ?hidden=${!shown.length}>${shown.map((one, at) => html`<li id="offer-${at}" role="option" aria-selected=${at === this.at}
          @pointerdown=${(/** @type {Event} */ event) => { event.preventDefault(); this.#tell("add-vendor", one.id); }}>
          <b>${one.name}</b>${one.smallest ? html` <span class="s">${t("from-volume", { volume: one.smallest })}</span>` : nothing}${one.why ? html`<span class="s why">${say(one.why)}</span>` : nothing}</li>`)}</ul>
      </div>
      <button class="btn ${this.first ? "go" : ""}" type="button" @click=${() => this.#add()}>${t("add")}</button><span class="s">${t("bidder-paste-hint")}</span>`;
  }
}
customElements.define("bidder-adder", BidderAdder);
