/**
 * A module where it is in a script, as a text: in the classic script, and in those that bundlers take. Knows that it is there;
 * what is done with it, load.js and extras.js know.
 */
import packed from '#packed';
import { unpack } from './unpack.js';

/** The module. In the background: the script has only just begun, and the page has its turn before it. */
export async function compile() {
  return WebAssembly.compile(unpack(packed));
}
