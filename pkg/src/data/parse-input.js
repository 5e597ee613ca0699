/**
 * From what an author hands over to a plain document the core can read. Knows JSON and its size; what the
 * keys mean is the core's.
 */
import { failure } from './failure.js';

/** The largest document, in bytes of UTF-8. */
const MAX_BYTES = 1e6;

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
      source = structuredClone(source);
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
