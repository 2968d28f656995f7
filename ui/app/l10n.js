import { tell } from "./bus.js";
import { Words } from "./fluent.js";

/** @typedef {import("../host/bindings.d.ts").Text} Text */

const files = /** @type {Record<string, string>} */ (
  import.meta.glob("../../src-tauri/core/l10n/*/*.ftl", { query: "?raw", import: "default", eager: true })
);

/** @type {Record<string, Words>} */
const languages = {};

/** The words of a language, read when they are first asked for: most people use one. @param {string} lang */
const words = (lang) =>
  (languages[lang] ??= new Words(lang, Object.entries(files).filter(([path]) => path.includes(`/${lang}/`)).map(([, source]) => source)));

let chosen = "ja";

/** The language of the interface: `ja` or `en`. */
export const lang = () => chosen;

/** Changes the language of the whole window. @param {string} next */
export function setLang(next) {
  chosen = next === "en" ? "en" : "ja";
  document.documentElement.lang = chosen;
  tell("language", chosen);
}

/**
 * The words for an id.
 * @param {string} id
 * @param {Record<string, any>} [args]
 * @returns {string}
 */
export function t(id, args) {
  if (args) return found(id, args);
  const plain = (phrases[chosen] ??= {});
  return (plain[id] ??= found(id));
}

/** Words without arguments, as they were once put together. @type {Record<string, Record<string, string>>} */
const phrases = {};

/** @param {string} id @param {Record<string, any>} [args] */
function found(id, args) {
  return words(chosen).say(id, args) ?? words("ja").say(id, args) ?? id;
}

/**
 * A sentence of the core.
 * @param {Text | null | undefined} text
 * @returns {string}
 */
export const say = (text) => (text ? t(text.id, text.args) : "");

/** Whether a message exists. @param {string} id */
export const has = (id) => words(chosen).has(id) || words("ja").has(id);
