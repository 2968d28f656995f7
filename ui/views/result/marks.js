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

/** A mark she left blank. */
const BLANK = "–";
/** A mark that is not asked of her, or not handed in; the report says it by the same sign. */
const UNASKED = "／";

/** Marks that are signs by themselves. */
const SIGNS = new Set(["○", "△", "×"]);

/** How often each mark was given; the last count is that of the blanks. @param {number[]} counts @param {string[]} known */
const markCounts = (counts, known) => {
  const told = [...known, ""].map((mark, n) => ({ mark, count: counts[n], name: mark ? markName(mark) : t("result-blank") })).filter(({ count }) => count);
  const words = told.map(({ name, count }) => `${name} ${count}`).join(t("list-comma"));
  // Signs as words, all in one text: there may be hundreds in a table, set and painted anew with every number in it.
  const pieces = told.flatMap(({ mark, count }) => (mark && !SIGNS.has(mark) ? [markShape(mark), `${count} `] : [`${mark || BLANK}${count} `]));
  const drawn = pieces.every((piece) => typeof piece === "string") ? pieces.join("") : pieces;
  return html`<span class="ms counts" role="img" aria-label=${words}>${drawn}</span>`;
};

/**
 * The marks of all evaluators, each in her place, those who gave none among them.
 * @param {(string | null)[]} marks @param {{ name: string }[]} evaluators
 */
const markRow = (marks, evaluators) => {
  const told = marks.map((mark, n) => t("result-marks-of", { name: evaluators[n].name, mark: mark ? markName(mark) : t(mark === null ? "result-unasked" : "result-blank") }));
  return html`<span class="ms" role="img" aria-label=${told.join(t("list-comma"))}>${marks.map((mark) =>
    mark ? markShape(mark) : html`<span class="blank" aria-hidden="true">${mark === null ? UNASKED : BLANK}</span>`)}</span>`;
};
