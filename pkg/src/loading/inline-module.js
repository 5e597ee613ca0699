/**
 * The reader's module where it is in a classic script, as a text. Knows how the build packs it: see `pack` in
 * xtask/src/pack.rs; what is done with the module, load.js knows.
 */
import packed from '#packed';

/** The module. In the background: the script has only just begun, and the page has its turn before it. */
export async function compile() {
  const bytes = new Uint8Array(packed.length);
  let length = 0;
  for (let index = 0; index < packed.length; index++) {
    // A character a byte, from the space on; the last two of ASCII open a pair.
    const code = packed.charCodeAt(index) - 32;
    bytes[length++] = code < 93 ? code : code * 95 - 8742 + packed.charCodeAt(++index) - 32;
  }
  return WebAssembly.compile(bytes.subarray(0, length));
}
