import { html } from "lit";
import { t } from "../../app/l10n.js";
import { markName, markShape } from "../../elements/mark-shape.js";

/** With more evaluators than these, marks are counted instead of drawn one by one. */
export const FEW_EVALUATORS = 6;

/**
 * How often each mark was given. @param {(string | null)[]} marks @param {string[]} known
 */
export const markCounts = (marks, known) => {
  const counts = [...known, ""].map((mark) => ({ mark, count: marks.filter((one) => one === mark).length })).filter(({ count }) => count);
  return html`<span class="ms counts">${counts.map(({ mark, count }) => html`<span class="count">${mark ? markShape(mark, 13) : html`<span aria-hidden="true">–</span>`}<span class="vh">${mark ? markName(mark) : t("result-blank")}</span><span class="figures">${count}</span></span>`)}</span>`;
};

/**
 * The marks of all evaluators in their order; a blank is a short line, where nobody was asked stands nothing.
 * @param {(string | null)[]} marks @param {{ name: string }[]} evaluators
 */
export const markRow = (marks, evaluators) => {
  const told = marks.flatMap((mark, n) => (mark === null ? [] : [t("result-marks-of", { name: evaluators[n].name, mark: mark === "" ? t("result-blank") : markName(mark) })]));
  return html`<span class="ms" role="img" aria-label=${told.join(t("list-comma"))}>${marks.map((mark) =>
    mark === null ? "" : mark === "" ? html`<span class="blank" aria-hidden="true">–</span>` : markShape(mark, 15))}</span>`;
};
