/**
 * The core's module as a file beside the script: read on a server, fetched in a page. Knows where the file lies; what is
 * done with it, api.js knows.
 */
import { wasm } from '#api-files';
import { failure } from '../data/failure.js';

/** What to do where the file was left behind. */
const REMEDY = `Import 'misconception-scorecard/core', which has the module in it, or await ready() with the bytes of core.wasm`;

const unreachable = (error) =>
  failure('unreachable', `the module at ${wasm()} cannot be used: ${error.message}. ${REMEDY}`);

/** Its bytes, where files can be read; undefined elsewhere. */
export function now() {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs');
  try {
    return fs?.readFileSync(wasm());
  } catch (error) {
    throw unreachable(error);
  }
}

/** Its bytes. */
export async function later() {
  try {
    const response = await fetch(wasm());
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return await response.arrayBuffer();
  } catch (error) {
    throw unreachable(error);
  }
}
