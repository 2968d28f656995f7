import { html, nothing } from "lit";
import { composing } from "../app/keys.js";
import { t } from "../app/l10n.js";
import { entries, filter } from "../app/palette.js";
import { openDialog } from "./dialog.js";

const SHOWN = 60;
let open = false;

/** Opens the palette: everything that can be reached or done, found by typing. */
export async function openPalette() {
  if (open) return;
  open = true;
  const all = await entries();
  let query = "";
  let found = filter(all, query);
  let at = 0;

  const dialog = openDialog(
    ({ close, redraw, node }) => {
      const run = (/** @type {import("../app/palette.js").Entry} */ entry) => {
        close();
        void entry.run();
      };
      const seek = (/** @type {Event} */ event) => {
        // Nothing is searched while a composition is under way.
        if (/** @type {InputEvent} */ (event).isComposing) return;
        query = /** @type {HTMLInputElement} */ (event.target).value;
        found = filter(all, query);
        at = 0;
        redraw();
      };
      const move = (/** @type {KeyboardEvent} */ event) => {
        if (composing(event)) return;
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
        if (step) {
          event.preventDefault();
          at = Math.max(0, Math.min(Math.min(found.length, SHOWN) - 1, at + step));
          redraw();
          node.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
        } else if (event.key === "Enter" && found[at]) {
          event.preventDefault();
          run(found[at]);
        }
      };
      return html`<div class="palette-head">
          <input type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-label=${t("palette-label")}
            aria-activedescendant=${found[at] ? `palette-${at}` : nothing} placeholder=${t("palette-placeholder")} autocomplete="off" spellcheck="false"
            @input=${seek} @compositionend=${seek} @keydown=${move} />
        </div>
        ${found.length
          ? html`<ul id="palette-list" role="listbox" class="palette-list" aria-label=${t("palette-label")}>
              ${found.slice(0, SHOWN).map(
                (entry, index) => html`<li id="palette-${index}" role="option" aria-selected=${index === at} @pointerdown=${(/** @type {Event} */ e) => e.preventDefault()} @click=${() => run(entry)}>
                  <span class="clip" title=${entry.label}>${entry.label}</span>${entry.detail ? html`<span class="s clip" title=${entry.detail}>${entry.detail}</span>` : nothing}${entry.keys ? html`<kbd>${entry.keys}</kbd>` : nothing}
                </li>`,
              )}
            </ul>`
          : html`<ul id="palette-list" role="listbox" class="palette-list" aria-label=${t("palette-label")}></ul><p class="palette-none" role="status">${t("empty-search", { query })}</p>`}`;
    },
    { className: "palette", label: t("palette-label"), closed: () => (open = false) },
  );
  dialog.node.querySelector("input")?.focus();
}
