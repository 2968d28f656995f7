import { html, nothing } from "lit";
import { sentence } from "../../app/errors.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { writing } from "../../app/saving.js";
import { commands } from "../../host/commands.js";
import { openDialog } from "../../elements/dialog.js";
import "../../elements/release-dialog/release-dialog.css";

/** @typedef {import("../../host/bindings.d.ts").Distribution} Distribution */

export const MEANS = /** @type {const} */ (["mail", "meeting", "folder", "post", "other"]);

/** A dialog with a few fields and one act; what is refused is said in it. */
export class ActDialog {
  /** `done` follows once the act is done and the dialog closed. `seen` is ticked before an act that cannot be taken back, where other words are true of it. @param {{ title: string, lead: string, seal: string, irreversible?: boolean, seen?: string, fields: (dialog: ActDialog) => unknown, act: (values: Record<string, string>) => Promise<unknown>, done?: () => void, values: Record<string, string> }} parts */
  constructor(parts) {
    this.parts = parts;
    this.values = parts.values;
    this.confirmed = false;
    this.working = false;
    /** @type {any} */
    this.failure = null;
    this.dialog = openDialog(() => this.#draw(), { labelledby: "act-title", className: "dialog small releasing" });
  }

  async #run() {
    this.working = true;
    this.failure = null;
    this.dialog.redraw();
    try {
      await writing(() => this.parts.act(this.values));
      this.dialog.close();
      this.parts.done?.();
    } catch (failure) {
      this.failure = failure;
      this.working = false;
      this.dialog.redraw();
    }
  }

  /** @param {string} name */
  input = (name) => (/** @type {Event} */ event) => { this.values[name] = /** @type {HTMLInputElement} */ (event.target).value; };

  /** @param {string} name @param {string} label @param {string} [hint] */
  line(name, label, hint) {
    return html`<label class="lab" for="act-${name}">${label}</label><input type="text" id="act-${name}" autocomplete="off" .value=${this.values[name] ?? ""} placeholder=${hint ?? ""} @input=${this.input(name)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => { if (composing(event)) event.stopPropagation(); }}>`;
  }

  /** @param {string} name @param {string} label */
  area(name, label) {
    return html`<label class="lab" for="act-${name}">${label}</label><textarea id="act-${name}" rows="3" .value=${this.values[name] ?? ""} @input=${this.input(name)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => { if (composing(event)) event.stopPropagation(); }}></textarea>`;
  }

  #draw() {
    const { title, lead, seal, irreversible, seen } = this.parts;
    return html`<h2 id="act-title" tabindex="-1">${title}</h2><p class="dlead">${lead}</p>
      ${this.parts.fields(this)}
      <div class="dfoot">${this.failure ? html`<p class="dfail shu" role="alert">${sentence(this.failure)}</p>` : nothing}
        ${irreversible
          ? html`<label class="opt"><input type="checkbox" .checked=${this.confirmed} @change=${(/** @type {Event} */ event) => { this.confirmed = /** @type {HTMLInputElement} */ (event.target).checked; this.dialog.redraw(); }}>${seen ?? t("distribution-irreversible")}</label>`
          : html`<span></span>`}
        <span><button class="btn" type="button" ?disabled=${this.working} @click=${() => this.dialog.close()}>${t("cancel")}</button>
          <button class="btn ${irreversible ? "seal" : "go"}" type="button" ?disabled=${this.working || (irreversible && !this.confirmed)} @click=${() => this.#run()}>${seal}</button></span>
      </div>`;
  }
}

/** Records that these were sent: shown to whom and what first. @param {Distribution[]} rows @param {string} sender who is taken to send */
export function openSent(rows, sender) {
  new ActDialog({
    title: t("sent-title", { count: rows.length }), lead: t("sent-lead"), seal: t("sent-seal"), irreversible: true, values: { at: "", means: "mail", by: sender, note: "" },
    fields: (dialog) => html`<ul class="who">${rows.map((row) => html`<li>${row.name}<span class="s">${row.what}</span></li>`)}</ul>
      ${dialog.line("at", t("sent-at"), t("sent-now"))}
      <label class="lab" for="act-means">${t("sent-means")}</label><select id="act-means" @change=${dialog.input("means")}>${MEANS.map((means) => html`<option value=${means} ?selected=${dialog.values.means === means}>${t(`distribution-means-${means}`)}</option>`)}</select>
      ${dialog.line("by", t("sent-by"))}
      ${dialog.line("note", t("sent-note"))}`,
    act: ({ at, means, by, note }) => commands.distribution_sent({ ids: rows.map((row) => row.id), means: /** @type {any} */ (means), ...(by.trim() ? { by } : {}), ...(at.trim() ? { at } : {}), ...(note.trim() ? { note } : {}) }),
  });
}

