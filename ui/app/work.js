import { tell } from "./bus.js";

/**
 * Long work of the core: how far it is. Told on the bus as `work`; what is over before anybody could read it is not shown.
 * @typedef {import("../host/bindings.d.ts").WorkProgress} WorkProgress
 */

/** Milliseconds that work takes before it is shown. */
const QUICK = 400;

/** @type {WorkProgress | null} */
let progress = null;
let shown = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** The core has said how far it is; null when it has ended. @param {WorkProgress | null} next */
export function follow(next) {
  progress = next;
  if (!next) {
    clearTimeout(timer);
    timer = undefined;
    shown = false;
  } else if (!shown) {
    timer ??= setTimeout(() => {
      shown = true;
      tell("work", work());
    }, QUICK);
    return;
  }
  tell("work", work());
}

/** The work to be shown now. @returns {WorkProgress | null} */
export const work = () => (shown ? progress : null);
