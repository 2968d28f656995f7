import assert from "node:assert/strict";
import { test } from "node:test";
import { headed } from "./headed.js";

/** @param {[string, any, string][]} columns */
const read = (...columns) => columns.map(([heading, column, example]) => ({ heading, column, example }));

test("rows below headings come into the order of the list", () => {
  const rows = [["候補の一覧"], ["No.", "メール", "会社名", "担当者", "NDA"], ["1", "mori@mori.example", "株式会社もり", "森 葵", "締結済み"], ["2", "", "株式会社みずうみ"]];
  const columns = read(["No.", null, "1"], ["メール", "contact_mail", "mori@mori.example"], ["会社名", "name", "株式会社もり"], ["担当者", "contact_name", "森 葵"], ["NDA", "nda", "締結済み"]);
  assert.deepEqual(headed(rows, columns), {
    rows: [["株式会社もり", "", "", "森 葵", "", "mori@mori.example", ""], ["株式会社みずうみ", "", "", "", "", "", ""]],
    passed: ["No.", "NDA"],
  });
});

test("without headings, or with one that may be the name of a company, rows stand as they are", () => {
  const rows = [["Acme Company", ""], ["Birch", "ばーち"]];
  assert.deepEqual(headed(rows, read(["", null, "Acme Company"], ["", null, "ばーち"])), { rows, passed: [] });
  assert.deepEqual(headed(rows, read(["Acme Company", "name", "Birch"], ["", null, "ばーち"])), { rows, passed: [] });
});
