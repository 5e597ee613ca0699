/**
 * Keeps what the reader is looking at in place while something is inserted above it. It does not
 * know what is inserted. Most browsers do this themselves (scroll anchoring), but WebKit does not.
 */

const top = (element) => element.getBoundingClientRect().top;

/**
 * Calls `change`, which changes something inside `panel`, and scrolls by as much as the content in
 * view has moved.
 */
export function anchored(panel, change) {
  if (CSS.supports('overflow-anchor', 'auto')) return change();
  const page = panel.ownerDocument.scrollingElement;
  const scroller = boxAround(panel) ?? page;
  const edge = scroller === page ? 0 : top(scroller);
  // In closed `details` elements have a position too, but nobody sees them.
  const isFolded = (it) => it.closest('details:not([open]) > :not(summary)');
  // An element without a box has no position.
  const hasBox = (it) => it.getClientRects().length > 0;
  const inSight = [...panel.querySelectorAll('*')].find((it) => top(it) >= edge && hasBox(it) && !isFolded(it));
  const offset = () => (inSight ? top(inSight) : panel.getBoundingClientRect().bottom);
  const before = offset();
  change();
  const moved = offset() - before;
  // If the whole panel is below the edge, nothing was inserted above what the reader sees.
  if (moved && (inSight || before < edge)) scroller.scrollTo({ top: scroller.scrollTop + moved, behavior: 'instant' });
}

/** The nearest scrollable ancestor; undefined if only the page scrolls. */
function boxAround(element) {
  for (let it = element; it; it = it.assignedSlot ?? it.parentElement ?? it.getRootNode().host) {
    const isBox = it.scrollHeight > it.clientHeight && it.localName !== 'html' && it.localName !== 'body';
    if (isBox && /auto|scroll/.test(getComputedStyle(it).overflowY)) return it;
  }
  return undefined;
}
