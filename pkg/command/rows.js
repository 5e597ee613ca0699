/**
 * Splits files with the answers of many readers into lines, and parses those of NDJSON. It holds
 * only a part of the file at a time. For cells see csv.js. The core knows what the answers mean.
 */

/** The longest row, in characters. A longer one means that the file is no table. */
const LONGEST = 1e6;
/** More levels of arrays and objects than the core reads. */
const DEEPEST = 60;
const TOO_LONG = 'This row has more than a million characters.';
const UNCLOSED = `${TOO_LONG} A quotation mark in it is not closed.`;
const NOT_UTF8 =
  'This row is not saved as UTF-8, so its characters cannot be read. Save the file again with the encoding UTF-8.';

/** What stands for bytes that are not UTF-8, as text and as bytes. */
const LOST = '\ufffd';
const LOST_BYTES = Buffer.from(LOST);

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

/** The separator of a table, found in its first line outside of quotes. */
export function separatorOf(line) {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  return [';', '\t', ','].find((it) => bare.includes(it)) ?? ',';
}

/**
 * The lines of `parts`, a stream of bytes, without their line breaks, each with its number from 1.
 * If `isQuoted`, a line break inside quotes does not end a line.
 * Bytes that are not UTF-8 end it with an error; if `isLenient`, they become replacement characters.
 */
export async function* linesOf(parts, isQuoted, { isLenient = false } = {}) {
  const decoder = new TextDecoder();
  let rest = '';
  let number = 1;
  /** What a cell in quotes comes after: nothing, a line break or a separator. */
  let before = ['', '\n', '\r', ',', ';', '\t'];
  // Whether a quote is open at the end of `rest`. Each character is searched only once, so that a
  // quote that is never closed takes no longer than any other row.
  let isOpen = false;
  /** The offset of the last closing quote, and of `rest`. */
  let closed = -2;
  let read = 0;
  const cut = function* (added, isLast) {
    const text = rest + added;
    let start = 0;
    let quote = isQuoted ? text.indexOf('"', rest.length) : -1;
    const passQuotes = (to) => {
      for (; quote >= 0 && quote < to; quote = text.indexOf('"', quote + 1)) {
        // A quote within a cell, as in 6" or after a space, is a character like any other. One that
        // follows a closing quote stands for a quote.
        if (isOpen) closed = read + quote;
        else if (closed !== read + quote - 1 && !before.includes(text[quote - 1] ?? '')) continue;
        isOpen = !isOpen;
      }
    };
    for (let end = text.indexOf('\n', rest.length); end >= 0; end = text.indexOf('\n', end + 1)) {
      passQuotes(end);
      if (isOpen) continue;
      const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
      // The separator is that of the first row, which blank lines may precede.
      if (before.length > 4 && line.trim() !== '') before = ['', '\n', '\r', separatorOf(line)];
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
  for await (const part of parts) {
    const text = decoder.decode(part, { stream: true });
    if (!isLenient && hasLost(part, text)) yield* upTo(text.indexOf(LOST), text);
    yield* cut(text, false);
  }
  const end = decoder.decode();
  if (!isLenient && end !== '') yield* upTo(0, end);
  yield* cut(end, true);

  /** The lines before the bytes that are not UTF-8, which are at this index; then the error. */
  function* upTo(index, text) {
    yield* cut(text.slice(0, index), false);
    throw new BadRow(number, rest.length + 1, NOT_UTF8);
  }
}

/** Whether `text`, which was decoded from `bytes`, has more replacement characters than these have. */
function hasLost(bytes, text) {
  if (!text.includes(LOST)) return false;
  let written = 0;
  for (let at = bytes.indexOf(LOST_BYTES); at >= 0; at = bytes.indexOf(LOST_BYTES, at + 1)) written++;
  return text.split(LOST).length - 1 > written;
}

/**
 * Parses a line of NDJSON as `{ reader, answers, number, line, isWrapped, mayRepeat }`. The reader
 * is the line's number if none is named; `isWrapped` says whether the line has more than answers. If
 * `mayRepeat` is false, no key of the line occurs twice in its object.
 *
 * @param {{ line: string, number: number }} row
 * @param {Set<string>} statements
 * @param {(line: string) => [column: number, message: string]} explain says why a line is not JSON.
 */
export function ndjson({ line, number }, statements, explain) {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadRow(number, ...explain(line));
  }
  const row = { line, number, mayRepeat: colonsAfterQuotes(line) > keysIn(value) };
  const isWrapped = typeof value === 'object' && value !== null && Object.hasOwn(value, 'answers');
  if (!isWrapped || statements.has('answers')) return { ...row, reader: number, answers: value, isWrapped: false };
  checkWrapped(value, row, statements);
  return { ...row, reader: value.reader ?? number, answers: value.answers, isWrapped };
}

/** At least the number of keys that are written in a line; strings may have more such colons. */
function colonsAfterQuotes(line) {
  let count = 0;
  for (let at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1)) {
    let before = at - 1;
    while (' \t\r\n'.includes(line[before])) before--;
    if (line[before] === '"') count++;
  }
  return count;
}

