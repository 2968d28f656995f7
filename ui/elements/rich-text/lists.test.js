import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState, TextSelection } from "prosemirror-state";
import { lift, listAround, listDepth, sink, toggleList } from "./lists.js";
import { schema } from "./schema.js";

const { nodes } = schema;
const paragraph = (words) => nodes.paragraph.create(null, schema.text(words));
const item = (words, ...inner) => nodes.list_item.create(null, [paragraph(words), ...inner]);
const bullets = (...items) => nodes.bullet_list.create(null, items);

function at(words, ...content) {
  const doc = schema.node("doc", null, content);
  let pos = 0;
  doc.descendants((node, start) => { if (node.isText && node.text === words) pos = start; });
  const state = EditorState.create({ doc });
  return state.apply(state.tr.setSelection(TextSelection.create(doc, pos)));
}

function run(state, command) {
  let next = state;
  const done = command(state, (tr) => { next = state.apply(tr); });
  next.doc.check();
  return { done, next };
}

test("an item goes in and out, three deep at most", () => {
  const { next } = run(at("二", bullets(item("一"), item("二"))), sink);
  assert.equal(listDepth(next.selection.$from), 2);
  assert.equal(listDepth(run(next, lift).next.selection.$from), 1);
  const deep = at("四", bullets(item("一", bullets(item("二", bullets(item("三"), item("四")))))));
  const kept = run(deep, sink);
  assert.equal(kept.done, true);
  assert.equal(listDepth(kept.next.selection.$from), 3);
});

test("an item does not take what hangs below it too deep", () => {
  const state = at("移す", bullets(item("一"), item("移す", bullets(item("二", bullets(item("三")))))));
  assert.equal(listDepth(run(state, sink).next.selection.$from), 1);
});

test("a list begins, changes its kind and ends", () => {
  const { next } = run(at("本文", paragraph("本文")), toggleList("bullet_list"));
  assert.equal(listAround(next), "bullet_list");
  const numbered = run(next, toggleList("ordered_list")).next;
  assert.equal(listAround(numbered), "ordered_list");
  assert.equal(listAround(run(numbered, toggleList("ordered_list")).next), null);
});
