import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { moreIcon } from "../icons.js";
import { openMenu } from "../menu/menu.js";
import { phrased } from "../phrased.js";
import { hasChildren, moves, spotFor, visible } from "./tree.js";
import { turnIcon } from "./icons.js";
import "./outline-tree.css";

/** @typedef {import("../../host/bindings.d.ts").SectionRow} SectionRow */

/**
 * The outline of the RFP. It tells what a person wants by events: `open` {id}, `rename` {id, title}, `add` {parent, after},
 * `move` {id, parent, after}, `shift` {id, direction}, `remove` {id}.
 */
export class OutlineTree extends Element {
  static properties = { sections: { attribute: false }, current: { attribute: false }, locked: { attribute: false } };

  constructor() {
    super();
    /** @type {SectionRow[]} */
    this.sections = [];
    this.current = "";
    this.locked = false;
    /** @type {Set<string>} */
    this.closed = new Set();
    this.focused = "";
    this.renaming = "";
    /** @type {string | undefined} */
    this.held = undefined;
    this.dragged = "";
    /** @type {{ id: string, zone: import("./tree.js").Zone } | null} */
    this.over = null;
  }

  /** @param {string} name @param {any} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** The row the keyboard is at. */
  get #row() {
    const shown = visible(this.sections, this.closed);
    return shown.find((row) => row.id === this.focused) ?? shown.find((row) => row.id === this.current) ?? shown[0];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const { activeElement: at } = document;
    this.held = at instanceof HTMLElement && at.getAttribute("role") === "treeitem" && this.contains(at) ? at.dataset.id : undefined;
    if (!changed.has("current")) return;
    this.focused = this.current;
    // The chosen section is never hidden in a closed one.
    for (let row = this.sections.find((one) => one.id === this.current); row?.parent; row = this.sections.find((one) => one.id === row?.parent)) {
      this.closed.delete(row.parent);
    }
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("current")) {
      const show = () => this.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
      show();
      // Once the letters are there and what stands below has its height, the place may be another.
      requestAnimationFrame(show);
      void document.fonts?.ready.then(show);
    }
    // A row that moved keeps the keyboard.
    if (this.held && this.held === this.focused && /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.id !== this.held) {
      /** @type {HTMLElement | null} */ (this.querySelector(`[data-id="${this.held}"]`))?.focus();
    }
    const input = this.querySelector("input");
    if (input && document.activeElement !== input) {
      input.focus();
      input.select();
    }
  }

  /** Begins to rename a section where it stands. @param {string} id */
  rename(id) {
    if (this.locked) return;
    this.renaming = id;
    this.requestUpdate();
  }

  /** @param {HTMLInputElement} input @param {boolean} keep */
  #renamed(input, keep) {
    const id = this.renaming;
    if (!id) return;
    const title = input.value.trim();
    this.renaming = "";
    this.requestUpdate();
    void this.updateComplete.then(() => this.#focusRow(id));
    if (keep && title && title !== this.sections.find((row) => row.id === id)?.title) this.#tell("rename", { id, title });
  }

  /** @param {string} id */
  #focusRow(id) {
    this.focused = id;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const row = /** @type {HTMLElement | null} */ (this.querySelector(`[data-id="${id}"]`));
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    });
  }

  /** @param {string} id */
  #turn(id) {
    if (!this.closed.delete(id)) this.closed.add(id);
    this.requestUpdate();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (composing(event) || event.target instanceof HTMLInputElement) return;
    const row = this.#row;
    if (!row) return;
    const shown = visible(this.sections, this.closed);
    const at = shown.findIndex((one) => one.id === row.id);
    const handled = () => event.preventDefault();
    if (event.altKey) {
      const direction = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" }[event.key];
      if (!direction) return;
      handled();
      if (!this.locked && moves(this.sections, row.id)[/** @type {"up"} */ (direction)]) this.#tell("shift", { id: row.id, direction });
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const go = (/** @type {SectionRow | undefined} */ next) => { handled(); if (next) this.#focusRow(next.id); };
    switch (event.key) {
      case "ArrowDown": return go(shown[at + 1]);
      case "ArrowUp": return go(shown[at - 1]);
      case "Home": return go(shown[0]);
      case "End": return go(shown.at(-1));
      case "ArrowRight":
        if (this.closed.has(row.id)) { handled(); return this.#turn(row.id); }
        return go(hasChildren(this.sections, row.id) ? shown[at + 1] : undefined);
      case "ArrowLeft":
        if (hasChildren(this.sections, row.id) && !this.closed.has(row.id)) { handled(); return this.#turn(row.id); }
        return go(shown.find((one) => one.id === row.parent));
      case "F2": handled(); return this.rename(row.id);
      case " ": handled(); return this.#tell("open", { id: row.id });
      case "Enter":
        handled();
        if (row.id === this.current) this.rename(row.id);
        else this.#tell("open", { id: row.id });
        return;
      case "Delete": handled(); if (!this.locked) this.#tell("remove", { id: row.id }); return;
      case "ContextMenu": handled(); return this.#menu(row, event.target);
      default:
    }
  }

  /** @param {SectionRow} row @param {EventTarget | null} near */
  #menu(row, near) {
    if (this.locked || !(near instanceof HTMLElement)) return;
    const may = moves(this.sections, row.id);
    const shift = (/** @type {string} */ direction) => () => this.#tell("shift", { id: row.id, direction });
    openMenu(near, {
      label: t("more-actions", { what: `${row.number} ${row.title}` }),
      groups: [
        { items: [
          { label: t("outline-rename"), keys: "F2", run: () => this.rename(row.id) },
          { label: t("outline-add-below"), run: () => this.#tell("add", { parent: row.parent, after: row.id }) },
          { label: t("outline-add-inside"), run: () => this.#tell("add", { parent: row.id, after: this.sections.filter((one) => one.parent === row.id).at(-1)?.id ?? null }) },
        ] },
        { items: [
          { label: t("move-up"), keys: "Alt ↑", off: !may.up, run: shift("up") },
          { label: t("move-down"), keys: "Alt ↓", off: !may.down, run: shift("down") },
          { label: t("outline-in"), keys: "Alt →", off: !may.in, run: shift("in") },
          { label: t("outline-out"), keys: "Alt ←", off: !may.out, run: shift("out") },
        ] },
        { items: [{ label: t("delete"), keys: "Delete", run: () => this.#tell("remove", { id: row.id }) }] },
      ],
    });
  }

  /** @param {DragEvent} event @param {SectionRow} row */
  #dragOver(event, row) {
    if (!this.dragged) return;
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    const part = (event.clientY - box.top) / box.height;
    /** @type {import("./tree.js").Zone} */
    let zone = part < 0.3 ? "before" : part > 0.7 ? "after" : "into";
    // Below an open section with children, "after" would be past all of them; the eye expects its first child.
    if (zone === "after" && hasChildren(this.sections, row.id) && !this.closed.has(row.id)) zone = "first";
    const may = spotFor(this.sections, this.dragged, row.id, zone);
    if (may) event.preventDefault();
    const next = may ? { id: row.id, zone } : null;
    if (next?.id !== this.over?.id || next?.zone !== this.over?.zone) {
      this.over = next;
      this.requestUpdate();
    }
  }

  #dragEnd() {
    this.dragged = "";
    this.over = null;
    this.requestUpdate();
  }

  /** @param {DragEvent} event */
  #drop(event) {
    event.preventDefault();
    const spot = this.over && spotFor(this.sections, this.dragged, this.over.id, this.over.zone);
    if (spot) this.#tell("move", { id: this.dragged, ...spot });
    this.#dragEnd();
  }

  /** @param {SectionRow} row */
  #flags(row) {
    // A section left open to the bidders needs no text of its own.
    const empty = row.state === "empty" && !row.optional;
    return html`<span class="f">${row.changed ? html`<span>${t("flag-changed")}</span>` : nothing}${row.optional ? html`<span>${t("flag-optional")}</span>` : nothing}${empty
      ? html`<span class="shu">${t("flag-empty")}</span>`
      : nothing}${row.state === "done" ? html`<svg class="done" width="11" height="11" viewBox="0 0 14 14" aria-hidden="true"><path d="M2.5 7.5l3 3 6-7" fill="none" stroke="currentColor" stroke-width="2"/></svg><span class="vh">${t("flag-done")}</span>` : nothing}</span>`;
  }

  /** @param {SectionRow} row @param {number} base @param {string} focused */
  #line(row, base, focused) {
    const depth = row.depth - base + 1;
    const parent = hasChildren(this.sections, row.id);
    const beside = this.sections.filter((one) => one.parent === row.parent);
    const zone = this.over?.id === row.id ? this.over.zone : "";
    return html`<li role="treeitem" class="d${Math.min(depth, 4)} ${zone ? `drop-${zone}` : ""} ${this.dragged === row.id ? "dragged" : ""}" data-id=${row.id}
      aria-level=${depth} aria-posinset=${beside.indexOf(row) + 1} aria-setsize=${beside.length}
      aria-expanded=${parent ? String(!this.closed.has(row.id)) : nothing} aria-selected=${row.id === this.current}
      aria-current=${row.id === this.current ? "true" : nothing} tabindex=${row.id === focused ? "0" : "-1"}
      draggable=${this.locked || this.renaming ? "false" : "true"}
      @click=${() => { this.focused = row.id; if (this.renaming !== row.id) this.#tell("open", { id: row.id }); }}
      @dblclick=${() => this.rename(row.id)}
      @contextmenu=${(/** @type {Event} */ event) => { event.preventDefault(); this.#menu(row, event.currentTarget); }}
      @dragstart=${(/** @type {DragEvent} */ event) => { this.dragged = row.id; event.dataTransfer?.setData("text/plain", `${row.number} ${row.title}`); if (event.dataTransfer) event.dataTransfer.effectAllowed = "move"; }}
      @dragover=${(/** @type {DragEvent} */ event) => this.#dragOver(event, row)}
      @dragend=${() => this.#dragEnd()} @drop=${(/** @type {DragEvent} */ event) => this.#drop(event)}>
      ${parent
        ? html`<span class="tw" aria-hidden="true" @click=${(/** @type {Event} */ event) => { event.stopPropagation(); this.#turn(row.id); }}>${turnIcon(!this.closed.has(row.id))}</span>`
        : nothing}
      <span class="no">${row.number}</span>
      ${this.renaming === row.id
        ? html`<input type="text" .value=${row.title} aria-label=${t("outline-rename-label", { number: row.number })} maxlength="200" autocomplete="off"
            @click=${(/** @type {Event} */ event) => event.stopPropagation()}
            @blur=${(/** @type {Event} */ event) => this.#renamed(/** @type {HTMLInputElement} */ (event.target), true)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => {
              if (composing(event)) return;
              event.stopPropagation();
              if (event.key === "Enter" || event.key === "Escape") { event.preventDefault(); this.#renamed(/** @type {HTMLInputElement} */ (event.target), event.key === "Enter"); }
            }}>`
        : html`<span class="t phrased" title=${row.title}>${phrased(row.title)}</span>${this.#flags(row)}`}
      ${this.locked || this.renaming === row.id
        ? nothing
        : html`<button class="more" type="button" tabindex="-1" aria-haspopup="listbox" aria-label=${t("more-actions", { what: `${row.number} ${row.title}` })}
            @click=${(/** @type {Event} */ event) => { event.stopPropagation(); this.#menu(row, event.currentTarget); }} @dblclick=${(/** @type {Event} */ event) => event.stopPropagation()}>${moreIcon}</button>`}
    </li>`;
  }

  render() {
    const base = this.sections[0]?.depth ?? 0;
    const shown = visible(this.sections, this.closed);
    const focused = this.#row?.id ?? "";
    return html`<ul class="tree" role="tree" aria-label=${t("outline-title")} @keydown=${this.#key}
      @focusin=${(/** @type {FocusEvent} */ event) => { const id = /** @type {HTMLElement} */ (event.target).dataset?.id; if (id && id !== this.focused) { this.focused = id; this.requestUpdate(); } }}>
      ${repeat(shown, ({ id }) => id, (row) => this.#line(row, base, focused))}
    </ul>`;
  }
}

customElements.define("outline-tree", OutlineTree);
