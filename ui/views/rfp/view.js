import { html, nothing } from "lit";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { bindKeys } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { provide } from "../../app/palette.js";
import { procurement } from "../../app/procurement.js";
import { go, replace } from "../../app/router.js";
import { state as saving } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { emptyState } from "../../elements/empty-state.js";
import { openMenu } from "../../elements/menu/menu.js";
import { Live } from "../../elements/rich-text/node-views.js";
import { schema } from "../../elements/rich-text/schema.js";
import { openRelease } from "../../elements/release-dialog/release-dialog.js";
import { removedToast } from "../../elements/toast.js";
import { toggleMark } from "prosemirror-commands";
import { contextLine } from "./context-line.js";
import { importFile, openChanges, saveOutline } from "./dialogs.js";
import { findingsFoot } from "./findings.js";
import { liveWords } from "./live-words.js";
import { openPlace, openScreen } from "./places.js";
import { toolbar } from "./toolbar.js";
import "../../elements/outline-tree/outline-tree.js";
import "../../elements/pane-divider/pane-divider.js";
import "../../elements/page-preview/page-preview.js";
import "../../elements/find-replace/find-replace.js";
import "./section-text.js";
import "./view.css";

/** @typedef {import("../../host/bindings.d.ts").Rfp} Rfp */
/** @typedef {import("../../host/bindings.d.ts").Section} Section */
/** @typedef {import("../../elements/rich-text/editor.js").Editor} Editor */
/** @typedef {import("../../elements/rich-text/editor.js").Around} Around */

const NO_LINK = { open: false, bad: false, typed: "" };
const LAST = "sentei.section.";
/** After a change the outline and what else stands around the text wait this long, in milliseconds: the page goes first. */
const PAUSE = 240;

