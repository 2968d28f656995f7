import { createRequire } from "node:module";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import subsetFont from "subset-font";

const here = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(import.meta.url);

const cut = `${here}node_modules/.faces`;

/** @param {string} family as in `biz-udgothic` @param {string} face as in `400Regular/BIZUDGothic_400Regular` */
const typeface = (family, face) => readFileSync(require.resolve(`@expo-google-fonts/${family}/${face}.ttf`));

/** A set of characters as `unicode-range` wants it. @param {number[]} codes in rising order */
function ranges(codes) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && code === last[1] + 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (/** @type {number} */ code) => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(", ");
}

/**
 * What is cut out of the typefaces.
 *
 * Figures of equal width: BIZ UDPGothic draws its 1 narrower than its other figures and has no `tnum`; BIZ UDGothic draws
 * all ten alike.
 *
 * Minus and dashes: both faces draw them so thin that at 13 pixels nothing of them is left.
 *
 * Quotation marks for English: BIZ UDPGothic draws both of a pair alike.
 *
 * What the interface itself says, kana and Latin: a small face of its own is there at once, so that the window never
 * waits for the whole one, which is read when somebody has written any other character.
 * @returns {import("vite").Plugin}
 */
function faces() {
  return {
    name: "faces",
    async buildStart() {
      mkdirSync(cut, { recursive: true });
      const words = `${here}../src-tauri/core/l10n`;
      const said = ["ja", "en"].flatMap((lang) => readdirSync(`${words}/${lang}`).map((name) => readFileSync(`${words}/${lang}/${name}`, "utf8"))).join("");
      const span = (/** @type {number} */ from, /** @type {number} */ to) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
      const codes = [...new Set([...Array.from(said, (c) => c.codePointAt(0) ?? 0), ...span(0x20, 0x7e), ...span(0x3000, 0x30ff)])].filter((code) => code >= 0x20).sort((a, b) => a - b);
      const interfaces = String.fromCodePoint(...codes);
      let css = "";
      for (const [weight, face] of [["400", "400Regular"], ["700", "700Bold"]]) {
        const figures = `${cut}/figures-${weight}.woff2`;
        if (!existsSync(figures)) writeFileSync(figures, await subsetFont(typeface("biz-udgothic", `${face}/BIZUDGothic_${face}`), "0123456789", { targetFormat: "woff2" }));
        const dashes = `${cut}/dashes-${weight}.woff2`;
        if (!existsSync(dashes)) writeFileSync(dashes, await subsetFont(typeface("noto-sans-jp", `${face}/NotoSansJP_${face}`), "\u2013\u2014\u2212", { targetFormat: "woff2" }));
        const quotes = `${cut}/quotes-${weight}.woff2`;
        if (!existsSync(quotes)) writeFileSync(quotes, await subsetFont(typeface("noto-sans-jp", `${face}/NotoSansJP_${face}`), "\u2018\u2019\u201c\u201d", { targetFormat: "woff2" }));
        writeFileSync(`${cut}/interface-${weight}.woff2`, await subsetFont(typeface("biz-udpgothic", `${face}/BIZUDPGothic_${face}`), interfaces, { targetFormat: "woff2" }));
        css += `@font-face { font-family: "BIZ UDPGothic"; src: url("./interface-${weight}.woff2") format("woff2"); font-weight: ${weight}; font-display: block; unicode-range: ${ranges(codes)}; }\n`;
      }
      writeFileSync(`${cut}/interface.css`, css);
    },
  };
}

export default defineConfig({
  root: here,
  base: "./",
  plugins: [faces()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["es2022", "safari16"],
    // The content security policy allows neither data: fonts nor inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
});
