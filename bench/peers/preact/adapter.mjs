/** Finds the answers, the button and the scorecard of the Preact page. */
export default {
  title: 'Preact (hand-written)',
  kind: 'baseline',
  note: 'Preact 11 components, plain CSS; what a good JS developer would ship.',
  option: (q, k) => document.querySelectorAll('fieldset')[q]?.querySelectorAll('label')[k],
  answered: (q) => !!document.querySelectorAll('fieldset')[q]?.querySelector(':checked'),
  next: (q) => (q === 4 ? document.querySelector('form button:enabled') : null),
  result: () => document.querySelector('[data-scorecard]'),
};
