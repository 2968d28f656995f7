import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { go } from "../../app/router.js";
import { keeps, put } from "../../elements/keeps.js";

/** The hearings with one bidder, and the field for the next. */
class BidderTalks extends Element {
  static properties = { procurement: {}, bidder: {}, locked: { type: Boolean }, all: { state: true } };

  constructor() {
    super();
    this.procurement = "";
    this.bidder = "";
    this.locked = false;
    /** @type {import("../../host/bindings.d.ts").Hearing[]} */
    this.all = [];
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  async load() {
    const all = await read(() => commands.hearing_list({ procurement: this.procurement }));
    if (all) this.all = all;
  }

  async #add() {
    const input = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    const at = input.value.trim();
    if (!at) {
      input.focus();
      return;
    }
    const made = await act(() => commands.hearing_add({ bidder: this.bidder, at }));
    if (!made) return;
    put(input);
    go(`p/${this.procurement}/hearings/${made.id}`);
  }

  render() {
    const own = this.all.filter((one) => one.bidder === this.bidder);
    return html`<section class="part" aria-labelledby="b-talks"><div class="sh"><h3 id="b-talks">${t("view-hearings")}</h3></div>
      ${own.length ? html`<ul class="before">${own.map((one) => html`<li><a href="#/p/${this.procurement}/hearings/${one.id}">${one.at_text}</a> <span class="s">${[one.place, one.questions.length ? t("hearing-questions-count", { count: one.questions.length }) : ""].filter(Boolean).join(t("list-comma"))}</span></li>`)}</ul>` : html`<p class="s none">${t("hearing-none-yet")}</p>`}
      ${this.locked ? nothing : html`<div class="addrow"><input type="text" class="figures" aria-label=${t("hearing-add-at")} placeholder=${t("hearing-add-at")} autocomplete="off" ${keeps(`hearing ${this.bidder}`)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") { event.preventDefault(); void this.#add(); } }} />
        <button class="btn small" type="button" @click=${() => this.#add()}>${t("hearing-add")}</button></div>`}</section>`;
  }
}
customElements.define("bidder-talks", BidderTalks);
