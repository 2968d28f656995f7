// Lists, three deep at most.
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { LIST_DEPTH, schema } from "./schema.js";

/** @typedef {import("prosemirror-state").Command} Command */

const { bullet_list: BULLETS, ordered_list: NUMBERS, list_item: ITEM } = schema.nodes;

/** How many lists hold a position. @param {import("prosemirror-model").ResolvedPos} $pos */
export function listDepth($pos) {
  let depth = 0;
  for (let d = $pos.depth; d > 0; d--) if ($pos.node(d).type === ITEM) depth += 1;
  return depth;
}

/** The kind of the innermost list around the selection: `bullet_list`, `ordered_list` or null. @param {import("prosemirror-state").EditorState} state */
export function listAround(state) {
  const { $from } = state.selection;
  for (let d = $from.depth; d > 0; d--) {
    const { type } = $from.node(d);
    if (type === BULLETS || type === NUMBERS) return type.name;
  }
  return null;
}

/** Lists below an item, the item's own included. @param {import("prosemirror-model").Node} item @returns {number} */
function levelsBelow(item) {
  let levels = 0;
  item.forEach((child) => {
    if (child.type === BULLETS || child.type === NUMBERS) child.forEach((inner) => { levels = Math.max(levels, levelsBelow(inner)); });
  });
  return levels + 1;
}

/** Moves an item one step in, unless it or what hangs below it would stand too deep. @type {Command} */
export const sink = (state, dispatch, view) => {
  const { $from } = state.selection;
  const depth = listDepth($from);
  if (!depth) return false;
  let item = null;
  for (let d = $from.depth; d > 0 && !item; d--) if ($from.node(d).type === ITEM) item = $from.node(d);
  if (item && depth - 1 + levelsBelow(item) >= LIST_DEPTH) return true;
  sinkListItem(ITEM)(state, dispatch, view);
  return true;
};

/** Moves an item one step out, or out of the list. @type {Command} */
export const lift = liftListItem(ITEM);

/** Begins the next item. @type {Command} */
export const nextItem = splitListItem(ITEM);

/**
 * Makes a list, changes its kind, or ends it when it is of that kind already.
 * @param {"bullet_list" | "ordered_list"} name @returns {Command}
 */
export const toggleList = (name) => (state, dispatch, view) => {
  const around = listAround(state);
  if (around === name) return lift(state, dispatch, view);
  if (!around) return wrapInList(schema.nodes[name])(state, dispatch, view);
  const { $from } = state.selection;
  for (let d = $from.depth; d > 0; d--) {
    const { type } = $from.node(d);
    if (type !== BULLETS && type !== NUMBERS) continue;
    dispatch?.(state.tr.setNodeMarkup($from.before(d), schema.nodes[name]));
    return true;
  }
  return false;
};
