import { html, nothing } from "lit";

/** @typedef {import("../../host/bindings.d.ts").Run} Run */
/** @typedef {import("../../host/bindings.d.ts").ChangeRow} ChangeRow */

/** How much unchanged text stands around a change. */
const AROUND = 24;

/**
 * Unchanged stretches shortened, so that the eye falls on what changed.
 * @param {Run[]} runs
 * @returns {Run[]}
 */
export function shortened(runs) {
  return runs.map((run, index) => {
    const signs = [...run.s];
    if (run.ins || run.del || signs.length <= AROUND * 2) return run;
    const head = index > 0 ? signs.slice(0, AROUND).join("") : "";
    const tail = index < runs.length - 1 ? signs.slice(-AROUND).join("") : "";
    return { s: runs.length === 1 ? `${signs.slice(0, AROUND * 2).join("")}…` : `${head}…${tail}` };
  });
}

/** @param {Run[]} runs @param {"old" | "new"} side */
function words(runs, side) {
  const shown = shortened(runs);
  const whole = shown.length === 1 && (shown[0].del || shown[0].ins);
  return shown.map((run) => (run.del && side === "old" ? html`<del>${run.s}</del>` : run.ins && side === "new" ? html`<ins>${run.s}</ins>` : whole ? run.s : html`<span>${run.s}</span>`));
}

/**
 * What was and what is. Short values stand side by side, as in a margin note; longer ones below each other.
 * @param {ChangeRow} change
 */
export function changeWords(change) {
  const length = (/** @type {Run[]} */ runs) => runs.reduce((sum, run) => sum + run.s.length, 0);
  const short = length(change.old) + length(change.new) <= 48;
  return html`<p class=${short ? "beside" : "below"}>${change.old.length ? html`<span class="old">${words(change.old, "old")}</span>` : nothing}${change.new.length ? html`<span class="new">${words(change.new, "new")}</span>` : nothing}</p>`;
}
