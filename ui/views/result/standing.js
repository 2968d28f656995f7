/** @typedef {import("../../host/bindings.d.ts").ResultShown} ResultShown */

/**
 * A result with its bidders in the order given, so that no column moves under the hand of whoever settles a mark. Where the
 * bidders are not the same ones any more, it stays in the order of the ranks.
 * @template {Pick<ResultShown, "bidders" | "criteria">} Result
 * @param {Result} result @param {string[]} order ids of bidders
 * @returns {Result}
 */
export function standing(result, order) {
  const from = order.map((id) => result.bidders.findIndex((bidder) => bidder.id === id));
  if (from.length !== result.bidders.length || from.includes(-1) || !moved(from)) return result;
  const bidders = from.map((at) => result.bidders[at]);
  const criteria = result.criteria.map((one) => ({ ...one, cells: from.map((at) => one.cells[at]) }));
  return { ...result, bidders, criteria };
}

/** @param {number[]} from */
const moved = (from) => from.some((at, n) => at !== n);

/**
 * The word for where a result stands. Decided, there is nothing left to settle.
 * @param {Pick<ResultShown, "state" | "decided">} result
 */
export const stateWord = (result) => `result-state-${result.decided ? "decided" : result.state}`;

/**
 * Bidders that have left, in two: those that are not in the result, and those that stand in it as it was decided.
 * @template {{ id: string }} One @param {One[]} left @param {{ bidders: { id: string }[] }} result
 */
export function departed(left, { bidders }) {
  const stands = (/** @type {One} */ one) => bidders.some(({ id }) => id === one.id);
  return { gone: left.filter((one) => !stands(one)), since: left.filter(stands) };
}

/**
 * Whether marks stand side by side in a row on the screen, not only counts of them.
 * @param {Pick<ResultShown, "criteria">} result @param {Set<string>} opened criteria whose parts are shown
 */
export const hasMarksInRow = ({ criteria }, opened) =>
  criteria.some((one) => (one.parent === null || opened.has(one.parent)) && one.leaf && one.marked && one.cells.some((cell) => !cell.counts.length && cell.marks.length > 1));
