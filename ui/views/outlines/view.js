import { html, nothing } from "lit";
import "./view.css";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { isReadOnly } from "../../app/saving.js";
import { Element } from "../../app/element.js";
import { lang, t } from "../../app/l10n.js";
import { undo } from "../../app/undo.js";
import { keeps, put } from "../../elements/keeps.js";
import { removedToast, toast } from "../../elements/toast.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").OutlineRow} OutlineRow */

/** Outlines to start from: those that come with the program, and own ones kept from a procurement. */
class OutlinesView extends Element {
  static properties = { params: { attribute: false }, outlines: { state: true }, procurements: { state: true }, renaming: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {OutlineRow[] | undefined} */
    this.outlines = undefined;
    /** @type {import("../../host/bindings.d.ts").HomeRow[]} */
    this.procurements = [];
    /** @type {string | null} */
    this.renaming = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  async load() {
    const [list, home] = await Promise.all([read(() => commands.outline_list({})), read(() => commands.home({}))]);
    if (list) this.outlines = list.outlines;
    if (home) this.procurements = home.procurements;
  }

  /** @param {OutlineRow} row */
  async #remove(row) {
    if ((await act(() => commands.outline_remove({ id: row.id }))) !== undefined) removedToast(row.title, undo);
  }

  /** @param {OutlineRow} row */
  async #rename(row) {
    this.renaming = row.id;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(".outlist edit-field"))?.focus();
  }

  /** @param {Event} event */
  async #keep(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const procurement = /** @type {HTMLSelectElement} */ (form.elements.namedItem("procurement")).value;
    const name = /** @type {HTMLInputElement} */ (form.elements.namedItem("title"));
    const title = name.value.trim() || this.procurements.find((row) => row.id === procurement)?.title || "";
    const made = await act(() => commands.outline_save({ procurement, title }));
    if (!made) return;
    put(name);
    toast({ text: t("outline-kept", { what: title }) });
  }

  render() {
    if (!this.outlines) return nothing;
    const own = this.outlines.filter((row) => row.own);
    // The same ones come in every language of the papers; here the interface's stand for both.
    const given = this.outlines.filter((row) => !row.own && row.lang === lang());
    return html`<div class="head"><h1>${t("view-outlines")}</h1><p>${t("outlines-lead")}</p></div>
      <section class="outs" aria-labelledby="o-own">
        <div class="sh"><h2 id="o-own">${t("outlines-own")}</h2></div>
        ${own.length ? this.#list(own) : html`<p class="lead">${t("empty-outlines")}</p>`}
        ${this.procurements.length && !isReadOnly()
          ? html`<form class="keepform" @submit=${this.#keep}>
              <label class="lab" for="keep-from">${t("outline-keep-from")}</label>
              <select id="keep-from" name="procurement">${this.procurements.map((row) => html`<option value=${row.id}>${row.title}</option>`)}</select>
              <label class="lab" for="keep-title">${t("outline-name")}</label><input id="keep-title" name="title" type="text" autocomplete="off" placeholder=${t("outline-name-example")} ${keeps("outline")} />
              <button class="btn" type="submit">${t("outline-keep")}</button>
            </form>`
          : nothing}
      </section>
      <section class="outs" aria-labelledby="o-given"><div class="sh"><h2 id="o-given">${t("outlines-given")}</h2></div>${this.#list(given)}</section>`;
  }

  /** @param {OutlineRow[]} rows */
  #list(rows) {
    return html`<ul class="outlist">
      ${rows.map(
        (row) => html`<li>
          <div>
            ${this.renaming === row.id
              ? html`<h3><edit-field class="cell" .value=${row.title} .label=${t("outline-name")} .save=${(/** @type {string} */ title) => commands.outline_rename({ id: row.id, title })} @leave-row=${() => (this.renaming = null)} @focusout=${() => (this.renaming = null)}></edit-field></h3>`
              : html`<h3>${row.title}</h3>`}
            <p class="s">${row.description}</p>
          </div>
          <p class="s nw">${t("outline-sections", { count: row.sections })}・${t(`language-${row.lang}`)}</p>
          <div class="acts2">
            ${isReadOnly() ? nothing : html`<a class="link" href="#/new/${encodeURIComponent(`outline:${row.id}`)}">${t("outline-start")}</a>`}
            ${row.own && !isReadOnly()
              ? html`<button class="link" type="button" @click=${() => this.#rename(row)}>${t("rename")}</button>
                  <button class="link" type="button" aria-label="${t("delete")}: ${row.title}" @click=${() => this.#remove(row)}>${t("delete")}</button>`
              : nothing}
          </div>
        </li>`,
      )}
    </ul>`;
  }
}
customElements.define("view-outlines", OutlinesView);
