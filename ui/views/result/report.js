import { html, nothing } from "lit";
import { act, read } from "../../app/act.js";
import { report as tell } from "../../app/errors.js";
import { say, t } from "../../app/l10n.js";
import { commands } from "../../host/commands.js";
import { openPath, pickFolder } from "../../host/transport.js";
import { openDialog } from "../../elements/dialog.js";
import { toast } from "../../elements/toast.js";
import "../../elements/release-dialog/release-dialog.css";
import "../../elements/work-progress/work-progress.js";

/** Shows what the selection report will hold, and makes it in a folder of choice. @param {string} procurement */
export async function openReport(procurement) {
  const plan = await read(() => commands.report_plan({ procurement }));
  if (!plan || plan.empty) return;
  let working = false;
  const make = async () => {
    const to = await pickFolder().catch(tell);
    if (!to) return;
    working = true;
    dialog.redraw();
    const made = await act(() => commands.report_export({ procurement, to }));
    dialog.close();
    if (made) toast({ text: t("report-made"), action: { label: t("open-folder"), run: () => openPath(to).catch(tell) } });
  };
  const dialog = openDialog(() => html`<h2 id="report-title">${t("report-plan-title")}</h2>
    <p class="dlead">${t("report-plan-lead")}</p>
    <div class="planned"><section><h3>${t("report-plan-chapters")}</h3><ol>${plan.chapters.map((one) => html`<li>${one}</li>`)}</ol></section>
      <section><h3>${t("report-plan-files")}</h3><ul class="files">${plan.files.map((one) => html`<li>${one}</li>`)}</ul>
      ${plan.missing.length ? html`<h3>${t("report-plan-missing")}</h3><ul>${plan.missing.map((one) => html`<li>${say(one)}</li>`)}</ul>` : nothing}</section></div>
    <work-progress></work-progress>
    <div class="dfoot"><span></span><span><button class="btn" type="button" @click=${() => dialog.close()}>${t("cancel")}</button>
      <button class="btn go" type="button" ?disabled=${working} @click=${make}>${t("report-plan-go")}</button></span></div>`, { labelledby: "report-title", className: "dialog small releasing report-dialog" });
}
