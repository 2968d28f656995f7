import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { act, read, readGiven } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { FileDrop } from "../../app/file-drop.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { afterRefusal } from "../../app/reading.js";
import { go } from "../../app/router.js";
import { isReadOnly } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { emptyState } from "../../elements/empty-state.js";
import { openMenu } from "../../elements/menu/menu.js";
import { toast } from "../../elements/toast.js";
import "../../elements/work-progress/work-progress.js";
import { commands } from "../../host/commands.js";
import { openPath, pickFile, pickFolder } from "../../host/transport.js";

/** @typedef {import("../../host/bindings.d.ts").QuestionsRead} QuestionsRead */
/** @typedef {import("../../host/bindings.d.ts").QuestionColumn} QuestionColumn */
/** @typedef {import("../../host/bindings.d.ts").IncomingRow} IncomingRow */
/** @typedef {{ file?: string, text?: string, bidder?: string, attachment?: number, sheet?: number, columns?: QuestionColumn[] }} Source */

/** What a column may hold. @type {QuestionColumn[]} */
const FIELDS = ["", "words", "section", "requirement", "number", "person"];
/** What a file of questions may end in. */
const ENDINGS = ["xlsx", "xlsm", "csv", "tsv", "txt", "eml", "msg"];
/** Longest wait for more pasted text. */
const PAUSE = 400;

/** Questions from a sheet, a mail or pasted text: who asks, what each column holds, what each row becomes, and then all in one step. */
class QuestionImportView extends Element {
  static properties = { params: { attribute: false }, source: { state: true }, found: { state: true }, chosen: { state: true }, bidders: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {Source} */
    this.source = {};
    /** @type {QuestionsRead | undefined} */
    this.found = undefined;
    /** @type {Set<number>} */
    this.chosen = new Set();
    /** @type {import("../../host/bindings.d.ts").Bidder[] | undefined} */
    this.bidders = undefined;
    /** When they came, as typed; none until she types. @type {string | undefined} */
    this.at = undefined;
    this.turn = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    new FileDrop(this, { endings: ENDINGS, take: ([file]) => void this.#file(file) });
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("language", () => void this.#read(this.source));
    this.hear("changed", () => void this.#bidders());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("params")) return;
    this.source = {};
    this.found = undefined;
    void this.#bidders();
  }

  async #bidders() {
    const list = await read(() => commands.bidder_list({ procurement: this.params.procurement }));
    if (list) this.bidders = list.bidders;
  }

  /** Reads what was chosen; of an answer that comes late nothing is shown. @param {Source} source @returns {Promise<boolean>} */
  async #read(source) {
    if (!source.file && !source.text?.trim()) return false;
    this.turn += 1;
    const { turn } = this;
    const found = await readGiven(() => commands.question_import_read({ procurement: this.params.procurement, ...source }));
    if (turn !== this.turn) return false;
    this.found = found ?? afterRefusal(this.found, this.source, source);
    this.source = source;
    this.chosen = new Set((found?.rows ?? []).filter((row) => row.likely && (row.state === "new" || row.state === "changed")).map((row) => row.at));
    return Boolean(found);
  }

  async #pick() {
    const file = await pickFile(ENDINGS);
    if (file) await this.#file(file);
  }

  /** @param {string} file */
  async #file(file) {
    this.at = undefined;
    // A sheet made here knows its bidder; another bidder's must not be forced on it.
    if (await this.#read({ file })) this.#clear();
  }

  #clear() {
    const area = /** @type {HTMLTextAreaElement | null} */ (this.querySelector("#qi-paste"));
    if (area) area.value = "";
  }

