import { tell } from "./bus.js";

/** Light and dark, the size of everything, and which layout fits. */

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
let theme = "auto";
let scale = 100;

/** @param {string} next `auto`, `light` or `dark` */
export function setTheme(next) {
  theme = next;
  paint();
}

function paint() {
  root.dataset.theme = theme === "dark" || (theme === "auto" && dark.matches) ? "dark" : "light";
}

/** The size of everything, in percent. */
export const getScale = () => scale;

/** @param {number} next 80 to 200 */
export function setScale(next) {
  scale = Math.min(200, Math.max(80, Math.round(next / 10) * 10)) || 100;
  root.style.setProperty("font-size", `${scale}%`);
  fit();
}

/** Media queries do not see the scale; the layout follows the width in units of the text instead. */
function fit() {
  const width = (innerWidth * 100) / scale;
  const height = (innerHeight * 100) / scale;
  const words = [];
  if (width < 1280) words.push("middle");
  if (width < 960) words.push("narrow");
  if (height < 620 && width >= 960) words.push("low");
  const next = words.join(" ");
  if (root.dataset.fit === next) return;
  root.dataset.fit = next;
  tell("fit", next);
}

/** Whether the window is so narrow that panes take turns. */
export const isNarrow = () => (root.dataset.fit ?? "").includes("narrow");

/** Follows the system and the window. */
export function startTheme() {
  dark.addEventListener("change", paint);
  addEventListener("resize", fit);
  paint();
  fit();
}
