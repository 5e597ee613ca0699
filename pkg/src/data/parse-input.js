/**
 * From what an author hands over to a plain document the core can read. Knows JSON and its size; what the
 * keys mean is the core's.
 */
import { failure } from './failure.js';

/** The largest document, in bytes of UTF-8. */
const MAX_BYTES = 1e6;
/** How deep lists and maps may be nested. The format needs fewer than ten levels. */
export const MOST_LEVELS = 50;
/** What engines say of a document that is too deep for them. */
const TOO_DEEP = /stack|recursion/;

/** A document as its text, or undefined if it has none. */
export function textOf(source) {
  try {
    // To JSON, all numbers that are none would be the same.
    const said = (_, value) => (Number.isFinite(value) || typeof value !== 'number' ? value : `${value}`);
    return typeof source === 'string' ? source : JSON.stringify(source, said);
  } catch {
    return undefined;
  }
}

/**
 * A private, plain copy of `source`, a document or its JSON text.
 *
 * Throws `badJson` for what is not JSON, `notPlainData` for what JSON cannot hold, `tooDeep` and `tooLarge`.
 */
export function readDocument(source, name = 'questionnaire') {
  const refuse = (code, what, pointer = '') => {
    throw failure(code, `${pointer && `${pointer}: ${code}, `}the ${name} ${what}`, [{ code, pointer }]);
  };
  const isText = typeof source === 'string';
  let document;
  let text = source;
  try {
    // What is within itself, only this finds.
    if (!isText) text = JSON.stringify(source) ?? '';
    if (new Blob([text]).size > MAX_BYTES) refuse('tooLarge', 'is larger than 1 MB');
    document = copied(isText ? JSON.parse(text) : source, refuse, '', 0);
  } catch (error) {
    if (error?.problems) throw error;
    const said = error?.message;
    if (isText ? !(error instanceof SyntaxError) : TOO_DEEP.test(said))
      refuse('tooDeep', `is nested more than ${MOST_LEVELS} deep`);
    if (isText) throw failure('badJson', `the ${name} is not JSON: ${said}`);
    refuse('notPlainData', `is not plain data: ${said}`);
  }
  return document;
}

/**
 * A copy of plain data: own properties of objects, and arrays, also those behind a proxy, as frameworks hand them over.
 * Refuses what holds something else, as a Map does.
 */
function copied(value, refuse, pointer, level) {
  const isOdd = typeof value === 'function' || typeof value === 'symbol';
  if (isOdd) refuse('notPlainData', `is not plain data: there is a ${typeof value} in it`, pointer);
  if (typeof value !== 'object' || value === null) return value;
  if (level === MOST_LEVELS) refuse('tooDeep', `is nested more than ${MOST_LEVELS} deep`, pointer);
  const inside = (key) => copied(value[key], refuse, `${pointer}/${escaped(`${key}`)}`, level + 1);
  if (Array.isArray(value)) return Array.from(value, (_, index) => inside(index));
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== 'Object') refuse('notPlainData', `is not plain data: there is a ${kind} in it`, pointer);
  return Object.fromEntries(Object.keys(value).map((key) => [key, inside(key)]));
}

/** A key or an index as it stands in a JSON pointer (RFC 6901). */
const escaped = (key) => key.replaceAll('~', '~0').replaceAll('/', '~1');
