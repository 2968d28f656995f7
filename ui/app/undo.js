import { commands } from "../host/commands.js";
import { hear, tell } from "./bus.js";
import { report } from "./errors.js";
import { say, t } from "./l10n.js";
import { flushAll, writing } from "./saving.js";
import { toast } from "../elements/toast.js";

/** @typedef {import("../host/bindings.d.ts").UndoState} UndoState */

/** @type {UndoState} */
let steps = { undo: null, redo: null };
/** The procurement that is open; empty outside, where undo works on the library's own things. */
let scope = "";

/** What undo and redo would do now. */
export const undoSteps = () => steps;

/** @param {UndoState} next */
function set(next) {
  steps = { undo: next.undo ?? null, redo: next.redo ?? null };
  tell("undo", steps);
}

/** Undo works inside the procurement that is open; outside, on the library's own things. @param {string | undefined} procurement */
export async function scopeUndo(procurement) {
  scope = procurement ?? "";
  await refreshUndo();
}

/** Asks the core again. */
async function refreshUndo() {
  const asked = scope;
  const found = await commands.undo_state({ procurement: asked }).catch(() => null);
  if (found && asked === scope) set(found);
}

/** Takes the last step back. */
export const undo = () => step("undo");

/** Does the step again. */
export const redo = () => step("redo");

/** Takes the last step on the library's own things back, from inside a procurement as well. */
export const undoOwn = () => step("undo", "");

/** @param {"undo" | "redo"} which @param {string} [of] */
async function step(which, of = scope) {
  await flushAll();
  if (of === scope && !steps[which]) await refreshUndo();
  if (of === scope && !steps[which]) return;
  try {
    const reply = await writing(() => commands[which]({ procurement: of }));
    if (of === scope) set(reply);
    toast({ text: t(which === "undo" ? "undone-toast" : "redone-toast", { what: say(reply.done) }) });
  } catch (failure) {
    report(failure);
    await refreshUndo();
  }
}

/** Follows every committed change. */
export function startUndo() {
  hear("changed", (change) => {
    if ((change.procurement ?? "") === scope && change.undo) set(change.undo);
    else void refreshUndo();
  });
}
