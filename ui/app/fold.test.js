import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, fold, romaji } from "./fold.js";

test("width, case, kana and variants fold to the same text", () => {
  assert.equal(fold("ＲＦＰ ｶﾅ"), fold("rfpカナ"));
  assert.equal(fold("髙﨑"), fold("高崎"));
  assert.equal(fold("2026−11‐24"), "2026-11-24");
});

test("kana become Latin letters, with small and doubled sounds", () => {
  assert.equal(romaji("べんだー"), "benda");
  assert.equal(romaji("はっこうばん"), "hakkouban");
  assert.equal(romaji("しゃちょう"), "shachou");
  assert.equal(romaji("きょうと"), "kyouto");
});

test("a query in either romanisation finds the reading", () => {
  for (const query of ["shinsa", "sinsa", "しんさ", "シンサ", "審査"]) assert.ok(fits(query, ["審査", "しんさ"]) > 0, query);
  assert.ok(fits("tyousa", ["ちょうさ"]) > 0);
  assert.ok(fits("chosa", ["ちょうさ"]) > 0);
  assert.equal(fits("settei", ["審査", "しんさ"]), 0);
});

test("every word has to be found, and a beginning counts more than a middle", () => {
  assert.equal(fits("提出 配布", ["提出期限"]), 0);
  assert.ok(fits("提出", ["提出期限"]) > fits("期限", ["提出期限"]));
});
