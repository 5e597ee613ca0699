/** Finds the answers, the button and the result of SurveyJS with its vanilla renderer. */
export default {
  title: 'SurveyJS vanilla UI 2.5.38',
  kind: 'peer',
  note: 'survey-core + survey-js-ui 2.5.38 (the newest vanilla UI on npm), fontless minified CSS; scored by its own calculated values.',
  option: (q, k) => document.querySelectorAll('.sd-question')[q]?.querySelectorAll('label.sd-selectbase__label')[k],
  answered: (q) => !!document.querySelectorAll('.sd-question')[q]?.querySelector('.sd-item--checked input:checked'),
  next: (q) => (q === 4 ? document.querySelector('.sd-navigation__complete-btn') : null),
  result: () => document.querySelector('[data-scorecard]'),
};
