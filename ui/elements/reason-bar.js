import { html, nothing } from "lit";
import { Element } from "../app/element.js";
import { report } from "../app/errors.js";
import { composing } from "../app/keys.js";
import { t } from "../app/l10n.js";
import { dropReason, giveReason, giveUp, reasonFor, wantedAt, wanting } from "../app/reason.js";
import { state, writing } from "../app/saving.js";

/**
 * Says that criteria and rules have left the house, and takes the reason a change of them needs.
 * Properties: `procurement`, `frozen` (says so before anything is changed). Fires `given` once what waited for the reason is done.
 */
class ReasonBar extends Element {
  static properties = { procurement: {}, frozen: { type: Boolean } };

  constructor() {
    super();
    this.procurement = "";
    this.frozen = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("reason-wanted", () => {
      this.requestUpdate();
      void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector("input"))?.focus());
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    dropReason();
  }

  async #give() {
    const input = /** @type {HTMLInputElement | null} */ (this.querySelector("input"));
    const reason = input?.value.trim() ?? "";
    if (!reason) return input?.focus();
    try {
      await writing(() => giveReason(this.procurement, reason));
    } catch (failure) {
      report(failure);
    }
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent("given"));
  }

  /** The caret goes back to the value that was not changed, whose field is drawn anew. */
  #drop() {
    const at = wantedAt();
    giveUp();
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent("given"));
    if (!at) return;
    requestAnimationFrame(() => {
      const fields = /** @type {NodeListOf<import("./edit-field.js").EditField>} */ (document.querySelectorAll("edit-field"));
      void [...fields].find(({ keep }) => keep === at)?.focus();
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (composing(event)) return;
    if (event.key === "Enter") void this.#give();
    else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.#drop();
    }
  }

  render() {
    const held = reasonFor(this.procurement);
    const wanted = wanting();
    if (!(this.frozen || held || wanted) || state().kind === "read-only") return nothing;
    if (held && !wanted) {
      return html`<div class="notice reason"><p class="grow">${t("reason-holds", { reason: held })}</p><button class="btn small" type="button" @click=${() => this.#drop()}>${t("reason-other")}</button></div>`;
    }
    return html`<div class="notice reason ${wanted ? "badrow" : ""}" role=${wanted ? "alert" : nothing}>
      <p class="grow">${wanted ? html`<b class="shu">${t("reason-wanted")}</b> ` : nothing}${t("reason-frozen")}</p>
      ${wanted
        ? html`<input type="text" aria-label=${t("reason-label")} placeholder=${t("reason-label")} autocomplete="off"
              @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event)}>
            <button class="btn small go" type="button" @click=${() => this.#give()}>${t("reason-give")}</button>
            <button class="btn small" type="button" @click=${() => this.#drop()}>${t("reason-give-up")}</button>`
        : nothing}
    </div>`;
  }
}
customElements.define("reason-bar", ReasonBar);
