// Tables without merged cells: every row has as many cells as the widest one. The commands below keep
// it so, and a plugin mends what pasting or deleting across cells leaves uneven.
import { Fragment } from "prosemirror-model";
import { Plugin, Selection, TextSelection } from "prosemirror-state";
import { schema, TABLE_COLUMNS, TABLE_ROWS } from "./schema.js";

/** @typedef {import("prosemirror-state").EditorState} EditorState */
/** @typedef {import("prosemirror-state").Transaction} Transaction */
/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {import("prosemirror-state").Command} Command */
/** @typedef {{ table: Node, at: number, row: number, column: number }} Place where the table begins, and the cell in it */

const { table: TABLE, table_row: ROW, table_header: HEADER, table_cell: CELL, paragraph: PARAGRAPH } = schema.nodes;

/**
 * The cell that holds a position, or null outside tables.
 * @param {import("prosemirror-model").ResolvedPos} $pos
 * @returns {Place | null}
 */
export function cellAround($pos) {
  for (let depth = $pos.depth; depth > 1; depth--) {
    const type = $pos.node(depth).type;
    if (type !== CELL && type !== HEADER) continue;
    return { table: $pos.node(depth - 2), at: $pos.before(depth - 2), row: $pos.index(depth - 2), column: $pos.index(depth - 1) };
  }
  return null;
}

/** @param {Node} table */
const widest = (table) => {
  let columns = 0;
  table.forEach((row) => { columns = Math.max(columns, row.childCount); });
  return columns;
};

/**
 * Where the content of a cell begins.
 * @param {Node} table @param {number} at @param {number} row @param {number} column
 */
function insideCell(table, at, row, column) {
  let pos = at + 1;
  for (let r = 0; r < row; r++) pos += table.child(r).nodeSize;
  pos += 1;
  for (let c = 0; c < column; c++) pos += table.child(row).child(c).nodeSize;
  return pos + 1;
}

/** @param {import("prosemirror-model").NodeType} type */
const emptyCell = (type) => type.create(null, PARAGRAPH.create());

/**
 * A new table with a head row.
 * @param {number} rows @param {number} columns
 */
export function newTable(rows, columns) {
  const line = (/** @type {import("prosemirror-model").NodeType} */ type) =>
    ROW.create(null, Array.from({ length: columns }, () => emptyCell(type)));
  return TABLE.create({ caption: null }, [line(HEADER), ...Array.from({ length: rows - 1 }, () => line(CELL))]);
}

/**
 * Replaces the table the cursor is in and puts the cursor into one of its cells.
 * @param {EditorState} state @param {Place} place @param {Node[]} rows @param {number} row @param {number} column
 */
function withRows(state, place, rows, row, column) {
  const table = place.table.copy(Fragment.from(rows));
  const tr = state.tr.replaceWith(place.at, place.at + place.table.nodeSize, table);
  const inside = insideCell(table, place.at, Math.min(row, rows.length - 1), Math.min(column, rows[0].childCount - 1));
  return tr.setSelection(Selection.near(tr.doc.resolve(inside), 1)).scrollIntoView();
}

/** @param {(state: EditorState, place: Place) => Transaction | null} make @returns {Command} */
const inTable = (make) => (state, dispatch) => {
  const place = cellAround(state.selection.$from);
  const tr = place && make(state, place);
  if (!tr) return false;
  dispatch?.(tr);
  return true;
};

/** @param {Node} table @returns {Node[]} */
const rowsOf = (table) => Array.from({ length: table.childCount }, (_, index) => table.child(index));
/** @param {Node} row @returns {Node[]} */
const cellsOf = rowsOf;

/** @param {"before" | "after"} side @returns {Command} */
export const addRow = (side) => inTable((state, place) => {
  if (place.table.childCount >= TABLE_ROWS) return null;
  const rows = rowsOf(place.table);
  const index = place.row + (side === "after" ? 1 : 0);
  const below = rows.slice(1);
  const isHead = (/** @type {number} */ column) => index === 0
    ? rows[0].maybeChild(column)?.type === HEADER
    : below.length > 0 && below.every((row) => row.maybeChild(column)?.type === HEADER);
  const cells = Array.from({ length: widest(place.table) }, (_, column) => emptyCell(isHead(column) ? HEADER : CELL));
  rows.splice(index, 0, ROW.create(null, cells));
  return withRows(state, place, rows, index, place.column);
});

