import { html } from "lit";
import { commands } from "../host/commands.js";
import { read } from "../app/act.js";
import { say, t } from "../app/l10n.js";
import { go, route } from "../app/router.js";
import { openDialog } from "./dialog.js";

/** Lets the person change to another procurement. @param {HTMLElement} near */
export async function openSwitcher(near) {
  const home = await read(() => commands.home({}));
  if (!home) return;
  const here = route().params.procurement;
  const box = near.getBoundingClientRect();
  const dialog = openDialog(
    ({ close }) => html`<h2 id="switch-title">${t("switch-procurement")}</h2>
      <ul class="choices">
        ${home.procurements.filter((row) => !row.archived || row.id === here).map(
          (row) => html`<li><button type="button" aria-current=${row.id === here} @click=${() => { close(); go(`p/${row.id}/facts/basics`); }}>
            <span>${row.title}</span><span class="s">${row.document_number} ${say(row.stage)}${row.is_sample ? html` <span class="mark">${t("sample-badge")}</span>` : ""}</span>
          </button></li>`,
        )}
      </ul>`,
    { className: "popover", labelledby: "switch-title" },
  );
  dialog.node.style.setProperty("left", `${Math.round(box.left)}px`);
  dialog.node.style.setProperty("top", `${Math.round(box.bottom + 6)}px`);
}
