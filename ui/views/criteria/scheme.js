/** @typedef {import("../../host/bindings.d.ts").SchemeView} SchemeView */

/** Decimals of a share that is worked out here. */
const DECIMALS = 3;

/**
 * The scheme as `criterion_set` takes it. Amounts, shares and points go as they were typed: the core reads them.
 * @param {SchemeView} view
 */
export function schemeJson(view) {
  const rule = {
    "lowest-over-bid": "LowestOverBid",
    "under-ceiling": { UnderCeiling: { ceiling: view.ceiling } },
    linear: "Linear",
    steps: { Steps: view.steps.map(({ upto, share }) => [upto, share]) },
  }[view.rule];
  const kinds = /** @type {Record<string, any>} */ ({
    relative: { kind: "relative" },
    grades: { kind: "grades", grades: view.grades.map(({ mark, share, anchor }) => ({ mark: mark.trim(), share, anchor: anchor.trim() })) },
    points: { kind: "points", greatest: view.greatest },
    "pass-fail": { kind: "pass-fail" },
    price: { kind: "price", formula: { rule, rounding: { places: view.places, mode: view.rounding } } },
  });
  return JSON.stringify(kinds[view.kind]);
}

/**
 * The scheme to begin with when another kind is chosen; `anchors` are the words of the five grades.
 * @param {string} kind @param {SchemeView} view @param {string[]} anchors
 * @returns {SchemeView}
 */
export function begun(kind, view, anchors) {
  const shares = ["1", "0.75", "0.5", "0.25", "0"];
  return {
    ...view,
    kind,
    grades: view.grades.length ? view.grades : shares.map((share, at) => ({ mark: "ABCDE"[at], share, anchor: anchors[at] ?? "" })),
    greatest: view.greatest || "10",
    rule: view.rule || "lowest-over-bid",
  };
}

/**
 * One grade more, where its share falls between those beside it: nothing behind the last that stands for something, or else halfway down the last fall.
 * @param {SchemeView["grades"]} grades
 * @returns {SchemeView["grades"]}
 */
export function graded(grades) {
  const shares = grades.map(({ share }) => Number(share));
  const fall = shares.findLastIndex((share, at) => share < (shares[at - 1] ?? 1));
  const below = shares.at(-1) !== 0;
  const at = below ? grades.length : Math.max(fall, 0);
  const share = below ? 0 : ((shares[at - 1] ?? 1) + shares[at]) / 2;
  const mark = [..."ABCDEFGHI"].find((letter) => grades.every((grade) => grade.mark !== letter)) ?? "";
  return grades.toSpliced(at, 0, { mark, share: String(Number(share.toFixed(DECIMALS))), anchor: "" });
}

/** The sentence that says what of a price is not used yet: its rule, or what is left empty of the one that holds. @param {SchemeView} asked @param {SchemeView} held */
export const unused = (asked, held) => (asked.rule === held.rule ? "formula-blank-unused" : "formula-incomplete");

/** The rule of a price chosen anew; its amounts are asked for. @param {string} rule @param {SchemeView} view @returns {SchemeView} */
export const ruled = (rule, view) => ({ ...view, rule, steps: rule === "steps" && !view.steps.length ? [{ upto: "", share: "" }] : view.steps });

/** Whether nothing that the rule of a price asks for is left empty. @param {SchemeView} view */
export function isComplete(view) {
  const asked = /** @type {Record<string, string[]>} */ ({ "under-ceiling": [view.ceiling], steps: view.steps.flatMap(({ upto, share }) => [upto, share]) })[view.rule] ?? [];
  return asked.every((typed) => typed.trim());
}
