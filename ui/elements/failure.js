import { html, nothing } from "lit";
import { lines } from "../app/errors.js";
import { t } from "../app/l10n.js";
import { closeIcon } from "./icons.js";

/**
 * A failure in three lines: what happened, what was kept, what can be done.
 * @param {any} failure
 * @param {() => void} close
 */
export function failureNotice(failure, close) {
  const { happened, kept, todo } = lines(failure);
  return html`<div class="err" role="alert">
    <div class="err-head"><h2>${happened}</h2><button class="tool icon" type="button" aria-label=${t("close")} @click=${close}>${closeIcon}</button></div>
    ${kept || todo
      ? html`<dl>
          ${kept ? html`<div><dt>${t("error-kept")}</dt><dd>${kept}</dd></div>` : nothing}
          ${todo ? html`<div><dt>${t("error-todo")}</dt><dd>${todo}</dd></div>` : nothing}
        </dl>`
      : nothing}
  </div>`;
}
