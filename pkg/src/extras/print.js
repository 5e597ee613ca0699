/**
 * Printing. On paper nothing can be opened, so every `details` in a scorecard is opened while the
 * page is printed; the style sheet does that too, but not in all browsers. And the print button
 * prints the scorecard without the page around it. This file knows `details` and shadow hosts, and
 * not what is in a scorecard.
 */

/** Weak references to the panels that may be printed, so that they can be garbage-collected. */
let panels;
let opened = [];

/** Opens every `details` in `panel` whenever the page is printed. */
export function openOnPaper(panel) {
  if (!panels) {
    panels = [];
    addEventListener('beforeprint', unfold);
    addEventListener('afterprint', fold);
  }
  panels = [...panels.filter((it) => it.deref()), new WeakRef(panel)];
}

function unfold() {
  // If the page is printed twice, some browsers fire no event after the first time.
  fold();
  for (const panel of panels) opened.push(...(panel.deref()?.querySelectorAll('details:not([open])') ?? []));
  for (const details of opened) details.open = true;
}

function fold() {
  for (const details of opened) details.open = false;
  opened = [];
}

/** The attribute that marks an element that is printed alone, and the hosts around it. */
const MARK = 'data-scorecard-printed';

/**
 * On paper: only what is marked; and its ancestors without margins, columns or fixed heights of
 * their own.
 */
const ALONE = `@media print {
  :not(:has([${MARK}]), [${MARK}], [${MARK}] *, head, head *) { display: none !important }
  :has([${MARK}]) { all: revert !important; margin: 0 !important; padding: 0 !important }
}`;

/** Prints `host` without the page around it, and then restores the page. */
export function printAlone(host) {
  const undo = [];
  // A style sheet is valid in one document only, and the element may be in that of a frame.
  const view = host.ownerDocument.defaultView;
  for (let it = host; it; it = it.getRootNode().host) {
    const root = it.getRootNode();
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(ALONE);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    it.setAttribute(MARK, '');
    undo.push(() => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      it.removeAttribute(MARK);
    });
  }
  const restore = () => {
    for (const step of undo.splice(0)) step();
  };
  view.addEventListener('afterprint', restore, { once: true });
  try {
    view.print();
  } catch {
    restore();
  }
}
