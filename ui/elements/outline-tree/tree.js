// The outline as a list of rows in reading order, each with its depth: what is shown, and where things may go.

/** @typedef {import("../../host/bindings.d.ts").SectionRow} SectionRow */
/** @typedef {{ parent: string | null, after: string | null }} Spot */

/** Sections may be nested this deep. */
const DEPTH = 4;

/** @param {SectionRow[]} rows @param {string} id */
const indexOf = (rows, id) => rows.findIndex((row) => row.id === id);

/** The rows inside a section, at any depth. @param {SectionRow[]} rows @param {string} id @returns {SectionRow[]} */
export function inside(rows, id) {
  const at = indexOf(rows, id);
  if (at < 0) return [];
  let end = at + 1;
  while (end < rows.length && rows[end].depth > rows[at].depth) end += 1;
  return rows.slice(at + 1, end);
}

/** @param {SectionRow[]} rows @param {string} id */
export const hasChildren = (rows, id) => rows.some((row) => row.parent === id);

/** The rows that are not inside a closed section. @param {SectionRow[]} rows @param {Set<string>} closed @returns {SectionRow[]} */
export function visible(rows, closed) {
  const hidden = new Set();
  for (const id of closed) for (const row of inside(rows, id)) hidden.add(row.id);
  return rows.filter((row) => !hidden.has(row.id));
}

/** The sections around one under the same parent. @param {SectionRow[]} rows @param {string | null} parent */
const siblings = (rows, parent) => rows.filter((row) => (row.parent ?? null) === parent);

/** @typedef {"before" | "after" | "into" | "first"} Zone `into` is behind the sections inside, `first` before them */

/**
 * Where a dragged section would come to stand, or null where it cannot go.
 * @param {SectionRow[]} rows
 * @param {string} dragged
 * @param {string} over
 * @param {Zone} zone
 * @returns {Spot | null}
 */
export function spotFor(rows, dragged, over, zone) {
  const own = inside(rows, dragged);
  if (over === dragged || own.some((row) => row.id === over)) return null;
  const target = rows[indexOf(rows, over)];
  const moving = rows[indexOf(rows, dragged)];
  if (!target || !moving) return null;
  const tall = Math.max(0, ...own.map((row) => row.depth - moving.depth));
  const within = zone === "into" || zone === "first";
  const depth = within ? target.depth + 1 : target.depth;
  if (depth - (rows[0]?.depth ?? 0) + tall >= DEPTH) return null;
  /** @type {Spot} */
  let spot;
  if (within) {
    const children = siblings(rows, over).filter((row) => row.id !== dragged);
    spot = { parent: over, after: (zone === "into" && children.at(-1)?.id) || null };
  } else {
    const parent = target.parent ?? null;
    const beside = siblings(rows, parent).filter((row) => row.id !== dragged);
    const at = beside.findIndex((row) => row.id === over);
    spot = { parent, after: zone === "after" ? over : beside[at - 1]?.id ?? null };
  }
  // Where it stands already is nowhere to go.
  const around = siblings(rows, moving.parent ?? null);
  const before = around[around.findIndex((row) => row.id === dragged) - 1]?.id ?? null;
  return spot.parent === (moving.parent ?? null) && spot.after === before ? null : spot;
}

/**
 * Which moves a section has.
 * @param {SectionRow[]} rows @param {string} id
 * @returns {Record<"up" | "down" | "in" | "out", boolean>}
 */
export function moves(rows, id) {
  const row = rows[indexOf(rows, id)];
  if (!row) return { up: false, down: false, in: false, out: false };
  const around = siblings(rows, row.parent ?? null);
  const at = around.findIndex((one) => one.id === id);
  const tall = Math.max(0, ...inside(rows, id).map((one) => one.depth - row.depth));
  return { up: at > 0, down: at < around.length - 1, in: at > 0 && row.depth - (rows[0]?.depth ?? 0) + tall + 1 < DEPTH, out: !!row.parent };
}
