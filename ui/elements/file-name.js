import { html } from "lit";

/** A file name that breaks between its parts before it breaks inside one. @param {string} name */
export const fileName = (name) => name.split(/(?<=_)/).map((part, index) => (index ? html`<wbr>${part}` : part));
