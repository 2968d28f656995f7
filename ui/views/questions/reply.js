import { html, nothing } from "lit";
import { read } from "../../app/act.js";
import { copyWords } from "../distribution/copy.js";
import { report, sentence } from "../../app/errors.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { writing } from "../../app/saving.js";
import { commands } from "../../host/commands.js";
import { openPath, pickFolder } from "../../host/transport.js";
import { openDialog } from "../../elements/dialog.js";
import { toast } from "../../elements/toast.js";
import "../../elements/release-dialog/release-dialog.css";

/**
 * The standard reply to each who asked a late question: looked at, changed, copied or written as the draft of a mail.
 * @param {{ id: string, number: string }} question
 */
export async function openReply(question) {
  const made = await read(() => commands.question_reply_get({ id: question.id }));
  if (!made?.replies.length) return;
  const { replies } = made;
  let at = 0;
  /** @type {any} */
  let failure = null;

  /** @param {{ close: () => void, redraw: () => void }} dialog */
  const write = async (dialog) => {
    const reply = replies[at];
    failure = null;
    try {
      const to = await pickFolder();
      if (!to) return;
      await writing(() => commands.question_reply_export({ id: question.id, bidder: reply.bidder, subject: reply.subject, body: reply.body, to }));
      toast({ text: t("question-reply-written", { name: reply.name }), action: { label: t("open-folder"), run: () => openPath(to).catch(report) } });
      if (replies.length === 1) dialog.close();
    } catch (refused) {
      failure = refused;
    }
    dialog.redraw();
  };

  const guard = (/** @type {KeyboardEvent} */ event) => { if (composing(event)) event.stopPropagation(); };

  openDialog((dialog) => {
    const reply = replies[at];
    return html`<h2 id="reply-title" tabindex="-1">${t("question-reply-title", { number: question.number })}</h2><p class="dlead">${t("question-reply-lead")}</p>
      ${reply.notes.length ? html`<ul class="notes">${reply.notes.map((note) => html`<li class="shu">${say(note)}</li>`)}</ul>` : nothing}
      <label class="lab" for="reply-to">${t("question-reply-to")}</label>
      <select id="reply-to" ?disabled=${replies.length === 1} @change=${(/** @type {Event} */ event) => { at = /** @type {HTMLSelectElement} */ (event.target).selectedIndex; failure = null; dialog.redraw(); }}>${replies.map((one, n) => html`<option ?selected=${n === at}>${[one.name, one.mail].filter(Boolean).join(t("word-space"))}</option>`)}</select>
      <label class="lab" for="reply-subject">${t("letter-subject")}</label>
      <input type="text" id="reply-subject" autocomplete="off" .value=${reply.subject} @input=${(/** @type {Event} */ event) => { reply.subject = /** @type {HTMLInputElement} */ (event.target).value; }} @keydown=${guard}>
      <label class="lab" for="reply-body">${t("letter-body")}</label>
      <textarea id="reply-body" rows="16" .value=${reply.body} @input=${(/** @type {Event} */ event) => { reply.body = /** @type {HTMLTextAreaElement} */ (event.target).value; }} @keydown=${guard}></textarea>
      <p class="s"><a href="#/letters" @click=${() => dialog.close()}>${t("question-reply-letters")}</a></p>
      <div class="dfoot">${failure ? html`<p class="dfail shu" role="alert">${sentence(failure)}</p>` : nothing}
        <span class="copies">${t("copy-lead")}
          ${reply.mail ? html`<button class="link" type="button" @click=${() => copyWords(reply.mail, t("copy-address"))}>${t("copy-address")}</button>` : nothing}
          <button class="link" type="button" @click=${() => copyWords(reply.subject, t("copy-subject"))}>${t("copy-subject")}</button>
          <button class="link" type="button" @click=${() => copyWords(reply.body, t("copy-body"))}>${t("copy-body")}</button></span>
        <span><button class="btn" type="button" @click=${() => dialog.close()}>${t("close")}</button>
          <button class="btn go" type="button" ?disabled=${!reply.mail} @click=${() => void write(dialog)}>${t("question-reply-file")}</button></span></div>`;
  }, { labelledby: "reply-title", className: "dialog reply" });
}
