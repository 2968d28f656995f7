import { html, nothing, render } from "lit";
import { commands } from "../host/commands.js";
import { openPath } from "../host/transport.js";
import { moment, size } from "../app/dates.js";
import { sentence } from "../app/errors.js";
import { lang, say, setLang, t } from "../app/l10n.js";

/** @typedef {import("../host/bindings.d.ts").AppState} AppState */

/** The language that is not shown: the library, which would know hers, cannot be asked. */
const other = () => (lang() === "ja" ? "en" : "ja");

/**
 * The only screen of a library that cannot be opened: why, where it is, and the way to a backup. Nothing is changed until
 * a backup is chosen; the file that could not be read is kept beside it.
 * @param {AppState} app
 * @param {HTMLElement} page
 */
export async function showClosed(app, page) {
  const { backups } = await commands.backup_list({}).catch(() => ({ backups: [] }));
  /** @param {string} [refused] */
  const draw = (refused) =>
    render(
      html`<main class="closed">
        <p class="tongue"><button class="link" type="button" lang=${other()} @click=${() => { setLang(other()); draw(refused); }}>${t(`language-${other()}`)}</button></p>
        <h1>${t("closed-title")}</h1>
        <p>${say(app.closed)}</p>
        <p class="s path">${app.library} <button class="link" type="button" @click=${() => openPath(app.library)}>${t("open-folder")}</button></p>
        <h2>${t("backups")}</h2>
        ${backups.length ? html`<p>${t("closed-restore-note")}</p>` : nothing}
        ${backups.length
          ? html`<ul class="backups">
              ${backups.map(
                (one) => html`<li>
                  <span>${moment(one.at, lang())}</span><span class="s num">${size(one.bytes)}</span>
                  <button class="btn small" type="button" aria-label="${t("restore")}: ${moment(one.at, lang())}" @click=${() => restore(one.name)}>${t("restore")}</button>
                </li>`,
              )}
            </ul>`
          : html`<p>${t("closed-no-backup")}</p>`}
        <p class="shu" role="alert">${refused ?? nothing}</p>
      </main>`,
      page,
    );
  /** @param {string} name */
  const restore = (name) =>
    commands.backup_restore({ name }).then(
      () => location.reload(),
      (failure) => draw(sentence(failure)),
    );
  draw();
}
