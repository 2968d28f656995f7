import { html, nothing } from "lit";
import { act, read } from "../../app/act.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { pickFile } from "../../host/transport.js";
import { openDialog } from "../../elements/dialog.js";
import { baseName } from "../../elements/release-dialog/release-dialog.js";
import { changeWords } from "../../elements/release-dialog/runs.js";
import { toast } from "../../elements/toast.js";

/** Lists what changed since the last release. @param {string} procurement @param {string} release @param {(section: string) => void} open */
export async function openChanges(procurement, release, open) {
  const changes = await read(() => commands.rfp_changes({ procurement }));
  if (!changes) return;
  openDialog(({ close }) => html`<h2 id="changes-title" tabindex="-1" autofocus>${t("changes-title", { release, count: changes.length })}</h2>
    <ol class="chg changes" tabindex="0" aria-labelledby="changes-title">${changes.map((change) => html`<li><span>${change.number || "－"}</span><div>
      ${change.sections.length
        ? html`<button class="link" type="button" @click=${() => { close(); open(change.sections[0]); }}>${change.title}</button>`
        : change.title}${changeWords(change)}</div></li>`)}</ol>
    ${changes.length ? nothing : html`<p class="s">${t("release-no-changes")}</p>`}
    <div class="dfoot"><span></span><button class="btn" type="button" @click=${close}>${t("close")}</button></div>`, { labelledby: "changes-title" });
}

/** Brings in the sections of a Word or Markdown file. @param {string} procurement */
export async function importFile(procurement) {
  const file = await read(() => pickFile(["docx", "md", "markdown"]));
  if (!file) return;
  toast({ text: t("importing", { file: baseName(file) }) });
  const reply = await act(() => commands.rfp_import({ procurement, file }));
  if (!reply) return;
  const text = t("imported", { file: baseName(file), count: reply.sections });
  toast({ text, action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
  if (!reply.warnings.length) return;
  openDialog(({ close }) => html`<h2 id="import-title" tabindex="-1" autofocus>${text}</h2>
    <p class="dlead">${t("import-warnings", { count: reply.warnings.length })}</p>
    <ul class="who warnings" tabindex="0" aria-labelledby="import-title">${reply.warnings.map((warning) => html`<li>${say(warning)}</li>`)}</ul>
    <div class="dfoot"><button class="link" type="button" @click=${() => { close(); void undo(); }}>${t("import-undo")}</button><button class="btn" type="button" @click=${close}>${t("close")}</button></div>`,
  { className: "dialog small", labelledby: "import-title" });
}

/** Keeps the sections as an outline of the person's own. @param {string} procurement @param {string} proposed */
export function saveOutline(procurement, proposed) {
  let title = proposed;
  const dialog = openDialog(({ close, redraw }) => {
    const save = async () => {
      if (!title.trim()) return;
      close();
      const made = await act(() => commands.outline_save({ procurement, title: title.trim() }));
      if (made) toast({ text: t("outline-saved", { title: title.trim() }) });
    };
    return html`<h2 id="outline-save-title">${t("outline-save")}</h2>
      <p class="dlead">${t("outline-save-text")}</p>
      <label class="lab" for="outline-save-name">${t("outline-save-name")}</label>
      <input id="outline-save-name" type="text" maxlength="100" .value=${title} autocomplete="off"
        @input=${(/** @type {Event} */ event) => { title = /** @type {HTMLInputElement} */ (event.target).value; redraw(); }}
        @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") { event.preventDefault(); void save(); } }}>
      <div class="dfoot"><span></span><span><button class="btn" type="button" @click=${close}>${t("cancel")}</button>
        <button class="btn go" type="button" ?disabled=${!title.trim()} @click=${save}>${t("outline-save-do")}</button></span></div>`;
  }, { className: "dialog small", labelledby: "outline-save-title" });
  const input = dialog.node.querySelector("input");
  input?.focus();
  input?.select();
}
