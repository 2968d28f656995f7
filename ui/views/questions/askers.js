import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { act } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { t } from "../../app/l10n.js";
import { undo } from "../../app/undo.js";
import { commands } from "../../host/commands.js";
import { openMenu } from "../../elements/menu/menu.js";
import { removedToast } from "../../elements/toast.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").AskerView} Asker */

const CHANNELS = ["meeting", "mail", "phone", "sheet", "other"];

/** Who asked, when, through what, and in which words. What was taken down wrongly can be corrected in place. */
class QuestionAskers extends Element {
  static properties = { question: { attribute: false }, procurement: {}, locked: { type: Boolean }, open: { state: true } };

  constructor() {
    super();
    /** @type {import("../../host/bindings.d.ts").Question | null} */
    this.question = null;
    this.procurement = "";
    this.locked = false;
    /** Key of the one that is being corrected. */
    this.open = "";
  }

  /** Lets her choose who else asked; its words are taken down at once. @param {HTMLElement} near */
  async #add(near) {
    const { question } = this;
    const list = await commands.bidder_list({ procurement: this.procurement }).catch(() => null);
    if (!question || !list) return;
    const others = list.bidders.filter((one) => question.askers.every((asker) => asker.bidder !== one.id));
    openMenu(near, {
      label: t("question-asker-add"), find: t("question-asker-find"), none: () => t("question-asker-none"),
      groups: [{ items: others.map((one) => ({ label: one.name, run: async () => { this.open = (await act(() => commands.question_asker_add({ question: question.id, bidder: one.id })))?.id ?? ""; } })) }],
    });
  }

  /** @param {Asker} asker */
  async #remove(asker) {
    if ((await act(() => commands.question_asker_remove({ id: asker.id }))) !== undefined) removedToast(asker.name, undo);
  }

  /** @param {Asker} asker @param {string} field @param {string} label @param {string} value @param {string} kind */
  #field(asker, field, label, value, kind) {
    return html`<div><label class="lab" for="asker-${field}-${asker.id}">${label}</label>
      <edit-field .kind=${kind} .fieldId="asker-${field}-${asker.id}" .value=${value} .name="${asker.number} ${label}" .keep="${asker.id} ${field}"
        .choices=${kind === "choice" ? CHANNELS.map((one) => ({ value: one, label: { id: `question-channel-${one}`, args: {} } })) : []}
        .save=${(/** @type {string} */ typed) => commands.question_set({ questions: [asker.question], asker: asker.id, field, value: typed })}></edit-field></div>`;
  }

  /** @param {Asker} asker */
  #asker(asker) {
    const own = this.question?.id;
    const open = this.open === asker.id && !this.locked;
    return html`<li><p class="by"><b>${asker.name}</b>${asker.person ? html`<span>${asker.person}</span>` : nothing}<span class="s">${asker.received_text}　${t(`question-channel-${asker.channel}`)}</span>${asker.late ? html`<span class="s shu">${t("questions-late")}</span>` : nothing}
        ${asker.question === own ? nothing : html`<span class="s">${asker.number}</span>${this.locked ? nothing : html`<button class="link" type="button" @click=${() => void act(() => commands.question_split({ id: asker.question }))}>${t("question-split")}</button>`}`}
        ${this.locked ? nothing : html`<button class="link" type="button" aria-expanded=${open ? "true" : "false"} @click=${() => { this.open = open ? "" : asker.id; }}>${open ? t("question-asker-done") : t("question-asker-edit")}</button>
          ${asker.question === own && this.question?.askers.filter((one) => one.question === own).length !== 1 ? html`<button class="link" type="button" aria-label="${t("question-asker-remove")}: ${asker.name}" @click=${() => void this.#remove(asker)}>${t("question-asker-remove")}</button>` : nothing}`}</p>
      ${open
        ? html`<div class="pair">${this.#field(asker, "received_at", t("questions-received"), asker.received_at, "moment")}${this.#field(asker, "channel", t("question-entry-channel"), asker.channel, "choice")}</div>
          ${this.#field(asker, "person", t("column-question-asker-person"), asker.person, "text")}${this.#field(asker, "words", t("question-received-words"), asker.words, "long")}`
        : html`<blockquote>${asker.words}</blockquote>`}</li>`;
  }

  render() {
    const { question } = this;
    if (!question) return nothing;
    return html`<h3><span>${t("question-received-words")}</span></h3><ul class="askers">${repeat(question.askers, (asker) => asker.id, (asker) => this.#asker(asker))}</ul>
      ${this.locked || question.state === "merged" ? nothing : html`<p class="more"><button class="link" type="button" aria-haspopup="listbox" @click=${(/** @type {Event} */ event) => void this.#add(/** @type {HTMLElement} */ (event.currentTarget))}>${t("question-asker-add")}</button></p>`}`;
  }
}
customElements.define("question-askers", QuestionAskers);
