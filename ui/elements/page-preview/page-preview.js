import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Element } from "../../app/element.js";
import { t } from "../../app/l10n.js";
import { commands } from "../../host/commands.js";
import { downIcon } from "../icons.js";
import { openMenu } from "../menu/menu.js";
import { enlarge } from "./enlarge.js";
import { Pages } from "./pages.js";
import "./page-preview.css";

/**
 * The pages as they will be printed, from the engine that makes the papers. It follows the section being edited; a page stays in view until
 * its successor is there.
 */
class PagePreview extends Element {
  static properties = {
    procurement: { attribute: false }, section: { attribute: false }, release: { attribute: false }, paper: { attribute: false },
    bidders: { attribute: false }, note: { attribute: false },
  };

  constructor() {
    super();
    this.procurement = "";
    this.section = "";
    /** @type {string | null} an old release instead of the draft */
    this.release = null;
    /** @type {import("../../host/bindings.d.ts").PaperKind} */
    this.paper = "rfp";
    /** @type {import("../../host/bindings.d.ts").Bidder[]} */
    this.bidders = [];
    this.note = "";
    this.bidder = "";
    /** @type {import("../../host/bindings.d.ts").Preview | null} */
    this.preview = null;
    this.pages = new Pages((number) => this.#shown(number));
    this.at = 1;
    this.failed = false;
    this.asked = 0;
    this.running = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.followed = "";
    /** @type {IntersectionObserver | undefined} */
    this.watch = undefined;
    this.stale = false;
  }

  connectedCallback() {
    super.connectedCallback();
    // A pane that was hidden catches up when it comes into view.
    this.size = new ResizeObserver(() => {
      if (!this.offsetWidth) return;
      this.#measure();
      if (this.stale) this.refresh();
    });
    this.size.observe(this);
    this.hear("changed", (change) => {
      if (!this.release && (!change.procurement || change.procurement === this.procurement)) this.refresh();
    });
    this.hear("language", () => this.refresh());
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watch?.disconnect();
    this.watch = undefined;
    this.size?.disconnect();
    clearTimeout(this.timer);
    this.pages.clear();
  }

  /** Makes the pages again. Changes that come while they are made are one more making. */
  refresh() {
    this.stale = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.#make());
  }

  /** Tells the pictures how wide they are shown. */
  #measure() {
    const page = /** @type {HTMLElement | null} */ (this.querySelector(".a4"));
    if (page) this.pages.size(page.offsetWidth);
  }

  async #make() {
    if (!this.isConnected || !this.offsetWidth || !this.procurement) return;
    if (this.running) return;
    this.running = true;
    this.stale = false;
    try {
      const preview = await commands.rfp_preview({
        procurement: this.procurement, paper: this.paper,
        ...(this.bidder ? { bidder: this.bidder } : {}), ...(this.release ? { release: this.release } : {}),
      });
      this.preview = preview;
      this.failed = false;
      this.at = Math.min(this.at, Math.max(1, preview.pages));
      this.pages.use(preview.token, preview.prints, preview.sections[this.section] ?? this.at);
      this.requestUpdate();
      await this.updateComplete;
      this.#measure();
      this.#follow();
    } catch {
      this.failed = true;
      this.requestUpdate();
    } finally {
      this.running = false;
      if (this.stale) this.refresh();
    }
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (["procurement", "release", "paper"].some((name) => changed.has(name) && changed.get(name) !== undefined)) {
      this.followed = "";
      this.refresh();
    }
    if (changed.has("section")) this.#follow();
    const desk = this.querySelector(".desk");
    if (!desk) return;
    this.watch ??= new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) this.pages.want(Number(/** @type {HTMLElement} */ (target).dataset.page), isIntersecting);
    }, { root: desk, rootMargin: "300px 0px" });
    for (const page of desk.querySelectorAll(".a4")) this.watch.observe(page);
  }

  /** Goes to the page the section begins on, when it is another one than before. */
  #follow() {
    const page = this.preview?.sections[this.section];
    if (!page) return;
    const mark = `${this.section} ${page}`;
    if (this.followed === mark) return;
    this.followed = mark;
    this.#to(page);
  }

  /** @param {number} page */
  #to(page) {
    const desk = this.querySelector(".desk");
    const target = /** @type {HTMLElement | null} */ (desk?.querySelector(`[data-page="${page}"]`));
    if (!desk || !target) return;
    desk.scrollTop = target.offsetTop - 14;
    this.at = page;
    this.requestUpdate();
  }

  /** @param {number} number */
  #shown(number) {
    const url = this.pages.url(number);
    for (const image of /** @type {NodeListOf<HTMLImageElement>} */ (this.querySelectorAll(`[data-page="${number}"] img`))) {
      if (url) image.src = url;
      image.hidden = !url;
    }
  }

  /** @param {Event} event */
  #scrolled(event) {
    const desk = /** @type {HTMLElement} */ (event.target);
    const middle = desk.scrollTop + desk.clientHeight / 3;
    let at = 1;
    for (const page of /** @type {NodeListOf<HTMLElement>} */ (desk.querySelectorAll(".a4"))) {
      if (page.offsetTop <= middle) at = Number(page.dataset.page);
    }
    if (at !== this.at) {
      this.at = at;
      this.requestUpdate();
    }
  }

  /** @param {Event} event */
  #choose(event) {
    openMenu(/** @type {HTMLElement} */ (event.currentTarget), {
      label: t("preview-addressee"),
      groups: [{ items: [{ id: "", name: t("preview-general") }, ...this.bidders].map(({ id, name }) => ({
        label: name, checked: id === this.bidder,
        run: () => {
          this.bidder = id;
          this.requestUpdate();
          this.refresh();
        },
      })) }],
    });
  }

  /** @param {number} page */
  #enlarge(page) {
    if (this.preview) enlarge(this.pages, page, this.preview.pages, this.preview.title);
  }

  render() {
    const { preview } = this;
    const chosen = this.bidders.find(({ id }) => id === this.bidder);
    const count = preview?.pages ?? 0;
    return html`<div class="bar">
        <h2>${t("preview-title")}</h2>${this.note ? html`<span class="s note">${this.note}</span>` : nothing}
        <span class="s end" role="status">${count ? t("preview-page-of", { page: this.at, pages: count }) : ""}</span>
      </div>
      ${this.bidders.length && this.paper === "rfp"
        ? html`<div class="bar whom"><button class="tool" type="button" aria-haspopup="listbox" @click=${this.#choose}>
            <span class="clip" title=${chosen?.name ?? ""}>${chosen ? t("preview-for", { name: chosen.name }) : t("preview-general")}</span>${downIcon}</button></div>`
        : nothing}
      ${this.failed ? html`<p class="preview-failed shu" role="status">${t(count ? "preview-failed-kept" : "preview-failed")} <button class="link" type="button" @click=${() => this.refresh()}>${t("preview-again")}</button></p>` : nothing}
      <div class="desk" tabindex="0" role="group" aria-label=${t("preview-title")} @scroll=${this.#scrolled}>
        ${count
          ? repeat(Array.from({ length: count }, (_, index) => index + 1), (page) => page, (page) => html`<button class="a4" type="button" data-page=${page}
              aria-label=${t("preview-page-enlarge", { page })} title=${t("preview-enlarge")} @click=${() => this.#enlarge(page)}><img alt="" hidden draggable="false"></button>`)
          : this.failed ? nothing : html`<div class="a4 waiting" role="img" aria-label=${t("preview-making")}><span class="s">${t("preview-making")}</span></div>`}
      </div>`;
  }
}

customElements.define("page-preview", PagePreview);
