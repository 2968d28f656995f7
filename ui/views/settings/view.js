import { html, nothing } from "lit";
import "./view.css";
import { commands } from "../../host/commands.js";
import { openPath } from "../../host/transport.js";
import { act, read } from "../../app/act.js";
import { moment, size } from "../../app/dates.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { lang, say, setLang, t } from "../../app/l10n.js";
import { isReadOnly } from "../../app/saving.js";
import { getScale, setScale, setTheme } from "../../app/theme.js";
import { undo } from "../../app/undo.js";
import { openDialog } from "../../elements/dialog.js";
import { closeIcon } from "../../elements/icons.js";
import { removedToast, toast } from "../../elements/toast.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").Settings} Settings */
/** @typedef {import("../../host/bindings.d.ts").Backup} Backup */

/** Settings of the window and the library: how it looks, who works here, the days the company is closed, backups. */
class SettingsView extends Element {
  static properties = { params: { attribute: false }, settings: { state: true }, backups: { state: true }, app: { state: true }, seal: { state: true }, busy: { state: true }, licences: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {Settings | undefined} */
    this.settings = undefined;
    /** @type {Backup[]} */
    this.backups = [];
    /** @type {import("../../host/bindings.d.ts").AppState | undefined} */
    this.app = undefined;
    /** @type {{ operations: number, head: string, broken: any } | null} */
    this.seal = null;
    this.busy = "";
    /** @type {{ name: string, text: string }[]} */
    this.licences = [];
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    void read(() => commands.licence_list({})).then((found) => found && (this.licences = found.licences));
    this.hear("changed", () => void this.load());
    this.hear("saving", () => this.requestUpdate());
  }

  async load() {
    const [settings, backups, app] = await Promise.all([read(() => commands.settings_get({})), read(() => commands.backup_list({})), read(() => commands.app_state({}))]);
    if (settings) this.settings = settings;
    if (backups) this.backups = backups.backups;
    if (app) this.app = app;
  }

