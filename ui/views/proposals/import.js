import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { pickFile } from "../../host/transport.js";
import { act, read, readGiven } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { settle, shown } from "../../app/failures.js";
import { FileDrop } from "../../app/file-drop.js";
import { say, t } from "../../app/l10n.js";
import { afterRefusal } from "../../app/reading.js";
import { undo } from "../../app/undo.js";
import { toast } from "../../elements/toast.js";
import { shape } from "./mark.js";

/** @typedef {import("../../host/bindings.d.ts").EstimateRead} EstimateRead */
/** @typedef {import("../../host/bindings.d.ts").ResponseRead} ResponseRead */
/** @typedef {import("../../host/bindings.d.ts").EstimateColumn} EstimateColumn */
/** @typedef {{ file?: string, text?: string, sheet?: number, columns?: EstimateColumn[] }} Source */

/** What a column of an estimate may hold. @type {EstimateColumn[]} */
const FIELDS = ["", "title", "unit-price", "quantity", "unit", "amount", "kind", "from-month", "to-month", "months", "tax"];

/** @param {EstimateColumn} field */
const fieldWord = (field) => (field === "" ? t("question-column-nothing") : field === "amount" || field === "months" ? t(`estimate-column-${field}`) : t(`column-estimate-line-${field}`));

/** What a sheet may end in. */
const ENDINGS = ["xlsx", "xlsm", "csv", "tsv", "txt"];
/** Longest wait for more pasted text. */
const PAUSE = 400;

/** An estimate or a response sheet from a file or pasted rows: what each row says and changes, and then all in one step. */
class ProposalImport extends Element {
  static properties = { proposal: {}, kind: {}, open: { state: true }, source: { state: true }, found: { state: true }, chosen: { state: true }, reason: { state: true } };

  constructor() {
    super();
    this.proposal = "";
    /** @type {"estimate" | "response"} */
    this.kind = "estimate";
    this.open = false;
    /** @type {Source} */
    this.source = {};
    /** @type {EstimateRead | ResponseRead | undefined} */
    this.found = undefined;
    /** Why the last reading was refused. @type {any} */
    this.refused = null;
    /** @type {Set<number>} */
    this.chosen = new Set();
    this.reason = "";
    this.turn = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    new FileDrop(this, { endings: ENDINGS, take: ([file]) => void this.#file(file) });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("proposal")) this.#close();
  }

  #close() {
    this.open = false;
    this.source = {};
    this.found = undefined;
    this.reason = "";
  }

  /** @param {Source} source */
  async #read(source) {
    this.turn += 1;
    const { turn } = this;
    if (!source.file && !source.text?.trim()) {
      if (!this.source.file) this.found = undefined;
      return;
    }
    const args = { proposal: this.proposal, ...source };
    const found = await readGiven(() => /** @type {Promise<EstimateRead | ResponseRead>} */ (this.kind === "estimate" ? commands.estimate_import_read(args) : commands.response_import_read(args)));
    if (turn !== this.turn) return;
    // What was refused before is past once something can be read.
    if (found) settle(this.refused);
    this.refused = found ? null : shown();
    this.found = found ?? afterRefusal(this.found, this.source, source);
    this.source = source;
    this.chosen = new Set(found ? found.rows.filter((row) => row.state === "new" || row.state === "changed").map((row) => row.at) : []);
  }

