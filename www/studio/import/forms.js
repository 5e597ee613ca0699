/**
 * Reads questionnaires of other programs from JSON: SurveyJS, and Google Forms as its API returns
 * them. Knows their true/false and agree/disagree items; of all other items, only their type.
 */
import { asList, asMap } from '../data/pointers.js';
import { plainText } from './quiz.js';

const TRUE = /^(true|yes|correct|sant|ja|riktig)$/i;
const FALSE = /^(false|no|incorrect|usant|nei|galt)$/i;
const AGREE = /\b(agree|disagree|enig|uenig)\b/i;

export const isSurveyJs = (it) => Array.isArray(asMap(it).pages) || Array.isArray(asMap(it).elements);
export const isGoogleForm = (it) => Array.isArray(asMap(it).items) && asMap(asMap(it).info).title !== undefined;

/** A text of SurveyJS, which may be an object with several languages. */
const text = (value) =>
  plainText(typeof value === 'object' && value ? (value.default ?? Object.values(value)[0]) : value);

/** Returns `{ title, items, left }` for a survey of SurveyJS. */
export function readSurveyJs(survey) {
  const items = [];
  const left = [];
  const read = (element) => {
    const it = asMap(element);
    const title = text(it.title ?? it.name);
    const choices = asList(it.choices).map((choice) => text(asMap(choice).text ?? asMap(choice).value ?? choice));
    if (it.type === 'panel' || it.type === 'paneldynamic')
      for (const inner of asList(it.elements ?? it.templateElements)) read(inner);
    else if (it.type === 'boolean') items.push({ text: title, ...known(it.correctAnswer) });
    else if (
      it.type === 'matrix' &&
      asList(it.columns).some((column) => AGREE.test(text(asMap(column).text ?? column)))
    ) {
      for (const row of asList(it.rows)) items.push({ text: text(asMap(row).text ?? asMap(row).value ?? row) });
    } else if (it.type === 'rating' || (choices.length > 0 && choices.some((choice) => AGREE.test(choice))))
      items.push({ text: title });
    else if (isTrueFalse(choices)) items.push({ text: title, ...known(it.correctAnswer) });
    else left.push({ what: title.slice(0, 80), why: String(it.type ?? 'unknown') });
  };
  for (const page of asList(survey.pages)) for (const element of asList(asMap(page).elements)) read(element);
  for (const element of asList(survey.elements)) read(element);
  return { title: text(survey.title), items, left };
}

/** Returns `{ title, items, left }` for a form or quiz of Google Forms. */
export function readGoogleForm(form) {
  const items = [];
  const left = [];
  for (const item of asList(form.items)) {
    const it = asMap(item);
    const title = text(it.title);
    const question = asMap(asMap(it.questionItem).question);
    const choices = asList(asMap(question.choiceQuestion).options).map((option) => text(asMap(option).value));
    const { correctAnswers, whenWrong, generalFeedback } = asMap(question.grading);
    const [answer] = asList(asMap(correctAnswers).answers);
    const feedback = text(asMap(generalFeedback).text ?? asMap(whenWrong).text);
    if (isTrueFalse(choices)) items.push({ text: title, ...known(asMap(answer).value), feedback });
    else if (question.scaleQuestion || choices.some((choice) => AGREE.test(choice)))
      items.push({ text: title, feedback });
    else if (it.questionGroupItem) {
      for (const row of asList(it.questionGroupItem.questions))
        items.push({ text: text(asMap(asMap(row).rowQuestion).title) });
    } else
      left.push({
        what: title.slice(0, 80),
        why:
          Object.keys(question).find((key) => key.endsWith('Question')) ??
          Object.keys(it).find((key) => key.endsWith('Item')) ??
          'unknown',
      });
  }
  return { title: text(asMap(form.info).title), items, left };
}

const isTrueFalse = (choices) =>
  choices.length === 2 && choices.some((it) => TRUE.test(it)) && choices.some((it) => FALSE.test(it));

/** Which answer is right, if the form says so. */
function known(answer) {
  if (answer === true || TRUE.test(String(answer))) return { isTrue: true };
  if (answer === false || FALSE.test(String(answer))) return { isTrue: false };
  return {};
}
