/**
 * What the core throws, as sentences. Knows its codes; not what was being done.
 */
import { clean } from './text.js';

/** Whether `error` is one that the core means to throw. */
export const isFailure = (error) => typeof error?.code === 'string' && Array.isArray(error.problems);

/** What is wrong at a place, by the code of the problem. */
const SAYS = {
  missing: 'is missing',
  wrongType: 'is of the wrong kind',
  unknownKey: 'is no key of the format',
  unknownValue: 'is none of the words that belong there',
  outOfRange: 'is outside its range',
  empty: 'is empty',
  tooLarge: 'is more than the format allows',
  wrongLength: 'has the wrong number of items',
  duplicateId: 'stands elsewhere already',
  malformed: 'is not written as it has to be',
  controlCharacter: 'has invisible characters in it',
  unsupportedFormat: 'is a format that this version does not read',
  unknownId: 'names nothing in the questionnaire',
  notComparable: 'differs, so the two cannot be compared',
};

/** All that `failure` says, a line each. */
export function explain({ code, message, problems }) {
  // The core's own sentence stands for a failure that has no places, or none but the document.
  if (!SAYS[problems[0]?.code] || code === problems[0].code) return `${clean(sentence(message))}\n`;
  return problems.map((problem) => `${clean(describe(problem))}\n`).join('');
}

/** What one problem is, as a sentence. */
export const describe = ({ code, pointer, expected }) =>
  `${pointer || 'The document'} ${SAYS[code] ?? code}.${expected ? ` Expected: ${expected}.` : ''}`;

const sentence = (text) => text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
