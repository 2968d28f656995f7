import { html, nothing } from "lit";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { procurement } from "../../app/procurement.js";
import { Draft } from "../../app/saving.js";
import { redo, undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { Editor } from "../../elements/rich-text/editor.js";
import { TABLE_COLUMNS, TABLE_ROWS } from "../../elements/rich-text/schema.js";
import { plainText, staticText } from "../../elements/rich-text/static-text.js";
import { toast } from "../../elements/toast.js";
import "../../elements/requirement-list/requirement-list.js";
import "../../elements/rich-text/rich-text.css";

/** @typedef {import("../../host/bindings.d.ts").Section} Section */

const HINTS = "sentei.hints";

/** One section, open for writing, with its neighbours around it. Tells `around` (what the cursor is in), `open` {id}, `link`. */
export class SectionText extends Element {
  static properties = {
    section: { attribute: false }, previous: { attribute: false }, next: { attribute: false }, live: { attribute: false }, locked: { attribute: false }, fresh: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Section | null} */
    this.section = null;
    /** @type {import("../../host/bindings.d.ts").SectionRow | null} */
    this.previous = null;
    /** @type {Section | null} */
    this.next = null;
    /** @type {import("../../elements/rich-text/node-views.js").Live | null} */
    this.live = null;
    this.locked = false;
    /** Whether the text that was read is newer than anything typed here. */
    this.fresh = true;
    /** @type {Editor | null} */
    this.editor = null;
    this.edits = 0;
    this.shownId = "";
    /** @type {Draft | null} */
    this.body = null;
    /** @type {Draft | null} */
    this.heading = null;
    /** @type {Draft | null} */
    this.wording = null;
    this.showWas = false;
    /** @type {import("../../host/bindings.d.ts").Lang | undefined} the language of the papers, in which the text is written */
    this.papers = undefined;
    this.hints = localStorage.getItem(HINTS) !== "hidden";
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("procurement", (found) => { if (found && found.lang !== this.papers) this.requestUpdate(); });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const draft of [this.body, this.heading, this.wording]) void draft?.flush();
    this.editor?.destroy();
    this.editor = null;
  }

  /** A mark of what was typed so far, or null while something is not yet stored. Equal marks mean: nothing was typed in between. */
  mark() {
    const waits = [this.body, this.heading, this.wording].some((draft) => draft && (draft.dirty || draft.writing));
    return waits || this.editor?.view.composing ? null : `${this.shownId} ${this.edits}`;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    this.papers = procurement()?.lang;
    if (changed.has("section") && this.section && this.section.id !== this.shownId) this.#drafts(this.section);
  }

  /** @param {Section} section */
  #drafts(section) {
    for (const draft of [this.body, this.heading, this.wording]) {
      // What was left is written even if its composition never ended.
      draft?.compose(false);
      void draft?.flush();
    }
    const { id } = section;
    const name = () => `${section.number} ${section.title}`;
    const live = () => this.live;
    const refused = (/** @type {any} */ failure) => {
      report(failure);
      this.requestUpdate();
    };
    this.body = new Draft({
      name,
      save: (doc) => commands.section_set({ id, body: doc.toJSON() }),
      refused: report,
      text: (doc) => { const values = live(); return values ? plainText(doc.toJSON(), values) : doc.textContent; },
    });
    this.heading = new Draft({ name, save: (title) => commands.section_set({ id, title }), refused });
    this.wording = new Draft({ name, save: (wording) => commands.section_set({ id, optional_wording: wording }), refused });
    this.showWas = false;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!this.section) return;
    if (!this.editor && this.live) this.#begin();
    if (changed.has("section") && this.editor) {
      const other = this.section.id !== this.shownId;
      if (other) {
        this.shownId = this.section.id;
        this.editor.show(this.section.body);
        this.querySelector(".scroll")?.scrollTo(0, 0);
      } else if (this.fresh) this.editor.show(this.section.body, { keepPlace: true });
    }
    this.editor?.setEditable(!this.locked);
    for (const area of /** @type {NodeListOf<HTMLTextAreaElement>} */ (this.querySelectorAll("textarea.grow"))) {
      area.style.setProperty("height", "auto");
      area.style.setProperty("height", `${area.scrollHeight}px`);
    }
  }

  #begin() {
    const host = /** @type {HTMLElement | null} */ (this.querySelector(".writing"));
    if (!host || !this.live) return;
    const editor = new Editor(host, {
      live: this.live,
      changed: () => {
        this.edits += 1;
        this.body?.change(editor.view.state.doc);
      },
      moved: (around) => this.dispatchEvent(new CustomEvent("around", { detail: around })),
      composing: (under) => this.body?.compose(under),
      askLink: () => { this.dispatchEvent(new CustomEvent("link")); return true; },
      undo: () => void undo(),
      redo: () => void redo(),
      leftOut: ({ rows, columns }) => toast({ text: [
        rows ? t("paste-left-out-rows", { count: rows, most: TABLE_ROWS }) : "",
        columns ? t("paste-left-out-columns", { count: columns, most: TABLE_COLUMNS }) : "",
      ].filter(Boolean).join(t("lang-space")) }),
      label: () => t("text-of", { title: `${this.section?.number ?? ""} ${this.section?.title ?? ""}` }),
    });
    this.editor = editor;
    editor.view.dom.addEventListener("blur", () => void this.body?.flush());
    this.dispatchEvent(new CustomEvent("ready", { detail: editor }));
  }

  /** @param {Record<string, unknown>} change */
  #set(change) {
    if (this.section) void act(() => commands.section_set({ id: /** @type {Section} */ (this.section).id, ...change }));
  }

  /** @param {string} id */
  #open(id) {
    this.dispatchEvent(new CustomEvent("open", { detail: { id } }));
  }

  #setHints(/** @type {boolean} */ shown) {
    this.hints = shown;
    localStorage.setItem(HINTS, shown ? "shown" : "hidden");
    this.requestUpdate();
  }

  #head(/** @type {Section} */ section) {
    const { heading: title, locked } = this;
    const value = title && (title.dirty || title.writing) ? title.value : section.title;
    return html`<div class="chap">
        <p>${section.chapter ? `${section.chapter.number}　${section.chapter.title}` : ""}</p>
        ${section.done ? html`<span class="done">${t("column-section-done")}</span>` : nothing}
        <button class="link" type="button" ?disabled=${locked} @click=${() => this.#set({ done: !section.done })}>${t(section.done ? "section-not-done" : "section-done")}</button>
        ${section.optional_allowed || section.optional
          ? html`<label class="opt" title=${t("section-optional-note")}><input type="checkbox" .checked=${section.optional} ?disabled=${locked} @change=${(/** @type {Event} */ event) => this.#set({ optional: /** @type {HTMLInputElement} */ (event.target).checked })}>${t("section-optional")}</label>`
          : nothing}
      </div>
      <h1 class="title"><span class="no">${section.number}</span><textarea class="grow" rows="1" maxlength="200" aria-label=${t("section-title", { number: section.number })} ?readonly=${locked} .value=${value}
          @input=${(/** @type {Event} */ event) => { this.edits += 1; title?.change(/** @type {HTMLTextAreaElement} */ (event.target).value.replace(/\s*\n\s*/g, " ")); this.requestUpdate(); }}
          @compositionstart=${() => title?.compose(true)} @compositionend=${() => title?.compose(false)} @blur=${() => title?.flush()}
          @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") { event.preventDefault(); this.editor?.focus(); } }}></textarea></h1>
      ${section.hint
        ? this.hints
          ? html`<p class="hint"><b>${t("hint")}</b><span>${section.hint} <button class="link" type="button" @click=${() => this.#setHints(false)}>${t("hint-hide")}</button></span></p>`
          : html`<p class="hint"><button class="link" type="button" @click=${() => this.#setHints(true)}>${t("hint-show")}</button></p>`
        : nothing}
      ${section.optional ? this.#optional(section) : nothing}
      ${section.was ? html`<p class="waswhat"><span>${t("section-changed", { number: section.was.number })}</span>
          <button class="link" type="button" aria-expanded=${this.showWas ? "true" : "false"} @click=${() => { this.showWas = !this.showWas; this.requestUpdate(); }}>${t(this.showWas ? "section-was-hide" : "section-was-show")}</button></p>
          ${this.showWas && this.live ? html`<div class="wastext" role="region" aria-label=${t("section-was", { number: section.was.number })}>${staticText(section.was.body, this.live, this.papers)}</div>` : nothing}` : nothing}`;
  }

  /** @param {Section} section */
  #optional(section) {
    const { wording } = this;
    const value = wording && (wording.dirty || wording.writing) ? wording.value : section.optional_wording;
    return html`<div class="optional"><label for="optional-wording">${t("optional-wording")}</label>
      <textarea id="optional-wording" class="grow" rows="2" ?readonly=${this.locked} .value=${value}
        @input=${(/** @type {Event} */ event) => { this.edits += 1; wording?.change(/** @type {HTMLTextAreaElement} */ (event.target).value); this.requestUpdate(); }}
        @compositionstart=${() => wording?.compose(true)} @compositionend=${() => wording?.compose(false)} @blur=${() => wording?.flush()}></textarea></div>`;
  }

  render() {
    const { section, next, previous: before, live } = this;
    if (!section) return nothing;
    return html`<div class="scroll">
      <article class="sect here">
        ${this.#head(section)}
        <div class="writing" lang=${this.papers ?? nothing}></div>
        <div class="own-reqs">
          ${section.requirements.length ? html`<h2>${t("section-requirements")}</h2>` : nothing}
          <requirement-list .procurement=${section.procurement} .section=${section.id} .requirements=${section.requirements} .locked=${this.locked}></requirement-list>
        </div>
      </article>
      ${next
        ? html`<article class="sect following" aria-label=${t("section-next", { title: `${next.number} ${next.title}` })}>
            <h2 class="title"><span class="no">${next.number}</span><a href="#/p/${section.procurement}/rfp/${next.id}">${next.title}</a>${next.optional ? html` <span class="mark">${t("flag-optional")}</span>` : nothing}</h2>
            <div class="peek" @click=${() => { if (getSelection()?.isCollapsed) this.#open(next.id); }}>${live ? (next.optional ? html`<div class="prose still"><p>${next.optional_wording}</p></div>` : staticText(next.body, live, this.papers)) : nothing}</div>
          </article>`
        : nothing}
      <nav class="along" aria-label=${t("section-along")}>
        ${before ? html`<button class="link" type="button" @click=${() => this.#open(before.id)}>${t("section-before", { title: `${before.number} ${before.title}` })}</button>` : html`<span></span>`}
        ${next ? html`<button class="link" type="button" @click=${() => this.#open(next.id)}>${t("section-next", { title: `${next.number} ${next.title}` })}</button>` : nothing}
      </nav>
    </div>`;
  }
}

customElements.define("section-text", SectionText);