/**
 * The number of keys in `value` and in everything inside it; more than any line has if it is nested
 * so deep that the core refuses it.
 */
function keysIn(value, depth = 0) {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > DEEPEST) return Infinity;
  let count = 0;
  for (const key in value) count += keysIn(value[key], depth + 1) + 1;
  return Array.isArray(value) ? count - value.length : count;
}

/** Whether a key is "reader" with letters of another case or order, or its plural. */
function isName(key) {
  const letters = key.toLowerCase();
  return letters === 'readers' || [...letters].sort().join('') === 'adeerr';
}

/**
 * Throws if a line that has more than answers repeats a key, or if an answer or the reader's name
 * would be lost.
 */
function checkWrapped(value, { line, number, mayRepeat }, statements) {
  const others = Object.keys(value).filter((key) => key !== 'answers' && key !== 'reader');
  const odd = others.find((key) => statements.has(key) || (value.reader === undefined && isName(key)));
  if (odd === undefined && !mayRepeat) return;
  const seen = new Set();
  for (const { key, at } of membersOf(line)) {
    const refuse = (what) => {
      throw new BadRow(number, at + 1, what);
    };
    if (seen.has(key)) refuse(`"${key}" is already here; one of the two would be lost. Delete one.`);
    seen.add(key);
    if (key !== odd) continue;
    if (statements.has(key)) refuse(`The answer to ${key} is outside "answers". Move it into "answers".`);
    refuse(`A line has no property "${key}". Did you mean "reader"?`);
  }
}

/** The answers in a line that has more than answers, after as many spaces as there is before them. */
export function answersIn(line) {
  const { from, to } = [...membersOf(line)].findLast(({ key }) => key === 'answers');
  return ' '.repeat(from) + line.slice(from, to);
}

/**
 * The members of the object that `line` is, in text order: the `key`, the index `at` which it
 * begins, and those at which its value begins and ends. This is slow, and used only for a line with
 * an error, or one that may have one.
 */
function* membersOf(line) {
  const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
  let depth = 0;
  let key;
  let from = -1;
  for (const { 0: token, index } of line.matchAll(TOKENS)) {
    if (depth === 1 && key === undefined && token[0] === '"') key = { key: JSON.parse(token), at: index };
    else if (depth === 1 && token === ':') from = -1;
    else if (depth === 1 && from < 0 && key !== undefined) from = index;
    if ('}]'.includes(token)) depth--;
    const isEnd = depth === 0 || (depth === 1 && token === ',');
    if (isEnd && key !== undefined) {
      yield { ...key, from, to: from + line.slice(from, index).trimEnd().length };
      key = undefined;
      from = -1;
    }
    if ('{['.includes(token)) depth++;
  }
}
