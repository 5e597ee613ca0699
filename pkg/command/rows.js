/**
 * Files with the answers of many, line by line, and those of NDJSON. Knows where in a file a line is; csv.js knows cells,
 * and what answers come to is the core's. Holds a piece of the file at a time.
 */
import { Wrong } from './wrong.js';

/** The longest row, in characters: what stands in no line breaks is no table. */
const LONGEST = 1e6;

/** The forms by how their files are called. @type {[RegExp, string][]} */
const FORMS = [
  [/\.(ndjson|jsonl)$/i, 'ndjson'],
  [/\.(csv|tsv)$/i, 'csv'],
];

/** The form of the file `name`; undefined for one reader's answers. */
export const formOf = (name) => FORMS.find(([pattern]) => pattern.test(name))?.[1];

/** What is wrong in one row: its place in the file and what it is. */
export class BadRow extends Error {
  constructor(line, column, message) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/**
 * The lines of `parts`, a stream of bytes, each with its number from 1, without its line break. A line break within quotes
 * is none if `isQuoted`. What is no UTF-8 ends it, or with `isLenient` is read as replacement characters.
 */
export async function* linesOf(parts, isQuoted, { isLenient = false } = {}) {
  const decoder = new TextDecoder('utf-8', { fatal: !isLenient });
  let rest = '';
  let number = 1;
  const decode = (part) => {
    try {
      return part ? decoder.decode(part, { stream: true }) : decoder.decode();
    } catch {
      throw new Wrong('The answers are not saved as UTF-8.', 'Save them again with the encoding UTF-8.');
    }
  };
  const cut = function* (text, isLast) {
    let start = 0;
    for (;;) {
      let end = text.indexOf('\n', start);
      while (isQuoted && end >= 0 && isOpen(text, start, end)) end = text.indexOf('\n', end + 1);
      if (end < 0) break;
      const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
      yield { line, number };
      number += isQuoted && line.includes('\n') ? line.split('\n').length : 1;
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > LONGEST) throw new BadRow(number, 1, 'This row has more than a million characters.');
    if (isLast && rest !== '') yield { line: rest.replace(/\r$/, ''), number };
  };
  for await (const part of parts) yield* cut(rest + decode(part), false);
  yield* cut(rest + decode(), true);
}

/** Whether quotes are open in `text` between two places. */
function isOpen(text, from, to) {
  let isIn = false;
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) isIn = !isIn;
  return isIn;
}

/** From a line of NDJSON to `{ reader, answers, number }`; the reader is the line's number where none is named. */
export function ndjson({ line, number }, statements) {
  let value;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const at = Number(/position (\d+)/.exec(error.message)?.[1] ?? line.length);
    throw new BadRow(number, at + 1, 'This is not JSON.');
  }
  const isWrapped = typeof value === 'object' && value !== null && Object.hasOwn(value, 'answers');
  if (!isWrapped || statements.has('answers'))
    return { reader: number, answers: value, number, line, isWrapped: false };
  return { reader: value.reader ?? number, answers: value.answers, number, line, isWrapped };
}

/** The answers in a line that has more in it, at their places. Slow: for one line that has an error. */
export function within(line) {
  const start = line.indexOf('{', line.indexOf('"answers"'));
  for (let end = line.indexOf('}', start); start >= 0 && end >= 0; end = line.indexOf('}', end + 1)) {
    const text = line.slice(start, end + 1);
    try {
      JSON.parse(text);
      return ' '.repeat(start) + text;
    } catch {
      // It goes on.
    }
  }
  return line;
}
