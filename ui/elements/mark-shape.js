import { html, svg } from "lit";
import { t } from "../app/l10n.js";

/** @type {Record<string, unknown>} */
const SHAPES = {
  "○": svg`<circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="2.25"/>`,
  "△": svg`<path d="M10 3.2L17.6 16.6H2.4z" fill="none" stroke="currentColor" stroke-width="2"/>`,
  "×": svg`<path d="M4 4l12 12M16 4L4 16" fill="none" stroke="currentColor" stroke-width="2.25"/>`,
  pass: svg`<path d="M3.5 10.5l4.5 4.5 8.5-10" fill="none" stroke="currentColor" stroke-width="2.25"/>`,
  fail: svg`<path d="M10 2.6L17.4 10 10 17.4 2.6 10z" fill="none" stroke="currentColor" stroke-width="2"/><path d="M6.5 10h7" fill="none" stroke="currentColor" stroke-width="2"/>`,
};

/** @type {Record<string, string>} */
const NAMES = { "○": "mark-said-good", "△": "mark-said-fair", "×": "mark-said-poor", pass: "mark-pass", fail: "mark-fail" };

/** A mark as people call it: a word for a shape, grades and points as they are. @param {string} mark */
export const markName = (mark) => (NAMES[mark] ? t(NAMES[mark]) : mark);

/**
 * A mark: ○△× and pass or fail as a drawing, grades and points as they are. It says nothing to screen readers; a word stands beside it.
 * @param {string} mark
 */
export const markShape = (mark) => SHAPES[mark]
  ? html`<svg class="m" viewBox="0 0 20 20" aria-hidden="true">${SHAPES[mark]}</svg>`
  : html`<b class="m figures" aria-hidden="true">${mark}</b>`;
