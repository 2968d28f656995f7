import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "./view.css";
import { act, read } from "../../app/act.js";
import { catchFocus } from "../../app/focus.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { drop } from "../../app/order.js";
import { undo } from "../../app/undo.js";
import { wayBack } from "../../app/way-back.js";
import { commands } from "../../host/commands.js";
import { gripIcon } from "../../elements/icons.js";
import { keeps, put } from "../../elements/keeps.js";
import { removedToast, toast } from "../../elements/toast.js";
import { ActDialog } from "../distribution/acts.js";
import { leftNote, offered } from "./offered.js";
import { statusWord } from "../vendors/status.js";
import { acts, DecisionScreen, frow, moveKey, plainChoice } from "./screen.js";
import "../../elements/edit-field.js";

/** @typedef {import("../../host/bindings.d.ts").DiscussionPoint} Point */
/** @typedef {Point["side"]} Side */

const SIDES = /** @type {Side[]} */ (["as-expected", "off-expectation"]);
const STATES = /** @type {Point["state"][]} */ (["open", "settled", "not-settled"]);

/** The discussion (検討会) in two columns with what follows from each point, and what came of it. */
class DiscussionView extends DecisionScreen {
  constructor() {
    super();
    /** @type {import("../../host/bindings.d.ts").Decision | null} */
    this.decision = null;
    /** The point that is dragged. */
    this.dragged = "";
    /** @type {{ id: string, side: "before" | "after" } | null} */
    this.over = null;
    /** Points whose fields stand open. @type {Set<string>} */
    this.opened = new Set();
  }

  async load() {
    await this.latest(read(() => commands.decision_get(this.of)), (got) => { this.decision = got; });
  }

  /** What was discussed stands with the decision; what follows from it goes on. */
  get fixed() {
    return this.locked || Boolean(this.decision?.decided);
  }