  /** @param {Event} event */
  #typed(event) {
    clearTimeout(this.timer);
    if (composing(/** @type {any} */ (event))) return;
    const text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    this.timer = setTimeout(() => {
      if (text.trim()) void this.#read({ text, bidder: this.source.bidder });
      else if (!this.source.file) this.found = undefined;
    }, PAUSE);
  }

  /** @param {number} at @param {string} value */
  #column(at, value) {
    const columns = (this.found?.columns ?? []).map((one, n) => /** @type {QuestionColumn} */ (n === at ? value : one.field));
    void this.#read({ ...this.source, columns });
  }

  /** @param {IncomingRow} row @param {boolean} on */
  #choose(row, on) {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(row.at);
    else chosen.delete(row.at);
    this.chosen = chosen;
  }

  async #import() {
    const { found } = this;
    if (!found) return;
    const { procurement } = this.params;
    const done = await act(() =>
      commands.question_import({ source: { procurement, ...this.source, bidder: found.bidder ?? undefined }, chosen: [...this.chosen], seal: found.seal, ...(this.at ? { received_at: this.at } : {}) }),
    );
    if (!done) {
      // What was moved on meanwhile is shown as it is now.
      void this.#read(this.source);
      return;
    }
    go(`p/${procurement}/questions`);
    toast({ text: t("question-import-done", { added: done.added, changed: done.changed, skipped: done.skipped }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
  }

  /** @param {string} bidder */
  async #sheet(bidder) {
    const to = await pickFolder();
    if (!to) return;
    const made = await act(() => commands.question_sheet_export({ procurement: this.params.procurement, bidder, to }));
    if (made) toast({ text: t("question-sheet-made", { file: made.file.split(/[\\/]/).pop() ?? "" }), action: { label: t("open-folder"), run: () => void openPath(to) } });
  }

  render() {
    const { found, bidders } = this;
    const locked = isReadOnly();
    if (!bidders) return nothing;
    return html`<div class="head"><h1>${t("view-question-import")}</h1><span class="end">
        ${bidders.length && !locked ? html`<button class="btn small" type="button" aria-haspopup="listbox" @click=${(/** @type {Event} */ event) => openMenu(/** @type {HTMLElement} */ (event.currentTarget), { label: t("question-sheet-make"), groups: [{ items: bidders.map((bidder) => ({ label: bidder.name, run: () => void this.#sheet(bidder.id) })) }] })}>${t("question-sheet-make")}</button>` : nothing}
        <a class="btn small" href="#/p/${this.params.procurement}/questions">${t("question-import-back")}</a></span></div>
      ${bidders.length
        ? html`<div class="from"><p class="lead">${t("question-import-lead")}</p>
          ${locked ? html`<p class="lead">${t("error-read-only")}</p>` : html`<div class="tools"><button class="btn ${found ? "" : "go"}" type="button" @click=${() => this.#pick()}>${t("question-import-pick")}</button>
            <textarea id="qi-paste" aria-label=${t("question-import-paste")} placeholder=${t("question-import-paste")} @input=${(/** @type {Event} */ event) => this.#typed(event)} @compositionend=${(/** @type {Event} */ event) => this.#typed(event)}></textarea></div><p class="s">${t("drop-or")}</p>`}</div>
          ${found ? this.#found(found) : nothing}`
        : emptyState({ text: t("question-import-no-bidders"), actions: html`<a class="btn go" href="#/p/${this.params.procurement}/vendors">${t("question-import-to-vendors")}</a>` })}`;
  }

  /** @param {QuestionsRead} found */
  #found(found) {
    const name = found.name || t("question-import-pasted");
    return html`<section class="listing" aria-labelledby="qi-from"><div class="sh"><h2 id="qi-from">${name}</h2><span class="s">${t(`question-import-kind-${found.kind}`)}</span></div>
        <div class="who">${this.#who(found)}</div>
        ${found.mail ? html`<p class="s">${say(found.mail)}</p>` : nothing}
        ${found.notes.length ? html`<ul class="sayings">${found.notes.map((note) => html`<li class="note">${say(note)}</li>`)}</ul>` : nothing}</section>
      ${found.columns.length && found.kind === "table" ? this.#columns(found) : nothing}
      ${this.#rows(found)}`;
  }

  /** @param {QuestionsRead} found */
  #who(found) {
    const picked = (/** @type {Event} */ event) => /** @type {HTMLSelectElement} */ (event.target).value;
    return html`<div><label class="lab" for="qi-bidder">${t("question-import-bidder")}</label>
        <select id="qi-bidder" ?disabled=${found.kind === "own"} @change=${(/** @type {Event} */ event) => this.#read({ ...this.source, bidder: picked(event) || undefined, columns: undefined })}>
          <option value="" ?selected=${!found.bidder}>${t("question-import-choose")}</option>${(this.bidders ?? []).map((bidder) => html`<option value=${bidder.id} ?selected=${bidder.id === found.bidder}>${bidder.name}</option>`)}</select>
        ${found.bidder_by ? html`<span class="s">${say(found.bidder_by)}</span>` : nothing}</div>
      <div><label class="lab" for="qi-at">${t("question-import-at")}</label>
        <input id="qi-at" type="text" autocomplete="off" .value=${this.at ?? (found.received_at ?? "").replace("T", " ")} placeholder=${t("question-import-now")} @input=${(/** @type {Event} */ event) => (this.at = /** @type {HTMLInputElement} */ (event.target).value)} /></div>
      ${found.attachments.length ? html`<div><label class="lab" for="qi-part">${t("question-import-part")}</label>
        <select id="qi-part" @change=${(/** @type {Event} */ event) => this.#read({ ...this.source, attachment: picked(event) === "" ? undefined : Number(picked(event)), sheet: undefined, columns: undefined })}>
          <option value="" ?selected=${found.kind === "mail"}>${t("question-import-body")}</option>${found.attachments.map((one) => html`<option value=${one.at} ?selected=${one.at === this.source.attachment}>${one.name}</option>`)}</select></div>` : nothing}
      ${found.sheets.length > 1 ? html`<div><label class="lab" for="qi-sheet">${t("question-import-sheet")}</label>
        <select id="qi-sheet" @change=${(/** @type {Event} */ event) => this.#read({ ...this.source, sheet: Number(picked(event)), columns: undefined })}>${found.sheets.map((one) => html`<option value=${one.at} ?selected=${one.at === found.sheet}>${one.name}</option>`)}</select></div>` : nothing}`;
  }

  /** @param {QuestionsRead} found */
  #columns(found) {
    return html`<section class="listing" aria-labelledby="qi-columns"><div class="sh"><h2 id="qi-columns">${t("question-import-columns")}</h2><span class="s">${t("question-import-columns-note")}</span></div>
      <div class="wide" tabindex="0" role="group" aria-labelledby="qi-columns"><div class="cols">${found.columns.map((one, at) => html`<div>
        <label class="lab clip" for="qi-col-${at}" title=${one.heading}>${one.heading || t("question-import-column", { number: at + 1 })}</label>
        <select id="qi-col-${at}" @change=${(/** @type {Event} */ event) => this.#column(at, /** @type {HTMLSelectElement} */ (event.target).value)}>${FIELDS.map((field) => html`<option value=${field} ?selected=${field === one.field}>${t(`question-column-${field || "nothing"}`)}</option>`)}</select>
        <span class="s clip" title=${one.example}>${one.example}</span></div>`)}</div></div></section>`;
  }

  /** @param {QuestionsRead} found */
  #rows(found) {
    const may = found.rows.filter((row) => row.state === "new" || row.state === "changed");
    const count = (/** @type {string} */ state) => found.rows.filter((row) => row.state === state).length;
    const all = may.length > 0 && may.every((row) => this.chosen.has(row.at));
    if (!found.rows.length) return html`<section class="listing"><p class="lead">${t("question-import-none")}</p></section>`;
    return html`<section class="listing" aria-labelledby="qi-rows"><div class="sh"><h2 id="qi-rows">${t("question-import-rows", { count: found.rows.length })}</h2>
        <span class="s" role="status">${t("question-import-sum", { fresh: count("new"), changed: count("changed"), same: count("same"), wrong: count("wrong") })}</span>
        <span class="end">${found.bidder ? nothing : html`<span class="s">${t("question-import-who")}</span>`}<button class="btn go" type="button" ?disabled=${!this.chosen.size || !found.bidder || isReadOnly()} @click=${() => this.#import()}>${t("question-import-go", { count: this.chosen.size })}</button></span></div><work-progress></work-progress>
      <div class="wide" tabindex="0" role="group" aria-labelledby="qi-rows"><table class="reg plain rowsread"><thead><tr>
        <th scope="col" class="act-col"><input type="checkbox" aria-label=${t("question-import-all")} .checked=${all} ?disabled=${!may.length} @change=${(/** @type {Event} */ event) => (this.chosen = new Set(/** @type {HTMLInputElement} */ (event.target).checked ? may.map((row) => row.at) : []))} /></th>
        <th scope="col" class="num">${t(found.kind === "mail" ? "question-import-place" : "question-import-row")}</th><th scope="col" class="state">${t("question-import-state")}</th><th scope="col">${t("question-column-words")}</th><th scope="col" class="about">${t("question-import-about")}</th></tr></thead>
        <tbody>${repeat(found.rows, (row) => row.at, (row) => this.#row(row))}</tbody></table></div></section>`;
  }

  /** @param {IncomingRow} row */
  #row(row) {
    const may = row.state === "new" || row.state === "changed";
    const on = this.chosen.has(row.at);
    return html`<tr class="${row.state} ${on ? "" : "left"}"><td class="act-col">${may ? html`<input type="checkbox" aria-label=${t("question-import-choose-row", { row: row.at })} .checked=${on} @change=${(/** @type {Event} */ event) => this.#choose(row, /** @type {HTMLInputElement} */ (event.target).checked)} />` : nothing}</td>
      <td class="num">${row.at}</td><td class="state">${t(`incoming-state-${row.state}`)}</td>
      <td>${row.before ? html`<span class="was">${row.before}</span>` : nothing}<span class="words">${row.words}</span>${row.message ? html`<span class="told">${say(row.message)}</span>` : nothing}</td>
      <td class="about">${row.section ? html`<span class="s">${row.section}</span> ` : nothing}${row.requirement ? html`<span class="s">${row.requirement}</span> ` : nothing}${row.person ? html`<span class="s">${row.person}</span>` : nothing}</td></tr>`;
  }
}
customElements.define("view-question-import", QuestionImportView);
