import { html, nothing } from "lit";
import { read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { t } from "../../app/l10n.js";
import { procurement } from "../../app/procurement.js";
import { state as saving } from "../../app/saving.js";
import { commands } from "../../host/commands.js";
import { emptyState } from "../../elements/empty-state.js";
import { toast } from "../../elements/toast.js";
import { tsv } from "./tsv.js";
import "../../elements/requirement-list/requirement-list.js";
import "./view.css";

/** Every requirement of the RFP. */
class ViewRequirements extends Element {
  static properties = { params: { attribute: false } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {import("../../host/bindings.d.ts").Requirement[] | null} */
    this.requirements = null;
    /** @type {import("../../host/bindings.d.ts").SectionRow[]} */
    this.sections = [];
    this.level = "";
    this.begun = false;
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", (change) => {
      if (!change.procurement || change.procurement === this.params.procurement) void this.#read();
    });
    this.hear("saving", () => this.requestUpdate());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("params")) void this.#read();
  }

  async #read() {
    this.turn += 1;
    const { turn } = this;
    const id = this.params.procurement;
    const [requirements, rfp] = await Promise.all([read(() => commands.requirement_list({ procurement: id })), read(() => commands.rfp_get({ procurement: id }))]);
    if (turn !== this.turn || !requirements || !rfp) return;
    this.requirements = requirements;
    this.sections = rfp.sections;
    this.requestUpdate();
  }

  get #locked() {
    return saving().kind === "read-only" || !!procurement()?.archived;
  }

  async #copy() {
    const rows = [[t("requirement-number"), t("requirement-section-head"), t("requirement-level-head"), t("requirement-text-head")],
      ...(this.requirements ?? []).map((row) => [row.number, `${row.section_number} ${row.section_title}`.trim(), t(`requirement-${row.level}`), row.text])];
    try {
      await navigator.clipboard.writeText(tsv(rows));
    } catch {
      const area = document.createElement("textarea");
      area.value = tsv(rows);
      area.className = "vh";
      this.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    toast({ text: t("requirements-copied", { count: rows.length - 1 }) });
  }

  #add() {
    this.begun = true;
    this.requestUpdate();
    void this.updateComplete.then(() => /** @type {import("../../elements/requirement-list/requirement-list.js").RequirementList | null} */ (this.querySelector("requirement-list"))?.begin());
  }

  render() {
    const { requirements, level } = this;
    if (!requirements) return nothing;
    const count = (/** @type {string} */ one) => requirements.filter((row) => row.level === one).length;
    const tabs = [["", t("requirements-all"), requirements.length], ["must", t("requirement-must"), count("must")], ["want", t("requirement-want"), count("want")]];
    return html`<div class="head"><h1>${t("view-requirements")}</h1><p>${t("requirements-lead")}</p>
        <div class="end">${requirements.length ? html`<button class="btn" type="button" @click=${() => this.#copy()}>${t("requirements-copy")}</button>` : nothing}</div></div>
      ${requirements.length || this.begun
        ? html`<div class="tabs filter" role="group" aria-label=${t("filter-level")}>${tabs.map(([name, words, number]) => html`<button type="button" aria-pressed=${level === name ? "true" : "false"} @click=${() => { this.level = String(name); this.requestUpdate(); }}>${words} ${number}</button>`)}</div>
          <div class="list"><requirement-list .procurement=${this.params.procurement} .requirements=${level ? requirements.filter((row) => row.level === level) : requirements} .sections=${this.sections} .level=${level || "must"} .locked=${this.#locked}></requirement-list>
          <p class="s keys">${t("requirements-keys")}</p></div>`
        : emptyState({
          text: t("requirements-empty"),
          actions: html`<button class="btn go" type="button" ?disabled=${this.#locked} @click=${() => this.#add()}>${t("requirement-add-first")}</button>`,
          note: t("requirements-empty-note"),
        })}`;
  }
}

customElements.define("view-requirements", ViewRequirements);