  /** @param {Side} side */
  #points(side) {
    return this.decision?.points.filter((point) => point.side === side) ?? [];
  }

  /** @param {Side} side @param {HTMLInputElement} input */
  async #add(side, input) {
    const text = input.value.trim();
    if (!text) return input.focus();
    const after = this.#points(side).at(-1)?.id;
    const made = await act(() => commands.discussion_add({ ...this.of, side, text, ...(after ? { after } : {}) }));
    if (!made) return;
    put(input);
    input.focus();
    if (side === "off-expectation") this.opened.add(made.id);
  }

  /** @param {Point} point */
  async #remove(point) {
    if ((await act(() => commands.discussion_remove({ id: point.id }))) !== undefined) removedToast(point.text.split("\n")[0], undo);
  }

  /** @param {string} id @param {string | null} after */
  #move = (id, after) => act(() => commands.discussion_move({ id, after }));

  /** @param {DragEvent} event @param {Point} point */
  async #dropped(event, point) {
    event.preventDefault();
    const { dragged, over } = this;
    this.over = null;
    this.requestUpdate();
    const moved = this.decision?.points.find((one) => one.id === dragged);
    if (!moved || dragged === point.id) return;
    if (moved.side !== point.side) await act(() => commands.discussion_set({ id: dragged, field: "side", value: point.side }));
    const rows = this.#points(point.side);
    const spot = drop(rows.some((one) => one.id === dragged) ? rows : [...rows, moved], dragged, point.id, over?.side ?? "after");
    if (spot) await this.#move(dragged, spot.after);
  }

  /** @param {DragEvent} event @param {Point} point */
  #dragOver(event, point) {
    if (!this.dragged) return;
    event.preventDefault();
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    this.over = { id: point.id, side: event.clientY < box.top + box.height / 2 ? "before" : "after" };
    this.requestUpdate();
  }

  render() {
    const { decision } = this;
    if (!decision) return nothing;
    const { fixed } = this;
    const set = (/** @type {string} */ field) => (/** @type {string} */ value) => commands.decision_set({ ...this.of, field, value });
    return html`<div class="head"><h1>${t("view-discussion")}</h1><p>${t("discussion-lead")}</p></div>
      ${decision.decided ? html`<div class="notice" role="status"><p class="grow">${t("discussion-decided", wayBack(decision))}</p></div>` : nothing}
      <div class="meeting rows">
        ${frow({ id: "meeting-at", label: t("column-decision-meeting-at"), kind: "moment", value: decision.meeting_at, locked: fixed, save: set("meeting_at"), keep: `${this.params.procurement} meeting_at`, note: decision.meeting_text ? html`<span class="reads">${decision.meeting_text}</span>` : nothing })}
        ${frow({ id: "attendees", label: t("column-decision-attendees"), kind: "line", value: decision.attendees, locked: fixed, save: set("attendees") })}
      </div>
      <div class="twocol">${SIDES.map((side) => this.#column(side))}</div>
      ${this.#conclusion(decision)}`;
  }

  /** @param {Side} side */
  #column(side) {
    const rows = this.#points(side);
    const { fixed } = this;
    const open = rows.filter((point) => point.state === "open").length;
    return html`<section class="side" aria-labelledby="side-${side}"><div class="sh"><h2 id="side-${side}">${t(`value-discussion-point-side-${side}`)}</h2>
        <span class="s">${t("discussion-count", { count: rows.length })}${open ? html` <b class="openmark">${t("discussion-open", { count: open })}</b>` : nothing}</span></div>
      ${rows.length ? html`<ol class="points">${repeat(rows, (point) => point.id, (point) => this.#point(point, rows))}</ol>` : html`<p class="none">${t(`discussion-none-${side}`)}</p>`}
      ${fixed ? nothing : html`<div class="addrow"><input type="text" class="adder" id="add-${side}" aria-label=${t(`discussion-add-${side}`)} placeholder=${t(`discussion-add-${side}`)} autocomplete="off" ${keeps(`point ${this.params.procurement} ${side}`)}
          @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!composing(event) && event.key === "Enter") { event.preventDefault(); void this.#add(side, /** @type {HTMLInputElement} */ (event.target)); } }} />
        <button class="btn" type="button" @click=${() => this.#add(side, /** @type {HTMLInputElement} */ (this.querySelector(`#add-${side}`)))}>${t("add")}</button></div>`}
    </section>`;
  }

  /** @param {Point} point @param {Point[]} rows */
  #point(point, rows) {
    const { fixed, locked } = this;
    const name = point.text.split("\n")[0];
    const set = (/** @type {string} */ field) => (/** @type {string} */ value) => commands.discussion_set({ id: point.id, field, value });
    const followed = Boolean(point.request || point.reply || point.outcome || point.bidder);
    // What follows in short, while its fields are folded away.
    const said = /** @type {const} */ (["request", "reply", "outcome"]).filter((one) => point[one]);
    const field = (/** @type {string} */ one, kind = "long", reads = "") => frow({
      id: `${one}-${point.id}`, label: t(`column-discussion-point-${one.replace("_", "-")}`), kind, value: /** @type {any} */ (point)[one], locked, save: set(one), keep: `${point.id} ${one}`, note: reads ? html`<span class="reads">${reads}</span>` : nothing,
    });
    const names = [plainChoice("", t("discussion-bidder-none")), ...(this.decision?.choices ?? []).map((one) => plainChoice(one.id, one.name))];
    const moved = (/** @type {string | null} */ after) => this.#move(point.id, after);
    return html`<li class="point ${point.state} ${this.over?.id === point.id ? `drop-${this.over.side}` : ""}" data-point=${point.id}
        @keydown=${(/** @type {KeyboardEvent} */ event) => { if (!fixed) moveKey(event, rows, point.id, moved); }}
        @dragover=${(/** @type {DragEvent} */ event) => this.#dragOver(event, point)} @drop=${(/** @type {DragEvent} */ event) => this.#dropped(event, point)}>
      <div class="pline">
        ${fixed ? nothing : html`<span class="grip" draggable="true" title=${t("drag-hint")} aria-hidden="true" @dragstart=${(/** @type {DragEvent} */ event) => { this.dragged = point.id; event.dataTransfer?.setData("text/plain", name); }} @dragend=${() => { this.dragged = ""; this.over = null; this.requestUpdate(); }}>${gripIcon}</span>`}
        <edit-field class="cell" kind="long" .fieldId="text-${point.id}" .label="${t("column-discussion-point-text")}: ${name}" .value=${point.text} .name=${name} .locked=${fixed} .save=${set("text")}></edit-field>
        ${fixed ? nothing : acts({ name, rows, id: point.id, move: moved, remove: () => this.#remove(point) })}
      </div>
      <details ?open=${(followed && point.state === "open") || this.opened.has(point.id)} @toggle=${(/** @type {Event} */ event) => { if (/** @type {HTMLDetailsElement} */ (event.target).open) this.opened.add(point.id); else this.opened.delete(point.id); }}>
        <summary><span class="pstate ${point.state}">${t(`value-discussion-point-state-${point.state}`)}</span> ${t("discussion-follow")}</summary>
        <div class="rows">${frow({ id: `state-${point.id}`, label: t("column-discussion-point-state"), kind: "choice", value: point.state, locked, save: set("state"), choices: STATES.map((one) => ({ value: one, label: { id: `value-discussion-point-state-${one}`, args: {} } })) })}
          ${frow({ id: `bidder-${point.id}`, label: t("discussion-bidder"), kind: "choice", value: point.bidder, locked: fixed, save: set("bidder"), choices: names })}
          ${field("request")} ${field("requested_at", "moment", point.requested_text)} ${field("reply")} ${field("replied_at", "moment", point.replied_text)} ${field("outcome")}
          ${frow({ id: `side-${point.id}`, label: t("column-discussion-point-side"), kind: "choice", value: point.side, locked: fixed, save: set("side"), choices: SIDES.map((one) => ({ value: one, label: { id: `value-discussion-point-side-${one}`, args: {} } })) })}
        </div>
      </details>
      ${said.length ? html`<dl class="brief">${said.map((one) => html`<div><dt>${t(`column-discussion-point-${one}`)}</dt><dd>${point[one]}</dd></div>`)}</dl>` : nothing}
    </li>`;
  }

  /** @param {import("../../host/bindings.d.ts").Decision} decision */
  #conclusion(decision) {
    const { fixed } = this;
    const set = (/** @type {string} */ field) => (/** @type {string} */ value) => commands.decision_set({ ...this.of, field, value });
    const names = (/** @type {string} */ held) => offered(decision.choices, held).map((one) => plainChoice(one.id, one.left ? t("result-left-one", { name: one.name, status: statusWord(one.left) }) : one.name));
    const left = (/** @type {string} */ held) => {
      const id = leftNote(decision.choices, held, Boolean(decision.decided));
      return id ? html`<p class="shu">${t(id, wayBack(decision))}</p>` : nothing;
    };
    const chosen = decision.outcome === "none" ? "none" : decision.bidder;
    const choose = (/** @type {string} */ value) => (value === "none" ? set("outcome")("none") : set("bidder")(value));
    // What a request asks for stands with it.
    const asked = !["draft", "sent-back"].includes(decision.approval);
    const stands = fixed || asked;
    const ready = decision.outcome === "none" ? Boolean(decision.reason) : Boolean(decision.bidder && decision.reason) && ["approved", "conditions"].includes(decision.approval);
    return html`<section class="conclusion" aria-labelledby="conclusion-h"><div class="sh"><h2 id="conclusion-h" tabindex="-1">${t("decision-h")}</h2><span class="s">${decision.decided ? t("decision-decided", { at: decision.decided }) : t("decision-undecided")}</span></div>
      <div class="rows">
        ${frow({ id: "decision-bidder", label: t("decision-chosen"), kind: "choice", value: chosen, beside: decision.reserve, locked: stands, save: choose, note: html`${asked && !fixed ? html`<p class="note">${t("decision-asked-note")}</p>` : nothing}${left(decision.bidder)}`, choices: [plainChoice("", t("decision-chosen-none-yet")), ...names(decision.bidder), plainChoice("none", t("value-decision-outcome-none"))] })}
        ${decision.outcome === "none" ? nothing : frow({ id: "decision-reserve", label: t("column-decision-reserve"), kind: "choice", value: decision.reserve, beside: decision.bidder, locked: stands, save: set("reserve"), note: left(decision.reserve), choices: [plainChoice("", t("decision-reserve-none")), ...names(decision.reserve).filter((one) => one.value !== decision.bidder)] })}
        ${frow({ id: "decision-reason", label: t("column-decision-reason"), kind: "long", value: decision.reason, locked: stands, save: set("reason") })}
        <div class="frow"><span class="lab">${t("view-approval")}</span><div class="ctl"><a href="#/p/${this.params.procurement}/approval">${t(`approval-state-${decision.approval}`)}</a></div></div>
      </div>
      ${this.locked ? nothing : html`<p class="does">${decision.decided
        ? html`<a class="btn go" href="#/p/${this.params.procurement}/notices">${t("decision-to-notices")}</a>${decision.told ? nothing : html` <button class="btn" type="button" @click=${() => this.#reopen(decision)}>${t("decision-reopen")}</button>`}`
        : html`<button class="btn go" type="button" ?disabled=${!ready} @click=${() => this.#decide()}>${t("decision-decide")}</button> <span class="s">${t(`decision-${ready ? "decide-note" : "wait"}${decision.outcome === "none" ? "-none" : ""}`)}</span>`}</p>`}
    </section>`;
  }

  /** Drafts of notices go with the decision: they are asked about first. @param {import("../../host/bindings.d.ts").Decision} decision */
  async #reopen({ drafts }) {
    const done = () => {
      toast({ text: t("decision-reopened-toast"), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
      void this.#settled();
    };
    if (!drafts) {
      if ((await act(() => commands.decision_reopen(this.of))) !== undefined) done();
      return;
    }
    new ActDialog({
      title: t("decision-reopen"), lead: t("decision-reopen-lead", { count: drafts }), seal: t("decision-reopen"), values: {}, fields: () => nothing,
      act: () => commands.decision_reopen(this.of),
      done,
    });
  }

  async #decide() {
    if ((await act(() => commands.decision_decide(this.of))) === undefined) return;
    toast({ text: t("decision-decided-toast"), action: { label: t("undo"), keys: "Ctrl Z", run: undo } });
    await this.#settled();
  }

  /** A button that has done its work is gone: the heading over it takes the keys. */
  async #settled() {
    await this.load();
    await this.updateComplete;
    catchFocus(this.querySelector("#conclusion-h"));
  }
}
customElements.define("view-discussion", DiscussionView);
