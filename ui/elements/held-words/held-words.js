import { html, nothing } from "lit";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import "../edit-field.js";
import { isShownOnly, pieces } from "./held.js";
import "./held-words.css";

/** How long after the last key the words are looked at, in milliseconds. */
const PAUSE = 200;

/** @typedef {import("./held.js").Telling} Telling */
/** @typedef {{ id: string, tellings: Telling[] }} Told what holds the words, with what they tell */
/**
 * How they are kept, looked at, and cleared.
 * @typedef {{
 *   stored: (told: any) => string,
 *   save: (value: string) => Promise<any>,
 *   check: (text: string) => Promise<{ tellings: Telling[] }>,
 *   clear: (words: string[], undo: boolean) => Promise<any>,
 *   keep: string,
 * }} Rules
 */

/**
 * Words that are to leave the house, with what would tell of others underlined in place, and below it what each of that
 * tells. They are looked at while one types, never during a composition.
 */
class HeldWords extends Element {
  static properties = { told: { attribute: false }, field: {}, rules: { attribute: false }, fieldId: {}, name: {}, locked: { type: Boolean }, label: {}, checked: { state: true } };

  constructor() {
    super();
    /** @type {Told | null} */
    this.told = null;
    /** Which part of it. */
    this.field = "";
    /** @type {Rules | null} */
    this.rules = null;
    this.fieldId = "";
    this.name = "";
    this.locked = false;
    this.label = "";
    /** What was last looked at. @type {{ text: string, tellings: Telling[] }} */
    this.checked = { text: "", tellings: [] };
    this.text = "";
    this.turn = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @returns {import("../edit-field.js").EditField | null} */
  get #input() {
    return this.querySelector("edit-field");
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("told") || !this.told || !this.rules) return;
    const before = /** @type {Told | null | undefined} */ (changed.get("told"));
    const stored = this.rules.stored(this.told);
    this.checked = { text: stored, tellings: this.told.tellings.filter((telling) => telling.part === this.field) };
    if (!(before?.id === this.told.id && this.#input?.draft.dirty)) this.text = stored;
  }

  /** @param {Event} event */
  #typed(event) {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    this.requestUpdate();
    if (/** @type {InputEvent} */ (event).isComposing) clearTimeout(this.timer);
    else this.#soon();
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.#look(), PAUSE);
  }

  async #look() {
    const { told, rules, text } = this;
    if (!told || !rules) return;
    this.turn += 1;
    const { turn } = this;
    const found = await rules.check(text).catch(() => null);
    if (!found || turn !== this.turn || told.id !== this.told?.id) return;
    this.checked = { text, tellings: found.tellings.filter((telling) => telling.part === this.field) };
  }

  /** Puts the caret to the words. @param {Telling} telling */
  #go(telling) {
    const control = /** @type {HTMLTextAreaElement | null} */ (this.#input?.control ?? null);
    if (!control) return;
    const units = (/** @type {number} */ at) => [...this.text].slice(0, at).join("").length;
    control.focus();
    control.setSelectionRange(units(telling.start), units(telling.end));
  }

  render() {
    const { told, rules, checked } = this;
    if (!told || !rules) return nothing;
    const held = checked.tellings.filter((telling) => !telling.cleared && !isShownOnly(telling));
    const shown = checked.tellings.find((telling) => !telling.cleared && isShownOnly(telling));
    const kept = [...new Set(checked.tellings.filter((telling) => telling.cleared && !isShownOnly(telling)).map((telling) => telling.words))];
    const clear = (/** @type {string[]} */ words, undo = false) => act(() => rules.clear(words, undo));
    return html`<div class="qwords" @input=${(/** @type {Event} */ event) => this.#typed(event)} @compositionend=${() => this.#soon()}>
        <edit-field kind="long" .fieldId=${this.fieldId} .value=${rules.stored(told)} .name="${this.name} ${this.label}" .label=${this.label} .locked=${this.locked} .save=${rules.save}></edit-field>
        <div class="mirror" aria-hidden="true">${pieces(this.text, checked.text, checked.tellings).map((piece) => (piece.telling ? html`<span class=${isShownOnly(piece.telling) ? "shown" : "held"}>${piece.text}</span>` : piece.text))}</div>
      </div>
      <div role="status">${held.length ? html`<ul class="heldnotes">${held.map((telling) => html`<li><span class="shu">${say(telling.text)}</span>
        ${this.locked ? nothing : html`<button class="link" type="button" @click=${() => this.#go(telling)}>${t("question-telling-go")}</button>${telling.may_stay === false ? nothing : html`<button class="link" type="button" @click=${() => void clear([telling.words])}>${t(rules.keep)}</button>`}`}</li>`)}</ul>` : nothing}${shown ? html`<p class="s">${say(shown.text)}</p>` : nothing}</div>
      ${kept.length ? html`<p class="s kept">${t("question-telling-kept", { words: kept.join(t("list-comma")) })}${this.locked ? nothing : html` <button class="link" type="button" @click=${() => void clear(kept, true)}>${t("question-telling-hold-again")}</button>`}</p>` : nothing}`;
  }
}
customElements.define("held-words", HeldWords);
