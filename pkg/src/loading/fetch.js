/**
 * Fetches files over the network, with limits of time and size. This file knows URLs and HTTP
 * responses; what is requested, and what for, the callers know.
 */
import { failure } from '../data/failure.js';
import { withPatience } from './patience.js';

/** The largest body that is accepted, in bytes. Reading stops there. */
const MOST = 1e6;

/** The URL of a built file in the folder `assets`, which is relative to the page. */
export const assetUrl = (name, assets) => new URL(name, new URL(`${assets}/`, document.baseURI));

/**
 * The body of the response from `url`. `what` names it in messages. Rejects with the code
 * `tooLarge`, or `unreachable` for everything else, such as a status that is not 2xx.
 */
export async function get(url, what, options) {
  const stop = new AbortController();
  try {
    // Some pages replace `fetch` by a function of their own that expects a string.
    const response = await withPatience(fetch(String(url), { signal: stop.signal, ...options }));
    if (!response.ok) throw new Error(`the server responds with ${response.status}`);
    return await read(response, what);
  } catch (error) {
    if (error.code === 'tooLarge') throw error;
    const message = `the ${what} at ${url} cannot be fetched: ${error.message}`;
    throw Object.assign(failure('unreachable', message), { cause: error });
  } finally {
    stop.abort();
  }
}

async function read(response, what) {
  const reader = response.body.getReader();
  const pieces = [];
  let length = 0;
  for (;;) {
    const { done, value } = await withPatience(reader.read());
    if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    pieces.push(value);
    length += value.length;
    if (length > MOST)
      throw failure('tooLarge', `the ${what} is larger than 1 MB`, [{ code: 'tooLarge', pointer: '' }]);
  }
}
