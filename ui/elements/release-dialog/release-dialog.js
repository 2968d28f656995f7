import { html, nothing } from "lit";
import { read } from "../../app/act.js";
import { sentence } from "../../app/errors.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { flushAll, writing } from "../../app/saving.js";
import { commands } from "../../host/commands.js";
import { openPath, pickFolder } from "../../host/transport.js";
import { openDialog } from "../dialog.js";
import { changeWords } from "./runs.js";
import { fileName } from "../file-name.js";
import "../work-progress/work-progress.js";
import "./release-dialog.css";

/** @typedef {import("../../host/bindings.d.ts").ReleasePlan} ReleasePlan */

/**
 * Shows exactly what a release makes and for whom, and makes it once that is confirmed.
 * @param {string} procurement
 * @param {{ jump: (place: import("../../host/bindings.d.ts").Place) => void, made?: () => void }} what
 */
export async function openRelease(procurement, { jump, made }) {
  await flushAll();
  const [plan, rfp] = await Promise.all([read(() => commands.rfp_release_plan({ procurement })), read(() => commands.rfp_get({ procurement }))]);
  if (plan && rfp) new ReleaseDialog(procurement, plan, rfp, jump, made).open();
}

/**
 * Writes the files of a release to a folder the person chooses.
 * @param {string} release @param {string[]} [files]
 * @returns {Promise<{ folder: string, files: string[] } | null>} null when no folder was chosen
 */
export async function exportRelease(release, files) {
  const folder = await pickFolder();
  if (!folder) return null;
  const reply = await commands.release_export({ release, to: folder, ...(files ? { files } : {}) });
  return { folder, files: reply.files };
}

/** The name of a file without its folder. @param {string} path */
export const baseName = (path) => path.split(/[\\/]/).at(-1) ?? path;

class ReleaseDialog {
  /** @param {string} procurement @param {ReleasePlan} plan @param {import("../../host/bindings.d.ts").Rfp} rfp @param {(place: import("../../host/bindings.d.ts").Place) => void} jump @param {(() => void) | undefined} made */
  constructor(procurement, plan, rfp, jump, made) {
    this.procurement = procurement;
    this.plan = plan;
    this.rfp = rfp;
    this.jump = jump;
    this.made = made;
    this.reason = plan.reason ?? "";
    this.allTheSame = false;
    this.confirmed = false;
    this.working = false;
    /** @type {any} */
    this.failure = null;
    /** @type {{ release: string, number: string } | null} */
    this.release = null;
    /** @type {{ folder: string, files: string[] } | null} */
    this.written = null;
  }

  open() {
    this.dialog = openDialog(() => this.#draw(), { labelledby: "release-title", className: "dialog releasing" });
    /** @type {HTMLElement | null} */ (this.dialog.node.querySelector("h2"))?.focus();
    // While it works, Escape does not make the person think it was stopped.
    this.dialog.node.addEventListener("cancel", (event) => { if (this.working) event.preventDefault(); });
  }

  #redraw() {
    this.dialog?.redraw();
  }

