import assert from "node:assert/strict";
import { test } from "node:test";
import { standing } from "./standing.js";

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
