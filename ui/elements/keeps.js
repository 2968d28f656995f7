import { noChange } from "lit";
import { Directive, directive, PartType } from "lit/directive.js";
import { begin, begun, done } from "../app/begun.js";

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
const nameOf = (field) => field.ariaLabel ?? field.labels?.[0]?.textContent ?? "";

/** Keeps what is typed into a line that is written by a button alone, until it is written or emptied. */
class Keeps extends Directive {
  /** @param {import("lit/directive.js").PartInfo} part */
  constructor(part) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("keeps belongs on the field itself");
    this.key = "";
  }

  /** @param {string} _key names the line and what it belongs to */
  render(_key) {
    return noChange;
  }

  /** @param {import("lit").ElementPart} part @param {[string]} props */
  update(part, [key]) {
    const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (part.element);
    if (!this.key) field.addEventListener("input", () => (field.value ? begin(this.key, field.value, nameOf(field), [field.value]) : done(this.key)));
    if (this.key !== key) field.value = begun(key) ?? "";
    this.key = key;
    return noChange;
  }
}

/** Belongs on a field whose words are written by a button alone: they stand there again when the view is opened again. */
export const keeps = directive(Keeps);

/** Puts words into such a field, or empties it. @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} [words] */
export function put(field, words = "") {
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
