/**
 * The reader's module where it is in the script itself, as a text. Knows how the build packs it: see `pack` in
 * xtask/src/pack.rs; what is done with the module, load.js knows.
 */
import packed from '#packed';

/** The module. In the background: the script has only just begun, and the page has its turn before it. */
export async function compile() {
  const bytes = new Uint8Array(packed.length);
  for (let index = 0; index < packed.length; index++) {
    const code = packed.charCodeAt(index);
    bytes[index] = code && code !== 127 ? code : 127 - code;
  }
  return WebAssembly.compile(bytes);
}
