/**
 * Tells when an element is before its reader, or near. Knows windows, columns and what covers what; not what is to
 * happen then.
 */

/** Whether a reader sees it now: a quick answer, which saves waiting for a frame. */
export function isSeen(element) {
  const { x, y, width } = element.getBoundingClientRect();
  return element.contains(element.getRootNode().elementFromPoint(x + width / 2, Math.max(y, 0) + 1));
}

/** An observer that calls `then` whenever what it is set on by `watch` has come near the window. */
export const onNear = (then) =>
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && then(), {
    rootMargin: '100%',
  });

/** Sets the observer, if there is one, on an element, or what it is in: WebKit sees columns only as a whole. */
export function watch(observer, element) {
  let target = element;
  for (let node = element; node; node = node.parentElement) {
    const { columnCount, columnWidth } = getComputedStyle(node);
    if (columnCount + columnWidth !== 'autoauto') target = node;
  }
  observer?.observe(target);
}
