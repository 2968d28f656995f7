/**
 * A screen. Each folder of `views/` describes its screens in `index.js`; the code of a screen is fetched when it is first opened, home's apart.
 * @typedef {Object} View
 * @property {string} name
 * @property {string} address as in `p/:procurement/rfp/:section?`
 * @property {string} tag the custom element; it gets `params`, and may have `leave()`
 * @property {string} title Fluent id of the screen's name
 * @property {string} [step] the line of the rail it belongs to
 * @property {() => Promise<any>} load
 */

const found = /** @type {Record<string, View | View[]>} */ (import.meta.glob("../views/*/index.js", { import: "default", eager: true }));

/** Every screen. @type {View[]} */
export const views = Object.values(found).flat();

/** @param {string} name */
export const viewNamed = (name) => views.find((view) => view.name === name);
