import { html, nothing, render } from "lit";
import { t } from "../app/l10n.js";
import { closeIcon } from "./icons.js";

/**
 * @typedef {Object} Toast
 * @property {string} text
 * @property {{ label: string, keys?: string, run: () => void | Promise<void> }} [action]
 */

/** @type {HTMLElement | null} */
let region = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** The place where toasts appear; it stands from the start so that screen readers hear what comes into it. */
export function toastRegion() {
  if (!region) {
    region = document.createElement("div");
    region.className = "toasts";
    region.setAttribute("role", "status");
    region.addEventListener("pointerenter", () => clearTimeout(timer));
    region.addEventListener("focusin", () => clearTimeout(timer));
    region.addEventListener("pointerleave", () => wait());
  }
  return region;
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(close, 10_000);
}

function close() {
  clearTimeout(timer);
  render(nothing, toastRegion());
}

/** Says in one line what was done, with the way back. @param {Toast} message */
export function toast({ text, action }) {
  const act = () => {
    close();
    void action?.run();
  };
  render(
    html`<div class="toast">
      <span class="toast-text" title=${text}>${text}</span>
      ${action ? html`<button class="link" type="button" @click=${act}>${action.label}</button>${action.keys ? html`<kbd>${action.keys}</kbd>` : nothing}` : nothing}
      <button class="tool icon" type="button" aria-label=${t("close")} @click=${close}>${closeIcon}</button>
    </div>`,
    toastRegion(),
  );
  wait();
}

/** A deletion is a toast with the way back, not a question. @param {string} what @param {() => void | Promise<void>} undo */
export function removedToast(what, undo) {
  toast({ text: t("deleted-toast", { what }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
}
