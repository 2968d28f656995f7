import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { go } from "../../app/router.js";
import { isReadOnly } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { wayBack } from "../../app/way-back.js";
import { emptyState } from "../../elements/empty-state.js";
import { toast } from "../../elements/toast.js";

/** @typedef {import("../../host/bindings.d.ts").SheetChange} SheetChange */
/** @typedef {import("./files.js").Incoming} Incoming */

/** What a sheet that came back as Excel changes; nothing of it is kept before she says so. */
class SheetIncoming extends Element {
  static properties = { incoming: { attribute: false }, decided: { type: Boolean }, told: { type: Boolean } };

  constructor() {
    super();
    /** @type {Incoming | undefined} */
    this.incoming = undefined;
    this.decided = false;
    this.told = false;
  }

  #leave = () => this.dispatchEvent(new CustomEvent("leave"));

  async #take() {
    const { source, found } = /** @type {Incoming} */ (this.incoming);
    const done = await act(() => commands.sheet_import({ source, seal: found.seal }));
    if (!done) return;
    this.#leave();
    // It is read through once more where it is handed in.
    go(`p/${source.procurement}/sheets/${done.evaluator}`);
    toast({ text: t("sheet-import-done", { name: found.name, count: done.changed, skipped: done.skipped }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
  }

  render() {
    if (!this.incoming) return nothing;
    const { found } = this.incoming;
    const good = found.changes.filter((change) => !change.wrong).length;
    const wrong = found.changes.length - good;
    return html`<div class="head"><h1>${t("sheet-import-title", { name: found.name })}</h1><p>${found.file}</p>
        <div class="end"><button class="btn" type="button" @click=${this.#leave}>${t("sheet-back")}</button>
          <button class="btn go" type="button" ?disabled=${!good || this.decided || isReadOnly()} @click=${() => this.#take()}>${t("sheet-import-go", { count: good })}</button></div></div>
      ${this.decided ? html`<div class="notice" role="status"><p class="grow">${t("sheets-decided", wayBack(this))}</p></div>` : nothing}
      <p class="lead pad-lead" role="status">${t("sheet-import-sum", { count: good, wrong, blank: found.blank })}</p>
      ${found.notes.length ? html`<ul class="sayings">${found.notes.map((note) => html`<li class="note">${say(note)}</li>`)}</ul>` : nothing}
      ${found.changes.length
        ? html`<div class="wide" tabindex="0" role="group" aria-label=${t("sheet-import-changes")}><table class="reg sheetchanges">
            <thead><tr><th scope="col">${t("sheet-import-criterion")}</th><th scope="col">${t("sheet-import-bidder")}</th><th scope="col">${t("sheet-import-field")}</th><th scope="col">${t("sheet-import-before")}</th><th scope="col">${t("sheet-import-after")}</th></tr></thead>
            <tbody>${found.changes.map((change) => row(change))}</tbody></table></div>`
        : emptyState({ text: t("sheet-import-nothing") })}`;
  }
}
customElements.define("sheet-incoming", SheetIncoming);

/** @param {SheetChange} change */
const row = (change) => html`<tr class=${change.wrong ? "wrong" : ""}>
  <th scope="row"><span class="figures">${change.number}</span> ${change.title}</th><td>${change.company}</td><td>${t(`sheet-import-field-${change.field.replace("_", "-")}`)}</td>
  <td class="said">${shown(change, change.before)}</td>
  <td class="said">${change.wrong ? html`<s>${change.after}</s>` : shown(change, change.after)}${change.message ? html`<small class=${change.wrong ? "shu" : ""}>${change.wrong ? html`<b>${t("sheet-import-left-out")}</b> ` : nothing}${say(change.message)}</small>` : nothing}</td></tr>`;

/** @param {SheetChange} change @param {string} value */
function shown(change, value) {
  if (change.field === "may_tell") return value ? t("evaluation-sheet-may-tell-yes") : html`<span class="s">${t("sheet-import-no")}</span>`;
  if (!value) return html`<span class="s">${t("cell-blank")}</span>`;
  if (change.field === "mark" && value === "pass") return t("mark-pass");
  return change.field === "mark" && value === "fail" ? t("mark-fail") : value;
}
