import { tell } from "./bus.js";
import { forgetRefusal, refusedAt } from "./saving.js";

/**
 * Criteria, rules and the dates that set the term of the prices change only for a reason once they have left the house. The first change asks for it; it then holds for what follows on the
 * same procurement, until it is taken back.
 */

/** @type {{ procurement: string, reason: string }} */
let kept = { procurement: "", reason: "" };
/** What waits for a reason, each with its refusal. @type {{ work: (given: { reason: string }) => Promise<any>, failure: any }[]} */
let waiting = [];

/** The reason that holds now. @param {string} procurement */
export const reasonFor = (procurement) => (kept.procurement === procurement ? kept.reason : "");

/**
 * Runs a change with the reason that holds. Where one is wanted, the change waits for it, and the refusal is thrown on.
 * @template T
 * @param {string} procurement
 * @param {(given: { reason?: string }) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function reasoned(procurement, work) {
  const reason = reasonFor(procurement);
  try {
    return await work(reason ? { reason } : {});
  } catch (failure) {
    if (/** @type {any} */ (failure)?.code === "reason-needed") {
      waiting.push({ work, failure });
      tell("reason-wanted");
    }
    throw failure;
  }
}

/** Whether a change waits for its reason. */
export const wanting = () => waiting.length > 0;

/** Names the value whose change was the first to wait. */
export const wantedAt = () => refusedAt(waiting[0]?.failure);

/** Gives the reason, and does what waited for it, in order. @param {string} procurement @param {string} reason */
export async function giveReason(procurement, reason) {
  kept = { procurement, reason };
  const works = waiting;
  waiting = [];
  for (const { work, failure } of works) {
    await work({ reason });
    forgetRefusal(failure);
  }
}

/** Gives up what waited: it is not asked for again. */
export function giveUp() {
  for (const { failure } of waiting) forgetRefusal(failure);
  dropReason();
}

/** Waits no longer, and lets the reason hold no longer. */
export function dropReason() {
  waiting = [];
  kept = { procurement: "", reason: "" };
}
