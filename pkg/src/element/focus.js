/**
 * Moves the focus inside the shadow root, and scrolls so that readers see what has it. This file
 * knows pages with headers that cover things; it must not know why the focus moves.
 */

/** The space between a fixed header and the element that has the focus, in pixels. */
const GAP = 8;

/**
 * Focuses the element with this id. Scrolls only if it is out of sight or covered by the page's
 * header. Does nothing if the reader has meanwhile moved the focus elsewhere on the page; the focus
 * may be on an ancestor of the widget, though, because in Safari a click on an answer focuses the
 * nearest focusable ancestor.
 */
export function focus(root, id) {
  const { activeElement, body } = document;
  if (!root.activeElement && activeElement !== body && !activeElement.contains(root.host)) return;
  const element = root.getElementById(id);
  if (!element) return;
  unfold(element);
  element.focus({ preventScroll: true });
  const { top, bottom } = element.getBoundingClientRect();
  const isOut = top < 0 || bottom > innerHeight;
  // The heading of a correction brings along what is below it.
  if (isOut && element.matches('article [id^=misconception-]')) element.closest('article').scrollIntoView();
  else element.scrollIntoView({ block: 'nearest' });
  uncover(element, root.host);
}

/** Opens the `details` that `element` is in. */
function unfold(element) {
  const fold = element.closest('details');
  if (fold) fold.open = true;
}

/**
 * Scrolls back if a fixed or sticky header covers `element`, which is in the shadow root of `host`.
 */
export function uncover(element, host) {
  // The widget may be drawn again while it is not in the page.
  if (!host.isConnected) return;
  const { left, top } = element.getBoundingClientRect();
  const [over] = host.getRootNode().elementsFromPoint(left + 1, top + 1);
  if (!over || over === host || over.contains(host)) return;
  for (let it = over; it; it = it.parentElement) {
    if (!/fixed|sticky/.test(getComputedStyle(it).position)) continue;
    const { bottom } = it.getBoundingClientRect();
    if (bottom < innerHeight / 2) scrollBy({ top: top - bottom - GAP, behavior: 'instant' });
    return;
  }
}
