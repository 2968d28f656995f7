import { html, nothing } from "lit";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { fieldShown } from "../../elements/rich-text/node-views.js";
import { addColumn, addRow, removeColumn, removeRow, removeTable, setCaption, toggleHead } from "../../elements/rich-text/tables.js";

/** @typedef {import("../../elements/rich-text/editor.js").Editor} Editor */
/** @typedef {import("../../elements/rich-text/editor.js").Around} Around */

/**
 * The line below the text that says what the cursor is in and what can be done with it: a link, a table, a field, a block.
 * It stands below so that nothing moves in the text when it comes and goes.
 * @param {Object} parts
 * @param {Editor | null} parts.editor
 * @param {Around | null} parts.around
 * @param {{ open: boolean, bad: boolean, typed: string }} parts.link
 * @param {(next: { open: boolean, bad: boolean, typed: string }) => void} parts.setLink
 * @param {(screen: string) => void} parts.go
 */
export function contextLine({ editor, around, link, setLink, go }) {
  if (!editor || !around) return nothing;
  if (link.open || around.link) return linkLine(editor, around, link, setLink);
  if (around.field) return fieldLine(editor, around.field, go);
  if (around.block) return blockLine(editor, around.block, go);
  if (around.table) return tableLine(editor, around.table);
  return nothing;
}

/** @param {Event} event */
const hold = (event) => event.preventDefault();

/**
 * @param {Editor} editor @param {Around} around
 * @param {{ open: boolean, bad: boolean, typed: string }} link @param {(next: { open: boolean, bad: boolean, typed: string }) => void} setLink
 */
function linkLine(editor, around, link, setLink) {
  const typed = link.open ? link.typed : around.link ?? "";
  const close = () => { setLink({ open: false, bad: false, typed: "" }); editor.focus(); };
  const put = () => {
    if (!typed.trim()) return void (editor.setLink(null), close());
    if (editor.setLink(typed)) close();
    else setLink({ open: true, bad: true, typed });
  };
  return html`<div class="context" role="group" aria-label=${t("mark-link")}>
    <label for="link-target">${t("link-target")}</label>
    <input id="link-target" type="text" inputmode="url" .value=${typed} placeholder="https://" aria-invalid=${link.bad ? "true" : nothing} autocomplete="off" spellcheck="false"
      @input=${(/** @type {Event} */ event) => setLink({ open: true, bad: false, typed: /** @type {HTMLInputElement} */ (event.target).value })}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (composing(event)) return;
        if (event.key === "Enter") { event.preventDefault(); put(); }
        if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); close(); }
      }}>
    <button class="btn small" type="button" @click=${put}>${t("link-set")}</button>
    ${around.link ? html`<button class="tool" type="button" @click=${() => { editor.setLink(null); close(); }}>${t("link-remove")}</button>` : nothing}
    ${link.bad ? html`<span class="shu" role="alert">${t("link-bad")}</span>` : nothing}
  </div>`;
}

/** @param {Editor} editor @param {string} key @param {(screen: string) => void} go */
function fieldLine(editor, key, go) {
  const field = editor.live.fields.get(key);
  const { text } = fieldShown(editor.live, key);
  return html`<div class="context" role="group" aria-label=${t("insert")}>
    <b>${field ? say(field.label) : key}</b><span class="clip" title=${text}>${text}</span>
    ${field?.moved ? html`<span class="ink2">${t("field-was", field.moved)}</span>` : nothing}
    ${field ? html`<button class="link" type="button" @click=${() => go(field.screen)}>${t("field-open")}</button>` : nothing}
  </div>`;
}

/** @param {Editor} editor @param {string} name @param {(screen: string) => void} go */
function blockLine(editor, name, go) {
  const block = editor.live.blocks.get(name);
  return html`<div class="context" role="group" aria-label=${t("insert")}>
    <b>${block ? say(block.label) : name}</b><span class="s">${t("block-keys")}</span>
    ${block ? html`<button class="link" type="button" @click=${() => go(block.screen)}>${editor.live.words.open(block)}</button>` : nothing}
  </div>`;
}

/** @param {Editor} editor @param {NonNullable<Around["table"]>} table */
function tableLine(editor, table) {
  const tool = (/** @type {string} */ id, /** @type {import("prosemirror-state").Command} */ command) =>
    html`<button class="tool" type="button" @mousedown=${hold} @click=${() => editor.run(command)}>${t(id)}</button>`;
  return html`<div class="context" role="group" aria-label=${t("insert-table")}>
    <span class="set"><span class="s">${t("table-row")}</span>${tool("table-row-above", addRow("before"))}${tool("table-row-below", addRow("after"))}${tool("table-remove", removeRow)}</span>
    <span class="set"><span class="s">${t("table-column")}</span>${tool("table-column-before", addColumn("before"))}${tool("table-column-after", addColumn("after"))}${tool("table-remove", removeColumn)}</span>
    <button class="tool" type="button" aria-pressed=${table.head ? "true" : "false"} @mousedown=${hold} @click=${() => editor.run(toggleHead)}>${t("table-head")}</button>
    <span class="set grow"><label for="table-caption" class="s">${t("table-caption")}</label><input id="table-caption" type="text" maxlength="120" .value=${table.caption} autocomplete="off"
      @change=${(/** @type {Event} */ event) => editor.run(setCaption(/** @type {HTMLInputElement} */ (event.target).value.trim()))}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (composing(event)) return;
        if (event.key === "Enter" || event.key === "Escape") { event.preventDefault(); event.stopPropagation(); editor.focus(); }
      }}></span>
    ${tool("table-remove-whole", removeTable)}
  </div>`;
}
