// The text of one section, open for writing.
//
// Undo: Ctrl+Z in the text takes back what was typed in this section since it was opened, step by step. When there is
// nothing left, and everywhere else, Ctrl+Z is the store's undo. When the text changes from elsewhere (the store's undo,
// an import, replacing) it is shown as it then is and the steps of the text begin anew.
import { history, redoDepth, undoDepth } from "prosemirror-history";
import { DOMSerializer, Slice } from "prosemirror-model";
import { EditorState, NodeSelection, Plugin, Selection, TextSelection } from "prosemirror-state";
import { dropCursor } from "prosemirror-dropcursor";
import { EditorView } from "prosemirror-view";
import { composing } from "../../app/keys.js";
import { textKeys, textRules } from "./keys.js";
import { listAround } from "./lists.js";
import { fieldShown, Live, nodeViews } from "./node-views.js";
import { cleaned, fitIntoCell, sliceOfText } from "./paste.js";
import { documentOf, linkTarget, schema } from "./schema.js";
import { beyondLimits, cellAround, emptyCells, evenTables, hasHead, newTable, pasteCells } from "./tables.js";

/**
 * @typedef {Object} Around what the selection stands in, for the tools
 * @property {string} style `paragraph`, `heading1` … `heading3`
 * @property {Record<string, boolean>} marks
 * @property {string | null} list
 * @property {{ head: boolean, caption: string, row: number, rows: number, columns: number } | null} table
 * @property {string | null} link
 * @property {string | null} field
 * @property {string | null} block
 */

/** @param {EditorState} state @param {import("prosemirror-model").MarkType} type */
function hasMark(state, type) {
  const { from, $from, to, empty } = state.selection;
  return empty ? !!type.isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, type);
}

/** The range a link covers around a position, or null. @param {import("prosemirror-model").ResolvedPos} $pos */
function linkAround($pos) {
  const { parent, parentOffset } = $pos;
  const at = parent.childAfter(parentOffset);
  const found = (at.node && schema.marks.link.isInSet(at.node.marks) && at)
    || (parentOffset > 0 && parent.childBefore(parentOffset));
  const mark = found && found.node && schema.marks.link.isInSet(found.node.marks);
  if (!found || !mark) return null;
  let first = found.index;
  let from = $pos.start() + found.offset;
  let to = from + (found.node?.nodeSize ?? 0);
  while (first > 0 && mark.isInSet(parent.child(first - 1).marks)) { first -= 1; from -= parent.child(first).nodeSize; }
  for (let next = found.index + 1; next < parent.childCount && mark.isInSet(parent.child(next).marks); next++) to += parent.child(next).nodeSize;
  return { from, to, href: String(mark.attrs.href) };
}

/** @param {EditorState} state @returns {Around} */
function around(state) {
  const { $from } = state.selection;
  const { parent } = $from;
  const place = cellAround($from);
  const chosen = state.selection instanceof NodeSelection ? state.selection.node : null;
  return {
    style: parent.type.name === "heading" ? `heading${parent.attrs.level}` : "paragraph",
    marks: Object.fromEntries(["strong", "em", "underline", "strike", "link"].map((name) => [name, hasMark(state, schema.marks[name])])),
    list: listAround(state),
    table: place && {
      head: hasHead(place.table), caption: place.table.attrs.caption ?? "", row: place.row,
      rows: place.table.childCount, columns: place.table.child(place.row).childCount,
    },
    link: linkAround($from)?.href ?? null,
    field: chosen?.type.name === "field" ? chosen.attrs.key : null,
    block: chosen?.type.name === "block" ? chosen.attrs.name : null,
  };
}

/** For other programs, fields are copied with the words they show and links with their target. @param {Live} live */
function clipboardSerializer(live) {
  const base = DOMSerializer.fromSchema(schema);
  return new DOMSerializer({
    ...base.nodes,
    field: (node) => ["span", { "data-field": node.attrs.key }, fieldShown(live, node.attrs.key).text],
    block: (node) => ["figure", { "data-block": node.attrs.name }, live.words.say(live.blocks.get(node.attrs.name)?.label)],
  }, { ...base.marks, link: (mark) => ["a", { href: mark.attrs.href }, 0] });
}

