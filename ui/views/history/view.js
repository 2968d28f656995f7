import { html, nothing } from "lit";
import "./view.css";
import { commands } from "../../host/commands.js";
import { read } from "../../app/act.js";
import { clock, day } from "../../app/dates.js";
import { Element } from "../../app/element.js";
import { has, lang, say, t } from "../../app/l10n.js";
import { emptyState } from "../../elements/empty-state.js";

/** @typedef {import("../../host/bindings.d.ts").HistoryChange} HistoryChange */
/** @typedef {import("../../host/bindings.d.ts").HistoryEntry} HistoryEntry */

const PAGE = 100;
const FLAGS = /-(adviser|archived|is-sample|optional|optional-allowed|done)$/;

/**
 * A stored value as people read it.
 * @param {string} column
 * @param {string} value
 */
function worded(column, value) {
  if (FLAGS.test(column)) return t(value === "1" ? "history-yes" : "history-no");
  if (column === "column-bidder-status" && has(`bidder-${value}`)) return t(`bidder-${value}`);
  if (column === "column-requirement-level" && has(`requirement-${value}`)) return t(`requirement-${value}`);
  if (column === "column-release-kind" && has(`history-${value}`)) return t(`history-${value}`);
  if (column === "setting-theme" && has(`theme-${value}`)) return t(`theme-${value}`);
  if (column === "setting-scale") return `${value} %`;
  if (column.endsWith("-lang") && has(`language-${value}`)) return t(`language-${value}`);
  return value;
}

/** Changes beside each other about the same company, together. @param {HistoryChange[]} changes */
function byCompany(changes) {
  /** @type {{ whose: string | null, changes: HistoryChange[] }[]} */
  const groups = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last && last.whose === change.whose) last.changes.push(change);
    else groups.push({ whose: change.whose, changes: [change] });
  }
  return groups;
}

/** Who changed what, when, from what to what. */
class HistoryView extends Element {
  static properties = { params: { attribute: false }, entries: { state: true }, more: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {HistoryEntry[] | undefined} */
    this.entries = undefined;
    this.more = false;
  }

  connectedCallback() {
    super.connectedCallback();
    // Nothing in it takes the focus, and it must scroll by keyboard all the same.
    this.tabIndex = 0;
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  /** @param {number} [before] */
  async load(before) {
    const found = await read(() => commands.history_list({ ...(this.params.procurement ? { procurement: this.params.procurement } : {}), ...(before ? { before } : {}), limit: PAGE }));
    if (!found) return;
    this.entries = before ? [...(this.entries ?? []), ...found.entries] : found.entries;
    this.more = found.more;
  }

  render() {
    if (!this.entries) return nothing;
    /** @type {Map<string, HistoryEntry[]>} */
    const days = new Map();
    for (const entry of this.entries) {
      const key = day(entry.at, lang());
      days.set(key, [...(days.get(key) ?? []), entry]);
    }
    return html`<div class="head"><h1>${t("rail-history")}</h1><p>${t("history-lead")}</p></div>
      ${this.entries.length ? nothing : emptyState({ text: t("empty-history") })}
      <div class="hist">
        ${[...days].map(([name, entries]) => html`<section><h2>${name}</h2><ol>${entries.map((entry) => this.#entry(entry))}</ol></section>`)}
        ${this.more ? html`<p class="tools"><button class="btn" type="button" @click=${() => this.load(this.entries?.at(-1)?.seq)}>${t("history-more")}</button></p>` : nothing}
      </div>`;
  }

  /** @param {HistoryEntry} entry */
  #entry(entry) {
    const shown = entry.changes.filter((change) => (change.before || change.after) && !(FLAGS.test(change.label.id) && !change.before && change.after === "0"));
    return html`<li class=${entry.undone ? "undone" : ""}>
      <span class="at">${clock(new Date(entry.at))}</span>
      <div>
        <p class="what">${say(entry.what)} ${entry.barrier ? html`<span class="mark">${t("history-barrier")}</span>` : nothing}${entry.undone ? html`<span class="mark">${t("history-undone")}</span>` : nothing}</p>
        ${shown.length
          ? html`${byCompany(shown.slice(0, 20)).map((group) => html`${group.whose ? html`<p class="whose">${group.whose}</p>` : nothing}<dl>${group.changes.map((change) => html`<div><dt>${say(change.label)}</dt><dd>${change.before ? html`<del title=${worded(change.label.id, change.before)}><span class="vh">${t("history-before")}</span>${worded(change.label.id, change.before)}</del>` : nothing}${change.after ? html`<ins title=${worded(change.label.id, change.after)}><span class="vh">${t("history-after")}</span>${worded(change.label.id, change.after)}</ins>` : html`<span class="s">${t("history-removed")}</span>`}</dd></div>`)}</dl>`)}
              ${shown.length > 20 ? html`<p class="s">${t("history-rest", { count: shown.length - 20 })}</p>` : nothing}`
          : nothing}
      </div>
      <span class="who s">${entry.actor}</span>
    </li>`;
  }
}
customElements.define("view-history", HistoryView);
