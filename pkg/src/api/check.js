/**
 * The JavaScript half of `check`: reads what an author hands over, finds what is wrong with it as
 * JSON and as text, and gives every problem its position. This file deals with JSON and characters.
 * The core, which is passed in, knows what the keys mean and what makes a good questionnaire.
 */
import { MOST_LEVELS, readDocument } from '../data/parse-input.js';
import { failure } from '../data/failure.js';
import { escaped, positions, positionsIn } from '../json/positions.js';
import { oddPart } from '../json/plain.js';
import { counted, disguise } from '../json/disguise.js';
import { explained } from '../json/remedy.js';
import { firstSlip } from '../json/slip.js';

/** Problems with a key and not with its value. */
const OF_KEYS = ['unknownKey', 'duplicateKey'];
/** How many problems are reported; the core has the same limit. */
const MOST = 1000;
/**
 * The longest pointer that is followed, in characters. The keys and ids that the format allows make
 * none longer.
 */
const LONGEST_POINTER = 20_000;
/** How many characters of a text are quoted in a message. */
const QUOTED = 30;

const LINE_END = /[\n\r]/;
/** What is marked of a slip: a word, or else one character, unless the line ends there. */
const WORD = /[\p{L}\p{N}_$]+|./uy;
/** A lone surrogate: half of a character that takes two UTF-16 units. */
const HALF = /\p{Surrogate}/u;
/** Invisible characters, except those that join letters. */
const UNSEEN =
  /[\u0080-\u00a0\u00ad\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e001f}\u{e0080}-\u{e0fff}]/gu;
/** The replacement character, which stands for characters that could not be decoded. */
const LOST = '\ufffd';
/**
 * Characters that change the direction of the text after them. The marks U+200E and U+200F do not.
 */
const TURN = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * The report on `source`, an object or JSON text. Offsets count in the text as it was handed over.
 * Lines and columns are those of an editor, which does not show a byte order mark.
 *
 * `core(document, today, isDraft)` returns `{ problems, habits }`; its problems have pointers and
 * no positions. Options:
 * - `today`: a date such as `2026-11-23`; by default the current date in the local time zone.
 * - `draft`: whether placeholders in square brackets are still allowed.
 * - `translationOf`: a questionnaire; `source` is then its translation into `lang`, in a file of
 *   its own.
 *
 * Throws `badOption`. What is wrong with the document is in the report and never thrown.
 */
export function checkWith(core, source, options = {}) {
  const { today = localDate(), draft = false, translationOf, lang } = options;
  if (translationOf !== undefined) {
    if (typeof lang !== 'string')
      throw failure('badOption', 'lang must be the language of the translation, such as nb');
    const { translations: _, ...questionnaire } = Object(readDocument(translationOf));
    const ofTranslation = (document, ...wishes) =>
      within(core(laidOver(questionnaire, lang, document), ...wishes), lang);
    return checkWith(ofTranslation, source, { today, draft });
  }
  if (!isDate(today)) throw failure('badOption', `today must be a date such as 2026-11-23, not ${String(today)}`);
  const { problems: read, document, ...where } = typeof source === 'string' ? readText(source) : readData(source);
  let problems = read;
  let habits = null;
  if (document !== undefined) {
    const said = core(document, today, draft === true);
    // `concat` and not `push(...)`: there may be more problems than a call may have arguments.
    problems = problems.concat(oddCharacters(document), oddAddresses(document), said.problems);
    habits = said.habits;
  }
  const ok = problems.every((it) => it.severity !== 'error');
  return { ok, problems: placed(few(problems), where), habits: ok ? habits : null };
}

// Translations in files of their own

/** The questionnaire with this one translation. */
const laidOver = (questionnaire, lang, translation) => ({
  ...questionnaire,
  translations: Object.fromEntries([[lang, translation]]),
});

/**
 * A report on the questionnaire, reduced to its translation as if that stood alone. Habits are left
 * out, because they are the questionnaire's.
 */
function within({ problems }, lang) {
  const root = `/translations/${escaped(lang)}`;
  const isInside = ({ pointer }) => pointer === root || pointer.startsWith(`${root}/`);
  const moved = problems.filter(isInside).map((it) => ({ ...it, pointer: it.pointer.slice(root.length) }));
  return { problems: moved, habits: null };
}

/** At most `MOST` problems, errors before advice. */
function few(problems) {
  if (problems.length <= MOST) return problems;
  const isError = ({ severity }) => severity === 'error';
  const first = [...problems.filter(isError), ...problems.filter((it) => !isError(it))];
  return [...first.slice(0, MOST - 1), more];
}

// Reading

/**
 * @typedef {{ text?: string, skipped?: number, at?: Function }} Where The text, how many units of
 *   a byte order mark were skipped before it, and `at` of `positions`.
 */
