import { commands } from "../../host/commands.js";
import { hear } from "../../app/bus.js";

/** @type {ReturnType<typeof commands.home> | null} */
let coming = null;

/** Asks for what home shows before there is anything to show it; resolves when there is an answer, whichever. */
export async function askAhead() {
  coming ??= commands.home({});
  // Whoever takes the answer hears of a failure.
  await coming.catch(() => {});
}

/** What home shows: what was asked for ahead, once, or else now. */
export function home() {
  const asked = coming ?? commands.home({});
  coming = null;
  return asked;
}

hear("changed", () => {
  coming = null;
});
