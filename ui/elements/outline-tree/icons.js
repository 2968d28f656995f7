import { svg } from "lit";

/** Whether a section is open. @param {boolean} open */
export const turnIcon = (open) => (open
  ? svg`<svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true"><path d="M1.5 3l3 3 3-3" fill="none" stroke="currentColor" stroke-width="1.3"/></svg>`
  : svg`<svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true"><path d="M3 1.5l3 3-3 3" fill="none" stroke="currentColor" stroke-width="1.3"/></svg>`);
