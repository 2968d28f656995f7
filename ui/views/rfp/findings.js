import { html, nothing } from "lit";
import { say, t } from "../../app/l10n.js";
import { tally } from "./tally.js";

/** @typedef {import("../../host/bindings.d.ts").Rfp} Rfp */

/** @param {Rfp} rfp */
const ordered = (rfp) => ["stop", "warn", "note"].flatMap((severity) => rfp.findings.filter((one) => one.severity === severity));

/**
 * What is still to be done before a release, in a few words, and opened the whole list with the way to each place.
 * @param {Object} parts
 * @param {Rfp} parts.rfp
 * @param {boolean} parts.open
 * @param {boolean} parts.locked
 * @param {string | null} parts.latest number of the last release
 * @param {() => void} parts.turn
 * @param {(place: import("../../host/bindings.d.ts").Place) => void} parts.jump
 * @param {() => void} parts.release
 * @param {() => void} parts.releases
 */
export function findingsFoot({ rfp, open, locked, latest, turn, jump, release, releases }) {
  const { counts, findings } = rfp;
  const { empty, stop, warn, note } = tally(findings);
  return html`<div class="foot ${open ? "opened" : ""}">
    <h3>${t("check-title")}</h3>
    ${open
      ? html`<ul class="findings" tabindex="0" aria-label=${t("check-title")}>${ordered(rfp).map((finding) => html`<li><button type="button" @click=${() => jump(finding.place)}>
          <span class="sev ${finding.severity === "stop" ? "shu" : ""}">${t(`severity-${finding.severity}`)}</span><span>${say(finding.text)}</span></button></li>`)}</ul>`
      : html`<ul>
          ${empty ? html`<li class="shu">${t("check-empty", { count: empty })}</li>` : nothing}
          ${stop ? html`<li class="shu">${t("check-stops", { count: stop })}</li>` : nothing}
          ${warn ? html`<li>${t("check-warns", { count: warn })}</li>` : nothing}
          ${note ? html`<li>${t("check-notes", { count: note })}</li>` : nothing}
          ${counts.optional ? html`<li>${t("check-optional", { count: counts.optional, sections: counts.sections })}</li>` : nothing}
          ${findings.length ? nothing : html`<li class="done">${t("check-clean")}</li>`}
        </ul>`}
    <div class="foot-acts">
      ${findings.length ? html`<button class="link" type="button" aria-expanded=${open ? "true" : "false"} @click=${turn}>${t(open ? "check-close" : "check-open", { count: findings.length })}</button>` : nothing}
      ${latest
        ? html`<button class="link" type="button" @click=${releases}>${t("check-released", { number: latest })}</button>`
        : html`<button class="btn go" type="button" ?disabled=${locked || !counts.sections} @click=${release}>${t("release-prepare")}</button>`}
    </div>
  </div>`;
}
