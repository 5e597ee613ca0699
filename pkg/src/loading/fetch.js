/**
 * Gets things over the network. Knows addresses and answers; not what is asked for.
 */
import { failure } from '../data/failure.js';
import { withPatience } from './patience.js';

/** The largest answer, in bytes: the rest is not read. */
const MOST = 1e6;

/** Where a built file lies in the folder `assets`. */
export const assetUrl = (name, assets) => new URL(name, new URL(`${assets}/`, document.baseURI));

/** The bytes of the answer of `url`. */
export async function get(url, what, options) {
  const stop = new AbortController();
  try {
    // Pages wrap `fetch` in functions of their own, and those expect a string.
    const response = await withPatience(fetch(String(url), { signal: stop.signal, ...options }));
    if (!response.ok) throw new Error(`it answers ${response.status}`);
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
