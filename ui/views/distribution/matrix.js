import { html, nothing } from "lit";
import { t } from "../../app/l10n.js";
import { phrased } from "../../elements/phrased.js";

/** @typedef {import("../../host/bindings.d.ts").Knowledge} Knowledge */
/** @typedef {import("../../host/bindings.d.ts").KnownCell} KnownCell */
/** @typedef {import("../../host/bindings.d.ts").KnownRow} KnownRow */

/**
 * Items against bidders: when and how each was given, that it is still to be given, or was not until the decision.
 * @param {Knowledge} known
 * @param {{ opened: Set<string>, toggle: (row: string) => void, openBidder: (bidder: string) => void, openDistribution: (id: string) => void }} how
 */
export const matrix = (known, how) => html`<div class="wide" tabindex="0" role="group" aria-label=${t("knowledge-table")}><table class="mx">
  <thead><tr><th scope="col">${t("knowledge-items")}</th>
    ${known.bidders.map((bidder) => html`<th scope="col" class=${bidder.takes_part ? "" : "offh"}>
      <button type="button" class="who" title=${t("knowledge-open-bidder", { name: bidder.name })} @click=${() => how.openBidder(bidder.id)}><b class="phrased">${phrased(bidder.name)}</b><small>${bidder.standing}</small></button></th>`)}</tr></thead>
  <tbody>${known.rows.map((row) => lines(known, row, how))}</tbody>
  <tfoot><tr><th scope="row">${t("knowledge-lacking")}</th>
    ${known.bidders.map((bidder) => html`<td class=${bidder.gaps ? "shu" : ""}>${bidder.gaps ? html`<b>${t("knowledge-gaps", { count: bidder.gaps })}</b>` : bidder.takes_part ? t("knowledge-none") : "－"}</td>`)}</tr></tfoot>
</table></div>`;

/** @param {Knowledge} known @param {KnownRow} row @param {any} how */
function lines(known, row, how) {
  const open = how.opened.has(row.id);
  const many = row.items.length > 0;
  return html`<tr>
      <th scope="row">${many
        ? html`<button class="tw" type="button" aria-expanded=${open ? "true" : "false"} aria-label=${t("knowledge-open-row", { name: `${row.name} ${row.detail}` })} @click=${() => how.toggle(row.id)}>${twist(open)}</button>`
        : nothing}${row.name}<small>${row.detail}</small></th>
      ${row.cells.map((cell) => html`<td class=${tone(cell)}>${whole(cell, how)}</td>`)}
    </tr>
    ${open
      ? row.items.map((item) => html`<tr class="kid"><th scope="row" title=${item.title}><span class="figures">${item.number}</span>　${item.title}</th>
          ${item.cells.map((cell) => html`<td class="${tone(cell)} sub">${cell.state === "given" ? cell.at : t(`cell-${cell.state}`)}</td>`)}</tr>`)
      : nothing}`;
}

/** @param {boolean} open */
const twist = (open) => html`<svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true"><path d=${open ? "M1 2.5l3.5 3.5L8 2.5" : "M2.5 1l3.5 3.5L2.5 8"} fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;

/** @param {KnownCell} cell */
const tone = (cell) => ({ given: "", gap: "gap", missed: "missed", "not-meant": "na", replaced: "na", after: "off" })[cell.state];

/** @param {KnownCell} cell @param {any} how */
function whole(cell, how) {
  if (cell.state !== "given") return html`<span>${t(`cell-${cell.state}`)}</span>`;
  return html`<button type="button" class="when" title=${t("knowledge-open-distribution")} @click=${() => how.openDistribution(cell.distribution)}>${cell.at}<small>${cell.means ? t(`distribution-means-${cell.means}`) : ""}</small></button>`;
}
