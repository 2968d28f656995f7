/** Dates for display only. Reading what people type is the core's. */

/**
 * The time of day of a moment, as in `14:05`.
 * @param {Date} at
 */
export const clock = (at) => `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;

/**
 * A moment as part of a file's name, as in `2026-11-24 1405`.
 * @param {Date} at
 */
export const stamp = (at) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")} ${clock(at).replace(":", "")}`;

/**
 * The local day of a moment of the store.
 * @param {string} at RFC 3339
 * @param {string} lang
 */
export function day(at, lang) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return lang === "ja"
    ? `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日(${"日月火水木金土"[date.getDay()]})`
    : new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(date);
}

/**
 * A moment of the store in the local day and time.
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
