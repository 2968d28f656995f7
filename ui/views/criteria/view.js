import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { reasoned } from "../../app/reason.js";
import { replace } from "../../app/router.js";
import { state } from "../../app/saving.js";
import { undo, undoOwn } from "../../app/undo.js";
import { wayBack } from "../../app/way-back.js";
import "../../elements/edit-table.js";
import { keeps, put } from "../../elements/keeps.js";
import "../../elements/reason-bar.js";
import { toast } from "../../elements/toast.js";
import "./rules-form.js";
import "./scheme-editor.js";
import { asked, criterionColumns, criterionOps } from "./table.js";
import "./view.css";

/** @typedef {import("../../host/bindings.d.ts").Criteria} Criteria */
/** @typedef {import("../../host/bindings.d.ts").JudgingView} JudgingView */
/** @typedef {import("../../host/bindings.d.ts").Evaluator} Evaluator */

/** What proposals are judged by, how each criterion is marked, and how marks become a result. */
class ViewCriteria extends Element {
  static properties = { params: { attribute: false }, list: { state: true }, judging: { state: true }, evaluators: { state: true }, changes: { state: true }, sets: { state: true }, turn: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {Criteria | undefined} */
    this.list = undefined;
    /** @type {JudgingView | undefined} */
    this.judging = undefined;
    /** @type {Evaluator[]} */
    this.evaluators = [];
    /** @type {import("../../host/bindings.d.ts").CriterionChangeRow[]} */
    this.changes = [];
    /** @type {import("../../host/bindings.d.ts").CriterionSetRow[]} */
    this.sets = [];
    /** Fields are drawn anew once a reason was given, so that nothing refused stands in them. */
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  async load() {
    const { procurement } = this.params;
    const [list, judging, evaluators, changes, sets] = await Promise.all([
      read(() => commands.criterion_list({ procurement })), read(() => commands.judging_get({ procurement })), read(() => commands.evaluator_list({ procurement })),
      read(() => commands.criterion_change_list({ procurement })), read(() => commands.criterion_set_list({})),
    ]);
    if (list) this.list = list;
    if (judging) this.judging = judging;
    if (evaluators) this.evaluators = evaluators.filter((one) => !one.adviser);
    if (changes) this.changes = changes;
    if (sets) this.sets = sets;
  }

  /** @param {any} row */
  #open = (row) => {
    replace(`p/${this.params.procurement}/criteria/${row.id}`);
    this.params = { ...this.params, criterion: row.id };
    void this.updateComplete.then(() => this.querySelector("scheme-editor")?.scrollIntoView({ block: "nearest" }));
  };

