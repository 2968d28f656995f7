import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { go } from "../../app/router.js";
import { state } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { picture } from "../../elements/picture.js";
import { toast } from "../../elements/toast.js";
import { factControl, factNotes } from "./fact-field.js";

/** @typedef {import("../../host/bindings.d.ts").Schedule} Schedule */
/** @typedef {import("../../host/bindings.d.ts").SuggestedDate} SuggestedDate */

/** The dates of the procurement, what is odd about them, and a suggestion by business days. */
class FactsSchedule extends Element {
  static properties = { procurement: {}, schedule: { state: true }, suggested: { state: true }, keep: { state: true } };

  constructor() {
    super();
    this.procurement = "";
    /** @type {Schedule | undefined} */
    this.schedule = undefined;
    /** @type {SuggestedDate[] | null} */
    this.suggested = null;
    this.from = "";
    this.keep = true;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
  }

  async load() {
    const schedule = await read(() => commands.schedule_get({ procurement: this.procurement }));
    if (schedule) this.schedule = schedule;
  }

  async #suggest() {
    const input = /** @type {HTMLInputElement | null} */ (this.querySelector("#suggest-from"));
    this.from = input?.value.trim() ?? this.from;
    const found = await read(() => commands.schedule_suggest({ procurement: this.procurement, ...(this.from ? { from: this.from } : {}) }));
    if (found) this.suggested = found.milestones;
  }

  async #apply() {
    const done = await act(() => commands.schedule_apply({ procurement: this.procurement, ...(this.from ? { from: this.from } : {}), keep_existing: this.keep }));
    if (done === undefined) return;
    this.suggested = null;
    toast({ text: t("schedule-applied"), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
  }

  /** The field of a date: here, or among the basics where it belongs to the contract. @param {import("../../host/bindings.d.ts").Place} place */
  #show(place) {
    if (place.screen === "schedule") document.getElementById(`fact-${place.key}`)?.focus();
    else go(`p/${this.procurement}/facts/basics`);
  }

  render() {
    const schedule = this.schedule;
    if (!schedule) return nothing;
    // What is said above the table is not said again in its row.
    const said = new Set(schedule.findings.map((one) => say(one.text)));
    const empty = schedule.milestones.every((one) => !one.value);
    return html`<div class="pad">
      ${empty ? html`<p class="lead">${t("empty-schedule")}</p>` : nothing}
      ${schedule.findings.length
        ? html`<ul class="sayings" aria-label=${t("findings-label")}>${schedule.findings.map((one) => html`<li class=${one.severity}>${one.severity === "note" ? nothing : html`<b>${t(`severity-${one.severity}`)}</b>`}<span>${say(one.text)} ${one.place.key ? html`<button class="link" type="button" @click=${() => this.#show(one.place)}>${t("go-to-field")}</button>` : nothing}</span></li>`)}</ul>`
        : nothing}
      ${this.suggested ? this.#panel(this.suggested) : html`<p class="tools"><button class="btn ${empty ? "go" : ""}" type="button" ?disabled=${state().kind === "read-only"} @click=${() => this.#suggest()}>${t("schedule-suggest")}</button><span class="s">${t("schedule-typing")}</span></p>`}
      </div>
      <div class="wide"><table class="reg edit sched-edit">
        <thead><tr><th scope="col">${t("schedule-milestone")}</th><th scope="col" class="c-date">${t("schedule-date")}</th><th scope="col">${t("schedule-reads")}</th><th scope="col" class="num nw">${t("schedule-gap")}</th></tr></thead>
        <tbody>
          ${schedule.milestones.map(
            (one) => html`<tr>
              <th scope="row"><label for="fact-${one.key}">${say(one.label)}</label></th>
              <td class="c-date">${factControl(this.procurement, one, () => void this.load())}</td>
              <td class="reads-cell">${one.text ? html`<span class="reads">${one.text}</span>` : html`<span class="s">${t("date-unset")}</span>`}${factNotes({ ...one, notes: one.notes.filter((note) => !said.has(say(note))) })}</td>
              <td class="num ${(one.days_from_previous ?? 0) < 0 ? "shu" : ""}">${one.days_from_previous === null || one.days_from_previous === undefined ? "" : t("business-days", { days: one.days_from_previous })}</td>
            </tr>`,
          )}
        </tbody>
      </table></div>
      ${schedule.weeks && !empty
        ? html`<section class="weeks pad" aria-labelledby="s-weeks"><div class="sh"><h2 id="s-weeks">${t("weeks-title")}</h2><span class="s">${t("weeks-key")}</span></div>
            <div class="wide" tabindex="0" role="group" aria-labelledby="s-weeks">${picture(schedule.weeks.svg, schedule.weeks.alt)}</div></section>`
        : nothing}`;
  }

  /** @param {SuggestedDate[]} suggested */
  #panel(suggested) {
    return html`<section class="suggest" aria-labelledby="suggest-h">
      <h2 id="suggest-h">${t("schedule-suggested")}</h2>
      <p class="from"><label for="suggest-from">${t("schedule-from")}</label><input id="suggest-from" type="text" class="figures" .value=${this.from} placeholder=${t("schedule-from-today")}
          @change=${() => this.#suggest()} /><span class="s">${t("schedule-rule")}</span></p>
      <ul>${suggested.map((one) => html`<li><span>${say(one.label)}</span><b>${one.text}</b><span class="s">${say(one.reason)}</span></li>`)}</ul>
      <div class="dfoot"><label class="opt"><input type="checkbox" .checked=${this.keep} @change=${(/** @type {Event} */ event) => (this.keep = /** @type {HTMLInputElement} */ (event.target).checked)} />${t("schedule-keep")}</label>
        <span><button class="btn" type="button" @click=${() => (this.suggested = null)}>${t("cancel")}</button><button class="btn go" type="button" @click=${() => this.#apply()}>${t("schedule-apply")}</button></span></div>
    </section>`;
  }
}
customElements.define("facts-schedule", FactsSchedule);
