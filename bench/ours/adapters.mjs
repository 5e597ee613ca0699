/**
 * Where this widget has its answers, its button and its scorecard. Each function runs in the page, so it can use
 * nothing of this file, nor the others.
 */

/** One statement a page; a tap moves on by itself after a moment, so there is no button, and ten statements need no end. */
export const paged = {
  option: (q, k) => {
    const root = document.querySelector('misconception-scorecard')?.shadowRoot;
    const progress = root?.querySelector('.progress')?.textContent ?? '';
    // An earlier build says "1 of 10", this one "Statement 1 of 10".
    const isShown = /\d+/.exec(progress)?.[0] === String(q + 1);
    return isShown ? root.querySelectorAll('.answers label')[k] : null;
  },
  // What the widget holds, not what a radio shows: a pre-rendered one is checked without any script.
  answered: (q) => Object.keys(document.querySelector('misconception-scorecard').answers ?? {}).length > q,
};

/** All statements at once, then the scorecard. */
export const list = {
  option: (q, k) =>
    document
      .querySelector('misconception-scorecard')
      ?.shadowRoot?.querySelectorAll('.answers')
      [q]?.querySelectorAll('label')[k],
  answered: paged.answered,
  next: (q) =>
    q === 4 ? document.querySelector('misconception-scorecard').shadowRoot.querySelector('button[type=submit]') : null,
  result: () => document.querySelector('misconception-scorecard').shadowRoot.querySelector('.result'),
};