  /** @param {() => Promise<void>} work */
  async #work(work) {
    this.working = true;
    this.failure = null;
    this.#redraw();
    try {
      await work();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.working = false;
      this.#redraw();
    }
  }

  #make() {
    return this.#work(async () => {
      const reason = this.reason.trim();
      this.release = await writing(() => commands.rfp_release({
        procurement: this.procurement, ...(this.allTheSame ? { accept_incomplete: true } : {}), ...(reason ? { reason } : {}),
      }));
      this.made?.();
    });
  }

  #export() {
    return this.#work(async () => {
      if (this.release) this.written = (await exportRelease(this.release.release)) ?? this.written;
    });
  }

  /** Above the buttons, where it stays in view however long the lists are. */
  #news() {
    return html`<work-progress></work-progress>${this.failure ? html`<p class="dfail ${this.failure.code === "stopped" ? "" : "shu"}" role="alert">${sentence(this.failure)}</p>` : nothing}`;
  }

  get #stops() {
    return this.plan.findings.filter(({ severity }) => severity === "stop");
  }

  #draw() {
    return this.release ? this.#after(this.release) : this.#before();
  }

  #before() {
    const { plan } = this;
    const addendum = plan.kind === "addendum";
    const next = plan.number.replace(/(\d+)$/, (digits) => String(Number(digits) + 1));
    const may = this.confirmed && (!this.#stops.length || this.allTheSame) && !this.working;
    return html`<h2 id="release-title" tabindex="-1" autofocus>${t(addendum ? "release-title-addendum" : "release-title", { number: plan.number })}</h2>
      <p class="dlead">${t("release-lead", { next })}</p>
      ${this.#findings()}
      <div class="dcols">
        <section>${addendum ? this.#changes() : this.#first()}</section>
        <section>${this.#whom()} ${this.#files()}</section>
      </div>
      <div class="dfoot">${this.#news()}
        <label class="opt"><input type="checkbox" .checked=${this.confirmed} ?disabled=${this.working} @change=${(/** @type {Event} */ event) => { this.confirmed = /** @type {HTMLInputElement} */ (event.target).checked; this.#redraw(); }}>${t(addendum ? "release-confirm-addendum" : "release-confirm", { changes: plan.changes.length, bidders: plan.addressees.length, files: plan.files.length })}</label>
        <span><button class="btn" type="button" ?disabled=${this.working} @click=${() => this.dialog?.close()}>${t("cancel")}</button>
          <button class="btn seal" type="button" ?disabled=${!may} @click=${() => this.#make()}>${t("release-make", { number: plan.number })}</button></span>
      </div>`;
  }

  #findings() {
    const { findings } = this.plan;
    if (!findings.length) return nothing;
    const stops = this.#stops.length;
    const ordered = ["stop", "warn", "note"].flatMap((severity) => findings.filter((one) => one.severity === severity));
    return html`<div class="dfindings ${stops ? "stop" : ""}">
      <h3>${stops ? t("release-stops", { count: stops }) : t("release-warnings", { count: findings.length })}</h3>
      <ul>${ordered.map((finding) => html`<li><span class=${finding.severity === "stop" ? "shu" : ""}>${say(finding.text)}</span>
        <button class="link" type="button" @click=${() => { this.dialog?.close(); this.jump(finding.place); }}>${t("go-to-place")}</button></li>`)}</ul>
      ${stops ? html`<label class="opt"><input type="checkbox" .checked=${this.allTheSame} ?disabled=${this.working} @change=${(/** @type {Event} */ event) => { this.allTheSame = /** @type {HTMLInputElement} */ (event.target).checked; this.#redraw(); }}>${t("release-all-the-same")}</label>` : nothing}
    </div>`;
  }

  #first() {
    const { counts, sections } = this.rfp;
    const base = sections[0]?.depth ?? 0;
    return html`<h3>${t("release-first-head", { sections: counts.sections })}</h3>
      <ol class="chg">${sections.filter(({ depth }) => depth === base).map((chapter) => html`<li><span>${chapter.number}</span><div>${chapter.title}</div></li>`)}
        ${counts.requirements ? html`<li><span></span><div>${t("release-first-requirements", { count: counts.requirements })}</div></li>` : nothing}
        ${counts.optional ? html`<li><span></span><div>${t("release-first-optional", { count: counts.optional })}</div></li>` : nothing}</ol>
      <p class="s">${t("release-first-text")}</p>`;
  }

  #changes() {
    const { changes } = this.plan;
    return html`<label class="lab" for="release-reason">${t("release-reason")}</label>
      <textarea id="release-reason" rows="4" .value=${this.reason} ?disabled=${this.working} placeholder=${t("release-reason-placeholder")}
        @input=${(/** @type {Event} */ event) => { this.reason = /** @type {HTMLTextAreaElement} */ (event.target).value; }}
        @keydown=${(/** @type {KeyboardEvent} */ event) => { if (composing(event)) event.stopPropagation(); }}></textarea>
      <h3>${t("release-changes", { count: changes.length })}</h3>
      <ol class="chg">${changes.map((change) => html`<li><span>${change.number || "－"}</span><div>${change.title}${changeWords(change)}</div></li>`)}</ol>
      ${changes.length ? nothing : html`<p class="s">${t("release-no-changes")}</p>`}`;
  }

  #whom() {
    const { addressees, not_addressed: others } = this.plan;
    return html`<h3>${t("release-whom", { count: addressees.length })}</h3>
      ${addressees.length
        ? html`<ul class="who">${addressees.map((one) => html`<li>${one.name}<span class="s">${[one.person, one.copy].filter(Boolean).join("　")}</span></li>`)}</ul>`
        : html`<p class="s">${t("release-nobody")}</p>`}
      ${others.map((one) => html`<p class="s">${t("release-not-to", { name: one.name, why: say(one.why) })}</p>`)}`;
  }

  #files() {
    const { files } = this.plan;
    return html`<h3>${t("release-files", { count: files.length })}</h3>
      <ul class="who files">${files.map((file) => html`<li>${fileName(file.name)}<span class="s">${say(file.note)}</span></li>`)}</ul>`;
  }

  /** @param {{ release: string, number: string }} release */
  #after(release) {
    const { written } = this;
    return html`<h2 id="release-title" tabindex="-1">${t("release-made", { number: release.number })}</h2>
      <p class="dlead">${t(written ? "release-written" : "release-made-lead", { count: written?.files.length ?? this.plan.files.length })}</p>
      <ul class="who files made">${(written ? written.files.map(baseName) : this.plan.files.map(({ name }) => name)).map((name) => html`<li>${fileName(name)}</li>`)}</ul>
      ${written ? html`<p class="s">${t("release-folder", { folder: written.folder })}</p>` : nothing}
      <div class="dfoot">${this.#news()}<span></span><span>
        <button class="btn" type="button" ?disabled=${this.working} @click=${() => this.dialog?.close()}>${t("close")}</button>
        ${written
          ? html`<button class="btn" type="button" @click=${() => this.#work(async () => { await openPath(written.folder); })}>${t("open-folder")}</button>`
          : html`<button class="btn go" type="button" ?disabled=${this.working} @click=${() => this.#export()}>${t("release-export")}</button>`}
      </span></div>`;
  }
}
