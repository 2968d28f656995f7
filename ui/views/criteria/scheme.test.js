import assert from "node:assert/strict";
import { test } from "node:test";
import { begun, graded, isComplete, ruled, schemeJson, unused } from "./scheme.js";

/** @type {any} */
const plain = { kind: "relative", text: "", grades: [], greatest: "", rule: "", ceiling: "", steps: [], places: 2, rounding: "half-up" };

test("a scheme is sent as it was typed, for the core to read", () => {
  assert.equal(schemeJson(plain), '{"kind":"relative"}');
  assert.deepEqual(JSON.parse(schemeJson({ ...plain, kind: "points", greatest: "１０点" })), { kind: "points", greatest: "１０点" });
  const grades = JSON.parse(schemeJson(begun("grades", plain, ["優れる"])));
  assert.equal(grades.grades.length, 5);
  assert.deepEqual(grades.grades[0], { mark: "A", share: "1", anchor: "優れる" });
});

test("a grade that is added stands behind the last, and no other moves or is renamed", () => {
  const of = (/** @type {string} */ marks, /** @type {string[]} */ ...shares) => shares.map((share, at) => ({ mark: marks[at], share, anchor: `${at}` }));
  const five = of("ABCDE", "1", "0.75", "0.5", "0.25", "0");
  assert.deepEqual(graded(five), [...five, { mark: "F", share: "0", anchor: "" }]);
  const last = (/** @type {string} */ marks, /** @type {string[]} */ ...shares) => graded(of(marks, ...shares)).at(-1);
  assert.deepEqual(last("AB", "1", "0.5"), { mark: "C", share: "0", anchor: "" });
  assert.equal(last("ABD", "1", "0.5", "0")?.mark, "E", "not the letter of a grade that was taken out");
  assert.equal(last("CA", "1", "0.5")?.mark, "B");
  assert.equal(last("SZ", "1", "0.5")?.mark, "A", "behind Z the first that is free");
  assert.equal(last("54", "1", "0.5")?.mark, "A", "no letters to go on from");
});

test("a step that is still empty is told apart from a rule that is not used yet", () => {
  const steps = { ...plain, kind: "price", rule: "steps", steps: [{ upto: "100", share: "50" }] };
  assert.equal(unused({ ...steps, steps: [...steps.steps, { upto: "", share: "" }] }, steps), "formula-blank-unused");
  assert.equal(unused(ruled("under-ceiling", steps), steps), "formula-incomplete");
});

test("a price is sent with its rule and rounding", () => {
  const price = begun("price", plain, []);
  assert.deepEqual(JSON.parse(schemeJson(price)).formula, { rule: "LowestOverBid", rounding: { places: 2, mode: "half-up" } });
  const ceiling = { ...ruled("under-ceiling", price), ceiling: "2,500万円" };
  assert.deepEqual(JSON.parse(schemeJson(ceiling)).formula.rule, { UnderCeiling: { ceiling: "2,500万円" } });
  const steps = { ...ruled("steps", price), steps: [{ upto: "1,000万", share: "100%" }] };
  assert.deepEqual(JSON.parse(schemeJson(steps)).formula.rule, { Steps: [["1,000万", "100%"]] });
});

test("a rule chosen anew invents no amounts, and is whole once they are typed", () => {
  const price = begun("price", plain, []);
  assert.ok(isComplete(price));
  const ceiling = ruled("under-ceiling", price);
  assert.deepEqual([ceiling.ceiling, isComplete(ceiling), isComplete({ ...ceiling, ceiling: "2,500万円" })], ["", false, true]);
  const steps = ruled("steps", price);
  assert.deepEqual([steps.steps, isComplete(steps)], [[{ upto: "", share: "" }], false]);
  assert.ok(!isComplete({ ...steps, steps: [{ upto: "1,000万", share: "1" }, { upto: "2,000万", share: " " }] }));
  assert.ok(isComplete({ ...steps, steps: [{ upto: "1,000万", share: "1" }] }));
});
