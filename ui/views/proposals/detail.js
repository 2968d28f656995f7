import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act } from "../../app/act.js";
import { begin, begun, done } from "../../app/begun.js";
import { Element } from "../../app/element.js";
import { sentence } from "../../app/errors.js";
import { catchFocus } from "../../app/focus.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { writing } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { removedToast } from "../../elements/toast.js";
import { MEANS } from "../distribution/acts.js";
import "../../elements/edit-field.js";
import "./checks.js";
import "./estimates.js";
import "./files.js";
import { punctualityMark } from "./mark.js";

/** @typedef {import("../../host/bindings.d.ts").Proposal} Proposal */

const TABS = ["receipt", "estimate", "files", "items", "requirements"];

/** A date in words, beside its field. @param {string} words */
const reads = (words) => (words ? html`<span class="reads">${words}</span>` : nothing);

/** One proposal, edited in place: receipt and team, estimates, files, required items, requirements. */
export class ProposalDetail extends Element {
  static properties = { proposal: {}, tab: {}, locked: { type: Boolean }, view: { state: true }, ruling: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.proposal = "";
    this.tab = "";
    this.locked = false;
    /** @type {Proposal | undefined} */
    this.view = undefined;
    /** What is being decided about lateness. @type {{ ruling: "accepted" | "refused", reason: string } | null} */
    this.ruling = null;
    /** @type {any} */
    this.failure = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("proposal")) return;
    this.ruling = begun(this.#form) ?? null;
    this.failure = null;
    void this.load();
  }

