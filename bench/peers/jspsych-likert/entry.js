/** The content as one trial of jsPsych's Likert plugin. */
import { initJsPsych } from 'jspsych';
import Likert from '@jspsych/plugin-survey-likert';
import 'jspsych/css/jspsych.css';
import { ITEMS, SCALE, TITLE } from '../../shared/content.mjs';
import { scorecardHTML } from '../../shared/score.mjs';

const jsPsych = initJsPsych({
  display_element: 'quiz',
  on_finish: () => {
    const { response } = jsPsych.data.get().last(1).values()[0];
    jsPsych.getDisplayElement().innerHTML = scorecardHTML(ITEMS.map((it) => response[it.id]));
  },
});
jsPsych.run([
  {
    type: Likert,
    preamble: `<h1>${TITLE}</h1>`,
    button_label: 'See my scorecard',
    questions: ITEMS.map((it) => ({ name: it.id, prompt: it.statement, labels: SCALE, required: true })),
  },
]);
