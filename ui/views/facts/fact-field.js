import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { say, t } from "../../app/l10n.js";
import { reasoned } from "../../app/reason.js";
import { state } from "../../app/saving.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").Fact} Fact */

/**
 * The control of one fact.
 * @param {string} procurement
 * @param {Fact} fact
 * @param {(fact: Fact) => void} saved
 */
export const factControl = (procurement, fact, saved) => html`<edit-field
  .fieldId="fact-${fact.key}" .kind=${fact.kind} .value=${fact.value ?? ""} .choices=${fact.choices ?? []} .name=${say(fact.label)} .keep="${procurement} ${fact.key}" .locked=${state().kind === "read-only"} .leaving=${fact.group === "contract" && fact.kind === "date"}
  .save=${(/** @type {string} */ value) => reasoned(procurement, (given) => commands.fact_set({ procurement, key: fact.key, value: value.trim() === "" ? null : value, ...given }))}
  @saved=${(/** @type {CustomEvent} */ event) => event.detail && saved(event.detail)}></edit-field>`;

/**
 * What the core says about a fact: how it reads, what it was in the release, what is odd.
 * @param {Fact} fact
 */
export const factNotes = (fact) => html`${fact.moved ? html`<p class="moved-note"><span class="field moved">${t("fact-moved", { release: fact.moved.release })}</span> ${t("fact-was", { was: fact.moved.was })}</p>` : nothing}
  ${fact.notes.map((note) => html`<p class="note">${say(note)}</p>`)}`;
