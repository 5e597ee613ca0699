/**
 * The full core beside the page, so that no check ever holds up a key. Knows its calls by name; what they are for, the page
 * knows.
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
