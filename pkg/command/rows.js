/**
 * Splits files with the answers of many readers into lines, and parses those of NDJSON. It holds
 * only a part of the file at a time. For cells see csv.js. The core knows what the answers mean.
 */
import { Wrong } from './wrong.js';

/** The longest row, in characters. A longer one means that the file is no table. */
const LONGEST = 1e6;
/** What a cell in quotes comes after: nothing, a separator or a line break. */
const CELL_STARTS = /^[,;\t\n\r]?$/;
const TOO_LONG = 'This row has more than a million characters.';
const UNCLOSED = `${TOO_LONG} A quotation mark in it is not closed.`;

/**
 * The formats, by the ending of the file's name.
 * @type {[RegExp, string][]}
 */
const FORMS = [
  [/\.(ndjson|jsonl)$/i, 'ndjson'],
  [/\.(csv|tsv)$/i, 'csv'],
];

/** The format of the file `name`; undefined for the answers of one reader. */
export const formOf = (name) => FORMS.find(([pattern]) => pattern.test(name))?.[1];

/** An error in one row, with its line and column from 1. */
export class BadRow extends Error {
  constructor(line, column, message) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/**
 * The lines of `parts`, a stream of bytes, without their line breaks, each with its number from 1.
 * If `isQuoted`, a line break inside quotes does not end a line.
 * Bytes that are not UTF-8 end it with an error; if `isLenient`, they become replacement characters.
 */
export async function* linesOf(parts, isQuoted, { isLenient = false } = {}) {
  const decoder = new TextDecoder('utf-8', { fatal: !isLenient });
  let rest = '';
  let number = 1;
  // Whether a quote is open at the end of `rest`. Each character is searched only once, so that a
  // quote that is never closed takes no longer than any other row.
  let isOpen = false;
  /** The offset of the last closing quote, and of `rest`. */
  let closed = -2;
  let read = 0;
  const decode = (part) => {
    try {
      return part ? decoder.decode(part, { stream: true }) : decoder.decode();
    } catch {
      throw new Wrong('The answers are not saved as UTF-8.', 'Save them again with the encoding UTF-8.');
    }
  };
  const cut = function* (added, isLast) {
    const text = rest + added;
    let start = 0;
    let quote = isQuoted ? text.indexOf('"', rest.length) : -1;
    const passQuotes = (to) => {
      for (; quote >= 0 && quote < to; quote = text.indexOf('"', quote + 1)) {
        // A quote within a cell, as in 6" or after a space, is a character like any other. One that
        // follows a closing quote stands for a quote.
        if (isOpen) closed = read + quote;
        else if (closed !== read + quote - 1 && !CELL_STARTS.test(text[quote - 1] ?? '')) continue;
        isOpen = !isOpen;
      }
    };
    for (let end = text.indexOf('\n', rest.length); end >= 0; end = text.indexOf('\n', end + 1)) {
      passQuotes(end);
      if (isOpen) continue;
      const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
      yield { line, number };
      number += isQuoted && line.includes('\n') ? line.split('\n').length : 1;
      start = end + 1;
    }
    passQuotes(text.length);
    rest = text.slice(start);
    read += start;
    if (rest.length > LONGEST) throw new BadRow(number, 1, isOpen ? UNCLOSED : TOO_LONG);
    if (isLast && rest !== '') yield { line: rest.replace(/\r$/, ''), number };
  };
  for await (const part of parts) yield* cut(decode(part), false);
  yield* cut(decode(), true);
}

/**
 * Parses a line of NDJSON as `{ reader, answers, number, line, isWrapped }`. The reader is the
 * line's number if none is named.
 */
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

/**
 * The answers in a line with more than answers, with spaces before them so that columns stay right.
 * This is slow, but only used for a line with an error.
 */
export function within(line) {
  const start = line.indexOf('{', line.indexOf('"answers"'));
  for (let end = line.indexOf('}', start); start >= 0 && end >= 0; end = line.indexOf('}', end + 1)) {
    const text = line.slice(start, end + 1);
    try {
      JSON.parse(text);
      return ' '.repeat(start) + text;
    } catch {
      // This is not the closing bracket; try the next one.
    }
  }
  return line;
}
