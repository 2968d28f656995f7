/**
 * What the modules of the window tell each other.
 * `changed`: the core committed something; `navigated`: the route moved; `language`: the words changed;
 * `procurement`: the open procurement was read again; `saving`: the state of saving moved; `failure`: another failure is shown, or none.
 */
const target = new EventTarget();

/** @param {string} name @param {any} [detail] */
export function tell(name, detail) {
  target.dispatchEvent(new CustomEvent(name, { detail }));
}

/**
 * @param {string} name
 * @param {(detail: any) => void} heard
 * @returns {() => void} stops hearing
 */
export function hear(name, heard) {
  const listener = (/** @type {Event} */ event) => heard(/** @type {CustomEvent} */ (event).detail);
  target.addEventListener(name, listener);
  return () => target.removeEventListener(name, listener);
}
