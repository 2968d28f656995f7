import { html, nothing } from "lit";
import { Element } from "../app/element.js";
import { sentence } from "../app/errors.js";
import { composing } from "../app/keys.js";
import { say } from "../app/l10n.js";
import { Draft, isFinal, refusalOf } from "../app/saving.js";

/** Areas grow with their text, and again when their width changes. */
const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) /** @type {EditField | null} */ (target.closest("edit-field"))?.grow();
});

/**
 * One value, edited in place and saved without asking. What is being typed is never overwritten; a value that arrives from the core is shown once
 * the field is left. Dates are sent as typed and come back in the core's reading.
 *
 * Properties: `value`, `kind` (text, line that wraps, long, date, moment, int, mail, choice), `choices`, `label` (for screen readers where no label element
 * names the field), `reads` (the words for a value, shown while nobody is in the field), `fieldId`, `name` (what is edited, for the bar of unsaved things),
 * `keep` (names the value in the whole house: what was refused stands here again when its screen is opened once more), `save(value) → Promise`, `placeholder`, `locked`,
 * `leaving` (written only once the field is left, where a change is kept for its reason and half of it is none),
 * `beside` (another value that a refusal may speak of: once it changes, the refusal is said no more),
 * `why` (the id of the element of a table in which it is said why what was typed is refused; without one the field says it below itself).
 * Fires `told` with why it was refused, nothing once that is over, `saved` with the store's reply and `leave-row` with ±1 when Enter or an arrow asks for the next line of a table.
 */
export class EditField extends Element {
  static properties = {
    value: {},
    kind: {},
    choices: { attribute: false },
    label: {},
    reads: {},
    fieldId: {},
    name: {},
    keep: {},
    beside: {},
    why: {},
    save: { attribute: false },
    placeholder: {},
    locked: { type: Boolean },
    leaving: { type: Boolean },
    failure: { state: true },
  };

  constructor() {
    super();
    /** @type {string | null} */
    this.value = "";
    this.kind = "text";
    /** @type {import("../host/bindings.d.ts").Choice[]} */
    this.choices = [];
    this.label = "";
    this.reads = "";
    this.fieldId = "";
    this.name = "";
    this.keep = "";
    this.beside = "";
    this.why = "";
    this.placeholder = "";
    this.locked = false;
    this.leaving = false;
    /** @type {(value: string) => Promise<any>} */
    this.save = async () => undefined;
    /** @type {any} */
    this.failure = null;
    /** Why a date was refused while it was perhaps only half typed; said on leaving the field. @type {any} */
    this.half = null;
    this.draft = new Draft({
      name: () => this.name || this.label,
      key: () => this.keep,
      stored: () => this.value,
      save: (value) => this.save(value),
      saved: (reply) => {
        this.failure = this.half = null;
        this.dispatchEvent(new CustomEvent("saved", { detail: reply }));
        this.requestUpdate();
      },
      refused: (failure) => {
        if (isFinal(failure)) {
          this.failure = failure;
          if (!this.draft.dirty) this.#put(this.#focused() ? this.typed : this.reads || this.typed);
        }
        // A half typed date is no error yet.
        else if (this.#focused() && this.#isDate()) this.half = failure;
        else this.failure = failure;
        // A choice is nobody's typing: it shows what is stored, beside why it is not the other one.
        if (this.kind === "choice" && !this.draft.dirty) {
          this.draft.drop();
          this.#put(this.typed);
        }
      },
    });
  }

  /** The control itself. @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null} */
  get control() {
    return this.querySelector("input, textarea, select");
  }

  async focus() {
    await this.updateComplete;
    const control = this.control;
    control?.focus();
    if (control && "select" in control) control.select();
  }

  /** Takes a value from elsewhere as if it were typed here, and writes it at once. @param {string} value */
  async enter(value) {
    this.failure = this.half = null;
    this.#put(value);
    this.draft.change(value);
    await this.draft.flush();
  }

  #isDate() {
    return this.kind === "date" || this.kind === "moment";
  }

