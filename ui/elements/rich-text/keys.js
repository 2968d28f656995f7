import { baseKeymap, chainCommands, createParagraphNear, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { NodeSelection, Selection } from "prosemirror-state";
import { lift, nextItem, sink, toggleList } from "./lists.js";
import { cellAround, emptyCells, goToCell } from "./tables.js";
import { firstNumber, schema } from "./schema.js";

/** @typedef {import("prosemirror-state").Command} Command */

const { nodes, marks } = schema;

/** A line break inside a paragraph. @type {Command} */
const breakLine = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create(), false).scrollIntoView());
  return true;
};

/**
 * At the very first or last line, where a table or a block leaves nowhere to write, the arrow key makes a paragraph there.
 * @param {1 | -1} step @returns {Command}
 */
const paragraphBeyond = (step) => (state, dispatch, view) => {
  const { selection, doc } = state;
  const $edge = step < 0 ? selection.$from : selection.$to;
  const index = $edge.depth ? $edge.index(0) : selection instanceof NodeSelection ? $edge.index(0) - (step > 0 ? 1 : 0) : -1;
  const child = doc.maybeChild(step < 0 ? 0 : doc.childCount - 1);
  if (!child || child.isTextblock || (child.type !== nodes.table && child.type !== nodes.block)) return false;
  if (index !== (step < 0 ? 0 : doc.childCount - 1)) return false;
  const place = cellAround($edge);
  if (place && (step < 0 ? place.row > 0 : place.row < place.table.childCount - 1)) return false;
  if (place && view && !view.endOfTextblock(step < 0 ? "up" : "down")) return false;
  if (dispatch) {
    const at = step < 0 ? 0 : doc.content.size;
    const tr = state.tr.insert(at, nodes.paragraph.create());
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  }
  return true;
};

/** Enter on a chosen block goes on below it. @type {Command} */
const below = (state, dispatch, view) =>
  state.selection instanceof NodeSelection && state.selection.node.isBlock ? createParagraphNear(state, dispatch, view) : false;

/** @param {number} level @returns {Command} */
export const heading = (level) => (state, dispatch, view) => {
  const { parent } = state.selection.$from;
  const isOne = parent.type === nodes.heading && parent.attrs.level === level;
  return (isOne ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level }))(state, dispatch, view);
};

/** @type {Command} */
export const paragraph = setBlockType(nodes.paragraph);

/** @param {() => void} work @returns {Command} */
const past = (work) => (_state, dispatch) => {
  if (dispatch) work();
  return true;
};

/** The keys of the text. @param {{ link: () => boolean, undo: () => void, redo: () => void }} ask */
export const textKeys = (ask) => [
  keymap({
    "Mod-b": toggleMark(marks.strong),
    "Mod-B": toggleMark(marks.strong),
    "Mod-i": toggleMark(marks.em),
    "Mod-I": toggleMark(marks.em),
    "Mod-u": toggleMark(marks.underline),
    "Mod-U": toggleMark(marks.underline),
    "Mod-Shift-x": toggleMark(marks.strike),
    "Mod-Shift-k": () => ask.link(),
    // What was typed here is taken back here; when there is nothing left, it is the store's turn.
    "Mod-z": chainCommands(undo, past(ask.undo)),
    "Mod-y": chainCommands(redo, past(ask.redo)),
    "Shift-Mod-z": chainCommands(redo, past(ask.redo)),
    "Mod-Alt-0": paragraph,
    "Mod-Alt-1": heading(1),
    "Mod-Alt-2": heading(2),
    "Mod-Alt-3": heading(3),
    "Mod-Shift-7": toggleList("ordered_list"),
    "Mod-Shift-8": toggleList("bullet_list"),
    Tab: chainCommands(sink, goToCell(1)),
    "Shift-Tab": chainCommands(lift, goToCell(-1)),
    Enter: chainCommands(nextItem, below),
    "Shift-Enter": chainCommands(exitCode, breakLine),
    Backspace: chainCommands(undoInputRule, emptyCells),
    Delete: emptyCells,
    ArrowUp: paragraphBeyond(-1),
    ArrowLeft: (state, dispatch, view) => state.selection instanceof NodeSelection && paragraphBeyond(-1)(state, dispatch, view),
    ArrowDown: paragraphBeyond(1),
    ArrowRight: (state, dispatch, view) => state.selection instanceof NodeSelection && paragraphBeyond(1)(state, dispatch, view),
  }),
  keymap(baseKeymap),
];

/** What typed signs turn into at the head of a line. */
export const textRules = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{1,3})\s$/, nodes.heading, (found) => ({ level: found[1].length })),
    wrappingInputRule(/^\s*(?:[-*]\s|・\s?)$/, nodes.bullet_list),
    // The list has the number that was typed; it goes on in the list above where it is the next one there.
    wrappingInputRule(/^\s*(\d{1,2}|[０-９]{1,2})[.．]\s$/, nodes.ordered_list, (found) => ({ start: firstNumber(found[1]) }),
      (found, above) => above.attrs.start + above.childCount === firstNumber(found[1])),
  ],
});
