/**
 * What a text is that somebody opens, drops or pastes, and what of it can be used. Knows how to tell the kinds apart; each kind is read
 * by its own module.
 */
import { rowsOf } from '../data/table.js';
import { guess } from './columns.js';
import { isGoogleForm, isSurveyJs, readGoogleForm, readSurveyJs } from './forms.js';
import { isGift, readGift } from './gift.js';
import { isMoodle, readMoodle } from './moodle.js';

/** How a Word document and other zipped files begin. */
const ZIPPED = /^PK\u0003\u0004/;
const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * One of `{ kind: 'scorecard', text, mended }`, `{ kind: 'drafts', drafts }`, `{ kind: 'items', from, items, left, title }`,
 * `{ kind: 'table', rows, guessed }`, `{ kind: 'zipped' }`, and `{ kind: 'broken', text }`: JSON, or nearly, that cannot be read.
 */
export function recognise(text, parseXml = undefined) {
  if (ZIPPED.test(text)) return { kind: 'zipped' };
  if (isMoodle(text)) return { kind: 'items', from: 'moodle', ...readMoodle(text, parseXml) };
  const whole = parsed(text);
  if (whole !== undefined) return ofJson(whole, text, []);
  const mended = mend(text);
  if (mended) return ofJson(parsed(mended.text), mended.text, mended.done);
  if (isGift(text)) return { kind: 'items', from: 'gift', ...readGift(text) };
  if (/^\s*[{[]/.test(text) || /"misconceptions"\s*:/.test(text)) return { kind: 'broken', text };
  const rows = rowsOf(text);
  return { kind: 'table', rows, guessed: guess(rows) };
}

function ofJson(value, text, mended) {
  if (isMap(value)) {
    if (value.misconceptionScorecardDrafts === 1 && Array.isArray(value.drafts))
      return { kind: 'drafts', drafts: value.drafts };
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

const CURLY = /[\u201c\u201d\u201e\u201f\u2033]/g;
const COMMAS = /,(?=\s*[}\]])/g;

/** `{ text, done }`: the JSON in a text, with one slip mended everywhere it was made; undefined where that is not enough. */
export function mend(text) {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start < 0 || end < start) return undefined;
  const inner = text.slice(start, end + 1);
  const around = text.slice(0, start).trim() || text.slice(end + 1).trim() ? [{ what: 'around', count: 1 }] : [];
  const count = (pattern) => inner.match(pattern)?.length ?? 0;
  const quotes = { what: 'quotes', count: count(CURLY) };
  const commas = { what: 'commas', count: count(COMMAS) };
  for (const slips of [[], [commas], [quotes], [quotes, commas]]) {
    let made = inner;
    if (slips.includes(quotes)) made = made.replace(CURLY, '"');
    if (slips.includes(commas)) made = made.replace(COMMAS, '');
    if (isMap(parsed(made))) return { text: made, done: [...around, ...slips.filter((it) => it.count > 0)] };
  }
  return undefined;
}
