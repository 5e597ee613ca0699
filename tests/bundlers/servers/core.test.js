/**
 * A test of a user of the package, for Vitest and Jest, with and without a simulated page. Knows the
 * core.
 */
import { evaluate } from 'misconception-scorecard/core';
import 'misconception-scorecard/define';

test('the core returns a verdict', () => {
  const questionnaire = {
    format: '1.0',
    id: 'q',
    version: '1',
    lang: 'en',
    title: 'Q',
    misconceptions: [
      {
        id: 'm',
        name: 'M',
        statements: [{ id: 's', text: 'S', key: 'myth' }],
        refutation: { fact: 'F', whyWrong: 'W' },
      },
    ],
  };
  expect(evaluate(questionnaire, { s: { agreement: 5 } }).verdicts[0].verdict).toBe('held');
  if (globalThis.document) document.body.innerHTML = '<misconception-scorecard></misconception-scorecard>';
});
