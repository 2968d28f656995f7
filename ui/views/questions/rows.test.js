import assert from "node:assert/strict";
import { test } from "node:test";
import { BEYOND, CHUNK, choose, drawn, pastedQuestions, slotsFor, wanted } from "./rows.js";

test("what is seen is drawn, and some rows beyond it", () => {
  assert.deepEqual(drawn(0, 400, 40, 10_000), { first: 0, last: 10 + BEYOND });
  assert.deepEqual(drawn(40 * 5000, 400, 40, 10_000), { first: 5000 - BEYOND, last: 5010 + BEYOND });
  assert.deepEqual(drawn(40 * 5000, 400, 40, 20), { first: 20 - BEYOND, last: 20 });
  assert.deepEqual(drawn(0, 400, 40, 0), { first: 0, last: 0 });
});

test("rows that are drawn together never share a place, and a row more does not move the others", () => {
  assert.equal(slotsFor(42), slotsFor(43));
  for (const count of [1, 16, 17, 30, 84]) assert.ok(slotsFor(count) >= count);
});

test("only rows that are not known are asked for, whole chunks of them", () => {
  const known = new Set(Array.from({ length: CHUNK }, (_, at) => at));
  assert.equal(wanted(known, 0, 50, 10_000), null);
  assert.deepEqual(wanted(known, CHUNK - 20, CHUNK + 20, 10_000), { from: CHUNK, count: CHUNK });
  assert.deepEqual(wanted(new Set(), 0, 40, 45), { from: 0, count: 45 });
  assert.deepEqual(wanted(new Set(), 5010, 5060, 5061), { from: 5000, count: 61 });
});

test("one, several and a stretch are chosen as in any list", () => {
  const ids = ["a", "b", "c", "d"];
  const one = choose(ids, { chosen: new Set(["d"]), anchor: "d" }, "b", {});
  assert.deepEqual([...one.chosen], ["b"]);
  const two = choose(ids, one, "d", { ctrl: true });
  assert.deepEqual([...two.chosen], ["b", "d"]);
  assert.deepEqual([...choose(ids, two, "b", { ctrl: true }).chosen], ["d"]);
  assert.deepEqual([...choose(ids, one, "d", { shift: true }).chosen], ["b", "c", "d"]);
  assert.deepEqual([...choose(ids, { chosen: new Set(), anchor: "" }, "c", { shift: true }).chosen], ["c"]);
});

test("a pasted line is a question, of a table the longest cell", () => {
  assert.deepEqual(pastedQuestions([["1", "端末は借りられますか"], ["", " "], ["定例会は"]]), ["端末は借りられますか", "定例会は"]);
});
