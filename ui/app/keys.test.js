import assert from "node:assert/strict";
import { test } from "node:test";
import { composing, isTyping, keyName } from "./keys.js";

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

test("Ctrl with a letter is typing in a text, and none in a list of choices", () => {
  class HTMLElement {}
  const kinds = { HTMLElement, HTMLInputElement: class extends HTMLElement { type = "text"; }, HTMLSelectElement: class extends HTMLElement {}, HTMLTextAreaElement: class extends HTMLElement {} };
  Object.assign(globalThis, kinds);
  const typing = (/** @type {any} */ target, ctrlKey = false) => isTyping(key({ key: "z", ctrlKey, target }));
  assert.equal(typing(new kinds.HTMLSelectElement(), true), false);
  assert.equal(typing(new kinds.HTMLSelectElement()), true);
  assert.equal(typing(new kinds.HTMLInputElement(), true), true);
  assert.equal(typing(new kinds.HTMLTextAreaElement(), true), true);
  assert.equal(typing(new HTMLElement()), false);
});
