import { html } from "lit";
import { act } from "../../app/act.js";
import { composing } from "../../app/keys.js";
import { say, t } from "../../app/l10n.js";
import { go } from "../../app/router.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { openDialog } from "../../elements/dialog.js";
import { removedToast, toast } from "../../elements/toast.js";

/** @param {string[]} questions */
async function approve(questions) {
  const done = await act(() => commands.question_approve({ questions }));
  if (!done?.left.length) return;
  const list = done.left.slice(0, 3).map(({ number, why }) => t("questions-left-one", { number, why: say(why) })).join(t("list-comma"));
  toast({ text: t("questions-left", { list: done.left.length > 3 ? `${list} …` : list }) });
}

/**
 * Lets answers belong to what bidders are to know; handing them over is another act.
 * @param {string} procurement @param {string[]} questions
 */
export async function share(procurement, questions) {
  const done = await act(() => commands.question_share({ procurement, questions }));
  if (done) toast({ text: t("questions-shared-toast", { count: done.count }), action: { label: t("questions-to-distribution"), run: () => go(`p/${procurement}/distribution`) } });
}

/** @param {string[]} questions */
async function merge(questions) {
  const into = await act(() => commands.question_merge({ questions }));
  const teller = into ? await commands.question_get(into).catch(() => null) : null;
  if (teller) toast({ text: t("question-merged-toast", { number: teller.number }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
}

/** One value for several questions. @param {string[]} questions @param {"owner" | "due"} field */
function set(questions, field) {
  const label = field === "owner" ? t("question-owner") : t("question-due");
  openDialog(({ close, node }) => {
    const save = async () => {
      const value = /** @type {HTMLInputElement} */ (node.querySelector("input")).value;
      if ((await act(() => commands.question_set({ questions, field, value }))) !== undefined) close();
    };
    return html`<h2>${field === "owner" ? t("questions-owner") : t("questions-due-set")}</h2><p class="s">${t("questions-chosen", { count: questions.length })}</p>
      <label class="lab" for="several-value">${label}</label>
      <input id="several-value" type="text" autocomplete="off" autofocus @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") { event.preventDefault(); void save(); } }}>
      <div class="dfoot"><span></span><span><button class="btn" type="button" @click=${() => close()}>${t("cancel")}</button><button class="btn go" type="button" @click=${() => void save()}>${t("questions-set-done")}</button></span></div>`;
  }, { className: "dialog small", label });
}

/** What can be done to several questions at once. */
export const bulkBar = {
  /** @param {string[]} questions @param {boolean} [locked] */
  async remove(questions, locked = false) {
    if (locked || !questions.length) return;
    const first = questions.length === 1 ? await commands.question_get({ id: questions[0] }).catch(() => null) : null;
    if ((await act(() => commands.question_remove({ questions }))) === undefined) return;
    removedToast(first?.number ?? t("questions-deleted", { count: questions.length }), undo);
  },

  /** @param {string} procurement @param {string[]} questions @param {() => void} clear */
  draw(procurement, questions, clear) {
    return html`<div class="several" role="group" aria-label=${t("questions-chosen", { count: questions.length })}><b>${t("questions-chosen", { count: questions.length })}</b>
      <button class="tool" type="button" @click=${() => void approve(questions)}>${t("questions-approve")}</button>
      <button class="tool" type="button" @click=${() => void share(procurement, questions)}>${t("questions-share")}</button>
      <button class="tool" type="button" aria-haspopup="dialog" @click=${() => set(questions, "owner")}>${t("questions-owner")}</button>
      <button class="tool" type="button" aria-haspopup="dialog" @click=${() => set(questions, "due")}>${t("questions-due-set")}</button>
      <button class="tool" type="button" @click=${() => void merge(questions)}>${t("questions-merge")}</button>
      <button class="tool" type="button" @click=${() => void this.remove(questions)}>${t("questions-delete")}</button>
      <button class="tool" type="button" @click=${clear}>${t("questions-unchoose")}</button></div>`;
  },
};
