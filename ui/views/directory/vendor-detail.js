import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { openPath, pickFile } from "../../host/transport.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { fillRow } from "../../app/pasted.js";
import { undo } from "../../app/undo.js";
import { size } from "../releases/size.js";
import { closeIcon } from "../../elements/icons.js";
import { removedToast, toast } from "../../elements/toast.js";
import "../../elements/edit-field.js";
import "../../elements/edit-table.js";

/** @typedef {import("../../host/bindings.d.ts").Vendor} Vendor */

const FOUND = ["", "search", "community", "adviser", "peer", "own"];
const NDA = ["none", "sent", "signed"];

/** One vendor, edited in place: what it is, its people, the agreement, files, and the history with it. */
class VendorDetail extends Element {
  static properties = { vendor: {}, locked: { type: Boolean }, view: { state: true } };

  constructor() {
    super();
    this.vendor = "";
    this.locked = false;
    /** @type {Vendor | undefined} */
    this.view = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", () => void this.load());
    this.hear("language", () => void this.load());
    this.addEventListener("keydown", (event) => {
      if (!composing(event) && event.key === "Escape" && !event.defaultPrevented) this.dispatchEvent(new CustomEvent("closed"));
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("vendor")) void this.load();
  }

  async load() {
    const id = this.vendor;
    // One that was just deleted or merged is no failure here.
    const view = await commands.vendor_get({ id }).catch(() => undefined);
    if (id === this.vendor) this.view = view;
  }

  #contactOps = {
    set: (/** @type {any} */ row, /** @type {string} */ field, /** @type {string} */ value) => commands.vendor_contact_set({ id: row.id, field, value }),
    add: (/** @type {Record<string, string>} */ values, /** @type {string | null} */ after) =>
      act(async () => {
        const { name = "", mail = "", ...rest } = values;
        const made = await commands.vendor_contact_add({ vendor: this.vendor, name, ...(mail ? { mail } : {}), ...(after ? { after } : {}) });
        await fillRow(rest, { set: (field, value) => commands.vendor_contact_set({ id: made.id, field, value }), remove: () => commands.vendor_contact_remove({ id: made.id }) });
        return made;
      }),
    remove: async (/** @type {any} */ row) => {
      if ((await act(() => commands.vendor_contact_remove({ id: row.id }))) !== undefined) removedToast(row.name || row.mail, undo);
    },
    move: async (/** @type {any} */ row, /** @type {{ after: string | null }} */ { after }) => {
      await act(() => commands.vendor_contact_move({ id: row.id, after }));
      await this.load();
    },
  };

