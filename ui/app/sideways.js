/** @type {ResizeObserver | undefined} */
let sizes;

/**
 * Whether something lies before what is seen of a frame, and whether something lies beyond it.
 * @param {{ scrollLeft: number, clientWidth: number, scrollWidth: number }} frame
 */
export const edges = ({ scrollLeft, clientWidth, scrollWidth }) => ({ before: scrollLeft > 0, beyond: scrollLeft + clientWidth < scrollWidth - 1 });

/** @param {Element} frame */
function mark(frame) {
  const { before, beyond } = edges(frame);
  frame.classList.toggle("sideways", before);
  frame.classList.toggle("beyond", beyond);
}

/**
 * Marks a frame while what is in it is scrolled sideways, and while it goes on beyond the edge; for `ref`. Only where it is scrolled
 * are its first columns held fast: every cell that is held is a layer of its own for the browser, and a hundred of them make each
 * frame take a tenth of a second.
 * @param {Element | undefined} frame
 */
export function sideways(frame) {
  if (!frame) return;
  sizes ??= new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target.closest(".wide, .gridwrap") ?? target);
  });
  /** @type {HTMLElement} */ (frame).onscroll = () => mark(frame);
  for (const one of [frame, ...frame.children]) sizes.observe(one);
}