  #focused() {
    return document.activeElement === this.control;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    void this.draft.flush();
  }

  /** @param {Event} event */
  #typed = (event) => {
    if (/** @type {InputEvent} */ (event).isComposing) {
      this.draft.compose(true);
      this.grow();
    } else this.#changed();
  };

  #composed = () => {
    this.draft.composing = false;
    this.#changed();
  };

  #changed() {
    this.failure = this.half = null;
    const typed = this.control?.value ?? "";
    // A date is worth reading once it is whole: on leaving the field, or after a pause.
    this.draft.change(this.kind === "line" ? typed.replace(/\s*\n\s*/g, " ") : typed, this.leaving ? null : this.#isDate() ? 2500 : undefined);
    this.grow();
  }

  #entered = () => {
    if (this.reads && !this.draft.dirty && !this.failure) this.#put(this.typed);
  };

  #left = () => {
    this.draft.composing = false;
    void this.draft.flush().then(() => {
      this.failure ??= this.half;
      this.half = null;
      this.requestUpdate();
    });
  };

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    if (composing(event)) return;
    if (event.key === "Enter" && this.kind !== "long" && !event.altKey && !event.ctrlKey) {
      event.preventDefault();
      void this.draft.flush();
      this.dispatchEvent(new CustomEvent("leave-row", { detail: event.shiftKey ? -1 : 1, bubbles: true }));
    } else if (event.key === "Escape" && (this.draft.dirty || this.failure || this.half) && this.kind !== "long") {
      event.stopPropagation();
      this.draft.drop();
      this.failure = this.half = null;
      this.#put(this.typed);
    }
  };

  /** @param {string} value */
  #put(value) {
    const control = this.control;
    if (control && control.value !== value) control.value = value;
    this.grow();
  }

  /** Makes an area as high as its text. While it is measured it keeps its room, or a page scrolled to its end would jump. */
  grow() {
    const control = this.control;
    if (!(control instanceof HTMLTextAreaElement)) return;
    control.style.setProperty("margin-block-end", control.style.height);
    control.style.setProperty("height", "auto");
    const needed = control.scrollHeight + 2;
    if (control.scrollHeight) control.style.setProperty("height", `${needed}px`);
    control.style.removeProperty("margin-block-end");
  }

  /** The value as it is typed. */
  get typed() {
    const value = this.value ?? "";
    return this.#isDate() ? value.replace("T", " ") : value;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("keep")) this.failure = refusalOf(this.keep, this.value)?.failure ?? null;
    // What was refused was an answer to another value, here or beside it: the one that came shows itself.
    else if ((changed.has("value") || changed.has("beside")) && !refusalOf(this.keep, this.value)) this.failure = this.half = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const refusal = changed.has("keep") ? refusalOf(this.keep, this.value) : undefined;
    if (refusal) this.#put(refusal.value);
    else if (!this.#focused() && !this.draft.open && !this.failure) this.#put(this.reads || this.typed);
    else this.grow();
    if (changed.has("failure")) this.dispatchEvent(new CustomEvent("told", { detail: this.failure, bubbles: true }));
  }

  firstUpdated() {
    const control = this.control;
    if (control instanceof HTMLTextAreaElement) widths.observe(control);
  }

  render() {
    const id = this.fieldId || nothing;
    const label = this.label || nothing;
    const wrong = this.failure ? this.why || `${this.fieldId || "field"}-wrong` : nothing;
    const common = { id, label, wrong };
    return html`${this.kind === "choice" ? this.#choice(common) : this.kind === "long" || this.kind === "line" ? this.#area(common) : this.#input(common)}
    ${this.failure && !this.why ? html`<p class="wrong" id=${wrong} role="alert">${sentence(this.failure)}</p>` : nothing}`;
  }

  /** @param {any} common */
  #input({ id, label, wrong }) {
    return html`<input type="text" id=${id} aria-label=${label} aria-describedby=${wrong} aria-invalid=${this.failure ? "true" : nothing} placeholder=${this.placeholder}
      inputmode=${this.kind === "int" ? "numeric" : this.kind === "mail" ? "email" : nothing} autocomplete="off" spellcheck="false" class=${this.#isDate() || this.kind === "int" ? "figures" : ""}
      ?readonly=${this.locked} @focus=${this.#entered} @input=${this.#typed} @compositionend=${this.#composed} @blur=${this.#left} @keydown=${this.#key} />`;
  }

  /** @param {any} common */
  #area({ id, label, wrong }) {
    return html`<textarea rows="1" id=${id} aria-label=${label} aria-describedby=${wrong} aria-invalid=${this.failure ? "true" : nothing} placeholder=${this.placeholder} spellcheck="false"
      ?readonly=${this.locked} @input=${this.#typed} @compositionend=${this.#composed} @blur=${this.#left} @keydown=${this.#key}></textarea>`;
  }

  /** @param {any} common */
  #choice({ id, label }) {
    return html`<select id=${id} aria-label=${label} ?disabled=${this.locked}
      @change=${(/** @type {Event} */ event) => {
        this.draft.change(/** @type {HTMLSelectElement} */ (event.target).value);
        void this.draft.flush();
      }}>
      ${this.choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === (this.value ?? "")}>${say(choice.label)}</option>`)}
    </select>`;
  }
}
customElements.define("edit-field", EditField);
