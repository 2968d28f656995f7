import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState, TextSelection } from "prosemirror-state";
import { schema } from "./schema.js";
import { addColumn, addRow, beyondLimits, cellAround, emptyCells, evenTables, goToCell, newTable, pasteCells, removeColumn, removeRow, setCaption, toggleHead } from "./tables.js";

const { nodes } = schema;
const paragraph = (words) => nodes.paragraph.create(null, words ? schema.text(words) : null);
const table = (...rows) => nodes.table.create({ caption: null }, rows.map((row, r) => nodes.table_row.create(null,
  row.map((words) => (r === 0 ? nodes.table_header : nodes.table_cell).create(null, paragraph(words))))));

/** A state with the cursor in the cell that holds these words. */
function at(words, ...content) {
  const doc = schema.node("doc", null, content);
  const state = EditorState.create({ doc, plugins: [evenTables] });
  return to(state, words);
}

function to(state, words) {
  let pos = 0;
  state.doc.descendants((node, at) => { if (node.isText && node.text === words) pos = at + 1; });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)));
}

function run(state, command) {
  let next = state;
  const done = command(state, (tr) => { next = state.apply(tr); });
  next.doc.check();
  return { done, next };
}

const shown = (state) => {
  const rows = [];
  state.doc.firstChild.forEach((row) => rows.push(Array.from({ length: row.childCount }, (_, c) => `${row.child(c).type === nodes.table_header ? "*" : ""}${row.child(c).textContent}`).join("|")));
  return rows;
};

const grid = () => table(["A", "B"], ["1", "2"], ["3", "4"]);

test("rows and columns come and go; the head stays the head", () => {
  assert.deepEqual(shown(run(at("A", grid()), addRow("after")).next), ["*A|*B", "|", "1|2", "3|4"]);
  assert.deepEqual(shown(run(at("3", grid()), addRow("before")).next), ["*A|*B", "1|2", "|", "3|4"]);
  assert.deepEqual(shown(run(at("1", grid()), addColumn("after")).next), ["*A|*|*B", "1||2", "3||4"]);
  assert.deepEqual(shown(run(at("2", grid()), removeColumn).next), ["*A", "1", "3"]);
  assert.deepEqual(shown(run(at("1", grid()), removeRow).next), ["*A|*B", "3|4"]);
  assert.deepEqual(shown(run(at("A", grid()), toggleHead).next), ["A|B", "1|2", "3|4"]);
});

test("with its last row or column a table goes, and leaves a line to write on", () => {
  for (const command of [removeRow, removeColumn]) {
    const { next } = run(at("A", table(["A"])), command);
    assert.equal(next.doc.childCount, 1);
    assert.equal(next.doc.firstChild.type, nodes.paragraph);
  }
});

test("Tab goes from cell to cell and adds a row behind the last one", () => {
  let { next } = run(at("B", grid()), goToCell(1));
  assert.deepEqual([cellAround(next.selection.$from).row, cellAround(next.selection.$from).column], [1, 0]);
  assert.equal(next.doc.textBetween(next.selection.from, next.selection.to), "1");
  ({ next } = run(next, goToCell(-1)));
  assert.deepEqual([cellAround(next.selection.$from).row, cellAround(next.selection.$from).column], [0, 1]);
  ({ next } = run(at("4", grid()), goToCell(1)));
  assert.deepEqual(shown(next), ["*A|*B", "1|2", "3|4", "|"]);
  assert.deepEqual([cellAround(next.selection.$from).row, cellAround(next.selection.$from).column], [3, 0]);
});

test("Tab works in a table that does not come first", () => {
  const { next } = run(at("4", paragraph("前"), grid()), goToCell(1));
  assert.equal(next.doc.child(1).childCount, 4);
});

test("deleting across cells empties them and keeps the table", () => {
  let state = at("B", grid());
  const from = state.selection.from - 1;
  state = to(state, "3");
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, state.selection.to)));
  assert.deepEqual(shown(run(state, emptyCells).next), ["*A|*", "|", "|4"]);
  assert.equal(run(at("A", grid()), emptyCells).done, false);
});

test("cells pasted into cells widen the table as needed", () => {
  const state = at("4", grid());
  const tr = pasteCells(state, table(["a", "b"], ["c", "d"]));
  assert.deepEqual(shown(state.apply(tr)), ["*A|*B|*", "1|2|", "3|a|b", "|c|d"]);
});

test("uneven rows are filled", () => {
  const state = at("A", grid());
  const uneven = nodes.table.create({ caption: null }, [nodes.table_row.create(null, [nodes.table_cell.create(null, paragraph("x"))]), grid().child(1)]);
  const next = state.apply(state.tr.replaceWith(0, state.doc.firstChild.nodeSize, uneven));
  assert.deepEqual(shown(next), ["x|", "1|2"]);
});

test("a caption is set and taken away", () => {
  const { next } = run(at("A", grid()), setCaption("表題"));
  assert.equal(next.doc.firstChild.attrs.caption, "表題");
  assert.equal(run(to(next, "A"), setCaption("")).next.doc.firstChild.attrs.caption, null);
  newTable(3, 3).check();
});

test("a pasted table tells how much of it stands beyond the limits", () => {
  const state = at("y", table(["w", "x"], ["v", "y"]));
  assert.deepEqual(beyondLimits(state, table(["a"])), { rows: 0, columns: 0 });
  const large = table(...Array.from({ length: 500 }, () => Array.from({ length: 20 }, () => "z")));
  assert.deepEqual(beyondLimits(state, large), { rows: 1, columns: 1 });
});
