/** Rows that are drawn beyond each end of what is seen, so that scrolling is never blank. */
export const BEYOND = 12;
/** Rows that are asked for at once. */
export const CHUNK = 50;

/**
 * Which rows are drawn.
 * @param {number} top scrolled, in pixels
 * @param {number} height of the window onto the list, in pixels
 * @param {number} row height of one row, in pixels
 * @param {number} total
 */
export function drawn(top, height, row, total) {
  const first = Math.max(0, Math.min(Math.floor(top / row), total) - BEYOND);
  return { first, last: Math.min(total, Math.ceil((top + height) / row) + BEYOND) };
}

/**
 * How many places rows take turns in: after a sort or a far jump the same elements get other words, which is cheaper than
 * to make new ones. In steps, so that a list that is a row longer does not move all of them.
 * @param {number} count rows that are drawn
 */
export const slotsFor = (count) => Math.ceil(count / 16) * 16;

/**
 * The rows to ask for so that all from `first` to `last` are known; null where they are.
 * @param {{ has: (at: number) => boolean }} known
 * @param {number} first @param {number} last @param {number} total
 */
export function wanted(known, first, last, total) {
  let from = first;
  while (from < last && known.has(from)) from += 1;
  if (from >= last) return null;
  // Whole chunks: a slow roll of the wheel asks once, not for every row.
  from = Math.max(0, from - (from % CHUNK));
  const least = Math.max(last, from + 1);
  return { from, count: Math.min(total - from, Math.ceil((least - from) / CHUNK) * CHUNK) };
}

/**
 * What is chosen after a click or a key.
 * @param {string[]} ids all rows in order
 * @param {{ chosen: Set<string>, anchor: string }} before
 * @param {string} id @param {{ shift?: boolean, ctrl?: boolean }} keys
 */
export function choose(ids, before, id, { shift, ctrl }) {
  if (shift) {
    const [a, b] = [ids.indexOf(before.anchor), ids.indexOf(id)];
    const from = a < 0 ? b : Math.min(a, b);
    return { chosen: new Set(ids.slice(from, Math.max(a, b) + 1)), anchor: a < 0 ? id : before.anchor };
  }
  if (ctrl) {
    const chosen = new Set(before.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    return { chosen, anchor: id };
  }
  return { chosen: new Set([id]), anchor: id };
}

/** Questions of a paste: a line each, the first filled cell of a row of a table. @param {string[][]} rows */
export const pastedQuestions = (rows) => rows.map((cells) => [...cells].sort((a, b) => b.length - a.length)[0]?.trim() ?? "").filter(Boolean);
