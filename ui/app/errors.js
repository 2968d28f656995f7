import { show } from "./failures.js";
import { t, has } from "./l10n.js";
import { sentences } from "./sentences.js";

/**
 * The sentence for a failure. Messages of the core say in one run what happened, what was kept and what to do; `lines` sets them apart.
 * @param {any} failure
 */
export function sentence(failure) {
  const id = failure?.message_id;
  return id && has(id) ? t(id, failure.args) : t("error-unexpected", { detail: String(failure?.message ?? failure) });
}

/**
 * A failure in up to three lines: what happened, what was kept, what can be done.
 * @param {any} failure
 * @returns {{ happened: string, kept: string, todo: string }}
 */
export function lines(failure) {
  const text = sentence(failure);
  const parts = sentences(text);
  if (parts.length < 2) return { happened: text, kept: "", todo: "" };
  if (parts.length === 2) return { happened: parts[0], kept: "", todo: parts[1] };
  return { happened: parts[0], kept: parts[1], todo: parts.slice(2).join(t("lang-space")) };
}

/** Shows a failure at the head of the screen. @param {any} failure */
export function report(failure) {
  if (!failure?.message_id) console.error(failure);
  show(failure);
}