/** Records that one was not sent after all. @param {Distribution} row */
export function openUnsent(row) {
  new ActDialog({
    title: t("unsent-title"), lead: t("unsent-lead", { name: row.name, what: row.what }), seal: t("unsent-seal"), irreversible: true, values: { reason: "" },
    fields: (dialog) => dialog.area("reason", t("unsent-reason")),
    act: ({ reason }) => commands.distribution_unsent({ id: row.id, reason }),
  });
}

/** Notes that a bidder confirmed one. @param {Distribution} row */
export function openReceipt(row) {
  new ActDialog({
    title: t("receipt-title"), lead: t("receipt-lead", { name: row.name }), seal: t("receipt-seal"), values: { at: "", receipt: row.receipt },
    fields: (dialog) => html`${dialog.line("at", t("receipt-at"), t("sent-now"))} ${dialog.line("receipt", t("receipt-how"), t("receipt-how-hint"))}`,
    act: ({ at, receipt }) => commands.distribution_receipt({ id: row.id, receipt, ...(at.trim() ? { at } : {}) }),
  });
}

/**
 * Shares a file beside the RFP: with all or with some, as a new one or in the place of one before.
 * @param {string} procurement @param {string} path @param {import("../../host/bindings.d.ts").Knowledge} known
 */
export function openShared(procurement, path, known) {
  const name = path.split(/[\\/]/).pop() ?? path;
  const files = known.rows.filter((row) => row.kind === "file");
  const bidders = known.bidders.filter((bidder) => bidder.takes_part);
  /** Those it is meant for; everybody where none is chosen. @type {Set<string>} */
  const only = new Set();
  new ActDialog({
    title: t("shared-file-title"), lead: t("shared-file-lead", { name }), seal: t("shared-file-do"), values: { title: name, replaces: "", to: "all" },
    fields: (dialog) => {
      const choose = (/** @type {string} */ to) => () => { dialog.values.to = to; dialog.dialog.redraw(); };
      return html`${dialog.line("title", t("shared-file-name"))}
        <fieldset class="to"><legend>${t("shared-file-for")}</legend>
          <label class="opt"><input type="radio" name="act-for" .checked=${dialog.values.to === "all"} @change=${choose("all")}>${t("shared-file-all")}</label>
          <label class="opt"><input type="radio" name="act-for" .checked=${dialog.values.to === "only"} @change=${choose("only")}>${t("shared-file-only")}</label>
          ${dialog.values.to === "only" ? html`<ul class="chosen">${bidders.map((bidder) => html`<li><label class="opt"><input type="checkbox" .checked=${only.has(bidder.id)} @change=${() => { if (!only.delete(bidder.id)) only.add(bidder.id); }}>${bidder.name}</label></li>`)}</ul>` : nothing}
        </fieldset>
        ${files.length ? html`<label class="lab" for="act-replaces">${t("shared-file-replaces")}</label><select id="act-replaces" @change=${dialog.input("replaces")}><option value="">${t("shared-file-new")}</option>${files.map((row) => html`<option value=${row.id} ?selected=${dialog.values.replaces === row.id}>${[row.name, row.detail].filter(Boolean).join(t("word-space"))}</option>`)}</select>` : nothing}`;
    },
    act: ({ title, replaces, to }) => {
      if (to === "only" && !only.size) throw { message_id: "error-share-nobody", args: {} };
      return commands.shared_file_add({ procurement, path, ...(title.trim() ? { title } : {}), ...(to === "only" ? { only_for: [...only] } : {}), ...(replaces ? { replaces } : {}) });
    },
  });
}
