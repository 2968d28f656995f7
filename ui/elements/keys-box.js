import { html } from "lit";
import { keyList } from "../app/keys.js";
import { t } from "../app/l10n.js";
import { openDialog } from "./dialog.js";

/** Shows the keys that work now. */
export function openKeys() {
  openDialog(
    ({ close }) => html`<h2 id="keys-title">${t("show-keys")}</h2>
      <dl class="keylist">
        ${keyList().map((key) => html`<div><dt>${key.keys.split(/\+(?!$)/).map((part) => html`<kbd>${{ ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" }[part] ?? part}</kbd>`)}</dt><dd>${t(key.label)}</dd></div>`)}
      </dl>
      <div class="dfoot"><span></span><button class="btn" type="button" @click=${close}>${t("close")}</button></div>`,
    { className: "dialog small", labelledby: "keys-title" },
  );
}
