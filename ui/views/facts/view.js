import { html } from "lit";
import "./view.css";
import { Element } from "../../app/element.js";
import { t } from "../../app/l10n.js";
import "./basics.js";
import "./items.js";
import "./review.js";
import "./schedule.js";

const PARTS = ["basics", "schedule", "review", "items"];

/** Facts entered once, that every paper takes from here. */
class FactsView extends Element {
  static properties = { params: { attribute: false } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
  }

  render() {
    const { procurement } = this.params;
    const part = PARTS.includes(this.params.part) ? this.params.part : "basics";
    return html`<div class="head"><h1>${t("rail-facts")}</h1><p>${t("facts-lead")}</p></div>
      <nav class="tabs links" aria-label=${t("rail-facts")}>
        ${PARTS.map((one) => html`<a href="#/p/${procurement}/facts/${one}" aria-current=${one === part ? "page" : "false"}>${t(`facts-${one}`)}</a>`)}
      </nav>
      ${part === "schedule"
        ? html`<facts-schedule .procurement=${procurement}></facts-schedule>`
        : part === "review"
          ? html`<facts-review .procurement=${procurement}></facts-review>`
          : part === "items"
            ? html`<facts-items .procurement=${procurement}></facts-items>`
            : html`<facts-basics></facts-basics>`}`;
  }
}
customElements.define("view-facts", FactsView);