/**
 * @typedef {Where & { problems: any[], document?: any }} Read What was read, and the problems
 *   found so far.
 */

/**
 * Reads JSON text. There is no `document` if a problem makes it impossible to read on.
 *
 * @returns {Read}
 */
function readText(source) {
  const text = source.replace(/^\uFEFF/, '');
  const where = { text, skipped: source.length - text.length };
  let document;
  try {
    document = readDocument(text);
  } catch ({ code }) {
    if (code === 'tooLarge') return { problems: [{ ...tooLarge(text), position: positionsIn('')(0, 0) }], ...where };
    const slip = firstSlip(text);
    if (slip) return { problems: [badJson(text, slip)], ...where };
    // So it is JSON, but nested too deep for this engine.
  }
  const { at, duplicates, level } = positions(text);
  const tooFar = level(MOST_LEVELS);
  if (tooFar) {
    const { pointer, ...position } = tooFar;
    return { problems: [{ ...tooDeep(pointer), position }], ...where };
  }
  return { problems: duplicates(MOST + 1).map(duplicateKey), document, at, ...where };
}

/**
 * The same for an object.
 * @returns {Read}
 */
function readData(source) {
  try {
    const odd = oddPart(source, MOST_LEVELS);
    if (odd?.fault === 'depth') return { problems: [tooDeep(odd.pointer)] };
    if (odd?.fault === 'size') return { problems: [tooLarge()] };
    if (odd) return { problems: [notPlainData(odd.pointer, odd.found)] };
    return { problems: [], document: readDocument(source) };
  } catch (error) {
    if (error?.code === 'tooLarge') return { problems: [tooLarge(JSON.stringify(source))] };
    // It looks like plain data, but one of its properties throws.
    return { problems: [notPlainData('', 'an object that cannot be copied')] };
  }
}

