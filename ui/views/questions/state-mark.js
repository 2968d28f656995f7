import { html, svg } from "lit";
import { t } from "../../app/l10n.js";

const STATES = ["open", "drafted", "approved", "shared"];

/**
 * How far a question has come: four cells and the word.
 * @param {{ state: string, decided: string }} question
 */
export function stateMark({ state, decided }) {
  const filled = state === "open" ? 0 : STATES.indexOf(state) + 1;
  const word = decided === "declined" ? t("questions-declined") : t(`question-state-${state}`);
  return html`<span class="st ${state === "shared" ? "all" : ""}">${svg`<svg width="31" height="8" viewBox="0 0 31 8" aria-hidden="true">
    ${STATES.map((_, at) => svg`<rect x=${at * 8 + 0.5} y=".5" width="6" height="7" class=${at < filled ? "full" : "bare"}/>`)}</svg>`}${word}</span>`;
}
