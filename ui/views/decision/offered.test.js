import assert from "node:assert/strict";
import { test } from "node:test";
import { offered } from "./offered.js";

const CHOICES = [
  { id: "first", proposed: true, out: false },
  { id: "failed", proposed: true, out: true },
  { id: "declined", proposed: false, out: false },
];

/** @param {string} held */
const ids = (held) => offered(CHOICES, held).map((one) => one.id);

test("who is out is not offered, unless it is chosen already", () => {
  assert.deepEqual(ids(""), ["first"]);
  assert.deepEqual(ids("failed"), ["first", "failed"]);
  assert.deepEqual(ids("declined"), ["first", "declined"]);
});
