import { svg } from "lit";

/** Small drawings that stand beside a word; never alone without a label. */

export const undoIcon = svg`<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path d="M5 1.5L2 4.5l3 3M2 4.5h6a4 4 0 010 8H5" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;
export const redoIcon = svg`<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path d="M9 1.5l3 3-3 3M12 4.5H6a4 4 0 000 8h3" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;
export const findIcon = svg`<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M9.2 9.2L13 13" stroke="currentColor" stroke-width="1.4"/></svg>`;
export const downIcon = svg`<svg width="9" height="7" viewBox="0 0 9 7" aria-hidden="true"><path d="M1 1.5l3.5 3.5L8 1.5" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;
export const closeIcon = svg`<svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true"><path d="M1.5 1.5l8 8M9.5 1.5l-8 8" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;
export const upArrow = svg`<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M6 10.5v-9M2.5 5L6 1.5 9.5 5" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;
export const downArrow = svg`<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M6 1.5v9M2.5 7L6 10.5 9.5 7" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;
export const gripIcon = svg`<svg width="8" height="14" viewBox="0 0 8 14" aria-hidden="true"><path d="M2 2v.01M6 2v.01M2 7v.01M6 7v.01M2 12v.01M6 12v.01" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>`;
export const moreIcon = svg`<svg width="14" height="4" viewBox="0 0 14 4" aria-hidden="true"><path d="M2 2v.01M7 2v.01M12 2v.01" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/></svg>`;

/** Shape of a step of the way. Shapes differ, not only colours. @param {string} state */
export function stateGlyph(state) {
  if (state === "done") return svg`<svg class="g done" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path d="M2.5 7.5l3 3 6-7" fill="none" stroke="currentColor" stroke-width="2"/></svg>`;
  if (state === "attention") return svg`<svg class="g shu" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path d="M7 .8L13.2 7 7 13.2.8 7z" fill="currentColor"/></svg>`;
  if (state === "working") return svg`<svg class="g ai" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path d="M2.5 2.5h9v9h-9z" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M2.5 7h9v4.5h-9z" fill="currentColor"/></svg>`;
  return svg`<svg class="g idle" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="2.25" fill="currentColor"/></svg>`;
}
