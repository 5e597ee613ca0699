/** Finds Formbricks' answers and buttons; it shows one question per page. */
export default {
  title: '@formbricks/surveys 1.99.0',
  kind: 'peer',
  note: 'The last renderer package on npm (Preact inside), rendered offline; no scoring of its own, so the scorecard is the shared 20-line one.',
  option: (_q, k) => document.querySelectorAll('#fbjs fieldset label')[k],
  answered: () => !!document.querySelector('#fbjs fieldset input:checked'),
  everyNext: true,
  next: () => document.querySelector('#fbjs button[type=submit]'),
  result: () => document.querySelector('[data-scorecard]'),
};