/** @param {"before" | "after"} side @returns {Command} */
export const addColumn = (side) => inTable((state, place) => {
  if (widest(place.table) >= TABLE_COLUMNS) return null;
  const index = place.column + (side === "after" ? 1 : 0);
  const rows = rowsOf(place.table).map((row, r) => {
    const cells = cellsOf(row);
    const head = r === 0 && cells.every((cell) => cell.type === HEADER);
    cells.splice(Math.min(index, cells.length), 0, emptyCell(head ? HEADER : CELL));
    return row.copy(Fragment.from(cells));
  });
  return withRows(state, place, rows, place.row, index);
});

/** Removes the table the cursor is in. @type {Command} */
export const removeTable = inTable((state, place) => {
  const tr = state.tr.replaceWith(place.at, place.at + place.table.nodeSize, PARAGRAPH.create());
  return tr.setSelection(TextSelection.create(tr.doc, place.at + 1)).scrollIntoView();
});

/** Removes the row the cursor is in; with the last row goes the table. @type {Command} */
export const removeRow = (state, dispatch, view) => {
  const place = cellAround(state.selection.$from);
  if (!place) return false;
  if (place.table.childCount === 1) return removeTable(state, dispatch, view);
  const rows = rowsOf(place.table);
  rows.splice(place.row, 1);
  dispatch?.(withRows(state, place, rows, place.row, place.column));
  return true;
};

/** Removes the column the cursor is in; with the last column goes the table. @type {Command} */
export const removeColumn = (state, dispatch, view) => {
  const place = cellAround(state.selection.$from);
  if (!place) return false;
  if (widest(place.table) === 1) return removeTable(state, dispatch, view);
  const rows = rowsOf(place.table).map((row) => {
    const cells = cellsOf(row);
    cells.splice(place.column, 1);
    return row.copy(Fragment.from(cells.length ? cells : [emptyCell(CELL)]));
  });
  dispatch?.(withRows(state, place, rows, place.row, place.column));
  return true;
};

/**
 * Whether the first row of a table is its head.
 * @param {Node} table
 */
export const hasHead = (table) => cellsOf(table.child(0)).every((cell) => cell.type === HEADER);

/** Makes the first row the head of the table, or an ordinary row again. @type {Command} */
export const toggleHead = inTable((state, place) => {
  const type = hasHead(place.table) ? CELL : HEADER;
  const rows = rowsOf(place.table);
  rows[0] = rows[0].copy(Fragment.from(cellsOf(rows[0]).map((cell) => type.create(null, cell.content))));
  return withRows(state, place, rows, place.row, place.column);
});

/** @param {string} caption @returns {Command} */
export const setCaption = (caption) => inTable((state, place) =>
  (place.table.attrs.caption ?? "") === caption ? null : state.tr.setNodeMarkup(place.at, null, { caption: caption || null }));

/**
 * Goes to the next or the previous cell and selects what is in it. After the last cell a row is added.
 * @param {1 | -1} step @returns {Command}
 */
export const goToCell = (step) => (state, dispatch) => {
  const place = cellAround(state.selection.$head);
  if (!place) return false;
  const { table, at } = place;
  let { row, column } = place;
  column += step;
  if (column >= table.child(row).childCount) { row += 1; column = 0; }
  if (column < 0) { row -= 1; column = row >= 0 ? table.child(row).childCount - 1 : 0; }
  if (row < 0) return true;
  if (row >= table.childCount) {
    const last = insideCell(table, at, table.childCount - 1, 0);
    const beside = cellAround(state.doc.resolve(last));
    if (!beside || table.childCount >= TABLE_ROWS) return true;
    const rows = rowsOf(table);
    const cells = cellsOf(rows[rows.length - 1]).map((cell) => emptyCell(rows.length > 1 ? cell.type : CELL));
    dispatch?.(withRows(state, beside, [...rows, ROW.create(null, cells)], rows.length, 0));
    return true;
  }
  if (dispatch) {
    const from = insideCell(table, at, row, column);
    const to = from + table.child(row).child(column).content.size;
    const between = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
    dispatch(state.tr.setSelection(between).scrollIntoView());
  }
  return true;
};

