/**
 * "Did you mean": finds the known word that is most similar to a given one. This file does not know
 * what the words are for.
 */

/**
 * The one of `known` that `word` was probably meant to be, with at most a third of its letters
 * wrong; undefined if there is none.
 */
export function closest(word, known) {
  const written = word.toLowerCase();
  const [best] = known
    // The difference in length is a lower bound, and two long words take long to compare.
    .filter((other) => Math.abs(other.length - written.length) <= most(other))
    .map((other) => ({ other, slips: slips(written, other.toLowerCase()) }))
    .filter(({ other, slips: count }) => count <= most(other))
    .sort((a, b) => a.slips - b.slips);
  return best?.other;
}

/** The most edits that still count as similar. */
const most = (word) => Math.max(1, Math.floor(word.length / 3));

/**
 * The number of edits that make `b` of `a`: letters added, dropped, changed, or swapped with the
 * next (restricted Damerau-Levenshtein distance).
 */
function slips(a, b) {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, count) => count);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, changed);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
