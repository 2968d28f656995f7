import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { openPath, pickFiles } from "../../host/transport.js";
import { act, read } from "../../app/act.js";
import { size } from "../releases/size.js";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { FileDrop } from "../../app/file-drop.js";
import { t } from "../../app/l10n.js";
import { undo } from "../../app/undo.js";
import { closeIcon } from "../../elements/icons.js";
import { fileName } from "../../elements/file-name.js";
import { removedToast, toast } from "../../elements/toast.js";
import "../../elements/edit-field.js";

const KINDS = ["proposal", "estimate", "response", "scan", "other"];

/** The files of a proposal; photos among them can be bound into one PDF. */
class ProposalFiles extends Element {
  static properties = { view: { attribute: false }, locked: { type: Boolean }, chosen: { state: true }, name: { state: true } };

  constructor() {
    super();
    /** @type {import("../../host/bindings.d.ts").Proposal} */
    this.view = /** @type {any} */ (undefined);
    this.locked = false;
    /** Photos to bind, in the order they were chosen. @type {string[]} */
    this.chosen = [];
    this.name = "";
    new FileDrop(this, { take: (files) => void this.#keep(files), locked: () => this.locked });
  }

  async #add() {
    await this.#keep((await pickFiles(["*"]).catch(report)) ?? []);
  }

  /** @param {string[]} files */
  async #keep(files) {
    if (files.length) await act(() => commands.proposal_file_add({ proposal: this.view.id, files }));
  }

  /** @param {string} id */
  async #open(id) {
    const opened = await read(() => commands.proposal_file_open({ id }));
    if (opened) await openPath(opened.path);
  }

  /** @param {{ id: string, name: string }} file */
  async #remove(file) {
    this.chosen = this.chosen.filter((id) => id !== file.id);
    if ((await act(() => commands.proposal_file_remove({ id: file.id }))) !== undefined) removedToast(file.name, undo);
  }

  async #bind() {
    const name = this.name.trim() || t("bind-name");
    const made = await act(() => commands.proposal_bind({ proposal: this.view.id, files: this.chosen, name, kind: "scan" }));
    if (!made) return;
    toast({ text: t("bind-made", { count: made.pages, name: made.name }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
    this.chosen = [];
    this.name = "";
  }

  /** @param {string} id @param {boolean} on */
  #choose(id, on) {
    this.chosen = on ? [...this.chosen, id] : this.chosen.filter((one) => one !== id);
  }

  render() {
    const { files } = this.view;
    const kinds = KINDS.map((value) => ({ value, label: { id: `value-proposal-file-kind-${value}`, args: {} } }));
    const images = files.filter((file) => file.image);
    return html`${files.length ? html`<div class="wide" tabindex="0" role="group" aria-label=${t("proposal-tab-files")}><table class="reg plain pfiles"><thead><tr>${images.length ? html`<th scope="col" class="c-pick">${t("bind-order")}</th>` : nothing}<th scope="col">${t("column-proposal-file-name")}</th><th scope="col" class="c-kind">${t("column-proposal-file-kind")}</th><th scope="col" class="c-note">${t("column-proposal-file-note")}</th><th scope="col"><span class="vh">${t("actions-column")}</span></th></tr></thead><tbody>
        ${files.map((file) => {
          const at = this.chosen.indexOf(file.id);
          return html`<tr>${images.length ? html`<td class="c-pick">${file.image && !this.locked ? html`<label class="opt"><input type="checkbox" .checked=${at >= 0} aria-label=${t("bind-choose", { name: file.name })} @change=${(/** @type {Event} */ event) => this.#choose(file.id, /** @type {HTMLInputElement} */ (event.target).checked)}><span class="figures">${at >= 0 ? at + 1 : ""}</span></label>` : nothing}</td>` : nothing}
            <td><button class="link" type="button" @click=${() => this.#open(file.id)}>${fileName(file.name)}</button>${file.bound ? html` <span class="mark">${t("value-proposal-file-bound-1")}</span>` : nothing}<span class="s">${size(file.bytes)} ・ ${file.received} ・ <span title=${file.sha256}>SHA-256 ${file.sha256.slice(0, 12)}…</span></span></td>
            <td class="c-kind"><edit-field .kind=${"choice"} .value=${file.kind} .choices=${kinds} .label="${t("column-proposal-file-kind")}: ${file.name}" .name=${file.name} .locked=${this.locked} .save=${(/** @type {string} */ value) => commands.proposal_file_set({ id: file.id, field: "kind", value })}></edit-field></td>
            <td class="c-note"><edit-field class="cell" .kind=${"line"} .value=${file.note} .label="${t("column-proposal-file-note")}: ${file.name}" .name=${file.name} .locked=${this.locked} .save=${(/** @type {string} */ value) => commands.proposal_file_set({ id: file.id, field: "note", value })}></edit-field></td>
            <td>${this.locked ? nothing : html`<button class="tool icon" type="button" aria-label="${t("delete")}: ${file.name}" title=${t("delete")} @click=${() => this.#remove(file)}>${closeIcon}</button>`}</td></tr>`;
        })}</tbody></table></div>` : html`<p class="lead">${t("proposal-files-none")}</p>`}
      ${this.locked ? nothing : html`<p class="tools"><button class="btn ${files.length ? "" : "go"}" type="button" @click=${() => this.#add()}>${t("proposal-file-add")}</button><span class="s">${t("proposal-file-note")} ${t("drop-or-here")}</span></p>
        ${images.length ? html`<section class="bindbox" aria-labelledby="bind-h"><h3 id="bind-h">${t("bind-title")}</h3><p class="s">${t("bind-lead")}</p>
          <div class="tools"><label class="lab" for="bind-name">${t("bind-file-name")}</label><input type="text" id="bind-name" .value=${this.name} placeholder=${t("bind-name")} @input=${(/** @type {Event} */ event) => { this.name = /** @type {HTMLInputElement} */ (event.target).value; }}>
            <button class="btn" type="button" ?disabled=${!this.chosen.length} @click=${() => this.#bind()}>${t("bind-make", { count: this.chosen.length })}</button></div></section>` : nothing}`}`;
  }
}
customElements.define("proposal-files", ProposalFiles);
