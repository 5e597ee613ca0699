/**
 * Gets things over the network. Knows addresses and answers; not what is asked for.
 */
import { failure } from '../data/failure.js';

/** Where a built file lies in the folder `assets`. */
export const assetUrl = (name, assets) => new URL(name, new URL(`${assets}/`, document.baseURI));

/** What `read` makes of the answer of `url`. An answer that is not there after `patience` ms is given up. */
export async function get(url, what, read, patience, options) {
  try {
    // Pages wrap `fetch` in functions of their own, and those expect a string.
    const response = await fetch(String(url), { signal: AbortSignal.timeout(patience), ...options });
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return await read(response);
  } catch (error) {
    const message = `the ${what} at ${url} cannot be fetched: ${error.message}`;
    throw Object.assign(failure('unreachable', message), { cause: error });
  }
}
