import assert from "node:assert/strict";
import { test } from "node:test";
import { tally } from "./tally.js";

/** @param {string} id @param {"stop" | "warn" | "note"} severity */
const finding = (id, severity) => ({ severity, text: { id, args: {} } });

test("the counts before a release add up to the list, remarks among them", () => {
  const findings = [
    finding("finding-section-empty", "stop"), finding("finding-placeholder", "stop"), finding("finding-no-time", "warn"),
    finding("finding-release-day", "note"), finding("finding-date-missing", "note"),
  ];
  const counts = tally(findings);
  assert.deepEqual(counts, { empty: 1, stop: 1, warn: 1, note: 2 });
  assert.equal(counts.empty + counts.stop + counts.warn + counts.note, findings.length);
});
