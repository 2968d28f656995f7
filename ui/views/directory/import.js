import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./import.css";
import { commands } from "../../host/commands.js";
import { pickFile } from "../../host/transport.js";
import { act, read, readGiven } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { FileDrop } from "../../app/file-drop.js";
import { say, t } from "../../app/l10n.js";
import { afterRefusal } from "../../app/reading.js";
import { go } from "../../app/router.js";
import { isReadOnly } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { toast } from "../../elements/toast.js";

/** @typedef {import("../../host/bindings.d.ts").VendorsRead} VendorsRead */
/** @typedef {import("../../host/bindings.d.ts").VendorTake} VendorTake */
/** @typedef {import("../../host/bindings.d.ts").VendorColumn} VendorColumn */

/** What a list of vendors may end in. */
const ENDINGS = ["xlsx", "xlsm", "csv", "tsv", "txt"];

/** Vendors from a table: the file or the pasted rows, what each column holds, what each row becomes, and then all in one step. */
class DirectoryImportView extends Element {
  static properties = { params: { attribute: false }, table: { state: true }, found: { state: true }, takes: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {{ file?: string, text?: string, sheet?: number, columns?: (VendorColumn | null)[] }} */
    this.table = {};
    /** @type {VendorsRead | undefined} */
    this.found = undefined;
    /** @type {Record<number, VendorTake>} */
    this.takes = {};
    new FileDrop(this, { endings: ENDINGS, take: ([file]) => void this.#file(file) });
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("language", () => void this.#read(this.table));
  }

  /** @param {typeof this.table} table */
  async #read(table) {
    if (!table.file && !table.text) return;
    const found = await readGiven(() => commands.vendor_import_read(/** @type {any} */ (table)));
    this.found = found ?? afterRefusal(this.found, this.table, table);
    this.table = table;
  }

  async #pick() {
    const file = await pickFile(ENDINGS);
    if (file) await this.#file(file);
  }

  /** @param {string} file */
  async #file(file) {
    this.takes = {};
    await this.#read({ file });
  }

