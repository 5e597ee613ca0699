/**
 * Keeps what a reader has before them where it is while something comes in above it. Knows places and what scrolls; not
 * what comes in. Most browsers do this by themselves; WebKit does not.
 */

const top = (element) => element.getBoundingClientRect().top;

/** Makes a `change` inside `panel`. */
export function anchored(panel, change) {
  if (CSS.supports('overflow-anchor', 'auto')) return change();
  const page = panel.ownerDocument.scrollingElement;
  const scroller = boxAround(panel) ?? page;
  const edge = scroller === page ? 0 : top(scroller);
  // What is folded has a place too, but nobody sees it there.
  const isFolded = (it) => it.closest('details:not([open]) > :not(summary)');
  // What has no box of its own is nowhere.
  const hasBox = (it) => it.getClientRects().length > 0;
  const inSight = [...panel.querySelectorAll('*')].find((it) => top(it) >= edge && hasBox(it) && !isFolded(it));
  const offset = () => (inSight ? top(inSight) : panel.getBoundingClientRect().bottom);
  const before = offset();
  change();
  const moved = offset() - before;
  // Where all of it is below the edge, nothing has come in above.
  if (moved && (inSight || before < edge)) scroller.scrollTo({ top: scroller.scrollTop + moved, behavior: 'instant' });
}

/** The nearest box that scrolls with the element in it; undefined where only the page does. */
function boxAround(element) {
  for (let it = element; it; it = it.assignedSlot ?? it.parentElement ?? it.getRootNode().host) {
    const isBox = it.scrollHeight > it.clientHeight && it.localName !== 'html' && it.localName !== 'body';
    if (isBox && /auto|scroll/.test(getComputedStyle(it).overflowY)) return it;
  }
  return undefined;
}
