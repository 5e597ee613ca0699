/**
 * The core's module as a string in this script, so that no file has to be found. This file undoes
 * `deflate` of xtask/src/pack.rs; api.js knows what to do with the module.
 */
import packed from '#packed';

/**
 * The bytes, synchronously, if the runtime has Node's own modules: in Node, Deno and Bun, also in
 * tests that simulate a page. Undefined elsewhere.
 */
export function now() {
  const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
  return zlib?.inflateRawSync(globalThis.Buffer.from(packed, 'base64'));
}

/** The bytes, in every browser. */
export async function later() {
  const deflated = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const inflated = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).arrayBuffer();
}
