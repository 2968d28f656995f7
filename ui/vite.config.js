import { createRequire } from "node:module";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import subsetFont from "subset-font";

const here = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(import.meta.url);

/**
 * Figures of equal width. BIZ UDPGothic draws its 1 narrower than its other figures and has no `tnum`;
 * BIZ UDGothic draws all ten alike. Only those ten glyphs are cut out of it, once for each weight.
 * @returns {import("vite").Plugin}
 */
function figures() {
  const folder = `${here}node_modules/.figures`;
  return {
    name: "figures",
    async buildStart() {
      mkdirSync(folder, { recursive: true });
      for (const [weight, face] of [["400", "400Regular"], ["700", "700Bold"]]) {
        const target = `${folder}/figures-${weight}.woff2`;
        if (existsSync(target)) continue;
        const source = require.resolve(`@expo-google-fonts/biz-udgothic/${face}/BIZUDGothic_${face}.ttf`);
        writeFileSync(target, await subsetFont(readFileSync(source), "0123456789", { targetFormat: "woff2" }));
      }
    },
  };
}

export default defineConfig({
  root: here,
  base: "./",
  plugins: [figures()],
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
