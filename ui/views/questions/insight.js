import { html, nothing, svg } from "lit";
import { say, t } from "../../app/l10n.js";

/** @typedef {import("../../host/bindings.d.ts").QuestionInsight} QuestionInsight */

/** Width of a bar in the picture, narrow enough to stand beside an open question. */
const BAR = 120;

/** @param {number} count @param {number} most @param {number} width @param {string} kind */
const bar = (count, most, width, kind) => svg`<svg width=${width} height="8" viewBox="0 0 ${width} 8" aria-hidden="true"><rect width=${Math.max(2, Math.round((count / Math.max(1, most)) * width))} height="8" class=${kind}/></svg>`;

/** @param {import("../../host/bindings.d.ts").SectionCount} one */
const called = (one) => (one.section === null ? t("insight-whole") : one.title ? `${one.number} ${one.title}` : t("insight-removed"));

/**
 * The three sections asked about most, in one line below the register.
 * @param {QuestionInsight} insight @param {{ choose: (section: string) => void, open: () => void }} does
 */
export function insightLine(insight, { choose, open }) {
  const top = insight.sections.filter((one) => one.section && one.title).slice(0, 3);
  const most = top[0]?.count ?? 0;
  return html`<div class="by"><span>${t("insight-many")}</span>
    ${top.map((one) => html`<button type="button" @click=${() => choose(one.section ?? "")}><span class="clip">${called(one)}</span>${bar(one.count, most, 36, "k-edge-fill")}<span class="num">${one.count}</span></button>`)}
    <button class="link" type="button" @click=${open}>${t("insight-open")}</button></div>`;
}

/**
 * What the questions say about the RFP, as a picture with its numbers.
 * @param {QuestionInsight} insight @param {string} procurement @param {{ choose: (filter: Record<string, string>) => void }} does
 */
export function insightPicture(insight, procurement, { choose }) {
  const most = Math.max(1, ...insight.sections.map((one) => one.count));
  const asked = Math.max(1, ...insight.bidders.map((one) => one.count));
  return html`<section class="insight" tabindex="0" aria-label=${t("insight-title")}>
    <h2>${t("insight-sections")}</h2><p class="s">${t("insight-sections-lead", { count: insight.unclear_from })}</p>
    <table><tbody>${insight.sections.map((one) => html`<tr><th scope="row">${one.section && one.title ? html`<button class="link" type="button" @click=${() => choose({ section: one.section ?? "" })}>${called(one)}</button>` : called(one)}</th>
      <td class="num">${one.count}</td><td>${bar(one.count, most, BAR, one.unclear ? "k-shu-fill" : "k-edge-fill")}</td>
      <td>${one.unclear ? html`<span class="shu">${t("insight-unclear")}</span> <a href="#/p/${procurement}/rfp/${one.section}">${t("question-section-open")}</a>` : nothing}</td></tr>`)}</tbody></table>
    <h2>${t("insight-bidders")}</h2>
    <table><tbody>${insight.bidders.map((one) => html`<tr><th scope="row"><button class="link" type="button" @click=${() => choose({ bidder: one.bidder })}>${one.name}</button></th>
      <td class="num">${one.count}</td><td>${bar(one.count, asked, BAR, "k-edge-fill")}</td><td>${one.late ? t("insight-late", { count: one.late }) : nothing}</td></tr>`)}</tbody></table>
    <h2>${t("insight-median")}</h2><p>${insight.median ? say(insight.median) : t("insight-median-none")}</p>
  </section>`;
}
