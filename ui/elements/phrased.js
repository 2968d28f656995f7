import { html } from "lit";
import { bound, phrases } from "../app/phrases.js";

/**
 * Words that go on in the next line part by part; only a part that is longer than a line breaks inside, where kinsoku allows.
 * @param {string[]} parts
 */
export const inParts = (parts) => parts.map((part) => {
  const words = part.trimEnd();
  // A blank at the end of a box is not drawn: it stands between the boxes.
  return html`<span class="w">${bound(words).map((piece, at) => (at % 2 ? html`<span class="nw">${piece}</span>` : piece))}</span>${part.slice(words.length)}`;
});

/** A title or a name that breaks between its phrases, in an element of the class `phrased`. @param {string} text */
export const phrased = (text) => inParts(phrases(text));
