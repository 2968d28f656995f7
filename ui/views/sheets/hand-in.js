import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { t } from "../../app/l10n.js";
import { flushAll } from "../../app/saving.js";
import { openDialog } from "../../elements/dialog.js";
import { leadOf } from "./lead.js";

/** @typedef {import("../../host/bindings.d.ts").SheetView} SheetView */

/** How many cells are named one by one. */
const NAMED = 8;

/**
 * Shows what is blank and what has no comment, and hands the sheet in: from then on it never changes.
 * @param {string} evaluator @param {"app" | "excel" | "paper"} means
 * @returns {Promise<SheetView | undefined>} the sheet where it was handed in
 */
export async function openHandIn(evaluator, means) {
  if (!(await flushAll())) return undefined;
  const sheet = await read(() => commands.sheet_get({ evaluator }));
  if (!sheet?.part) return undefined;
  const part = sheet.part;
  const { blank, bare } = unfinished(sheet);
  return new Promise((resolve) => {
    /** @type {SheetView | undefined} */
    let given;
    const give = async (/** @type {() => void} */ close) => {
      const done = await act(() => commands.sheet_hand_in({ evaluator, part, means }));
      if (done) given = sheet;
      close();
    };
    openDialog(({ close }) => html`<h2 id="h-hand-in">${t("hand-in-title", { name: sheet.name })}</h2>
      <p>${t(leadOf(sheet))}</p>
      ${list("hand-in-blank", blank, true)} ${list("hand-in-bare", bare, false)}
      ${blank.length || bare.length ? nothing : html`<p class="done">${t("hand-in-whole")}</p>`}
      <div class="dfoot"><span class="shu">${t("hand-in-final")}</span><span><button class="btn" type="button" autofocus @click=${close}>${t("hand-in-not-yet")}</button>
        <button class="btn seal" type="button" @click=${() => give(close)}>${t(means === "app" ? "hand-in-do" : `hand-in-do-${means}`)}</button></span></div>`,
    { labelledby: "h-hand-in", className: "dialog hand-in", closed: () => resolve(given) });
  });
}

/** @param {string} id @param {string[]} cells @param {boolean} severe */
const list = (id, cells, severe) => (cells.length
  ? html`<section><h3 class=${severe ? "shu" : ""}>${t(id, { count: cells.length })}</h3><ul class="cells">${cells.slice(0, NAMED).map((cell) => html`<li>${cell}</li>`)}${cells.length > NAMED ? html`<li class="s">${t("hand-in-more", { count: cells.length - NAMED })}</li>` : nothing}</ul></section>`
  : nothing);

/** Names of the cells that are blank, and of those without a comment, in the part that is due. @param {SheetView} sheet */
function unfinished(sheet) {
  const marks = new Map(sheet.marks.map((mark) => [`${mark.criterion} ${mark.bidder}`, mark]));
  /** @type {{ blank: string[], bare: string[] }} */
  const found = { blank: [], bare: [] };
  for (const criterion of sheet.groups.flatMap((group) => group.criteria)) {
    if (!criterion.hers || criterion.part !== sheet.part) continue;
    for (const bidder of sheet.bidders.filter(({ aside }) => !aside)) {
      const cell = marks.get(`${criterion.id} ${bidder.id}`);
      const name = t("hand-in-cell", { criterion: criterion.title, bidder: bidder.short });
      if (!cell?.mark) found.blank.push(name);
      else if (!cell.comment) found.bare.push(name);
    }
  }
  return found;
}
