/** The content as a Formbricks survey, without any request to a server. */
import { renderSurveyInline } from '@formbricks/surveys';
import './page.css';
import { ITEMS, SCALE } from '../../shared/content.mjs';
import { scorecardHTML } from '../../shared/score.mjs';

const root = document.getElementById('quiz');
const answers = {};
renderSurveyInline({
  containerId: 'quiz',
  brandColor: '#3b5bdb',
  isBrandingEnabled: false,
  survey: {
    id: 's', name: 's', type: 'link', status: 'inProgress', questions: ITEMS.map((it) => ({
      id: it.id, type: 'multipleChoiceSingle', headline: it.statement, required: true, shuffleOption: 'none',
      choices: SCALE.map((label, k) => ({ id: `${it.id}${k}`, label })),
    })),
    welcomeCard: { enabled: false }, thankYouCard: { enabled: true, headline: 'Thank you' }, styling: null,
  },
  onResponse: ({ data }) => Object.assign(answers, data),
  onFinished: () => {
    const out = document.createElement('div');
    out.innerHTML = scorecardHTML(ITEMS.map((it) => SCALE.indexOf(answers[it.id])));
    root.after(out);
  },
});
