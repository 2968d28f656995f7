import assert from "node:assert/strict";
import { test } from "node:test";
import { departed, hasMarksInRow, standing, stateWord } from "./standing.js";

/** @param {string[]} ids @returns {any} */
const result = (...ids) => ({ bidders: ids.map((id) => ({ id })), criteria: [{ id: "price", cells: ids.map((id) => ({ points: id })) }] });

test("columns stay where they were, each with its own cells", () => {
  assert.deepEqual(standing(result("b", "a", "c"), ["a", "b", "c"]), result("a", "b", "c"));
});

test("another bidder puts the columns in the order of the ranks", () => {
  const changed = result("b", "a", "c");
  assert.equal(standing(changed, ["a", "b"]), changed);
  assert.equal(standing(changed, ["a", "b", "d"]), changed);
});

test("what is decided is not ready to be settled any more", () => {
  assert.equal(stateWord({ state: "whole", decided: false }), "result-state-whole");
  assert.equal(stateWord({ state: "whole", decided: true }), "result-state-decided");
});

test("who left after the decision is told apart from who is not in the result", () => {
  const [before, after] = [{ id: "b" }, { id: "a" }];
  assert.deepEqual(departed([before, after], result("a", "c")), { gone: [before], since: [after] });
});

test("marks stand in a row only where a whole is open and none are counted", () => {
  /** @param {any} cell @returns {any} */
  const shown = (cell) => ({ criteria: [{ id: "trust", parent: null, leaf: false, marked: false, cells: [] }, { id: "security", parent: "trust", leaf: true, marked: true, cells: [cell] }] });
  const marks = shown({ marks: ["○", "×"], counts: [] });
  assert.equal(hasMarksInRow(marks, new Set()), false);
  assert.equal(hasMarksInRow(marks, new Set(["trust"])), true);
  // Who gave none keeps her place, so whose the other is has to be told.
  assert.equal(hasMarksInRow(shown({ marks: [null, "○"], counts: [] }), new Set(["trust"])), true);
  assert.equal(hasMarksInRow(shown({ marks: ["○"], counts: [] }), new Set(["trust"])), false);
  assert.equal(hasMarksInRow(shown({ marks: [], counts: [3, 1, 0, 0] }), new Set(["trust"])), false);
});
