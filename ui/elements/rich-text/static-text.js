import { html, nothing } from "lit";
import { fieldShown } from "./node-views.js";
import { linkTarget } from "./schema.js";

/** @typedef {import("./node-views.js").Live} Live */

/** @param {any} node @param {Live} live @returns {unknown} */
function inline(node, live) {
  if (node.type === "hard_break") return html`<br>`;
  if (node.type === "field") {
    const { text, title, look, before } = fieldShown(live, node.attrs.key);
    return html`<span class="field ${look}" title=${title || nothing}>${text}</span>${before ? html`<del class="was">${before}</del>` : nothing}`;
  }
  /** @type {unknown} */
  let out = node.text ?? "";
  for (const mark of [...(node.marks ?? [])].reverse()) {
    if (mark.type === "strong") out = html`<strong>${out}</strong>`;
    else if (mark.type === "em") out = html`<em>${out}</em>`;
    else if (mark.type === "underline") out = html`<u>${out}</u>`;
    else if (mark.type === "strike") out = html`<s>${out}</s>`;
    else if (mark.type === "link" && linkTarget(mark.attrs.href)) out = html`<a data-href=${mark.attrs.href} title=${mark.attrs.href}>${out}</a>`;
  }
  return out;
}

/** @param {any} node @param {Live} live @returns {unknown} */
function block(node, live) {
  const words = () => (node.content ?? []).map((/** @type {any} */ child) => inline(child, live));
  const children = () => (node.content ?? []).map((/** @type {any} */ child) => block(child, live));
  switch (node.type) {
    case "heading": return node.attrs.level === 1 ? html`<h3>${words()}</h3>` : node.attrs.level === 2 ? html`<h4>${words()}</h4>` : html`<h5>${words()}</h5>`;
    case "bullet_list": return html`<ul>${children()}</ul>`;
    case "ordered_list": return html`<ol start=${node.attrs?.start > 1 ? node.attrs.start : nothing}>${children()}</ol>`;
    case "list_item": return html`<li>${children()}</li>`;
    case "table": return html`<figure class="owntable">${node.attrs?.caption ? html`<figcaption>${node.attrs.caption}</figcaption>` : nothing}<table class="own"><tbody>${children()}</tbody></table></figure>`;
    case "table_row": return html`<tr>${children()}</tr>`;
    case "table_header": return html`<th scope="col">${children()}</th>`;
    case "table_cell": return html`<td>${children()}</td>`;
    case "block": {
      const found = live.blocks.get(node.attrs.name);
      return html`<p class="blockname">${found ? live.words.say(found.label) : live.words.unknown(node.attrs.name)}</p>`;
    }
    default: return html`<p>${words()}</p>`;
  }
}

/**
 * A stored text as it reads, not to be edited. Blocks are only named.
 * @param {import("../../host/bindings.d.ts").Doc} doc @param {Live} live @param {string | undefined} lang of the papers
 */
export const staticText = (doc, live, lang) => html`<div class="prose still" lang=${lang ?? nothing}>${(doc.content ?? []).map((node) => block(node, live))}</div>`;

/** A stored text as plain words, a line a paragraph. @param {any} node @param {Live} live @returns {string} */
export function plainText(node, live) {
  if (node.type === "text") return node.text;
  if (node.type === "hard_break") return "\n";
  if (node.type === "field") return fieldShown(live, node.attrs.key).text;
  const inner = (node.content ?? []).map((/** @type {any} */ child) => plainText(child, live)).join(node.type === "table_row" ? "\t" : "");
  return ["paragraph", "heading"].includes(node.type) ? `${inner}\n` : node.type === "table_row" ? `${inner.replace(/\n\t/g, "\t").trimEnd()}\n` : inner;
}
