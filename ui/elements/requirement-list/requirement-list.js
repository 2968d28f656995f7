import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { sentence } from "../../app/errors.js";
import { Draft } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { gripIcon, moreIcon } from "../icons.js";
import { openMenu } from "../menu/menu.js";
import { removedToast } from "../toast.js";
import "./requirement-list.css";

/** @typedef {import("../../host/bindings.d.ts").Requirement} Requirement */
/** @typedef {import("../../host/bindings.d.ts").SectionRow} SectionRow */

/**
 * Requirements, edited where they stand: those of one section, or with `sections` those of the whole RFP.
 */
export class RequirementList extends Element {
  static properties = {
    procurement: { attribute: false }, section: { attribute: false }, requirements: { attribute: false }, sections: { attribute: false }, locked: { attribute: false }, level: { attribute: false },
  };

  constructor() {
    super();
    this.procurement = "";
    /** @type {string | null} the section new ones belong to */
    this.section = null;
    /** @type {Requirement[]} */
    this.requirements = [];
    /** @type {SectionRow[] | null} */
    this.sections = null;
    this.locked = false;
    /** The level a new line begins with. */
    /** @type {import("../../host/bindings.d.ts").Level} */
    this.level = "must";
    /** @type {string | undefined} */
    this.wantFocus = undefined;
    /** @type {Map<string, Draft>} */
    this.drafts = new Map();
    /** @type {Map<string, string>} why a wording was refused */
    this.refused = new Map();
    this.dragged = "";
    this.over = "";
    /** @type {{ key: string, after: string | undefined, level: import("../../host/bindings.d.ts").Level, id: string } | null} a line begun but not yet stored, as it has no words */
    this.begun = null;
    /** @type {Map<string, string>} under which key a line that was begun here goes on */
    this.keys = new Map();
  }

