/**
 * Takes the focus that fell to the page because what had it is gone; who has moved on since keeps it.
 * @param {Element | null | undefined} node
 */
export function catchFocus(node) {
  if (document.activeElement === document.body && node instanceof HTMLElement) node.focus();
}
