import assert from "node:assert/strict";
import { test } from "node:test";
import { into, step, unfinishedAfter } from "./way.js";

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

test("what is covered is scrolled into the room, and nothing farther", () => {
  const room = { start: 100, end: 200 };
  assert.equal(into({ start: 100, end: 200 }, room), 0);
  assert.equal(into({ start: 180, end: 216 }, room), 16);
  assert.equal(into({ start: 70, end: 106 }, room), -30);
  // Of what is too long for it the end is seen: there the cell is, below its head.
  assert.equal(into({ start: 90, end: 230 }, room), 30);
  assert.equal(into({ start: 0, end: 140 }, room), -60);
});