/** What is typed while a field is chosen goes behind it: a value is taken out with Delete, never by writing on. @param {EditorView} view */
function besideField(view) {
  const { selection, doc, tr } = view.state;
  if (view.composing || !(selection instanceof NodeSelection) || !selection.node.isInline) return;
  view.dispatch(tr.setSelection(TextSelection.create(doc, selection.to)));
}

/** The table that is all there is in a slice. @param {Slice} slice */
function onlyTable({ content }) {
  return content.childCount === 1 && content.firstChild?.type === schema.nodes.table ? content.firstChild : null;
}

/** The text editor of a section. */
export class Editor {
  /**
   * @param {HTMLElement} host
   * @param {Object} options
   * @param {Live} options.live
   * @param {() => void} options.changed the text was changed by the person
   * @param {(around: Around) => void} options.moved the selection moved
   * @param {(under: boolean) => void} options.composing
   * @param {() => boolean} options.askLink
   * @param {() => void} options.undo when no step of the text is left
   * @param {() => void} options.redo
   * @param {() => string} options.label
   * @param {(left: import("./paste.js").LeftOut) => void} options.leftOut a pasted table was larger than a table may be
   */
  constructor(host, options) {
    this.options = options;
    this.live = options.live;
    this.editable = true;
    /** @type {(() => void)[]} what waits for the end of a composition */
    this.waiting = [];
    /** What did not come along with what is being pasted. */
    this.left = { rows: 0, columns: 0 };
    this.plugins = [
      textRules,
      ...textKeys({ link: options.askLink, undo: options.undo, redo: options.redo }),
      history({ newGroupDelay: 700 }),
      dropCursor({ width: 2, class: "dropline" }),
      evenTables,
      new Plugin({ view: () => ({ update: (view) => this.options.moved(around(view.state)) }) }),
    ];
    this.view = new EditorView(host, {
      state: this.#fresh(documentOf(null)),
      nodeViews: nodeViews(this.live),
      clipboardSerializer: clipboardSerializer(this.live),
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, "\n",
        (leaf) => (leaf.type.name === "field" ? fieldShown(this.live, leaf.attrs.key).text : leaf.type.name === "hard_break" ? "\n" : "")),
      editable: () => this.editable,
      attributes: () => ({ role: "textbox", "aria-multiline": "true", "aria-label": options.label(), class: "prose", spellcheck: "false" }),
      transformPastedHTML: (html) => (/\bdata-pm-slice\b/.test(html) ? html : this.#pasting((left) => cleaned(html, undefined, left))),
      clipboardTextParser: (text, _context, plain) => this.#pasting((left) => sliceOfText(text, plain, left)),
      // A table pasted into a table is laid cell upon cell; anything else in a cell becomes paragraphs and lists.
      transformPasted: (slice, view) => (cellAround(view.state.selection.$from) && !onlyTable(slice) ? fitIntoCell(slice) : slice),
      handlePaste: (view, _event, slice) => this.#pasteIntoTable(view, slice),
      handleTextInput: (view) => {
        if (view.composing) return false;
        besideField(view);
        emptyCells(view.state, view.dispatch);
        return false;
      },
      handleDOMEvents: {
        // A key that belongs to a composition is the input method's; WebKitGTK reports some before the composition says so.
        keydown: (view, event) => {
          if (!composing(event)) return false;
          besideField(view);
          return true;
        },
        compositionstart: (view) => {
          besideField(view);
          options.composing(true);
          return false;
        },
        compositionend: () => {
          // ProseMirror reads the result of the composition right after this event.
          setTimeout(() => {
            options.composing(this.view.composing);
            if (!this.view.composing) for (const next of this.waiting.splice(0)) next();
          }, 30);
          return false;
        },
      },
      dispatchTransaction: (tr) => {
        this.view.updateState(this.view.state.apply(tr));
        if (tr.docChanged) options.changed();
      },
    });
  }

