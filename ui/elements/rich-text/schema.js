// The text of a section as ProseMirror knows it. Names and attributes are those of the store's own
// model of rich text, so that what is typed is stored as it is; a contract test reads this file.
import { Schema } from "prosemirror-model";

/** Lists may be nested this deep. */
export const LIST_DEPTH = 3;
/** A numbered list may begin at this number. */
const LIST_START = 9999;
/** A table may have this many rows and columns. */
export const TABLE_ROWS = 500;
export const TABLE_COLUMNS = 20;

const LINK = /^(https?:\/\/|mailto:)\S+$/i;

/**
 * A link target that may be stored, or null. Addresses typed without a scheme are completed.
 * @param {string | null | undefined} typed
 * @returns {string | null}
 */
export function linkTarget(typed) {
  const text = (typed ?? "").trim();
  if (!text || /[\u0000-\u0020\u007f]/.test(text)) return null;
  if (LINK.test(text)) return text;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return null;
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(text)) return `mailto:${text}`;
  if (/^[^/.]+\.[^/]/.test(text)) return `https://${text}`;
  return null;
}

/**
 * The number a list begins with, as it was typed or stands in a page; 1 where no list can begin with it.
 * @param {string | null | undefined} said
 * @returns {number}
 */
export function firstNumber(said) {
  const number = Number((said ?? "").normalize("NFKC"));
  return Number.isInteger(number) && number >= 1 && number <= LIST_START ? number : 1;
}

/** @type {Record<string, import("prosemirror-model").NodeSpec>} */
const nodes = {
  doc: { content: "flow+" },
  paragraph: {
    content: "inline*",
    group: "flow cell_flow",
    parseDOM: [{ tag: "p" }],
    toDOM: () => ["p", 0],
  },
  heading: {
    content: "inline*",
    group: "flow",
    defining: true,
    attrs: { level: { default: 1, validate: "number" } },
    parseDOM: [1, 2, 3].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: (node) => [`h${node.attrs.level}`, 0],
  },
  bullet_list: {
    content: "list_item+",
    group: "flow cell_flow",
    parseDOM: [{ tag: "ul" }],
    toDOM: () => ["ul", 0],
  },
  ordered_list: {
    content: "list_item+",
    group: "flow cell_flow",
    attrs: { start: { default: 1, validate: "number" } },
    parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ start: firstNumber(dom.getAttribute("start")) }) }],
    toDOM: (node) => ["ol", node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
  },
  list_item: {
    content: "paragraph (bullet_list | ordered_list)*",
    defining: true,
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", 0],
  },
  table: {
    content: "table_row+",
    group: "flow",
    isolating: true,
    attrs: { caption: { default: null, validate: "string|null" } },
    parseDOM: [{
      tag: "table",
      getAttrs: (dom) => ({ caption: dom.getAttribute("data-caption") || null }),
    }],
    toDOM: (node) => ["table", node.attrs.caption ? { "data-caption": node.attrs.caption } : {}, ["tbody", 0]],
  },
  table_row: {
    content: "(table_header | table_cell)+",
    parseDOM: [{ tag: "tr" }],
    toDOM: () => ["tr", 0],
  },
  table_header: {
    content: "cell_flow+",
    isolating: true,
    parseDOM: [{ tag: "th" }],
    toDOM: () => ["th", 0],
  },
  table_cell: {
    content: "cell_flow+",
    isolating: true,
    parseDOM: [{ tag: "td" }],
    toDOM: () => ["td", 0],
  },
  block: {
    group: "flow",
    atom: true,
    selectable: true,
    draggable: true,
    attrs: { name: { validate: "string" } },
    parseDOM: [{ tag: "figure[data-block]", getAttrs: (dom) => ({ name: dom.getAttribute("data-block") }) }],
    toDOM: (node) => ["figure", { "data-block": node.attrs.name }],
  },
  text: { group: "inline" },
  field: {
    group: "inline",
    inline: true,
    atom: true,
    selectable: true,
    attrs: { key: { validate: "string" } },
    parseDOM: [{ tag: "span[data-field]", getAttrs: (dom) => ({ key: dom.getAttribute("data-field") }) }],
    toDOM: (node) => ["span", { "data-field": node.attrs.key }],
    leafText: (node) => `{{${node.attrs.key}}}`,
  },
  hard_break: {
    group: "inline",
    inline: true,
    selectable: false,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
    leafText: () => "\n",
  },
};

/** @type {Record<string, import("prosemirror-model").MarkSpec>} */
const marks = {
  link: {
    inclusive: false,
    attrs: { href: { validate: "string" } },
    parseDOM: [{
      tag: "a[href]",
      getAttrs: (dom) => {
        const href = linkTarget(dom.getAttribute("href"));
        return href ? { href } : false;
      },
    }],
    // The words are edited here, not followed: there is no href for the window to go to.
    toDOM: (mark) => ["a", { "data-href": mark.attrs.href, title: mark.attrs.href }, 0],
  },
  strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
  em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
  underline: { parseDOM: [{ tag: "u" }], toDOM: () => ["u", 0] },
  strike: { parseDOM: [{ tag: "s" }, { tag: "del" }, { tag: "strike" }], toDOM: () => ["s", 0] },
};

/** The schema of the text of a section. */
export const schema = new Schema({ nodes, marks });

/**
 * The schema as plain data: every node with its content rule, groups and attributes, every mark with its attributes.
 * @returns {{ nodes: Record<string, { content: string, group: string, attrs: string[] }>, marks: Record<string, { attrs: string[] }> }}
 */
export function schemaAsData() {
  /** @type {Record<string, { content: string, group: string, attrs: string[] }>} */
  const shownNodes = {};
  for (const [name, spec] of Object.entries(nodes)) {
    shownNodes[name] = { content: spec.content ?? "", group: spec.group ?? "", attrs: Object.keys(spec.attrs ?? {}) };
  }
  /** @type {Record<string, { attrs: string[] }>} */
  const shownMarks = {};
  for (const [name, spec] of Object.entries(marks)) shownMarks[name] = { attrs: Object.keys(spec.attrs ?? {}) };
  return { nodes: shownNodes, marks: shownMarks };
}

/**
 * A stored text as a document to edit. An empty one gets the paragraph to write in.
 * @param {any} stored
 * @returns {import("prosemirror-model").Node}
 */
export function documentOf(stored) {
  if (!stored || !Array.isArray(stored.content) || stored.content.length === 0) {
    return schema.node("doc", null, [schema.node("paragraph")]);
  }
  const doc = schema.nodeFromJSON(stored);
  doc.check();
  return doc;
}
