import assert from "node:assert/strict";
import { test } from "node:test";
import { begun, ruled, schemeJson } from "./scheme.js";

/** @type {any} */
const plain = { kind: "relative", text: "", grades: [], greatest: "", rule: "", ceiling: null, steps: [], places: 2, rounding: "half-up" };

test("a scheme is sent as it was typed, for the core to read", () => {
  assert.equal(schemeJson(plain), '{"kind":"relative"}');
  assert.deepEqual(JSON.parse(schemeJson({ ...plain, kind: "points", greatest: "１０点" })), { kind: "points", greatest: "１０点" });
  const grades = JSON.parse(schemeJson(begun("grades", plain, ["優れる"])));
  assert.equal(grades.grades.length, 5);
  assert.deepEqual(grades.grades[0], { mark: "A", share: "1", anchor: "優れる" });
});

test("a price is sent with its rule and rounding", () => {
  const price = begun("price", plain, []);
  assert.deepEqual(JSON.parse(schemeJson(price)).formula, { rule: "LowestOverBid", rounding: { places: 2, mode: "half-up" } });
  const ceiling = /** @type {any} */ ({ ...ruled("under-ceiling", price), ceiling: "2,500万円" });
  assert.deepEqual(JSON.parse(schemeJson(ceiling)).formula.rule, { UnderCeiling: { ceiling: "2,500万円" } });
  const steps = /** @type {any} */ ({ ...ruled("steps", price), steps: [{ upto: "1,000万", share: "100%" }] });
  assert.deepEqual(JSON.parse(schemeJson(steps)).formula.rule, { Steps: [["1,000万", "100%"]] });
  assert.deepEqual(JSON.parse(schemeJson(ruled("steps", price))).formula.rule, { Steps: [[10000000, "1"], [20000000, "0.5"]] });
});
