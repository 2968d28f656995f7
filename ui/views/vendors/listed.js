import { fits } from "../../app/fold.js";

/** @typedef {import("../../host/bindings.d.ts").Bidder} Bidder */

/** The orders of the list: as she put them, by よみ, by how far they have come, by the latest step. */
export const ORDERS = /** @type {const} */ (["own", "reading", "status", "since"]);

/** How far each has come: the way in its order, then those that left it. */
const COME = ["candidate", "invited", "hearing", "received", "shortlisted", "awarded", "declined", "not-awarded", "withdrawn", "disqualified"];

/** @type {Record<string, (a: Bidder, b: Bidder) => number>} */
const BY = {
  reading: (a, b) => (a.reading || a.name).localeCompare(b.reading || b.name, "ja"),
  status: (a, b) => COME.indexOf(a.status) - COME.indexOf(b.status),
  since: (a, b) => (b.since?.at ?? "").localeCompare(a.since?.at ?? ""),
};

/**
 * The bidders that fit what is sought and stand at a status, in an order. Equal ones keep the order they have.
 * @param {Bidder[]} bidders @param {{ query: string, status: string, order: string }} by
 */
export function listed(bidders, { query, status, order }) {
  const found = bidders.filter((one) => (!status || one.status === status) && (!query || fits(query, [one.name, one.reading, one.department, one.person, one.person_reading, one.mail, one.phone]) > 0));
  return BY[order] ? found.sort(BY[order]) : found;
}
