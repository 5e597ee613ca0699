/**
 * Unpacks the bytes of a module from a string. The format is that of `pack` in xtask/src/pack.rs.
 */

export function unpack(packed) {
  const bytes = new Uint8Array(packed.length);
  let length = 0;
  for (let index = 0; index < packed.length; index++) {
    // One character per byte, counted from the space. The last two ASCII characters each begin a
    // pair, which stands for one of the other byte values.
    const code = packed.charCodeAt(index) - 32;
    bytes[length++] = code < 93 ? code : code * 95 - 8742 + packed.charCodeAt(++index) - 32;
  }
  return bytes.subarray(0, length);
}
