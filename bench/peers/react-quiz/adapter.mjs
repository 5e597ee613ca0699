/**
 * Finds the answers, buttons and result of react-quiz-component; it shows one question per page.
 */
export default {
  title: 'react-quiz-component 0.9.1',
  kind: 'peer',
  note: 'React 18.3.1; right/wrong scoring only (one answer counts as right); its own default result page; start page switched off.',
  option: (_q, k) => document.querySelectorAll('.questionWrapper .answerBtn')[k],
  answered: () =>
    !!document.querySelector(
      '.questionWrapper .answerBtn.selected, .questionWrapper .answerBtn.correct, .questionWrapper .answerBtn.incorrect, .nextQuestionBtn',
    ),
  everyNext: true,
  next: () => document.querySelector('.questionWrapper .nextQuestionBtn, .questionModal .nextQuestionBtn'),
  result: () => document.querySelector('.result-answer-wrapper')?.closest('.react-quiz-container'),
};
