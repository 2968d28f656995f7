import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { go } from "../../app/router.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { downArrow, upArrow } from "../../elements/icons.js";
import { openMenu } from "../../elements/menu/menu.js";
import { removedToast, toast } from "../../elements/toast.js";
import "../../elements/edit-field.js";
import { share } from "./bulk.js";
import "./askers.js";
import { openReply } from "./reply.js";
import "../../elements/held-words/held-words.js";

/** @typedef {import("../../host/bindings.d.ts").Question} Question */

const STATES = ["open", "drafted", "approved", "shared"];

/** One question with everything about it, edited in place. Fires `step` with ±1 and `open` with another question. */
class QuestionDetail extends Element {
  static properties = {
    procurement: {}, question: { attribute: false }, sections: { attribute: false }, requirements: { attribute: false }, deadline: {}, locked: { type: Boolean }, similar: { state: true },
  };

  constructor() {
    super();
    this.procurement = "";
    /** @type {Question | null} */
    this.question = null;
    /** @type {import("../../host/bindings.d.ts").SectionRow[]} */
    this.sections = [];
    /** @type {import("../../host/bindings.d.ts").Requirement[]} */
    this.requirements = [];
    this.deadline = "";
    this.locked = false;
    /** @type {import("../../host/bindings.d.ts").SimilarRow[]} */
    this.similar = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("question")) return;
    const before = /** @type {Question | null | undefined} */ (changed.get("question"));
    if (before?.id !== this.question?.id) this.similar = [];
    clearTimeout(this.timer);
    const question = this.question;
    if (!question || question.state === "merged") return;
    // What is alike may wait until the question stands.
    this.timer = setTimeout(async () => {
      const found = await commands.question_similar({ procurement: this.procurement, question: question.id }).catch(() => []);
      if (this.question?.id === question.id) this.similar = found;
    }, 150);
  }

  /** Puts the caret into the wording. */
  edit() {
    /** @type {HTMLTextAreaElement | null} */ (this.querySelector("#question-wording"))?.focus();
  }

  /** @param {string} id */
  #open(id) {
    this.dispatchEvent(new CustomEvent("open", { detail: id }));
  }

  /** @param {string} field @param {string} value */
  #set(field, value) {
    const id = this.question?.id;
    return id ? commands.question_set({ questions: [id], field, value }) : Promise.resolve({});
  }

  /** @param {string} other */
  async #merge(other) {
    const own = this.question?.id;
    if (!own) return;
    const made = await act(() => commands.question_merge({ questions: [own, other] }));
    if (!made) return;
    this.#open(made.id);
    const into = await commands.question_get(made).catch(() => null);
    if (into) toast({ text: t("question-merged-toast", { number: into.number }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
  }

  /** @param {HTMLElement} near */
  async #pick(near) {
    const list = await commands.question_list({ procurement: this.procurement, count: 500 }).catch(() => null);
    if (!list) return;
    openMenu(near, {
      label: t("question-merge-pick"), find: t("question-merge-find"), none: (query) => t("question-merge-none", { query }),
      groups: [{ items: list.rows.filter((row) => row.id !== this.question?.id).map((row) => ({ label: `${row.number} ${row.wording}`, run: () => void this.#merge(row.id) })) }],
    });
  }

  async #toRfp() {
    const id = this.question?.id;
    const way = id ? await act(() => commands.question_to_rfp({ id })) : undefined;
    if (way) go(way.section ? `p/${this.procurement}/rfp/${way.section}` : `p/${this.procurement}/rfp`);
  }

  async #remove() {
    const question = this.question;
    if (!question) return;
    this.dispatchEvent(new CustomEvent("step", { detail: 1 }));
    if ((await act(() => commands.question_remove({ questions: [question.id] }))) !== undefined) removedToast(question.number, undo);
  }

  /** @param {Question} question */
  #head(question) {
    const at = STATES.indexOf(question.state);
    const step = (/** @type {number} */ by) => this.dispatchEvent(new CustomEvent("step", { detail: by }));
    return html`<div class="oh"><h2>${question.number}</h2>
      ${question.state === "merged"
        ? html`<p class="s">${t("question-state-merged")}</p>`
        : html`<ol class="stage" aria-label=${t("question-steps")}>${STATES.map((state, n) => html`<li class=${n < at ? "past" : ""} aria-current=${n === at ? "step" : nothing}><span>${t(`question-step-${state}`)}</span></li>`)}</ol>`}
      <span class="nav"><button class="tool icon" type="button" aria-label=${t("question-before")} title=${t("question-before")} @click=${() => step(-1)}>${upArrow}</button><button class="tool icon" type="button" aria-label=${t("question-after")} title=${t("question-after")} @click=${() => step(1)}>${downArrow}</button></span></div>`;
  }

  /** @param {Question} question */
  #about(question) {
    const about = question.about;
    const gone = about?.since === "removed";
    const choices = [
      { value: "", label: { id: "question-no-section", args: {} } },
      ...(gone && about ? [{ value: about.id, label: { id: "plain", args: { text: `${about.number} ${about.title}` } } }] : []),
      ...this.sections.map((one) => ({ value: one.id, label: { id: "plain", args: { text: `${one.number} ${one.title}` } } })),
    ];
    const wants = [{ value: "", label: { id: "question-no-requirement", args: {} } }, ...this.requirements.map((one) => ({ value: one.id, label: { id: "plain", args: { text: `${one.number} ${one.text}` } } }))];
    return html`<div><dt><label for="question-section">${t("question-about")}</label></dt><dd>
        <edit-field kind="choice" .fieldId=${"question-section"} .value=${question.about?.id ?? ""} .choices=${choices} .name="${question.number} ${t("question-about")}" .locked=${this.locked} .save=${(/** @type {string} */ value) => this.#set("section", value)}></edit-field>
        ${about ? html`<p class="s">${gone ? html`<span class="shu">${t("question-since-removed", { title: about.title })}</span>` : html`<a href="#/p/${this.procurement}/rfp/${about.id}">${t("question-section-open")}</a>　${t("question-same-section", { count: question.same_section })}`}
          ${about.since === "renamed" ? html`　${t("question-since-release", { number: about.release ?? "", title: `${about.number} ${about.title}` })}` : nothing}</p>` : nothing}</dd></div>
      ${this.requirements.length ? html`<div><dt><label for="question-requirement">${t("question-requirement")}</label></dt><dd>
        <edit-field kind="choice" .fieldId=${"question-requirement"} .value=${question.requirement ?? ""} .choices=${wants} .name="${question.number} ${t("question-requirement")}" .locked=${this.locked} .save=${(/** @type {string} */ value) => this.#set("requirement", value)}></edit-field></dd></div>` : nothing}`;
  }

  /** @param {Question} question */
  #late(question) {
    if (!question.late) return nothing;
    const decide = (/** @type {any} */ decision) => act(() => commands.question_late({ id: question.id, decision, reason: question.late_reason }));
    return html`<fieldset class="to"><legend>${t("question-late-decide")}</legend>
      <p class="s ${question.decided ? "" : "shu"}">${t("question-late-note", { at: this.deadline })}</p>
      ${["accepted", "declined"].map((one) => html`<label class="opt"><input type="radio" name="late" .checked=${question.decided === one} ?disabled=${this.locked} @change=${() => void decide(one)}>${t(one === "accepted" ? "question-late-accept" : "question-late-decline")}</label>`)}
      ${question.decided ? html`<div class="why"><label class="lab" for="question-late-reason">${t("question-late-why")}</label>
        <edit-field kind="line" .fieldId=${"question-late-reason"} .value=${question.late_reason} .name="${question.number} ${t("question-late-why")}" .locked=${this.locked} .save=${(/** @type {string} */ reason) => commands.question_late({ id: question.id, decision: question.decided, reason })}></edit-field></div>
        <p class="more"><button class="btn small" type="button" aria-haspopup="dialog" @click=${() => void openReply(question)}>${t("question-reply-write")}</button></p>` : nothing}
    </fieldset>`;
  }

  /** @param {Question} question */
  #similar(question) {
    const found = this.similar.slice(0, 3);
    if (!found.length || question.state === "merged") return nothing;
    // The strongest is open: the answer is to stay in view below.
    return html`<h3><span>${t("question-similar")}</span></h3><ul class="alike">${found.map((pair, at) => html`<li><details ?open=${at === 0}><summary class="clip"><span class="figures">${pair.other.number}</span> ${pair.other.wording}</summary>
      <p class="s">${t("question-similar-words", { percent: pair.percent, words: pair.shared.join(t("list-comma")) })}</p>
      <p class="s"><button class="link" type="button" @click=${() => this.#open(pair.other.id)}>${t("question-merged-open", { number: pair.other.number })}</button>${this.locked ? nothing : html`　<button class="link" type="button" @click=${() => void this.#merge(pair.other.id)}>${t("question-similar-merge", { number: pair.other.number })}</button>`}</p></details></li>`)}</ul>`;
  }

  /** @param {Question} question */
  #sharing(question) {
    const to = (/** @type {string} */ value) => act(() => this.#set("share", value));
    return html`<fieldset class="to"><legend>${t("question-share")}</legend>
        <label class="opt"><input type="radio" name="share" .checked=${question.share === "all"} ?disabled=${this.locked} @change=${() => void to("all")}>${t("question-share-with-all")}</label>
        <label class="opt"><input type="radio" name="share" .checked=${question.share === "asker"} ?disabled=${this.locked} @change=${() => void to("asker")}>${t("question-share-with-asker")}</label>
        ${question.share === "asker" ? html`<div class="why"><label class="lab" for="question-share-reason">${t("question-share-why")}</label>
          <edit-field kind="line" .fieldId=${"question-share-reason"} .value=${question.share_reason} .name="${question.number} ${t("question-share-why")}" .locked=${this.locked} .save=${(/** @type {string} */ value) => this.#set("share_reason", value)}></edit-field></div>` : nothing}
      </fieldset>
      <div class="to"><label class="opt"><input type="checkbox" .checked=${question.changes_rfp} ?disabled=${this.locked} @change=${(/** @type {Event} */ event) => void act(() => this.#set("changes_rfp", /** @type {HTMLInputElement} */ (event.target).checked ? "1" : "0"))}>${t("question-changes-rfp")}</label>
        ${question.changes_rfp ? html`<p class="s">${t("question-changes-rfp-note", { number: question.number })}　<button class="link" type="button" @click=${() => void this.#toRfp()}>${t("question-changes-rfp-go")}</button></p>` : nothing}</div>`;
  }

  /** @param {Question} question */
  #body(question) {
    const merged = question.state === "merged";
    // Nobody is named where the settings name nobody.
    const named = question.approved_by && question.approved_by !== "—";
    const approved = !question.approved_text ? t("question-answer-hint")
      : named ? t("question-approved-note", { name: question.approved_by, at: question.approved_text }) : t("question-approved-unnamed", { at: question.approved_text });
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${question.number}>
      ${merged && question.merged_into ? html`<p class="told">${t("question-merged-note", { number: question.merged_into.number })} <button class="link" type="button" @click=${() => this.#open(question.merged_into?.id ?? "")}>${t("question-merged-open", { number: question.merged_into.number })}</button></p>` : nothing}
      <dl class="facts">${this.#about(question)}</dl>
      <question-askers .procurement=${this.procurement} .question=${question} .locked=${this.locked}></question-askers>
      ${merged ? nothing : html`${this.#similar(question)} ${this.#late(question)}
        <h3><span>${t("question-wording")}</span><span class="s">${t("question-wording-hint")}</span></h3>
        ${this.#words(question, "wording")}
        <h3><span>${t("question-answer")}</span><span class="s">${approved}</span></h3>
        ${this.#words(question, "answer")}
        ${question.shared_text ? html`<p class="s">${t("question-shared-note", { count: question.revision, at: question.shared_text })}</p>` : nothing}
        ${question.revision > 0 && question.state !== "shared" ? html`<p class="s shu">${t("question-again-note")}</p>` : nothing}
        ${this.#sharing(question)}
        <div class="pair"><div><label class="lab" for="question-owner">${t("question-owner")}</label>
          <edit-field .fieldId=${"question-owner"} .value=${question.owner} .name="${question.number} ${t("question-owner")}" .locked=${this.locked} .save=${(/** @type {string} */ value) => this.#set("owner", value)}></edit-field></div>
          <div><label class="lab" for="question-due">${t("question-due")}</label>
          <edit-field kind="date" .fieldId=${"question-due"} .value=${question.due} .name="${question.number} ${t("question-due")}" .keep="${question.id} due" .locked=${this.locked} .save=${(/** @type {string} */ value) => this.#set("due", value)}></edit-field></div></div>`}
    </div>`;
  }

  /** @param {Question} question */
  #foot(question) {
    if (this.locked) return nothing;
    if (question.state === "merged") return html`<div class="of"><button class="btn" type="button" @click=${() => void act(() => commands.question_split({ id: question.id }))}>${t("question-split")}</button></div>`;
    const done = question.state === "approved" || question.state === "shared";
    return html`<div class="of">
      <button class="tool" type="button" @click=${(/** @type {Event} */ event) => void this.#pick(/** @type {HTMLElement} */ (event.currentTarget))}>${t("question-merge-pick")}</button>
      ${question.revision === 0 ? html`<button class="tool" type="button" @click=${() => void this.#remove()}>${t("question-delete")}</button>` : nothing}
      ${done
        ? html`<button class=${question.state === "approved" ? "tool" : "btn"} type="button" @click=${() => void act(() => commands.question_reopen({ id: question.id }))}>${t("question-reopen")}</button>
          ${question.state === "approved" ? html`<button class="btn go" type="button" ?disabled=${!!question.held} @click=${() => void share(this.procurement, [question.id])}>${t("question-share-do")}</button>` : nothing}`
        : html`<button class="btn go" type="button" ?disabled=${!!question.unfinished} title=${question.unfinished ? say(question.unfinished) : nothing} @click=${() => void act(() => commands.question_approve({ questions: [question.id] }))}>${t("question-approve")}</button>`}
      ${question.held && (done || question.answer) ? html`<p class="s holds">${say(question.held)}</p>` : nothing}
    </div>`;
  }

  /** @param {Question} question @param {"wording" | "answer"} part */
  #words(question, part) {
    const { id } = question;
    const rules = {
      stored: (/** @type {Question} */ one) => one[part],
      save: (/** @type {string} */ value) => commands.question_set({ questions: [id], field: part, value }),
      check: (/** @type {string} */ text) => commands.question_check({ id, [part]: text }),
      clear: (/** @type {string[]} */ words, /** @type {boolean} */ undo) => commands.question_clear({ id, words, ...(undo ? { undo } : {}) }),
      keep: "question-telling-keep",
    };
    return html`<held-words class=${part} .told=${question} field=${part} .rules=${rules} fieldId="question-${part}" .name=${question.number} .label=${t(`question-${part}`)} .locked=${this.locked}></held-words>`;
  }

  render() {
    const { question } = this;
    if (!question) return nothing;
    return html`${this.#head(question)} ${keyed(question.id, this.#body(question))} ${this.#foot(question)}`;
  }
}
customElements.define("question-detail", QuestionDetail);