  /** @param {string} key @param {string} value */
  async #set(key, value) {
    const reply = await commands.settings_set({ key, value });
    await this.load();
    return reply;
  }

  /** @param {string} key @param {string} now @param {string[]} values @param {(value: string) => void} show */
  #radios(key, now, values, show) {
    return html`<fieldset class="frow"><legend class="lab">${t(`setting-${key}`)}</legend>
      <div class="inline">${values.map((value) => html`<label class="opt"><input type="radio" name=${key} ?disabled=${isReadOnly()} .checked=${now === value} @change=${() => { show(value); void act(() => this.#set(key, value)); }} />${t(`${key === "lang" ? "language" : key}-${value}`)}</label>`)}</div>
    </fieldset>`;
  }

  /** @param {string} key @param {string} value @param {string} [kind] */
  #text(key, value, kind = "text") {
    const id = `set-${key.replace(".", "-")}`;
    return html`<div class="frow"><label class="lab" for=${id}>${t(`setting-${key.replace(".", "-")}`)}</label>
      <edit-field .fieldId=${id} .kind=${kind} .value=${value} .name=${t(`setting-${key.replace(".", "-")}`)} .keep=${`setting ${key}`} .locked=${isReadOnly()} .save=${(/** @type {string} */ typed) => commands.settings_set({ key, value: typed })}></edit-field></div>`;
  }

  /** @param {number} by */
  #zoom(by) {
    setScale(by ? getScale() + by : 100);
    this.requestUpdate();
    if (!isReadOnly()) void act(() => this.#set("scale", String(getScale())));
  }

  render() {
    const one = this.settings;
    if (!one) return nothing;
    return html`<div class="head"><h1>${t("rail-settings")}</h1></div>
      <div class="settings-grid"><div>
        <section aria-labelledby="s-look"><h2 id="s-look">${t("settings-look")}</h2>
          ${this.#radios("lang", lang(), ["ja", "en"], setLang)} ${this.#radios("theme", one.theme, ["auto", "light", "dark"], setTheme)}
          <div class="frow"><span class="lab" id="scale-lab">${t("setting-scale")}</span>
            <div class="inline" role="group" aria-labelledby="scale-lab"><button class="btn small" type="button" @click=${() => this.#zoom(-10)} aria-label=${t("key-smaller")}>－</button><output>${getScale()} %</output><button class="btn small" type="button" @click=${() => this.#zoom(10)} aria-label=${t("key-larger")}>＋</button><button class="link" type="button" @click=${() => this.#zoom(0)}>${t("scale-reset")}</button></div></div>
          ${this.#text("actor", one.actor === "—" ? "" : one.actor)}
          <p class="s below">${t("setting-actor-note")}</p>
        </section>
        <section aria-labelledby="s-own"><h2 id="s-own">${t("settings-own")}</h2>
          <p class="s above">${t("settings-own-note")}</p>
          ${this.#text("issuer.company", one.issuer.company)} ${this.#text("issuer.department", one.issuer.department)} ${this.#text("issuer.product", one.issuer.product)} ${this.#text("issuer.address", one.issuer.address, "long")}
          ${this.#text("contact.role", one.contact.role)} ${this.#text("contact.person", one.contact.person)} ${this.#text("contact.mail", one.contact.mail, "mail")} ${this.#text("contact.phone", one.contact.phone)} ${this.#text("contact.hours", one.contact.hours)}
        </section>
        </div><div>${this.#days(one)} ${this.#library()}</div>
      </div>`;
  }

  /** @param {Settings} settings */
  #days(settings) {
    return html`<section aria-labelledby="s-days"><h2 id="s-days">${t("settings-days")}</h2>
      <p class="s above">${t("settings-days-note")}</p>
      ${settings.closed_days.length
        ? html`<ul class="days">${settings.closed_days.map((day) => html`<li><span class="figures">${day.from}${day.to && day.to !== day.from ? ` – ${day.to}` : ""}</span><span>${day.name}</span>
            ${isReadOnly() ? nothing : html`<button class="tool icon" type="button" aria-label="${t("delete")}: ${day.name} ${day.from}" title=${t("delete")} @click=${async () => { if ((await act(() => commands.closed_day_remove({ id: day.id }))) !== undefined) { removedToast(day.name || day.from, undo); await this.load(); } }}>${closeIcon}</button>`}</li>`)}</ul>`
        : html`<p class="lead">${t("empty-days")}</p>`}
      ${isReadOnly() ? nothing : html`<form class="dayform" @submit=${this.#addDay}>
        <label><span class="lab">${t("day-from")}</span><input name="from" type="text" class="figures" autocomplete="off" placeholder="12/29" @keydown=${stopComposition} /></label>
        <label><span class="lab">${t("day-to")}</span><input name="to" type="text" class="figures" autocomplete="off" placeholder="1/3" @keydown=${stopComposition} /></label>
        <label class="grow"><span class="lab">${t("day-name")}</span><input name="name" type="text" autocomplete="off" placeholder=${t("day-name-example")} @keydown=${stopComposition} /></label>
        <button class="btn" type="submit">${t("add")}</button>
      </form>`}
    </section>`;
  }

  /** @param {Event} event */
  #addDay = async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value.trim();
    if (!value("from")) {
      /** @type {HTMLInputElement} */ (form.elements.namedItem("from")).focus();
      return;
    }
    const made = await act(() => commands.closed_day_add({ from: value("from"), to: value("to") || value("from"), name: value("name") }));
    if (!made) return;
    form.reset();
    await this.load();
  };

  #library() {
    return html`<section aria-labelledby="s-lib"><h2 id="s-lib">${t("settings-library")}</h2>
      <div class="frow"><span class="lab">${t("library-place")}</span><p class="path">${this.app?.library ?? ""} <button class="link" type="button" @click=${() => act(() => openPath(this.app?.library ?? ""))}>${t("open-folder")}</button></p></div>
      <div class="frow"><span class="lab">${t("backups")}</span><div>
        <p class="tools"><button class="btn" type="button" ?disabled=${this.busy !== "" || isReadOnly()} @click=${this.#backup}>${t("back-up-now")}</button><span class="s" role="status">${this.busy}</span></p>
        ${this.backups.length
          ? html`<ul class="backups">${this.backups.map((one) => html`<li><span>${moment(one.at, lang())}</span><span class="s num">${size(one.bytes)}</span><button class="link" type="button" aria-haspopup="dialog" ?disabled=${isReadOnly()} aria-label="${t("restore")}: ${moment(one.at, lang())}" @click=${() => this.#askRestore(one)}>${t("restore")}</button></li>`)}</ul>`
          : html`<p class="s below">${t("empty-backups")}</p>`}
      </div></div>
      <div class="frow"><span class="lab">${t("journal")}</span><div>
        <p class="tools"><button class="btn" type="button" @click=${this.#verify}>${t("journal-verify")}</button></p>
        ${this.seal
          ? html`<p class="below ${this.seal.broken ? "shu" : ""}" role="status">${this.seal.broken ? say(this.seal.broken) : t("journal-whole", { count: this.seal.operations })}</p><p class="s head-hash">${t("journal-head")} <code>${this.seal.head}</code></p>`
          : html`<p class="s below">${t("journal-note")}</p>`}
      </div></div>
    </section>
    <section aria-labelledby="s-fonts"><h2 id="s-fonts">${t("licences")}</h2>
      <p class="s above">${t("licences-note")}</p>
      <ul class="licences">${this.licences.map((one) => html`<li><details><summary>${one.name}</summary><pre tabindex="0" aria-label=${one.name}>${one.text}</pre></details></li>`)}</ul>
      <p class="s below">${t("app-name")} ${this.app?.version ?? ""}</p>
    </section>`;
  }

  #backup = async () => {
    this.busy = t("backing-up");
    const made = await act(() => commands.backup_now({}));
    this.busy = "";
    if (made) toast({ text: t("backed-up") });
    await this.load();
  };

  #verify = async () => {
    const found = await act(() => commands.journal_verify({}));
    if (found) this.seal = found;
  };

  /** @param {Backup} one */
  #askRestore(one) {
    const when = moment(one.at, lang());
    openDialog(
      ({ close }) => html`<h2 id="restore-h">${t("restore-title", { when })}</h2><p>${t("restore-words")}</p>
        <div class="dfoot"><span></span><span><button class="btn" type="button" @click=${close}>${t("cancel")}</button>
          <button class="btn seal" type="button" @click=${async () => { close(); if ((await act(() => commands.backup_restore({ name: one.name }))) !== undefined) location.reload(); }}>${t("restore-do")}</button></span></div>`,
      { className: "dialog small", labelledby: "restore-h" },
    );
  }
}
customElements.define("view-settings", SettingsView);

/** Enter that ends a composition does not send the form. @param {KeyboardEvent} event */
function stopComposition(event) {
  if (event.key === "Enter" && composing(event)) event.preventDefault();
}
