import { html, nothing } from "lit";
import { act } from "../../app/act.js";
import { stamp } from "../../app/dates.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { isTable, readTsv } from "../../app/tsv.js";
import { commands } from "../../host/commands.js";
import { keeps, put } from "../../elements/keeps.js";
import { toast } from "../../elements/toast.js";
import { pastedQuestions } from "./rows.js";

const CHANNELS = ["meeting", "mail", "phone", "sheet", "other"];

/**
 * The line in which questions are noted as fast as they are asked: who asks and about what stays for the next one. Fires
 * `noted` with the new question.
 */
class QuestionEntry extends Element {
  static properties = { procurement: {}, bidders: { attribute: false }, sections: { attribute: false }, hearings: { attribute: false }, bidder: { state: true }, hearing: { state: true }, section: { state: true }, channel: { state: true } };

  constructor() {
    super();
    this.procurement = "";
    /** @type {import("../../host/bindings.d.ts").Bidder[]} */
    this.bidders = [];
    /** @type {import("../../host/bindings.d.ts").SectionRow[]} */
    this.sections = [];
    /** @type {import("../../host/bindings.d.ts").Hearing[]} */
    this.hearings = [];
    this.bidder = "";
    /** Key of the hearing in which it came up; the latest one until another is chosen. @type {string | null} */
    this.hearing = null;
    this.section = "";
    this.channel = "meeting";
    /** One after the other, in the order they were typed. @type {Promise<unknown>} */
    this.queue = Promise.resolve();
  }

  /** @returns {HTMLTextAreaElement | null} */
  get #words() {
    return this.querySelector("textarea");
  }

  focus() {
    this.#words?.focus();
  }

  get #bidder() {
    return this.bidder || this.bidders[0]?.id || "";
  }

  /** The hearings with the bidder up to today, the latest first. */
  get #held() {
    if (this.channel !== "meeting") return [];
    const today = stamp(new Date()).slice(0, 10);
    return this.hearings.filter((one) => one.bidder === this.#bidder && one.at.slice(0, 10) <= today).reverse();
  }

  /** The hearing in which the next question came up. */
  get #there() {
    return this.hearing === null ? this.#held[0] : this.#held.find((one) => one.id === this.hearing);
  }

  /** What will be noted next is what stands here now, also while the one before is still being written. @param {string} words */
  #note(words) {
    const there = this.#there;
    const past = there && there.at.slice(0, 10) !== stamp(new Date()).slice(0, 10);
    const args = {
      procurement: this.procurement, bidders: [this.#bidder].filter(Boolean), words, channel: /** @type {any} */ (this.channel), ...(this.section ? { section: this.section } : {}),
      ...(there ? { hearing: there.id } : {}), ...(past ? { received_at: there.at } : {}),
    };
    const made = this.queue.then(() => act(() => commands.question_add(args)));
    this.queue = made;
    return made;
  }

  async #enter() {
    const field = this.#words;
    const words = field?.value.trim();
    if (!field || !words) return;
    put(field);
    const made = await this.#note(words);
    if (made) this.dispatchEvent(new CustomEvent("noted", { detail: made }));
    // Refused, the words come back, unless the next question is being typed already.
    else if (!field.value) put(field, words);
  }

  /** @param {ClipboardEvent} event */
  async #paste(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!isTable(text)) return;
    event.preventDefault();
    let last;
    let count = 0;
    for (const words of pastedQuestions(readTsv(text))) {
      const made = await this.#note(words);
      if (!made) break;
      last = made;
      count += 1;
    }
    if (!last) return;
    this.dispatchEvent(new CustomEvent("noted", { detail: last }));
    toast({ text: t("question-entry-pasted", { count }) });
  }

  #grow() {
    const field = this.#words;
    if (!field) return;
    field.style.setProperty("height", "auto");
    if (field.scrollHeight) field.style.setProperty("height", `${field.scrollHeight + 2}px`);
  }

  render() {
    const bidder = this.#bidder;
    const [held, there] = [this.#held, this.#there];
    const value = (/** @type {Event} */ event) => /** @type {HTMLSelectElement} */ (event.target).value;
    return html`<div class="qentry ${held.length ? "with-hearing" : ""}">
      <select class="e-bidder" aria-label=${t("question-entry-bidder")} @change=${(/** @type {Event} */ event) => { this.bidder = value(event); this.hearing = null; this.focus(); }}>
        ${this.bidders.map((one) => html`<option value=${one.id} ?selected=${one.id === bidder}>${one.name}</option>`)}
      </select>
      <select class="e-section" aria-label=${t("question-entry-section")} @change=${(/** @type {Event} */ event) => { this.section = value(event); this.focus(); }}>
        <option value="" ?selected=${!this.section}>${t("question-entry-no-section")}</option>
        ${this.sections.map((one) => html`<option value=${one.id} ?selected=${one.id === this.section}>${one.number} ${one.title}</option>`)}
      </select>
      <select class="e-channel" aria-label=${t("question-entry-channel")} @change=${(/** @type {Event} */ event) => { this.channel = value(event); this.focus(); }}>
        ${CHANNELS.map((one) => html`<option value=${one} ?selected=${one === this.channel}>${t(`question-channel-${one}`)}</option>`)}
      </select>
      ${held.length ? html`<select class="e-hearing" aria-label=${t("question-entry-hearing")} @change=${(/** @type {Event} */ event) => { this.hearing = value(event); this.focus(); }}>
        ${held.map((one) => html`<option value=${one.id} ?selected=${one.id === there?.id}>${t("question-entry-in-hearing", { day: one.day })}</option>`)}
        <option value="" ?selected=${!there}>${t("question-entry-no-hearing")}</option>
      </select>` : nothing}
      <textarea rows="1" aria-label=${t("question-entry")} placeholder=${t("question-entry-example")} spellcheck="false" ${keeps(`question ${this.procurement}`)}
        @input=${() => this.#grow()} @paste=${(/** @type {ClipboardEvent} */ event) => void this.#paste(event)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (composing(event) || event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.altKey) return;
          event.preventDefault();
          void this.#enter();
        }}></textarea>
      <button class="btn" type="button" @click=${() => { void this.#enter(); this.focus(); }}>${t("questions-note")}</button>
      <p class="s">${t("question-entry-hint")}</p>
    </div>`;
  }
}
customElements.define("question-entry", QuestionEntry);
