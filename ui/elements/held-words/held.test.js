import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "./held.js";

/** @param {number} start @param {number} end @param {boolean} [cleared] @returns {any} */
const telling = (start, end, cleared = false) => ({ start, end, cleared });
/** @param {ReturnType<typeof pieces>} found */
const marked = (found) => found.map((piece) => (piece.telling ? `[${piece.text}]` : piece.text)).join("");

test("telling words are marked where they stand, counted in characters", () => {
  assert.equal(marked(pieces("𠮷弊社の件", "𠮷弊社の件", [telling(1, 3)])), "𠮷[弊社]の件");
  assert.equal(marked(pieces("弊社", "弊社", [telling(0, 2, true)])), "弊社");
});

test("while typing, marks before and behind the place stay and those in it go", () => {
  const checked = "弊社のハルイロの当社";
  const tellings = [telling(0, 2), telling(3, 7), telling(8, 10)];
  assert.equal(marked(pieces("弊社のハルの当社", checked, tellings)), "[弊社]のハルの[当社]");
  assert.equal(marked(pieces("弊社のハルイロの当社。", checked, tellings)), "[弊社]の[ハルイロ]の[当社]。");
  assert.equal(marked(pieces("", checked, tellings)), "");
});
