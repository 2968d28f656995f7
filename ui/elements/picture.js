import { html } from "lit";
import { guard } from "lit/directives/guard.js";

/**
 * A drawing made by the core, brought in as a tree of SVG and never as markup of the page.
 * @param {string} svg
 * @param {string} alt
 */
export const picture = (svg, alt) => html`${guard([svg, alt], () => parsed(svg, alt))}`;

/** @param {string} source @param {string} alt */
function parsed(source, alt) {
  const tree = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  if (tree.nodeName !== "svg") return document.createTextNode(alt);
  for (const one of tree.querySelectorAll("script, foreignObject")) one.remove();
  // It grows with the letters around it.
  for (const side of ["width", "height"]) {
    const drawn = Number(tree.getAttribute(side));
    if (drawn) tree.setAttribute(side, `${drawn / 16}rem`);
  }
  tree.setAttribute("role", "img");
  tree.setAttribute("aria-label", alt);
  tree.classList.add("picture");
  return document.importNode(tree, true);
}
