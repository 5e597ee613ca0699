/**
 * On paper nothing can be opened: what is folded in a scorecard is open while the page is printed. The style sheet says
 * so too, but not every browser can follow it. Knows `details`; not what is in them.
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
