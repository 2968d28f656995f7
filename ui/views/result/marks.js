import { html } from "lit";
import { t } from "../../app/l10n.js";
import { markName, markShape } from "../../elements/mark-shape.js";

/**
 * The marks of a cell: one by one, or counted where the core counts them.
 * @param {import("../../host/bindings.d.ts").ResultCell} cell
 * @param {import("../../host/bindings.d.ts").ResultCriterion} criterion
 * @param {{ name: string }[]} evaluators
 */
export const marksGiven = (cell, criterion, evaluators) => (cell.counts.length ? markCounts(cell.counts, criterion.marks) : markRow(cell.marks, evaluators));

/** How often each mark was given; the last count is that of the blanks. @param {number[]} counts @param {string[]} known */
const markCounts = (counts, known) => {
  const told = [...known, ""].map((mark, n) => ({ mark, count: counts[n] })).filter(({ count }) => count);
  return html`<span class="ms counts">${told.map(({ mark, count }) => html`<span class="count">${mark ? markShape(mark, 13) : html`<span aria-hidden="true">–</span>`}<span class="vh">${mark ? markName(mark) : t("result-blank")}</span><span class="figures">${count}</span></span>`)}</span>`;
};

/**
 * The marks of all evaluators in their order; a blank is a short line, where nobody was asked stands nothing.
 * @param {(string | null)[]} marks @param {{ name: string }[]} evaluators
 */
const markRow = (marks, evaluators) => {
  const told = marks.flatMap((mark, n) => (mark === null ? [] : [t("result-marks-of", { name: evaluators[n].name, mark: mark === "" ? t("result-blank") : markName(mark) })]));
  return html`<span class="ms" role="img" aria-label=${told.join(t("list-comma"))}>${marks.map((mark) =>
    mark === null ? "" : mark === "" ? html`<span class="blank" aria-hidden="true">–</span>` : markShape(mark, 15))}</span>`;
};
