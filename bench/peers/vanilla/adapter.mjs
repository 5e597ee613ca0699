/** Finds the answers, the button and the scorecard of the hand-written page. */
export default {
  title: 'Vanilla JS (hand-written)',
  kind: 'baseline',
  note: 'No framework; renders five fieldsets of native radios from JS.',
  option: (q, k) => document.querySelectorAll('fieldset')[q]?.querySelectorAll('label')[k],
  answered: (q) => !!document.querySelectorAll('fieldset')[q]?.querySelector(':checked'),
  next: (q) => (q === 4 ? document.querySelector('form button:enabled') : null),
  result: () => document.querySelector('[data-scorecard]'),
};