/** Empties the cells a selection covers when it covers more than one, and keeps the table's shape. @type {Command} */
export const emptyCells = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const first = cellAround($from);
  const last = cellAround($to);
  if (!first || !last || first.at !== last.at) return false;
  if (first.row === last.row && first.column === last.column) return false;
  if (dispatch) {
    const rows = rowsOf(first.table).map((row, r) => row.copy(Fragment.from(cellsOf(row).map((cell, c) => {
      const order = r * TABLE_COLUMNS + c;
      const covered = order >= first.row * TABLE_COLUMNS + first.column && order <= last.row * TABLE_COLUMNS + last.column;
      return covered ? emptyCell(cell.type) : cell;
    }))));
    dispatch(withRows(state, first, rows, first.row, first.column));
  }
  return true;
};

/**
 * Puts a pasted table into the table the cursor is in, cell upon cell, adding rows and columns as needed.
 * @param {EditorState} state @param {Node} pasted @returns {Transaction | null}
 */
export function pasteCells(state, pasted) {
  const place = cellAround(state.selection.$from);
  if (!place) return null;
  const rows = rowsOf(place.table).map((row) => cellsOf(row));
  const columns = Math.min(TABLE_COLUMNS, Math.max(widest(place.table), place.column + widest(pasted)));
  for (let r = 0; r < pasted.childCount && place.row + r < TABLE_ROWS; r++) {
    const target = rows[place.row + r] ??= [];
    for (let c = 0; c < pasted.child(r).childCount && place.column + c < columns; c++) {
      while (target.length <= place.column + c) target.push(emptyCell(CELL));
      target[place.column + c] = target[place.column + c].type.create(null, pasted.child(r).child(c).content);
    }
  }
  return withRows(state, place, rows.map((cells) => ROW.create(null, cells)), place.row, place.column);
}

/**
 * How much of a pasted table would stand beyond the limits of the one the cursor is in.
 * @param {EditorState} state @param {Node} pasted @returns {import("./paste.js").LeftOut}
 */
export function beyondLimits(state, pasted) {
  const place = cellAround(state.selection.$from);
  return {
    rows: Math.max(0, (place?.row ?? 0) + pasted.childCount - TABLE_ROWS),
    columns: Math.max(0, (place?.column ?? 0) + widest(pasted) - TABLE_COLUMNS),
  };
}

/** Rows of uneven length are filled with empty cells, rows and columns over the limit are left off. */
export const evenTables = new Plugin({
  appendTransaction(transactions, _old, state) {
    if (!transactions.some((tr) => tr.docChanged)) return null;
    /** @type {{ at: number, table: Node, even: Node }[]} */
    const uneven = [];
    state.doc.forEach((table, at) => {
      if (table.type !== TABLE) return;
      const columns = Math.min(widest(table), TABLE_COLUMNS);
      let even = table.childCount <= TABLE_ROWS;
      table.forEach((row) => { even &&= row.childCount === columns; });
      if (even) return;
      const rows = rowsOf(table).slice(0, TABLE_ROWS).map((row) => {
        const cells = cellsOf(row).slice(0, columns);
        while (cells.length < columns) cells.push(emptyCell(cells.length && cells.every((cell) => cell.type === HEADER) ? HEADER : CELL));
        return row.copy(Fragment.from(cells));
      });
      uneven.push({ at, table, even: table.copy(Fragment.from(rows)) });
    });
    if (!uneven.length) return null;
    const tr = state.tr;
    for (const { at, table, even } of uneven.reverse()) {
      const kept = tr.selection;
      tr.replaceWith(at, at + table.nodeSize, even);
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(kept.from, tr.doc.content.size)), 1));
    }
    return tr;
  },
});
