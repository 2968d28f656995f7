import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { act, read } from "../../app/act.js";
import { report } from "../../app/errors.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { replace } from "../../app/router.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { openPath, pickFolder } from "../../host/transport.js";
import { emptyState } from "../../elements/empty-state.js";
import { fileName } from "../../elements/file-name.js";
import { removedToast, toast } from "../../elements/toast.js";
import { ActDialog, MEANS } from "../distribution/acts.js";
import { statusWord } from "../vendors/status.js";
import { DecisionScreen, frow } from "./screen.js";
import { canBeMade, stands, together } from "./stands.js";
import "../../elements/held-words/held-words.js";

/** @typedef {import("../../host/bindings.d.ts").Notice} Notice */

/** What a comment is told as: in an award, what would be a reason is what was valued. @param {Notice} one @param {string} kind */
const toldAs = (one, kind) => (one.kind === "award" ? "valued" : kind);

/** The notices (結果通知): one letter to each bidder, with what may be told to it and nothing of any other. */
class NoticesView extends DecisionScreen {
  constructor() {
    super();
    /** @type {import("../../host/bindings.d.ts").Notices | null} */
    this.all = null;
    /** Where the papers of this session are. */
    this.folder = "";
    this.working = false;
  }

  async load() {
    await this.latest(read(() => commands.notice_list(this.of)), (got) => { this.all = got; });
  }

