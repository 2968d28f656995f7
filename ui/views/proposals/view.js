import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { catchFocus } from "../../app/focus.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { provide } from "../../app/palette.js";
import { procurement } from "../../app/procurement.js";
import { replace } from "../../app/router.js";
import { state } from "../../app/saving.js";
import { isNarrow } from "../../app/theme.js";
import { undo } from "../../app/undo.js";
import { emptyState } from "../../elements/empty-state.js";
import { openMenu } from "../../elements/menu/menu.js";
import { toast } from "../../elements/toast.js";
import { phrased } from "../../elements/phrased.js";
import { commands } from "../../host/commands.js";
import { openPath, pickFolder } from "../../host/transport.js";
import { MEANS } from "../distribution/acts.js";
import "./detail.js";
import { leftMark, punctualityMark } from "./mark.js";
import { closedNote } from "./open-prices.js";

/** @typedef {import("../../host/bindings.d.ts").ProposalRow} ProposalRow */

/** What came from whom and when, and what is in it. */
class ProposalsView extends Element {
  static properties = { params: { attribute: false }, list: { state: true }, values: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {import("../../host/bindings.d.ts").Proposals | undefined} */
    this.list = undefined;
    /** What is typed about one that just came. @type {{ at: string, means: string }} */
    this.values = { at: "", means: "mail" };
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", (change) => {
      if (!change.procurement || change.procurement === this.params.procurement) void this.load();
    });
    this.hear("saving", () => this.requestUpdate());
    this.hear("language", () => void this.load());
    this.stopOffering = provide(() => (this.list?.rows ?? []).map((one) => ({ label: one.name, detail: t("rail-proposals"), words: [], run: () => this.#choose(one.bidder) })));
    void this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopOffering?.();
  }

  async load() {
    const list = await read(() => commands.proposal_list({ procurement: this.params.procurement }));
    if (list) this.list = list;
  }

  get #locked() {
    return state().kind === "read-only" || !!procurement()?.archived;
  }

  get #chosen() {
    const rows = this.list?.rows ?? [];
    return rows.find((one) => one.bidder === this.params.bidder) ?? rows[0];
  }

  /** @param {string} bidder @param {string} [tab] */
  #choose(bidder, tab = this.params.tab) {
    const moved = bidder !== this.#chosen?.bidder;
    this.params = { ...this.params, bidder, tab };
    replace(`p/${this.params.procurement}/proposals/${bidder}${tab ? `/${tab}` : ""}`);
    // Below a long list what was chosen would stay out of sight.
    if (moved && isNarrow()) void this.updateComplete.then(() => this.querySelector(".detail")?.scrollIntoView({ block: "start" }));
  }

  /** @param {KeyboardEvent} event @param {ProposalRow} row */
  #key(event, row) {
    if (composing(event) || event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const rows = this.list?.rows ?? [];
    const next = rows[rows.indexOf(row) + (event.key === "ArrowUp" ? -1 : 1)];
    event.preventDefault();
    if (!next) return;
    this.#choose(next.bidder);
    void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector(`[data-row="${next.bidder}"]`))?.focus());
  }

  /** @param {ProposalRow} row */
  async #record(row) {
    const { at, means } = this.values;
    const made = await act(() => commands.proposal_add({ bidder: row.bidder, means: /** @type {any} */ (means), ...(at.trim() ? { received_at: at } : {}) }));
    if (!made) return;
    this.values = { at: "", means: "mail" };
    toast({ text: t("proposal-recorded", { name: row.name }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
    await this.#follow();
  }

  /** The detail that stands now, after a proposal came or went, goes on with the focus. */
  async #follow() {
    await this.load();
    await this.updateComplete;
    const detail = /** @type {import("./detail.js").ProposalDetail | null} */ (this.querySelector("proposal-detail"));
    await detail?.load();
    await detail?.updateComplete;
    catchFocus(this.querySelector(".detail h2"));
  }

  /** @param {"estimate" | "response"} kind */
  async #forms(kind) {
    const to = await pickFolder().catch(report);
    if (!to) return;
    const args = { procurement: this.params.procurement, to };
    const made = await act(() => (kind === "estimate" ? commands.estimate_form_export(args) : commands.response_sheet_export(args)));
    if (made) toast({ text: t("release-written-toast", { count: made.files.length, folder: to }), action: { label: t("open-folder"), run: () => openPath(to).catch(report) } });
  }

  render() {
    const { list } = this;
    if (!list) return nothing;
    const chosen = this.#chosen;
    const received = list.rows.filter((row) => row.proposal).length;
    return html`<section class="register" aria-labelledby="proposals-h">
        <div class="head"><h1 id="proposals-h">${t("rail-proposals")}</h1>${list.rows.length ? html`<p>${t("proposals-count", { received, asked: list.rows.length })}</p>` : nothing}
          <span class="end"><button class="btn small" type="button" aria-haspopup="listbox" @click=${(/** @type {Event} */ event) => openMenu(/** @type {HTMLElement} */ (event.currentTarget), { label: t("forms-label"), groups: [{ items: [
            { label: t("forms-estimate"), run: () => void this.#forms("estimate") }, { label: t("forms-response"), run: () => void this.#forms("response") }] }] })}>${t("forms-label")}</button></span></div>
        ${list.rows.length
          ? html`<p class="s until">${list.deadline ? t(list.grace ? "proposals-deadline" : "proposals-deadline-alone", { deadline: list.deadline, grace: list.grace }) : html`${t("proposals-no-deadline")} <a href="#/p/${this.params.procurement}/facts/schedule">${t("proposals-set-deadline")}</a>`}</p>
            ${list.note ? html`<ul class="sayings"><li class="warn"><b>${t("severity-warn")}</b><span>${say(list.note)}</span></li></ul>` : nothing}
            ${list.prices_closed && received ? closedNote(this.params.procurement) : nothing}
            <ul class="came" aria-label=${t("rail-proposals")}>${repeat(list.rows, (row) => row.bidder, (row) => this.#row(row, row === chosen))}</ul>
            <p class="s under"><a href="#/p/${this.params.procurement}/comparison">${t("comparison-open")}</a> ・ <a href="#/estimates">${t("estimates-open")}</a></p>`
          : emptyState({ text: t("proposals-nobody"), actions: html`<a class="btn go" href="#/p/${this.params.procurement}/vendors">${t("distribution-nobody-act")}</a>`, note: t("proposals-nobody-note") })}
      </section>
      ${chosen ? (chosen.proposal ? html`<proposal-detail class="detail" .proposal=${chosen.proposal} .tab=${this.params.tab ?? ""} .locked=${this.#locked} @tab=${(/** @type {CustomEvent} */ event) => this.#choose(chosen.bidder, event.detail)} @removed=${() => this.#follow()}></proposal-detail>` : this.#waiting(chosen)) : nothing}`;
  }

  /** @param {ProposalRow} row @param {boolean} chosen */
  #row(row, chosen) {
    return html`<li class=${chosen ? "sel" : ""}><button type="button" data-row=${row.bidder} aria-current=${chosen ? "true" : "false"} @click=${() => this.#choose(row.bidder)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, row)}>
      <span class="who"><b class="phrased">${phrased(row.name)}</b><span class="s">${row.proposal ? html`${row.received} ${punctualityMark(row.punctuality, row.ruling)} ${leftMark(row.left)}` : t("proposal-waiting")}</span></span>
      <span class="sum">${row.total ? html`<span class="figures">${t("money", { amount: row.total })}</span><span class="s">${t(`tax-basis-${this.list?.basis.tax}`)}</span>` : row.proposal ? html`<span class="s">${t(this.list?.prices_closed ? "prices-closed-cell" : "total-unknown")}</span>` : nothing}</span>
    </button></li>`;
  }

  /** @param {ProposalRow} row */
  #waiting(row) {
    const typed = (/** @type {"at" | "means"} */ name) => (/** @type {Event} */ event) => { this.values = { ...this.values, [name]: /** @type {HTMLInputElement} */ (event.target).value }; };
    return html`<section class="detail waiting" aria-labelledby="waiting-h"><h2 id="waiting-h" tabindex="-1">${row.name}</h2><p class="lead">${t("proposal-waiting-lead")}</p>
      ${this.#locked ? nothing : html`<div class="frow"><label class="lab" for="came-at">${t("column-proposal-received-at")}</label><input type="text" id="came-at" autocomplete="off" .value=${this.values.at} placeholder=${t("proposal-now")} @input=${typed("at")}
          @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") void this.#record(row); }}></div>
        <div class="frow"><label class="lab" for="came-by">${t("column-proposal-means")}</label><select id="came-by" @change=${typed("means")}>${MEANS.map((means) => html`<option value=${means} ?selected=${this.values.means === means}>${t(`value-proposal-means-${means}`)}</option>`)}</select></div>
        <p><button class="btn go" type="button" @click=${() => this.#record(row)}>${t("proposal-record")}</button></p><p class="s">${t("proposal-record-note")}</p>`}
    </section>`;
  }
}
customElements.define("view-proposals", ProposalsView);
