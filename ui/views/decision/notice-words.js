import { html, nothing } from "lit";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { commands } from "../../host/commands.js";
import { pieces } from "../questions/held.js";
import "../questions/view.css";
import "../../elements/edit-field.js";

/** How long after the last key the words are looked at, in milliseconds. */
const PAUSE = 200;

/** @typedef {import("../../host/bindings.d.ts").NoticeTelling} NoticeTelling */

/**
 * Subject or words of a notice, with what would tell of others underlined in place, and below it what each of that tells. Names and prices can
 * only be taken out; a mark or a contrast may be left knowingly.
 */
class NoticeWords extends Element {
  static properties = { notice: { attribute: false }, field: {}, locked: { type: Boolean }, label: {}, checked: { state: true } };

  constructor() {
    super();
    /** @type {import("../../host/bindings.d.ts").Notice | null} */
    this.notice = null;
    /** @type {"subject" | "body"} */
    this.field = "body";
    this.locked = false;
    this.label = "";
    /** What was last looked at. @type {{ text: string, tellings: NoticeTelling[] }} */
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

  get #input() {
    return /** @type {import("../../elements/edit-field.js").EditField | null} */ (this.querySelector("edit-field"));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("notice") || !this.notice) return;
    const before = /** @type {import("../../host/bindings.d.ts").Notice | null | undefined} */ (changed.get("notice"));
    const stored = this.notice[this.field];
    this.checked = { text: stored, tellings: this.notice.tellings.filter((one) => one.part === this.field) };
    if (!(before?.id === this.notice.id && this.#input?.draft.dirty)) this.text = stored;
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
    const { notice, field: part, text } = this;
    if (!notice) return;
    this.turn += 1;
    const { turn } = this;
    const found = await commands.notice_check({ id: notice.id, [part]: text }).catch(() => null);
    if (!found || turn !== this.turn || notice.id !== this.notice?.id) return;
    this.checked = { text, tellings: found.tellings.filter((one) => one.part === part) };
  }

  /** Puts the caret to the words. @param {NoticeTelling} telling */
  #go(telling) {
    const control = /** @type {HTMLTextAreaElement | null} */ (this.#input?.control ?? null);
    if (!control) return;
    const units = (/** @type {number} */ at) => [...this.text].slice(0, at).join("").length;
    control.focus();
    control.setSelectionRange(units(telling.start), units(telling.end));
  }

  render() {
    const { notice, field: part, checked } = this;
    if (!notice) return nothing;
    const held = checked.tellings.filter((one) => !one.cleared);
    const kept = [...new Set(checked.tellings.filter((one) => one.cleared).map((one) => one.words))];
    const clear = (/** @type {string[]} */ words, undo = false) => act(() => commands.notice_clear({ id: notice.id, words, ...(undo ? { undo } : {}) }));
    return html`<div class="qwords" @input=${(/** @type {Event} */ event) => this.#typed(event)} @compositionend=${() => { this.timer = setTimeout(() => void this.#look(), PAUSE); }}>
        <edit-field kind="long" .fieldId="notice-${part}" .value=${notice[part]} .name="${notice.name} ${this.label}" .label=${this.label} .locked=${this.locked}
          .save=${(/** @type {string} */ value) => commands.notice_set({ id: notice.id, field: part, value })}></edit-field>
        <div class="mirror" aria-hidden="true">${pieces(this.text, checked.text, checked.tellings).map((piece) => (piece.telling ? html`<span class="held">${piece.text}</span>` : piece.text))}</div>
      </div>
      <div role="status">${held.length ? html`<ul class="heldnotes">${held.map((one) => html`<li><span class="shu">${say(one.text)}</span>
        ${this.locked ? nothing : html`<button class="link" type="button" @click=${() => this.#go(one)}>${t("question-telling-go")}</button>${one.may_stay ? html`<button class="link" type="button" @click=${() => void clear([one.words])}>${t("notice-telling-keep")}</button>` : nothing}`}</li>`)}</ul>` : nothing}</div>
      ${kept.length ? html`<p class="s kept">${t("question-telling-kept", { words: kept.join(t("list-comma")) })}${this.locked ? nothing : html` <button class="link" type="button" @click=${() => void clear(kept, true)}>${t("question-telling-hold-again")}</button>`}</p>` : nothing}`;
  }
}
customElements.define("notice-words", NoticeWords);