  get #chosen() {
    return this.all?.notices.find((one) => one.bidder === this.params.bidder) ?? this.all?.notices[0];
  }

  /** @param {Notice} one */
  #choose(one) {
    this.params = { procurement: this.of.procurement, bidder: one.bidder };
    replace(`p/${this.params.procurement}/notices/${one.bidder}`);
  }

  /** @param {KeyboardEvent} event @param {Notice} one */
  #key(event, one) {
    if (composing(event) || event.altKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = this.all?.notices ?? [];
    const next = by ? all[all.indexOf(one) + by] : undefined;
    if (!next) return;
    event.preventDefault();
    this.#choose(next);
    void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector(`[data-notice="${next.id}"]`))?.focus());
  }

  /** @param {Notice[]} notices */
  async #make(notices) {
    const to = await pickFolder().catch(report);
    if (!to) return;
    this.working = true;
    this.requestUpdate();
    const made = await act(() => commands.notice_make({ ids: notices.map((one) => one.id), to }));
    this.working = false;
    this.requestUpdate();
    if (!made) return;
    this.folder = to;
    toast({ text: t("notices-made-toast", { count: notices.length }), action: { label: t("open-folder"), run: () => openPath(to).catch(report) } });
  }

  /** @param {Notice[]} notices */
  #sent(notices) {
    const typed = (/** @type {Record<string, string>} */ { at, means }) => ({ ids: notices.map((one) => one.id), means: /** @type {any} */ (means), ...(at.trim() ? { at } : {}) });
    /** That letters bear another day than the one to be recorded. @type {import("../../host/bindings.d.ts").Text | null} */
    let dated = null;
    const look = async () => {
      // A day that cannot be read is refused when it is recorded.
      ({ dated } = await commands.notice_sent_check(typed(sending.values)).catch(() => ({ dated: null })));
      sending.dialog.redraw();
    };
    const sending = new ActDialog({
      title: t("notices-sent-title", { count: notices.length }), lead: t("notices-sent-lead"), seal: t("sent-seal"), irreversible: true, values: { at: "", means: "mail" },
      fields: (dialog) => html`<div @change=${look}>${dialog.line("at", t("sent-at"), t("sent-now"))}
        <label class="lab" for="act-means">${t("sent-means")}</label><select id="act-means" @change=${dialog.input("means")}>${MEANS.map((means) => html`<option value=${means} ?selected=${dialog.values.means === means}>${t(`distribution-means-${means}`)}</option>`)}</select>
        <p class="shu" role="status" id="act-dated">${dated ? say(dated) : nothing}</p>
        <ul class="who">${notices.map((one) => html`<li>${one.name}<span class="s">${t(`value-notice-kind-${one.kind}`)}</span></li>`)}</ul></div>`,
      act: (values) => commands.notice_sent(typed(values)),
    });
    void look();
  }

  /** @param {Notice} one */
  async #export(one) {
    const to = await pickFolder().catch(report);
    if (!to) return;
    const made = await act(() => commands.notice_export({ id: one.id, to }));
    if (made) toast({ text: t("release-written-toast", { count: made.files.length, folder: to }), action: { label: t("open-folder"), run: () => openPath(to).catch(report) } });
  }

  render() {
    const { all } = this;
    if (!all) return nothing;
    const { locked } = this;
    const draft = all.undrafted && !locked ? html`<button class="btn go" type="button" @click=${() => act(() => commands.notice_draft(this.of))}>${t("notices-draft", { count: all.undrafted })}</button>` : nothing;
    if (!all.notices.length) {
      return html`<div class="nothing"><div class="head"><h1>${t("view-notices")}</h1></div>${emptyState({
        text: t(all.decided ? "notices-empty" : "notices-undecided"),
        actions: all.decided ? draft : html`<a class="btn go" href="#/p/${this.params.procurement}/discussion">${t("view-discussion")}</a>`,
        note: t("notices-empty-note"),
      })}</div>`;
    }
    const chosen = this.#chosen;
    const due = together(all.notices);
    const ready = due.filter(canBeMade);
    const made = due.filter((one) => stands(one) === "made");
    return html`<section class="register" aria-labelledby="notices-h"><div class="head"><h1 id="notices-h">${t("view-notices")}</h1><p>${t("notices-count", { count: all.notices.length, sent: all.notices.filter((one) => one.sent).length })}</p><div class="end">${draft}</div></div>
        <ul class="bidders" aria-label=${t("view-notices")}>${repeat(all.notices, (one) => one.id, (one) => html`<li class=${one === chosen ? "sel" : ""}><span class="grip" aria-hidden="true"></span>
          <button type="button" data-bidder data-notice=${one.id} aria-current=${one === chosen ? "true" : "false"} @click=${() => this.#choose(one)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, one)}>
            <span class="who"><b>${one.name}</b><span class="s">${[one.left ? statusWord(one.left) : "", t(`value-notice-kind-${one.kind}`), one.number].filter(Boolean).join(t("list-comma"))}</span></span>
            <span class="nstate ${stands(one)}">${t(`notice-state-${stands(one)}`)}${one.sent ? html`<span class="s">${one.sent}</span>` : nothing}</span></button><span></span></li>`)}</ul>
        ${locked || due.every((one) => one.sent) ? nothing : html`<div class="foot"><p class="s">${t("notices-foot")}</p><p class="does">
          <button class="btn go" type="button" ?disabled=${!ready.length || this.working} aria-describedby=${ready.length ? nothing : "notices-none-ready"} @click=${() => this.#make(ready)}>${ready.length ? t("notices-make", { count: ready.length }) : t("notices-make-none")}</button>
          ${ready.length ? nothing : html`<span class="s" id="notices-none-ready">${t("notices-none-ready")}</span>`}
          ${made.length ? html`<button class="btn" type="button" aria-haspopup="dialog" @click=${() => this.#sent(made)}>${t("notices-sent", { count: made.length })}</button>` : nothing}
          <a href="#/letters">${t("letters-open")}</a></p></div>`}
      </section>
      ${chosen ? this.#detail(chosen) : nothing}`;
  }

  /** Names and prices can only be taken out; a mark or a contrast may be left knowingly. @param {Notice} one @param {"subject" | "body"} part @param {boolean} locked */
  #words(one, part, locked) {
    const { id } = one;
    const rules = {
      stored: (/** @type {Notice} */ notice) => notice[part],
      save: (/** @type {string} */ value) => commands.notice_set({ id, field: part, value }),
      check: (/** @type {string} */ text) => commands.notice_check({ id, [part]: text }),
      clear: (/** @type {string[]} */ words, /** @type {boolean} */ undo) => commands.notice_clear({ id, words, ...(undo ? { undo } : {}) }),
      keep: "notice-telling-keep",
    };
    return html`<held-words .told=${one} field=${part} .rules=${rules} fieldId="notice-${part}" .name=${one.name} .label=${t(`column-notice-${part}`)} .locked=${locked}></held-words>`;
  }

  /** @param {Notice} one */
  #detail(one) {
    const fixed = this.locked || Boolean(one.sent);
    const set = (/** @type {string} */ field) => (/** @type {string} */ value) => commands.notice_set({ id: one.id, field, value });
    return html`<section class="detail" aria-labelledby="notice-h" data-detail=${one.id}><h2 id="notice-h">${one.name} <span class="mark">${t(`value-notice-kind-${one.kind}`)}</span>${one.left ? html` <span class="mark">${statusWord(one.left)}</span>` : nothing}</h2>
      ${one.left && !one.sent ? html`<p class="shu">${t("notice-left")}</p>` : nothing}
      <p class="s">${[one.person, one.mail].filter(Boolean).join(t("word-space")) || t("notice-no-mail")}</p>
      ${one.sent ? html`<p class="done">${t("notice-sent", { at: one.sent, means: one.means ? t(`distribution-means-${one.means}`) : "", by: one.sent_by })}</p>` : nothing}
      ${this.#comments(one, fixed)}
      ${repeat([one.id], (id) => id, () => html`<div class="rows">
        ${frow({ id: "notice-number", label: t("column-notice-number"), value: one.number, locked: fixed, save: set("number") })}
        ${frow({ id: "notice-dated", label: t("column-notice-dated"), kind: "date", value: one.dated, locked: fixed, save: set("dated"), keep: `${one.id} dated`, note: html`<span class="reads">${one.dated_text}</span>` })}</div>
        <div class="part"><h3>${t("column-notice-subject")}</h3>${this.#words(one, "subject", fixed)}</div>
        <div class="part"><div class="sh"><h3>${t("column-notice-body")}</h3>${fixed || one.untouched ? nothing : html`<span class="s">${t(one.moved ? "notice-moved" : "notice-touched")} <button class="link" type="button" @click=${() => act(() => commands.notice_rewrite({ id: one.id }))}>${t("notice-rewrite")}</button></span>`}</div>
          ${this.#words(one, "body", fixed)}
          ${one.missing.length ? html`<p class="shu">${t("notice-missing", { list: one.missing.join(t("list-comma")) })}</p>${fixed ? nothing : this.#wanting(one)}` : nothing}</div>`)}
      ${one.files.length ? html`<div class="part"><h3>${t("notice-files")}</h3><p class=${one.outdated ? "shu" : "s"}>${one.made ? t(one.outdated ? "notice-made-before" : "notice-made", { at: one.made }) : ""}</p><ul class="files">${one.files.map((file) => html`<li>${fileName(file.name)}</li>`)}</ul></div>` : nothing}
      <p class="does">${one.files.length ? html`<button class="btn small" type="button" @click=${() => this.#export(one)}>${t("act-export")}</button>` : nothing}
        ${fixed ? nothing : html`<button class="btn small" type="button" ?disabled=${!canBeMade(one) || this.working} @click=${() => this.#make([one])}>${t("notice-make-one")}</button>
          ${stands(one) === "made" ? html`<button class="btn small" type="button" aria-haspopup="dialog" @click=${() => this.#sent([one])}>${t("act-send")}</button>` : nothing}
          <button class="btn small" type="button" @click=${async () => { if ((await act(() => commands.notice_remove({ id: one.id }))) !== undefined) removedToast(one.name, undo); }}>${t("notice-remove")}</button>`}</p>
    </section>`;
  }

  /** What to do where nothing is chosen to be told yet: the comments that may be told, to be taken in place. @param {Notice} one */
  #wanting(one) {
    const open = one.offers.filter(({ told_as: kind }) => !one.comments.some((comment) => comment.told_as === kind));
    if (!open.length) return nothing;
    const wanting = open.map(({ told_as: kind, marks }) => ({
      kind,
      free: marks.flatMap((mark) => one.comments.filter((comment) => comment.mark === mark && !comment.told_as)),
    })).filter(({ free }) => free.length);
    return html`<div class="wanting">
      ${wanting.length
        ? html`${wanting.map(({ kind, free }) => html`<p>${t(`notice-want-${toldAs(one, kind)}`)}</p>
            <ul class="tells">${free.map((comment) => html`<li><p>${comment.words}<span class="s">${comment.criterion}${t("list-comma")}${comment.evaluator}</span></p>
              <button class="link" type="button" @click=${() => act(() => commands.notice_tell({ id: one.id, mark: comment.mark, told_as: kind }))}>${t("notice-take")}<span class="vh">: ${comment.words}</span></button></li>`)}</ul>`)}
          ${one.untouched ? nothing : html`<p class="s">${t("notice-take-touched")}</p>`}`
        : html`<p>${t("notice-want-none")}</p>`}
      <p><button class="link" type="button" @click=${() => this.#write()}>${t("notice-write")}</button></p></div>`;
  }

  /** Puts the caret to the first place in brackets. */
  #write() {
    const body = /** @type {HTMLTextAreaElement | null} */ (this.querySelector("#notice-body"));
    if (!body) return;
    const found = /［[^］]*］|\[[^\]]*\]/u.exec(body.value);
    body.focus();
    if (found) body.setSelectionRange(found.index, found.index + found[0].length);
  }

  /** What may be told, chosen by ticking; why some ticks cannot be set is said once. @param {Notice} one @param {boolean} fixed */
  #comments(one, fixed) {
    const whys = fixed ? [] : [...new Set(one.offers.flatMap(({ unfit }) => unfit.map(({ why }) => why)))];
    return html`<div class="part"><div class="sh"><h3>${t("notice-comments")}</h3><span class="s">${t("notice-comments-note")}</span></div>
      ${whys.map((why) => html`<p class="s" id="unfit-${why}">${t(`notice-unfit-${why}`)}</p>`)}
      ${one.comments.length ? html`<ul class="tells">${repeat(one.comments, (comment) => comment.mark, (comment) => this.#comment(one, comment, fixed))}</ul>` : html`<p class="none">${t("notice-no-comments")}</p>`}</div>`;
  }

  /** A comment and what it may be told as. @param {Notice} one @param {Notice["comments"][number]} comment @param {boolean} fixed */
  #comment(one, comment, fixed) {
    const tick = (/** @type {Notice["offers"][number]} */ { told_as: kind, unfit }) => {
      const told = comment.told_as === kind;
      const why = fixed || told ? undefined : unfit.find(({ mark }) => mark === comment.mark)?.why;
      const set = (/** @type {Event} */ event) => act(() => commands.notice_tell({ id: one.id, mark: comment.mark, ...(/** @type {HTMLInputElement} */ (event.target).checked ? { told_as: kind } : {}) }));
      return html`<label class="opt"><input type="checkbox" ?disabled=${fixed || !!why} aria-describedby=${why ? `unfit-${why}` : nothing} .checked=${told} @change=${set}><span>${t(`notice-tell-${toldAs(one, kind)}`)}</span><span class="vh">: ${comment.words}</span></label>`;
    };
    return html`<li><p>${comment.words}<span class="s">${comment.criterion}${t("list-comma")}${comment.evaluator}</span></p><span class="ticks">${one.offers.map(tick)}</span></li>`;
  }
}
customElements.define("view-notices", NoticesView);
