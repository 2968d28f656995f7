import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { lang, t } from "../../app/l10n.js";
import { go } from "../../app/router.js";

/** @typedef {import("../../host/bindings.d.ts").OutlineRow} OutlineRow */

/** The first step: a name, and what to start from. It opens in the page, not over it. */
class NewProcurement extends Element {
  static properties = { from: {}, earlier: { attribute: false }, outlines: { state: true }, chosen: { state: true }, source: { state: true }, language: { state: true } };

  constructor() {
    super();
    this.from = "";
    /** @type {import("../../host/bindings.d.ts").HomeRow[]} */
    this.earlier = [];
    /** @type {OutlineRow[]} */
    this.outlines = [];
    /** @type {string} */
    this.chosen = "";
    /** @type {string} */
    this.source = "";
    /** @type {string} */
    this.language = /** @type {import("../../host/bindings.d.ts").Lang} */ (lang());
  }

  async connectedCallback() {
    super.connectedCallback();
    const found = await read(() => commands.outline_list({}));
    this.outlines = found?.outlines ?? [];
    const wanted = this.outlines.find((one) => `outline:${one.id}` === this.from);
    if (wanted) this.language = wanted.lang;
    if (this.from.startsWith("procurement:")) this.source = this.from;
    this.chosen = this.from.startsWith("procurement:") ? "procurement" : this.from || this.#first();
    await this.updateComplete;
    this.querySelector("input")?.focus();
  }

  #offered() {
    return this.outlines.filter((one) => one.lang === this.language || one.own);
  }

  #first() {
    const first = this.#offered()[0];
    return first ? `outline:${first.id}` : "empty";
  }

  /** @param {Event} event */
  async #make(event) {
    event.preventDefault();
    const title = /** @type {HTMLInputElement} */ (this.querySelector("#new-title")).value.trim();
    const from = this.chosen === "procurement" ? this.source || `procurement:${this.earlier[0]?.id}` : this.chosen;
    // The sample and an earlier procurement bring a name with them.
    const named = this.chosen.startsWith("sample") || this.chosen === "procurement";
    const made = await act(() => commands.procurement_create({ title: title || (named ? "" : t("procurement-untitled")), from, lang: /** @type {import("../../host/bindings.d.ts").Lang} */ (this.language) }));
    if (made) go(`p/${made.id}/${this.chosen === "sample-decided" ? "result" : "facts/basics"}`);
  }

  /** @param {string} value @param {unknown} label @param {unknown} note */
  #option(value, label, note) {
    return html`<li><label class="opt"><input type="radio" name="from" .value=${value} .checked=${this.chosen === value} @change=${() => (this.chosen = value)} /><span><b>${label}</b><span class="s">${note}</span></span></label></li>`;
  }

  render() {
    return html`<form class="new" aria-labelledby="new-h" @submit=${this.#make} @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Escape") go(""); }}>
      <h2 id="new-h">${t("new-procurement")}</h2>
      <div class="row"><label class="lab" for="new-title">${t("procurement-title")}</label><input id="new-title" type="text" autocomplete="off" placeholder=${t("procurement-title-example")} /></div>
      <fieldset class="row"><legend class="lab">${t("new-paper-language")}</legend>
        <div class="inline">
          ${["ja", "en"].map((one) => html`<label class="opt"><input type="radio" name="lang" .value=${one} .checked=${this.language === one} @change=${() => { this.language = /** @type {import("../../host/bindings.d.ts").Lang} */ (one); if (this.chosen.startsWith("outline:")) this.chosen = this.#first(); }} />${t(`language-${one}`)}</label>`)}
        </div>
      </fieldset>
      <fieldset class="row"><legend class="lab">${t("new-from")}</legend>
        <ul class="froms">
          ${this.#offered().map((one) => this.#option(`outline:${one.id}`, one.title, html`${one.description} <span class="nw">${t("outline-sections", { count: one.sections })}</span>`))}
          ${this.earlier.length
            ? html`${this.#option("procurement", t("new-from-earlier"), t("new-from-earlier-note"))}
                ${this.chosen === "procurement"
                  ? html`<li class="pick"><select aria-label=${t("new-from-earlier")} @change=${(/** @type {Event} */ event) => (this.source = /** @type {HTMLSelectElement} */ (event.target).value)}>
                      ${this.earlier.map((row) => html`<option value="procurement:${row.id}" ?selected=${this.source === `procurement:${row.id}`}>${row.title}</option>`)}
                    </select></li>`
                  : nothing}`
            : nothing}
          ${this.#option("sample", t("new-from-sample"), t("new-from-sample-note"))}
          ${this.#option("sample-decided", t("new-from-sample-decided"), t("new-from-sample-decided-note"))} ${this.#option("empty", t("new-from-empty"), t("new-from-empty-note"))}
        </ul>
      </fieldset>
      <div class="acts"><button class="btn go" type="submit">${t("create")}</button><a class="btn" href="#/">${t("cancel")}</a></div>
    </form>`;
  }
}
customElements.define("new-procurement", NewProcurement);