  /** @param {import("prosemirror-model").Node} doc */
  #fresh(doc) {
    return EditorState.create({ doc, plugins: this.plugins });
  }

  /** @param {EditorView} view @param {Slice} slice */
  #pasteIntoTable(view, slice) {
    const pasted = onlyTable(slice);
    const tr = pasted && pasteCells(view.state, pasted);
    if (!tr) return false;
    this.#pasting((left) => {
      const beyond = beyondLimits(view.state, pasted);
      left.rows += beyond.rows;
      left.columns += beyond.columns;
    });
    view.dispatch(tr);
    return true;
  }

  /**
   * One step of a paste; what the steps leave out is told once, behind the last of them.
   * @template T @param {(left: import("./paste.js").LeftOut) => T} step @returns {T}
   */
  #pasting(step) {
    const done = step(this.left);
    queueMicrotask(() => {
      const { left } = this;
      this.left = { rows: 0, columns: 0 };
      if (left.rows || left.columns) this.options.leftOut(left);
    });
    return done;
  }

  /** The text as it is stored. */
  value() {
    return this.view.state.doc.toJSON();
  }

  /** Runs what would disturb a composition after it. @param {() => void} work */
  afterComposition(work) {
    if (this.view.composing) this.waiting.push(work);
    else work();
  }

  /**
   * Shows another text, or the same one changed from elsewhere.
   * @param {any} stored
   * @param {{ keepPlace?: boolean }} [how]
   */
  show(stored, { keepPlace = false } = {}) {
    this.afterComposition(() => {
      const doc = documentOf(stored);
      if (keepPlace && doc.eq(this.view.state.doc)) return;
      const { from } = this.view.state.selection;
      let state = this.#fresh(doc);
      if (keepPlace) state = state.apply(state.tr.setSelection(Selection.near(doc.resolve(Math.min(from, doc.content.size)))));
      this.view.updateState(state);
    });
  }

  /** Draws fields and blocks with new values. @param {Parameters<Live["set"]>[0]} found */
  setLive(found) {
    this.afterComposition(() => this.live.set(found));
  }

  /** @param {boolean} may */
  setEditable(may) {
    if (this.editable === may) return;
    this.editable = may;
    this.view.setProps({});
  }

  /** Runs a command and goes on in the text. @param {import("prosemirror-state").Command} command */
  run(command) {
    if (this.view.composing || !this.editable) return false;
    const done = command(this.view.state, this.view.dispatch, this.view);
    this.view.focus();
    return done;
  }

  /** Puts a node where the cursor is. @param {import("prosemirror-model").Node} node */
  insert(node) {
    this.run((state, dispatch) => {
      const tr = state.tr;
      if (node.isInline) tr.replaceSelectionWith(node, true);
      else {
        const { $from } = state.selection;
        const top = $from.node(1);
        const isEmpty = top?.type === schema.nodes.paragraph && top.content.size === 0;
        const at = $from.depth ? (isEmpty ? $from.before(1) : $from.after(1)) : state.selection.to;
        tr.replaceWith(at, isEmpty ? $from.after(1) : at, node);
        const after = at + node.nodeSize;
        if (!tr.doc.resolve(after).nodeAfter?.isTextblock) tr.insert(after, schema.nodes.paragraph.create());
        tr.setSelection(Selection.near(tr.doc.resolve(node.type === schema.nodes.table ? at + 1 : after + 1)));
      }
      dispatch?.(tr.scrollIntoView());
      return true;
    });
  }

  /** @param {string} key */
  insertField(key) { this.insert(schema.nodes.field.create({ key })); }

  /** @param {string} name */
  insertBlock(name) { this.insert(schema.nodes.block.create({ name })); }

  insertTable(rows = 3, columns = 3) {
    if (!cellAround(this.view.state.selection.$from)) this.insert(newTable(rows, columns));
  }

  /**
   * Sets the link of the selection or of the link the cursor is in; without a target it is taken away.
   * @param {string | null} typed
   * @returns {boolean} whether the target can be a link
   */
  setLink(typed) {
    const href = typed === null ? null : linkTarget(typed);
    if (typed !== null && !href) return false;
    this.run((state, dispatch) => {
      const mark = schema.marks.link;
      const whole = linkAround(state.selection.$from);
      let { from, to } = state.selection;
      const tr = state.tr;
      if (whole && whole.from <= from && whole.to >= to) ({ from, to } = whole);
      if (from === to && href) {
        tr.insertText(href.replace(/^mailto:/, ""), from);
        to = tr.mapping.map(to);
      }
      tr.removeMark(from, to, mark);
      if (href) tr.addMark(from, to, mark.create({ href }));
      dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(to))).removeStoredMark(mark));
      return true;
    });
    return true;
  }

  /** Whether Ctrl+Z and Ctrl+Y have steps of their own here. */
  steps() {
    return { undo: undoDepth(this.view.state), redo: redoDepth(this.view.state) };
  }

  focus() { this.view.focus(); }

  destroy() { this.view.destroy(); }
}
