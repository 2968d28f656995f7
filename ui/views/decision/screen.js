import { html } from "lit";
import { Element } from "../../app/element.js";
import { composing } from "../../app/keys.js";
import { t } from "../../app/l10n.js";
import { step } from "../../app/order.js";
import { procurement } from "../../app/procurement.js";
import { state } from "../../app/saving.js";
import { closeIcon, downArrow, upArrow } from "../../elements/icons.js";

/** What the screens of the decision have in common: they follow the core, and are read when anything of the procurement changed. */
export class DecisionScreen extends Element {
  static properties = { params: { attribute: false } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("changed", (change) => {
      if (!change.procurement || change.procurement === this.params.procurement) void this.load();
    });
    this.hear("saving", () => this.requestUpdate());
    this.hear("language", () => void this.load());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const before = /** @type {Record<string, string> | undefined} */ (changed.get("params"));
    if (changed.has("params") && before?.procurement !== this.params.procurement) void this.load();
  }

  async load() {}

  get locked() {
    return state().kind === "read-only" || !!procurement()?.archived;
  }

  get of() {
    return { procurement: this.params.procurement };
  }

  /** Keeps only the answer to the latest question. @template T @param {Promise<T>} asked @param {(got: NonNullable<T>) => void} take */
  async latest(asked, take) {
    this.turn += 1;
    const { turn } = this;
    const got = await asked;
    if (turn !== this.turn || !got) return;
    take(got);
    this.requestUpdate();
  }
}

/**
 * The buttons that move and remove an item of a list.
 * @param {{ name: string, rows: { id: string }[], id: string, move: (after: string | null) => Promise<unknown>, remove: () => Promise<unknown> }} item
 */
export function acts({ name, rows, id, move, remove }) {
  const button = (/** @type {"up" | "down"} */ way, /** @type {string} */ label, /** @type {unknown} */ icon) => {
    const spot = step(rows, id, way);
    return html`<button class="tool icon small" type="button" data-way=${way} ?disabled=${!spot} aria-label="${label}: ${name}" title=${label} @click=${(/** @type {Event} */ event) => go(/** @type {HTMLElement} */ (event.currentTarget), () => spot && move(spot.after))}>${icon}</button>`;
  };
  return html`<span class="acts">${button("up", t("move-up"), upArrow)}${button("down", t("move-down"), downArrow)}
    <button class="tool icon small" type="button" aria-label="${t("delete")}: ${name}" title=${t("delete")} @click=${remove}>${closeIcon}</button></span>`;
}

/** The focus stays on the button of the item that moved. @param {HTMLElement} button @param {() => unknown} work */
async function go(button, work) {
  await work();
  button.focus();
}

/** Alt with an arrow moves the item. @param {KeyboardEvent} event @param {{ id: string }[]} rows @param {string} id @param {(after: string | null) => Promise<unknown>} move */
export function moveKey(event, rows, id, move) {
  if (composing(event) || !event.altKey || event.ctrlKey) return;
  const way = event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : null;
  const spot = way && step(rows, id, way);
  if (!spot) return;
  event.preventDefault();
  event.stopPropagation();
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  void Promise.resolve(move(spot.after)).then(() => active?.focus());
}

/** A form row: name left, field right. @param {{ id: string, label: string, kind?: string, value: string, locked: boolean, save: (value: string) => Promise<any>, choices?: any[], note?: unknown, keep?: string, beside?: string }} row */
export function frow({ id, label, kind = "text", value, locked, save, choices = [], note = "", keep = "", beside = "" }) {
  return html`<div class="frow kind-${kind}"><label class="lab" for=${id}>${label}</label><div class="ctl"><edit-field .fieldId=${id} .kind=${kind} .value=${value} .choices=${choices} .name=${label} .keep=${keep} .beside=${beside} .locked=${locked} .save=${save}></edit-field>${note}</div></div>`;
}

/** A choice that is no id of a sentence but words of its own. @param {string} value @param {string} words */
export const plainChoice = (value, words) => ({ value, label: { id: "plain", args: { text: words } } });
