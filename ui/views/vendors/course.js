import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { commands } from "../../host/commands.js";
import { act } from "../../app/act.js";
import { begin, begun, done } from "../../app/begun.js";
import { Element } from "../../app/element.js";
import { catchFocus } from "../../app/focus.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { undo } from "../../app/undo.js";
import { closeIcon } from "../../elements/icons.js";
import { openMenu } from "../../elements/menu/menu.js";
import { removedToast, toast } from "../../elements/toast.js";
import { others, OUT, statusWord, WAY } from "./status.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").Bidder} Bidder */
/** @typedef {import("./status.js").Status} Status */

const REASONS = ["", "busy", "too-small", "other"];

/** Takes a step and says so, with what the directory learned and the way back. @param {{ bidder: string, status: Status, at?: string, note?: string, reason?: any, volume?: string }} step @param {string} name */
export async function takeStep(step, name) {
  const done = await act(() => commands.bidder_step_add(step));
  if (!done) return false;
  const text = t("step-taken", { name, status: statusWord(step.status) });
  toast({ text: done.learned ? `${text} ${say(done.learned)}` : text, action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
  return true;
}

/** The dated statuses of a bidder, the next one, and what was with its vendor before. */
class BidderCourse extends Element {
  static properties = { bidder: { attribute: false }, wanted: {}, locked: { type: Boolean }, course: { state: true }, form: { state: true } };

  constructor() {
    super();
    /** @type {Bidder} */
    this.bidder = /** @type {any} */ (undefined);
    this.wanted = "";
    this.locked = false;
    /** @type {import("../../host/bindings.d.ts").Course | undefined} */
    this.course = undefined;
    /** @type {Status | ""} */
    this.form = "";
    this.loaded = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (changed.has("bidder") && changed.get("bidder")?.id !== this.bidder.id) {
      this.course = undefined;
      this.form = "";
      void this.load();
    }
    if (changed.has("wanted") && this.wanted) this.#open(/** @type {Status} */ (this.wanted));
  }

  async load() {
    const { id } = this.bidder;
    const course = await commands.bidder_course({ id }).catch(() => undefined);
    if (id === this.bidder.id) this.course = course;
  }

  /** @param {Status} status */
  #open(status) {
    this.form = status;
    void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector(".stepform select, .stepform input"))?.focus());
  }

  /** @param {Event} [event] */
  async #record(event) {
    event?.preventDefault();
    const form = /** @type {HTMLFormElement} */ (this.querySelector(".stepform"));
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name))?.value.trim() ?? "";
    const status = /** @type {Status} */ (this.form);
    const step = { bidder: this.bidder.id, status, note: value("note"), ...(value("at") ? { at: value("at") } : {}), ...(status === "declined" ? { reason: /** @type {any} */ (value("reason")), volume: value("volume") } : {}) };
    const key = this.#key(status);
    if (!(await takeStep(step, this.bidder.name))) return;
    done(key);
    this.#close();
  }

  /** Names the form of a step. @param {Status} status */
  #key(status) {
    return `step ${this.bidder.id} ${status}`;
  }

  /** @param {string} key @param {HTMLFormElement} form */
  #typed(key, form) {
    const values = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
    begin(key, values, `${this.bidder.name}: ${t("course-title")}`, [values.volume ?? "", values.note, values.at]);
    this.requestUpdate();
  }

  #close() {
    this.form = "";
    void this.updateComplete.then(() => catchFocus(this.querySelector("h3")));
  }

  render() {
    const { course, bidder } = this;
    if (!course) return nothing;
    return html`<section class="part" aria-labelledby="c-steps"><div class="sh"><h3 id="c-steps" tabindex="-1">${t("course-title")}</h3></div>
        <ol class="course">${repeat(course.steps, (step) => step.id, (step) => this.#step(step, course.steps.length > 1))}</ol>
        ${this.locked ? nothing : this.form ? this.#form(this.form) : html`<div class="nexts">
          ${course.next.map((status) => html`<button class="btn small" type="button" @click=${() => this.#open(status)}>${t("step-to", { status: statusWord(status) })}</button>`)}
          <button class="link" type="button" aria-haspopup="listbox" @click=${(/** @type {Event} */ event) => openMenu(/** @type {HTMLElement} */ (event.currentTarget), { label: t("step-others"), groups: [{ items: others({ status: bidder.status, next: course.next }).map((status) => ({ label: statusWord(status), run: () => this.#open(status) })) }] })}>${t("step-others")}</button></div>`}
      </section>
      ${course.before.length ? html`<section class="part" aria-labelledby="c-before"><div class="sh"><h3 id="c-before">${t("course-before")}</h3></div>
        <ul class="before">${course.before.map((one) => html`<li><span>${one.title}</span> <span class="s">${say(one.told)}</span></li>`)}</ul></section>` : nothing}`;
  }

  /** @param {Status} status */
  #form(status) {
    const usual = this.course?.next.includes(status);
    const declined = status === "declined";
    const key = this.#key(status);
    const { reason = "", volume = "", note = "", at = "" } = begun(key) ?? {};
    return html`<form class="stepform" @submit=${(/** @type {Event} */ event) => this.#record(event)} @input=${(/** @type {Event} */ event) => this.#typed(key, /** @type {HTMLFormElement} */ (event.currentTarget))} @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (composing(event) || event.key !== "Escape") return;
        event.stopPropagation();
        this.#close();
      }}>
      <p><b>${t("step-to", { status: statusWord(status) })}</b>${usual ? nothing : html` <span class="s">${t("step-unusual-now", { before: statusWord(this.bidder.status) })}</span>`}</p>
      ${declined ? html`<div class="frow"><label class="lab" for="step-reason">${t("column-bidder-step-reason")}</label><select id="step-reason" name="reason">${REASONS.map((value) => html`<option value=${value} ?selected=${value === reason}>${t(`bidder-reason-${value || "unsaid"}`)}</option>`)}</select></div>
        <div class="frow"><label class="lab" for="step-volume">${t("column-bidder-step-volume")}</label><input id="step-volume" name="volume" type="text" autocomplete="off" placeholder=${t("step-volume-example")} .value=${volume} /></div>` : nothing}
      <div class="frow"><label class="lab" for="step-note">${t("column-bidder-step-note")}</label><input id="step-note" name="note" type="text" autocomplete="off" .value=${note} /></div>
      <div class="frow"><label class="lab" for="step-at">${t("column-bidder-step-at")}</label><input id="step-at" name="at" type="text" class="figures" autocomplete="off" placeholder=${t("step-now")} .value=${at} /></div>
      <div class="nexts"><button class="btn small go" type="submit">${t("step-record")}</button><button class="btn small" type="button" @click=${() => { done(key); this.#close(); }}>${t("cancel")}</button></div>
    </form>`;
  }

  /** @param {import("../../host/bindings.d.ts").BidderStep} step @param {boolean} many */
  #step(step, many) {
    const set = (/** @type {string} */ field) => async (/** @type {string} */ value) => {
      const done = await commands.bidder_step_set({ id: step.id, field: /** @type {any} */ (field), value });
      if (done.learned) toast({ text: say(done.learned) });
      return done;
    };
    const label = (/** @type {string} */ field) => `${t(`column-bidder-step-${field}`)}: ${statusWord(step.status)} ${step.at_text}`;
    const choices = (/** @type {readonly string[]} */ values, /** @type {string} */ prefix) => values.map((value) => ({ value, label: { id: `${prefix}${value || "unsaid"}`, args: {} } }));
    const locked = this.locked || step.decided;
    return html`<li class=${OUT.includes(step.status) ? "out" : ""} title=${step.decided ? t("step-decided") : nothing}>
      <edit-field class="cell when" kind="moment" .value=${step.at} .reads=${step.at_text} .label=${label("at")} .keep="${step.id} at" .locked=${locked} .save=${set("at")}></edit-field>
      ${step.decided ? html`<span class="cell what">${statusWord(step.status)}</span>` : html`<edit-field class="cell what" kind="choice" .value=${step.status} .choices=${choices([...WAY, ...OUT], "bidder-")} .label=${label("status")} .locked=${locked} .save=${set("status")}></edit-field>`}
      ${many && !locked ? html`<button class="tool icon" type="button" aria-label="${t("delete")}: ${statusWord(step.status)} ${step.at_text}" title=${t("delete")} @click=${async () => { if ((await act(() => commands.bidder_step_remove({ id: step.id }))) !== undefined) removedToast(`${statusWord(step.status)} ${step.at_text}`, undo); }}>${closeIcon}</button>` : html`<span></span>`}
      ${step.status === "declined" ? html`<div class="more"><edit-field class="cell" kind="choice" .value=${step.reason} .choices=${choices(REASONS, "bidder-reason-")} .label=${label("reason")} .locked=${this.locked} .save=${set("reason")}></edit-field>
        <edit-field class="cell" .value=${step.volume} .placeholder=${t("step-volume-short")} .label=${label("volume")} .locked=${this.locked} .save=${set("volume")}></edit-field><span class="s">${step.volume ? t("step-volume-unit") : ""}</span></div>` : nothing}
      ${step.decided && !step.note ? nothing : html`<edit-field class="cell note" kind="line" .value=${step.note} .placeholder=${t("column-bidder-step-note")} .label=${label("note")} .locked=${locked} .save=${set("note")}></edit-field>`}
      ${step.unusual ? html`<p class="s more">${say(step.unusual)}</p>` : nothing}
    </li>`;
  }
}
customElements.define("bidder-course", BidderCourse);
