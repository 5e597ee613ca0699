/**
 * Finds the first place where a text is not JSON (RFC 8259), and describes the likely slip in plain
 * words: what people write instead. Engines have messages too, but each has its own, and Safari's
 * give no position. This file does not know what the text is for.
 */

const CLOSING = { '{': '}', '[': ']' };
const ESCAPE = /["\\/bfnrt]|u[\da-fA-F]{4}/y;
const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?(?![\w.])/iy;
const WORD = /[\p{L}_$][\p{L}\d_$-]*/uy;
const WORDS = ['true', 'false', 'null'];
/** How many characters of a line are shown before and after the slip. */
const AROUND = 40;

/** The part of `text` that matches `pattern` at the index `at`; undefined if it does not. */
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * The first slip in `text`, as `[index, message]`; undefined if it is JSON.
 *
 * @returns {[number, string] | undefined}
 */
export function firstSlip(text) {
  /** The indices of the open brackets. */
  const open = [];
  /** What comes next: `value`, `key`, `colon`, or `after` a value. */
  let next = 'value';
  /** Whether the innermost bracket is still empty. */
  let isFresh;
  let comma;
  /** The indices where the last value or key began and ended. */
  let began = 0;
  /** @type {any} If a string has a slip in it, `end` is that slip. */
  let end = 0;
  for (let at = 0; ; at = end) {
    while (/[ \t\n\r]/.test(text[at] ?? '')) at++;
    const char = text[at];
    const last = open.at(-1);
    const bracket = text[last];
    if (char === undefined) {
      if (bracket) return [last, `This ${bracket} is never closed: a ${CLOSING[bracket]} is missing.`];
      return next === 'after' ? undefined : [0, 'It is empty.'];
    }
    const odd = oddity(text.slice(at, at + 2));
    if (odd) return [at, odd];
    if (char === '}' || char === ']') {
      if (!bracket) return [at, `This ${char} closes nothing. Delete it.`];
      if (char !== CLOSING[bracket]) {
        const line = text.slice(0, last).split('\n').length;
        return [at, `A ${CLOSING[bracket]} belongs here: the ${bracket} on line ${line} is still open.`];
      }
      if (next === 'colon' || (next === 'value' && bracket === '{')) return [at, 'A value is missing here.'];
      if (next !== 'after' && !isFresh) return [comma, 'JSON allows no comma after the last item. Delete it.'];
      open.pop();
      next = 'after';
      end = at + 1;
    } else if (next === 'after' && char === ',') {
      if (!bracket) return [at, AFTER];
      comma = at;
      next = bracket === '{' ? 'key' : 'value';
      isFresh = false;
      end = at + 1;
    } else if (next === 'colon' && char === ':') {
      next = 'value';
      isFresh = false;
      end = at + 1;
    } else if (next === 'after' || next === 'colon') {
      if (!bracket) return [at, AFTER];
      // A curly quote should have ended this string, so it went on to the next straight quote.
      const curly = curlyEnd(text, began, end);
      if (curly) return curly;
      if (next === 'colon') return [end, 'A colon and a value are missing here.'];
      if (char === ':' && bracket === '[')
        return [at, 'A key with a value belongs in an object { }, not in an array [ ].'];
      if (at === end && text[at - 1] === '"' && char !== '"') {
        return [at - 1, 'The string ends at this quote. For a quote inside it, write \\"'];
      }
      return [end, 'A comma is missing here.'];
    } else if (char === ',') {
      return [at, 'There is a comma too many here, or a value is missing before it.'];
    } else if (char === '"') {
      end = endOfText(text, at);
      if (end.length) return end;
      began = at;
      next = next === 'key' ? 'colon' : 'after';
    } else if (next === 'key') {
      if (/\d/.test(char) && /\d/.test(text[comma - 1])) return [comma, 'A decimal is written with a point, as in 0.5'];
      return [at, `A key in double quotes belongs here: "${match(WORD, text, at) ?? 'key'}"`];
    } else if (CLOSING[char]) {
      open.push(at);
      next = char === '{' ? 'key' : 'value';
      isFresh = true;
      end = at + 1;
    } else {
      const word = match(WORD, text, at);
      const value = word ?? match(NUMBER, text, at);
      const meant = word?.toLowerCase();
      if (!value) return [at, 'A number is written as in 7, -7 or 0.5; a string needs double quotes.'];
      if (word && !WORDS.includes(word)) {
        const what = 'A string needs double quotes; of all words, only true, false and null have none.';
        return [at, WORDS.includes(meant) ? `Write ${meant}` : what];
      }
      began = at;
      end = at + value.length;
      next = 'after';
    }
  }
}

const AFTER = 'The JSON ends before this. Delete what follows.';
const quotes = (kind, char) => `JSON needs ${kind} quotes: " instead of ${char}`;

/** The first character of `text` in Unicode notation. */
const codePoint = (text) => `U+${text.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * The message for characters that people write outside strings and that JSON does not have there;
 * `it` is two characters.
 */
function oddity(it) {
  const [first] = it;
  if (/^(\/\/|\/\*|#)/.test(it)) return 'JSON has no comments. Delete this one.';
  if (it[0] === '<') return 'This is HTML, not JSON.';
  if (/[\0\ufffd]/.test(it[0])) return 'Save the file as UTF-8.';
  if (/[^\S \t\n\r]|[\p{Cc}\p{Cf}]/u.test(first))
    return `There is an invisible character here (${codePoint(it)}). Delete it.`;
  if (/['`´]/.test(it[0])) return quotes('double', it[0]);
  return /[“”„«»‘’‚]/.test(it[0]) ? quotes('straight', it[0]) : undefined;
}

/**
 * The slip of a curly quote that seems to end the string from `began` to `end`; null if there is
 * none.
 * @returns {[number, string] | null}
 */
function curlyEnd(text, began, end) {
  const curly = /[“”„](?=\s*([,:}\]]|$))/.exec(text.slice(began, end));
  return curly && [began + curly.index, quotes('straight', curly[0])];
}

/** The index after the string that begins at `began`, or the slip in it. */
function endOfText(text, began) {
  for (let at = began + 1; ; at++) {
    const char = text[at] ?? '\n';
    if (char === '"') return at + 1;
    if (/[\n\r]/.test(char)) {
      const what = 'This string does not end on its line. Its last " is missing, or a line break in it should be \\n.';
      return curlyEnd(text, began, at) ?? [began, what];
    }
    if (char < ' ')
      return [at, `There is a tab or an invisible character in the string (${codePoint(char)}). Delete it.`];
    if (char !== '\\') continue;
    const escape = match(ESCAPE, text, at + 1);
    if (!escape) return [at, 'A backslash in a string is written twice: \\\\'];
    at += escape.length;
  }
}

/** Line and column of the index `at`, the line itself, and a caret below that place. */
export function picture(text, at) {
  const lines = text.slice(0, at).split('\n');
  const column = lines.at(-1).length;
  const line = text
    .slice(at - column)
    .split(/[\r\n]/, 1)[0]
    .replaceAll('\t', ' ');
  const from = Math.max(0, column - AROUND);
  const shown = line.slice(from, column + AROUND);
  return `Line ${lines.length}, column ${column + 1}:\n${shown}\n${' '.repeat(column - from)}^`;
}