  async #pick() {
    const file = await pickFile(ENDINGS).catch(report);
    if (file) await this.#file(file);
  }

  /** @param {string} file */
  async #file(file) {
    this.open = true;
    await this.#read({ file });
  }

  /** @param {Event} event */
  #typed(event) {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    const { value } = /** @type {HTMLTextAreaElement} */ (event.target);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.#read({ text: value }), PAUSE);
  }

  async #take() {
    const { found } = this;
    if (!found) return;
    const source = { proposal: this.proposal, ...this.source };
    const done = await act(/** @returns {Promise<unknown>} */ () => this.kind === "estimate"
      ? commands.estimate_import({ source, seal: found.seal, ...(this.reason.trim() ? { reason: this.reason } : {}) })
      : commands.response_import({ source, seal: found.seal, chosen: [...this.chosen] }));
    if (!done) return;
    toast({ text: t("proposal-imported"), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
    this.#close();
  }

  render() {
    if (!this.open) return html`<p class="tools"><button class="btn small" type="button" @click=${() => { this.open = true; }}>${t(`import-${this.kind}`)}</button></p>`;
    const { found } = this;
    return html`<section class="importbox" aria-labelledby="import-h-${this.kind}"><div class="sh"><h3 id="import-h-${this.kind}">${t(`import-${this.kind}`)}</h3><button class="link" type="button" @click=${() => this.#close()}>${t("close")}</button></div>
      <p class="s">${t(`import-${this.kind}-lead`)} ${t("drop-or-here")}</p>
      <div class="tools"><button class="btn ${found ? "" : "go"}" type="button" @click=${() => this.#pick()}>${t("question-import-pick")}</button>
        <textarea rows="2" aria-label=${t("import-paste")} placeholder=${t("import-paste")} @input=${(/** @type {Event} */ event) => this.#typed(event)} @compositionend=${(/** @type {Event} */ event) => this.#typed(event)}></textarea></div>
      ${found ? html`<p class="s"><b>${found.name || t("question-import-pasted")}</b> ${found.own ? t("import-own") : nothing}</p>
        ${found.sheets.length > 1 ? html`<p><label class="lab" for="import-sheet">${t("question-import-sheet")}</label> <select id="import-sheet" @change=${(/** @type {Event} */ event) => this.#read({ ...this.source, sheet: Number(/** @type {HTMLSelectElement} */ (event.target).value), columns: undefined })}>${found.sheets.map((one) => html`<option value=${one.at} ?selected=${one.at === found.sheet}>${one.name}</option>`)}</select></p>` : nothing}
        ${found.notes.length ? html`<ul class="sayings">${found.notes.map((note) => html`<li class="note">${say(note)}</li>`)}</ul>` : nothing}
        ${this.kind === "estimate" ? this.#estimate(/** @type {EstimateRead} */ (found)) : this.#response(/** @type {ResponseRead} */ (found))}` : nothing}
    </section>`;
  }

  /** What each column holds, to be said where the headings do not tell. @param {EstimateRead} found */
  #columns(found) {
    if (!found.columns.length) return nothing;
    const chosen = (/** @type {number} */ at, /** @type {string} */ value) => {
      const columns = found.columns.map((one, n) => /** @type {EstimateColumn} */ (n === at ? value : one.field));
      void this.#read({ ...this.source, columns });
    };
    return html`<div class="sh"><h4 id="import-columns">${t("question-import-columns")}</h4><span class="s">${t("question-import-columns-note")}</span></div>
      <div class="wide" tabindex="0" role="group" aria-labelledby="import-columns"><div class="cols">${found.columns.map((one, at) => html`<div>
        <label class="lab clip" for="import-col-${at}" title=${one.heading}>${one.heading || t("question-import-column", { number: at + 1 })}</label>
        <select id="import-col-${at}" @change=${(/** @type {Event} */ event) => chosen(at, /** @type {HTMLSelectElement} */ (event.target).value)}>${FIELDS.map((field) => html`<option value=${field} ?selected=${field === one.field}>${fieldWord(field)}</option>`)}</select>
        <p class="s clip" title=${one.example}>${one.example}</p></div>`)}</div></div>`;
  }

  /** @param {EstimateRead} found */
  #estimate(found) {
    if (!found.rows.length) return this.#columns(found);
    return html`${this.#columns(found)}<div class="wide"><table class="reg plain"><thead><tr><th scope="col" class="num">${t("question-import-row")}</th><th scope="col">${t("question-import-state")}</th><th scope="col">${t("column-estimate-line-title")}</th><th scope="col">${t("column-estimate-line-kind")}</th><th scope="col" class="num">${t("column-estimate-line-unit-price")}</th><th scope="col" class="num">${t("column-estimate-line-quantity")}</th><th scope="col">${t("import-months")}</th><th scope="col">${t("column-estimate-line-tax")}</th></tr></thead><tbody>
        ${found.rows.map((row) => html`<tr class=${row.state}><td class="num">${row.at}</td><td>${t(`import-state-${row.state}`)}</td><td>${row.title}${row.message ? html`<span class="told">${say(row.message)}</span>` : nothing}</td><td>${t(`value-estimate-line-kind-${row.kind}`)}</td><td class="num">${row.unit_price}</td><td class="num">${row.counted}</td><td class="figures">${row.from_month || row.to_month ? t("import-from-to", { from: row.from_month ?? "", to: row.to_month ?? "" }) : ""}</td><td>${t(`value-estimate-line-tax-${row.tax}`)}</td></tr>`)}</tbody></table></div>
      ${found.gone.length ? html`<p class="s">${t("import-gone", { list: found.gone.join(t("list-comma")) })}</p>` : nothing}
      <p>${found.without_tax ? html`${t("total-without-label")} <b class="figures">${t("money", { amount: found.without_tax })}</b> ・ ${t("total-with-label")} <b class="figures">${t("money", { amount: found.with_tax })}</b>` : html`<span class="shu">${t("total-provisional")}</span>`} ${found.change ? html`<span class="s">${say(found.change)}</span>` : nothing}</p>
      ${found.replaces ? html`<p><label class="lab" for="import-reason">${t("column-estimate-reason")}</label><input type="text" id="import-reason" autocomplete="off" .value=${this.reason} @input=${(/** @type {Event} */ event) => { this.reason = /** @type {HTMLInputElement} */ (event.target).value; }}></p>` : nothing}
      <p class="tools"><button class="btn go" type="button" ?disabled=${found.replaces && !this.reason.trim()} @click=${() => this.#take()}>${t(found.replaces ? "import-estimate-later" : "import-estimate-go", { count: found.rows.length })}</button></p>`;
  }

  /** @param {ResponseRead} found */
  #response(found) {
    const may = (/** @type {string} */ state) => state === "new" || state === "changed";
    const word = (/** @type {string} */ answer) => (answer ? html`<span aria-hidden="true">${shape(answer)}</span> ${t(`value-requirement-answer-answer-${answer}`)}` : nothing);
    return html`<div class="wide"><table class="reg plain"><thead><tr><th scope="col"><span class="vh">${t("import-take")}</span></th><th scope="col">${t("question-import-state")}</th><th scope="col">${t("view-requirements")}</th><th scope="col">${t("column-requirement-answer-answer")}</th><th scope="col">${t("column-requirement-answer-words")}</th></tr></thead><tbody>
        ${found.rows.map((row) => html`<tr class=${row.state}><td>${may(row.state) ? html`<input type="checkbox" aria-label="${t("import-take")}: ${row.number}" .checked=${this.chosen.has(row.at)} @change=${(/** @type {Event} */ event) => { const next = new Set(this.chosen); if (/** @type {HTMLInputElement} */ (event.target).checked) next.add(row.at); else next.delete(row.at); this.chosen = next; }}>` : nothing}</td>
          <td>${t(`import-state-${row.state}`)}</td><td><span class="figures">${row.number}</span> ${row.text}${row.message ? html`<span class="told">${say(row.message)}</span>` : nothing}</td>
          <td>${row.state === "changed" && row.answer_before ? html`<span class="was">${word(row.answer_before)}</span>` : nothing}${word(row.answer)}</td><td>${row.state === "changed" && row.words_before && row.words_before !== row.words ? html`<span class="was">${row.words_before}</span>` : nothing}${row.words}</td></tr>`)}</tbody></table></div>
      <p class="tools"><button class="btn go" type="button" ?disabled=${!this.chosen.size} @click=${() => this.#take()}>${t("import-response-go", { count: this.chosen.size })}</button></p>`;
  }
}
customElements.define("proposal-import", ProposalImport);
