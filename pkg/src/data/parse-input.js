/**
 * From what an author hands over to a plain document the core can read. Knows JSON and its size; what the
 * keys mean is the core's.
 */
import { failure } from './failure.js';

/** The largest document, in bytes of UTF-8. */
const MAX_BYTES = 1e6;

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
 * Throws `badJson` for what is not JSON, `notPlainData` for what JSON cannot hold, and `tooLarge`.
 */
export function readDocument(source, name = 'questionnaire') {
  let text = source;
  if (typeof source !== 'string') {
    try {
      text = JSON.stringify(source) ?? '';
      source = copied(source);
    } catch (error) {
      throw failure('notPlainData', `the ${name} is not plain data: ${error.message}`);
    }
  }
  if (new Blob([text]).size > MAX_BYTES) {
    throw failure('tooLarge', `the ${name} is larger than 1 MB`, [{ code: 'tooLarge', pointer: '' }]);
  }
  if (typeof source !== 'string') return source;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failure('badJson', `the ${name} is not JSON: ${error.message}`);
  }
}

/**
 * A copy of plain data: own properties of objects, and arrays, also those behind a proxy, as frameworks hand them over.
 * Throws a TypeError for objects that hold something else, as a Map does.
 */
function copied(value) {
  if (typeof value === 'function' || typeof value === 'symbol') throw TypeError(`there is a ${typeof value} in it`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Array.from(value, (item) => copied(item));
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== 'Object') throw TypeError(`there is a ${kind} in it`);
  return Object.fromEntries(Object.keys(value).map((key) => [key, copied(value[key])]));
}
