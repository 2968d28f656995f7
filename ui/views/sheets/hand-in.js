import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { t } from "../../app/l10n.js";
import { flushAll } from "../../app/saving.js";
import { openDialog } from "../../elements/dialog.js";
import { leadOf, meansOf, namedOf } from "./lead.js";

/** @typedef {import("../../host/bindings.d.ts").SheetView} SheetView */
/** @typedef {import("../../host/bindings.d.ts").SheetBy} SheetBy */

/** How a sheet may have come. @type {SheetBy[]} */
const MEANS = ["app", "excel", "paper"];

/** How many cells are named one by one. */
const NAMED = 8;

/**
 * Shows what is blank, what has no comment and how the sheet came, and hands it in: from then on it never changes.
 * @param {string} evaluator @param {boolean} paper she typed in what stands on paper
 * @returns {Promise<SheetView | undefined>} the sheet where it was handed in
 */
export async function openHandIn(evaluator, paper) {
  if (!(await flushAll())) return undefined;
  const sheet = await read(() => commands.sheet_get({ evaluator }));
  if (!sheet?.part) return undefined;
  const part = sheet.part;
  let means = meansOf(sheet, paper);
  const { blank, bare } = unfinished(sheet);
  const { first, rest } = namedOf(sheet.missing);
  return new Promise((resolve) => {
    /** @type {SheetView | undefined} */
    let given;
    const give = async (/** @type {() => void} */ close) => {
      const done = await act(() => commands.sheet_hand_in({ evaluator, part, means }));
      if (done) given = sheet;
      close();
    };
    openDialog(({ close, redraw }) => html`<h2 id="h-hand-in">${t("hand-in-title", { name: sheet.name })}</h2>
      <p>${t(leadOf(sheet), { names: first.map((name) => t("hand-in-other", { name })).join(t("list-comma")), rest })}</p>
      ${list("hand-in-blank", blank, true)} ${list("hand-in-bare", bare, false)}
      ${blank.length || bare.length ? nothing : html`<p class="done">${t("hand-in-whole")}</p>`}
      <label class="lab" for="hand-in-means">${t("column-hand-in-means")}</label><select id="hand-in-means" @change=${(/** @type {Event} */ event) => { means = /** @type {SheetBy} */ (/** @type {HTMLSelectElement} */ (event.target).value); redraw(); }}>${MEANS.map((one) => html`<option value=${one} ?selected=${one === means}>${t(`value-hand-in-means-${one}`)}</option>`)}</select>
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
