import { tell } from "./bus.js";

/** The failure at the head of the screen: it stands until it is closed, the next one comes, something is done after it, or another screen is opened. */

/** @type {any} */
let last = null;

/** The failure that is shown. */
export const shown = () => last;

/** @param {any} failure */
export function show(failure) {
  last = failure;
  tell("failure", last);
}

/** Takes away the failure that is shown, to be told in another place. @returns {any} */
export function taken() {
  const failure = last;
  settle(failure);
  return failure;
}

/** Takes a failure away, unless another one has come since. @param {any} failure */
export function settle(failure) {
  if (failure && failure === last) show(null);
}
