import assert from "node:assert/strict";
import { test } from "node:test";
import { sentences } from "./sentences.js";

test("a message falls into its sentences", () => {
  assert.deepEqual(sentences("読めません。何も取り込んでいません。選び直してください。"), ["読めません。", "何も取り込んでいません。", "選び直してください。"]);
  assert.deepEqual(sentences("It failed. Nothing was kept! Try again, or ask"), ["It failed.", "Nothing was kept!", "Try again, or ask"]);
});

test("a full stop inside a name ends no sentence, and nothing of it is lost", () => {
  assert.deepEqual(sentences("「図面.dwg」は読めません。.xlsxか.csvを選んでください。"), ["「図面.dwg」は読めません。", ".xlsxか.csvを選んでください。"]);
  assert.deepEqual(sentences("Aoba Support K.K. was left out and cannot be chosen. Nothing was changed."), ["Aoba Support K.K. was left out and cannot be chosen.", "Nothing was changed."]);
  assert.deepEqual(sentences("“a.b.xlsx” is no table. It must end in .xlsx."), ["“a.b.xlsx” is no table.", "It must end in .xlsx."]);
});
