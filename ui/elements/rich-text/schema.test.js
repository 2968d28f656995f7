import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf, firstNumber, linkTarget, schema, schemaAsData } from "./schema.js";

test("the schema has the names and attributes of the stored text", () => {
  const { nodes, marks } = schemaAsData();
  assert.deepEqual(Object.keys(nodes), [
    "doc", "paragraph", "heading", "bullet_list", "ordered_list", "list_item",
    "table", "table_row", "table_header", "table_cell", "block", "text", "field", "hard_break",
  ]);
  assert.deepEqual(Object.fromEntries(Object.entries(nodes).filter(([, node]) => node.attrs.length).map(([name, node]) => [name, node.attrs])),
    { heading: ["level"], ordered_list: ["start"], table: ["caption"], block: ["name"], field: ["key"] });
  assert.deepEqual(marks, { link: { attrs: ["href"] }, strong: { attrs: [] }, em: { attrs: [] }, underline: { attrs: [] }, strike: { attrs: [] } });
});

test("an empty text gets a paragraph to write in", () => {
  assert.deepEqual(documentOf({ type: "doc", content: [] }).toJSON(), { type: "doc", content: [{ type: "paragraph" }] });
  assert.deepEqual(documentOf(null).childCount, 1);
});

test("a text that is not of the schema is refused", () => {
  assert.throws(() => documentOf({ type: "doc", content: [{ type: "image" }] }));
  assert.throws(() => documentOf({ type: "doc", content: [{ type: "list_item" }] }));
});

test("only web and mail addresses become links", () => {
  assert.equal(linkTarget("https://a.example/x?y=1"), "https://a.example/x?y=1");
  assert.equal(linkTarget(" mailto:a@b.example "), "mailto:a@b.example");
  assert.equal(linkTarget("a@b.example"), "mailto:a@b.example");
  assert.equal(linkTarget("www.a.example/ページ"), "https://www.a.example/ページ");
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "java\tscript:x", "ことば", "", null, "//a.example"]) {
    assert.equal(linkTarget(bad), null, String(bad));
  }
});

test("a list begins at a number that can be stored, or at 1", () => {
  for (const [said, number] of [["3", 3], ["１２", 12], ["9999", 9999], ["0", 1], ["-2", 1], ["10000", 1], ["2.5", 1], ["x", 1], ["", 1], [null, 1]]) {
    assert.equal(firstNumber(/** @type {string | null} */ (said)), number, String(said));
  }
});

test("a stored text comes back as it was", () => {
  const stored = { type: "doc", content: [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "見出し" }] },
    { type: "paragraph", content: [
      { type: "text", text: "期限は" }, { type: "field", attrs: { key: "schedule.proposal_deadline" } },
      { type: "text", marks: [{ type: "strong" }], text: "です。" }, { type: "hard_break" },
      { type: "text", marks: [{ type: "link", attrs: { href: "https://a.example" } }], text: "先" }] },
    { type: "bullet_list", content: [{ type: "list_item", content: [{ type: "paragraph", content: [{ type: "text", text: "一" }] }] }] },
    { type: "ordered_list", attrs: { start: 3 }, content: [{ type: "list_item", content: [{ type: "paragraph", content: [{ type: "text", text: "三" }] }] }] },
    { type: "table", attrs: { caption: "表1" }, content: [
      { type: "table_row", content: [{ type: "table_header", content: [{ type: "paragraph" }] }] },
      { type: "table_row", content: [{ type: "table_cell", content: [{ type: "paragraph" }] }] }] },
    { type: "block", attrs: { name: "schedule" } },
  ] };
  assert.deepEqual(JSON.parse(JSON.stringify(documentOf(stored).toJSON())), stored);
  assert.equal(schema.nodeFromJSON(stored).check(), undefined);
});
