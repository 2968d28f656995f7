import { fits } from "./fold.js";

/**
 * What Ctrl+K offers. Each part of the window brings its own entries.
 * @typedef {Object} Entry
 * @property {string} label
 * @property {string} [detail] what it belongs to
 * @property {string[]} [words] readings and other names
 * @property {string} [keys]
 * @property {() => void | Promise<void>} run
 */

/** @type {Set<() => Entry[] | Promise<Entry[]>>} */
const providers = new Set();

/**
 * Brings entries until the returned function is called.
 * @param {() => Entry[] | Promise<Entry[]>} provider
 * @returns {() => void}
 */
export function provide(provider) {
  providers.add(provider);
  return () => void providers.delete(provider);
}

/** Everything that can be reached now. @returns {Promise<Entry[]>} */
export async function entries() {
  const found = await Promise.all([...providers].map(async (provider) => provider()).map((list) => list.catch(() => [])));
  return found.flat();
}

/**
 * The entries that fit, best first.
 * @param {Entry[]} all
 * @param {string} query
 */
export function filter(all, query) {
  return all
    .map((entry, at) => ({ entry, at, value: fits(query, [entry.label, ...(entry.words ?? []), entry.detail ?? ""]) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || a.at - b.at)
    .map(({ entry }) => entry);
}
