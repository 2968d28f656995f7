import { html, nothing } from "lit";

/**
 * An empty screen: one sentence on what belongs here, and the first step.
 * @param {{ text: string, actions?: unknown, note?: string }} parts
 */
export const emptyState = ({ text, actions, note }) => html`<div class="empty">
  <p>${text}</p>
  ${actions ? html`<div class="act">${actions}</div>` : nothing} ${note ? html`<p class="s">${note}</p>` : nothing}
</div>`;
