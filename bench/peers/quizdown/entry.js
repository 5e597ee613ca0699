/** The content as Markdown for quizdown, whose bundle sets `globalThis.quizdown`. */
import 'quizdown/public/build/quizdown.js';
import '../../shared/empty.css';
import { ITEMS, SCALE, TITLE } from '../../shared/content.mjs';

const answer = (it) => (text, k) => `1. [${k === 0 ? 'x' : ' '}] ${text}\n    > ${it.explain}\n`;
const text = ITEMS.map((it) => `### ${it.statement}\n\n${SCALE.map(answer(it)).join('')}`).join('\n');
const config = {
  startOnLoad: false,
  shuffleAnswers: false,
  shuffleQuestions: false,
  primaryColor: '#3b5bdb',
  secondaryColor: '#f2f2f2',
  textColor: 'black',
  locale: 'en',
};
document.title = TITLE;
globalThis.quizdown.createApp(text, document.getElementById('quiz'), config);
