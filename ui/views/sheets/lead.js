/** @typedef {import("../../host/bindings.d.ts").SheetView} SheetView */

/**
 * The sentence that says what handing in the part that is due brings about. A price that is only computed from leaves
 * nothing to fill in later.
 * @param {Pick<SheetView, "part" | "groups">} sheet
 */
export function leadOf({ part, groups }) {
  if (part === "all") return "hand-in-lead";
  if (part !== "main") return "hand-in-lead-price";
  const later = groups.flatMap((group) => group.criteria).some((criterion) => criterion.hers && criterion.part === "price");
  return later ? "hand-in-lead-main" : "hand-in-lead-main-only";
}

/**
 * How the part that is due came: what is typed in from paper is said on the way here, the rest is where its marks came from.
 * @param {Pick<SheetView, "came">} sheet @param {boolean} paper
 * @returns {SheetView["came"]}
 */
export const meansOf = (sheet, paper) => (paper ? "paper" : sheet.came);
