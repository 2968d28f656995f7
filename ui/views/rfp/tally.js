/** @typedef {import("../../host/bindings.d.ts").Finding} Finding */

/**
 * How many findings there are of each kind; together they are all of them.
 * @param {Pick<Finding, "severity" | "text">[]} findings
 */
export function tally(findings) {
  const counts = { empty: 0, stop: 0, warn: 0, note: 0 };
  for (const { severity, text } of findings) counts[text.id === "finding-section-empty" ? "empty" : severity] += 1;
  return counts;
}
