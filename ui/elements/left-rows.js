import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { sentence } from "../app/errors.js";
import { settle, shown } from "../app/failures.js";
import { t } from "../app/l10n.js";
import { correctLeft, dropLeft, leftAt } from "../app/pasted.js";
import { readTsv } from "../app/tsv.js";

/** The failure of the row just refused: it is told beside its table alone. */
export function why() {
  const failure = shown();
  settle(failure);
  return failure;
}

/**
 * Pasted rows that were refused, to be corrected and tried again.
 * @param {string} keep names the table in the whole house @param {() => unknown} add tries them again @param {() => void} dropped
 */
export function leftRows(keep, add, dropped) {
  const left = leftAt(keep);
  if (!left) return nothing;
  const rows = readTsv(left.text).length;
  const label = t("paste-left", { count: rows });
  return html`<div class="leftrows" role="group" aria-label=${label}><p class="wrong" role="alert">${label}</p>
    <ul class="sayings">${[...new Set(left.failures.filter(Boolean).map(sentence))].map((words) => html`<li class="note">${words}</li>`)}</ul>
    <textarea aria-label=${label} rows=${Math.max(2, rows)} spellcheck="false" .value=${live(left.text)} @input=${(/** @type {Event} */ event) => correctLeft(keep, /** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea>
    <p class="tools"><button class="btn small" type="button" @click=${add}>${t("paste-left-add")}</button><button class="link" type="button" @click=${() => { dropLeft(keep); dropped(); }}>${t("paste-left-drop")}</button></p></div>`;
}
