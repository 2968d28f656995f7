import { LitElement } from "lit";
import { hear } from "./bus.js";

/**
 * An element in the light DOM that draws itself again when the language changes, and that hears the bus while it stands.
 */
export class Element extends LitElement {
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    /** @type {(() => void)[]} */
    this.heard = [hear("language", () => this.requestUpdate())];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const stop of this.heard ?? []) stop();
    this.heard = [];
  }

  /**
   * Hears the bus until the element leaves the page.
   * @param {string} name
   * @param {(detail: any) => void} heard
   */
  hear(name, heard) {
    this.heard?.push(hear(name, heard));
  }
}
