/**
 * On paper nothing can be opened: what is folded in a scorecard is open while the page is printed. The style sheet says
 * so too, but not every browser can follow it. And a scorecard that is printed by its own button is printed without the page
 * around it. Knows `details` and the way from an element to its page; not what is in a scorecard.
 */

/** Those that may be printed; held weakly, so that they can go. */
let panels;
let opened = [];

/** From now on, what is folded in `panel` is open on paper. */
export function openOnPaper(panel) {
  if (!panels) {
    panels = [];
    addEventListener('beforeprint', unfold);
    addEventListener('afterprint', fold);
  }
  panels = [...panels.filter((it) => it.deref()), new WeakRef(panel)];
}

function unfold() {
  // In some browsers nothing is said after the first of two.
  fold();
  for (const panel of panels) opened.push(...(panel.deref()?.querySelectorAll('details:not([open])') ?? []));
  for (const details of opened) details.open = true;
}

function fold() {
  for (const details of opened) details.open = false;
  opened = [];
}

/** Marks an element that is printed alone, and those around it. */
const MARK = 'data-scorecard-printed';

/** On paper: nothing but what is marked, and of what is around it no frame, no columns and no fixed height. */
const ALONE = `@media print {
  :not(:has([${MARK}]), [${MARK}], [${MARK}] *, head, head *) { display: none !important }
  :has([${MARK}]) { all: revert !important; margin: 0 !important; padding: 0 !important }
}`;

/** Prints `host` without the page around it, and leaves the page as it was. */
export function printAlone(host) {
  const undo = [];
  // A sheet is good for one document, and the element may be in a frame's.
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
