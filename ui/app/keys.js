/** One list of keys for the whole window, and the one guard for Japanese input. */

/**
 * @typedef {Object} Key
 * @property {string} keys as in `Ctrl+Shift+Z`
 * @property {string} label Fluent id of what it does
 * @property {() => void | Promise<void>} [run] absent where an element handles the key itself and only the list should show it
 * @property {boolean} [inText] also inside text fields
 * @property {boolean} [hidden] not shown in the list
 */

/** @type {Set<Key>} */
const keys = new Set();

/** Whether a key belongs to a composition under way. WebKitGTK reports some of them as 229 before it says so. @param {KeyboardEvent} event */
export const composing = (event) => event.isComposing || event.keyCode === 229;

/** Whether a key is one that its element takes as typing. In a list of choices signs look one up; with Ctrl they do not. @param {KeyboardEvent} event */
export function isTyping({ target, ctrlKey, metaKey }) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range", "file"].includes(target.type);
  if (target instanceof HTMLSelectElement) return !ctrlKey && !metaKey;
  return target instanceof HTMLTextAreaElement;
}

/** The name of a key event, as in `Ctrl+Shift+Z`. @param {KeyboardEvent} event */
export function keyName(event) {
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  // A sign that needs Shift is named by itself; only letters and named keys say Shift.
  if (event.shiftKey && (key.length > 1 || key.toLowerCase() !== key.toUpperCase())) parts.push("Shift");
  return [...parts, key].join("+");
}

/**
 * Adds keys until the returned function is called. A later one wins over an earlier one.
 * @param {Key[]} added
 * @returns {() => void}
 */
export function bindKeys(added) {
  for (const key of added) keys.add(key);
  return () => {
    for (const key of added) keys.delete(key);
  };
}

/** The keys that work now. */
export const keyList = () => [...keys].filter((key) => !key.hidden);

/** Starts hearing the keyboard. */
export function startKeys() {
  addEventListener("keydown", (event) => {
    if (composing(event) || event.defaultPrevented) return;
    const name = keyName(event);
    const inText = isTyping(event);
    const key = [...keys].reverse().find((one) => one.run && one.keys === name && (one.inText || !inText));
    if (!key) return;
    event.preventDefault();
    void key.run?.();
  });
}
