import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { provide } from "../../app/palette.js";
import { replace } from "../../app/router.js";
import { isReadOnly } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { emptyState } from "../../elements/empty-state.js";
import { closeIcon } from "../../elements/icons.js";
import { keeps, put } from "../../elements/keeps.js";
import { removedToast } from "../../elements/toast.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").Hearing} Hearing */

/** The hearings (お打ち合わせ) with all bidders: when, who was there, what was said and asked. */
class HearingsView extends Element {
  static properties = { params: { attribute: false }, all: { state: true }, bidders: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {Hearing[] | undefined} */
    this.all = undefined;
    /** @type {import("../../host/bindings.d.ts").Bidder[]} */
    this.bidders = [];
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
    this.stopOffering = provide(() => (this.all ?? []).map((one) => ({ label: `${one.name} ${one.day}`, detail: t("view-hearings"), words: [one.place, one.theirs], run: () => this.#choose(one.id) })));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopOffering?.();
  }

  async load() {
    const { procurement } = this.params;
    const [all, list] = await Promise.all([read(() => commands.hearing_list({ procurement })), read(() => commands.bidder_list({ procurement }))]);
    if (all) this.all = all;
    if (list) this.bidders = list.bidders;
  }

  get chosen() {
    return this.all?.find((one) => one.id === this.params.hearing) ?? this.all?.at(-1);
  }

  /** @param {string} id */
  #choose(id) {
    this.params = { ...this.params, hearing: id };
    replace(`p/${this.params.procurement}/hearings/${id}`);
  }

  async #add() {
    const bidder = /** @type {HTMLSelectElement} */ (this.querySelector("#hearing-with")).value;
    const input = /** @type {HTMLInputElement} */ (this.querySelector("#hearing-at"));
    const at = input.value.trim();
    if (!at) {
      input.focus();
      return;
    }
    const made = await act(() => commands.hearing_add({ bidder, at }));
    if (!made) return;
    put(input);
    await this.load();
    this.#choose(made.id);
  }

  /** @param {Hearing} one */
  async #remove(one) {
    if ((await act(() => commands.hearing_remove({ id: one.id }))) !== undefined) removedToast(`${one.name} ${one.day}`, undo);
  }

  /** @param {KeyboardEvent} event @param {Hearing} one */
  #key(event, one) {
    if (composing(event) || event.altKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = this.all ?? [];
    const next = by ? all[all.indexOf(one) + by] : undefined;
    if (!next) return;
    event.preventDefault();
    this.#choose(next.id);
    void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector(`[data-hearing="${next.id}"]`))?.focus());
  }

  render() {
    if (!this.all) return nothing;
    const { all, chosen } = this;
    const locked = isReadOnly();
    const here = `#/p/${this.params.procurement}/vendors`;
    return html`<section class="register" aria-labelledby="hearings-h">
        <div class="head"><h1 id="hearings-h">${t("view-hearings")}</h1>${all.length ? html`<p>${t("hearings-count", { count: all.length })}</p>` : nothing}</div>
        ${all.length ? html`<ul class="bidders" aria-label=${t("view-hearings")}>${repeat(all, (one) => one.id, (one) => html`<li class=${one === chosen ? "sel" : ""}>
            <span class="grip" aria-hidden="true"></span>
            <button type="button" data-bidder data-hearing=${one.id} aria-current=${one === chosen ? "true" : "false"} @click=${() => this.#choose(one.id)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, one)}>
              <span class="who"><b>${one.name}</b><span class="s">${[one.at_text, one.place, one.theirs].filter(Boolean).join(t("list-comma"))}</span></span><span class="status">${one.questions.length ? t("hearing-questions-count", { count: one.questions.length }) : ""}</span></button>
            ${locked ? nothing : html`<button class="tool icon" type="button" aria-label="${t("delete")}: ${one.name} ${one.at_text}" title=${t("delete")} @click=${() => this.#remove(one)}>${closeIcon}</button>`}</li>`)}</ul>`
          : emptyState({ text: t("empty-hearings"), note: this.bidders.length ? undefined : t("empty-hearings-note"), actions: this.bidders.length ? undefined : html`<a class="btn go" href=${here}>${t("rail-vendors")}</a>` })}
        ${locked || !this.bidders.length ? nothing : html`<div class="addrow"><select id="hearing-with" aria-label=${t("hearing-with")}>${this.bidders.map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select>
          <input id="hearing-at" type="text" class="figures" aria-label=${t("hearing-add-at")} placeholder=${t("hearing-add-at")} autocomplete="off" ${keeps(`hearing ${this.params.procurement}`)} @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") { event.preventDefault(); void this.#add(); } }} />
          <button class="btn" type="button" @click=${() => this.#add()}>${t("hearing-add")}</button></div>`}
      </section>
      ${chosen ? this.#detail(chosen, locked) : nothing}`;
  }

  /** @param {Hearing} one @param {boolean} locked */
  #detail(one, locked) {
    const field = (/** @type {string} */ name, kind = "text", value = String(/** @type {any} */ (one)[name] ?? ""), choices = /** @type {any[]} */ ([])) => {
      const label = t(name === "bidder" ? "hearing-with" : `column-hearing-${name}`);
      return html`<div class="frow kind-${kind}"><label class="lab" for="hearing-${name}">${label}</label><div class="ctl"><edit-field .fieldId="hearing-${name}" .kind=${kind} .value=${value} .choices=${choices} .name="${one.name} ${label}" .keep="${one.id} ${name}" .locked=${locked}
        .save=${(/** @type {string} */ typed) => commands.hearing_set({ id: one.id, field: /** @type {any} */ (name), value: typed })}></edit-field>${name === "at" ? html`<p class="reads">${one.at_text}</p>` : nothing}</div></div>`;
    };
    return html`<section class="detail" aria-labelledby="hearing-h"><h2 id="hearing-h">${one.name}</h2>
      <div class="rows" data-hearing-detail=${one.id}>${repeat([one.id], (id) => id, () => html`${field("bidder", "choice", one.bidder, this.bidders.map((bidder) => ({ value: bidder.id, label: { id: "plain", args: { text: bidder.name } } })))}
        ${field("at", "moment")} ${field("minutes", "text", one.minutes === null ? "" : String(one.minutes))} ${field("place", "line")} ${field("ours", "line")} ${field("theirs", "line")} ${field("notes", "long")}`)}</div>
      <section class="part" aria-labelledby="h-asked"><div class="sh"><h3 id="h-asked">${t("hearing-asked")}</h3><span class="s">${t("hearing-asked-note")}</span></div>
        ${one.questions.length ? html`<ol class="asked">${one.questions.map((asked) => html`<li><a href="#/p/${this.params.procurement}/questions/${asked.id}">${asked.number}</a><span>${asked.words}</span></li>`)}</ol>` : nothing}
        ${locked ? nothing : html`<textarea id="hearing-ask" rows="1" aria-label=${t("hearing-ask")} placeholder=${t("hearing-ask")} spellcheck="false" ${keeps(`asked ${one.id}`)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter" && !event.shiftKey) { event.preventDefault(); void this.#ask(one); } }}></textarea>`}
      </section>
    </section>`;
  }

  /** One question a line; what was pasted in several lines is several questions. @param {Hearing} one */
  async #ask(one) {
    const area = /** @type {HTMLTextAreaElement} */ (this.querySelector("#hearing-ask"));
    const lines = area.value.split("\n").map((line) => line.trim()).filter(Boolean);
    put(area);
    const left = [...lines];
    for (const words of lines) {
      const done = await act(() => commands.question_add({ procurement: this.params.procurement, bidders: [one.bidder], words, hearing: one.id, channel: "meeting", received_at: one.at.replace("T", " ") }));
      if (!done) break;
      left.shift();
    }
    // What could not be kept stands in the field again.
    if (left.length) put(area, [...left, area.value].filter(Boolean).join("\n"));
  }
}
customElements.define("view-hearings", HearingsView);
