import assert from "node:assert/strict";
import { test } from "node:test";
import { inside, moves, spotFor, visible } from "./tree.js";

/** 1 ┬ 1.1 ┬ 1.1.1; 1 ┴ 1.2; 2; 3 ─ 3.1 */
const rows = [["1", null, 0], ["1.1", "1", 1], ["1.1.1", "1.1", 2], ["1.2", "1", 1], ["2", null, 0], ["3", null, 0], ["3.1", "3", 1]]
  .map(([id, parent, depth]) => ({ id, parent, depth, number: id, title: id, state: "draft", optional: false, changed: false, findings: 0 }));

test("a closed section hides what is inside, at any depth", () => {
  assert.deepEqual(inside(rows, "1").map((row) => row.id), ["1.1", "1.1.1", "1.2"]);
  assert.deepEqual(visible(rows, new Set(["1", "3"])).map((row) => row.id), ["1", "2", "3"]);
  assert.deepEqual(visible(rows, new Set(["1.1"])).map((row) => row.id), ["1", "1.1", "1.2", "2", "3", "3.1"]);
});

test("dropping before, after and into a section", () => {
  assert.deepEqual(spotFor(rows, "3", "2", "before"), { parent: null, after: "1" });
  assert.deepEqual(spotFor(rows, "2", "1.2", "after"), { parent: "1", after: "1.2" });
  assert.deepEqual(spotFor(rows, "2", "1", "into"), { parent: "1", after: "1.2" });
  assert.deepEqual(spotFor(rows, "2", "1", "before"), { parent: null, after: null });
  assert.deepEqual(spotFor(rows, "1.1", "1.2", "after"), { parent: "1", after: "1.2" });
});

test("below an open section a section becomes its first child", () => {
  assert.deepEqual(spotFor(rows, "2", "1", "first"), { parent: "1", after: null });
  assert.deepEqual(spotFor(rows, "1.2", "1", "first"), { parent: "1", after: null });
  assert.equal(spotFor(rows, "1.1", "1", "first"), null);
  assert.equal(spotFor(rows, "3", "1.1.1", "first"), null);
});

test("a section goes neither into itself nor where it stands already", () => {
  assert.equal(spotFor(rows, "1", "1.1.1", "into"), null);
  assert.equal(spotFor(rows, "1", "1", "after"), null);
  assert.equal(spotFor(rows, "2", "1", "after"), null);
  assert.equal(spotFor(rows, "1.2", "1.1", "after"), null);
  assert.equal(spotFor(rows, "2", "3", "before"), null);
});

test("nothing comes to stand deeper than four", () => {
  assert.deepEqual(spotFor(rows, "2", "1.1.1", "into"), { parent: "1.1.1", after: null });
  assert.equal(spotFor(rows, "3", "1.1.1", "into"), null);
});

test("the moves a section has", () => {
  assert.deepEqual(moves(rows, "1"), { up: false, down: true, in: false, out: false });
  assert.deepEqual(moves(rows, "1.2"), { up: true, down: false, in: true, out: true });
  assert.deepEqual(moves(rows, "gone"), { up: false, down: false, in: false, out: false });
});
