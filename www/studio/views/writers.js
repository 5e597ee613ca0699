/**
 * Functions by pointer, the same each time, so that a field that has not changed is not drawn again. Knows the desk; no key.
 */
import * as desk from '../desk.js';

const writers = new Map();
/** Writes a text where `at` points. */
export function writer(at, isNeeded) {
  if (!writers.has(at)) writers.set(at, (text) => desk.write(at, text, { isNeeded }));
  return writers.get(at);
}

const explainers = new Map();
/** Gives what the schema says of the key at `at`. */
export function explainer(at) {
  if (!explainers.has(at)) explainers.set(at, () => desk.page.explain(at));
  return explainers.get(at);
}
