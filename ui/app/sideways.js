/**
 * Marks a frame while what is in it is scrolled sideways. Only then are its first columns held fast: every cell that is held is a
 * layer of its own for the browser, and a hundred of them make each frame take a tenth of a second.
 * @param {Event} event
 */
export function sideways(event) {
  const frame = /** @type {HTMLElement} */ (event.currentTarget);
  frame.classList.toggle("sideways", frame.scrollLeft > 0);
}
