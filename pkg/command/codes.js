/**
 * The codes of what `check` tells. Knows their names, which the README explains; not what they are found by.
 */
import { closest } from './closest.js';

/** What may be left out. */
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

/** What may not: a questionnaire with one of these does not do what its author means. */
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

/** Why `code` cannot be ignored, as a sentence; undefined where it can. */
export function whyNotIgnored(code) {
  if (ADVICE.includes(code)) return undefined;
  if (ERRORS.includes(code)) return `--ignore ${code}: errors cannot be ignored, only advice.`;
  const meant = closest(code, ADVICE);
  return `There is no advice ${code}.${meant ? ` Did you mean ${meant}?` : ` There is: ${ADVICE.join(', ')}.`}`;
}
