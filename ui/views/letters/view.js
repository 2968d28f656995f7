import { html, nothing } from "lit";
import "./view.css";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { lang, say, t } from "../../app/l10n.js";
import { go } from "../../app/router.js";
import { state } from "../../app/saving.js";
import { commands } from "../../host/commands.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").Letter} Letter */

/** The templates of mails, in the company's own words, with how they read. */
class LettersView extends Element {
  static properties = { params: { attribute: false } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {Letter[]} */
    this.letters = [];
    /** Language of the letters. @type {"ja" | "en"} */
    this.of = /** @type {"ja" | "en"} */ (lang());
    /** @type {import("../../host/bindings.d.ts").LetterShown | null} */
    this.shown = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", () => void this.load());
    this.hear("saving", () => this.requestUpdate());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("params")) void this.load();
  }

  get #key() {
    return this.params.key || "rfp-cover";
  }

  async load() {
    const [letters, shown] = await Promise.all([
      read(() => commands.letter_list({ lang: this.of })),
      read(() => commands.letter_get({ key: this.#key, lang: this.of })),
    ]);
    this.letters = letters ?? [];
    this.shown = shown ?? null;
    this.requestUpdate();
  }

  /** @param {Partial<{ subject: string, body: string }>} words */
  async #save(words) {
    const now = await commands.letter_get({ key: this.#key, lang: this.of });
    return commands.letter_set({ key: this.#key, lang: this.of, subject: now.letter.subject, body: now.letter.body, ...words });
  }

  render() {
    const { shown } = this;
    if (!shown) return nothing;
    const { letter } = shown;
    const locked = state().kind === "read-only";
    const name = `${letter.key} ${letter.lang}`;
    return html`<section class="all" aria-label=${t("view-letters")}>
        <div class="head"><h1>${t("view-letters")}</h1></div>
        <div class="tabs langs" role="group" aria-label=${t("letters-language")}>${/** @type {const} */ (["ja", "en"]).map((one) => html`<button type="button" aria-pressed=${this.of === one ? "true" : "false"} @click=${() => { this.of = one; void this.load(); }}>${t(`letters-${one}`)}</button>`)}</div>
        <ol class="list">${this.letters.map((one) => html`<li><a href="#/letters/${one.key}" aria-current=${one.key === letter.key ? "true" : nothing} @click=${(/** @type {Event} */ event) => { event.preventDefault(); go(`letters/${one.key}`); }}>
          <b>${one.title}</b>${one.own ? html` <span class="mark">${t("letter-own")}</span>` : nothing}<span class="s">${one.used}</span></a></li>`)}</ol>
      </section>
      <section class="one" aria-labelledby="letter-head">
        <h2 id="letter-head">${letter.title}</h2><p class="s">${letter.used}</p>
        <label class="lab" for="letter-subject">${t("letter-subject")}</label>
        <edit-field .fieldId=${"letter-subject"} .value=${letter.subject} .name="${name} ${t("letter-subject")}" .locked=${locked} .save=${(/** @type {string} */ subject) => this.#save({ subject })}></edit-field>
        <label class="lab" for="letter-body">${t("letter-body")}</label>
        <edit-field .fieldId=${"letter-body"} kind="long" .value=${letter.body} .name="${name} ${t("letter-body")}" .locked=${locked} .save=${(/** @type {string} */ body) => this.#save({ body })}></edit-field>
        ${letter.findings.length ? html`<ul class="found" role="status">${letter.findings.map((text) => html`<li class="shu">${say(text)}</li>`)}</ul>` : nothing}
        ${letter.own && !locked ? html`<p class="act"><button class="btn small" type="button" @click=${() => act(() => commands.letter_reset({ key: letter.key, lang: letter.lang }))}>${t("letter-reset")}</button></p>` : nothing}
        <h3>${t("letter-fields")}</h3><p class="s">${t("letter-fields-note")}</p>
        <dl class="fields">${letter.fields.map((field) => html`<div><dt><code>{{${field.key}}}</code></dt><dd>${say(field.label)}</dd></div>`)}</dl>
      </section>
      <section class="shown" tabindex="0" aria-label=${t("letter-preview")}><h3>${t("letter-preview")}</h3><p class="s">${t("letter-preview-note")}</p>
        <p class="subject">${shown.subject}</p><p class="words">${shown.body}</p></section>`;
  }
}

customElements.define("view-letters", LettersView);
