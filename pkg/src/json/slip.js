/**
 * Finds the first place where a text is not JSON, and the likely slip in plain words. Knows JSON (RFC 8259) and what
 * people write instead; not what the text is for. Engines have such messages too, but each its own, and Safari's
 * names no place.
 */

const CLOSING = { '{': '}', '[': ']' };
const ESCAPE = /["\\/bfnrt]|u[\da-fA-F]{4}/y;
const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?(?![\w.])/iy;
const WORD = /[\p{L}_$][\p{L}\d_$-]*/uy;
const WORDS = ['true', 'false', 'null'];
/** How much of a line is shown before and after the slip, in characters. */
const AROUND = 40;

/** What matches `pattern` at `at`, or undefined. */
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * The first slip in `text`, as `[at, what]`, `at` counted from 0; undefined where it is JSON.
 *
 * @returns {[number, string] | undefined}
 */
export function firstSlip(text) {
  /** Where the brackets are that are open. */
  const open = [];
  /** What comes next: a value, a name, the colon after it, or what follows a value. */
  let next = 'value';
  /** Whether there is nothing in the innermost bracket yet. */
  let isFresh;
  let comma;
  /** Where the last value or name began and ended. */
  let began = 0;
  /** @type {any} Or the slip in it. */
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
        return [at, `A ${CLOSING[bracket]} belongs here, for the ${bracket} in line ${line} is still open.`];
      }
      if (next === 'colon' || (next === 'value' && bracket === '{')) return [at, 'A value is missing here.'];
      if (next !== 'after' && !isFresh) return [comma, 'There is no comma after the last item. Delete it.'];
      open.pop();
      next = 'after';
      end = at + 1;
    } else if (next === 'after' && char === ',') {
      if (!bracket) return [at, AFTER];
      comma = at;
      next = bracket === '{' ? 'name' : 'value';
      isFresh = false;
      end = at + 1;
    } else if (next === 'colon' && char === ':') {
      next = 'value';
      isFresh = false;
      end = at + 1;
    } else if (next === 'after' || next === 'colon') {
      if (!bracket) return [at, AFTER];
      // A text that a curly quote should have ended has run on to the quote after it.
      const curly = curlyEnd(text, began, end);
      if (curly) return curly;
      if (next === 'colon') return [end, 'A colon and a value are missing here.'];
      if (char === ':' && bracket === '[') return [at, 'A name with a value belongs in { }, not in [ ].'];
      if (at === end && text[at - 1] === '"' && char !== '"') {
        return [at - 1, 'The text ends at this quote. If it belongs to the text, write \\"'];
      }
      return [end, 'A comma is missing here.'];
    } else if (char === ',') {
      return [at, 'There is a comma too many here, or nothing before it.'];
    } else if (char === '"') {
      end = endOfText(text, at);
      if (end.length) return end;
      began = at;
      next = next === 'name' ? 'colon' : 'after';
    } else if (next === 'name') {
      if (/\d/.test(char) && /\d/.test(text[comma - 1])) return [comma, 'A decimal is written with a point, as in 0.5'];
      return [at, `A name in double quotes belongs here: "${match(WORD, text, at) ?? 'name'}"`];
    } else if (CLOSING[char]) {
      open.push(at);
      next = char === '{' ? 'name' : 'value';
      isFresh = true;
      end = at + 1;
    } else {
      const word = match(WORD, text, at);
      const value = word ?? match(NUMBER, text, at);
      const meant = word?.toLowerCase();
      if (!value) return [at, 'A number is written as in 7, -7 or 0.5; a text needs double quotes.'];
      if (word && !WORDS.includes(word)) {
        const what = 'A text needs double quotes. Other words are true, false, null.';
        return [at, WORDS.includes(meant) ? `Write ${meant}` : what];
      }
      began = at;
      end = at + value.length;
      next = 'after';
    }
  }
}

const AFTER = 'The JSON has ended before this. Delete what follows.';
const quotes = (kind, char) => `JSON takes ${kind} quotes: " instead of ${char}`;

/** How Unicode names the first character of `text`. */
const codePoint = (text) => `U+${text.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What people write that JSON has nowhere outside texts; `it`: two characters. */
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

/** The slip of a curly quote that seems to end the text from `began` to `end`. @returns {[number, string] | null} */
function curlyEnd(text, began, end) {
  const curly = /[“”„](?=\s*([,:}\]]|$))/.exec(text.slice(began, end));
  return curly && [began + curly.index, quotes('straight', curly[0])];
}

/** Where the text that begins at `began` has ended; or the slip in it. */
function endOfText(text, began) {
  for (let at = began + 1; ; at++) {
    const char = text[at] ?? '\n';
    if (char === '"') return at + 1;
    if (/[\n\r]/.test(char)) {
      const what = 'This text does not end in its line. Its last " is missing, or \\n should stand for a line break.';
      return curlyEnd(text, began, at) ?? [began, what];
    }
    if (char < ' ')
      return [at, `There is a tab or an invisible character in the text (${codePoint(char)}). Delete it.`];
    if (char !== '\\') continue;
    const escape = match(ESCAPE, text, at + 1);
    if (!escape) return [at, 'A backslash in a text is written twice: \\\\'];
    at += escape.length;
  }
}

/** The line and column of `at`, the line itself, and a caret below. */
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
