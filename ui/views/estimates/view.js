import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "../proposals/view.css";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { report, sentence } from "../../app/errors.js";
import { t } from "../../app/l10n.js";
import { emptyState } from "../../elements/empty-state.js";
import { fileName } from "../../elements/file-name.js";
import { toast } from "../../elements/toast.js";
import { phrased } from "../../elements/phrased.js";
import { commands } from "../../host/commands.js";
import { openPath, pickFolder } from "../../host/transport.js";

/** @typedef {import("../../host/bindings.d.ts").FoundEstimate} FoundEstimate */

const FIELDS = /** @type {const} */ (["from", "to", "least", "most", "party"]);
/** Longest wait for more typing. */
const PAUSE = 350;
/** @type {Record<string, (row: FoundEstimate) => string | number>} */
const SORTS = { date: (row) => row.date, party: (row) => row.party, amount: (row) => row.amount ?? -1, title: (row) => row.title };

/** Estimates of all procurements, found by date, amount and party. */
class EstimatesView extends Element {
  static properties = { params: { attribute: false }, rows: { state: true }, failure: { state: true }, by: { state: true }, up: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {Record<string, string>} */
    this.sought = {};
    /** @type {FoundEstimate[] | undefined} */
    this.rows = undefined;
    /** @type {any} */
    this.failure = null;
    this.by = "date";
    this.up = false;
    this.turn = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
    void this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  async load() {
    this.turn += 1;
    const { turn } = this;
    try {
      const found = await commands.estimate_find(this.sought);
      if (turn !== this.turn) return;
      this.failure = null;
      this.rows = found.rows;
    } catch (failure) {
      if (turn !== this.turn) return;
      this.failure = failure;
      // What answered another question is no answer to this one.
      this.rows = [];
    }
  }

  /** @param {string} field */
  #typed = (field) => (/** @type {Event} */ event) => {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    this.sought = { ...this.sought, [field]: /** @type {HTMLInputElement} */ (event.target).value };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), PAUSE);
  };

  async #index() {
    const to = await pickFolder().catch(report);
    if (!to) return;
    const made = await act(() => commands.estimate_index_export({ sought: this.sought, to }));
    if (made) toast({ text: t("estimate-index-made"), action: { label: t("open-folder"), run: () => openPath(to).catch(report) } });
  }

  /** @param {string} id */
  async #open(id) {
    const opened = await read(() => commands.proposal_file_open({ id }));
    if (opened) await openPath(opened.path);
  }

  /** @param {string} by */
  #sort(by) {
    this.up = this.by === by ? !this.up : by !== "date";
    this.by = by;
  }

  render() {
    const { rows } = this;
    if (!rows && !this.failure) return nothing;
    const seeking = FIELDS.some((field) => this.sought[field]?.trim());
    const key = SORTS[this.by];
    const sorted = [...(rows ?? [])].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (this.up ? 1 : -1));
    const head = (/** @type {string} */ by, /** @type {string} */ id, className = "") => html`<th scope="col" class=${className} aria-sort=${this.by === by ? (this.up ? "ascending" : "descending") : nothing}><button class="sort" type="button" @click=${() => this.#sort(by)}>${t(id)} ${this.by === by ? html`<span aria-hidden="true">${this.up ? "↑" : "↓"}</span>` : nothing}</button></th>`;
    return html`<div class="head"><h1>${t("view-estimates")}</h1><p>${t("estimates-lead")}</p><span class="end">${rows?.length ? html`<button class="btn small" type="button" @click=${() => this.#index()}>${t("estimate-index-export")}</button>` : nothing}</span></div>
      <div class="seek" role="search">${FIELDS.map((field) => html`<div class=${field}><label class="lab" for="seek-${field}">${t(`estimates-${field}`)}</label><input type="text" id="seek-${field}" autocomplete="off" .value=${this.sought[field] ?? ""} @input=${this.#typed(field)} @compositionend=${this.#typed(field)}></div>`)}</div>
      ${this.failure ? html`<p class="wrong under" role="alert">${sentence(this.failure)}</p>` : nothing}
      ${rows?.length
        ? html`<p class="s until" role="status">${t("estimates-found", { count: rows.length })}</p><div class="wide" tabindex="0" role="group" aria-label=${t("view-estimates")}><table class="reg"><thead><tr>${head("date", "estimate-index-date")}${head("party", "estimate-index-party")}${head("amount", "estimate-index-with", "num")}<th scope="col" class="num">${t("estimate-index-without")}</th>${head("title", "estimate-index-title-column")}<th scope="col">${t("estimate-index-file")}</th></tr></thead><tbody>
          ${repeat(sorted, (row) => `${row.bidder} ${row.revision} ${row.file}`, (row) => html`<tr><td class="nw">${row.date_text}</td><td class="phrased">${phrased(row.party)}</td><td class="num nw">${row.with_tax ? t("money", { amount: row.with_tax }) : html`<span class="s">${t(row.closed ? "prices-closed-cell" : "total-unknown")}</span>`}</td><td class="num nw">${row.without_tax ? t("money", { amount: row.without_tax }) : nothing}</td><td><a href="#/p/${row.procurement}/proposals/${row.bidder}/estimate">${row.title}</a>${row.revision ? html` <span class="s">${t("estimate-revision", { revision: row.revision })}</span>` : nothing}${row.is_sample ? html` <span class="mark">${t("sample-badge")}</span>` : nothing}</td>
            <td class="c-file">${row.file ? html`<button class="link" type="button" @click=${() => this.#open(row.file ?? "")}>${fileName(row.file_name)}</button>` : html`<span class="s nw">${t("estimates-no-file")}</span>`}</td></tr>`)}</tbody></table></div>`
        : this.failure ? nothing : emptyState({ text: t(seeking ? "estimates-no-fit" : "estimates-none"), note: seeking ? t("estimates-no-fit-note") : t("estimates-none-note") })}`;
  }
}
customElements.define("view-estimates", EstimatesView);