/** The RFP: outline, text, pages. */
class ViewRfp extends Element {
  static properties = { params: { attribute: false } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {Rfp | null} */
    this.rfp = null;
    /** @type {Section | null} */
    this.section = null;
    /** @type {Section | null} */
    this.next = null;
    this.fresh = true;
    this.live = new Live(liveWords);
    this.live.go = (screen) => openScreen(this.params.procurement, screen);
    /** @type {import("../../host/bindings.d.ts").Bidder[]} */
    this.bidders = [];
    /** @type {Editor | null} */
    this.editor = null;
    /** @type {Around | null} */
    this.around = null;
    this.aroundMark = "";
    this.pane = "text";
    this.finding = "";
    this.checking = false;
    this.link = NO_LINK;
    this.turn = 0;
    this.renameNext = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
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
      this.timer = setTimeout(() => void this.#read(), PAUSE);
    });
    this.hear("saving", () => this.requestUpdate());
    this.hear("language", () => this.live.set({ fields: [...this.live.fields.values()], blocks: [...this.live.blocks.values()] }));
    this.unbind = bindKeys([
      { keys: "Ctrl+F", label: "key-find", run: () => this.#find("find"), inText: true },
      { keys: "Ctrl+H", label: "key-replace", run: () => this.#find("replace"), inText: true },
      { keys: "Alt+PageDown", label: "key-next-section", run: () => this.#step(1), inText: true },
      { keys: "Alt+PageUp", label: "key-section-before", run: () => this.#step(-1), inText: true },
      { keys: "F2", label: "outline-rename" },
      { keys: "Ctrl+B", label: "mark-strong" }, { keys: "Ctrl+I", label: "mark-em" }, { keys: "Ctrl+U", label: "mark-underline" }, { keys: "Ctrl+Shift+K", label: "mark-link" },
    ]);
    this.unprovide = provide(() => [
      ...(this.rfp?.sections ?? []).map((row) => ({ label: `${row.number} ${row.title}`, detail: t("rail-rfp"), run: () => this.#open(row.id) })),
      { label: t("find-title"), keys: "Ctrl F", words: ["けんさく", "find"], run: () => this.#find("find") },
      { label: t("replace-title"), keys: "Ctrl H", words: ["ちかん", "replace"], run: () => this.#find("replace") },
      { label: t("import-do"), words: ["とりこみ", "import", "Word", "Markdown"], run: () => importFile(this.#procurement) },
      { label: t("release-prepare"), words: ["はっこう", "release", "addendum", "ついほ"], run: () => this.#release() },
    ]);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.unbind?.();
    this.unprovide?.();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("params")) return;
    const before = /** @type {Record<string, string> | undefined} */ (changed.get("params"));
    if (before?.procurement !== this.#procurement) {
      this.rfp = null;
      this.section = null;
    }
    void this.#read();
  }

  /** The section that is open: the one of the address, the one of last time, or the first one to write in. @param {Rfp} rfp */
  #wanted(rfp) {
    const has = (/** @type {string | null | undefined} */ id) => !!id && rfp.sections.some((row) => row.id === id);
    if (has(this.params.section)) return this.params.section;
    const last = localStorage.getItem(LAST + this.#procurement);
    if (has(last)) return /** @type {string} */ (last);
    return (rfp.sections.find((row) => row.parent) ?? rfp.sections[0])?.id ?? "";
  }

  /** Reads everything the screen shows. */
  async #read() {
    this.turn += 1;
    const { turn } = this;
    const id = this.#procurement;
    const text = /** @type {import("./section-text.js").SectionText | null} */ (this.querySelector("section-text"));
    const mark = text?.mark() ?? null;
    const rfp = await read(() => commands.rfp_get({ procurement: id }));
    if (!rfp || turn !== this.turn) return;
    const wanted = this.#wanted(rfp);
    const at = rfp.sections.findIndex((row) => row.id === wanted);
    const after = rfp.sections[at + 1]?.id;
    const [section, next, fields, bidders] = await Promise.all([
      wanted ? read(() => commands.section_get({ id: wanted })) : undefined,
      after ? commands.section_get({ id: after }).catch(() => undefined) : undefined,
      read(() => commands.rfp_fields({ procurement: id })),
      commands.bidder_list({ procurement: id }).catch(() => ({ bidders: [] })),
    ]);
    if (turn !== this.turn) return;
    this.rfp = rfp;
    this.next = next ?? null;
    this.bidders = bidders.bidders;
    if (fields) {
      if (this.editor) this.editor.setLive(fields);
      else this.live.set(fields);
    }
    this.fresh = section?.id !== this.section?.id || (mark !== null && mark === text?.mark());
    this.section = section ?? null;
    if (section) {
      localStorage.setItem(LAST + id, section.id);
      if (this.params.section !== section.id) {
        replace(`p/${id}/rfp/${section.id}`);
        this.params.section = section.id;
      }
    }
    this.requestUpdate();
    if (this.renameNext && rfp.sections.some((row) => row.id === this.renameNext)) {
      const row = this.renameNext;
      this.renameNext = "";
      await this.updateComplete;
      this.#tree?.rename(row);
    }
  }

  /** @returns {import("../../elements/outline-tree/outline-tree.js").OutlineTree | null} */
  get #tree() {
    return this.querySelector("outline-tree");
  }

  /** @param {string} id */
  #open(id) {
    if (this.pane === "outline") this.pane = "text";
    go(`p/${this.#procurement}/rfp/${id}`);
  }

  /** @param {1 | -1} step */
  #step(step) {
    const rows = this.rfp?.sections ?? [];
    const row = rows[rows.findIndex(({ id }) => id === this.section?.id) + step];
    if (row) this.#open(row.id);
  }

  /** @param {"find" | "replace"} what */
  #find(what) {
    if (document.querySelector("dialog[open]")) return;
    const chosen = this.editor?.view.hasFocus() ? this.editor.view.state.doc.textBetween(this.editor.view.state.selection.from, this.editor.view.state.selection.to) : "";
    this.finding = what;
    if (this.pane !== "text") this.pane = "text";
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const box = /** @type {import("../../elements/find-replace/find-replace.js").FindReplace | null} */ (this.querySelector("find-replace"));
      if (box) box.replacing = what === "replace" && !this.#locked;
      box?.begin(chosen.length < 60 ? chosen : "");
    });
  }

  #closeFind() {
    this.finding = "";
    this.requestUpdate();
    this.editor?.focus();
  }

  /** @param {string | null} parent @param {string | null} after */
  async #add(parent, after) {
    const made = await act(() => commands.section_add({ procurement: this.#procurement, parent, after, title: t("section-new") }));
    if (!made) return;
    this.renameNext = made.id;
    this.#open(made.id);
  }

  #addBeside() {
    const row = this.rfp?.sections.find(({ id }) => id === this.section?.id);
    const last = this.rfp?.sections.filter((one) => !one.parent).at(-1);
    void this.#add(row?.parent ?? null, row?.id ?? last?.id ?? null);
  }

  /** @param {string} id */
  async #remove(id) {
    const rows = this.rfp?.sections ?? [];
    const at = rows.findIndex((row) => row.id === id);
    const row = rows[at];
    if (!row) return;
    const rest = rows.slice(at + 1).find((one) => one.depth <= row.depth) ?? rows[at - 1];
    const done = await act(() => commands.section_remove({ id }));
    if (done === undefined) return;
    if (this.section?.id === id && rest) this.#open(rest.id);
    removedToast(`${row.number} ${row.title}`, undo);
  }

  #release() {
    void openRelease(this.#procurement, { jump: (place) => openPlace(this.#procurement, place) });
  }

  /** @param {HTMLElement} near */
  #more(near) {
    const locked = this.#locked;
    openMenu(near, {
      label: t("tools-more"),
      groups: [
        { items: [
          { label: t("mark-strike"), keys: "Ctrl Shift X", off: locked, checked: !!this.around?.marks.strike, run: () => { this.editor?.run(toggleMark(schema.marks.strike)); } },
        ] },
        { items: [
          { label: t("find-title"), keys: "Ctrl F", run: () => this.#find("find") },
          { label: t("replace-title"), keys: "Ctrl H", off: locked, run: () => this.#find("replace") },
        ] },
        { items: [
          { label: t("import-do"), off: locked, run: () => void importFile(this.#procurement) },
          { label: t("outline-save"), run: () => saveOutline(this.#procurement, procurement()?.title ?? "") },
          { label: t("release-prepare"), off: locked, run: () => this.#release() },
        ] },
      ],
    });
  }

  #askLink() {
    this.link = { open: true, bad: false, typed: this.around?.link ?? "" };
    this.requestUpdate();
    void this.updateComplete.then(() => /** @type {HTMLInputElement | null} */ (this.querySelector("#link-target"))?.select());
  }

  /** @param {string} pane */
  #pane(pane) {
    this.pane = pane;
    this.requestUpdate();
  }

  #notice() {
    const due = this.rfp?.addendum_due;
    if (!due) return nothing;
    return html`<div class="notice" role="status">
      <p class="grow"><b class="shu">${t("addendum-needed")}</b>　${say(due.text)}</p>
      <button class="link" type="button" aria-haspopup="dialog" @click=${() => openChanges(this.#procurement, this.#latest?.number ?? "", (id) => this.#open(id))}>${t("changes-open")}</button>
      <button class="btn small" type="button" aria-haspopup="dialog" ?disabled=${this.#locked} @click=${() => this.#release()}>${t("addendum-prepare", { number: due.next })}</button>
    </div>`;
  }

  /** The release made last. */
  get #latest() {
    return [...(this.rfp?.releases ?? [])].sort((a, b) => (a.issued_at < b.issued_at ? 1 : -1))[0];
  }

  #empty() {
    return html`<div class="nothing"><div class="head"><h1>${t("rail-rfp")}</h1></div>
      ${emptyState({
        text: t("rfp-empty"),
        actions: html`<button class="btn go" type="button" ?disabled=${this.#locked} @click=${() => this.#add(null, null)}>${t("section-add-first")}</button>
          <button class="btn" type="button" ?disabled=${this.#locked} @click=${() => importFile(this.#procurement)}>${t("import-do")}</button>`,
        note: t("rfp-empty-note"),
      })}</div>`;
  }

  render() {
    const { rfp, section, pane } = this;
    this.dataset.pane = pane;
    if (!rfp) return nothing;
    const locked = this.#locked;
    if (!rfp.sections.length) return this.#empty();
    const at = rfp.sections.findIndex(({ id }) => id === section?.id);
    const latest = this.#latest;
    const draft = rfp.addendum_due ? t("preview-draft-of", { number: rfp.addendum_due.next }) : latest ? t("release-version", { number: latest.number }) : t("preview-draft");
    return html`${this.#notice()}
      <div class="panes tabs" role="group" aria-label=${t("rail-rfp")}>${["outline", "text", "pages"].map((name) => html`<button type="button" data-to=${name} aria-pressed=${pane === name ? "true" : "false"} @click=${() => this.#pane(name)}>${t(`pane-${name}`)}</button>`)}</div>
      <nav class="outline" aria-label=${t("outline-title")}>
        <div class="bar"><h2>${t("outline-title")}</h2><button class="tool" type="button" ?disabled=${locked} @click=${() => this.#addBeside()}>＋ ${t("section-add")}</button></div>
        <outline-tree .sections=${rfp.sections} .current=${section?.id ?? ""} .locked=${locked}
          @open=${(/** @type {CustomEvent} */ { detail }) => this.#open(detail.id)}
          @rename=${(/** @type {CustomEvent} */ { detail }) => act(() => commands.section_set({ id: detail.id, title: detail.title }))}
          @add=${(/** @type {CustomEvent} */ { detail }) => this.#add(detail.parent, detail.after)}
          @move=${(/** @type {CustomEvent} */ { detail }) => act(() => commands.section_move(detail))}
          @shift=${(/** @type {CustomEvent} */ { detail }) => act(() => commands.section_shift(detail))}
          @remove=${(/** @type {CustomEvent} */ { detail }) => this.#remove(detail.id)}></outline-tree>
        ${findingsFoot({
          rfp, open: this.checking, locked, latest: latest?.number ?? null,
          turn: () => { this.checking = !this.checking; this.requestUpdate(); },
          jump: (place) => openPlace(this.#procurement, place),
          release: () => this.#release(), releases: () => openScreen(this.#procurement, "releases"),
        })}
        <pane-divider name="outline" side="start" least="11" most="26"></pane-divider>
      </nav>
      <section class="text" aria-label=${t("pane-text")}>
        ${toolbar({ editor: this.editor, around: this.around, locked, link: () => this.#askLink(), more: (near) => this.#more(near) })}
        ${this.finding ? html`<find-replace .procurement=${this.#procurement} .locked=${locked} @close=${() => this.#closeFind()} @open=${(/** @type {CustomEvent} */ { detail }) => this.#open(detail.section)}></find-replace>` : nothing}
        <section-text .section=${section} .next=${this.next} .previous=${at > 0 ? rfp.sections[at - 1] : null} .live=${this.live} .locked=${locked} .fresh=${this.fresh}
          @ready=${(/** @type {CustomEvent} */ { detail }) => { this.editor = detail; this.requestUpdate(); }}
          @around=${(/** @type {CustomEvent} */ { detail }) => this.#around(detail)}
          @link=${() => this.#askLink()} @open=${(/** @type {CustomEvent} */ { detail }) => this.#open(detail.id)}></section-text>
        ${contextLine({
          editor: this.editor, around: locked ? null : this.around, link: this.link,
          setLink: (next) => { this.link = next; this.requestUpdate(); }, go: (screen) => openScreen(this.#procurement, screen),
        })}
      </section>
      <section class="pages" aria-label=${t("preview-title")}>
        <page-preview .procurement=${this.#procurement} .section=${section?.id ?? ""} .bidders=${this.bidders} .note=${draft}></page-preview>
        <pane-divider name="pages" side="end" least="14" most="44"></pane-divider>
      </section>`;
  }

  /** @param {Around} around */
  #around(around) {
    const next = JSON.stringify(around);
    if (next === this.aroundMark) return;
    this.aroundMark = next;
    this.around = around;
    if (!around.link && this.link.open && document.activeElement?.id !== "link-target") this.link = NO_LINK;
    this.requestUpdate();
  }
}

customElements.define("view-rfp", ViewRfp);
