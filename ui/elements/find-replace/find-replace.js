import { html, nothing } from "lit";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { flushAll } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { closeIcon } from "../icons.js";
import { toast } from "../toast.js";
import "./find-replace.css";

/** @typedef {import("../../host/bindings.d.ts").Hit} Hit */

/** @param {Hit} hit */
const mark = (hit) => `${hit.section} ${hit.place} ${hit.index}`;

/**
 * Finds words in the whole RFP and replaces them, with every place shown beforehand. Tells `open` {section} and `close`.
 */
export class FindReplace extends Element {
  static properties = { procurement: { attribute: false }, replacing: { attribute: false }, locked: { attribute: false } };

  constructor() {
    super();
    this.procurement = "";
    this.replacing = false;
    this.locked = false;
    this.find = "";
    this.replacement = "";
    this.exact = false;
    /** She was asked whether the words found are to go without others in their place. */
    this.asked = false;
    /** @type {Hit[] | null} */
    this.hits = null;
    /** @type {Set<string>} */
    this.skipped = new Set();
    this.turn = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", (change) => {
      if (change.procurement === this.procurement && this.find) this.#soon(300);
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Puts the cursor into the field. @param {string} [words] to look for */
  begin(words) {
    if (words) {
      this.find = words;
      this.#soon(0);
    }
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const input = this.querySelector("input");
      input?.focus();
      input?.select();
    });
  }

  /** @param {number} pause */
  #soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.#look(), pause);
  }

  async #look() {
    const { find } = this;
    if (!find) {
      this.hits = null;
      this.requestUpdate();
      return;
    }
    this.turn += 1;
    const { turn } = this;
    await flushAll();
    const found = await read(() => commands.rfp_find({ procurement: this.procurement, find, case: this.exact }));
    if (turn !== this.turn || !found) return;
    this.hits = found.hits;
    this.asked = false;
    const there = new Set(found.hits.map(mark));
    this.skipped = new Set([...this.skipped].filter((one) => there.has(one)));
    this.requestUpdate();
  }

  /** @param {Event} event */
  #typed(event) {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    this.find = /** @type {HTMLInputElement} */ (event.target).value;
    this.skipped.clear();
    this.asked = false;
    this.requestUpdate();
    this.#soon(200);
  }

  async #replace() {
    const { find, replacement, hits } = this;
    const chosen = (hits ?? []).filter((hit) => !this.skipped.has(mark(hit)));
    if (!find || !chosen.length) return;
    const skip = (hits ?? []).filter((hit) => this.skipped.has(mark(hit))).map(({ section, place, index }) => ({ section, place, index }));
    const reply = await act(() => commands.rfp_replace({ procurement: this.procurement, find, replace: replacement, case: this.exact, ...(skip.length ? { skip } : {}) }));
    if (!reply) return;
    toast({ text: t(replacement ? "replaced-toast" : "cleared-toast", { count: reply.replaced, find, replace: replacement }), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
    await this.#look();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (composing(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("close"));
    } else if (event.key === "Enter" && event.target instanceof HTMLInputElement && event.target.name === "find") {
      event.preventDefault();
      this.#soon(0);
    }
  }

  /** @param {Hit} hit */
  #line(hit) {
    const key = mark(hit);
    const skipped = this.skipped.has(key);
    return html`<li class=${skipped ? "skipped" : ""}>
      ${this.replacing
        ? html`<input type="checkbox" .checked=${!skipped} aria-label=${t("replace-this", { number: hit.number, words: hit.before + hit.match + hit.after })}
            @change=${() => { if (!this.skipped.delete(key)) this.skipped.add(key); this.asked = false; this.requestUpdate(); }}>`
        : nothing}
      <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("open", { detail: { section: hit.section } }))}>
        <span class="no">${hit.number}</span><span class="snip">${hit.place === "title" ? html`<i class="s">${t("find-in-title")}</i>` : hit.place === "requirement" ? html`<i class="s">${t("find-in-requirement")}</i>` : nothing}${hit.before}${this.replacing && !skipped && this.replacement !== this.find
          ? html`<del>${hit.match}</del><ins>${this.replacement}</ins>` : html`<mark>${hit.match}</mark>`}${hit.after}</span>
      </button></li>`;
  }

  render() {
    const { hits } = this;
    const count = hits?.length ?? 0;
    const chosen = count - this.skipped.size;
    return html`<section class="findbox" aria-label=${t(this.replacing ? "replace-title" : "find-title")} @keydown=${this.#key}>
      <div class="fields">
        <input type="text" name="find" .value=${this.find} placeholder=${t("find-words")} aria-label=${t("find-words")} autocomplete="off" spellcheck="false" @input=${this.#typed} @compositionend=${this.#typed}>
        ${this.replacing
          ? html`<input type="text" name="replace" .value=${this.replacement} placeholder=${t("replace-words")} aria-label=${t("replace-words")} autocomplete="off" spellcheck="false"
              @input=${(/** @type {InputEvent} */ event) => { this.replacement = /** @type {HTMLInputElement} */ (event.target).value; this.asked = false; if (!event.isComposing) this.requestUpdate(); }}
              @compositionend=${() => this.requestUpdate()}>`
          : this.locked ? nothing : html`<button class="tool" type="button" @click=${() => { this.replacing = true; }}>${t("replace-begin")}</button>`}
        <button class="tool icon" type="button" aria-label=${t("close")} @click=${() => this.dispatchEvent(new CustomEvent("close"))}>${closeIcon}</button>
      </div>
      <div class="under"><p class="s" role="status">${hits === null ? "" : count ? t("find-count", { count }) : t("empty-search", { query: this.find })}</p>
        <label class="opt"><input type="checkbox" .checked=${this.exact} @change=${(/** @type {Event} */ event) => { this.exact = /** @type {HTMLInputElement} */ (event.target).checked; this.#soon(0); }}>${t("find-exact")}</label></div>
      ${count ? html`<ul class="hits" tabindex="0" aria-label=${t("find-places")}>${hits?.map((hit) => this.#line(hit))}</ul>` : nothing}
      ${this.replacing && count ? this.#foot(chosen) : nothing}
    </section>`;
  }

  /** Replacing with nothing deletes: that takes a second, deliberate step. @param {number} chosen */
  #foot(chosen) {
    const off = !chosen || this.locked;
    if (this.replacement) return html`<div class="foot"><button class="btn small" type="button" ?disabled=${off} @click=${this.#replace}>${t("replace-run", { count: chosen })}</button><span class="s">${t("replace-note")}</span></div>`;
    if (!this.asked) return html`<div class="foot"><button class="btn small" type="button" name="clear" ?disabled=${off} @click=${() => this.#ask(true)}>${t("replace-clear")}</button><span class="s">${t("replace-note")}</span></div>`;
    return html`<div class="foot" role="group" aria-labelledby="clear-sure"><p class="shu" id="clear-sure">${t("replace-clear-sure", { find: this.find, count: chosen })}${t("lang-space")}${t("replace-note")}</p>
      <button class="btn small" type="button" name="keep" @click=${() => this.#ask(false)}>${t("cancel")}</button>
      <button class="btn small seal" type="button" ?disabled=${off} @click=${this.#replace}>${t("replace-clear-run", { count: chosen })}</button></div>`;
  }

  /** @param {boolean} asked */
  #ask(asked) {
    this.asked = asked;
    this.requestUpdate();
    // The step back has the focus, so that a second Enter deletes nothing.
    void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector(asked ? "[name=keep]" : "[name=clear]"))?.focus());
  }
}

customElements.define("find-replace", FindReplace);
