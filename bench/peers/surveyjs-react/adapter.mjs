/** Finds the answers, the button and the result of SurveyJS with its React renderer. */
export default {
  title: 'SurveyJS React UI 3.0.0',
  kind: 'peer',
  note: 'survey-core + survey-react-ui 3.0.0, React 18.3.1, fontless minified CSS; scored by its own calculated values.',
  option: (q, k) => document.querySelectorAll('.sd-question')[q]?.querySelectorAll('label.sd-selectbase__label')[k],
  answered: (q) => !!document.querySelectorAll('.sd-question')[q]?.querySelector('.sd-item--checked input:checked'),
  next: (q) => (q === 4 ? document.querySelector('.sd-navigation__complete-btn') : null),
  result: () => document.querySelector('[data-scorecard]'),
};
