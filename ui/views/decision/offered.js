/**
 * The bidders a choice offers: those that have proposed and neither are out nor have left, and the one that is chosen already.
 * @template {{ id: string, proposed: boolean, out: boolean, left: unknown }} One @param {One[]} choices @param {string} held
 */
export const offered = (choices, held) => choices.filter((one) => (one.proposed && !one.out && !one.left) || one.id === held);

/**
 * The word for a bidder that is held although it has left: whether the decision stands or another one is to be named.
 * @param {{ id: string, left: unknown }[]} choices @param {string} held @param {boolean} decided
 */
export function leftNote(choices, held, decided) {
  if (!choices.some((one) => one.id === held && one.left)) return "";
  return decided ? "decision-left-since" : "decision-left-open";
}
