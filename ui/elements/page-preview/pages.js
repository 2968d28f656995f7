import { commands } from "../../host/commands.js";

/**
 * The pictures of the pages. Only pages in view are asked for, and of these only the ones that changed; a picture stays
 * until its successor has come.
 */
export class Pages {
  /** @param {(number: number) => void} shown a page has a picture, or none any more */
  constructor(shown) {
    this.shown = shown;
    this.token = "";
    /** What stands on each page. @type {string[]} */
    this.prints = [];
    /** Width of a page on the screen, in its pixels. */
    this.width = 0;
    /** @type {Map<number, { print: string, width: number, url: string }>} */
    this.kept = new Map();
    /** @type {Set<number>} */
    this.wanted = new Set();
    /** @type {Set<string>} */
    this.under = new Set();
  }

  /** @param {string} token of the pages as they are now @param {string[]} prints of each @param {number} first the page somebody looks at */
  use(token, prints, first) {
    this.token = token;
    this.prints = prints;
    for (const [number, page] of this.kept) {
      if (number <= prints.length) continue;
      URL.revokeObjectURL(page.url);
      this.kept.delete(number);
    }
    const wanted = [...this.wanted].sort((a, b) => Math.abs(a - first) - Math.abs(b - first));
    for (const number of wanted) void this.fetch(number);
  }

  /** Pages are that wide now; those in view are fetched again where their pictures would be blurred. @param {number} width in units of the page */
  size(width) {
    const pixels = Math.round(width * devicePixelRatio);
    if (!pixels || pixels === this.width) return;
    this.width = pixels;
    for (const number of this.wanted) void this.fetch(number);
  }

  /** @param {number} number @param {boolean} inView */
  want(number, inView) {
    if (!inView) return void this.wanted.delete(number);
    this.wanted.add(number);
    const there = this.url(number);
    if (there) this.shown(number);
    void this.fetch(number);
  }

  /** @param {number} number */
  url(number) {
    return this.kept.get(number)?.url ?? null;
  }

  /**
   * Fetches a page unless it is there or on its way.
   * @param {number} number @param {number} [width] in pixels of the screen @returns {Promise<string | null>}
   */
  async fetch(number, width = this.width) {
    const { token } = this;
    const print = this.prints[number - 1];
    const there = this.kept.get(number);
    if (there && there.print === print && there.width >= width) return there.url;
    const mark = `${number} ${print} ${width}`;
    if (!token || !width || !print || this.under.has(mark)) return this.url(number);
    this.under.add(mark);
    try {
      const { png } = await commands.rfp_preview_page({ token, page: number, width });
      const before = this.kept.get(number);
      // The page changed meanwhile, or a wider one of the same came first.
      if (this.prints[number - 1] !== print || (before?.print === print && before.width > width)) return this.url(number);
      const url = URL.createObjectURL(new Blob([bytes(png)], { type: "image/png" }));
      this.kept.set(number, { print, width, url });
      this.shown(number);
      // The old picture is let go once the new one stands.
      if (before) setTimeout(() => URL.revokeObjectURL(before.url), 2000);
      return url;
    } catch {
      // The pages were made again meanwhile: asked for again under their new name, if it is still wanted.
      return this.url(number);
    } finally {
      this.under.delete(mark);
      if (this.token !== token && this.prints[number - 1] === print && this.wanted.has(number)) void this.fetch(number);
    }
  }

  clear() {
    for (const { url } of this.kept.values()) URL.revokeObjectURL(url);
    this.kept.clear();
    this.wanted.clear();
  }
}

/** @param {string} base64 */
const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
