import { FluentBundle, FluentResource } from "@fluent/bundle";

/**
 * Words of one language.
 * @param {string} lang
 * @param {string[]} sources Fluent files
 */
export function bundle(lang, sources) {
  // Isolation marks would end up in file names and copied text; the interface never mixes directions.
  const made = new FluentBundle(lang, { useIsolating: false });
  for (const source of sources) made.addResource(new FluentResource(source), { allowOverrides: true });
  return made;
}

/**
 * One message, formatted.
 * @param {FluentBundle} words
 * @param {string} id
 * @param {Record<string, any>} [args]
 * @returns {string | null} null when the language lacks it
 */
export function word(words, id, args) {
  const message = words.getMessage(id);
  if (!message?.value) return null;
  return words.formatPattern(message.value, numbers(args), []);
}

/**
 * Arguments come from the core as strings. A whole number is passed as a number so that plural rules see it.
 * @param {Record<string, any> | undefined} args
 */
function numbers(args) {
  if (!args) return null;
  /** @type {Record<string, any>} */
  const typed = {};
  for (const [name, value] of Object.entries(args)) typed[name] = typeof value === "string" && /^(0|[1-9]\d{0,8})$/.test(value) ? Number(value) : value ?? "";
  return typed;
}
