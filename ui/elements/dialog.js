import { nothing, render } from "lit";

/**
 * Opens a dialog that holds the rest of the window back. Escape closes it, and the browser gives the focus back.
 * @param {(dialog: { close: () => void, redraw: () => void, node: HTMLDialogElement }) => unknown} draw a lit template; its heading has the id given in `labelledby`
 * @param {{ labelledby?: string, label?: string, className?: string, closed?: () => void }} [options]
 */
export function openDialog(draw, options = {}) {
  const node = document.createElement("dialog");
  node.className = options.className ?? "dialog";
  if (options.labelledby) node.setAttribute("aria-labelledby", options.labelledby);
  if (options.label) node.setAttribute("aria-label", options.label);
  const close = () => node.close();
  const redraw = () => render(draw(handle), node);
  const handle = { close, redraw, node };
  node.addEventListener("close", () => {
    render(nothing, node);
    node.remove();
    options.closed?.();
  });
  // A press on the veil closes it; a drag that only ends there does not.
  node.addEventListener("pointerdown", (event) => {
    if (event.target !== node) return;
    const box = node.getBoundingClientRect();
    const outside = event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
    if (outside) close();
  });
  document.body.append(node);
  redraw();
  node.showModal();
  return handle;
}
