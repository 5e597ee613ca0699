/** Numbers that look random and are the same in every run. Knows nothing of what they are for. */

/** `count` pseudo-random integers below `end` (xorshift32). */
export function randoms(count, end) {
  const numbers = new Uint8Array(count);
  let state = 2463534242;
  for (let i = 0; i < numbers.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    numbers[i] = (state >>> 0) % end;
  }
  return numbers;
}
