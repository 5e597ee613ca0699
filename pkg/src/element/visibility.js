/**
 * Tells when an element is in the window, or near it. This file deals with scrolling, columns and
 * overlays; the caller decides what is to happen then.
 */

/**
 * Whether the reader sees the top of the element now. Unlike an observer, this needs no frame to
 * answer.
 */
export function isSeen(element) {
  const { x, y, width } = element.getBoundingClientRect();
  return element.contains(element.getRootNode().elementFromPoint(x + width / 2, Math.max(y, 0) + 1));
}

/** An observer that calls `then` whenever a target of `watch` is less than one window away. */
export const onNear = (then) =>
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && then(), {
    rootMargin: '100%',
  });

/**
 * Lets `observer`, if there is one, watch an element; or, if it is in columns, the outermost
 * container with columns, because WebKit sees columns only as a whole.
 */
export function watch(observer, element) {
  let target = element;
  for (let node = element; node; node = node.parentElement) {
    const { columnCount, columnWidth } = getComputedStyle(node);
    if (columnCount + columnWidth !== 'autoauto') target = node;
  }
  observer?.observe(target);
}
