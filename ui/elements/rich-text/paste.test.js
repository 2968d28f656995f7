import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { DOMParser } from "prosemirror-model";
import { parseHTML } from "linkedom";
import { cleaned, fitIntoCell, sliceOfText } from "./paste.js";
import { schema } from "./schema.js";

const parse = (/** @type {string} */ html) => parseHTML(/<html/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`).document;
const fixture = (/** @type {string} */ name) => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), "utf8");

/** The document that pasting into an empty section leaves, written short. */
function pasted(html) {
  const page = parse(cleaned(html, parse));
  const doc = DOMParser.fromSchema(schema).parse(page.body);
  doc.check();
  return short(doc);
}

function short(node) {
  if (node.isText) return node.marks.reduceRight((text, mark) => `${mark.type.name}${mark.attrs.href ? `:${mark.attrs.href}` : ""}(${text})`, node.text);
  if (node.type.name === "hard_break") return "⏎";
  const inside = [];
  node.forEach((child) => inside.push(short(child)));
  if (node.type.name === "paragraph") return node.isTextblock && inside.join("");
  if (node.type.name === "heading") return `h${node.attrs.level} ${inside.join("")}`;
  const start = node.attrs.start > 1 ? ` ${node.attrs.start}` : "";
  return node.type.name === "doc" ? inside : { [node.type.name + start]: inside };
}

test("Word: headings, lists by level, tables without merged cells, no looks, no unsafe links", () => {
  assert.deepEqual(pasted(fixture("word")), [
    "h1 1.2 業務の範囲",
    "委託するのは、strong(導入支援)と定型業務の２つです。See link:https://www.sample-cloud.example/guide(the guide)。",
    { bullet_list: [
      { list_item: ["初回設定", { ordered_list: [{ list_item: ["アカウントem(発行)"] }, { list_item: ["権限の設定"] }] }] },
      { list_item: ["説明会"] },
    ] },
    { table: [
      { table_row: [{ table_header: ["strong(業務)"] }, { table_header: ["strong(件数)"] }] },
      { table_row: [{ table_cell: ["問い合わせ"] }, { table_cell: ["月1,200件"] }] },
      { table_row: [{ table_cell: [""] }, { table_cell: ["繁忙月は1,800件"] }] },
    ] },
    "underline(下線)とstrike(取り消し)、あぶない先。",
  ]);
});

test("Google Docs: looks in styles become marks, inner lists stand in their item, at most three deep", () => {
  assert.deepEqual(pasted(fixture("google-docs")), [
    "h2 体制と報告",
    "責任者をstrong(1名)em(必ず) 置きます。link:https://docs.sample-cloud.example/rules(規程)strike(旧版)",
    { bullet_list: [
      { list_item: ["月次の報告", { bullet_list: [
        { list_item: ["件数", { bullet_list: [{ list_item: ["内訳"] }, { list_item: ["さらに細かい内訳"] }] }] },
      ] }] },
      { list_item: ["臨時の報告"] },
    ] },
    { table: [
      { table_row: [{ table_cell: ["strong(報告)"] }, { table_cell: ["頻度"] }] },
      { table_row: [{ table_cell: ["月次"] }, { table_cell: [{ bullet_list: [{ list_item: ["第5営業日まで"] }] }] }] },
    ] },
  ]);
});

test("Notion: lists, table head, line breaks, quotes as paragraphs", () => {
  assert.deepEqual(pasted(fixture("notion")), [
    "h1 対象範囲",
    "対象はstrong(国内)のem(全顧客)です。⏎海外はstrike(含みます)含みません。",
    { bullet_list: [
      { list_item: ["導入支援", { bullet_list: [{ list_item: ["初回説明"] }, { list_item: ["設定の代行"] }] }] },
      { list_item: ["定着支援"] },
    ] },
    { ordered_list: [{ list_item: ["計画"] }, { list_item: ["実施"] }] },
    { table: [
      { table_row: [{ table_header: ["業務"] }, { table_header: ["担当"] }] },
      { table_row: [{ table_cell: ["受付"] }, { table_cell: ["link:mailto:cs@sample-cloud.example(CS)"] }] },
    ] },
    "前提は変わることがあります。",
    { bullet_list: [{ list_item: ["未確認の点"] }] },
    "注意 ID は通知しません。",
  ]);
});

test("Excel: merged cells are spread, empty rows at the end go, words stay as typed", () => {
  assert.deepEqual(pasted(fixture("excel")), [
    { table: [
      { table_row: [{ table_cell: ["作業時間"] }, { table_cell: [""] }, { table_cell: ["備考"] }] },
      { table_row: [{ table_cell: ["1,200"] }, { table_cell: ["=SUM(A1)"] }, { table_cell: ["<b>平日</b>　9〜18時⏎祝日を除く"] }] },
    ] },
  ]);
});

test("a word from the middle of a page joins the line it is pasted into", () => {
  assert.equal(cleaned("<html><body><!--StartFragment--><p>受付<b>時間</b></p><!--EndFragment--></body></html>", parse), "受付<strong>時間</strong>");
});

test("hostile HTML leaves only its words", () => {
  const html = "<p onclick=x>a</p><script>alert(1)</script><iframe src=//x></iframe><p><a href=' javascript:x'>b</a><svg><text>c</text></svg></p><p style='display:none'>d</p>";
  assert.deepEqual(pasted(html), ["a", "b"]);
});

test("a very wide and a very long table are cut to what a table may be", () => {
  const [{ table }] = pasted(`<table>${`<tr>${"<td>x</td>".repeat(40)}</tr>`.repeat(600)}</table>`);
  assert.equal(table.length, 500);
  assert.equal(table[0].table_row.length, 20);
});

test("what a table has beyond its limits is counted, empty rows and columns are not", () => {
  const left = { rows: 0, columns: 0 };
  const row = `<tr>${"<td>x</td>".repeat(19)}<td colspan="3">y</td><td>z</td><td></td></tr>`;
  cleaned(`<table>${row.repeat(503)}${"<tr><td></td></tr>".repeat(9)}</table>`, parse, left);
  assert.deepEqual(left, { rows: 3, columns: 3 });

  const text = { rows: 0, columns: 0 };
  sliceOfText(`${`${"x\t".repeat(21)}y\t\n`.repeat(502)}\t\t\n`, false, text);
  assert.deepEqual(text, { rows: 2, columns: 2 });

  const none = { rows: 0, columns: 0 };
  cleaned(`<table>${`<tr>${"<td>x</td>".repeat(20)}<td></td></tr>`.repeat(500)}</table>`, parse, none);
  sliceOfText(`a\tb${"\t".repeat(30)}\n`.repeat(500), false, none);
  assert.deepEqual(none, { rows: 0, columns: 0 });
});

/** @param {import("prosemirror-model").Slice} slice */
const blocks = (slice) => short(schema.node("doc", null, slice.content));

test("plain text: bullets, numbers, tabs and headings become what they look like", () => {
  assert.deepEqual(blocks(sliceOfText("# 背景\n本文です。\n\n・一つめ\n　・内側\n・二つめ\n1. 計画\n2. 実施\n3.5時間かかります")), [
    "h1 背景", "本文です。",
    { bullet_list: [{ list_item: ["一つめ", { bullet_list: [{ list_item: ["内側"] }] }] }, { list_item: ["二つめ"] }] },
    { ordered_list: [{ list_item: ["計画"] }, { list_item: ["実施"] }] },
    "3.5時間かかります",
  ]);
  assert.deepEqual(blocks(sliceOfText("業務\t件数\r\n受付\t1,200\r\n")), [
    { table: [
      { table_row: [{ table_cell: ["業務"] }, { table_cell: ["件数"] }] },
      { table_row: [{ table_cell: ["受付"] }, { table_cell: ["1,200"] }] },
    ] },
  ]);
  assert.deepEqual(blocks(sliceOfText("・そのまま\n次の行", true)), ["・そのまま", "次の行"]);
});

test("a list keeps its first number, however it comes", () => {
  const lists = [
    { "ordered_list 3": [{ list_item: ["三"] }, { list_item: ["四"] }] },
    "間の文",
    { "ordered_list 5": [{ list_item: ["五"] }] },
  ];
  assert.deepEqual(blocks(sliceOfText("3. 三\n（４）四\n間の文\n⑤ 五")), lists);
  assert.deepEqual(pasted("<ol start=3><li>三</li><li>四</li></ol><p>間の文</p><ol start=5><li>五</li></ol>"), lists);
  const word = (sign, words) => `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span>${words}</p>`;
  assert.deepEqual(pasted(`${word("(3)", "三")}${word("(4)", "四")}<p>間の文</p>${word("５．", "五")}`), lists);
  // Lists that stand below each other stay apart; items that are all numbered 1 are one list.
  assert.deepEqual(blocks(sliceOfText("1. 一\n2. 二\n1. 別の一")), [
    { ordered_list: [{ list_item: ["一"] }, { list_item: ["二"] }] }, { ordered_list: [{ list_item: ["別の一"] }] }]);
  assert.deepEqual(blocks(sliceOfText("1. 一\n1. 二\n1. 三")), [{ ordered_list: [{ list_item: ["一"] }, { list_item: ["二"] }, { list_item: ["三"] }] }]);
});

test("into a cell go paragraphs and lists only", () => {
  const page = parse(cleaned(fixture("notion"), parse));
  const fitted = fitIntoCell(DOMParser.fromSchema(schema).parseSlice(page.body));
  const cell = schema.nodes.table_cell.create(null, fitted.content);
  cell.check();
  assert.equal(short(cell).table_cell[0], "対象範囲");
});
