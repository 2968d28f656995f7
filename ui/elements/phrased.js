import { html } from "lit";
import { phrases } from "../app/phrases.js";

/** A title that breaks between its phrases; stands in an element of the class `phrased`. @param {string} text */
export const phrased = (text) => phrases(text).map((phrase, index) => (index ? html`<wbr>${phrase}` : phrase));
