import assert from "node:assert/strict";
import { test } from "node:test";
import { afterRefusal } from "./reading.js";

const found = { sheets: ["見積", "表紙"], rows: ["甲", "乙"], notes: ["note"] };

test("of another text that is refused, nothing of the text before is left to be taken over", () => {
  assert.equal(afterRefusal(found, { text: "内訳" }, { text: "拝啓" }), undefined);
  assert.equal(afterRefusal(found, { text: "内訳" }, { file: "a.xlsx" }), undefined);
  assert.equal(afterRefusal(undefined, {}, { text: "拝啓" }), undefined);
});

test("of another sheet that is refused, the sheets can still be chosen, and no row is taken over", () => {
  assert.deepEqual(afterRefusal(found, { file: "a.xlsx" }, { file: "a.xlsx" }), { sheets: found.sheets, rows: [], notes: [] });
});
