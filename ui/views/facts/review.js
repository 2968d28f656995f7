import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { fillRow } from "../../app/pasted.js";
import { state } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { removedToast } from "../../elements/toast.js";
import "../../elements/edit-table.js";

/** @typedef {import("../../host/bindings.d.ts").Evaluator} Evaluator */
/** @typedef {import("../../host/bindings.d.ts").Criteria} Criteria */

/** Who judges, and by what. */
class FactsReview extends Element {
  static properties = { procurement: {}, evaluators: { state: true }, criteria: { state: true } };

  constructor() {
    super();
    this.procurement = "";
    /** @type {Evaluator[] | undefined} */
    this.evaluators = undefined;
    /** @type {Criteria | undefined} */
    this.criteria = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  async load() {
    const { procurement } = this;
    const [evaluators, criteria] = await Promise.all([read(() => commands.evaluator_list({ procurement })), read(() => commands.criterion_list({ procurement }))]);
    if (evaluators) this.evaluators = evaluators;
    if (criteria) this.criteria = criteria;
  }

  #evaluatorOps = {
    set: (/** @type {any} */ row, /** @type {string} */ field, /** @type {string} */ value) => commands.evaluator_set({ id: row.id, field, value }),
    add: (/** @type {Record<string, string>} */ values, /** @type {string | null} */ after) =>
      act(async () => {
        const { name = "", ...rest } = values;
        const made = await commands.evaluator_add({ procurement: this.procurement, name, ...(after ? { after } : {}) });
        await fillRow(rest, { set: (field, value) => commands.evaluator_set({ id: made.id, field, value }), remove: () => commands.evaluator_remove({ id: made.id }) });
        return made;
      }),
    remove: async (/** @type {any} */ row) => {
      if ((await act(() => commands.evaluator_remove({ id: row.id }))) !== undefined) removedToast(row.name, undo);
    },
    move: (/** @type {any} */ row, /** @type {{ after: string | null }} */ { after }) => this.#moved(() => commands.evaluator_move({ id: row.id, after })),
  };

  /** @param {() => Promise<any>} work */
  async #moved(work) {
    await act(work);
    await this.load();
  }

  render() {
    if (!this.evaluators || !this.criteria) return nothing;
    const locked = state().kind === "read-only";
    const { criteria, total, note } = this.criteria;
    return html`<section class="listing" aria-labelledby="h-evaluators">
        <div class="sh"><h2 id="h-evaluators">${t("evaluators")}</h2><span class="s">${t("evaluators-lead")}</span></div>
        ${this.evaluators.length ? nothing : html`<p class="lead">${t("empty-evaluators")}</p>`}
        <div class="wide"><edit-table class=${this.evaluators.length ? "roomy" : "none-yet"} .rows=${this.evaluators} .ops=${this.#evaluatorOps} .keep="${this.procurement} evaluators" .label=${t("evaluators")} .adding=${t("evaluator-add")} .locked=${locked}
          .columns=${[
            { field: "name", label: t("column-name"), className: "c-name" },
            { field: "reading", label: t("column-reading"), className: "c-reading" },
            { field: "department", label: t("column-department"), className: "c-mid" },
            { field: "role", label: t("column-role"), className: "c-mid" },
            { field: "duties", label: t("column-duties"), kind: "long", className: "c-wide" },
            { field: "adviser", label: t("column-adviser"), kind: "flag", className: "c-flag" },
          ]}></edit-table></div>
      </section>
      <section class="listing" aria-labelledby="h-criteria">
        <div class="sh"><h2 id="h-criteria">${t("criteria")}</h2><span class="s">${t("criteria-lead")}</span>
          ${criteria.length ? html`<p class="total" role="status">${t("weights-total")} <b class=${note ? "shu" : ""}>${total}</b></p>` : nothing}</div>
        ${note ? html`<ul class="sayings"><li class="warn"><b>${t("severity-warn")}</b><span>${say(note)}</span></li></ul>` : nothing}
        ${criteria.length ? html`<ul class="tops">${criteria.filter(({ depth }) => !depth).map((one) => html`<li>${one.number}. ${one.title} <span class="s figures">${one.weight ?? ""}</span></li>`)}</ul>` : html`<p class="lead">${t("empty-criteria")}</p>`}
        <p class="tools"><a class="btn" href="#/p/${this.procurement}/criteria">${t("criteria-open")}</a></p>
      </section>`;
  }
}
customElements.define("facts-review", FactsReview);
