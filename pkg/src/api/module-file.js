/**
 * The core's module as a file beside this script: read from disk on a server, fetched in a browser.
 * This file knows where the module lies, and api.js what to do with it.
 */
import { wasm } from '#api-files';
import { failure } from '../data/failure.js';

/** The advice for the case that the file was not deployed. */
const REMEDY = `Import 'misconception-scorecard/core', which has the module in it, or await ready() with the bytes of core.wasm`;

const unreachable = (error) =>
  failure('unreachable', `the module at ${wasm()} cannot be used: ${error.message}. ${REMEDY}`);

/** The bytes, if this runtime can read files synchronously; undefined if not. */
export function now() {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs');
  try {
    return fs?.readFileSync(wasm());
  } catch (error) {
    throw unreachable(error);
  }
}

/** The bytes, over the network. */
export async function later() {
  try {
    const response = await fetch(wasm());
    if (!response.ok) throw new Error(`the server responds with ${response.status}`);
    return await response.arrayBuffer();
  } catch (error) {
    throw unreachable(error);
  }
}
