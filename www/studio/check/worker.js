/**
 * Runs the full core in a worker, so that no check delays a key press. Knows the core's functions
 * by name; the page knows what they are for.
 */
import { check, evaluate, firstScreen, ready } from '../scorecard/core.js';

const CALLS = { check, evaluate, firstScreen };
const isReady = ready();

self.addEventListener('message', async ({ data: { number, name, values } }) => {
  try {
    await isReady;
    self.postMessage({ number, result: CALLS[name](...values) });
  } catch (error) {
    const { code, message, problems } = error;
    self.postMessage({ number, error: { code, message, problems } });
  }
});
