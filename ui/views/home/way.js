import { svg } from "lit";
import { t } from "../../app/l10n.js";

/** @param {string} state @param {number} x */
function glyph(state, x) {
  if (state === "done") return svg`<path d="M${x + 2.5} 8.5l3 3 6-7" fill="none" class="k-done" stroke-width="2"/>`;
  if (state === "attention") return svg`<path d="M${x + 7} 1.8l6.2 6.2-6.2 6.2L${x + 0.8} 8z" class="k-shu"/>`;
  if (state === "working") return svg`<path d="M${x + 2.5} 3.5h9v9h-9z" fill="none" class="k-ai" stroke-width="1.5"/><path d="M${x + 2.5} 8h9v4.5h-9z" class="k-ai-fill"/>`;
  return svg`<circle cx=${x + 7} cy="8" r="2.25" class="k-edge"/>`;
}

/**
 * The way in one line: a shape for each step.
 * @param {import("../../host/bindings.d.ts").WayStep[]} way
 */
export function wayPicture(way) {
  const width = way.length * 22 - 6;
  const alt = way.map(({ step, state }) => `${t(`rail-${step}`)} ${t(`rail-state-${state}`)}`).join(t("list-comma"));
  return svg`<svg class="waypic" width=${width} height="16" viewBox="0 0 ${width} 16" role="img" aria-label=${alt}>
    ${way.map(({ state }, at) => svg`${glyph(state, at * 22)}${at < way.length - 1 ? svg`<path d="M${at * 22 + 14.5} 8h7" class="k-line"/>` : ""}`)}
  </svg>`;
}
