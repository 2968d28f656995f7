/**
 * The bidders a choice offers: those that have proposed and are not out, and the one that is chosen already.
 * @template {{ id: string, proposed: boolean, out: boolean }} One @param {One[]} choices @param {string} held
 */
export const offered = (choices, held) => choices.filter((one) => (one.proposed && !one.out) || one.id === held);
