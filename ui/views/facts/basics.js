import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { Element } from "../../app/element.js";
import { say, t } from "../../app/l10n.js";
import { procurement } from "../../app/procurement.js";
import "../../elements/reason-bar.js";
import { factControl, factNotes } from "./fact-field.js";

/** @typedef {import("../../host/bindings.d.ts").Fact} Fact */

const GROUPS = ["document", "issuer", "contact", "submission", "contract"];

/** Document, issuer, contact, submission, contract. */
class FactsBasics extends Element {
  static properties = { fresh: { state: true }, turn: { state: true } };

  constructor() {
    super();
    /** Replies younger than the procurement last read. @type {Record<string, Fact>} */
    this.fresh = {};
    /** Fields of the contract are drawn anew once a reason was given or refused. */
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("procurement", () => {
      this.fresh = {};
    });
  }

  render() {
    const open = procurement();
    if (!open) return nothing;
    return html`<div class="sheet-form">
      ${GROUPS.map((group) => {
        const facts = open.facts.filter((fact) => fact.group === group).map((fact) => this.fresh[fact.key] ?? fact);
        if (!facts.length) return nothing;
        return html`<section aria-labelledby="g-${group}">
          <h2 id="g-${group}">${t(`facts-group-${group}`)}</h2>
          ${group === "contract" ? html`<reason-bar .procurement=${open.id} @given=${() => { this.turn += 1; }}></reason-bar>` : nothing}
          ${keyed(group === "contract" ? this.turn : 0, html`<div class="rows">${facts.map((fact) => this.#row(open.id, fact))}</div>`)}
        </section>`;
      })}
    </div>`;
  }

  /** @param {string} id @param {Fact} fact */
  #row(id, fact) {
    const read = ["date", "moment", "int"].includes(fact.kind) ? fact.text ?? fact.unit : null;
    return html`<div class="frow kind-${fact.kind}">
      <label class="lab" for="fact-${fact.key}">${say(fact.label)}</label>
      <div class="ctl">
        ${factControl(id, fact, (reply) => (this.fresh = { ...this.fresh, [reply.key]: reply }))}
        ${read ? html`<p class="reads">${read}</p>` : nothing} ${factNotes(fact)}
      </div>
    </div>`;
  }
}
customElements.define("facts-basics", FactsBasics);
