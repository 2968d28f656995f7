import { html, nothing } from "lit";
import { read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { say, t } from "../../app/l10n.js";
import { procurement } from "../../app/procurement.js";
import { go } from "../../app/router.js";
import { state as saving } from "../../app/saving.js";
import { commands } from "../../host/commands.js";
import { openPath } from "../../host/transport.js";
import { emptyState } from "../../elements/empty-state.js";
import { baseName, exportRelease, openRelease } from "../../elements/release-dialog/release-dialog.js";
import { fileName } from "../../elements/file-name.js";
import { toast } from "../../elements/toast.js";
import { openPlace } from "../rfp/places.js";
import { size } from "./size.js";
import "../../elements/page-preview/page-preview.js";
import "../rfp/view.css";
import "./view.css";

/** @typedef {import("../../host/bindings.d.ts").ReleaseRow} ReleaseRow */

/** The releases: what left the house, as it was then. */
class ViewReleases extends Element {
  static properties = { params: { attribute: false } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {ReleaseRow[] | null} */
    this.releases = null;
    this.due = "";
    this.paper = "rfp";
    this.working = false;
    this.chosen = new Set();
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", (change) => {
      if (!change.procurement || change.procurement === this.params.procurement) void this.#read();
    });
    this.hear("saving", () => this.requestUpdate());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("params")) return;
    const before = /** @type {Record<string, string> | undefined} */ (changed.get("params"));
    if (before?.release !== this.params.release) {
      this.chosen = new Set();
      this.paper = "rfp";
    }
    void this.#read();
  }

  async #read() {
    this.turn += 1;
    const { turn } = this;
    const id = this.params.procurement;
    const [releases, rfp] = await Promise.all([read(() => commands.release_list({ procurement: id })), commands.rfp_get({ procurement: id }).catch(() => null)]);
    if (turn !== this.turn || !releases) return;
    this.releases = [...releases].sort((a, b) => (a.issued_at < b.issued_at ? 1 : -1));
    this.due = rfp?.addendum_due?.next ?? "";
    this.requestUpdate();
  }

  get #locked() {
    return saving().kind === "read-only" || !!procurement()?.archived;
  }

  #release() {
    void openRelease(this.params.procurement, { jump: (place) => openPlace(this.params.procurement, place) });
  }

  /** @param {ReleaseRow} release */
  async #export(release) {
    if (this.working) return;
    this.working = true;
    this.requestUpdate();
    try {
      const written = await exportRelease(release.id, this.chosen.size ? [...this.chosen] : undefined);
      if (written) {
        toast({
          text: t("release-written-toast", { count: written.files.length, folder: baseName(written.folder) }),
          action: { label: t("open-folder"), run: async () => { await openPath(written.folder).catch(report); } },
        });
      }
    } catch (failure) {
      report(failure);
    } finally {
      this.working = false;
      this.requestUpdate();
    }
  }

  /** @param {string} id */
  #tick(id) {
    if (!this.chosen.delete(id)) this.chosen.add(id);
    this.requestUpdate();
  }

  /** @param {ReleaseRow} release */
  #detail(release) {
    const count = this.chosen.size;
    const addendum = release.kind === "addendum";
    return html`<section class="one" aria-labelledby="release-head">
      <div class="one-head"><h2 id="release-head">${t(addendum ? "release-name-addendum" : "release-name", { number: release.number })}</h2><p class="s">${release.issued_text}</p></div>
      ${release.reason ? html`<h3>${t("release-reason-head")}</h3><p class="reason">${release.reason}</p>` : nothing}
      ${release.incomplete.length ? html`<h3>${t("release-incomplete")}</h3><ul class="s incomplete">${release.incomplete.map((text) => html`<li>${say(text)}</li>`)}</ul>` : nothing}
      <h3>${t("release-kept", { count: release.files.length })}</h3>
      <ul class="files">${release.files.map((file) => html`<li><label class="opt"><input type="checkbox" .checked=${this.chosen.has(file.id)} @change=${() => this.#tick(file.id)}>
        <span>${fileName(file.name)}<span class="s">${[file.addressee, size(file.bytes)].filter(Boolean).join("　")}</span></span></label></li>`)}</ul>
      <div class="act"><button class="btn go" type="button" ?disabled=${this.working} @click=${() => this.#export(release)}>${this.working ? t("release-writing") : count ? t("release-export-some", { count }) : t("release-export")}</button></div>
      <p class="s">${t("release-frozen")}</p>
    </section>
    <section class="pages" aria-label=${t("preview-title")}>
      ${addendum ? html`<div class="tabs papers" role="group" aria-label=${t("paper-which")}>${["rfp", "addendum"].map((paper) => html`<button type="button" aria-pressed=${this.paper === paper ? "true" : "false"} @click=${() => { this.paper = paper; this.requestUpdate(); }}>${t(`paper-${paper}`)}</button>`)}</div>` : nothing}
      <page-preview .procurement=${this.params.procurement} .release=${release.id} .paper=${this.paper} .note=${t("release-version", { number: release.number })}></page-preview>
    </section>`;
  }

  render() {
    const { releases } = this;
    if (!releases) return nothing;
    if (!releases.length) {
      return html`<div class="nothing"><div class="head"><h1>${t("view-releases")}</h1></div>${emptyState({
        text: t("releases-empty"),
        actions: html`<button class="btn go" type="button" aria-haspopup="dialog" ?disabled=${this.#locked} @click=${() => this.#release()}>${t("release-prepare")}</button>`,
        note: t("releases-empty-note"),
      })}</div>`;
    }
    const open = releases.find(({ id }) => id === this.params.release) ?? releases[0];
    return html`<section class="all" aria-label=${t("view-releases")}>
        <div class="head"><h1>${t("view-releases")}</h1></div>
        <ol class="list">${releases.map((release) => html`<li><a href="#/p/${this.params.procurement}/releases/${release.id}" aria-current=${release === open ? "true" : nothing}
            @click=${(/** @type {Event} */ event) => { event.preventDefault(); go(`p/${this.params.procurement}/releases/${release.id}`); }}>
          <b>${t("release-version", { number: release.number })}</b> ${release.kind === "addendum" ? html`<span class="mark">${t("release-addendum-mark")}</span>` : nothing}
          <span class="s">${release.issued_text}</span></a></li>`)}</ol>
        ${this.due ? html`<div class="due"><p class="s shu">${t("addendum-needed")}</p><button class="btn small" type="button" aria-haspopup="dialog" ?disabled=${this.#locked} @click=${() => this.#release()}>${t("addendum-prepare", { number: this.due })}</button></div>` : nothing}
      </section>
      ${this.#detail(open)}`;
  }
}

customElements.define("view-releases", ViewReleases);
