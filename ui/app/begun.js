/**
 * What is begun in a form that is written by a button alone. It stands there whenever the form is opened again, until it is
 * recorded or given up.
 */

/** @type {Map<string, any>} */
const forms = new Map();

/** What stands begun in a form; nothing where nothing does. @param {string} key names the form and what it belongs to */
export const begun = (key) => forms.get(key);

/** Keeps what a form holds now. @param {string} key @param {any} values */
export function begin(key, values) {
  forms.set(key, values);
}

/** What was begun is recorded, or given up. @param {string} key */
export function done(key) {
  forms.delete(key);
}
