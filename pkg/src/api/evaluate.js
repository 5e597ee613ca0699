/**
 * Says where in the text of answers a problem is, and finds what JSON's own reader loses. Knows JSON; what answers mean is
 * the core's.
 */
import { positions } from '../json/positions.js';

/** What is wrong with a key rather than with its value. */
const OF_KEYS = ['unknownKey', 'unknownId', 'duplicateKey'];

/**
 * The scorecard of `answers`. Throws as `evaluate`, the core's, does; where `text` is the text of the answers, each of
 * its problems has its `line`, `column`, `offset` and `length`.
 */
export function evaluateWith(evaluate, answers, text) {
  let scorecard;
  let problems = [];
  try {
    scorecard = evaluate(answers);
  } catch (error) {
    if (error.code !== 'invalidAnswers' || text === undefined) throw error;
    problems = error.problems;
  }
  if (text === undefined) return scorecard;
  const { at, duplicates } = positions(text);
  // Of two answers to one statement, the first would be lost without a word.
  const twice = duplicates.map(({ pointer }) => ({ code: 'duplicateKey', pointer, expected: 'every key once' }));
  const placed = [...twice, ...problems].map((problem) => ({ ...problem, ...positionOf(problem, at) }));
  if (!placed[0]) return scorecard;
  throw { code: 'invalidAnswers', problems: placed.sort((one, other) => one.offset - other.offset) };
}

/** What to mark for a problem: its key, its value, or the key of what it is missing from. */
function positionOf({ code, pointer }, at) {
  const position = OF_KEYS.includes(code) ? at(pointer, 'key') : at(pointer);
  if (position) return position;
  const around = pointer.slice(0, pointer.lastIndexOf('/'));
  return at(around, 'key') ?? at(around);
}
