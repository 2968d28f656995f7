/** @typedef {{ row: number, column: number }} Spot */
/** @typedef {{ rows: number, columns: number }} Size */
/** @typedef {{ start: number, end: number }} Span */

/**
 * How far has to be scrolled until a span lies in a room; of one that is longer than the room, the end does.
 * @param {Span} span @param {Span} room
 */
export function into(span, room) {
  if (span.end > room.end) return span.end - room.end;
  if (span.start >= room.start) return 0;
  return Math.max(span.start - room.start, span.end - room.end);
}

/**
 * The cell a key leads to, or null where the key leads nowhere.
 * @param {Spot} here @param {string} key @param {Size} size
 * @returns {Spot | null}
 */
export function step({ row, column }, key, { rows, columns }) {
  const within = (/** @type {number} */ at, /** @type {number} */ count) => Math.max(0, Math.min(at, count - 1));
  switch (key) {
    case "ArrowUp": return { row: within(row - 1, rows), column };
    case "ArrowDown": return { row: within(row + 1, rows), column };
    case "ArrowLeft": return { row, column: within(column - 1, columns) };
    case "ArrowRight": return { row, column: within(column + 1, columns) };
    case "Home": return { row, column: 0 };
    case "End": return { row, column: columns - 1 };
    case "PageUp": return { row: within(row - 8, rows), column };
    case "PageDown": return { row: within(row + 8, rows), column };
    default: return null;
  }
}

/**
 * The next cell behind this one, line by line and round again, of which `wanted` holds; null where there is none but perhaps this one.
 * @param {Spot} here @param {Size} size @param {(spot: Spot) => boolean} wanted
 * @returns {Spot | null}
 */
export function unfinishedAfter(here, { rows, columns }, wanted) {
  const all = rows * columns;
  const start = here.row * columns + here.column;
  for (let by = 1; by < all; by += 1) {
    const at = (start + by) % all;
    const spot = { row: Math.floor(at / columns), column: at % columns };
    if (wanted(spot)) return spot;
  }
  return null;
}