  render() {
    const { list, judging } = this;
    if (!list || !judging) return nothing;
    const { procurement } = this.params;
    const readOnly = state().kind === "read-only";
    const locked = readOnly || list.decided;
    const { criteria, total, note } = list;
    const chosen = criteria.find(({ id, leaf }) => id === this.params.criterion && leaf) ?? criteria.find(({ leaf }) => leaf);
    return html`<div class="head"><h1>${t("view-criteria")}</h1><p>${t("criteria-screen-lead")}</p></div>
      <reason-bar .procurement=${procurement} .frozen=${list.frozen && !list.decided} @given=${() => { this.turn += 1; void this.load(); }}></reason-bar>
      ${list.judged || list.decided ? html`<div class="notice" role="status"><p class="grow">${t(list.decided ? "criteria-decided-note" : "criteria-judged-note", wayBack(list))}</p></div>` : nothing}
      ${keyed(this.turn, html`<section class="listing" aria-labelledby="h-criteria">
        <div class="sh"><h2 id="h-criteria">${t("criteria")}</h2><span class="s">${t("criteria-lead")}</span>
          ${criteria.length ? html`<p class="total" role="status">${t("weights-total")} <b class=${note ? "shu" : ""}>${total}</b></p>` : nothing}</div>
        ${note ? html`<ul class="sayings"><li class="warn"><b>${t("severity-warn")}</b><span>${say(note)}</span></li></ul>` : nothing}
        ${criteria.length ? nothing : html`<p class="lead">${t("empty-criteria")}</p>${this.#begin(locked)}`}
        <div class="wide"><edit-table class=${criteria.length ? "schemed" : "none-yet"} tree numbered .rows=${criteria} .ops=${criterionOps(procurement, this.#open, () => this.load())} .keep="${procurement} criteria" .label=${t("criteria")} .adding=${t("criterion-add")} .addingInside=${t("criterion-add-inside")} .locked=${locked} .standing=${list.judged} .leaving=${list.frozen}
          .columns=${criterionColumns()}></edit-table></div>
        ${this.#sets(readOnly, criteria.length > 0, list.judged || list.decided)}
      </section>
      ${chosen ? html`<div class="listing">${keyed(chosen.id, html`<scheme-editor .procurement=${procurement} .criterion=${chosen} .locked=${locked} .fixed=${list.judged} .frozen=${list.frozen}></scheme-editor>`)}</div>` : nothing}
      <section class="listing" aria-labelledby="h-rules"><div class="sh"><h2 id="h-rules">${t("rules-title")}</h2><span class="s">${t("rules-lead")}</span></div>
        <rules-form .procurement=${procurement} .judging=${judging} .locked=${locked} .frozen=${list.frozen}></rules-form></section>`)}
      ${this.#shares(list, locked)} ${this.#changed(list.frozen)}`;
  }

  /** Who judges what. @param {Criteria} list @param {boolean} locked */
  #shares(list, locked) {
    const tops = list.criteria.filter(({ depth }) => !depth);
    if (!this.evaluators.length || !tops.length) return nothing;
    const judges = (/** @type {Evaluator} */ one, /** @type {string} */ id) => !one.judges.length || one.judges.includes(id);
    const toggle = (/** @type {Evaluator} */ one, /** @type {string} */ id) => {
      const now = tops.map((top) => top.id).filter((top) => (top === id ? !judges(one, top) : judges(one, top)));
      if (!now.length) return this.requestUpdate();
      const value = JSON.stringify(now.length === tops.length ? [] : now);
      // What was refused, or waits for its reason, is drawn as it is kept.
      return asked(() => reasoned(this.params.procurement, (given) => commands.evaluator_set({ id: one.id, field: "judges", value, ...given }))).then(() => this.load());
    };
    return html`<section class="listing" aria-labelledby="h-shares"><div class="sh"><h2 id="h-shares">${t("shares-title")}</h2><span class="s">${t("shares-lead")}</span></div>
      <div class="wide"><table class="reg shares"><thead><tr><th scope="col">${t("sheets-evaluator")}</th>${tops.map((top) => html`<th scope="col">${top.title}</th>`)}</tr></thead>
        <tbody>${this.evaluators.map((one) => html`<tr><th scope="row">${one.name}</th>${tops.map((top) => html`<td><input type="checkbox" .checked=${live(judges(one, top.id))} ?disabled=${locked || one.handed_in} aria-label="${one.name}: ${top.title}" @change=${() => toggle(one, top.id)}></td>`)}</tr>`)}</tbody></table></div>
    </section>`;
  }

  /** Puts a set in place of the criteria there are. @param {import("../../host/bindings.d.ts").CriterionSetRow} set */
  #plant(set) {
    const { procurement } = this.params;
    return asked(() => reasoned(procurement, async (given) => {
      await commands.criterion_set_plant({ procurement, set: set.id, ...given });
      toast({ text: t("set-planted", { name: set.name }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
    }));
  }

  /** The set that comes with the program, where there is nothing yet. @param {boolean} locked */
  #begin(locked) {
    const usual = this.sets.find((set) => set.supplied);
    if (locked || !usual) return nothing;
    return html`<p class="begin"><button class="btn go" type="button" @click=${() => this.#plant(usual)}>${t("set-begin", { name: usual.name })}</button><span class="s">${usual.titles.join(t("list-comma"))}</span></p>`;
  }

  /** @param {boolean} locked @param {boolean} any @param {boolean} standing the criteria stand: none takes their place */
  #sets(locked, any, standing) {
    const { procurement } = this.params;
    const sets = any ? this.sets : this.sets.filter((set) => !set.supplied);
    if (locked) return nothing;
    const save = async (/** @type {Event} */ event) => {
      event.preventDefault();
      const input = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.target).elements.namedItem("name"));
      const name = input.value.trim();
      if (!name) return input.focus();
      if (await act(() => commands.criterion_set_save({ procurement, name }))) {
        put(input);
        toast({ text: t("set-saved", { name }) });
      }
    };
    const remove = async (/** @type {any} */ set) => {
      // A set is the library's own: the step back of this procurement, Ctrl+Z, is another one.
      if ((await act(() => commands.criterion_set_remove({ id: set.id }))) !== undefined)
        toast({ text: t("deleted-toast", { what: set.name }), action: { label: t("undo"), run: undoOwn } });
    };
    if (!any && !sets.length) return nothing;
    return html`<details class="sets"><summary>${t("sets-title", { count: sets.length })}</summary>
      ${sets.length ? html`<ul>${sets.map((set) => html`<li>${set.supplied ? html`<b>${set.name}</b>` : html`<edit-field class="cell" .value=${set.name} .label=${t("set-name")} .save=${(/** @type {string} */ name) => commands.criterion_set_rename({ id: set.id, name })}></edit-field>`}
        <span class="s">${set.titles.join(t("list-comma"))}</span>
        <span class="acts2"><button class="link" type="button" ?disabled=${standing} aria-label="${t("set-plant")}: ${set.name}" @click=${() => this.#plant(set)}>${t("set-plant")}</button>${set.supplied ? nothing : html` <button class="link" type="button" aria-label="${t("delete")}: ${set.name}" @click=${() => remove(set)}>${t("delete")}</button>`}</span></li>`)}</ul>` : html`<p class="s">${t("sets-empty")}</p>`}
      ${any ? html`<form class="addrow" @submit=${save}><input class="adder" type="text" name="name" aria-label=${t("set-name")} placeholder=${t("set-name")} autocomplete="off" ${keeps(`set ${procurement}`)}><button class="btn" type="submit">${t("set-save")}</button></form>` : nothing}
    </details>`;
  }

  /** @param {boolean} frozen */
  #changed(frozen) {
    if (!frozen) return nothing;
    return html`<section class="listing" aria-labelledby="h-changes"><div class="sh"><h2 id="h-changes">${t("frozen-changes-title")}</h2><span class="s">${t("frozen-changes-lead")}</span></div>
      ${this.changes.length
        ? html`<ul class="changes">${this.changes.map((change) => html`<li><p><span class="figures">${change.at}</span> ${change.by === "—" ? nothing : change.by}</p><ul>${change.lines.map((line) => html`<li>${say(line)}</li>`)}</ul><p class="s">${t("change-reason", { reason: change.reason })}</p></li>`)}</ul>`
        : html`<p class="lead">${t("frozen-changes-none")}</p>`}
    </section>`;
  }
}
customElements.define("view-criteria", ViewCriteria);
