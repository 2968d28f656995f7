/**
 * What is begun in a form that is written by a button alone. It stands there whenever the form is opened again, until it is
 * recorded or given up.
 */

/** @type {Map<string, { values: any, name: string, text: string }>} */
const forms = new Map();

/** What stands begun in a form; nothing where nothing does. @param {string} key names the form and what it belongs to */
export const begun = (key) => forms.get(key)?.values;

/**
 * Keeps what a form holds now.
 * @param {string} key @param {any} values @param {string} name by which people know the form @param {string[]} typed its words
 */
export function begin(key, values, name, typed) {
  forms.set(key, { values, name, text: typed.map((words) => words.trim()).filter(Boolean).join("\n") });
}

/** What was begun is recorded, or given up. @param {string} key */
export function done(key) {
  forms.delete(key);
}

/** What stands begun with words in it. @returns {{ name: string, text: string }[]} */
export const unrecorded = () => [...forms.values()].filter(({ text }) => text).map(({ name, text }) => ({ name, text }));
