import { tell } from "./bus.js";
import { settle, shown } from "./failures.js";

/**
 * Saving without being asked: a draft is written 450 ms after the last key, when its field or view is left, and when the window is hidden
 * or closed; never while a composition is under way. What the top bar says comes from the store's replies alone.
 */

const DELAY = 450;

/**
 * @typedef {Object} Source
 * @property {() => string} name what is being edited, for the bar that names what was kept
 * @property {(value: any) => Promise<any>} save writes the value; resolves with the store's reply
 * @property {(value: any) => string} [text] the value as plain text, for a copy elsewhere
 * @property {(reply: any) => void} [saved]
 * @property {(failure: any) => void} [refused] the store was asked and said no for a reason of its own, such as an unreadable date
 * @property {() => string} [key] names the value wherever it is shown: what was refused is kept under it, and stands there again
 * @property {() => any} [stored] the value that the store holds: once it is another one, what was refused before is forgotten
 */

/** @type {Set<Draft>} */
const drafts = new Set();
/** What was refused and nobody has corrected yet. @type {Map<string, { value: any, failure: any, stored: any }>} */
const refusals = new Map();
let readOnly = false;
let slow = false;
/** @type {Date | null} */
let savedAt = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let slowTimer;

/** Failures of the store or the disk: what was typed has to be kept and tried again. */
const BROKEN = new Set(["disk_full", "read_only", "damaged", "busy", "disk", "store", "moved_away", "unexpected"]);

/** A refusal is an answer to what was typed, such as an unreadable date; it is no failure of the store. @param {any} failure */
const isRefusal = (failure) => Boolean(failure?.message_id) && !BROKEN.has(failure.code);

/** A refusal of every other value too, such as a decision that is recorded: what was typed is not kept, and the stored value shows again. @param {any} failure */
export const isFinal = (failure) => failure?.code === "decided";

/**
 * What was typed and refused when this value was last edited, unless the store has come to hold another value since.
 * @param {string} key @param {any} [stored] the value that the store holds now
 */
export function refusalOf(key, stored) {
  const refusal = refusals.get(key);
  if (!refusal || refusal.stored === stored) return refusal;
  refusals.delete(key);
  return undefined;
}

/** Names the value whose change was refused so. @param {any} failure */
export const refusedAt = (failure) => [...refusals].find(([, refusal]) => refusal.failure === failure)?.[0];

/** The change that was refused so has been taken since, or given up. @param {any} failure */
export function forgetRefusal(failure) {
  for (const [key, refusal] of refusals) if (refusal.failure === failure) refusals.delete(key);
}

/** One thing being edited. */
export class Draft {
  /** @param {Source} source */
  constructor(source) {
    this.source = source;
    this.value = /** @type {any} */ (undefined);
    this.dirty = false;
    this.composing = false;
    /** @type {any} */
    this.failure = null;
    /** What was said of the value last written, where it was refused. @type {any} */
    this.refusal = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Promise<void> | null} */
    this.writing = null;
  }

  /** The person changed it. @param {any} value @param {number | null} [delay] milliseconds of rest before it is written; null waits until the field is left */
  change(value, delay = DELAY) {
    this.value = value;
    this.dirty = true;
    drafts.add(this);
    clearTimeout(this.timer);
    if (!this.composing && delay !== null) this.timer = setTimeout(() => void this.flush(), delay);
  }

  /** A composition begins or ends; nothing is written in between. @param {boolean} under */
  compose(under) {
    this.composing = under;
    clearTimeout(this.timer);
    if (!under && this.dirty) this.timer = setTimeout(() => void this.flush(), DELAY);
  }

  /** Whether the store has not yet answered to what was typed. */
  get open() {
    return this.dirty || this.writing !== null;
  }

  /** Writes now, unless a composition is under way. Resolves when the store has answered. @returns {Promise<void>} */
  async flush() {
    clearTimeout(this.timer);
    // Who waited beside another finds that one writing now.
    while (this.writing) await this.writing;
    if (!this.dirty || this.composing) return;
    this.writing = this.#write();
    await this.writing;
  }

  async #write() {
    const value = this.value;
    this.dirty = false;
    this.failure = null;
    const key = this.source.key?.();
    const stored = this.source.stored?.();
    begin();
    try {
      const reply = await this.source.save(value);
      saved();
      settle(this.refusal);
      this.refusal = null;
      if (key) {
        settle(refusals.get(key)?.failure);
        refusals.delete(key);
      }
      this.source.saved?.(reply);
    } catch (failure) {
      if (isRefusal(failure)) {
        this.refusal = failure;
        if (key && isFinal(failure)) refusals.delete(key);
        else if (key) refusals.set(key, { value, failure, stored });
        this.source.refused?.(failure);
      } else {
        // What was typed stays; it is only forgotten once the store has it.
        if (!this.dirty) this.value = value;
        this.dirty = true;
        this.failure = failure;
      }
    } finally {
      this.writing = null;
      if (!this.dirty) drafts.delete(this);
      end();
    }
  }

  /** Gives up what is not yet written. */
  drop() {
    clearTimeout(this.timer);
    this.dirty = false;
    this.failure = null;
    drafts.delete(this);
    const key = this.source.key?.();
    if (key) refusals.delete(key);
    tell("saving", state());
  }
}

let under = 0;

function begin() {
  under += 1;
  slowTimer ??= setTimeout(() => {
    slow = true;
    tell("saving", state());
  }, 500);
}

function end() {
  under -= 1;
  if (under === 0) {
    clearTimeout(slowTimer);
    slowTimer = undefined;
    slow = false;
  }
  tell("saving", state());
}

/** The store has answered that something is written. */
export function saved() {
  savedAt = new Date();
  tell("saving", state());
}

/** The library is open in another window. @param {boolean} is */
export function setReadOnly(is) {
  readOnly = is;
  tell("saving", state());
}

/** Whether the library is only read here. */
export const isReadOnly = () => readOnly;

/**
 * Runs a command that is no draft and lets the top bar follow it. Once it is done, what failed before it is no longer shown.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function writing(work) {
  const before = shown();
  begin();
  try {
    const reply = await work();
    saved();
    settle(before);
    return reply;
  } finally {
    end();
  }
}

/**
 * @typedef {{ kind: "idle" | "saved" | "saving" | "failed" | "read-only", at: Date | null, kept: { name: string, text: string }[], failure: any }} State
 */

/** What the top bar shows. @returns {State} */
export function state() {
  const failed = [...drafts].filter((draft) => draft.failure);
  const kept = failed.map(asText);
  const kind = failed.length ? "failed" : readOnly ? "read-only" : slow ? "saving" : savedAt ? "saved" : "idle";
  return { kind, at: savedAt, kept, failure: failed[0]?.failure ?? null };
}

/** @param {Draft} draft */
const asText = (draft) => ({
  name: draft.source.name(),
  text: draft.source.text ? draft.source.text(draft.value) : String(draft.value ?? ""),
});

/** Everything that is not written, whatever the reason. @returns {{ name: string, text: string }[]} */
export const unwritten = () => [...drafts].map(asText);

/** Writes everything that waits. @returns {Promise<boolean>} whether nothing is left unwritten */
export async function flushAll() {
  await Promise.all([...drafts].map((draft) => draft.flush()));
  return drafts.size === 0;
}

/** Leaves no draft behind when the window is hidden or closed. */
export function watchWindow() {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void flushAll();
  });
  addEventListener("pagehide", () => void flushAll());
  addEventListener("blur", () => void flushAll());
}
