import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { lang, say, t } from "../../app/l10n.js";
import { sideways } from "../../app/sideways.js";
import { phrased } from "../../elements/phrased.js";
import { markName, markShape } from "../../elements/mark-shape.js";
import { marksGiven } from "./marks.js";

/** @typedef {import("../../host/bindings.d.ts").ResultShown} ResultShown */
/** @typedef {import("../../host/bindings.d.ts").ResultBidder} ResultBidder */
/** @typedef {import("../../host/bindings.d.ts").ResultCell} ResultCell */
/** @typedef {import("../../host/bindings.d.ts").ResultCriterion} ResultCriterion */

/**
 * @typedef {Object} How
 * @property {Set<string>} opened criteria whose parts are shown
 * @property {string} at the cell that is opened, `criterion bidder`
 * @property {(id: string) => void} toggle
 * @property {(bidder: string, criterion?: string) => void} open shows where a number comes from
 * @property {(bidder: string) => void} who
 */

/** Whether there are more bidders than have room beside anything else. @param {ResultShown} result */
export const isMany = (result) => result.bidders.length > 6;

/** Bidders against criteria: points as figures and bars, marks where a criterion is opened. @param {ResultShown} result @param {How} how */
export function matrix(result, how) {
  const tops = result.criteria.filter((one) => one.parent === null);
  return html`<div class="edged"><div class="wide" tabindex="0" role="group" aria-label=${t("result-table")} ${ref(sideways)}><table class="rx ${isMany(result) ? "many" : ""}">
    <thead><tr><th scope="col">${t("result-criteria")}</th><th scope="col" class="num">${t("result-weight")}</th>
      ${repeat(result.bidders, (bidder) => bidder.id, (bidder) => headOf(bidder, how))}</tr></thead>
    <tbody>${tops.map((top) => [lineOf(result, top, how), ...(how.opened.has(top.id) ? result.criteria.filter((one) => one.parent === top.id).map((one) => lineOf(result, one, how)) : [])])}</tbody>
  </table></div></div>`;
}

/** @param {ResultBidder} bidder @param {How} how */
const headOf = (bidder, how) => html`<th scope="col" class=${bidder.rank === 1 ? "first" : bidder.out.length ? "outh" : ""}>
  <span class="rk">${bidder.rank ? t("result-rank", { rank: bidder.rank }) : bidder.out.map(say).join(t("list-comma"))}</span>
  <button type="button" class="tt figures" aria-label="${bidder.total ? t("result-points", { points: bidder.total }) : t("result-blank")} ${t("result-open-total", { name: bidder.short })}" @click=${() => how.open(bidder.id)}>${bidder.total || "–"}</button>
  <button type="button" class="who" title=${t("result-bidder-open", { name: bidder.name })} @click=${() => how.who(bidder.id)}><b class="phrased">${phrased(bidder.short)}</b></button>
  ${bidder.provisional ? html`<small>${t("result-state-provisional")}</small>` : nothing}
  ${bidder.settled_by ? html`<small>${say(bidder.settled_by)}</small>` : nothing}</th>`;

/** @param {ResultShown} result @param {ResultCriterion} criterion @param {How} how */
function lineOf(result, criterion, how) {
  const open = how.opened.has(criterion.id);
  const whole = criterion.parent === null;
  return html`<tr class=${whole ? "c" : "l"}>
    <th scope="row" title=${criterion.title}>${!criterion.leaf
      ? html`<button class="tw" type="button" aria-expanded=${open ? "true" : "false"} aria-label=${t("result-parts", { title: criterion.title })} @click=${() => how.toggle(criterion.id)}>${twist(open)}</button>`
      : nothing}<span class="name">${criterion.title}</span></th>
    <td class="num w0">${weightOf(criterion)}</td>
    ${repeat(criterion.cells, (_, n) => result.bidders[n].id, (cell, n) => {
      const bidder = result.bidders[n];
      // A table of a thousand cells stays as it is but for those that say something else.
      const says = [JSON.stringify(cell), criterion.id, criterion.title, criterion.pass_fail, criterion.divisor, criterion.weight, bidder.id, bidder.short, bidder.price, bidder.rank === 1, lang()];
      return html`<td class=${how.at === `${criterion.id} ${bidder.id}` ? "at" : ""}>${guard(says, () => cellOf(result, criterion, cell, bidder, how))}</td>`;
    })}</tr>`;
}

/** The weight of a criterion, or what stands in its place. @param {ResultCriterion} criterion */
const weightOf = (criterion) => (criterion.pass_fail ? t("scheme-kind-pass-fail") : criterion.divisor ? t("result-divisor") : criterion.weight || t("result-weight-none"));

/** What stands where there are no points, and what it says. @param {ResultCriterion} criterion @param {ResultBidder} bidder */
function pointless(criterion, bidder) {
  if (criterion.divisor) return bidder.price === null ? ["–", t("result-price-none")] : ["÷", t("result-divisor")];
  return ["–", criterion.weight ? t("result-blank") : t("result-weight-none")];
}

/** @param {ResultShown} result @param {ResultCriterion} criterion @param {ResultCell} cell @param {ResultBidder} bidder @param {How} how */
function cellOf(result, criterion, cell, bidder, how) {
  const points = cell.passed ? markName(cell.passed) : cell.points;
  const [sign, said] = points ? [points, points] : pointless(criterion, bidder);
  const figure = html`<button type="button" class="pt figures" aria-label="${said} ${t("result-open", { name: bidder.short, title: criterion.title })}"
    @click=${() => how.open(bidder.id, criterion.id)}>${sign}</button>`;
  const given = criterion.marked ? html`<div class="mk">${figure}${marksGiven(cell, criterion, result.evaluators)}${flags(cell)}</div>` : criterion.parent === null ? html`${figure}${flags(cell)}` : html`<div class="mk">${figure}${flags(cell)}</div>`;
  if (criterion.parent !== null || criterion.pass_fail || criterion.divisor) return given;
  return html`${given}<svg class="share" viewBox="0 0 1000 5" preserveAspectRatio="none" aria-hidden="true"><rect class="way" y="2" width="1000" height="1"/><rect class=${bidder.rank === 1 ? "lead" : "rest-of"} width=${cell.share} height="5"/></svg>`;
}

/** @param {ResultCell} cell */
const flags = (cell) => html`${cell.agreed ? html`<small class="agreed"><span class="vh">${t("result-agreed")} ${markName(cell.agreed.mark)}</span><span aria-hidden="true">${t("result-agreed")}</span>${markShape(cell.agreed.mark)}</small>` : cell.opposed ? html`<small>${t("result-opposed")}</small>` : nothing}${cell.blanks ? html`<small>${t("result-blanks", { count: cell.blanks })}</small>` : nothing}`;

/** @param {boolean} open */
const twist = (open) => html`<svg viewBox="0 0 9 9" aria-hidden="true"><path d=${open ? "M1 2.5l3.5 3.5L8 2.5" : "M2.5 1l3.5 3.5L2.5 8"} fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;