  async #addFile() {
    const path = await pickFile(["*"]);
    if (path) await act(() => commands.vendor_file_add({ vendor: this.vendor, file: path }));
  }

  /** @param {string} id */
  async #open(id) {
    const opened = await read(() => commands.vendor_file_open({ id }));
    if (opened) await openPath(opened.path);
  }

  /** @param {string} other @param {string} name */
  async #merge(other, name) {
    if ((await act(() => commands.vendor_merge({ keep: this.vendor, other }))) === undefined) return;
    toast({ text: t("directory-merged", { name }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
    await this.load();
  }

  async #remove() {
    const name = this.view?.name ?? "";
    if ((await act(() => commands.vendor_remove({ id: this.vendor }))) === undefined) return;
    this.dispatchEvent(new CustomEvent("closed"));
    removedToast(name, undo);
  }

  /** @param {keyof Vendor & import("../../host/bindings.d.ts").VendorField} field @param {{ kind?: string, value?: string, choices?: any[], note?: unknown }} [more] */
  #field(field, { kind = "text", value, choices, note } = {}) {
    const view = /** @type {Vendor} */ (this.view);
    const id = `vendor-${field.replaceAll("_", "-")}`;
    const label = t(`vendor-field-${field.replaceAll("_", "-")}`);
    return html`<div class="frow kind-${kind}"><label class="lab" for=${id}>${label}</label><div class="ctl">
      <edit-field .fieldId=${id} .kind=${kind} .value=${value ?? String(view[field] ?? "")} .choices=${choices ?? []} .name="${view.name} ${label}" .keep="${view.id} ${field}" .locked=${this.locked}
        .save=${(/** @type {string} */ typed) => commands.vendor_set({ id: view.id, field, value: typed })}></edit-field>${note ?? nothing}</div></div>`;
  }

  render() {
    const { view } = this;
    if (!view || view.id !== this.vendor) return nothing;
    const choice = (/** @type {string} */ kind) => (/** @type {string} */ value) => ({ value, label: { id: `vendor-${kind}-${value || "unknown"}`, args: {} } });
    const joint = t("list-comma");
    return html`<div class="dhead"><h2 id="vendor-h">${view.name}${view.is_sample ? html` <span class="mark">${t("sample-badge")}</span>` : nothing}</h2>
        <button class="tool icon" type="button" aria-label=${t("close")} title=${t("close")} @click=${() => this.dispatchEvent(new CustomEvent("closed"))}>${closeIcon}</button></div>
      ${view.duplicates.length ? html`<ul class="sayings">${view.duplicates.map((one) => html`<li class="note">${t("directory-same", { name: one.name })} <span class="s">${say(one.why)}</span>
        ${this.locked ? nothing : html`<button class="link" type="button" @click=${() => this.#merge(one.id, one.name)}>${t("directory-merge")}</button>`}</li>`)}</ul>` : nothing}
      <div class="rows">
        ${this.#field("name")} ${this.#field("reading")} ${this.#field("does", { kind: "long" })}
        ${this.#field("smallest")}
        ${this.#field("aliases", { kind: "line", value: view.aliases.join(joint) })}
        ${this.#field("domains", { kind: "line", value: view.domains.join(joint) })}
        ${this.#field("web")}
        ${this.#field("found", { kind: "choice", choices: FOUND.map(choice("found")) })} ${this.#field("found_detail", { kind: "line" })}
        ${this.#field("notes", { kind: "long" })}
      </div>
      <section class="part" aria-labelledby="v-people"><div class="sh"><h3 id="v-people">${t("directory-people")}</h3><span class="s">${t("directory-people-note")}</span></div>
        <div class="wide"><edit-table class=${view.contacts.length ? "" : "none-yet"} .rows=${view.contacts} .ops=${this.#contactOps} .keep="${this.vendor} people" .label=${t("directory-people")} .adding=${t("directory-person-add")} .locked=${this.locked}
          .columns=${[
            { field: "name", label: t("column-vendor-contact-name") },
            { field: "reading", label: t("column-vendor-contact-reading") },
            { field: "department", label: t("column-vendor-contact-department") },
            { field: "title", label: t("column-vendor-contact-title") },
            { field: "mail", label: t("column-vendor-contact-mail"), kind: "mail" },
            { field: "phone", label: t("column-vendor-contact-phone") },
          ]}></edit-table></div></section>
      <section class="part" aria-labelledby="v-nda"><div class="sh"><h3 id="v-nda">${t("vendor-field-nda")}</h3></div>
        <div class="rows">${this.#field("nda", { kind: "choice", choices: NDA.map(choice("nda")) })} ${this.#field("nda_signed_on", { kind: "date" })}
          ${this.#field("nda_until", { kind: "date", note: view.nda_over ? html`<span class="note shu">${t("directory-nda-over")}</span>` : nothing })}</div></section>
      <section class="part" aria-labelledby="v-history"><div class="sh"><h3 id="v-history">${t("directory-history")}</h3></div>${this.#history(view)}</section>
      <section class="part" aria-labelledby="v-files"><div class="sh"><h3 id="v-files">${t("directory-files")}</h3></div>
        ${view.files.length ? html`<ul class="files">${view.files.map((file) => html`<li><button class="link" type="button" @click=${() => this.#open(file.id)}>${file.name}</button> <span class="s">${size(file.bytes)} ${file.added_on}</span>
          ${this.locked ? nothing : html`<button class="tool icon" type="button" aria-label="${t("delete")}: ${file.name}" title=${t("delete")} @click=${async () => { if ((await act(() => commands.vendor_file_remove({ id: file.id }))) !== undefined) removedToast(file.name, undo); }}>${closeIcon}</button>`}</li>`)}</ul>` : html`<p class="s">${t("directory-no-files")}</p>`}
        ${this.locked ? nothing : html`<p><button class="btn small" type="button" @click=${() => this.#addFile()}>${t("directory-file-add")}</button></p>`}</section>
      ${this.locked ? nothing : html`<p class="dend"><button class="link severe" type="button" @click=${() => this.#remove()}>${t("directory-remove")}</button></p>`}`;
  }

  /** @param {Vendor} view */
  #history(view) {
    if (!view.history.length) return html`<p class="s">${t("directory-no-history")}</p>`;
    return html`<div class="wide"><table class="reg plain"><thead><tr><th scope="col">${t("directory-procurement")}</th><th scope="col">${t("directory-invited")}</th><th scope="col">${t("directory-outcome")}</th><th scope="col" class="num">${t("directory-questions")}</th></tr></thead>
      <tbody>${view.history.map((past) => html`<tr><td><a href="#/p/${past.procurement}/vendors/${past.bidder}">${past.title}</a>${past.is_sample ? html` <span class="mark">${t("sample-badge")}</span>` : nothing}</td><td class="nw">${past.invited_on ?? html`<span class="s">${t("directory-not-invited")}</span>`}</td><td>${say(past.told)}${past.learned.map((one) => html`<span class="s learned">${say(one)}</span>`)}</td><td class="num">${past.questions}</td></tr>`)}</tbody></table></div>`;
  }
}
customElements.define("vendor-detail", VendorDetail);
