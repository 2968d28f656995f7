import { html } from "lit";
import { act } from "../../app/act.js";
import { t } from "../../app/l10n.js";
import { state } from "../../app/saving.js";
import { openDialog } from "../../elements/dialog.js";
import { toast } from "../../elements/toast.js";
import { commands } from "../../host/commands.js";

/** Says that prices are closed, and leads to opening them for a reason. @param {string} procurement */
export const closedNote = (procurement) => html`<div class="notice"><p class="grow">${t("prices-closed-note")}</p><button class="btn small" type="button" aria-haspopup="dialog" ?disabled=${state().kind === "read-only"} @click=${() => openPrices(procurement)}>${t("prices-open")}</button></div>`;

/** Asks for the reason, and opens the prices. @param {string} procurement */
function openPrices(procurement) {
  let reason = "";
  openDialog((dialog) => {
    const open = async () => {
      if ((await act(() => commands.prices_open({ procurement, reason }))) === undefined) return;
      dialog.close();
      toast({ text: t("prices-opened-toast") });
    };
    return html`<h2 id="open-prices-h">${t("prices-open-title")}</h2><p>${t("prices-open-lead")}</p>
      <label class="lab" for="open-prices-why">${t("prices-open-reason")}</label>
      <textarea id="open-prices-why" class="reason" rows="3" @input=${(/** @type {any} */ event) => { reason = event.target.value; dialog.redraw(); }}></textarea>
      <div class="dfoot"><span class="shu">${t("prices-open-final")}</span><span><button class="btn" type="button" @click=${dialog.close}>${t("cancel")}</button>
        <button class="btn seal" type="button" ?disabled=${!reason.trim()} @click=${open}>${t("prices-open")}</button></span></div>`;
  }, { labelledby: "open-prices-h" });
}
