/**
 * Compiles the reader's module from a file of its own, `.wasm`. This file knows where that file
 * lies, and load.js what to do with the module.
 */
import { integrity, wasm, wasmName } from '#files';
import { get, assetUrl } from './fetch.js';

/** The module. Rejects if the file cannot be fetched or its hash is not that of the build. */
export async function compile(assets) {
  const url = assets ? assetUrl(wasmName, assets) : wasm();
  // Without WebAssembly, this line throws before it requests anything. `compile` works in the
  // background; the synchronous constructor would be done a little sooner, but block the page
  // longer.
  return WebAssembly.compile(await get(url, 'module', { integrity }));
}
