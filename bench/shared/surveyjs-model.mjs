/**
 * The content as a SurveyJS model, which SurveyJS scores itself (with calculated values and pages
 * that depend on them). Knows SurveyJS's JSON; must not know which renderer shows it, if any.
 */
import { BANDS, ITEMS, SCALE, TITLE } from './content.mjs';

const names = ITEMS.map((it) => it.id);
const end = (band) => BANDS[band + 1]?.min ?? 101;

export const model = {
  title: TITLE,
  showQuestionNumbers: 'off',
  completeText: 'See my scorecard',
  elements: ITEMS.map((it) => ({
    type: 'radiogroup',
    name: it.id,
    title: it.statement,
    isRequired: true,
    choices: SCALE.map((text, value) => ({ value, text })),
    correctAnswer: 0,
  })),
  calculatedValues: [
    { name: 'score', expression: `round((20 - (${names.map((n) => `{${n}}`).join(' + ')})) * 5)` },
    ...ITEMS.map((it) => ({
      name: `v_${it.id}`,
      expression: `iif({${it.id}} < 2, 'You see through it', iif({${it.id}} > 2, 'You hold this misconception', 'Undecided'))`,
    })),
  ],
  completedHtmlOnCondition: BANDS.map((band, i) => ({
    expression: `{score} >= ${band.min} and {score} < ${end(i)}`,
    html:
      `<section data-scorecard><h2>${band.label}: {score}%</h2><p>${band.text}</p><ol>` +
      ITEMS.map((it) => `<li><b>${it.statement}</b> <i>{v_${it.id}}.</i> ${it.explain}</li>`).join('') +
      '</ol></section>',
  })),
};
