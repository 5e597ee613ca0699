/**
 * Turns what an author hands over, an object or JSON text, into a plain document that the core can
 * read safely. This file checks JSON syntax, size and depth; the core knows what the keys mean.
 */
import { failure } from './failure.js';

/** The largest document, in bytes of UTF-8. */
const MAX_BYTES = 1e6;
/** How deep arrays and objects may be nested. The format itself needs fewer than ten levels. */
export const MOST_LEVELS = 50;
/** Matches the errors that engines throw for a document that is too deep for them. */
const TOO_DEEP = /stack|recursion/;

/** The JSON text of a document; undefined if it cannot be written as JSON. */
export function textOf(source) {
  try {
    // JSON would write NaN and the infinities all as `null`, and so hide a change from one to
    // another.
    const said = (_, value) => (Number.isFinite(value) || typeof value !== 'number' ? value : `${value}`);
    return typeof source === 'string' ? source : JSON.stringify(source, said);
  } catch {
    return undefined;
  }
}

/**
 * A private, plain copy of `source`, a document or its JSON text. `name` names it in messages.
 *
 * Throws a failure with the code `badJson` if the text is not JSON, `notPlainData` if the document
 * has something that JSON cannot hold, `tooDeep` or `tooLarge`.
 */
export function readDocument(source, name = 'questionnaire') {
  const refuse = (code, what, at = () => '') => {
    const pointer = at();
    throw failure(code, `${pointer && `${pointer}: ${code}, `}the ${name} ${what}`, [{ code, pointer }]);
  };
  const isText = typeof source === 'string';
  let document;
  let text = source;
  try {
    // Only `JSON.stringify` finds an object that contains itself.
    if (!isText) text = JSON.stringify(source) ?? '';
    // A UTF-16 unit takes at most three bytes. Most documents are short, and a `Blob` takes time.
    if (text.length * 3 > MAX_BYTES && new Blob([text]).size > MAX_BYTES) refuse('tooLarge', 'is larger than 1 MB');
    document = copied(isText ? JSON.parse(text) : source, refuse, () => '', 0);
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
 * A copy of plain data: arrays, and objects with their own properties, also if they are proxies, as
 * frameworks pass them. Refuses everything else, such as a `Map`. `at` returns the pointer to `value`,
 * which is rarely needed and so not made for each.
 */
function copied(value, refuse, at, level) {
  const isOdd = typeof value === 'function' || typeof value === 'symbol';
  if (isOdd) refuse('notPlainData', `is not plain data: there is a ${typeof value} in it`, at);
  if (typeof value !== 'object' || value === null) return value;
  if (level === MOST_LEVELS) refuse('tooDeep', `is nested more than ${MOST_LEVELS} deep`, at);
  const inside = (key) => copied(value[key], refuse, () => `${at()}/${escaped(`${key}`)}`, level + 1);
  if (Array.isArray(value)) return [...value].map((_, index) => inside(index));
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== 'Object') refuse('notPlainData', `is not plain data: there is a ${kind} in it`, at);
  return Object.fromEntries(Object.keys(value).map((key) => [key, inside(key)]));
}

/** A key or an index, escaped for a JSON pointer (RFC 6901). */
const escaped = (key) => key.replaceAll('~', '~0').replaceAll('/', '~1');
