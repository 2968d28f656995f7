import { html, nothing } from "lit";
import { t } from "../../app/l10n.js";
import { openDialog } from "../dialog.js";
import { closeIcon } from "../icons.js";

/**
 * Shows a page as wide as the window allows.
 * @param {import("./pages.js").Pages} pages @param {number} first @param {number} count @param {string} title
 */
export function enlarge(pages, first, count, title) {
  let page = first;
  // As wide as the dialog can be.
  const width = Math.round(Math.min(64 * parseFloat(getComputedStyle(document.documentElement).fontSize), innerWidth) * devicePixelRatio);
  /** @type {string | null} */
  let url = pages.url(page);
  const dialog = openDialog(({ close, redraw, node }) => {
    const to = async (/** @type {number} */ next) => {
      if (next < 1 || next > count) return;
      page = next;
      url = pages.url(page) ?? url;
      redraw();
      node.querySelector(".big")?.scrollTo(0, 0);
      const found = await pages.fetch(next, width);
      if (page === next && node.isConnected) {
        url = found;
        redraw();
      }
    };
    const key = (/** @type {KeyboardEvent} */ event) => {
      const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      void to(page + step);
    };
    return html`<div class="bar" @keydown=${key}>
        <h2 class="clip" title=${title}>${title}</h2>
        <span class="end"></span>
        <button class="tool" type="button" ?disabled=${page <= 1} @click=${() => to(page - 1)}>${t("preview-before")}</button>
        <span class="s" role="status">${t("preview-page-of", { page, pages: count })}</span>
        <button class="tool" type="button" ?disabled=${page >= count} @click=${() => to(page + 1)}>${t("preview-after")}</button>
        <button class="tool icon" type="button" aria-label=${t("close")} @click=${close}>${closeIcon}</button>
      </div>
      <div class="big" tabindex="0" role="group" aria-label=${t("preview-page", { page })} @keydown=${key}>${url ? html`<img src=${url} alt=${t("preview-page", { page })}>` : nothing}</div>`;
  }, { className: "enlarged", label: t("preview-title") });
  /** @type {HTMLElement | null} */ (dialog.node.querySelector(".big"))?.focus();
  void pages.fetch(first, width).then((found) => {
    if (!found || page !== first) return;
    url = found;
    dialog.redraw();
  });
}
