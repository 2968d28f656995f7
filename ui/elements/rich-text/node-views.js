// How fields and blocks stand in the text: with the value they have now. Neither can be written into.

/** @typedef {import("../../host/bindings.d.ts").FieldRow} Field */
/** @typedef {import("../../host/bindings.d.ts").BlockRow} BlockRow */

/**
 * @typedef {Object} Words
 * @property {(label: string) => string} missing
 * @property {(was: string, release: string) => string} moved
 * @property {(was: string, release: string) => string} before what stands struck out beside a value that moved
 * @property {(key: string) => string} unknown
 * @property {(text: import("../../host/bindings.d.ts").Text | null | undefined) => string} say
 * @property {(block: BlockRow) => string} open what the way to the owner of the data is called
 * @property {(block: BlockRow) => string} from where its data come from
 * @property {() => string} empty
 */

/** The values now, and everything on the page that shows them. */
export class Live {
  /** @param {Words} words */
  constructor(words) {
    this.words = words;
    /** @type {Map<string, Field>} */
    this.fields = new Map();
    /** @type {Map<string, BlockRow>} */
    this.blocks = new Map();
    /** @type {Set<{ draw: () => void }>} */
    this.shown = new Set();
    /** @type {(screen: string) => void} */
    this.go = () => {};
  }

  /** @param {{ fields: Field[], blocks: BlockRow[] }} found */
  set(found) {
    this.fields = new Map(found.fields.map((field) => [field.key, field]));
    this.blocks = new Map(found.blocks.map((block) => [block.name, block]));
    for (const one of this.shown) one.draw();
  }
}

/**
 * What a field shows, in words and by class.
 * @param {Live} live @param {string} key
 * @returns {{ text: string, title: string, look: string, before?: string }}
 */
export function fieldShown(live, key) {
  const field = live.fields.get(key);
  if (!field) return live.fields.size ? { text: live.words.unknown(key), title: "", look: "none" } : { text: "…", title: "", look: "" };
  const label = live.words.say(field.label);
  if (field.missing || field.text === null) return { text: live.words.missing(label), title: label, look: "none" };
  if (field.moved) return { text: field.text, title: `${label}　${live.words.moved(field.moved.was, field.moved.release)}`, look: "moved", before: live.words.before(short(field.moved.brief), field.moved.release) };
  return { text: field.text, title: label, look: "" };
}

/** A value that stands struck out beside its successor takes no more than a few words. @param {string} text */
const short = (text) => { const signs = [...text]; return signs.length > 20 ? `${signs.slice(0, 19).join("")}…` : text; };

class FieldView {
  /** @param {import("prosemirror-model").Node} node @param {Live} live */
  constructor(node, live) {
    this.key = node.attrs.key;
    this.live = live;
    this.dom = document.createElement("span");
    this.dom.contentEditable = "false";
    this.dom.dataset.field = this.key;
    this.value = element("span");
    this.dom.append(this.value);
    live.shown.add(this);
    this.draw();
  }

  draw() {
    const { text, title, look, before } = fieldShown(this.live, this.key);
    this.value.className = look ? `field ${look}` : "field";
    if (this.value.textContent !== text) this.value.textContent = text;
    const old = this.dom.querySelector("del");
    if (old?.textContent !== before) {
      old?.remove();
      if (before) this.dom.append(element("del", before, { class: "was" }));
    }
    if (title) this.dom.title = title;
    else this.dom.removeAttribute("title");
  }

  ignoreMutation() { return true; }

  destroy() { this.live.shown.delete(this); }
}

/** @param {string} tag @param {string | null} [text] @param {Record<string, string>} [attrs] */
function element(tag, text, attrs = {}) {
  const made = document.createElement(tag);
  if (text !== null && text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attrs)) made.setAttribute(name, value);
  return made;
}

/**
 * The table of a block; where a value moved since the release, the old one stands struck out beside it.
 * @param {BlockRow} block @param {Words} words
 */
