import { html } from "lit";
import { toggleMark } from "prosemirror-commands";
import { has, say, t } from "../../app/l10n.js";
import { downIcon, moreIcon } from "../../elements/icons.js";
import { openMenu } from "../../elements/menu/menu.js";
import { heading, paragraph } from "../../elements/rich-text/keys.js";
import { toggleList } from "../../elements/rich-text/lists.js";
import { schema } from "../../elements/rich-text/schema.js";

/** @typedef {import("../../elements/rich-text/editor.js").Editor} Editor */
/** @typedef {import("../../elements/rich-text/editor.js").Around} Around */

/**
 * The menu of fields and blocks that can be put into the text.
 * @param {HTMLElement} near @param {Editor} editor
 */
function openInsert(near, editor) {
  const { live } = editor;
  /** @type {Map<string, import("../../elements/menu/menu.js").Item[]>} */
  const groups = new Map();
  for (const field of live.fields.values()) {
    const items = groups.get(field.group) ?? [];
    items.push({
      label: say(field.label), detail: field.missing ? t("insert-missing") : field.text ?? "", words: [field.key], run: () => editor.insertField(field.key),
    });
    groups.set(field.group, items);
  }
  const blocks = [...live.blocks.values()].map((block) => ({
    label: say(block.label), detail: block.rows.length ? t("insert-rows", { count: block.rows.length }) : t("insert-missing"), words: [block.name], run: () => editor.insertBlock(block.name),
  }));
  openMenu(near, {
    label: t("insert"), find: t("insert-find"), none: (query) => t("empty-search", { query }),
    groups: [
      { title: t("insert-blocks"), items: blocks },
      ...[...groups].map(([group, items]) => ({ title: has(`insert-group-${group}`) ? t(`insert-group-${group}`) : "", items })),
    ],
  });
}

/**
 * @param {Object} parts
 * @param {Editor | null} parts.editor
 * @param {Around | null} parts.around
 * @param {boolean} parts.locked
 * @param {() => void} parts.link
 * @param {(near: HTMLElement) => void} parts.more
 */
export function toolbar({ editor, around, locked, link, more }) {
  const off = locked || !editor;
  const near = (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget);
  const run = (/** @type {import("prosemirror-state").Command} */ command) => () => editor?.run(command);
  const style = around?.style ?? "paragraph";
  // Pressing a tool does not take the cursor out of the text.
  const hold = (/** @type {Event} */ event) => event.preventDefault();
  const styles = (/** @type {Event} */ event) => openMenu(near(event), {
    label: t("style"),
    groups: [{ items: [
      { label: t("style-paragraph"), keys: "Ctrl Alt 0", checked: style === "paragraph", run: () => { editor?.run(paragraph); } },
      ...[1, 2, 3].map((level) => ({ label: t(`style-heading${level}`), keys: `Ctrl Alt ${level}`, checked: style === `heading${level}`, run: () => { editor?.run(heading(level)); } })),
    ] }],
  });
  const markTool = (/** @type {string} */ name, /** @type {unknown} */ label, /** @type {string} */ keys) => html`<button class="tool" type="button" ?disabled=${off} aria-pressed=${around?.marks[name] ? "true" : "false"}
    title="${t(`mark-${name}`)} (${keys})" @mousedown=${hold} @click=${run(toggleMark(schema.marks[name]))}>${label}</button>`;
  return html`<div class="bar tools" role="toolbar" aria-label=${t("tools-label")} @keydown=${walk}>
    <button class="tool" type="button" aria-haspopup="listbox" ?disabled=${off} @mousedown=${hold} @click=${styles}>${t(`style-${style}`)} ${downIcon}</button>
    <span class="sep"></span>
    ${markTool("strong", html`<b>${t("mark-strong")}</b>`, "Ctrl B")}${markTool("em", html`<span class="em">${t("mark-em")}</span>`, "Ctrl I")}${markTool("underline", html`<u>${t("mark-underline")}</u>`, "Ctrl U")}
    <button class="tool" type="button" ?disabled=${off} aria-pressed=${around?.link ? "true" : "false"} title="${t("mark-link")} (Ctrl Shift K)" @mousedown=${hold} @click=${link}>${t("mark-link")}</button>
    <span class="sep"></span>
    <button class="tool" type="button" ?disabled=${off} aria-pressed=${around?.list === "bullet_list" ? "true" : "false"} title="${t("list-bullets")} (- )" @mousedown=${hold} @click=${run(toggleList("bullet_list"))}>${t("list-bullets")}</button>
    <button class="tool" type="button" ?disabled=${off} aria-pressed=${around?.list === "ordered_list" ? "true" : "false"} title="${t("list-numbers")} (1. )" @mousedown=${hold} @click=${run(toggleList("ordered_list"))}>${t("list-numbers")}</button>
    <button class="tool" type="button" ?disabled=${off || !!around?.table} @mousedown=${hold} @click=${() => editor?.insertTable()}>${t("insert-table")}</button>
    <span class="sep"></span>
    <button class="tool act" type="button" aria-haspopup="dialog" ?disabled=${off} @mousedown=${hold} @click=${(/** @type {Event} */ event) => editor && openInsert(near(event), editor)}>${t("insert")} ${downIcon}</button>
    <button class="tool others" type="button" aria-haspopup="listbox" aria-label=${t("tools-more")} title=${t("tools-more")} @click=${(/** @type {Event} */ event) => more(near(event))}><span class="long">${t("tools-more")}</span>${downIcon}<span class="short">${moreIcon}</span></button>
  </div>`;
}

/** Arrow keys walk along the tools. @param {KeyboardEvent} event */
function walk(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey) return;
  const tools = /** @type {HTMLElement[]} */ ([.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll("button:not([disabled])")]);
  const at = tools.indexOf(/** @type {HTMLElement} */ (event.target));
  if (at < 0) return;
  event.preventDefault();
  tools[(at + step + tools.length) % tools.length].focus();
}
