/**
 * The codes of everything that `check` reports. The README explains them; this file does not know
 * how they are found.
 */
import { closest } from './closest.js';

/** Advice, which may be ignored. */
export const ADVICE = [
  'absolute',
  'alikeKeys',
  'bidiControl',
  'doubleBarrelled',
  'equalLabels',
  'gapInPair',
  'markup',
  'missingTranslation',
  'negated',
  'noFact',
  'noSource',
  'oddDate',
  'overlapInPair',
  'ownLanguage',
  'refutationLength',
  'reviewDue',
  'shorterList',
  'unreachableOutcome',
  'unrelatedPair',
  'unspokenLanguage',
  'wishInPair',
];

/** Errors, which may not: the questionnaire would not do what its author means. */
export const ERRORS = [
  'badJson',
  'brokenCharacter',
  'controlCharacter',
  'duplicateId',
  'duplicateKey',
  'empty',
  'malformed',
  'missing',
  'more',
  'notPlainData',
  'outOfRange',
  'placeholder',
  'renamed',
  'tooDeep',
  'tooLarge',
  'unknownKey',
  'unknownValue',
  'unsupportedFormat',
  'wrongLength',
  'wrongType',
];

/** Why `code` cannot be ignored, as a sentence; undefined if it can. */
export function whyNotIgnored(code) {
  if (ADVICE.includes(code)) return undefined;
  if (ERRORS.includes(code)) return `--ignore ${code}: only advice can be ignored, not errors.`;
  const meant = closest(code, ADVICE);
  return `There is no advice with the code ${code}.${meant ? ` Did you mean ${meant}?` : ` The codes are: ${ADVICE.join(', ')}.`}`;
}
