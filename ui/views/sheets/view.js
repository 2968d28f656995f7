import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { commands } from "../../host/commands.js";
import { read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { FileDrop } from "../../app/file-drop.js";
import { say, t } from "../../app/l10n.js";
import { isReadOnly } from "../../app/saving.js";
import { wayBack } from "../../app/way-back.js";
import { emptyState } from "../../elements/empty-state.js";
import "./desk.js";
import { ENDINGS, fileMenu, takeIn } from "./files.js";
import "./incoming.js";
import { lateProposals } from "./late.js";
import { priceWords } from "./lead.js";
import "./view.css";

/** @typedef {import("../../host/bindings.d.ts").SheetsView} SheetsView */
/** @typedef {import("../../host/bindings.d.ts").SheetRow} SheetRow */

/** The sheets of a procurement; whose is opened is a step of its own, because nobody sees another's marks before they are handed in. */
class ViewSheets extends Element {
  static properties = { params: { attribute: false }, list: { state: true }, incoming: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {SheetsView | undefined} */
    this.list = undefined;
    /** A sheet that came back, while it is looked through. @type {import("./files.js").Incoming | undefined} */
    this.incoming = undefined;
    new FileDrop(this, { endings: ENDINGS, take: ([file]) => void this.#read(file), locked: () => isReadOnly() || Boolean(this.params.evaluator) || !this.#open });
  }

  connectedCallback() {
    super.connectedCallback();
    const again = () => void (this.params.evaluator || this.load());
    this.hear("changed", again);
    this.hear("language", again);
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (changed.has("params") && !this.params.evaluator) void this.load();
    this.classList.toggle("opened", Boolean(this.params.evaluator));
  }

  async load() {
    const { procurement } = this.params;
    const list = await read(() => commands.sheet_list({ procurement }));
    if (list) this.list = list;
  }

  /** Whether a sheet can still come back. */
  get #open() {
    const { list } = this;
    return Boolean(list?.criteria && list.bidders && list.handed_in < list.wanted && !list.decided);
  }

  /** @param {string} file */
  async #read(file) {
    this.incoming = (await takeIn(file, this.params.procurement)) ?? this.incoming;
  }

  render() {
    const { procurement, evaluator, means } = this.params;
    if (evaluator) return keyed(evaluator, html`<sheet-desk .evaluator=${evaluator} .procurement=${procurement} .paper=${means === "paper"}></sheet-desk>`);
    if (this.incoming) return html`<sheet-incoming .incoming=${this.incoming} .decided=${Boolean(this.list?.decided)} .told=${Boolean(this.list?.told)} @leave=${() => { this.incoming = undefined; }}></sheet-incoming>`;
    const list = this.list;
    if (!list) return nothing;
    const to = `#/p/${procurement}`;
    const head = html`<div class="head"><h1>${t("sheets-title")}</h1>
      <p>${list.due ? html`${t("sheets-due", { at: list.due })}${list.late ? html` <b class="shu">${t("sheets-late")}</b>` : nothing}` : t("sheets-no-due")}</p>
      ${list.wanted ? html`<div class="end"><p class="left" role="status">${t("sheets-count", { count: list.handed_in, of: list.wanted })}</p>
        ${list.criteria && list.bidders ? fileMenu({ procurement, open: this.#open, taken: this.#taken }) : nothing}</div>` : nothing}</div>`;
    if (!list.criteria) return html`${head}${emptyState({ text: t("sheets-no-criteria"), actions: html`<a class="btn go" href="${to}/facts/review">${t("sheets-to-criteria")}</a>` })}`;
    if (!list.sheets.length) return html`${head}${emptyState({ text: t("sheets-no-evaluators"), actions: html`<a class="btn go" href="${to}/facts/review">${t("sheets-to-evaluators")}</a>` })}`;
    return html`${head}
      ${list.decided ? html`<div class="notice" role="status"><p class="grow">${t("sheets-decided", wayBack(list))}</p></div>` : nothing}
      ${list.decided || !list.unmarked.length ? nothing : html`<div class="notice unmarked" role="status"><div class="grow">${list.unmarked.map((one) => html`<p><b class="shu">${say(one)}</b></p>`)}<p>${t("sheets-unmarked-way")}</p></div><a class="btn small" href="${to}/result">${t("view-result")}</a></div>`}
      ${list.bidders || list.late_proposals.length ? nothing : html`<div class="notice"><p class="grow">${t("sheets-no-proposals")}</p></div>`}
      ${lateProposals(list, procurement)}
      ${list.price_closed ? html`<div class="notice"><p class="grow">${t(priceWords(list), { at: list.price_opened })}</p></div>` : nothing}
      <p class="lead pad-lead">${t("sheets-lead")}</p>
      <div class="wide"><table class="reg sheetlist">
        <thead><tr><th scope="col">${t("sheets-evaluator")}</th><th scope="col">${t("sheets-state")}</th><th scope="col">${t("sheets-progress")}</th><th scope="col">${t("sheets-handed-in")}</th><th scope="col"><span class="vh">${t("actions-column")}</span></th></tr></thead>
        <tbody>${list.sheets.map((row) => this.#row(row, list))}</tbody>
      </table></div>`;
  }

  #taken = (/** @type {import("./files.js").Incoming} */ incoming) => {
    this.incoming = incoming;
  };

  /** @param {SheetRow} row @param {SheetsView} list */
  #row(row, list) {
    const at = `#/p/${this.params.procurement}/sheets/${row.evaluator}`;
    const done = row.state === "in";
    const over = done || list.decided;
    const marked = row.asked - row.blank;
    return html`<tr>
      <th scope="row">${row.name}<small>${row.role.includes(row.department) ? row.role : `${row.department} ${row.role}`}${row.limited ? html` <span class="mark">${t("sheets-limited")}</span>` : nothing}</small></th>
      <td><span class=${done ? "done" : list.late ? "shu" : ""}>${t(`sheet-state-${row.state}`)}</span></td>
      <td>${row.asked ? html`<span class="figures">${t("sheets-marked", { count: marked, of: row.asked })}</span>${row.bare ? html`<small>${t("sheets-bare", { count: row.bare })}</small>` : nothing}` : "－"}</td>
      <td>${row.handed_in.length ? row.handed_in.map((one) => html`<span class="line">${one.part === "all" ? nothing : html`${t(`value-hand-in-part-${one.part}`)} `}${one.at}<small>${t(`value-hand-in-means-${one.means}`)}</small></span>`) : t("sheets-not-yet")}</td>
      <td class="acts-cell">${row.state === "nothing"
        ? nothing
        : html`<a class="btn small" href=${at} aria-label="${t(over ? "sheet-look" : "sheet-open")}: ${row.name}">${t(over ? "sheet-look" : "sheet-open")}</a>
            ${over ? nothing : html`<a class="btn small" href="${at}/paper" aria-label="${t("sheet-from-paper")}: ${row.name}">${t("sheet-from-paper")}</a>`}
            ${list.bidders ? fileMenu({ procurement: this.params.procurement, evaluator: row.evaluator, name: row.name, open: !over, taken: this.#taken }) : nothing}`}</td>
    </tr>`;
  }
}
customElements.define("view-sheets", ViewSheets);
