/**
 * Adds positions to the problems of answers that were given as JSON text, and finds duplicate keys,
 * which `JSON.parse` drops. This file knows JSON; the core knows what answers mean.
 */
import { positions } from '../json/positions.js';

/** Problems with a key and not with its value. */
const OF_KEYS = ['unknownKey', 'unknownId', 'duplicateKey'];

/**
 * The scorecard of `answers`. Throws what `evaluate`, the core's function, throws. If `text` is
 * given, the JSON text of the answers, each problem also has its `line`, `column`, `offset` and
 * `length`.
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
  // `JSON.parse` keeps only the last of two answers to one statement, so the first would be lost
  // silently.
  const twice = duplicates().map(({ pointer }) => ({ code: 'duplicateKey', pointer, expected: 'every key once' }));
  const placed = [...twice, ...problems].map((problem) => ({ ...problem, ...positionOf(problem, at) }));
  if (!placed[0]) return scorecard;
  throw { code: 'invalidAnswers', problems: placed.sort((one, other) => one.offset - other.offset) };
}

/**
 * What to mark for a problem: its key, its value, or the key of the object that it is missing from.
 */
function positionOf({ code, pointer }, at) {
  const position = OF_KEYS.includes(code) ? at(pointer, 'key') : at(pointer);
  if (position) return position;
  const around = pointer.slice(0, pointer.lastIndexOf('/'));
  return at(around, 'key') ?? at(around);
}
