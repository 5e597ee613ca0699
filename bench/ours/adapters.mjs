/**
 * Finds this widget's answers, button and scorecard. Each function runs in the page, so it can use
 * nothing else from this file, not even the other functions.
 */

/** One statement per page. A tap moves on by itself after a moment, so there is no button. */
export const paged = {
  option: (q, k) => {
    const root = document.querySelector('misconception-scorecard')?.shadowRoot;
    const progress = root?.querySelector('.progress')?.textContent ?? '';
    // An earlier build shows "1 of 10", this one "Statement 1 of 10".
    const isShown = /\d+/.exec(progress)?.[0] === String(q + 1);
    return isShown ? root.querySelectorAll('.answers label')[k] : null;
  },
  // Reads the widget's answers, not a radio button's state: a pre-rendered radio button can be
  // checked before any script runs.
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
