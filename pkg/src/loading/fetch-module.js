/**
 * The reader's module where it is a file of its own. Knows where the file lies; what is done with the module, load.js
 * knows.
 */
import { integrity, wasm, wasmName } from '#files';
import { get, assetUrl } from './fetch.js';

/** The module, if its bytes are as they were built. */
export async function compile(assets) {
  const url = assets ? assetUrl(wasmName, assets) : wasm();
  // Where there is no WebAssembly, this throws before anything is asked for. In the background: at once would be a little
  // sooner, and block the page a little longer.
  return WebAssembly.compile(await get(url, 'module', { integrity }));
}