  /** @param {ClipboardEvent} event */
  #pasted(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!text.trim()) return;
    event.preventDefault();
    this.takes = {};
    void this.#read({ text });
  }

  /** @param {number} at @param {string} value */
  #column(at, value) {
    const columns = (this.found?.columns ?? []).map((one, n) => {
      const column = n === at ? value || null : one.column;
      // What stands in another column now is taken from where it stood.
      return n !== at && column === value ? null : column;
    });
    void this.#read({ ...this.table, columns: /** @type {(VendorColumn | null)[]} */ (columns) });
  }

  #take = (/** @type {import("../../host/bindings.d.ts").ReadVendor} */ row) => (row.may.includes(this.takes[row.row]) ? this.takes[row.row] : row.take);

  async #import() {
    const takes = Object.fromEntries((this.found?.rows ?? []).map((row) => [row.row, this.#take(row)]));
    const done = await act(() => commands.vendor_import(/** @type {any} */ ({ table: this.table, takes })));
    if (!done) return;
    go("directory");
    toast({ text: t("import-vendors-done", { added: done.added, filled: done.filled, left: done.left }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
  }

  render() {
    const { found } = this;
    return html`<div class="head"><h1>${t("view-directory-import")}</h1><span class="end"><a class="btn" href="#/directory">${t("import-vendors-back")}</a></span></div>
      <div class="from">
        <p class="lead">${t("import-vendors-lead")}</p>
        ${isReadOnly() ? html`<p class="lead">${t("error-read-only")}</p>` : html`<div class="tools"><button class="btn ${found ? "" : "go"}" type="button" @click=${() => this.#pick()}>${t("import-vendors-pick")}</button>
          <input type="text" class="pastehere" aria-label=${t("import-vendors-paste")} placeholder=${t("import-vendors-paste")} autocomplete="off" @paste=${(/** @type {ClipboardEvent} */ event) => this.#pasted(event)} /></div><p class="s">${t("drop-or")}</p>`}
      </div>
      ${found ? this.#found(found) : nothing}`;
  }

  /** @param {VendorsRead} found */
  #found(found) {
    const count = (/** @type {VendorTake} */ take) => found.rows.filter((row) => this.#take(row) === take).length;
    const [added, filled, left] = [count("add"), count("fill"), count("leave")];
    const named = found.columns.some((one) => one.column === "name");
    return html`<section class="listing" aria-labelledby="i-columns"><div class="sh"><h2 id="i-columns">${t("import-vendors-columns", { name: found.name })}</h2><span class="s">${t("import-vendors-columns-note")}</span></div>
        ${found.sheets.length > 1 ? html`<p class="sheets"><label class="lab" for="i-sheet">${t("import-vendors-sheet")}</label> <select id="i-sheet" @change=${(/** @type {Event} */ event) => { this.takes = {}; void this.#read({ ...this.table, columns: undefined, sheet: Number(/** @type {HTMLSelectElement} */ (event.target).value) }); }}>${found.sheets.map((name, at) => html`<option value=${at} ?selected=${at === found.sheet}>${name}</option>`)}</select></p>` : nothing}
        ${found.notes.length ? html`<ul class="sayings">${found.notes.map((note) => html`<li class="note">${say(note)}</li>`)}</ul>` : nothing}
        ${named ? nothing : html`<ul class="sayings"><li class="warn"><b>${t("severity-warn")}</b><span>${t("import-vendors-no-name")}</span></li></ul>`}
        <div class="wide" tabindex="0" role="group" aria-labelledby="i-columns"><div class="cols">${found.columns.map((one, at) => html`<div>
          <label class="lab clip" for="i-col-${at}" title=${one.heading}>${one.heading || t("import-vendors-column", { number: at + 1 })}</label>
          <select id="i-col-${at}" @change=${(/** @type {Event} */ event) => this.#column(at, /** @type {HTMLSelectElement} */ (event.target).value)}>
            <option value="" ?selected=${!one.column}>${t("import-vendors-unused")}</option>${found.choices.map((choice) => html`<option value=${choice.column} ?selected=${choice.column === one.column}>${say(choice.label)}</option>`)}</select>
          <span class="s clip" title=${one.example}>${one.example}</span></div>`)}</div></div></section>
      <section class="listing" aria-labelledby="i-rows"><div class="sh"><h2 id="i-rows">${t("import-vendors-rows", { count: found.rows.length })}</h2><span class="s" role="status">${t("import-vendors-sum", { added, filled, left })}</span>
        <span class="end"><button class="btn go" type="button" ?disabled=${!added && !filled} @click=${() => this.#import()}>${t("import-vendors-go", { count: added + filled })}</button></span></div>
        <div class="wide" tabindex="0" role="group" aria-labelledby="i-rows"><table class="reg plain rowsread"><thead><tr><th scope="col" class="num">${t("import-vendors-row")}</th><th scope="col">${t("vendor-field-name")}</th><th scope="col">${t("vendor-contact-name")}</th><th scope="col" class="num">${t("directory-smallest")}</th><th scope="col">${t("import-vendors-becomes")}</th><th scope="col">${t("import-vendors-seen")}</th></tr></thead>
        <tbody>${repeat(found.rows, (row) => row.row, (row) => this.#row(row))}</tbody></table></div></section>`;
  }

  /** @param {import("../../host/bindings.d.ts").ReadVendor} row */
  #row(row) {
    const take = this.#take(row);
    return html`<tr class=${take === "leave" ? "left" : ""}><td class="num">${row.row}</td><td>${row.name || html`<span class="s">${t("row-unnamed")}</span>`}</td><td>${row.person}${row.mail ? html` <span class="s">${row.mail}</span>` : nothing}</td><td class="num">${row.smallest}</td>
      <td>${row.may.length > 1 ? html`<select aria-label="${t("import-vendors-becomes")}: ${row.name}" @change=${(/** @type {Event} */ event) => (this.takes = { ...this.takes, [row.row]: /** @type {VendorTake} */ (/** @type {HTMLSelectElement} */ (event.target).value) })}>
        ${row.may.map((one) => html`<option value=${one} ?selected=${one === take}>${t(`import-take-${one}`)}</option>`)}</select>` : t(`import-take-${take}`)}</td>
      <td>${row.why ? html`<span>${say(row.why)}${row.meant && row.meant !== row.name ? html` <span class="s">${row.meant}</span>` : nothing}</span>` : nothing}${row.problems.map((one) => html`<span class="problem">${say(one)}</span>`)}</td></tr>`;
  }
}
customElements.define("view-directory-import", DirectoryImportView);
