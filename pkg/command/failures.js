/**
 * Sentences for the errors that the core throws. This file knows their codes, and not what the
 * command was doing.
 */
import { clean } from './text.js';

/** Whether the core has thrown `error` on purpose. */
export const isFailure = (error) => typeof error?.code === 'string' && Array.isArray(error.problems);

/** What is wrong with the value at a pointer, by the problem's code. */
const SAYS = {
  missing: 'is missing',
  wrongType: 'has the wrong type',
  unknownKey: 'is not a property of the format',
  unknownValue: 'is not one of the allowed values',
  outOfRange: 'is outside its range',
  empty: 'is empty',
  tooLarge: 'is larger than the format allows',
  wrongLength: 'has the wrong number of items',
  duplicateId: 'is already used elsewhere',
  malformed: 'does not have the required form',
  controlCharacter: 'contains invisible characters',
  unsupportedFormat: 'is a format that this version cannot read',
  unknownId: 'does not exist in the questionnaire',
  notComparable: 'differs, so the two cannot be compared',
};

/** All that `failure` reports, one line per problem. */
export function explain({ code, message, problems }) {
  // If the problems say no more than the failure itself, its message is used.
  if (!SAYS[problems[0]?.code] || code === problems[0].code) return `${clean(sentence(message))}\n`;
  return problems.map((problem) => `${clean(describe(problem))}\n`).join('');
}

/** What one problem is, as a sentence. */
export const describe = ({ code, pointer, expected }) =>
  `${pointer || 'The document'} ${SAYS[code] ?? code}.${expected ? ` Expected: ${expected}.` : ''}`;

const sentence = (text) => text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
