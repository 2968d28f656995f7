import { html, nothing } from "lit";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { bindKeys, composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { provide } from "../../app/palette.js";
import { procurement } from "../../app/procurement.js";
import { replace } from "../../app/router.js";
import { flushAll, state as saving } from "../../app/saving.js";
import { commands } from "../../host/commands.js";
import { emptyState } from "../../elements/empty-state.js";
import { closeIcon, downIcon } from "../../elements/icons.js";
import { openMenu } from "../../elements/menu/menu.js";
import { bulkBar } from "./bulk.js";
import { insightLine, insightPicture } from "./insight.js";
import { CHUNK, wanted } from "./rows.js";
import "./detail.js";
import "./entry.js";
import "./register.js";
import "./view.css";

/** @typedef {import("../../host/bindings.d.ts").Questions} Questions */
/** @typedef {import("../../host/bindings.d.ts").QuestionFilter} Filter */

/** Milliseconds in which rows that have come are drawn. */
const DRAWN = 120;

const TABS = /** @type {const} */ (["all", "open", "drafted", "approved", "shared", "merged"]);

/** Until what was drawn last is on the screen; a window that nobody sees draws no frame. */
const seen = () => new Promise((over) => {
  requestAnimationFrame(() => setTimeout(over));
  setTimeout(over, DRAWN);
});

/** The register of questions, and the one that is open beside it. */
class ViewQuestions extends Element {
  static properties = { params: { attribute: false } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {Questions | null} */
    this.list = null;
    /** Known rows by their place. @type {Map<number, import("../../host/bindings.d.ts").QuestionRow>} */
    this.rows = new Map();
    /** @type {import("../../host/bindings.d.ts").Question | null} */
    this.question = null;
    /** @type {import("../../host/bindings.d.ts").Bidder[]} */
    this.bidders = [];
    /** @type {import("../../host/bindings.d.ts").SectionRow[]} */
    this.sections = [];
    /** @type {import("../../host/bindings.d.ts").Requirement[]} */
    this.requirements = [];
    /** @type {import("../../host/bindings.d.ts").Hearing[]} */
    this.hearings = [];
    /** @type {import("../../host/bindings.d.ts").QuestionInsight | null} */
    this.insight = null;
    /** @type {Filter} */
    this.filter = {};
    /** @type {any} */
    this.order = "number";
    this.falling = false;
    /** @type {Set<string>} */
    this.chosen = new Set();
    this.pane = "list";
    this.seeing = false;
    /** Opened by its address, and not yet brought into view. */
    this.sought = "";
    this.turn = 0;
    /** Answers to older readings of the list are passed over. */
    this.listing = 0;
    /** Resolves when the keys of all rows are there. */
    this.known = Promise.resolve();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.seeking = undefined;
    this.stretch = { first: 0, last: CHUNK };
  }

  get #procurement() {
    return this.params.procurement;
  }

  get #locked() {
    return saving().kind === "read-only" || !!procurement()?.archived;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", (change) => {
      if (change.procurement && change.procurement !== this.#procurement) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.#read(change.kinds), 40);
    });
    for (const name of ["procurement", "saving"]) this.hear(name, () => this.requestUpdate());
    this.hear("language", () => void this.#read());
    this.unbind = bindKeys([
      { keys: "Ctrl+F", label: "questions-search", run: () => this.#search?.focus(), inText: true },
      { keys: "Ctrl+Enter", label: "question-approve", run: () => void this.#approve(), inText: true },
      { keys: "Alt+ArrowDown", label: "question-after", run: () => this.#step(1), inText: true },
      { keys: "Alt+ArrowUp", label: "question-before", run: () => this.#step(-1), inText: true },
      { keys: "N", label: "questions-note", run: () => this.#entry?.focus() },
    ]);
    this.unprovide = provide(() => [
      ...[...this.rows.values()].slice(0, 500).map((row) => ({ label: `${row.number} ${row.wording}`, detail: t("questions-title"), run: () => this.#open(row.id) })),
      { label: t("questions-note"), words: ["しつもん", "question"], run: () => this.#entry?.focus() },
      { label: t("insight-title"), words: ["insight"], run: () => this.#see(true) },
    ]);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    clearTimeout(this.seeking);
    this.unbind?.();
    this.unprovide?.();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("params")) return;
    const before = /** @type {Record<string, string> | undefined} */ (changed.get("params"));
    if (before?.procurement !== this.#procurement) {
      this.list = null;
      this.question = null;
    }
    this.sought = this.params.question ?? "";
    void this.#read();
  }

  /** @returns {HTMLInputElement | null} */
  get #search() {
    return this.querySelector("#questions-search");
  }

  /** @returns {HTMLElement | null} */
  get #entry() {
    return this.querySelector("question-entry");
  }

  /** @returns {import("./register.js").QuestionRegister | null} */
  get #register() {
    return this.querySelector("question-register");
  }

  get #asked() {
    return { procurement: this.#procurement, filter: this.filter, order: this.order, falling: this.falling };
  }

  /** Reads what the screen shows; after a change only what it may have touched. @param {string[]} [kinds] */
  async #read(kinds) {
    this.turn += 1;
    const { turn } = this;
    const id = this.#procurement;
    const around = !kinds || kinds.some((kind) => !kind.startsWith("question"));
    const [listed, bidders] = await Promise.all([this.#readList(), around ? commands.bidder_list({ procurement: id }).catch(() => undefined) : undefined]);
    if (!listed || turn !== this.turn) return;
    if (bidders) this.bidders = bidders.bidders;
    // The list need not wait for the question beside it, nor for what stands around.
    this.requestUpdate();
    if (!this.question) await seen();
    await this.#readOne();
    this.requestUpdate();
    void this.#reveal();
    if (around) await this.#readAround(turn);
    if (turn !== this.turn) return;
    const insight = await commands.question_insight({ procurement: id }).catch(() => null);
    if (turn !== this.turn) return;
    this.insight = insight;
    this.requestUpdate();
  }

  /** Brings the question that was opened by its address into view, as soon as its place in the list is known. */
  async #reveal() {
    const { sought } = this;
    if (!sought) return;
    await this.known;
    await this.updateComplete;
    await this.#register?.updateComplete;
    if (sought !== this.sought || !this.list?.ids.includes(sought)) return;
    this.sought = "";
    // What stands below the list may still come and take some of its height.
    this.#register?.show(sought, true);
  }

  /** What questions are about, and where they came up. @param {number} turn */
  async #readAround(turn) {
    const of = { procurement: this.#procurement };
    const [rfp, requirements, hearings] = await Promise.all([
      commands.rfp_get(of).catch(() => undefined), commands.requirement_list(of).catch(() => undefined), commands.hearing_list(of).catch(() => undefined),
    ]);
    if (turn !== this.turn) return;
    if (rfp) this.sections = rfp.sections;
    if (requirements) this.requirements = requirements;
    if (hearings) this.hearings = hearings;
    this.requestUpdate();
  }

  /** Reads the rows that are seen, and then the keys of all: there may be thousands. Tells whether they are still wanted. */
  async #readList() {
    this.listing += 1;
    const { listing } = this;
    const far = this.stretch.first >= CHUNK;
    const [list, seen] = await Promise.all([
      read(() => commands.question_list({ ...this.#asked, count: CHUNK, keys: false })),
      far ? read(() => commands.question_list({ ...this.#asked, from: this.stretch.first, count: CHUNK })) : undefined,
    ]);
    if (!list || listing !== this.listing) return false;
    this.rows = new Map([...list.rows.map((row, at) => /** @type {const} */ ([at, row])), ...(seen?.rows ?? []).map((row, at) => /** @type {const} */ ([(seen?.from ?? 0) + at, row]))]);
    this.list = { ...list, ids: list.rows.map((row) => row.id) };
    this.params.question ||= list.rows[0]?.id ?? "";
    const whole = list.rows.length === list.total;
    if (whole) this.#keepChosen();
    this.known = whole ? Promise.resolve() : this.#know(listing);
    return true;
  }

  /** The keys of all rows, once the first ones have been drawn. @param {number} listing */
  async #know(listing) {
    await new Promise((drawn) => setTimeout(drawn, DRAWN));
    if (listing !== this.listing) return;
    const all = await commands.question_list({ ...this.#asked, count: 0, keys: true }).catch(() => null);
    if (!all || !this.list || listing !== this.listing) return;
    this.list.ids = all.ids;
    this.#keepChosen();
    this.requestUpdate();
  }

  /** Only what is in the list is chosen. */
  #keepChosen() {
    if (!this.chosen.size) return;
    const known = new Set(this.list?.ids);
    this.chosen = new Set([...this.chosen].filter((one) => known.has(one)));
  }

  /** The list as it is filtered and sorted now, from its top. */
  async #relist() {
    this.stretch = { first: 0, last: CHUNK };
    if (!(await this.#readList())) return;
    this.requestUpdate();
    this.#register?.rise();
    if (!this.question) {
      await this.#readOne();
      this.requestUpdate();
    }
  }

  async #readOne() {
    const id = this.params.question;
    const question = id ? await commands.question_get({ id }).catch(() => null) : null;
    if (this.params.question !== id) return;
    this.question = question;
    if (question || !id) return;
    // It is there no longer: the first one that is.
    this.params.question = this.list?.rows[0]?.id ?? "";
    if (this.params.question) await this.#readOne();
  }

  /** @param {{ first: number, last: number }} part */
  async #look(part) {
    this.stretch = part;
    const total = this.list?.total ?? 0;
    const missing = wanted(this.rows, part.first, Math.min(part.last, total), total);
    if (!missing) return;
    const { listing } = this;
    const list = await read(() => commands.question_list({ ...this.#asked, ...missing, keys: false }));
    if (!list || listing !== this.listing) return;
    this.rows = new Map([...this.rows, ...list.rows.map((row, at) => /** @type {const} */ ([list.from + at, row]))]);
    this.requestUpdate();
  }

  /** @param {string} id */
  async #open(id) {
    if (!id) return;
    this.sought = "";
    if (id !== this.params.question) {
      await flushAll();
      this.params.question = id;
      replace(`p/${this.#procurement}/questions/${id}`);
      await this.#readOne();
    }
    this.requestUpdate();
  }

  /** @param {number} by */
  #step(by) {
    const ids = this.list?.ids ?? [];
    const next = ids[ids.indexOf(this.params.question) + by];
    if (!next) return;
    this.chosen = new Set();
    void this.#open(next).then(() => this.#register?.show(next));
  }

  async #approve() {
    const { question } = this;
    if (!question || this.#locked || question.state === "approved" || question.state === "shared") return;
    await act(() => commands.question_approve({ questions: [question.id] }));
  }

  /** @param {Filter} filter */
  #narrow(filter) {
    this.filter = filter;
    this.seeing = false;
    void this.#relist();
  }

  /** @param {boolean} is */
  #see(is) {
    this.seeing = is;
    this.requestUpdate();
  }

  /** @param {Event} event */
  #seek(event) {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    const text = /** @type {HTMLInputElement} */ (event.target).value;
    clearTimeout(this.seeking);
    this.seeking = setTimeout(() => {
      const { text: _, ...rest } = this.filter;
      this.#narrow(text.trim() ? { ...rest, text } : rest);
    }, 120);
  }

  /** @param {HTMLElement} near */
  #filters(near) {
    const one = (/** @type {keyof Filter} */ key, /** @type {any} */ value, /** @type {string} */ label, /** @type {string[]} */ words = []) => ({
      label, words, checked: this.filter[key] === value,
      run: () => { const { [key]: was, ...rest } = this.filter; this.#narrow(was === value ? rest : { ...rest, [key]: value }); },
    });
    openMenu(near, {
      label: t("questions-filter"), find: t("questions-filter-find"), none: (query) => t("questions-filter-none", { query }),
      groups: [
        { title: t("questions-filter-by-other"), items: [one("late", true, t("questions-filter-late")), one("overdue", true, t("questions-filter-overdue")), one("share", "asker", t("questions-filter-asker"))] },
        { title: t("questions-filter-by-bidder"), items: this.bidders.map((bidder) => one("bidder", bidder.id, bidder.name, [bidder.reading])) },
        { title: t("questions-filter-by-section"), items: this.sections.map((section) => one("section", section.id, `${section.number} ${section.title}`)) },
      ],
    });
  }

  /** What narrows the list besides its tab, each with the way to remove it. */
  #narrowed() {
    const section = this.sections.find((one) => one.id === this.filter.section);
    const named = /** @type {[keyof Filter, string][]} */ ([
      ["bidder", this.bidders.find((one) => one.id === this.filter.bidder)?.name ?? ""], ["section", section ? `${section.number} ${section.title}` : ""],
      ["late", t("questions-filter-late")], ["overdue", t("questions-filter-overdue")], ["share", t("questions-filter-asker")],
    ]).filter(([key]) => this.filter[key] !== undefined);
    if (!named.length) return nothing;
    return html`<div class="narrowed">${named.map(([key, what]) => html`<button class="tool" type="button" aria-label=${t("questions-filter-remove", { what })} @click=${() => { const { [key]: _, ...rest } = this.filter; this.#narrow(rest); }}><span class="clip">${what}</span>${closeIcon}</button>`)}</div>`;
  }

  #head() {
    const { list } = this;
    return html`<div class="head"><h1>${t("questions-title")}</h1><p>${t("questions-count", { count: list?.counts.all ?? 0 })}${list?.deadline ? html`　<span class="nw">${t("questions-deadline", { at: list.deadline })}</span>` : nothing}</p>
      <div class="end" id="questions-acts">${this.seeing || !list?.counts.all && !this.filter.text ? nothing : html`<input id="questions-search" type="text" aria-label=${t("questions-search")} placeholder=${t("questions-search")} autocomplete="off" spellcheck="false" @input=${(/** @type {Event} */ event) => this.#seek(event)} @compositionend=${(/** @type {Event} */ event) => this.#seek(event)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && (event.key === "Enter" || event.key === "ArrowDown")) { event.preventDefault(); void this.#register?.focus(); } }}>`}${this.#locked || !this.bidders.length ? nothing : html`<button class="btn small" type="button" @click=${() => this.#entry?.focus()}>${t("questions-note")}</button>`}</div></div>`;
  }

  #bar() {
    const counts = this.list?.counts;
    const shown = TABS.filter((tab) => tab !== "merged" || counts?.merged || this.filter.state === "merged");
    return html`<div class="filter"><div class="tabs" role="group" aria-label=${t("questions-tabs")}>
        ${shown.map((tab) => html`<button type="button" aria-pressed=${(this.filter.state ?? "all") === tab ? "true" : "false"} @click=${() => { const { state: _, ...rest } = this.filter; this.#narrow(tab === "all" ? rest : { ...rest, state: tab }); }}>${t(`questions-tab-${tab}`, { count: counts?.[tab] ?? 0 })}</button>`)}</div>
      <button class="tool" type="button" aria-haspopup="listbox" @click=${(/** @type {Event} */ event) => this.#filters(/** @type {HTMLElement} */ (event.currentTarget))}>${t("questions-filter")}${downIcon}</button></div>
      ${this.#narrowed()}`;
  }

  #body() {
    const { list, insight } = this;
    if (!list) return nothing;
    if (this.seeing && insight) {
      return html`<div class="back"><button class="link" type="button" @click=${() => this.#see(false)}>${t("insight-back")}</button></div>
        ${insightPicture(insight, this.#procurement, { choose: (filter) => this.#narrow(filter) })}`;
    }
    return html`${this.#bar()}
      <question-register .rows=${this.rows} .ids=${list.ids} .total=${list.total} .current=${this.params.question ?? ""} .chosen=${this.chosen} .order=${this.order} .falling=${this.falling}
        @look=${(/** @type {CustomEvent} */ { detail }) => void this.#look(detail)}
        @open=${(/** @type {CustomEvent} */ { detail }) => void this.#open(detail)}
        @chosen=${(/** @type {CustomEvent} */ { detail }) => { this.chosen = detail; this.requestUpdate(); }}
        @all=${() => void this.known.then(() => { this.chosen = new Set(this.list?.ids); this.requestUpdate(); })}
        @sort=${(/** @type {CustomEvent} */ { detail }) => { this.falling = this.order === detail ? !this.falling : detail === "received"; this.order = detail; void this.#relist(); }}
        @enter=${() => { this.pane = "one"; this.requestUpdate(); void this.updateComplete.then(() => /** @type {any} */ (this.querySelector("question-detail"))?.edit()); }}
        @remove=${() => void bulkBar.remove(this.#several, this.#locked)}></question-register>
      ${list.total ? nothing : html`<p class="none s" role="status">${t("questions-none-found")}</p>`}
      ${this.chosen.size > 1 && !this.#locked ? bulkBar.draw(this.#procurement, this.#several, () => { this.chosen = new Set(); this.requestUpdate(); }) : nothing}`;
  }

  /** Keys of what is chosen, in the order of the list. */
  get #several() {
    const ids = this.list?.ids ?? [];
    return this.chosen.size ? ids.filter((id) => this.chosen.has(id)) : [this.params.question].filter(Boolean);
  }

  #empty() {
    return this.bidders.length || this.#locked
      ? emptyState({ text: t("questions-empty"), note: t("questions-empty-note"), ...(this.#locked ? {} : { actions: html`<a class="btn" href="#/p/${this.#procurement}/question-import">${t("view-question-import")}</a>` }) })
      : emptyState({ text: t("questions-no-bidders"), actions: html`<a class="btn go" href="#/p/${this.#procurement}/vendors">${t("questions-to-vendors")}</a>` });
  }

  #adder() {
    if (this.#locked || !this.bidders.length) return nothing;
    return html`<question-entry .procurement=${this.#procurement} .bidders=${this.bidders} .sections=${this.sections} .hearings=${this.hearings} @noted=${(/** @type {CustomEvent} */ { detail }) => void this.#noted(detail.id)}></question-entry>`;
  }

  /** A new question is shown without taking the line in which the next one is typed. @param {string} id */
  async #noted(id) {
    clearTimeout(this.timer);
    this.params.question = id;
    replace(`p/${this.#procurement}/questions/${id}`);
    await this.#read(["question"]);
    await this.known;
    await this.updateComplete;
    this.#register?.show(id);
  }

  /** @param {string} pane */
  #turn(pane) {
    this.pane = pane;
    this.requestUpdate();
  }

  render() {
    const { list, question } = this;
    this.dataset.pane = this.pane;
    if (!list) return html`<section class="list"><div class="head"><h1>${t("questions-title")}</h1></div></section>`;
    const all = list.counts.all + list.counts.merged;
    const bare = !all && !Object.keys(this.filter).length;
    this.classList.toggle("bare", bare);
    // The line for the next question stays the same one when the first arrives: another is being typed in it already.
    return html`${bare ? nothing : html`<div class="panes tabs" role="group" aria-label=${t("questions-title")}>
        <button type="button" aria-pressed=${this.pane === "list" ? "true" : "false"} @click=${() => this.#turn("list")}>${t("questions-pane-list")}</button>
        <button type="button" aria-pressed=${this.pane === "one" ? "true" : "false"} @click=${() => this.#turn("one")}>${question?.number ?? t("questions-pane-one")}</button></div>`}
      <section class="list" aria-label=${t("questions-list")}>${this.#head()} ${bare ? this.#empty() : this.#body()} ${this.#adder()}
        ${this.insight?.sections.some((one) => one.section) && !this.seeing ? insightLine(this.insight, { choose: (section) => this.#narrow({ section }), open: () => this.#see(true) }) : nothing}</section>
      ${question ? html`<question-detail class="one" role="region" aria-label=${question.number} .procurement=${this.#procurement} .question=${question} .sections=${this.sections} .requirements=${this.requirements} .deadline=${list.deadline ?? ""} .locked=${this.#locked}
        @open=${(/** @type {CustomEvent} */ { detail }) => void this.#open(detail).then(() => this.#register?.show(detail))} @step=${(/** @type {CustomEvent} */ { detail }) => this.#step(detail)}></question-detail>` : nothing}`;
  }
}
customElements.define("view-questions", ViewQuestions);
