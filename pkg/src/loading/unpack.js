/**
 * From a text to the bytes of a module. Knows how the build packs it: see `pack` in xtask/src/pack.rs.
 */

export function unpack(packed) {
  const bytes = new Uint8Array(packed.length);
  let length = 0;
  for (let index = 0; index < packed.length; index++) {
    // A character a byte, from the space on; the last two of ASCII open a pair.
    const code = packed.charCodeAt(index) - 32;
    bytes[length++] = code < 93 ? code : code * 95 - 8742 + packed.charCodeAt(++index) - 32;
  }
  return bytes.subarray(0, length);
}
