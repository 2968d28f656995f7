// What comes from the clipboard keeps its structure (headings, lists, tables, links, bold, italic, underline,
// strike) and nothing else. Word, Google Docs, Notion and Excel each write the same things in their own way.
import { Fragment, Slice } from "prosemirror-model";
import { firstNumber, linkTarget, LIST_DEPTH, schema, TABLE_COLUMNS, TABLE_ROWS } from "./schema.js";

/** @typedef {{ kind: "text", level: number, inline: string }} TextBlock level 0 is a paragraph */
/** @typedef {{ kind: "item", depth: number, ordered: boolean, number: number | null, inline: string }} ItemBlock number: as typed, or null where the item goes on from the one before */
/** @typedef {{ kind: "table", caption: string, rows: { head: boolean, blocks: Block[] }[][] }} TableBlock */
/** @typedef {{ kind: "own", name: string }} OwnBlock */
/** @typedef {TextBlock | ItemBlock | TableBlock | OwnBlock} Block */
/** @typedef {{ rows: number, columns: number }} LeftOut what is beyond the limits of a table and does not come along */
/** @typedef {{ strong: boolean, em: boolean, underline: boolean, strike: boolean, href: string | null }} Marks */

const DROPPED = new Set("STYLE SCRIPT META LINK TITLE HEAD IMG PICTURE SVG IFRAME OBJECT EMBED VIDEO AUDIO CANVAS INPUT SELECT TEMPLATE NOSCRIPT COL COLGROUP XML".split(" "));
const BLOCKS = new Set("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE UL".split(" "));
const NO_MARKS = { strong: false, em: false, underline: false, strike: false, href: null };
const WIDE = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/;
const NUMBERED = /^[(（]?(\d+|[０-９]+|[a-zA-Z]|[ivxIVX]+|[一二三四五六七八九十]+|[ア-ン])[.．)）、]|^[①-⑳]/;

/** @param {string} text */
const escapeText = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** @param {Element} element @param {string} property @returns {string} */
function styleOf(element, property) {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, "i").exec(element.getAttribute("style") ?? "");
  return found ? found[1].trim().toLowerCase() : "";
}

/** The number typed before an item, or null where it is counted by letters. @param {string} sign */
function typedNumber(sign) {
  const digits = /(\d+)\D*$/.exec(sign.normalize("NFKC"));
  return digits && firstNumber(digits[1]);
}

/** The number that counts of an item: one that is drawn in because it stands too deep counts with those it comes to. @param {ItemBlock} item */
const numberOf = (item) => (item.depth > LIST_DEPTH ? null : item.number);

/**
 * Whether an item goes on in a list: it says no number, the next one, or the same again, as in texts whose items are all numbered 1.
 * @param {ItemBlock} item @param {number} last the last number of the list @param {number | null} typed the last one that was typed
 */
function goesOn(item, last, typed) {
  const number = numberOf(item);
  return number === null || number === last + 1 || number === typed;
}

/** @param {Element} element */
const isHidden = (element) =>
  DROPPED.has(element.tagName.toUpperCase()) || styleOf(element, "display") === "none" || styleOf(element, "mso-hide") === "all";

/** @param {Element} element @param {Marks} outer @returns {Marks} */
function marksOf(element, outer) {
  const tag = element.tagName.toUpperCase();
  const marks = { ...outer };
  if (tag === "B" || tag === "STRONG" || tag === "TH") marks.strong = tag !== "TH" || outer.strong;
  if (tag === "I" || tag === "EM") marks.em = true;
  if (tag === "U" || tag === "INS") marks.underline = true;
  if (tag === "S" || tag === "STRIKE" || tag === "DEL") marks.strike = true;
  const weight = styleOf(element, "font-weight");
  if (weight) marks.strong = weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  const slant = styleOf(element, "font-style");
  if (slant) marks.em = slant === "italic" || slant === "oblique";
  const line = `${styleOf(element, "text-decoration")} ${styleOf(element, "text-decoration-line")}`;
  if (line.includes("underline")) marks.underline = true;
  if (line.includes("line-through")) marks.strike = true;
  if (tag === "A") marks.href = linkTarget(element.getAttribute("href")) ?? outer.href;
  return marks;
}