  /** @param {{ id: string }} row */
  #key(row) {
    return this.keys.get(row.id) ?? row.id;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const draft of this.drafts.values()) void draft.flush();
  }

  /** @param {Requirement} row */
  #draft(row) {
    const key = this.#key(row);
    let draft = this.drafts.get(key);
    if (!draft) {
      draft = new Draft({
        name: () => row.number || t("requirement-new"),
        save: (text) => this.#save(key, text),
        saved: () => { this.refused.delete(key); this.requestUpdate(); },
        refused: (failure) => { this.refused.set(key, sentence(failure)); this.requestUpdate(); },
      });
      this.drafts.set(key, draft);
    }
    return draft;
  }

  /** @param {string} key @param {string} text */
  async #save(key, text) {
    const { begun } = this;
    if (begun?.key !== key || begun.id) {
      const id = [...this.keys].find(([, own]) => own === key)?.[0] ?? begun?.id ?? key;
      return commands.requirement_set({ id, text });
    }
    if (!text.trim()) return undefined;
    const made = await commands.requirement_add({
      procurement: this.procurement, ...(this.section ? { section: this.section } : {}), level: begun.level, text, ...(begun.after ? { after: begun.after } : {}),
    });
    begun.id = made.id;
    this.keys.set(made.id, key);
    return made;
  }

  /** The lines with the one that was begun in its place. @returns {Requirement[]} */
  get #rows() {
    const { begun, requirements } = this;
    if (!begun) return requirements;
    const at = begun.after ? requirements.findIndex(({ id }) => id === begun.after) + 1 : requirements.length;
    const row = { id: begun.id || begun.key, number: "", section: this.section, section_number: "", section_title: "", level: begun.level, text: "" };
    return [...requirements.slice(0, at), row, ...requirements.slice(at)];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // Once the store has the line, it is a line like the others.
    if (changed.has("requirements") && this.begun?.id && this.requirements.some(({ id }) => id === this.begun?.id)) this.begun = null;
  }

  /** What stands in a field: the typed words until the store has them. @param {Requirement} row */
  #text(row) {
    const key = this.#key(row);
    const draft = this.drafts.get(key);
    if (!draft) return row.text;
    return draft.dirty || draft.writing || this.refused.has(key) || this.begun?.key === key ? draft.value ?? "" : row.text;
  }

  /** @param {string} id @param {string | null} after */
  #move(id, after) {
    return act(() => commands.requirement_move({ id, after }));
  }

  /** @param {Requirement} row @param {-1 | 1} step */
  async #step(row, step) {
    const at = this.requirements.findIndex(({ id }) => id === row.id);
    if (at + step < 0 || at + step >= this.requirements.length) return;
    await this.#move(row.id, step > 0 ? this.requirements[at + 1].id : this.requirements[at - 2]?.id ?? null);
    this.#focus(this.#key(row));
  }

  /** @param {string | undefined} [after] */
  async #add(after) {
    const before = this.begun;
    if (before) {
      await this.drafts.get(before.key)?.flush();
      // One line is begun at a time; an empty one is not left behind.
      if (!before.id) return this.#focus(before.key);
    }
    serial += 1;
    const like = this.requirements.find(({ id }) => id === after);
    this.begun = { key: `new-${serial}`, after: before?.id && after === before.key ? before.id : after, level: like?.level ?? this.level, id: "" };
    this.#focus(this.begun.key);
  }

  /** Begins a line, as the first step of an empty list. */
  begin() {
    void this.#add(this.requirements.at(-1)?.id);
  }

  /** @param {string | undefined} key */
  #focus(key) {
    this.wantFocus = key;
    this.requestUpdate();
  }

  /** An empty line that was only begun goes when it is left. */
  #leave(/** @type {Requirement} */ row) {
    const draft = this.#draft(row);
    void draft.flush();
    if (this.begun && !this.begun.id && this.begun.key === this.#key(row) && !String(draft.value ?? "").trim()) {
      draft.drop();
      this.begun = null;
      this.requestUpdate();
    }
  }

  /** @param {Requirement} row */
  async #remove(row) {
    const key = this.#key(row);
    this.drafts.get(key)?.drop();
    this.drafts.delete(key);
    this.refused.delete(key);
    const rows = this.#rows;
    const at = rows.findIndex(({ id }) => id === row.id);
    const beside = rows[at - 1] ?? rows[at + 1];
    this.#focus(beside && this.#key(beside));
    if (this.begun?.key === key && !this.begun.id) {
      this.begun = null;
      return;
    }
    await act(() => commands.requirement_remove({ id: row.id }));
    removedToast(row.number, undo);
  }

  updated() {
    for (const area of /** @type {NodeListOf<HTMLTextAreaElement>} */ (this.querySelectorAll("textarea"))) fit(area);
    if (!this.wantFocus) return;
    const area = /** @type {HTMLTextAreaElement | null} */ (this.querySelector(`[data-id="${this.wantFocus}"] textarea`));
    if (!area) return;
    this.wantFocus = undefined;
    area.focus();
  }

  /** @param {KeyboardEvent} event @param {Requirement} row */
  #press(event, row) {
    if (composing(event)) return;
    const area = /** @type {HTMLTextAreaElement} */ (event.target);
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      void this.#step(row, event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void this.#add(this.#key(row) === this.begun?.key ? this.begun.key : row.id);
    } else if (event.key === "Backspace" && area.value === "" && !this.locked) {
      event.preventDefault();
      void this.#remove(row);
    }
  }

  /** @param {Requirement} row */
  #line(row) {
    const draft = this.#draft(row);
    const { locked } = this;
    const key = this.#key(row);
    const bad = this.refused.get(key);
    const stored = this.begun?.key !== key;
    return html`<li data-id=${key} class=${this.over === row.id ? "over" : ""}
        @dragover=${(/** @type {DragEvent} */ event) => { if (this.dragged && this.dragged !== row.id) { event.preventDefault(); if (this.over !== row.id) { this.over = row.id; this.requestUpdate(); } } }}
        @drop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); this.#dropped(row); }}>
      ${locked || !stored ? html`<span></span>` : html`<span class="grip" draggable="true" title=${t("move-handle", { what: row.number })}
        @dragstart=${(/** @type {DragEvent} */ event) => { this.dragged = row.id; event.dataTransfer?.setData("text/plain", `${row.number}\t${row.text}`); }}
        @dragend=${() => { this.dragged = ""; this.over = ""; this.requestUpdate(); }}>${gripIcon}</span>`}
      <span class="no">${row.number}</span>
      ${this.sections ? (stored ? this.#place(row) : html`<span></span>`) : nothing}
      <span class="level" role="radiogroup" aria-label=${t("requirement-level", { number: row.number })}>${/** @type {import("../../host/bindings.d.ts").Level[]} */ (["must", "want"]).map((level) => html`<button type="button" role="radio"
        aria-checked=${row.level === level} tabindex=${row.level === level ? "0" : "-1"} ?disabled=${locked}
        @keydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key.startsWith("Arrow") && !event.altKey) { event.preventDefault(); this.#level(row, row.level === "must" ? "want" : "must"); } }}
        @click=${() => this.#level(row, level)}>${t(`requirement-${level}`)}</button>`)}</span>
      <span class="words"><textarea rows="1" aria-label=${t("requirement-text", { number: row.number })} aria-invalid=${bad ? "true" : nothing} placeholder=${t("requirement-placeholder")}
          ?readonly=${locked} .value=${this.#text(row)}
          @input=${(/** @type {Event} */ event) => { const area = /** @type {HTMLTextAreaElement} */ (event.target); draft.change(area.value); fit(area); }}
          @compositionstart=${() => draft.compose(true)} @compositionend=${() => draft.compose(false)}
          @blur=${() => this.#leave(row)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#press(event, row)}></textarea>
        ${bad ? html`<small class="shu" role="alert">${bad}</small>` : nothing}</span>
      ${locked || !stored ? html`<span></span>` : html`<button class="tool icon acts" type="button" aria-haspopup="listbox" aria-label=${t("more-actions", { what: row.number })} @click=${(/** @type {Event} */ event) => this.#menu(row, event)}>${moreIcon}</button>`}
    </li>`;
  }

  /** @param {Requirement} row @param {Event} event */
  #menu(row, event) {
    const at = this.requirements.indexOf(row);
    openMenu(/** @type {HTMLElement} */ (event.currentTarget), {
      label: t("more-actions", { what: row.number }),
      groups: [
        { items: [
          { label: t("requirement-add-below"), keys: "Enter", run: () => void this.#add(row.id) },
          { label: t("move-up"), keys: "Alt ↑", off: at === 0, run: () => void this.#step(row, -1) },
          { label: t("move-down"), keys: "Alt ↓", off: at === this.requirements.length - 1, run: () => void this.#step(row, 1) },
        ] },
        { items: [{ label: t("delete"), run: () => void this.#remove(row) }] },
      ],
    });
  }

  /** @param {Requirement} row @param {import("../../host/bindings.d.ts").Level} level */
  #level(row, level) {
    if (row.level === level || this.locked) return;
    if (this.begun?.key === this.#key(row)) {
      this.begun.level = level;
      this.requestUpdate();
      if (!this.begun.id) return;
    }
    void act(() => commands.requirement_set({ id: row.id, level }));
  }

  /** @param {Requirement} target */
  #dropped(target) {
    const from = this.requirements.findIndex(({ id }) => id === this.dragged);
    const to = this.requirements.indexOf(target);
    const id = this.dragged;
    this.dragged = "";
    this.over = "";
    if (from < 0 || from === to) return;
    void this.#move(id, from < to ? target.id : this.requirements[to - 1]?.id ?? null);
  }

  /** @param {Requirement} row */
  #place(row) {
    return html`<select class="place" aria-label=${t("requirement-section", { number: row.number })} ?disabled=${this.locked}
      @change=${(/** @type {Event} */ event) => { const { value } = /** @type {HTMLSelectElement} */ (event.target); void act(() => commands.requirement_set({ id: row.id, section: value || null })); }}>
      <option value="" ?selected=${!row.section}>${t("requirement-no-section")}</option>
      ${this.sections?.map((section) => html`<option value=${section.id} ?selected=${section.id === row.section}>${section.number} ${section.title}</option>`)}
    </select>`;
  }

  render() {
    return html`<ol class="reqs ${this.sections ? "all" : ""}" aria-label=${t("view-requirements")}>${repeat(this.#rows, (row) => this.#key(row), (row) => this.#line(row))}</ol>
      ${this.locked ? nothing : html`<button class="tool add" type="button" @click=${() => this.#add(this.requirements.at(-1)?.id)}>＋ ${t("requirement-add")}</button>`}`;
  }
}

let serial = 0;

/** Makes a field as tall as what stands in it. @param {HTMLTextAreaElement} area */
function fit(area) {
  area.style.setProperty("height", "auto");
  area.style.setProperty("height", `${area.scrollHeight + 2}px`);
}

customElements.define("requirement-list", RequirementList);
