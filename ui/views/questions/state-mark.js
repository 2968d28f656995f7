import { html } from "lit";
import { t } from "../../app/l10n.js";

const STATES = ["open", "drafted", "approved", "shared"];

/**
 * How far a question has come: four cells and the word.
 * @param {{ state: string, decided: string }} question
 */
export function stateMark({ state, decided }) {
  const filled = state === "open" ? 0 : STATES.indexOf(state) + 1;
  const word = decided === "declined" ? t("questions-declined") : t(`question-state-${state}`);
  const cell = (/** @type {number} */ at) => (at < filled ? "full" : "bare");
  // One template for the four: every row of a long register has them.
  return html`<span class="st ${state === "shared" ? "all" : ""}"><svg width="31" height="8" viewBox="0 0 31 8" aria-hidden="true"><rect
    x=".5" y=".5" width="6" height="7" class=${cell(0)}></rect><rect x="8.5" y=".5" width="6" height="7" class=${cell(1)}></rect><rect
    x="16.5" y=".5" width="6" height="7" class=${cell(2)}></rect><rect x="24.5" y=".5" width="6" height="7" class=${cell(3)}></rect></svg>${word}</span>`;
}
