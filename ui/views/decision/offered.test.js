import assert from "node:assert/strict";
import { test } from "node:test";
import { leftNote, offered } from "./offered.js";

const CHOICES = [
  { id: "first", proposed: true, out: false, left: null },
  { id: "failed", proposed: true, out: true, left: null },
  { id: "declined", proposed: false, out: false, left: null },
  { id: "withdrawn", proposed: true, out: false, left: "withdrawn" },
];

/** @param {string} held */
const ids = (held) => offered(CHOICES, held).map((one) => one.id);

test("who is out is not offered, unless it is chosen already", () => {
  assert.deepEqual(ids(""), ["first"]);
  assert.deepEqual(ids("failed"), ["first", "failed"]);
  assert.deepEqual(ids("declined"), ["first", "declined"]);
});

test("who has left is not offered either, and what is held of it says so", () => {
  assert.deepEqual(ids("withdrawn"), ["first", "withdrawn"]);
  assert.equal(leftNote(CHOICES, "first", true), "");
  assert.equal(leftNote(CHOICES, "withdrawn", true), "decision-left-since");
  assert.equal(leftNote(CHOICES, "withdrawn", false), "decision-left-open");
});
