import assert from "node:assert/strict";
import { test } from "node:test";
import { bound, phrases } from "./phrases.js";

test("a title is parted between phrases, never inside a word", () => {
  assert.deepEqual(phrases("品質管理とサービスレベル（SLA）"), ["品質管理と", "サービスレベル", "（SLA）"]);
  assert.deepEqual(phrases("業務の目的、目標、KPI"), ["業務の", "目的、", "目標、", "KPI"]);
  assert.deepEqual(phrases("提案書の構成と必須項目"), ["提案書の", "構成と", "必須項目"]);
});

test("no part of a name begins with a sign that begins no line", () => {
  assert.deepEqual(phrases("ミナモCSパートナーズ"), ["ミナモ", "CS", "パートナーズ"]);
  assert.deepEqual(phrases("信頼性・安定性"), ["信頼性・", "安定性"]);
});

test("a sign that begins no line is bound to the one before it", () => {
  assert.deepEqual(bound("サービスレベル"), ["", "サー", "ビスレ", "ベル", ""]);
  assert.deepEqual(bound("設計"), ["設計"]);
});

test("the last sign of a part does not go on alone", () => {
  assert.deepEqual(bound("ハルイロサポート"), ["ハルイロサ", "ポート", ""]);
  assert.deepEqual(bound("オペレーションズ"), ["オペ", "レー", "", "ショ", "", "ンズ", ""]);
  assert.deepEqual(bound("Outsourcing "), ["Outsourcing "]);
});

test("nothing of a title is lost", () => {
  for (const title of ["", "𠮷野家（髙﨑）のABC-123・試し", "Service levels and reporting", "とてもとても長いひらがなだけの題名をここに書いてみることにしました", "個人情報保護管理体制整備状況確認報告書"]) {
    assert.equal(phrases(title).join(""), title);
  }
});
