import { html } from "lit";
import { closeWindow } from "../host/transport.js";
import { openDialog } from "../elements/dialog.js";
import { unrecorded } from "./begun.js";
import { copyElsewhere } from "./copy.js";
import { t } from "./l10n.js";
import { flushAll, unwritten } from "./saving.js";

/** Milliseconds. */
const MOMENT = 200;

const moment = () => new Promise((done) => setTimeout(done, MOMENT));

let asking = false;

const settled = async () => (await flushAll()) && !unrecorded().length;

/** What closing would lose. */
const lost = () => [...unwritten(), ...unrecorded()];

/** Saves what was typed a moment ago before the window closes; what cannot be saved keeps the window open until she has decided. */
export async function settleClose() {
  // Keys that are still on their way to the page come first.
  await moment();
  // Leaving the field ends a composition and hands over what was typed.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (await settled()) return true;
  // A composition that has just been ended hands its words over a moment later.
  await moment();
  if (await settled()) return true;
  if (!asking) ask();
  return false;
}

function ask() {
  asking = true;
  openDialog(
    ({ close }) => html`<h2 id="unsaved-h">${t("unsaved-title")}</h2>
      <p>${t("unsaved-words", { count: lost().length, names: lost().map(({ name }) => name).join(t("list-comma")) })}</p>
      <p><button class="link" type="button" @click=${() => copyElsewhere(lost())}>${t("save-copy-elsewhere")}</button></p>
      <div class="dfoot"><span></span><span><button class="btn" type="button" @click=${close}>${t("unsaved-stay")}</button>
        <button class="btn seal" type="button" @click=${closeWindow}>${t("unsaved-close")}</button></span></div>`,
    { className: "dialog small", labelledby: "unsaved-h", closed: () => (asking = false) },
  );
}
