/**
 * One function per pointer, always the same, so that a field that has not changed is not drawn
 * again. Knows the desk; must not know any key.
 */
import * as desk from '../desk.js';

const writers = new Map();
/** Returns the function that writes a text to the pointer `at`. */
export function writer(at, isNeeded) {
  if (!writers.has(at)) writers.set(at, (text, how) => desk.write(at, text, { isNeeded, ...how }));
  return writers.get(at);
}

const explainers = new Map();
/** Returns the function that returns the schema's description of the key at `at`. */
export function explainer(at) {
  if (!explainers.has(at)) explainers.set(at, () => desk.page.explain(at));
  return explainers.get(at);
}
