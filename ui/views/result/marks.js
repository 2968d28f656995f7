import { html } from "lit";
import { t } from "../../app/l10n.js";
import { markName, markShape } from "../../elements/mark-shape.js";

/**
 * The marks of all evaluators in their order; a blank is a short line, where nobody was asked stands nothing.
 * @param {(string | null)[]} marks @param {{ name: string }[]} evaluators
 */
export const markRow = (marks, evaluators) => {
  const told = marks.flatMap((mark, n) => (mark === null ? [] : [t("result-marks-of", { name: evaluators[n].name, mark: mark === "" ? t("result-blank") : markName(mark) })]));
  return html`<span class="ms" role="img" aria-label=${told.join(t("list-comma"))}>${marks.map((mark) =>
    mark === null ? "" : mark === "" ? html`<span class="blank" aria-hidden="true">–</span>` : markShape(mark, 15))}</span>`;
};
