import { t } from "../../app/l10n.js";

/** @typedef {import("../../host/bindings.d.ts").BidderStatus} Status */

/** The statuses on the way, a column of the board each. */
export const WAY = /** @type {Status[]} */ (["candidate", "invited", "hearing", "received", "shortlisted", "awarded"]);
/** Those that leave it, together in the last column. */
export const OUT = /** @type {Status[]} */ (["declined", "not-awarded", "withdrawn", "disqualified"]);

/** @param {Status} status */
export const statusWord = (status) => t(`bidder-${status}`);

/** What may be chosen next: the usual first, then the others. @param {{ status: Status, next: Status[] }} bidder */
export const others = (bidder) => [...WAY, ...OUT].filter((status) => status !== bidder.status && !bidder.next.includes(status));
