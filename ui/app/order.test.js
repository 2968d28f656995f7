import assert from "node:assert/strict";
import { test } from "node:test";
import { drop, step } from "./order.js";

const rows = [
  { id: "a", parent: null },
  { id: "a1", parent: "a" },
  { id: "a2", parent: "a" },
  { id: "b", parent: null },
  { id: "c", parent: null },
];

test("a step up or down stays among its siblings", () => {
  assert.deepEqual(step(rows, "c", "up"), { parent: null, after: "a" });
  assert.deepEqual(step(rows, "b", "up"), { parent: null, after: null });
  assert.deepEqual(step(rows, "a", "down"), { parent: null, after: "b" });
  assert.equal(step(rows, "a2", "down"), null);
  assert.equal(step(rows, "a", "up"), null);
});

test("a row goes in under the one above, and out behind its parent", () => {
  assert.deepEqual(step(rows, "b", "in"), { parent: "a", after: "a2" });
  assert.deepEqual(step(rows, "a1", "out"), { parent: null, after: "a" });
  assert.equal(step(rows, "a", "in"), null, "nothing stands above");
  assert.equal(step([{ id: "x" }, ...rows], "a", "in"), null, "a row with parts would become three deep");
});

test("a dragged row lands beside the one under the pointer", () => {
  assert.deepEqual(drop(rows, "c", "a1", "before"), { parent: "a", after: null });
  assert.deepEqual(drop(rows, "c", "a1", "after"), { parent: "a", after: "a1" });
  assert.deepEqual(drop(rows, "b", "c", "before"), { parent: null, after: "a" });
  assert.equal(drop(rows, "a", "a1", "after"), null, "not into itself");
});
