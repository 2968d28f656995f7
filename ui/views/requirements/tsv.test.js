import assert from "node:assert/strict";
import { test } from "node:test";
import { tsv } from "./tsv.js";

test("cells stay cells, whatever stands in them", () => {
  assert.equal(tsv([["番号", "内容"], ["R-001", "一行目\n二行目"], ["R-002", "「\"引用\"」\tと"]]), "番号\t内容\r\nR-001\t\"一行目\n二行目\"\r\nR-002\t\"「\"\"引用\"\"」\tと\"");
});

test("nothing becomes a formula", () => {
  assert.equal(tsv([["=1+1", "-5%", "@x", "+81"]]), "'=1+1\t'-5%\t'@x\t'+81");
});
