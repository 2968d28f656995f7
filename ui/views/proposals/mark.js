import { html, nothing } from "lit";
import { t } from "../../app/l10n.js";
import { statusWord } from "../vendors/status.js";

/** @typedef {import("../../host/bindings.d.ts").Punctuality} Punctuality */
/** @typedef {import("../../host/bindings.d.ts").LateRuling} LateRuling */

/** When a proposal came, in a word; what is late and not decided in vermilion. @param {Punctuality | null} punctuality @param {LateRuling} ruling */
export function punctualityMark(punctuality, ruling) {
  if (!punctuality || punctuality === "no-deadline") return nothing;
  const late = punctuality === "late" && ruling === "";
  return html`<span class="mark ${late || ruling === "refused" || punctuality === "unclear" ? "shu" : ""}">${t(`punctuality-word-${punctuality}`)}${ruling ? html` ・ ${t(`value-proposal-late-ruling-${ruling}`)}` : late ? html` ・ ${t("late-open")}` : nothing}</span>`;
}

/** The status by which a bidder is gone. @param {import("../vendors/status.js").Status | null} left */
export const leftMark = (left) => (left ? html`<span class="mark shu">${statusWord(left)}</span>` : nothing);

/** Shape of an answer: told apart by form and word, not by colour. @param {string} state */
export const shape = (state) =>
  ({ present: "○", partly: "△", missing: "×", full: "○", alternative: "◇", none: "×" })[state] ?? "－";
