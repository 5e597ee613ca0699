/** Finds the answers and the button of jsPsych's Likert page. */
export default {
  title: 'jsPsych 8.3.0 survey-likert',
  kind: 'peer',
  note: 'A toolkit for research, with a Likert page; scorecard is the shared 20-line one. Its first option moves 37 px sideways just after it appears (CLS 0.03), so an early click misses it.',
  option: (q, k) => document.querySelectorAll('.jspsych-survey-likert-opts')[q]?.querySelectorAll('input')[k],
  answered: (q) => !!document.querySelectorAll('.jspsych-survey-likert-opts')[q]?.querySelector(':checked'),
  next: (q) => (q === 4 ? document.querySelector('#jspsych-survey-likert-next') : null),
  result: () => document.querySelector('[data-scorecard]'),
};
