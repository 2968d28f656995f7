import { html, nothing } from "lit";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { commands } from "../../host/commands.js";
import { pieces } from "./held.js";
import "../../elements/edit-field.js";

/** How long after the last key the words are looked at, in milliseconds. */
const PAUSE = 200;

/**
 * The wording or the answer of a question, with the words that show who asked underlined in place, and below it what each
 * of them tells. They are looked at while one types, never during a composition.
 */
class QuestionWords extends Element {
  static properties = { question: { attribute: false }, field: {}, locked: { type: Boolean }, label: {}, checked: { state: true } };

  constructor() {
    super();
    /** @type {import("../../host/bindings.d.ts").Question | null} */
    this.question = null;
    /** @type {"wording" | "answer"} */
    this.field = "wording";
    this.locked = false;
    this.label = "";
    /** What was last looked at. @type {{ text: string, tellings: import("../../host/bindings.d.ts").Telling[] }} */
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

  /** @returns {import("../../elements/edit-field.js").EditField | null} */
  get #field() {
    return this.querySelector("edit-field");
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("question") || !this.question) return;
    const before = /** @type {import("../../host/bindings.d.ts").Question | null | undefined} */ (changed.get("question"));
    const stored = this.question[this.field];
    const typing = before?.id === this.question.id && !!this.#field?.draft.dirty;
    this.checked = { text: stored, tellings: this.question.tellings.filter((telling) => telling.part === this.field) };
    if (!typing) this.text = stored;
  }

  /** @param {Event} event */
  #typed(event) {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    this.requestUpdate();
    clearTimeout(this.timer);
    if (/** @type {InputEvent} */ (event).isComposing) return;
    this.timer = setTimeout(() => void this.#look(), PAUSE);
  }

  async #look() {
    const { question, field: part, text } = this;
    if (!question) return;
    this.turn += 1;
    const { turn } = this;
    const found = await commands.question_check({ id: question.id, [part]: text }).catch(() => null);
    if (!found || turn !== this.turn || question.id !== this.question?.id) return;
    this.checked = { text, tellings: found.tellings.filter((telling) => telling.part === part) };
  }

  /** Puts the caret to the words. @param {import("../../host/bindings.d.ts").Telling} telling */
  #go(telling) {
    const control = /** @type {HTMLTextAreaElement | null} */ (this.#field?.control ?? null);
    if (!control) return;
    const units = (/** @type {number} */ at) => [...this.text].slice(0, at).join("").length;
    control.focus();
    control.setSelectionRange(units(telling.start), units(telling.end));
  }

  render() {
    const { question, field: part, checked } = this;
    if (!question) return nothing;
    const held = checked.tellings.filter((telling) => !telling.cleared);
    const kept = checked.tellings.filter((telling) => telling.cleared).map((telling) => telling.words);
    const clear = (/** @type {string[]} */ words, undo = false) => act(() => commands.question_clear({ id: question.id, words: [...new Set(words)], ...(undo ? { undo } : {}) }));
    return html`<div class="qwords" @input=${(/** @type {Event} */ event) => this.#typed(event)} @compositionend=${() => { this.timer = setTimeout(() => void this.#look(), PAUSE); }}>
        <edit-field kind="long" .fieldId="question-${part}" .value=${question[part]} .name="${question.number} ${this.label}" .label=${this.label} .locked=${this.locked}
          .save=${(/** @type {string} */ value) => commands.question_set({ questions: [question.id], field: part, value })}></edit-field>
        <div class="mirror" aria-hidden="true">${pieces(this.text, checked.text, checked.tellings).map((piece) => (piece.telling ? html`<span class="held">${piece.text}</span>` : piece.text))}</div>
      </div>
      <div role="status">${held.length ? html`<ul class="heldnotes">${held.map((telling) => html`<li><span class="shu">${say(telling.text)}</span>
        ${this.locked ? nothing : html`<button class="link" type="button" @click=${() => this.#go(telling)}>${t("question-telling-go")}</button><button class="link" type="button" @click=${() => void clear([telling.words])}>${t("question-telling-keep")}</button>`}</li>`)}</ul>` : nothing}</div>
      ${kept.length ? html`<p class="s kept">${t("question-telling-kept", { words: [...new Set(kept)].join(t("list-comma")) })}${this.locked ? nothing : html` <button class="link" type="button" @click=${() => void clear(kept, true)}>${t("question-telling-hold-again")}</button>`}</p>` : nothing}`;
  }
}
customElements.define("question-words", QuestionWords);
