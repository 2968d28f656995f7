import { commands } from "../host/commands.js";
import { hear, tell } from "./bus.js";
import { report } from "./errors.js";

/** @typedef {import("../host/bindings.d.ts").Procurement} Procurement */

/** @type {Procurement | null} */
let open = null;
/** It as it was described last, until something of it changes. @type {Procurement | null} */
let known = null;
/** @type {string | undefined} */
let wanted;
/** After a change the rail waits this long, in milliseconds: what was changed is shown before what follows from it. */
const PAUSE = 200;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

/** The procurement that is open, as the core last described it. */
export const procurement = () => open;

/** Opens a procurement, or none. A screen of one that is known does not wait for it; the day may be another one by now. @param {string | undefined} id */
export async function openProcurement(id) {
  wanted = id;
  clearTimeout(soon);
  if (known && known.id === id) {
    open = known;
    tell("procurement", open);
    soon = setTimeout(() => void refreshProcurement(), PAUSE);
    return;
  }
  if (open?.id !== id) open = null;
  if (id) await refreshProcurement();
  else tell("procurement", null);
}

/** Reads the open procurement again. */
async function refreshProcurement() {
  const id = wanted;
  if (!id) return;
  try {
    const found = await commands.procurement_get({ id });
    if (wanted === id) {
      open = found;
      known = found;
      tell("procurement", found);
    }
  } catch (failure) {
    if (wanted === id) {
      report(failure);
      tell("procurement", null);
    }
  }
}

/** Follows every committed change of the open procurement. */
export function startProcurement() {
  hear("changed", (change) => {
    // No step of the way depends on a mark, and marks come key by key.
    if (change.kinds?.every((/** @type {string} */ kind) => kind === "mark")) return;
    if (!change.procurement || change.procurement === known?.id) known = null;
    if (wanted && (!change.procurement || change.procurement === wanted)) {
      clearTimeout(soon);
      soon = setTimeout(() => void refreshProcurement(), PAUSE);
    }
  });
}
