import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { act, read } from "../../app/act.js";
import { report } from "../../app/errors.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { openPath, pickFolder } from "../../host/transport.js";
import { emptyState } from "../../elements/empty-state.js";
import { keeps, put } from "../../elements/keeps.js";
import { removedToast, toast } from "../../elements/toast.js";
import { ActDialog } from "../distribution/acts.js";
import { acts, DecisionScreen, frow, moveKey } from "./screen.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").ApprovalStep} Step */

const OUTCOMES = /** @type {const} */ (["", "approved", "conditions", "held", "rejected", "sent-back"]);
const LONG = ["reason", "merits", "demerits", "effect", "timing", "attachments"];

/** @param {string} outcome */
const outcomeWord = (outcome) => (outcome ? `value-approval-step-outcome-${outcome}` : "approval-outcome-open");

/** The approval request (稟議): its words, its route, its conditions, its paper. */
class ApprovalView extends DecisionScreen {
  constructor() {
    super();
    /** @type {import("../../host/bindings.d.ts").Approval | null} */
    this.approval = null;
  }

  async load() {
    await this.latest(read(() => commands.approval_get(this.of)), (got) => { this.approval = got; });
  }

  async #export() {
    const to = await pickFolder().catch(report);
    if (!to) return;
    const made = await act(() => commands.approval_export({ ...this.of, to }));
    if (made) toast({ text: t("release-written-toast", { count: made.files.length, folder: to }), action: { label: t("open-folder"), run: () => openPath(to).catch(report) } });
  }

  #submit() {
    const again = this.approval?.state === "sent-back";
    new ActDialog({
      title: t("approval-submit-title"), lead: t(again ? "approval-submit-again-lead" : "approval-submit-lead"), seal: t("approval-submit-seal"), irreversible: true, seen: t("approval-submit-seen"), values: { at: "" },
      fields: (dialog) => html`<ul class="who">${(this.approval?.steps ?? []).map((one) => html`<li>${one.name} <span class="s">${one.role}</span></li>`)}</ul>${dialog.line("at", t("column-approval-submitted-at"), t("sent-now"))}`,
      act: ({ at }) => commands.approval_submit({ ...this.of, ...(at.trim() ? { at } : {}) }),
    });
  }

  async #withdraw() {
    if ((await act(() => commands.approval_withdraw(this.of))) !== undefined) toast({ text: t("approval-withdrawn-toast"), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
  }

  async #addStep() {
    const name = /** @type {HTMLInputElement} */ (this.querySelector("#step-name"));
    const role = /** @type {HTMLInputElement} */ (this.querySelector("#step-role"));
    if (!name.value.trim()) return name.focus();
    const made = await act(() => commands.approval_step_add({ ...this.of, name: name.value, ...(role.value.trim() ? { role: role.value } : {}) }));
    if (!made) return;
    put(name);
    put(role);
    name.focus();
  }

  /** @param {Step} step */
  async #removeStep(step) {
    if ((await act(() => commands.approval_step_remove({ id: step.id }))) !== undefined) removedToast(step.name, undo);
  }

  /** @param {Step} step @param {HTMLInputElement} input */
  async #addCondition(step, input) {
    if (!input.value.trim()) return input.focus();
    if (!(await act(() => commands.approval_condition_add({ step: step.id, text: input.value })))) return;
    put(input);
  }

  render() {
    const { approval } = this;
    if (!approval) return nothing;
    const open = approval.state === "draft" || approval.state === "sent-back";
    const fixed = this.locked || !open;
    const set = (/** @type {string} */ field) => (/** @type {string} */ value) => commands.approval_set({ ...this.of, field, value });
    const field = (/** @type {string} */ one, kind = "line") => frow({
      id: `approval-${one}`, label: t(`column-approval-${one.replace("_", "-")}`), kind, value: /** @type {any} */ (approval)[one], locked: fixed, save: set(one), keep: `${this.params.procurement} approval ${one}`,
      note: one === "drafted_on" && approval.drafted_text ? html`<span class="reads">${approval.drafted_text}</span>` : one === "attachments" ? html`<p class="note">${t("approval-attachments-note")}</p>` : nothing,
    });
    return html`<section class="request" aria-labelledby="approval-h"><div class="head"><h1 id="approval-h">${t("view-approval")}</h1>
          <p><span class="astate ${approval.state}">${t(`approval-state-${approval.state}`)}</span> ${approval.submitted ? t("approval-submitted", { at: approval.submitted }) : t("approval-suggested")}</p>
          <div class="end">${fixed || !approval.kept ? nothing : html`<button class="btn small" type="button" @click=${() => act(() => commands.approval_refill(this.of))}>${t("approval-refill")}</button>`}
            <button class="btn small" type="button" @click=${() => this.#export()}>${t("approval-export")}</button></div></div>
        <div class="rows">${field("number")} ${field("drafted_on", "date")} ${field("drafted_by")} ${field("subject")} ${LONG.map((one) => field(one, "long"))}</div>
      </section>
      <aside class="route" aria-labelledby="route-h"><div class="sh"><h2 id="route-h">${t("approval-route")}</h2><span class="s">${approval.open_conditions ? html`<b class="openmark">${t("approval-open-conditions", { count: approval.open_conditions })}</b>` : nothing}</span></div>
        ${approval.steps.length ? html`<ol class="steps-list">${repeat(approval.steps, (step) => step.id, (step, n) => this.#step(step, n))}</ol>` : emptyState({ text: t("approval-route-empty") })}
        ${this.#earlier(approval)}
        ${fixed ? nothing : html`<div class="addrow"><input type="text" id="step-name" aria-label=${t("approval-step-name")} placeholder=${t("approval-step-name")} autocomplete="off" ${keeps(`approver ${this.params.procurement}`)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#enter(event)} />
          <input type="text" id="step-role" aria-label=${t("column-approval-step-role")} placeholder=${t("column-approval-step-role")} autocomplete="off" ${keeps(`approver role ${this.params.procurement}`)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#enter(event)} />
          <button class="btn" type="button" @click=${() => this.#addStep()}>${t("approval-step-add")}</button></div>
          <p class="does"><button class="btn go" type="button" aria-haspopup="dialog" ?disabled=${!approval.steps.length} @click=${() => this.#submit()}>${t("approval-submit")}</button> <span class="s">${t("approval-submit-note")}</span></p>`}
        ${this.locked || approval.decided || approval.state === "draft" ? nothing : html`<p class="does"><button class="btn" type="button" @click=${() => this.#withdraw()}>${t("approval-withdraw")}</button> <span class="s">${t("approval-withdraw-note")}</span></p>`}
      </aside>`;
  }

  /** The earlier rounds that ended without approval. @param {import("../../host/bindings.d.ts").Approval} approval */
  #earlier({ earlier }) {
    if (!earlier.length) return nothing;
    return html`<section aria-labelledby="earlier-h"><h3 id="earlier-h">${t("approval-earlier")}</h3>
      <ul class="who earlier">${earlier.map((one) => html`<li>${one.role ? `${one.role}　` : ""}${one.name} <span class="s">${t(`approval-earlier-${one.ended}`, { at: one.at_text })}</span>${one.comment ? html`<p>${one.comment}</p>` : nothing}</li>`)}</ul></section>`;
  }

  /** @param {KeyboardEvent} event */
  #enter(event) {
    if (composing(event) || event.key !== "Enter") return;
    event.preventDefault();
    void this.#addStep();
  }

  /** @param {Step} step @param {number} n */
  #step(step, n) {
    const rows = this.approval?.steps ?? [];
    const undecided = this.approval?.state === "draft";
    const decided = this.locked || !!this.approval?.decided;
    const fixed = decided || step.fixed;
    const set = (/** @type {string} */ field) => (/** @type {string} */ value) => commands.approval_step_set({ id: step.id, field, value });
    const label = (/** @type {string} */ field) => t(`column-approval-step-${field}`);
    const move = (/** @type {string | null} */ after) => act(() => commands.approval_step_move({ id: step.id, after }));
    return html`<li class="astep ${step.outcome || "waiting"}" data-step=${step.id} @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!fixed) moveKey(event, rows, step.id, move); }}>
      <div class="pline"><span class="no">${n + 1}</span>
        <edit-field class="cell strong" kind="line" .fieldId="name-${step.id}" .label="${label("name")}: ${step.name}" .value=${step.name} .name=${step.name} .locked=${fixed} .save=${set("name")}></edit-field>
        <edit-field class="cell" kind="line" .fieldId="role-${step.id}" .label="${label("role")}: ${step.name}" .placeholder=${label("role")} .value=${step.role} .name="${step.name} ${label("role")}" .locked=${fixed} .save=${set("role")}></edit-field>
        ${fixed ? nothing : acts({ name: step.name, rows, id: step.id, move, remove: () => this.#removeStep(step) })}</div>
      ${undecided ? nothing : html`<div class="rows">
        ${frow({ id: `outcome-${step.id}`, label: label("outcome"), kind: "choice", value: step.outcome, locked: decided, save: set("outcome"), choices: OUTCOMES.map((one) => ({ value: one, label: { id: outcomeWord(one), args: {} } })) })}
        ${step.outcome ? frow({ id: `at-${step.id}`, label: label("at"), kind: "moment", value: step.at, locked: decided, save: set("at"), keep: `${step.id} at`, note: html`<span class="reads">${step.at_text}</span>` }) : nothing}
        ${frow({ id: `comment-${step.id}`, label: label("comment"), kind: "long", value: step.comment, locked: decided, save: set("comment") })}</div>
        ${step.outcome === "conditions" || step.conditions.length ? this.#conditions(step) : nothing}`}
    </li>`;
  }

  /** @param {Step} step */
  #conditions(step) {
    const { locked } = this;
    const decided = locked || !!this.approval?.decided;
    const word = (/** @type {string} */ field) => t(`column-approval-condition-${field}`);
    return html`<div class="conds"><h3>${t("approval-conditions")}</h3>
      ${step.conditions.map((one) => {
        const set = (/** @type {string} */ field) => (/** @type {string} */ value) => commands.approval_condition_set({ id: one.id, field, value });
        return html`<div class="cond ${one.met_at ? "met" : "open"}" data-condition=${one.id}><p class="cstate">${one.met_at ? t("condition-met", { at: one.met_text }) : t("condition-open")}</p>
          <div class="rows">${frow({ id: `ctext-${one.id}`, label: word("text"), kind: "long", value: one.text, locked: decided, save: set("text") })}
          ${frow({ id: `cmet-${one.id}`, label: word("met-at"), kind: "moment", value: one.met_at, locked, save: set("met_at"), keep: `${one.id} met_at` })}
          ${frow({ id: `chow-${one.id}`, label: word("how"), kind: "long", value: one.how, locked, save: set("how") })}</div>
          ${decided ? nothing : html`<button class="link" type="button" @click=${async () => { if ((await act(() => commands.approval_condition_remove({ id: one.id }))) !== undefined) removedToast(one.text, undo); }}>${t("condition-remove")}</button>`}</div>`;
      })}
      ${step.outcome === "conditions" && !step.conditions.length ? html`<p class="shu">${t("condition-needed")}</p>` : nothing}
      ${decided ? nothing : html`<div class="addrow"><input type="text" class="adder" id="cond-${step.id}" aria-label="${t("condition-add-label")}: ${step.name}" placeholder=${t("condition-add-label")} autocomplete="off" ${keeps(`condition ${step.id}`)}
          @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") { event.preventDefault(); void this.#addCondition(step, /** @type {HTMLInputElement} */ (event.target)); } }} />
        <button class="btn small" type="button" @click=${() => this.#addCondition(step, /** @type {HTMLInputElement} */ (this.querySelector(`#cond-${step.id}`)))}>${t("condition-add")}</button></div>`}</div>`;
  }
}
customElements.define("view-approval", ApprovalView);
