import { FluentBundle, FluentResource } from "@fluent/bundle";

/** Where a message begins. */
const BEGINS = /^([a-z][\w-]*) =/gm;
/** Another message inside a message. */
const OTHER = /\{\s*([a-z][\w-]*)\s*\}/g;

/** What the core puts between names that stand beside each other, until the language is known. */
const BESIDE = "\u001f";

/** Words of one language. A message is read when it is first asked for: a screen needs a hundredth of them. */
export class Words {
  /** @param {string} lang @param {string[]} sources Fluent files */
  constructor(lang, sources) {
    // Isolation marks would end up in file names and copied text; the interface never mixes directions.
    this.bundle = new FluentBundle(lang, { useIsolating: false });
    /** What is not read yet, by id. @type {Map<string, string>} */
    this.unread = new Map();
    for (const source of sources) {
      const begins = [...source.matchAll(BEGINS)];
      begins.forEach((found, n) => this.unread.set(found[1], source.slice(found.index, begins[n + 1]?.index)));
    }
  }

  /** Whether there is such a message. @param {string} id */
  has(id) {
    return this.unread.has(id) || this.bundle.hasMessage(id);
  }

  /** @param {string} id */
  #read(id) {
    const source = this.unread.get(id);
    if (source === undefined) return;
    this.unread.delete(id);
    this.bundle.addResource(new FluentResource(source));
    for (const [, other] of source.matchAll(OTHER)) this.#read(other);
  }

  /**
   * One message, formatted.
   * @param {string} id
   * @param {Record<string, any>} [args]
   * @returns {string | null} null when the language lacks it
   */
  say(id, args) {
    this.#read(id);
    const message = this.bundle.getMessage(id);
    if (!message?.value) return null;
    const said = oneStop(this.bundle.formatPattern(message.value, numbers(args), []), args);
    return said.includes(BESIDE) ? said.replaceAll(BESIDE, this.say("list-names") ?? "") : said;
  }
}

/**
 * A name that ends with a full stop ends the sentence with it: Kaede Inc.
 * @param {string} said
 * @param {Record<string, any> | undefined} args
 */
function oneStop(said, args) {
  const names = Object.values(args ?? {}).filter((value) => typeof value === "string" && value.endsWith("."));
  return names.reduce((words, name) => words.replaceAll(`${name}.`, () => name), said);
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
