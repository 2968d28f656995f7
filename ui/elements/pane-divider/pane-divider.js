import { Element } from "../../app/element.js";
import { t } from "../../app/l10n.js";
import "./pane-divider.css";

const KEPT = "sentei.pane.";
const STEP = 1;

/** What a `rem` is on this screen, in pixels. */
const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/**
 * The line between two panes: drawn with the pointer or with the arrow keys, a double click puts it back. Its width is
 * kept for the next time. It sets `--pane-NAME` on the root; where nothing is set, the style sheet's own width holds.
 */
class PaneDivider extends Element {
  static properties = { name: {}, side: {}, least: { type: Number }, most: { type: Number }, rest: { type: Number } };

  constructor() {
    super();
    /** Which pane it gives its width to. */
    this.name = "";
    /** @type {"start" | "end"} where that pane stands */
    this.side = "start";
    this.least = 11;
    this.most = 24;
    /** What the text between the panes keeps at least. */
    this.rest = 28;
  }

  connectedCallback() {
    super.connectedCallback();
    const kept = Number(localStorage.getItem(KEPT + this.name));
    if (kept >= this.least && kept <= this.most) this.#set(kept, false);
  }

  get #pane() {
    return /** @type {HTMLElement} */ (this.parentElement);
  }

  get #width() {
    return this.#pane.getBoundingClientRect().width / rem();
  }

  /** @param {number} wanted @param {boolean} [keep] */
  #set(wanted, keep = true) {
    const text = this.#pane.parentElement?.querySelector(".text")?.getBoundingClientRect().width;
    const room = text ? this.#width + Math.max(0, text / rem() - this.rest) : this.most;
    const width = Math.round(Math.max(this.least, Math.min(this.most, keep ? room : this.most, wanted)) * 10) / 10;
    document.documentElement.style.setProperty(`--pane-${this.name}`, `${width}rem`);
    if (keep) localStorage.setItem(KEPT + this.name, String(width));
    this.requestUpdate();
  }

  #reset() {
    document.documentElement.style.removeProperty(`--pane-${this.name}`);
    localStorage.removeItem(KEPT + this.name);
    this.requestUpdate();
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    const bar = /** @type {HTMLElement} */ (event.currentTarget);
    bar.setPointerCapture(event.pointerId);
    const from = event.clientX;
    const width = this.#width;
    const sign = this.side === "start" ? 1 : -1;
    const move = (/** @type {PointerEvent} */ { clientX }) => { if (clientX !== from) this.#set(width + (sign * (clientX - from)) / rem()); };
    const end = () => {
      bar.removeEventListener("pointermove", move);
      bar.removeEventListener("pointerup", end);
      bar.removeEventListener("pointercancel", end);
    };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("pointerup", end);
    bar.addEventListener("pointercancel", end);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const sign = this.side === "start" ? 1 : -1;
    const wanted = { ArrowRight: this.#width + sign * STEP, ArrowLeft: this.#width - sign * STEP, Home: this.least, End: this.most }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    this.#set(wanted);
  }

  firstUpdated() {
    this.setAttribute("role", "separator");
    this.setAttribute("aria-orientation", "vertical");
    this.tabIndex = 0;
    this.addEventListener("pointerdown", (event) => this.#drag(event));
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("dblclick", () => this.#reset());
  }

  updated() {
    this.setAttribute("aria-label", t(`pane-divider-${this.name}`));
    this.setAttribute("aria-valuemin", String(this.least));
    this.setAttribute("aria-valuemax", String(this.most));
    this.setAttribute("aria-valuenow", String(Math.round(this.#width)));
  }
}

customElements.define("pane-divider", PaneDivider);
