/** Finds the answers of the static page. It computes nothing, so it has no scorecard. */
export default {
  title: 'Static HTML, no JS',
  kind: 'floor',
  note: 'Native radios, inline CSS, one request. No score (explanations sit in <details>), so no result view.',
  option: (q, k) => document.querySelectorAll('fieldset')[q]?.querySelectorAll('label')[k],
  answered: (q) => !!document.querySelectorAll('fieldset')[q]?.querySelector(':checked'),
};
