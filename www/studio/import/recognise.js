/**
 * Finds out what kind of text an author opens, drops or pastes, and returns the usable parts of it.
 * Knows how to tell the kinds apart; each kind is read by its own module.
 */
import { rowsOf } from '../data/table.js';
import { draftsIn } from '../keep/backup.js';
import { guess } from './columns.js';
import { isGoogleForm, isSurveyJs, readGoogleForm, readSurveyJs } from './forms.js';
import { isGift, readGift } from './gift.js';
import { mend } from './mend.js';
import { isMoodle, readMoodle } from './moodle.js';
import { isScript, scorecardInScript } from './own.js';
import { plainText } from './quiz.js';

/** How files of other kinds begin. A ZIP file is recognised by the file names inside it. */
const KINDS = {
  sheet: /^PK\u0003\u0004[^]*(xl\/workbook|opendocument\.spreadsheet)/,
  slides: /^PK\u0003\u0004[^]*(ppt\/presentation|opendocument\.presentation)/,
  zipped: /^PK\u0003\u0004/,
  pdf: /^%PDF-/,
  picture: /^(.PNG\r?\n|GIF8[79]a|\ufffd\ufffd\ufffd\ufffd..(JFIF|Exif)|RIFF....WEBP)/,
};
const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Returns one of `{ kind: 'scorecard', text, mended }`, `{ kind: 'drafts', drafts }`,
 * `{ kind: 'items', from, items, left, title }`, `{ kind: 'table', rows, guessed }`,
 * `{ kind: 'strange', as }` for a file of another program, and `{ kind: 'broken', text }` for JSON,
 * or something close to it, that cannot be read.
 */
export function recognise(text, parseXml = undefined) {
  const as = Object.keys(KINDS).find((kind) => KINDS[kind].test(text.slice(0, 1e6)));
  if (as) return { kind: 'strange', as };
  if (isMoodle(text)) return { kind: 'items', from: 'moodle', ...readMoodle(text, parseXml) };
  const whole = parsed(text);
  if (whole !== undefined) return ofJson(whole, text, []);
  const own = scorecardInScript(text);
  if (own) return { kind: 'scorecard', text: own, mended: [] };
  if (isScript(text)) return { kind: 'strange', as: 'script' };
  const mended = mend(text);
  if (mended) return ofJson(parsed(mended.text), mended.text, mended.done);
  if (isGift(text)) return { kind: 'items', from: 'gift', ...readGift(text) };
  if (/^\s*[{[]/.test(text) || /"misconceptions"\s*:/.test(text)) return { kind: 'broken', text };
  const rows = rowsOfText(isPage(text) ? pageText(text) : text);
  return { kind: 'table', rows, guessed: guess(rows) };
}

/** Whether a text is HTML, for instance a part of a web page that was copied from its source. */
const isPage = (text) => /^\s*(<!doctype html|<(html|body|main|article|section|div|p|ul|ol|li|h[1-6])\b)/i.test(text);

/** The visible lines of a page, without scripts, styles, its head and its navigation. */
const pageText = (html) => plainText(html.replace(/<(script|style|head|nav|template)\b[^]*?<\/\1>/gi, ''));

/**
 * Rows of cells. Each line of prose, whose commas do not separate cells, becomes a row with one
 * cell.
 */
function rowsOfText(text) {
  const rows = rowsOf(text);
  const isProse = !/[;\t"]/.test(text) && text.split('\n').every((line) => !line.trim() || /,\s/.test(line));
  const isTable = !isProse && rows.length > 1 && rows.every(({ length }) => length > 1 && length === rows[0].length);
  if (isTable || text.includes('\t') || guess(rows).hasHead) return rows;
  return text
    .split(/\r?\n/)
    .map((line) => [line.replace(/^\s*([-*•–]|\d+[.)])\s+/, '').trim()])
    .filter(([line]) => line);
}

function ofJson(value, text, mended) {
  if (isMap(value)) {
    const drafts = draftsIn(value);
    if (drafts) return { kind: 'drafts', drafts };
    if (!value.misconceptions && isSurveyJs(value)) return { kind: 'items', from: 'surveyjs', ...readSurveyJs(value) };
    if (!value.misconceptions && isGoogleForm(value))
      return { kind: 'items', from: 'google', ...readGoogleForm(value) };
    return { kind: 'scorecard', text, mended };
  }
  return { kind: 'broken', text };
}

function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
