/**
 * Where a row goes in a list or in a tree of two levels. Rows come in the order they are shown.
 * @typedef {{ id: string, parent?: string | null, depth?: number }} Row
 * @typedef {{ parent: string | null, after: string | null }} Spot
 */

/** @param {Row} row */
const parentOf = (row) => row.parent ?? null;

/**
 * The rows beside a row.
 * @param {Row[]} rows
 * @param {string} id
 */
export function siblings(rows, id) {
  const row = rows.find((one) => one.id === id);
  const list = row ? rows.filter((one) => parentOf(one) === parentOf(row)) : [];
  return { row, list, at: list.findIndex((one) => one.id === id) };
}

/**
 * One step up, down, in or out; null where there is no such step.
 * @param {Row[]} rows
 * @param {string} id
 * @param {"up" | "down" | "in" | "out"} direction
 * @returns {Spot | null}
 */
export function step(rows, id, direction) {
  const { row, list, at } = siblings(rows, id);
  if (!row) return null;
  if (direction === "up") return at > 0 ? { parent: parentOf(row), after: list[at - 2]?.id ?? null } : null;
  if (direction === "down") return at < list.length - 1 ? { parent: parentOf(row), after: list[at + 1].id } : null;
  if (direction === "in") {
    const above = list[at - 1];
    if (!above || row.parent || rows.some((one) => parentOf(one) === id)) return null;
    const children = rows.filter((one) => parentOf(one) === above.id);
    return { parent: above.id, after: children.at(-1)?.id ?? null };
  }
  return row.parent ? { parent: null, after: row.parent } : null;
}

/**
 * Where a dragged row lands beside another one.
 * @param {Row[]} rows
 * @param {string} id
 * @param {string} target
 * @param {"before" | "after"} side
 * @returns {Spot | null}
 */
export function drop(rows, id, target, side) {
  if (id === target) return null;
  const { row, list, at } = siblings(rows, target);
  if (!row || row.parent === id) return null;
  if (side === "after") return { parent: parentOf(row), after: target };
  const above = list.slice(0, at).filter((one) => one.id !== id);
  return { parent: parentOf(row), after: above.at(-1)?.id ?? null };
}
