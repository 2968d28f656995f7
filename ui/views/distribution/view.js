import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { FileDrop } from "../../app/file-drop.js";
import { say, t } from "../../app/l10n.js";
import { procurement } from "../../app/procurement.js";
import { state } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { openPath, pickFile, pickFolder } from "../../host/transport.js";
import { emptyState } from "../../elements/empty-state.js";
import { fileName } from "../../elements/file-name.js";
import { removedToast, toast } from "../../elements/toast.js";
import "../../elements/work-progress/work-progress.js";
import { openReceipt, openSent, openShared, openUnsent } from "./acts.js";
import { copyWords } from "./copy.js";
import { matrix } from "./matrix.js";

/** @typedef {import("../../host/bindings.d.ts").Distribution} Distribution */
/** @typedef {import("../../host/bindings.d.ts").PlannedPack} PlannedPack */

/** Files that can be shared beside the RFP. */
const SHARED = ["pdf", "xlsx", "xls", "docx", "doc", "pptx", "csv", "txt", "zip", "png", "jpg"];

/** Who received what and when, what is still to be given, and giving it. */
class DistributionView extends Element {
  static properties = { params: { attribute: false } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {import("../../host/bindings.d.ts").Knowledge | null} */
    this.known = null;
    /** @type {PlannedPack[]} */
    this.packs = [];
    /** @type {Distribution[]} */
    this.acts = [];
    this.tab = "give";
    this.everything = false;
    this.working = false;
    /** Bidders that are left out. @type {Set<string>} */
    this.left = new Set();
    /** @type {Set<string>} */
    this.opened = new Set();
    /** The bidder whose acts are shown; all where none is chosen. */
    this.bidder = "";
    /** The act that was asked for. */
    this.focused = "";
    /** Where the files of this session's distributions are. @type {Map<string, string>} */
    this.folders = new Map();
    this.turn = 0;
    new FileDrop(this, { endings: SHARED, take: ([file]) => this.#share(file), locked: () => this.#locked || !this.known });
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", (change) => {
      if (!change.procurement || change.procurement === this.params.procurement) void this.load();
    });
    this.hear("saving", () => this.requestUpdate());
    this.hear("language", () => void this.load());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("params")) void this.load();
  }

  async load() {
    this.turn += 1;
    const { turn } = this;
    const of = { procurement: this.params.procurement };
    const [known, plan, acts] = await Promise.all([
      read(() => commands.knowledge_get(of)),
      read(() => commands.distribution_plan({ ...of, ...(this.everything ? { everything: true } : {}) })),
      read(() => commands.distribution_list(of)),
    ]);
    if (turn !== this.turn || !known) return;
    this.known = known;
    this.packs = plan?.packs ?? [];
    this.acts = acts ?? [];
    this.requestUpdate();
  }

  get #locked() {
    return state().kind === "read-only" || !!procurement()?.archived;
  }

  get #chosen() {
    return this.packs.filter((pack) => !this.left.has(pack.bidder));
  }

  get #ready() {
    return this.acts.filter((row) => row.state === "prepared");
  }

  /** @param {() => void} change */
  #set(change) {
    change();
    this.requestUpdate();
  }

  async #prepare() {
    const to = await pickFolder().catch(report);
    if (!to) return;
    this.#set(() => { this.working = true; });
    const made = await act(() => commands.distribution_prepare({
      procurement: this.params.procurement, bidders: this.#chosen.map((pack) => pack.bidder), to, ...(this.everything ? { everything: true } : {}),
    }));
    this.working = false;
    if (made) {
      for (const pack of made.packs) this.folders.set(pack.id, pack.folder);
      this.tab = "acts";
      this.bidder = "";
      this.everything = false;
      toast({ text: t("prepared-toast", { count: made.packs.length }), action: { label: t("open-folder"), run: () => openPath(to).catch(report) } });
    }
    await this.load();
  }

  async #addFile() {
    const path = await pickFile(SHARED).catch(report);
    if (path) this.#share(path);
  }

  /** @param {string} path */
  #share(path) {
    if (this.known) openShared(this.params.procurement, path, this.known);
  }

  async #ledger() {
    const to = await pickFolder().catch(report);
    if (!to) return;
    const made = await act(() => commands.ledger_export({ procurement: this.params.procurement, to }));
    if (made) toast({ text: t("ledger-toast"), action: { label: t("open-folder"), run: () => openPath(to).catch(report) } });
  }

  /** @param {Distribution} row */
  async #export(row) {
    const to = await pickFolder().catch(report);
    if (!to) return;
    const made = await act(() => commands.distribution_export({ id: row.id, to }));
    if (made) toast({ text: t("release-written-toast", { count: made.files.length, folder: to }), action: { label: t("open-folder"), run: () => openPath(to).catch(report) } });
  }

  /** @param {Distribution} row */
  async #discard(row) {
    if ((await act(() => commands.distribution_discard({ id: row.id }))) !== undefined) removedToast(t("prepared-for", { name: row.name }), undo);
  }

  render() {
    const { known } = this;
    if (!known) return nothing;
    if (!known.rows.length || !known.bidders.length) {
      return html`<div class="nothing"><div class="head"><h1>${t("view-distribution")}</h1></div>${emptyState({
        text: t(known.bidders.length ? "distribution-empty" : "distribution-nobody"),
        actions: html`<a class="btn go" href="#/p/${this.params.procurement}/${known.bidders.length ? "releases" : "vendors"}">${t(known.bidders.length ? "distribution-empty-act" : "distribution-nobody-act")}</a>`,
        note: t("distribution-empty-note"),
      })}</div>`;
    }
    return html`<section class="know" aria-label=${t("knowledge-label")}>
        <div class="head"><h1>${t("view-distribution")}</h1><p>${t("knowledge-lead")}</p><div class="end">
          ${this.#locked ? nothing : html`<button class="btn small" type="button" @click=${() => this.#addFile()}>${t("shared-file-add")}</button>`}
          <button class="btn small" type="button" @click=${() => this.#ledger()}>${t("ledger-export")}</button></div></div>
        <ul class="gaps">${known.gaps.length
          ? known.gaps.map((gap) => html`<li>${sentenceOf(gap)}</li>`)
          : html`<li class="done">${t("ledger-no-gap")}</li>`}</ul>
        ${matrix(known, {
          opened: this.opened,
          toggle: (row) => this.#set(() => { if (!this.opened.delete(row)) this.opened.add(row); }),
          openBidder: (bidder) => this.#set(() => { this.tab = "acts"; this.bidder = bidder; }),
          openDistribution: (id) => this.#show(id),
        })}
      </section>
      <aside class="give" aria-label=${t("give-label")}>
        <div class="gh tabs" role="group" aria-label=${t("give-label")}>
          <button type="button" aria-pressed=${this.tab === "give" ? "true" : "false"} @click=${() => this.#set(() => { this.tab = "give"; })}>${t("give-tab")} <span class="figures">${this.packs.length}</span></button>
          <button type="button" aria-pressed=${this.tab === "acts" ? "true" : "false"} @click=${() => this.#set(() => { this.tab = "acts"; })}>${t("acts-tab")} <span class="figures">${this.acts.length}</span></button>
        </div>
        ${this.tab === "give" ? this.#give() : this.#acts()}
      </aside>`;
  }

  /** Opens the record of one distribution. @param {string} id */
  #show(id) {
    this.#set(() => { this.tab = "acts"; this.bidder = ""; this.focused = id; });
    void this.updateComplete.then(() => {
      const node = /** @type {HTMLElement | null} */ (this.querySelector(`[data-act="${id}"]`));
      node?.scrollIntoView({ block: "nearest" });
      node?.focus();
    });
  }

  #give() {
    const chosen = this.#chosen;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("give-label")}>
        <p class="s lead">${t("give-lead")}</p>
        <label class="opt s"><input type="checkbox" .checked=${this.everything} @change=${(/** @type {Event} */ event) => { this.everything = /** @type {HTMLInputElement} */ (event.target).checked; void this.load(); }}>${t("give-everything")}</label>
        ${this.packs.length ? repeat(this.packs, (pack) => pack.bidder, (pack) => this.#pack(pack)) : html`<p class="pause">${t("give-none")}</p>`}
      </div>
      ${this.#locked || !this.packs.length ? nothing : html`<div class="gf"><work-progress></work-progress>
        <p>${t("give-note")}</p>
        <button class="btn go" type="button" ?disabled=${this.working || !chosen.length} @click=${() => this.#prepare()}>${t("give-make", { count: chosen.length })}</button></div>`}`;
  }

  /** @param {PlannedPack} pack */
  #pack(pack) {
    return html`<section class="letter"><h2><label class="opt"><input type="checkbox" .checked=${!this.left.has(pack.bidder)} ?disabled=${this.#locked}
        @change=${() => this.#set(() => { if (!this.left.delete(pack.bidder)) this.left.add(pack.bidder); })}>${pack.name}</label></h2>
      <dl><div><dt>${t("pack-to")}</dt><dd>${pack.person}<small>${pack.mail}</small></dd></div>
        <div><dt>${t("pack-items")}</dt><dd><ul>${pack.items.map((item) => html`<li>${item}</li>`)}</ul></dd></div>
        <div><dt>${t("pack-files")}</dt><dd><ul class="files">${pack.files.map((file) => html`<li>${fileName(file.name)}</li>`)}</ul></dd></div></dl>
      ${pack.notes.length ? html`<ul class="notes">${pack.notes.map((note) => html`<li class="shu">${say(note)}</li>`)}</ul>` : nothing}
      <details><summary>${t("pack-mail")}</summary><p class="subject">${pack.subject}</p><p class="words">${pack.body}</p><a href="#/letters">${t("letters-open")}</a></details>
    </section>`;
  }

  #acts() {
    const bidder = this.known?.bidders.find(({ id }) => id === this.bidder);
    const rows = this.acts.filter((row) => !this.bidder || row.bidder === this.bidder);
    const ready = this.#ready;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("acts-tab")}>
        ${bidder ? html`<p class="only"><b>${bidder.name}</b> <button class="link" type="button" @click=${() => this.#set(() => { this.bidder = ""; })}>${t("acts-all")}</button></p>` : nothing}
        ${rows.length ? repeat(rows, (row) => row.id, (row) => this.#act(row)) : html`<p class="pause">${t("acts-none")}</p>`}
      </div>
      ${!this.#locked && ready.length > 1 ? html`<div class="gf"><p class="shu">${t("sent-note-irreversible")}</p><button class="btn go" type="button" aria-haspopup="dialog" @click=${() => openSent(ready, this.known?.sender ?? "")}>${t("sent-all", { count: ready.length })}</button></div>` : nothing}`;
  }

  /** @param {Distribution} row */
  #act(row) {
    const folder = this.folders.get(row.id);
    const mails = row.files.some((file) => file.kind === "mail");
    return html`<section class="letter ${row.state} ${this.focused === row.id ? "sel" : ""}" data-act=${row.id} tabindex="-1">
      <h2>${row.name} <span class="mark">${t(`distribution-state-${row.state}`)}</span></h2>
      <p>${row.what}</p>
      <p class="s">${row.state === "prepared"
        ? t("act-prepared", { at: row.prepared })
        : t("act-sent", { at: row.sent, means: row.means ? t(`distribution-means-${row.means}`) : "", by: row.sent_by })}</p>
      ${row.note ? html`<p class="s">${row.note}</p>` : nothing}
      ${row.received ? html`<p class="s done">${t("act-received", { at: row.received, how: row.receipt })}</p>` : nothing}
      ${row.state === "unsent" ? html`<p class="shu">${t("act-unsent", { at: row.unsent, reason: row.unsent_reason })}</p>` : nothing}
      <details><summary>${t("act-files", { count: row.files.length })}</summary><ul class="files">${row.files.map((file) => html`<li>${fileName(file.name)}<span class="s hash">${file.sha256.slice(0, 16)}…</span></li>`)}</ul></details>
      ${row.state === "prepared" && mails ? html`<p class="copies">${t("copy-lead")}
        <button class="link" type="button" @click=${() => copyWords(row.mail, t("copy-address"))}>${t("copy-address")}</button>
        <button class="link" type="button" @click=${() => copyWords(row.subject, t("copy-subject"))}>${t("copy-subject")}</button>
        <button class="link" type="button" @click=${() => copyWords(row.body, t("copy-body"))}>${t("copy-body")}</button></p>` : nothing}
      <p class="does">
        ${folder ? html`<button class="btn small" type="button" @click=${() => openPath(folder).catch(report)}>${t("open-folder")}</button>` : html`<button class="btn small" type="button" @click=${() => this.#export(row)}>${t("act-export")}</button>`}
        ${this.#locked ? nothing : this.#verbs(row)}
      </p>
    </section>`;
  }

  /** @param {Distribution} row */
  #verbs(row) {
    if (row.state === "prepared") {
      return html`<button class="btn small" type="button" aria-haspopup="dialog" @click=${() => openSent([row], this.known?.sender ?? "")}>${t("act-send")}</button>
        <button class="btn small" type="button" @click=${() => this.#discard(row)}>${t("act-discard")}</button>`;
    }
    if (row.state !== "sent") return nothing;
    return html`<button class="btn small" type="button" aria-haspopup="dialog" @click=${() => openReceipt(row)}>${t("act-receipt")}</button>
      <button class="btn small" type="button" aria-haspopup="dialog" @click=${() => openUnsent(row)}>${t("act-unsend")}</button>`;
  }
}

/** The sentence of a gap, with the company in strong words and what is lacking in vermilion. @param {import("../../host/bindings.d.ts").GapLine} gap */
function sentenceOf(gap) {
  const whole = say(gap.text);
  const [before, rest] = split(whole, gap.name);
  const [between, after] = split(rest, gap.list);
  return html`${before}<b>${gap.name}</b>${between}<span class="shu">${gap.list}</span>${after}`;
}

/** @param {string} text @param {string} part */
function split(text, part) {
  const at = text.indexOf(part);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + part.length)];
}

customElements.define("view-distribution", DistributionView);
