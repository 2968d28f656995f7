import assert from "node:assert/strict";
import { test } from "node:test";
import { composing, keyName } from "./keys.js";

/** @param {Partial<KeyboardEvent>} parts */
const key = (parts) => /** @type {KeyboardEvent} */ ({ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, ...parts });

test("keys are named as the list shows them", () => {
  assert.equal(keyName(key({ key: "z", ctrlKey: true, shiftKey: true })), "Ctrl+Shift+Z");
  assert.equal(keyName(key({ key: "k", metaKey: true })), "Ctrl+K");
  assert.equal(keyName(key({ key: "?", shiftKey: true })), "?");
  assert.equal(keyName(key({ key: "ArrowUp", altKey: true })), "Alt+ArrowUp");
});

test("a key of a composition is known by either sign", () => {
  assert.equal(composing(key({ key: "Enter", isComposing: true })), true);
  assert.equal(composing(key({ key: "Enter", keyCode: 229 })), true);
  assert.equal(composing(key({ key: "Enter", keyCode: 13 })), false);
});