  /** Names the form of the ruling. */
  get #form() {
    return `ruling ${this.proposal}`;
  }

  async load() {
    const id = this.proposal;
    // One that was just taken out is no failure here.
    const view = await commands.proposal_get({ id }).catch(() => undefined);
    if (id === this.proposal) this.view = view;
  }

  async #remove() {
    const name = this.view?.name ?? "";
    if ((await act(() => commands.proposal_remove({ id: this.proposal }))) === undefined) return;
    removedToast(t("proposal-of", { name }), undo);
    this.dispatchEvent(new CustomEvent("removed"));
  }

  /** Asks for the reason of a ruling. @param {"accepted" | "refused"} ruling */
  #ask(ruling) {
    this.#consider({ ruling, reason: "" });
    void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector("#ruling-reason"))?.focus());
  }

  /** @param {NonNullable<ProposalDetail["ruling"]>} ruling */
  #consider(ruling) {
    this.ruling = ruling;
    begin(this.#form, ruling, `${t("column-proposal-late-reason")}: ${this.view?.name ?? ""}`, [ruling.reason]);
  }

  /** Gives the ruling up. */
  #drop() {
    done(this.#form);
    this.ruling = null;
    this.failure = null;
    void this.updateComplete.then(() => catchFocus(this.querySelector(".late button")));
  }

  /** @param {"" | "accepted" | "refused"} ruling @param {string} reason */
  async #rule(ruling, reason) {
    const form = this.#form;
    this.failure = null;
    try {
      await writing(() => commands.proposal_rule({ id: this.proposal, ruling, reason }));
      done(form);
      this.ruling = null;
    } catch (failure) {
      this.failure = failure;
      return;
    }
    await this.load();
    await this.updateComplete;
    catchFocus(this.querySelector("h2"));
  }

  render() {
    const { view } = this;
    if (!view || view.id !== this.proposal) return nothing;
    const tab = TABS.includes(this.tab) ? this.tab : "receipt";
    const looked = (/** @type {string} */ state) => view.items.filter((item) => item.state === state).length;
    // What is there in part, or not, is no more counted as there than what nobody has looked for.
    const short = ["partly", "missing"].flatMap((state) => (looked(state) ? t(`items-figure-${state}`, { count: looked(state) }) : [])).join(t("list-comma"));
    const items = `${looked("present")}/${view.items.length}${short ? t("state-aside", { state: short }) : ""}`;
    const said = view.requirements.filter((one) => one.answer).length;
    /** @type {Record<string, string>} */
    const counts = { estimate: String(view.estimates.length || ""), files: String(view.files.length || ""), items: view.items.length ? items : "", requirements: view.requirements.length ? `${said}/${view.requirements.length}` : "" };
    return html`<div class="phead"><h2 id="proposal-h" tabindex="-1">${view.name}</h2><p class="s">${view.received_text} ${punctualityMark(view.punctuality, view.late_ruling)}</p></div>
      <div class="tabs" role="group" aria-labelledby="proposal-h">${TABS.map((name) => html`<button type="button" aria-pressed=${tab === name ? "true" : "false"} @click=${() => this.dispatchEvent(new CustomEvent("tab", { detail: name }))}>${t(`proposal-tab-${name}`)} ${counts[name] ? html`<span class="figures">${counts[name]}</span>` : nothing}</button>`)}</div>
      ${tab === "receipt" ? this.#receipt(view) : nothing}
      ${tab === "estimate" ? html`<proposal-estimates .view=${view} .locked=${this.locked}></proposal-estimates>` : nothing}
      ${tab === "files" ? html`<proposal-files .view=${view} .locked=${this.locked}></proposal-files>` : nothing}
      ${tab === "items" ? html`<proposal-items .view=${view} .locked=${this.locked}></proposal-items>` : nothing}
      ${tab === "requirements" ? html`<proposal-requirements .view=${view} .locked=${this.locked}></proposal-requirements>` : nothing}`;
  }

  /** @param {Proposal} view @param {keyof Proposal} field @param {{ kind?: string, choices?: any[], note?: unknown, fixed?: boolean }} [more] */
  #field(view, field, { kind = "text", choices, note, fixed = false } = {}) {
    const label = t(`column-proposal-${field.replaceAll("_", "-")}`);
    const id = `proposal-${field.replaceAll("_", "-")}`;
    return html`<div class="frow kind-${kind}"><label class="lab" for=${id}>${label}</label><div class="ctl">
      <edit-field .fieldId=${id} .kind=${kind} .value=${String(view[field] ?? "")} .choices=${choices ?? []} .name="${view.name} ${label}" .keep="${view.id} ${field}" .locked=${this.locked || fixed}
        .save=${(/** @type {string} */ value) => commands.proposal_set({ id: view.id, field, value })}></edit-field>${note ?? nothing}</div></div>`;
  }

  /** @param {Proposal} view */
  #receipt(view) {
    const means = ["", ...MEANS].map((value) => ({ value, label: { id: value ? `value-proposal-means-${value}` : "choice-none", args: {} } }));
    return html`<div class="rows">
        ${this.#field(view, "received_at", { kind: "moment", fixed: view.received_fixed, note: html`${reads(view.received_text)}<span class="note ${view.punctuality === "late" || view.punctuality === "unclear" ? "shu" : ""}">${say(view.punctuality_text)}</span>${view.received_fixed ? html`<p class="note">${t("proposal-received-fixed")}</p>` : nothing}` })}
        ${view.can_be_ruled ? this.#late(view) : nothing}
        ${this.#field(view, "means", { kind: "choice", choices: means })}
        ${this.#field(view, "receipt_at", { kind: "moment", note: reads(view.receipt_text) })}
        ${this.#field(view, "valid_until", { kind: "date", note: reads(view.valid_until_text) })}
        ${this.#field(view, "staff", { kind: "int" })} ${this.#field(view, "leads", { kind: "int" })} ${this.#field(view, "busy_extra", { kind: "int" })}
        ${this.#field(view, "team", { kind: "long" })} ${this.#field(view, "summary", { kind: "long" })}
      </div>
      ${this.locked ? nothing : html`<p class="dend"><button class="link severe" type="button" @click=${() => this.#remove()}>${t("proposal-remove")}</button></p>`}`;
  }

  /** What becomes of one that came after the deadline. @param {Proposal} view */
  #late(view) {
    const { ruling } = this;
    return html`<div class="frow late"><span class="lab">${t("column-proposal-late-ruling")}</span><div>
      ${view.late_ruling
        ? html`<p><b>${t(`value-proposal-late-ruling-${view.late_ruling}`)}</b> ${view.late_reason}</p>${this.locked ? nothing : html`<button class="link" type="button" @click=${() => this.#rule("", "")}>${t("late-back")}</button>`}`
        : html`<p class="s">${t(view.punctuality === "late" ? "late-lead-late" : "late-lead-grace")}</p>`}
      ${!view.late_ruling && !this.locked && !ruling ? html`<p class="tools"><button class="btn small" type="button" @click=${() => this.#ask("accepted")}>${t("late-accept")}</button><button class="btn small" type="button" @click=${() => this.#ask("refused")}>${t("late-refuse")}</button></p>` : nothing}
      ${ruling ? html`<div class="stepform"><label class="lab" for="ruling-reason">${t("column-proposal-late-reason")}</label>
        <input type="text" id="ruling-reason" autocomplete="off" .value=${ruling.reason} @input=${(/** @type {Event} */ event) => this.#consider({ ...ruling, reason: /** @type {HTMLInputElement} */ (event.target).value })}
          @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") void this.#rule(ruling.ruling, ruling.reason); }}>
        ${this.failure ? html`<p class="wrong" role="alert">${sentence(this.failure)}</p>` : nothing}
        <p class="tools"><button class="btn go small" type="button" @click=${() => this.#rule(ruling.ruling, ruling.reason)}>${t(`late-record-${ruling.ruling}`)}</button><button class="btn small" type="button" @click=${() => this.#drop()}>${t("cancel")}</button></p></div>` : nothing}
    </div></div>`;
  }
}
customElements.define("proposal-detail", ProposalDetail);