/** @param {string} text @param {Marks} marks */
function marked(text, marks) {
  let out = text;
  if (marks.strike) out = `<s>${out}</s>`;
  // A link is underlined wherever it came from; that says nothing.
  if (marks.underline && !marks.href) out = `<u>${out}</u>`;
  if (marks.em) out = `<em>${out}</em>`;
  if (marks.strong) out = `<strong>${out}</strong>`;
  if (marks.href) out = `<a href="${escapeText(marks.href)}">${out}</a>`;
  return out;
}

/** Joins the lines a source text was wrapped into; between full-width characters no space belongs. @param {string} text */
function unwrapped(text) {
  return text.replace(/[ \t\u00a0]*[\r\n]+[ \t\u00a0]*/g, (_all, at) => {
    const before = text.slice(0, at).trimEnd().slice(-1);
    const after = text.slice(at).trimStart().charAt(0);
    return WIDE.test(before) && WIDE.test(after) ? "" : " ";
  }).replace(/[\t\u00a0 ]+/g, " ");
}

/** Trims what was gathered for one paragraph. @param {string} inline */
function trimmed(inline) {
  const edge = "(?:\\s|<br>|<(strong|em|u|s)>\\s*</\\1>)+";
  return inline.replace(new RegExp(`^${edge}`), "").replace(new RegExp(`${edge}$`), "");
}

/** Reads a tree into a flat list of blocks. */
class Reader {
  /** @param {LeftOut} left */
  constructor(left) {
    this.left = left;
    /** @type {Block[]} */
    this.blocks = [];
    this.run = "";
    /** @type {Block | null} what the gathered run becomes */
    this.shape = null;
  }

  flush() {
    const inline = trimmed(this.run);
    this.run = "";
    const shape = this.shape;
    if (!inline) return;
    if (shape?.kind === "item") this.blocks.push({ ...shape, inline });
    else if (shape?.kind === "text" && shape.level > 0) this.blocks.push({ ...shape, inline: inline.replace(/<\/?strong>/g, "") });
    else this.blocks.push({ kind: "text", level: 0, inline });
  }

  /** @param {Block | null} shape @param {() => void} inside */
  within(shape, inside) {
    this.flush();
    const outer = this.shape;
    this.shape = shape;
    inside();
    this.flush();
    this.shape = outer;
  }

  /** @param {Node} parent @param {Marks} marks @param {number} depth of the list around */
  children(parent, marks, depth) {
    for (const child of [...parent.childNodes]) this.node(child, marks, depth);
  }

  /** @param {Node} node @param {Marks} marks @param {number} depth */
  node(node, marks, depth) {
    if (node.nodeType === 3) {
      const text = unwrapped(node.nodeValue ?? "");
      if (text) this.run += marked(escapeText(text), marks);
      return;
    }
    if (node.nodeType !== 1) return;
    const element = /** @type {Element} */ (node);
    if (isHidden(element)) return;
    const tag = element.tagName.toUpperCase();
    if (tag === "BR") {
      this.run += "<br>";
    } else if (element.hasAttribute("data-field")) {
      this.run += `<span data-field="${escapeText(element.getAttribute("data-field") ?? "")}"></span>`;
    } else if (element.hasAttribute("data-block")) {
      this.flush();
      this.blocks.push({ kind: "own", name: element.getAttribute("data-block") ?? "" });
    } else if (tag === "TABLE") {
      this.flush();
      this.table(element);
    } else if (tag === "UL" || tag === "OL") {
      this.list(element, marks, depth + 1);
    } else if (/^H[1-6]$/.test(tag)) {
      this.within({ kind: "text", level: Math.min(3, Number(tag[1])), inline: "" }, () => this.children(element, { ...NO_MARKS }, depth));
    } else if (tag === "P" && /level\d/.test(styleOf(element, "mso-list"))) {
      this.wordItem(element, marks);
    } else if (BLOCKS.has(tag)) {
      // A paragraph inside a list item continues that item.
      if (this.shape?.kind === "item") {
        if (trimmed(this.run)) this.run += "<br>";
        this.children(element, marksOf(element, marks), depth);
      } else {
        this.within(null, () => this.children(element, marksOf(element, marks), depth));
      }
    } else {
      this.children(element, marksOf(element, marks), depth);
    }
  }

