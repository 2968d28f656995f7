import { html, nothing } from "lit";
import { bound, phrases } from "../app/phrases.js";

/**
 * Words that go on in the next line part by part; only a part that is longer than a line breaks inside, where kinsoku allows.
 * Their element keeps words whole (`phrased`, `files`).
 * @param {string[]} parts
 */
export const inParts = (parts) => parts.map((part, n) => html`${n ? html`<wbr>` : nothing}${bound(part).map((piece, at) => (at % 2 ? html`<span class="nw">${piece}</span>` : piece))}`);

/** A title or a name that breaks between its phrases, in an element of the class `phrased`. @param {string} text */
export const phrased = (text) => inParts(phrases(text));
