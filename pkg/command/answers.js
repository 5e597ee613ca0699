/**
 * Messages for the problems in a reader's answers. This file knows the shape of answers and the
 * questionnaire's scale. The core decides whether something is wrong.
 */
import { closest } from './closest.js';

/** How many ids are named; of the others only the number is given. */
const NAMED = 5;
/** How many problems are reported; of the others only the number is given. */
const MOST = 100;

/**
 * The problems of `failure`, an error that `evaluate` has thrown, in the form in which `check`
 * reports them. `questionnaire` and `answers` are JSON text.
 */
export function problemsOf({ problems }, questionnaire, answers) {
  const scale = new Scale(JSON.parse(questionnaire));
  const given = JSON.parse(answers);
  const other = otherDocument(given);
  if (other) return [{ ...problems[0], severity: 'error', ...other }];
  const causes = problems.filter((problem) => !isMisspelt(problem, given));
  const told = causes.slice(0, MOST).map((it) => ({ severity: 'error', ...it, ...words(it, given, scale) }));
  const left = causes.length - MOST;
  return left > 0 ? [...told, more(causes[MOST], left, problems.length === STOPS)] : told;
}

/**
 * Whether the key that is missing is there under a similar name, which is a problem of its own
 * already.
 */
function isMisspelt({ code, pointer }, given) {
  if (code !== 'missing') return false;
  const [, id] = pointer.split('/').map(unescaped);
  return Object.keys(given[id]).some((key) => key !== 'certainty' && closest(key, KEYS) === 'agreement');
}

/** The core stops after so many problems. */
const STOPS = 1000;

/** The keys of an answer. */
const KEYS = ['agreement', 'certainty'];

const more = (problem, count, isCut) => ({
  ...problem,
  severity: 'error',
  message: `Here and below there ${count === 1 ? 'is 1 more' : `are ${isCut ? 'at least ' : ''}${count} more`}.`,
  remedy: 'Correct those above first.',
});

/** The message for a document that contains answers, or is a questionnaire. */
function otherDocument(given) {
  const has = (value, key) => typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  if (has(given, 'verdicts') && has(given, 'answers')) return elsewhere('a scorecard', '"answers"');
  if (has(given, 'scorecard') && has(given.scorecard, 'answers')) {
    return elsewhere('what a reader has saved', '"answers" in "scorecard"');
  }
  if (has(given, 'misconceptions')) {
    return {
      message: 'This is a questionnaire, not answers to one.',
      remedy: 'Name the questionnaire before the answers.',
    };
  }
  return undefined;
}

const elsewhere = (what, place) => ({
  message: `This is ${what}; it contains the answers.`,
  remedy: `Put the value of ${place} into a file of its own.`,
});

/** What may be answered: the ids, and in words the allowed values. */
export class Scale {
  constructor({ scale: { points = 5, dontKnow = true } = {}, certainty, misconceptions }) {
    this.ids = misconceptions.flatMap(({ statements }) => statements.map(({ id }) => id));
    this.agreement = `a whole number from 1 to ${points}${dontKnow ? ', or "dontKnow"' : ''}`;
    if (!certainty) return;
    const { levels = 4, from = 1, to = levels } = certainty;
    this.certainty = `a whole number from ${from} to ${to}`;
  }
}

/** The message and the remedy for a problem. */
function words({ code, pointer }, given, scale) {
  const [id, key, ...rest] = pointer.split('/').slice(1).map(unescaped);
  if (code === 'duplicateKey') return twice(id, key);
  if (id === undefined || Array.isArray(given)) return notAMap(given, scale);
  if (code === 'tooDeep') return TOO_DEEP;
  if (code === 'unknownId') return unknownStatement(id, scale);
  const answer = Object.hasOwn(given, id) ? given[id] : undefined;
  if (key === undefined) return noAnswer(id, answer, scale);
  if (rest.length > 0 || !KEYS.includes(key)) return unknownKey(key);
  const remedy = `Write ${scale[key]}`;
  if (key === 'certainty' && !scale.certainty) {
    return { message: 'The questionnaire does not ask how sure readers are.', remedy: 'Delete "certainty".' };
  }
  if (code === 'missing') return { message: `The answer to ${id} has no "agreement".`, remedy: `${remedy}.` };
  const found = shown(answer?.[key]);
  if (key === 'agreement') return { message: `${found} is not an answer on this scale.`, remedy: `${remedy}.` };
  return { message: `${found} is not a level of certainty.`, remedy: `${remedy}, or leave it out.` };
}

const TOO_DEEP = {
  message: 'Arrays [ ] and objects { } are nested too deep in this answer.',
  remedy: 'Look for a bracket [ or { that should not be there.',
};

const unescaped = (token) => token.replaceAll('~1', '/').replaceAll('~0', '~');

const twice = (id, key) => ({
  message: `${key === undefined ? `An answer to ${id}` : `"${key}"`} is already here; one of the two would be lost.`,
  remedy: 'Delete one.',
});

const notAMap = (given, { ids: [id] }) => ({
  message: `Answers are an object with an answer for each statement id; this is ${kind(given)}.`,
  remedy: isOfMany(given)
    ? 'For the answers of many readers, write each object on a line of its own, without [ ] and commas, and add --many ndjson.'
    : `Write them as in { "${id}": { "agreement": 1 } }.`,
});

const isOfMany = (given) => Array.isArray(given) && given.some((it) => typeof it === 'object' && it !== null);

function kind(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return { string: 'a string', number: 'a number' }[typeof value] ?? String(value);
}

function unknownStatement(id, { ids }) {
  const meant = closest(id, ids);
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
  return {
    message: `The questionnaire has no statement ${id}.`,
    remedy: meant ? `Did you mean ${meant}?` : `Its statements are ${ids.slice(0, NAMED).join(', ')}${more}.`,
  };
}

function noAnswer(id, answer, scale) {
  const isBare = typeof answer === 'number' || answer === 'dontKnow';
  const example = isBare ? JSON.stringify(answer) : '1';
  return {
    message: `The answer to ${id} is ${kind(answer)}, not an object.`,
    remedy:
      answer === null
        ? 'Delete it: leave out statements that have no answer.'
        : `Write { "agreement": ${example} }; agreement is ${scale.agreement}.`,
  };
}

function unknownKey(key) {
  const meant = closest(key, KEYS);
  return {
    message: `An answer has no property "${key}".`,
    remedy: meant
      ? `Did you mean "${meant}"?`
      : 'It has "agreement" and, if the questionnaire asks for it, "certainty".',
  };
}

/** A value as JSON, if it is short. */
function shown(value) {
  const text = JSON.stringify(value) ?? 'This';
  return text.length > 40 ? 'This' : text;
}