  /** @param {Element} list @param {Marks} marks @param {number} depth */
  list(list, marks, depth) {
    this.flush();
    const ordered = list.tagName.toUpperCase() === "OL";
    let number = ordered && list.hasAttribute("start") ? firstNumber(list.getAttribute("start")) : null;
    for (const child of [...list.children]) {
      const tag = child.tagName.toUpperCase();
      // Google Docs and old Word put an inner list beside its item instead of into it.
      if (tag === "UL" || tag === "OL") this.list(child, marks, depth + 1);
      else if (!isHidden(child)) {
        this.within({ kind: "item", depth, ordered, number, inline: "" }, () => this.children(child, marksOf(child, marks), depth));
        number = null;
      }
    }
  }

  /** A list item as Word writes it: a paragraph with its level in the style and its bullet typed out. @param {Element} element @param {Marks} marks */
  wordItem(element, marks) {
    const level = /level(\d)/.exec(styleOf(element, "mso-list"));
    let sign = "";
    for (const span of [...element.querySelectorAll("span")]) {
      if (styleOf(span, "mso-list") !== "ignore") continue;
      sign = (span.textContent ?? "").trim();
      span.remove();
      break;
    }
    const ordered = NUMBERED.test(sign);
    const shape = /** @type {ItemBlock} */ ({ kind: "item", depth: Number(level?.[1] ?? 1), ordered, number: ordered ? typedNumber(sign) : null, inline: "" });
    this.within(shape, () => this.children(element, marks, 0));
  }

  /** @param {Element} table */
  table(table) {
    let rowsOver = 0;
    let columnsOver = 0;
    /** @type {{ head: boolean, blocks: Block[] }[][]} */
    const rows = [];
    /** @type {number[]} how many more rows a cell above reaches down */
    const reach = [];
    let caption = "";
    for (const element of [...table.querySelectorAll("caption, tr")]) {
      if (element.closest("table") !== table) continue;
      if (element.tagName.toUpperCase() === "CAPTION") { caption = unwrapped(element.textContent ?? "").trim(); continue; }
      if (isHidden(element)) continue;
      if (rows.length >= TABLE_ROWS) {
        if (element.textContent?.trim()) rowsOver += 1;
        continue;
      }
      const isHeadRow = element.parentElement?.tagName.toUpperCase() === "THEAD";
      /** @type {{ head: boolean, blocks: Block[] }[]} */
      const row = [];
      let over = 0;
      const below = () => {
        while (reach[row.length] > 0) { reach[row.length] -= 1; row.push({ head: isHeadRow, blocks: [] }); }
      };
      for (const cell of [...element.children]) {
        const tag = cell.tagName.toUpperCase();
        if (tag !== "TD" && tag !== "TH") continue;
        below();
        if (row.length >= TABLE_COLUMNS && cell.textContent?.trim()) columnsOver = Math.max(columnsOver, over + 1);
        const reader = new Reader(this.left);
        reader.children(cell, { ...NO_MARKS }, 0);
        reader.flush();
        const across = Math.min(TABLE_COLUMNS, Math.max(1, Number(cell.getAttribute("colspan")) || 1));
        const down = Math.max(1, Number(cell.getAttribute("rowspan")) || 1);
        over += Math.max(0, row.length + across - TABLE_COLUMNS);
        for (let c = 0; c < across && row.length < TABLE_COLUMNS; c++) {
          reach[row.length] = down - 1;
          row.push({ head: isHeadRow || tag === "TH", blocks: c === 0 ? reader.blocks : [] });
        }
      }
      below();
      if (row.length) rows.push(row);
    }
    this.left.rows += rowsOver;
    this.left.columns = Math.max(this.left.columns, columnsOver);
    const isEmpty = (/** @type {{ blocks: Block[] }[]} */ row) => row.every((cell) => cell.blocks.length === 0);
    while (rows.length > 1 && isEmpty(rows[rows.length - 1])) rows.pop();
    if (!rows.length) return;
    // One cell is no table: it is what stood in it.
    if (rows.length === 1 && rows[0].length === 1) this.blocks.push(...rows[0][0].blocks);
    else this.blocks.push({ kind: "table", caption, rows });
  }
}

