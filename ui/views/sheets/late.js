import { html } from "lit";
import { t } from "../../app/l10n.js";

/** @typedef {import("../../host/bindings.d.ts").SheetView} SheetView */

/**
 * Bidders that came late and stand in no sheet as yet, each with the way to its proposal.
 * @param {Pick<SheetView, "late_proposals" | "decided">} sheet @param {string} procurement
 */
export const lateProposals = ({ late_proposals: late, decided }, procurement) => (decided ? [] : late).map(({ bidder, short }) => html`<div class="notice late-proposal" role="status"><p class="grow">${t("sheets-late-proposal", { name: short })}</p><a class="btn small" href="#/p/${procurement}/proposals/${bidder}">${t("sheets-late-proposal-open", { name: short })}</a></div>`);
