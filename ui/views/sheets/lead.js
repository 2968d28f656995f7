/** @typedef {import("../../host/bindings.d.ts").SheetView} SheetView */
/** @typedef {import("../../host/bindings.d.ts").SheetsView} SheetsView */

/**
 * The sentence that says whether prices are open, and why.
 * @param {Pick<SheetsView, "price_open" | "price_opened">} list
 */
export function priceWords({ price_open: open, price_opened: opened }) {
  if (opened) return "sheets-price-opened";
  return open ? "sheets-price-open" : "sheets-price-closed";
}

/**
 * The sentence that says what handing in the part that is due brings about. A price that is only computed from leaves
 * nothing to fill in later; one that was opened by hand is open before all have handed in the rest.
 * @param {Pick<SheetView, "part" | "groups" | "price_open" | "missing">} sheet
 */
export function leadOf({ part, groups, price_open: open, missing }) {
  if (part === "all") return "hand-in-lead";
  if (part !== "main") return missing.length ? "hand-in-lead-price-missing" : "hand-in-lead-price";
  const later = groups.flatMap((group) => group.criteria).some((criterion) => criterion.hers && criterion.part === "price");
  return `${later ? "hand-in-lead-main" : "hand-in-lead-main-only"}${open ? "-open" : ""}`;
}

/** How many of those whose sheets are not complete are named. */
const NAMED = 3;

/**
 * Those whose sheets are not complete: the first of them to be named, and how many more there are.
 * @param {string[]} missing
 */
export const namedOf = (missing) => ({ first: missing.slice(0, NAMED), rest: Math.max(missing.length - NAMED, 0) });

/**
 * How the part that is due came: what is typed in from paper is said on the way here, the rest is where its marks came from.
 * @param {Pick<SheetView, "came">} sheet @param {boolean} paper
 * @returns {SheetView["came"]}
 */
export const meansOf = (sheet, paper) => (paper ? "paper" : sheet.came);
