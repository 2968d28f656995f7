import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { sentence } from "../app/errors.js";
import { t } from "../app/l10n.js";
import { addLeft, correctLeft, dropLeft, leftAt } from "../app/pasted.js";
import { readTsv } from "../app/tsv.js";

/**
 * Pasted rows that were refused, to be corrected and tried again.
 * @param {string} keep names the table in the whole house
 * @param {string[]} fields what the cells of a row are, in order
 * @param {() => Parameters<typeof addLeft>[2]} how
 * @param {() => void} changed rows were added or given up
 */
export function leftRows(keep, fields, how, changed) {
  const left = leftAt(keep);
  if (!left) return nothing;
  const rows = readTsv(left.text).length;
  const label = t("paste-left", { count: rows });
  return html`<div class="leftrows" role="group" aria-label=${label}><p class="wrong" role="alert">${label}</p>
    <ul class="sayings">${[...new Set(left.failures.filter(Boolean).map(sentence))].map((words) => html`<li class="note">${words}</li>`)}</ul>
    <textarea aria-label=${label} rows=${Math.max(2, rows)} spellcheck="false" .value=${live(left.text)} @input=${(/** @type {Event} */ event) => correctLeft(keep, /** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea>
    <p class="tools"><button class="btn small" type="button" @click=${() => void addLeft(keep, fields, how()).then(changed)}>${t("paste-left-add")}</button><button class="link" type="button" @click=${() => { dropLeft(keep); changed(); }}>${t("paste-left-drop")}</button></p></div>`;
}
