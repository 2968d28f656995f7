/**
 * The word where the estimate of a bidder tells no amount of a kind. That there is none is said by a whole estimate alone;
 * where prices are missing, or there is no estimate, nothing is known of it.
 * @param {{ complete: boolean }} bidder @param {boolean} closed prices are closed as yet
 */
export const noAmount = (bidder, closed) => (closed ? "prices-closed-cell" : bidder.complete ? "none-there" : "not-said");
