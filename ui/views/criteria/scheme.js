/** @typedef {import("../../host/bindings.d.ts").SchemeView} SchemeView */

/** Names of grades, the best first. */
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

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
 * One grade more behind the last, with the next letter, standing for nothing until its share is set. Marks are kept by
 * their letters: no grade that is there is renamed, for its marks would stand for something else.
 * @param {SchemeView["grades"]} grades
 * @returns {SchemeView["grades"]}
 */
export function graded(grades) {
  const next = LETTERS.indexOf(grades.at(-1)?.mark ?? "") + 1;
  const mark = [...LETTERS.slice(next), ...LETTERS].find((letter) => grades.every((grade) => grade.mark !== letter)) ?? "";
  return [...grades, { mark, share: "0", anchor: "" }];
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
