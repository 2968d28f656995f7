import { html } from "lit";
import { composing } from "../app/keys.js";
import { openDialog } from "./dialog.js";

/**
 * A short list of actions beside a button.
 * @param {HTMLElement} near
 * @param {string} label
 * @param {{ label: string, run: () => void | Promise<void>, severe?: boolean }[]} actions
 */
export function openMenu(near, label, actions) {
  const box = near.getBoundingClientRect();
  const dialog = openDialog(
    ({ close, node }) => html`<ul class="choices" role="menu" aria-label=${label}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (composing(event)) return;
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        const all = [...node.querySelectorAll("button")];
        const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
        all[(at + by + all.length) % all.length].focus();
      }}>
      ${actions.map(
        (action) => html`<li role="none"><button type="button" role="menuitem" class=${action.severe ? "shu" : ""} @click=${() => { close(); void action.run(); }}>${action.label}</button></li>`,
      )}
    </ul>`,
    { className: "popover menu", label },
  );
  const width = dialog.node.offsetWidth;
  const height = dialog.node.offsetHeight;
  dialog.node.style.setProperty("left", `${Math.round(Math.max(8, Math.min(box.left, innerWidth - width - 8)))}px`);
  dialog.node.style.setProperty("top", `${Math.round(box.bottom + height + 8 > innerHeight ? box.top - height - 4 : box.bottom + 4)}px`);
}
