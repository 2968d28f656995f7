import { html, nothing } from "lit";
import { t } from "../../app/l10n.js";

/** @typedef {import("../../host/bindings.d.ts").Punctuality} Punctuality */
/** @typedef {import("../../host/bindings.d.ts").LateRuling} LateRuling */

/** When a proposal came, in a word; what is late and not decided in vermilion. @param {Punctuality | null} punctuality @param {LateRuling} ruling */
export function punctualityMark(punctuality, ruling) {
  if (!punctuality || punctuality === "no-deadline") return nothing;
  const late = punctuality === "late" && ruling === "";
  return html`<span class="mark ${late || ruling === "refused" || punctuality === "unclear" ? "shu" : ""}">${t(`punctuality-word-${punctuality}`)}${ruling ? html` ・ ${t(`value-proposal-late-ruling-${ruling}`)}` : late ? html` ・ ${t("late-open")}` : nothing}</span>`;
}

/** Shape of an answer: told apart by form and word, not by colour. @param {string} state */
export const shape = (state) =>
  ({ present: "○", partly: "△", missing: "×", full: "○", alternative: "◇", none: "×" })[state] ?? "－";
