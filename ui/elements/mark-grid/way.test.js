import assert from "node:assert/strict";
import { test } from "node:test";
import { step, unfinishedAfter } from "./way.js";

const size = { rows: 3, columns: 2 };

test("arrows stay inside the table", () => {
  assert.deepEqual(step({ row: 0, column: 0 }, "ArrowUp", size), { row: 0, column: 0 });
  assert.deepEqual(step({ row: 0, column: 0 }, "ArrowDown", size), { row: 1, column: 0 });
  assert.deepEqual(step({ row: 2, column: 1 }, "ArrowRight", size), { row: 2, column: 1 });
  assert.deepEqual(step({ row: 2, column: 1 }, "Home", size), { row: 2, column: 0 });
  assert.deepEqual(step({ row: 0, column: 0 }, "PageDown", size), { row: 2, column: 0 });
  assert.equal(step({ row: 0, column: 0 }, "x", size), null);
});

test("the next unfinished cell is looked for line by line, and round again", () => {
  const open = new Set(["0-1", "2-0"]);
  const wanted = (/** @type {{ row: number, column: number }} */ { row, column }) => open.has(`${row}-${column}`);
  assert.deepEqual(unfinishedAfter({ row: 0, column: 0 }, size, wanted), { row: 0, column: 1 });
  assert.deepEqual(unfinishedAfter({ row: 0, column: 1 }, size, wanted), { row: 2, column: 0 });
  assert.deepEqual(unfinishedAfter({ row: 2, column: 0 }, size, wanted), { row: 0, column: 1 });
  open.delete("0-1");
  assert.equal(unfinishedAfter({ row: 2, column: 0 }, size, wanted), null);
});
