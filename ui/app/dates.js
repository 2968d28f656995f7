/** Dates for display only, in Japan's time as in the papers, wherever the machine is. Reading what people type is the core's. */

const ZONE = "Asia/Tokyo";

/** The moment with Japan's day and time in its UTC parts; Japan keeps no summer time. @param {Date} at */
const inJapan = (at) => new Date(at.getTime() + 9 * 3_600_000);

/** @param {number} part */
const two = (part) => String(part).padStart(2, "0");

/**
 * The time of day of a moment, as in `14:05`.
 * @param {Date} at
 */
export const clock = (at) => `${two(inJapan(at).getUTCHours())}:${two(inJapan(at).getUTCMinutes())}`;

/**
 * A moment as part of a file's name, as in `2026-11-24 1405`.
 * @param {Date} at
 */
export const stamp = (at) => `${inJapan(at).toISOString().slice(0, 10)} ${clock(at).replace(":", "")}`;

/**
 * The day of a moment of the store.
 * @param {string} at RFC 3339
 * @param {string} lang
 */
export function day(at, lang) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const date = inJapan(moment);
  return lang === "ja"
    ? `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日(${"日月火水木金土"[date.getUTCDay()]})`
    : new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(moment);
}

/**
 * A moment of the store with day and time.
 * @param {string} at RFC 3339
 * @param {string} lang
 */
export const moment = (at, lang) => (Number.isNaN(Date.parse(at)) ? at : `${day(at, lang)} ${clock(new Date(at))}`);

/**
 * A size in bytes as people read it.
 * @param {number} bytes
 */
export function size(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
