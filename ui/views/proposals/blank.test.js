import assert from "node:assert/strict";
import { test } from "node:test";
import { noAmount } from "./blank.js";

test("only a whole estimate says that nothing of a kind is paid", () => {
  assert.equal(noAmount({ complete: true }, false), "none-there");
  assert.equal(noAmount({ complete: false }, false), "not-said");
  assert.equal(noAmount({ complete: false }, true), "prices-closed-cell");
});
