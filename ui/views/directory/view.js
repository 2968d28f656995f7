import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { fits } from "../../app/fold.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { provide } from "../../app/palette.js";
import { replace } from "../../app/router.js";
import { isReadOnly } from "../../app/saving.js";
import { emptyState } from "../../elements/empty-state.js";
import { keeps, put } from "../../elements/keeps.js";
import { phrased } from "../../elements/phrased.js";
import "./vendor-detail.js";

/** @typedef {import("../../host/bindings.d.ts").VendorRow} VendorRow */

const INITIALS = /** @type {const} */ (["a", "ka", "sa", "ta", "na", "ha", "ma", "ya", "ra", "wa", "latin", "other"]);

/** @type {Record<string, (a: VendorRow, b: VendorRow) => number>} */
const ORDERS = {
  reading: () => 0,
  name: (a, b) => a.name.localeCompare(b.name, "ja"),
  last: (a, b) => (b.last?.at ?? "").localeCompare(a.last?.at ?? ""),
};

/** The directory (ベンダー名簿): every company, kept across procurements. */
class DirectoryView extends Element {
  static properties = { params: { attribute: false }, list: { state: true }, query: { state: true }, initial: { state: true }, order: { state: true }, pairs: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {import("../../host/bindings.d.ts").Vendors | undefined} */
    this.list = undefined;
    this.query = "";
    this.initial = "";
    this.order = "reading";
    /** @type {import("../../host/bindings.d.ts").DuplicatePair[] | null} */
    this.pairs = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
    this.stopOffering = provide(() => (this.list?.vendors ?? []).map((one) => ({ label: one.name, detail: t("view-directory"), words: one.words, run: () => this.#choose(one.id) })));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopOffering?.();
  }

  async load() {
    const list = await read(() => commands.vendor_list({}));
    if (list) this.list = list;
    if (this.pairs) this.pairs = (await read(() => commands.vendor_duplicates({}))) ?? null;
  }

  get shown() {
    const all = this.list?.vendors ?? [];
    const found = all.filter((one) => (!this.initial || one.initial === this.initial) && (!this.query || fits(this.query, [one.name, ...one.words]) > 0));
    return this.order === "reading" ? found : [...found].sort(ORDERS[this.order]);
  }

  /** @param {string} id */
  #choose(id) {
    this.params = { ...this.params, vendor: id };
    replace(`directory/${id}`);
  }

  #close() {
    this.params = {};
    replace("directory");
  }

  async #add() {
    const input = /** @type {HTMLInputElement} */ (this.querySelector("#vendor-new"));
    const name = input.value.trim();
    if (!name) {
      input.focus();
      return;
    }
    const made = await act(() => commands.vendor_add({ name }));
    if (!made) return;
    put(input);
    await this.load();
    this.#choose(made.id);
  }

  /** @param {KeyboardEvent} event @param {VendorRow} one */
  #key(event, one) {
    if (composing(event) || event.altKey || event.ctrlKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const shown = this.shown;
    const next = shown[shown.findIndex((row) => row.id === one.id) + by];
    if (!next) return;
    this.#choose(next.id);
    void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector(`[data-vendor="${next.id}"]`))?.focus());
  }

  render() {
    if (!this.list) return nothing;
    const { vendors, duplicates } = this.list;
    const chosen = vendors.find((one) => one.id === this.params.vendor);
    const locked = isReadOnly();
    return html`<section class="register" aria-labelledby="directory-h">
        <div class="head"><h1 id="directory-h">${t("view-directory")}</h1>${vendors.length ? html`<p>${t("vendors-count", { count: vendors.length })}</p>` : nothing}
          ${locked ? nothing : html`<span class="end"><a class="btn" href="#/vendors-import">${t("directory-import")}</a></span>`}</div>
        ${vendors.length ? this.#tools() : emptyState({ text: t("empty-directory"), note: t("empty-directory-note") })}
        ${locked ? nothing : html`<div class="addrow">
          <input id="vendor-new" type="text" class="adder" aria-label=${t("directory-add")} placeholder=${t("directory-add")} autocomplete="off" ${keeps("vendor")}
            @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") { event.preventDefault(); void this.#add(); } }} />
          <button class="btn ${vendors.length ? "" : "go"}" type="button" @click=${() => this.#add()}>${t("directory-enter")}</button></div>`}
        ${duplicates ? this.#duplicates(duplicates, locked) : nothing}
        ${vendors.length ? this.#table(chosen) : nothing}
      </section>
      ${chosen ? html`<vendor-detail class="detail" .vendor=${chosen.id} .locked=${locked} @closed=${() => this.#close()} @merged=${(/** @type {CustomEvent} */ event) => this.#choose(event.detail)}></vendor-detail>` : nothing}`;
  }

  #tools() {
    const has = new Set(this.list?.vendors.map((one) => one.initial));
    return html`<div class="sift">
      <input type="text" class="seek" aria-label=${t("directory-search")} placeholder=${t("directory-search")} autocomplete="off" spellcheck="false"
        @input=${(/** @type {InputEvent} */ event) => { if (!event.isComposing) this.query = /** @type {HTMLInputElement} */ (event.target).value.trim(); }}
        @compositionend=${(/** @type {Event} */ event) => { this.query = /** @type {HTMLInputElement} */ (event.target).value.trim(); }} />
      <div class="initials" role="group" aria-label=${t("directory-initials")}>
        <button type="button" aria-pressed=${this.initial === ""} @click=${() => (this.initial = "")}>${t("directory-all")}</button>
        ${INITIALS.map((one) => html`<button type="button" aria-pressed=${this.initial === one} ?disabled=${!has.has(one)} @click=${() => (this.initial = this.initial === one ? "" : one)}>${t(`initial-${one}`)}</button>`)}
      </div>
    </div>`;
  }

  /** @param {number} count @param {boolean} locked */
  #duplicates(count, locked) {
    return html`<div class="pairs"><button class="link" type="button" aria-expanded=${Boolean(this.pairs)} @click=${async () => { this.pairs = this.pairs ? null : ((await read(() => commands.vendor_duplicates({}))) ?? null); }}>${t("directory-duplicates", { count })}</button>
      ${this.pairs ? html`<ul>${this.pairs.map((pair) => html`<li><span>${pair.first.name}${t("list-comma")}${pair.second.name}</span> <span class="s">${say(pair.first.why)}</span>
        ${locked ? nothing : html`<button class="link" type="button" @click=${() => this.#choose(pair.first.id)}>${t("directory-look")}</button>`}</li>`)}</ul>` : nothing}</div>`;
  }

  /** @param {VendorRow | undefined} chosen */
  #table(chosen) {
    const shown = this.shown;
    if (!shown.length) return html`<p class="lead nofit" role="status">${t("directory-none")}</p>`;
    const head = (/** @type {string} */ order, /** @type {string} */ label, className = "") => html`<th scope="col" class=${className} aria-sort=${this.order === order ? (order === "last" ? "descending" : "ascending") : "none"}>
      <button class="sort" type="button" @click=${() => (this.order = order)}>${label}<span aria-hidden="true">${this.order === order ? (order === "last" ? "↓" : "↑") : ""}</span></button></th>`;
    return html`<div class="tablewrap"><table class="reg">
      <thead><tr>${head("reading", t("directory-by-reading"))}<th scope="col" class="c-does">${t("vendor-field-does")}</th><th scope="col" class="num c-small">${t("directory-smallest")}</th><th scope="col" class="c-nda">${t("vendor-field-nda")}</th>${head("last", t("directory-last"), "c-last")}</tr></thead>
      <tbody>${repeat(shown, (one) => one.id, (one) => html`<tr class=${one.id === chosen?.id ? "sel" : ""} @click=${() => this.#choose(one.id)}>
        <th scope="row"><button type="button" class="pick" data-vendor=${one.id} aria-current=${one.id === chosen?.id ? "true" : "false"} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, one)}><b>${one.name}</b>${one.is_sample ? html` <span class="mark">${t("sample-badge")}</span>` : nothing}<span class="s">${one.reading || t("directory-no-reading")}</span></button></th>
        <td class="c-does"><span class="lines2" title=${one.does}>${one.does}</span></td>
        <td class="num c-small">${one.smallest}</td>
        <td class="c-nda phrased ${one.nda_over ? "shu" : ""}">${phrased(say(one.nda_text))}</td>
        <td class="c-last">${one.last ? html`<span class="lines2" title=${one.last.title}>${one.last.title}</span><span class="s">${say(one.last.told)}</span>` : html`<span class="s">${t("directory-never")}</span>`}</td>
      </tr>`)}</tbody></table></div>`;
  }
}
customElements.define("view-directory", DirectoryView);
