/**
 * The core's module as a text in the script, so that no file need be found. Knows how the build packs it, see `deflate` in
 * xtask/src/pack.rs, and how to get at it; what is done with it, api.js knows.
 */
import packed from '#packed';

/** Its bytes, at once where Node's own modules are: in Node, Deno and Bun, also for tests with a page. */
export function now() {
  const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
  return zlib?.inflateRawSync(globalThis.Buffer.from(packed, 'base64'));
}

/** Its bytes. */
export async function later() {
  const deflated = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const inflated = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).arrayBuffer();
}
