/** The content as a quiz for react-quiz-component, in which the first answer is the right one. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Quiz from 'react-quiz-component';
import '../../shared/empty.css';
import { ITEMS, SCALE, TITLE } from '../../shared/content.mjs';

const quiz = {
  quizTitle: TITLE,
  questions: ITEMS.map((it) => ({
    question: it.statement,
    questionType: 'text',
    answerSelectionType: 'single',
    answers: SCALE,
    correctAnswer: '1',
    explanation: it.explain,
    point: '20',
  })),
};
createRoot(document.getElementById('quiz')).render(
  createElement(Quiz, { quiz, disableSynopsis: true, shuffle: false, showInstantFeedback: false }),
);