/** Today in the author's time zone, as in `2026-11-23`. */
function localDate() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whether `text` is an existing date, as in `2026-11-23`. */
function isDate(text) {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

// Positions

/** The problems with their positions, in the order of the text. Without a text, as they are. */
function placed(problems, /** @type {Where} */ { text, skipped, at }) {
  const done = problems.map(({ position, part, ...problem }) => {
    if (text === undefined) return problem;
    const { offset, ...rest } = position ?? positionOf(problem, part, text, at);
    return { ...problem, ...rest, offset: offset + skipped };
  });
  return text === undefined ? done : done.sort((one, other) => one.offset - other.offset);
}

/** What to mark for a problem; it ends with the line. */
function positionOf(/** @type {any} */ { code, pointer }, part, text, at) {
  const position = (OF_KEYS.includes(code) || part === 'key' ? at(pointer, 'key') : undefined) ?? at(pointer);
  if (!position) return positionOfAbsent(pointer, at);
  const end = text.slice(position.offset, position.offset + position.length).search(LINE_END);
  return end < 0 ? position : { ...position, length: end };
}

/**
 * What to mark for a value that is missing: the key of the nearest object or array around it, or
 * else its opening bracket.
 */
function positionOfAbsent(pointer, at) {
  let around = pointer;
  while (!at(around)) around = around.slice(0, Math.max(0, around.lastIndexOf('/')));
  return at(around, 'key') ?? { ...at(around), length: 1 };
}

// Problems

const problem = (code, pointer, words) => ({ severity: 'error', code, pointer, ...words });

function badJson(text, [offset, what]) {
  WORD.lastIndex = offset;
  const marked = WORD.exec(text)?.[0] ?? '';
  const words = disguise(text) ?? counted(explained(what), text);
  return { ...problem('badJson', '', words), position: positionsIn(text)(offset, marked.length) };
}

/**
 * For a `text` that is too large, or for an object with too many values.
 * @param {string} [text]
 */
function tooLarge(text) {
  const count = (number) => number.toLocaleString('en-GB');
  const found = text === undefined ? `more than ${count(1e6)} values` : `${count(new Blob([text]).size)} bytes`;
  return problem('tooLarge', '', {
    message: `The questionnaire is too large: it has ${found}.`,
    remedy: 'Make it at most 1 MB: take out what readers do not need, or make several questionnaires of it.',
    found,
    expected: 'at most 1 MB (1,000,000 bytes)',
  });
}

const more = problem('more', '', {
  message: `There are more problems than these ${MOST - 1}.`,
  remedy: 'Fix these first, then check again.',
});

const tooDeep = (pointer) =>
  problem('tooDeep', pointer, {
    message: `Arrays [ ] and objects { } are nested more than ${MOST_LEVELS} deep here; a questionnaire needs fewer than 10 levels.`,
    remedy: 'Look for a bracket [ or { that should not be there.',
    expected: `at most ${MOST_LEVELS} levels`,
  });

const notPlainData = (pointer, found) =>
  problem('notPlainData', pointer, {
    message: `JSON cannot hold what is here: ${found}.`,
    remedy: 'Pass the JSON text, or an object of strings, numbers, true, false, null, arrays and objects only.',
    found,
    expected: 'plain data',
  });

const duplicateKey = ({ pointer, key, before, ...position }) => ({
  ...problem('duplicateKey', pointer, {
    message: `The key ${quoted(key)} occurs twice in the same object { }; its value on line ${before.line} is lost.`,
    remedy: 'Delete one of the two, or put both values under one key.',
    found: quoted(key),
  }),
  position,
});

/**
 * Translations that are given as a URL that cannot be parsed. This is checked here because only
 * JavaScript has a URL parser.
 */
function oddAddresses(document) {
  const translations = document?.translations;
  if (typeof translations !== 'object' || translations === null) return [];
  const isOdd = ([lang, text]) => lang !== '$comment' && typeof text === 'string' && text.trim() && !isAddress(text);
  return Object.entries(translations).filter(isOdd).slice(0, MOST).map(oddAddress);
}

function isAddress(text) {
  try {
    return Boolean(new URL(text, 'https://example.org/'));
  } catch {
    return false;
  }
}

const oddAddress = ([lang, address]) =>
  problem('malformed', `/translations/${escaped(lang)}`, {
    message: `The translation into ${quoted(lang)} is ${quoted(address)}, but that is not a URL.`,
    remedy: 'Write the URL of the file with the translation, such as "translation.nb.json".',
    found: quoted(address),
    expected: 'a URL',
  });

// Characters

/** The problems with characters in `document`. */
function oddCharacters(document) {
  const problems = [];
  const lost = [];
  for (const it of texts(document, '')) {
    const { text, pointer, part } = it;
    if (text.includes(LOST)) lost.push(it);
    const half = HALF.exec(text);
    if (half) problems.push({ ...halfCharacter(pointer, text, half), part });
    const turn = TURN.exec(text);
    if (turn) problems.push({ ...bidiControl(pointer, text, turn), part });
  }
  if (lost[0]) problems.push(lostCharacters(lost));
  return problems;
}

/** All strings in `value`, its keys included. */
function* texts(value, pointer) {
  if (typeof value === 'string') yield { text: value, pointer, part: 'value' };
  if (typeof value !== 'object' || value === null) return;
  // Each of up to a thousand problems would repeat the very long pointer.
  if (pointer.length > LONGEST_POINTER) return;
  const isMap = !Array.isArray(value);
  for (const key of Object.keys(value)) {
    const inside = `${pointer}/${escaped(key)}`;
    if (isMap) yield { text: key, pointer: inside, part: 'key' };
    yield* texts(value[key], inside);
  }
}

const halfCharacter = (pointer, text, { 0: char, index }) =>
  problem('brokenCharacter', pointer, {
    message: `${placeIn(text, index)} there is half a character, as when an emoji is cut in two.`,
    remedy: 'Delete it, or write the whole character.',
    found: JSON.stringify(char).slice(1, -1),
  });

/** One problem for all of them, because they have the same cause. */
function lostCharacters(lost) {
  const [{ text, pointer, part }] = lost;
  const others = lost.length - 1;
  const more = others ? ` The same problem is in ${others} more ${others === 1 ? 'place' : 'places'}.` : '';
  const words = {
    message: `${placeIn(text, text.indexOf(LOST))} there is ${LOST}, where a character was lost.${more}`,
    remedy: 'Save the original as UTF-8 (it was probably in another encoding), or type the lost characters again.',
    found: LOST,
  };
  return { ...problem('brokenCharacter', pointer, words), part };
}

const bidiControl = (pointer, text, { 0: char, index }) => ({
  severity: 'advice',
  code: 'bidiControl',
  pointer,
  message:
    `${placeIn(text, index)} there is an invisible character that changes the direction of writing. ` +
    'The text may look different from what it is.',
  remedy: 'Delete it, unless you put it there to mix directions of writing.',
  found: `U+${char.charCodeAt(0).toString(16).toUpperCase()}`,
});

/** A phrase that says where in `text` the index is, by quoting the characters before it. */
function placeIn(text, index) {
  if (index === 0) return 'At the beginning of this string';
  // Counted in characters, so that none is cut in half.
  const before = [...text.slice(0, index).slice(-2 * QUOTED)].slice(-QUOTED).join('');
  return `After ${JSON.stringify(before)}`;
}

/** The beginning of a text, in quotes. */
function quoted(text) {
  const characters = [...text.slice(0, 2 * QUOTED + 2)];
  const json = JSON.stringify(characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : text);
  // Invisible characters are shown as escapes, which may also be how the file has them.
  const unit = (half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replace(UNSEEN, (char) => char.split('').map(unit).join(''));
}