function tableOf(block, words) {
  const table = element("table", null, { class: block.head.length ? "own" : "sched" });
  if (block.head.length) {
    const head = element("tr");
    for (const word of block.head) head.append(element("th", word, { scope: "col" }));
    table.append(element("thead"));
    table.firstElementChild?.append(head);
  }
  const body = element("tbody");
  block.rows.forEach((cells, line) => {
    const row = element("tr");
    cells.forEach((cell, index) => {
      const made = index === 0 && !block.head.length ? element("th", cell, { scope: "row" }) : element("td", cell);
      const was = block.was[line]?.[index];
      if (typeof was === "string") made.append(" ", element("del", words.before(short(was), block.release ?? ""), { class: "was", title: words.moved(was, block.release ?? "") }));
      row.append(made);
    });
    body.append(row);
  });
  table.append(body);
  return table;
}

class BlockView {
  /** @param {import("prosemirror-model").Node} node @param {Live} live */
  constructor(node, live) {
    this.name = node.attrs.name;
    this.live = live;
    this.dom = element("figure", null, { class: "block", contenteditable: "false", "data-block": this.name });
    live.shown.add(this);
    this.draw();
  }

  draw() {
    const { live } = this;
    const block = live.blocks.get(this.name);
    if (!block) {
      this.dom.replaceChildren(element("figcaption", live.blocks.size ? live.words.unknown(this.name) : "…"));
      this.dom.classList.toggle("none", live.blocks.size > 0);
      return;
    }
    this.dom.classList.remove("none");
    const label = live.words.say(block.label);
    this.dom.setAttribute("aria-label", label);
    const caption = element("figcaption");
    const open = element("button", live.words.open(block), { type: "button", class: "link" });
    open.addEventListener("click", () => live.go(block.screen));
    caption.append(element("b", label), element("span", live.words.from(block)), open);
    const parts = [caption];
    if (block.rows.length) parts.push(tableOf(block, live.words));
    if (block.below.length) {
      const list = element("ul", null, { class: "below" });
      for (const line of block.below) list.append(element("li", line));
      parts.push(list);
    }
    if (block.note) parts.push(element("p", live.words.say(block.note), { class: "note" }));
    else if (!block.rows.length) parts.push(element("p", live.words.empty(), { class: "note" }));
    this.dom.replaceChildren(...parts);
  }

  /** The way out of a block is a button of its own. @param {Event} event */
  stopEvent(event) {
    return event.target instanceof Element && !!event.target.closest("button");
  }

  ignoreMutation() { return true; }

  destroy() { this.live.shown.delete(this); }
}

/** A table with its caption below, as it will stand on the paper. */
class TableView {
  /** @param {import("prosemirror-model").Node} node */
  constructor(node) {
    this.dom = element("figure", null, { class: "owntable" });
    const table = element("table", null, { class: "own" });
    this.contentDOM = element("tbody");
    table.append(this.contentDOM);
    this.caption = element("figcaption", null, { contenteditable: "false" });
    this.dom.append(this.caption, table);
    this.draw(node);
  }

  /** @param {import("prosemirror-model").Node} node */
  draw(node) {
    const caption = node.attrs.caption ?? "";
    this.caption.textContent = caption;
    this.caption.hidden = !caption;
  }

  /** @param {import("prosemirror-model").Node} node */
  update(node) {
    if (node.type.name !== "table") return false;
    this.draw(node);
    return true;
  }

  /** @param {MutationRecord | { type: "selection", target: Node }} mutation */
  ignoreMutation(mutation) {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }
}

/** @param {Live} live */
export const nodeViews = (live) => ({
  field: (/** @type {import("prosemirror-model").Node} */ node) => new FieldView(node, live),
  block: (/** @type {import("prosemirror-model").Node} */ node) => new BlockView(node, live),
  table: (/** @type {import("prosemirror-model").Node} */ node) => new TableView(node),
});