/** Writes blocks as plain HTML; inside a cell there are only paragraphs and lists. @param {Block[]} blocks @param {boolean} inCell @returns {string} */
function written(blocks, inCell) {
  let out = "";
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i];
    if (block.kind === "item") {
      /** @type {ItemBlock[]} */
      const items = [];
      for (let next = blocks[i]; next?.kind === "item"; next = blocks[++i]) items.push(next);
      out += writtenList(items);
      continue;
    }
    i += 1;
    if (block.kind === "text") {
      const tag = inCell || block.level === 0 ? "p" : `h${block.level}`;
      out += `<${tag}>${block.inline}</${tag}>`;
    } else if (block.kind === "own") {
      out += inCell ? "" : `<figure data-block="${escapeText(block.name)}"></figure>`;
    } else if (inCell) {
      for (const row of block.rows) for (const cell of row) out += written(cell.blocks, true);
    } else {
      const caption = block.caption ? ` data-caption="${escapeText(block.caption)}"` : "";
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => {
        const tag = cell.head ? "th" : "td";
        return `<${tag}>${written(cell.blocks, true) || "<p></p>"}</${tag}>`;
      }).join("")}</tr>`);
      out += `<table${caption}>${rows.join("")}</table>`;
    }
  }
  return out;
}

/** @param {ItemBlock[]} items */
function writtenList(items) {
  /** @type {{ ordered: boolean, last: number, typed: number | null }[]} the lists that are open */
  const open = [];
  let out = "";
  const close = () => { out += `</li></${open.pop()?.ordered ? "ol" : "ul"}>`; };
  for (const item of items) {
    // No item stands more than one step deeper than the one above it.
    const depth = Math.max(1, Math.min(item.depth, open.length + 1, LIST_DEPTH));
    while (open.length > depth) close();
    const around = open.at(depth - 1);
    if (around && (around.ordered !== item.ordered || !goesOn(item, around.last, around.typed))) close();
    const list = open.at(depth - 1);
    if (list) {
      out += "</li>";
      list.last += 1;
      list.typed = numberOf(item) ?? list.typed;
    } else {
      const start = numberOf(item) ?? 1;
      out += item.ordered ? `<ol start="${start}">` : "<ul>";
      open.push({ ordered: item.ordered, last: start, typed: numberOf(item) });
    }
    out += `<li><p>${item.inline}</p>`;
  }
  while (open.length) close();
  return out;
}

/**
 * Clipboard HTML reduced to structure.
 * @param {string} html
 * @param {(html: string) => Document} parse
 * @param {LeftOut} left counts what does not come along
 * @returns {string}
 */
export function cleaned(html, parse = (text) => new DOMParser().parseFromString(text, "text/html"), left = { rows: 0, columns: 0 }) {
  const reader = new Reader(left);
  const page = parse(html.replace(/<!\[(?:if|endif)[^\]]*\]>/gi, ""));
  reader.children(page.body ?? page, { ...NO_MARKS }, 0);
  reader.flush();
  // A single run of words joins the paragraph it is pasted into.
  const [only] = reader.blocks;
  if (reader.blocks.length === 1 && only.kind === "text" && only.level === 0) return only.inline;
  return written(reader.blocks, false);
}

/**
 * Plain text as blocks: lines with tabs are a table, lines beginning with a bullet or a number a list.
 * @param {string} text
 * @param {boolean} plain paste as it is, every line a paragraph
 * @param {LeftOut} left counts what does not come along
 * @returns {Slice}
 */
export function sliceOfText(text, plain = false, left = { rows: 0, columns: 0 }) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/\n+$/, "").split("\n");
  /** @type {Block[]} */
  const blocks = [];
  if (!plain && lines.length > 1 && lines.every((line) => line.includes("\t"))) {
    const cells = lines.map((line) => line.trimEnd().split("\t"));
    left.rows += cells.slice(TABLE_ROWS).filter((row) => row.some((cell) => cell.trim())).length;
    for (const row of cells.slice(0, TABLE_ROWS)) left.columns = Math.max(left.columns, row.length - TABLE_COLUMNS);
    return sliceOfBlocks([{ kind: "table", caption: "", rows: lines.slice(0, TABLE_ROWS).map((line) => line.split("\t").slice(0, TABLE_COLUMNS)
      .map((cell) => ({ head: false, blocks: cell.trim() ? [/** @type {Block} */ ({ kind: "text", level: 0, inline: cell.trim() })] : [] }))) }]);
  }
  for (const line of lines) {
    const bullet = plain ? null : /^([\s\u3000]*)(?:[・•●◦‣▪]\s*|[-*–]\s+)(.+)$/.exec(line);
    const number = plain ? null : /^([\s\u3000]*)([(（]?[\d０-９]{1,2}[.．)）]|[①-⑳])\s*(\D.*)$/.exec(line);
    const heading = plain ? null : /^(#{1,3})\s+(.+)$/.exec(line);
    const item = bullet ?? number;
    if (item) {
      const indent = item[1].replace(/\u3000/g, "  ").replace(/\t/g, "  ").length;
      blocks.push({ kind: "item", depth: 1 + Math.floor(indent / 2), ordered: !bullet, number: bullet ? null : typedNumber(item[2]), inline: item[item.length - 1].trim() });
    } else if (heading) blocks.push({ kind: "text", level: heading[1].length, inline: heading[2].trim() });
    else if (line.trim() || plain) blocks.push({ kind: "text", level: 0, inline: plain ? line : line.trim() });
  }
  return sliceOfBlocks(blocks);
}

/** @param {Block[]} blocks whose words are plain text */
function sliceOfBlocks(blocks) {
  const { nodes } = schema;
  const paragraph = (/** @type {string} */ words) => nodes.paragraph.create(null, words ? schema.text(words) : null);
  /** @type {import("prosemirror-model").Node[]} */
  const out = [];
  /** @param {ItemBlock[]} items @param {number} depth @returns {import("prosemirror-model").Node[]} */
  const lists = (items, depth) => {
    const made = [];
    for (let i = 0; i < items.length;) {
      const { ordered } = items[i];
      let typed = numberOf(items[i]);
      const start = typed ?? 1;
      const children = [];
      while (i < items.length && items[i].ordered === ordered && (!children.length || goesOn(items[i], start + children.length - 1, typed))) {
        const first = items[i++];
        typed = numberOf(first) ?? typed;
        const inner = [];
        while (i < items.length && depth < LIST_DEPTH && items[i].depth > first.depth) inner.push(items[i++]);
        children.push(nodes.list_item.create(null, [paragraph(first.inline), ...lists(inner, depth + 1)]));
      }
      made.push(ordered ? nodes.ordered_list.create({ start }, children) : nodes.bullet_list.create(null, children));
    }
    return made;
  };
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block.kind === "item") {
      const items = [];
      for (; blocks[i]?.kind === "item"; i++) items.push(/** @type {ItemBlock} */ (blocks[i]));
      i -= 1;
      out.push(...lists(items, 1));
    } else if (block.kind === "table") {
      const columns = Math.max(...block.rows.map((row) => row.length));
      out.push(nodes.table.create({ caption: null }, block.rows.map((row) => nodes.table_row.create(null,
        Array.from({ length: columns }, (_, c) => nodes.table_cell.create(null,
          paragraph(row[c]?.blocks[0]?.kind === "text" ? row[c].blocks[0].inline : "")))))));
    } else if (block.kind === "text") {
      out.push(block.level ? nodes.heading.create({ level: block.level }, schema.text(block.inline)) : paragraph(block.inline));
    }
  }
  return Slice.maxOpen(Fragment.from(out));
}

/**
 * What is pasted into a table cell becomes paragraphs and lists.
 * @param {Slice} slice @returns {Slice}
 */
export function fitIntoCell(slice) {
  /** @type {import("prosemirror-model").Node[]} */
  const out = [];
  const take = (/** @type {import("prosemirror-model").Node} */ node) => {
    const { name } = node.type;
    if (name === "heading") out.push(schema.nodes.paragraph.create(null, node.content));
    else if (/^table/.test(name)) node.forEach(take);
    else if (name !== "block") out.push(node);
  };
  slice.content.forEach(take);
  return out.length ? Slice.maxOpen(Fragment.from(out)) : Slice.empty;
}
