/**
 * Compiles a module that is part of a script, packed as a string: so it is in the classic script,
 * and in those for bundlers. load.js and extras.js know what to do with the module.
 */
import packed from '#packed';
import { unpack } from './unpack.js';

/**
 * The module. It is compiled in the background, so that the page is not blocked while its script
 * starts.
 */
export async function compile() {
  return WebAssembly.compile(unpack(packed));
}
