import assert from "node:assert/strict";
import { test } from "node:test";
import { canBeMade, stands, together } from "./stands.js";

const NOTICE = { sent: "", made: "", outdated: false, tellings: [], missing: [] };
const mark = { cleared: false, may_stay: true };
const rival = { cleared: false, may_stay: false };

test("a mark is to be checked, another company holds a notice back", () => {
  assert.equal(stands({ ...NOTICE, tellings: [mark] }), "doubt");
  assert.equal(stands({ ...NOTICE, tellings: [mark, rival] }), "held");
  assert.equal(stands({ ...NOTICE, tellings: [{ ...mark, cleared: true }], missing: ["x"] }), "open");
  assert.equal(stands({ ...NOTICE, tellings: [{ ...mark, cleared: true }] }), "ready");
  assert.equal(canBeMade({ ...NOTICE, tellings: [mark] }), false);
});

test("papers older than the words are made anew", () => {
  assert.equal(stands({ ...NOTICE, made: "21:00" }), "made");
  const outdated = { ...NOTICE, made: "21:00", outdated: true };
  assert.equal(stands(outdated), "outdated");
  assert.equal(canBeMade(outdated), true);
  assert.equal(stands({ ...outdated, missing: ["x"] }), "open");
});

test("who has left is not told together with the others", () => {
  const [stays, gone] = [{ id: "a", left: null }, { id: "b", left: /** @type {const} */ ("withdrawn") }];
  assert.deepEqual(together([stays, gone]), [stays]);
});
