import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EditorState, TextSelection } from "prosemirror-state";
import { textRules } from "./keys.js";
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

/** What a space behind these words, typed below other blocks, makes of the document. */
function spaced(words, ...above) {
  const state = at(words, ...above, paragraph(words));
  const end = state.selection.from + words.length;
  let next = state;
  textRules.props.handleTextInput.call(textRules, { composing: false, state, dispatch: (tr) => { next = state.apply(tr); } }, end, end, " ");
  return next.doc;
}

test("a typed number begins a list there, or goes on in the list above", () => {
  const numbers = (start, ...items) => nodes.ordered_list.create({ start }, items);
  const shape = (doc) => doc.content.content.map((node) => [node.type.name, node.attrs.start, node.childCount]);
  assert.deepEqual(shape(spaced("3.")), [["ordered_list", 3, 1]]);
  assert.deepEqual(shape(spaced("１２．")), [["ordered_list", 12, 1]]);
  assert.deepEqual(shape(spaced("5.", numbers(3, item("三"), item("四")))), [["ordered_list", 3, 3]]);
  assert.deepEqual(shape(spaced("1.", numbers(3, item("三"), item("四")))), [["ordered_list", 3, 2], ["ordered_list", 1, 1]]);
});

test("a list is numbered on the screen as on the paper", () => {
  const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
  const paper = /enum\([^\n]*if ja \{ \((.*?)\) \} else \{ \((.*?)\) \}\.at/.exec(read("../../../src-tauri/papers/templates/paper.typ"));
  const css = read("rich-text.css");
  const first = { decimal: "1", katakana: "ア", "lower-alpha": "a", "lower-roman": "i" };
  const shown = (style) => {
    const own = new RegExp(`@counter-style ${style} \\{ system: extends ([a-z-]+);(?: prefix: "(.*?)";)? suffix: "(.*?)"; \\}`).exec(css);
    return own ? `${own[2] ?? ""}${first[own[1]]}${own[3].trim()}` : `${first[style]}.`;
  };
  const styles = (lang) => [1, 2, 3].map((depth) => {
    const rule = css.split("\n").find((line) => line.startsWith(`.prose${" ol".repeat(depth)}${lang} {`));
    return shown(/list-style: ([a-z-]+);/.exec(rule)[1]);
  });
  assert.deepEqual(styles(""), JSON.parse(`[${paper[1]}]`));
  assert.deepEqual(styles(":lang(en)"), JSON.parse(`[${paper[2]}]`));
});
