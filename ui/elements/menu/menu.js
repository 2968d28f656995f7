import { html, nothing } from "lit";
import { fits } from "../../app/fold.js";
import { composing } from "../../app/keys.js";
import { openDialog } from "../dialog.js";
import "./menu.css";

/** @typedef {{ label: string, detail?: string, keys?: string, off?: boolean, checked?: boolean, bad?: boolean, words?: string[], run: () => void }} Item */
/** @typedef {{ title?: string, items: Item[] }} Group */

let serial = 0;

/**
 * Opens a list of things to do below the button it belongs to. With `find` it can be narrowed by typing.
 * @param {HTMLElement} near
 * @param {{ label: string, groups: Group[], find?: string, none?: (query: string) => string }} what
 */
export function openMenu(near, { label, groups, find, none }) {
  serial += 1;
  const name = `menu-${serial}`;
  let query = "";
  let at = 0;
  const shownGroups = () => groups
    .map((group) => ({ ...group, items: query ? group.items.filter((item) => fits(query, [item.label, item.detail ?? "", ...(item.words ?? [])]) > 0) : group.items }))
    .filter((group) => group.items.length);
  const dialog = openDialog(({ close, redraw, node }) => {
    const shown = shownGroups();
    const all = shown.flatMap((group) => group.items);
    const choose = (/** @type {Item} */ item) => {
      if (item.off) return;
      close();
      item.run();
    };
    const key = (/** @type {KeyboardEvent} */ event) => {
      if (composing(event)) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        for (let next = at + step; next >= 0 && next < all.length; next += step) if (!all[next].off) { at = next; break; }
        redraw();
        node.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
      } else if (event.key === "Enter" || (event.key === " " && !find)) {
        event.preventDefault();
        if (all[at]) choose(all[at]);
      }
    };
    const seek = (/** @type {Event} */ event) => {
      if (/** @type {InputEvent} */ (event).isComposing) return;
      query = /** @type {HTMLInputElement} */ (event.target).value.trim();
      at = 0;
      redraw();
    };
    const active = all[at] ? `${name}-${at}` : nothing;
    const list = html`${shown.map((group) => html`${group.title ? html`<li class="menu-title" role="presentation">${group.title}</li>` : nothing}
      ${group.items.map((item) => {
        const index = all.indexOf(item);
        return html`<li id="${name}-${index}" role="option" class=${item.bad ? "bad" : ""} aria-selected=${index === at} aria-disabled=${item.off ? "true" : nothing}
          @pointermove=${() => { if (!item.off && at !== index) { at = index; redraw(); } }} @click=${() => choose(item)}>
          <span class="menu-tick" aria-hidden="true">${item.checked ? "✓" : ""}</span><span class="menu-label">${item.label}</span>${item.detail ? html`<span class="s clip" title=${item.detail}>${item.detail}</span>` : nothing}${item.keys ? html`<kbd>${item.keys}</kbd>` : nothing}
        </li>`;
      })}
      ${group === shown.at(-1) ? nothing : html`<li class="menu-line" role="presentation"></li>`}`)}`;
    return find
      ? html`<div class="menu-find"><input type="text" role="combobox" aria-expanded="true" aria-controls=${name} aria-label=${find} aria-activedescendant=${active}
            placeholder=${find} autocomplete="off" spellcheck="false" autofocus @input=${seek} @compositionend=${seek} @keydown=${key}></div>
          <ul id=${name} class="menu-list" role="listbox" aria-label=${label}>${list}</ul>
          ${all.length ? nothing : html`<p class="menu-none" role="status">${none?.(query) ?? ""}</p>`}`
      : html`<ul id=${name} class="menu-list" role="listbox" aria-label=${label} tabindex="0" autofocus aria-activedescendant=${active} @keydown=${key}>${list}</ul>`;
  }, { className: "popover menu", label });
  const box = near.getBoundingClientRect();
  const own = dialog.node.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - own.width - 8));
  const below = box.bottom + 4;
  const top = below + own.height > innerHeight - 8 && box.top - own.height - 4 > 8 ? box.top - own.height - 4 : Math.min(below, Math.max(8, innerHeight - own.height - 8));
  dialog.node.style.setProperty("left", `${Math.round(left)}px`);
  dialog.node.style.setProperty("top", `${Math.round(top)}px`);
  /** @type {HTMLElement | null} */ (dialog.node.querySelector("[autofocus]"))?.focus();
}
