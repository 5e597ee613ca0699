/**
 * The rules of SCORING.md, section 2, written by hand in plain JavaScript, for one questionnaire
 * and columns of small integers. The speed of the WebAssembly core is compared with it. Knows typed
 * arrays; must not use the package.
 */

const DONT_KNOW = 255;
const TOLERANCE = 1e-9;
const [HELD, LEANING, UNSURE, INSUFFICIENT, NOT_HELD] = [0, 1, 2, 3, 4];

/** Prepares a questionnaire with the default rules: what `score` looks up for each response. */
export function layOut({ misconceptions, scale: { points = 5 } = {} }) {
  const statements = misconceptions.flatMap((it, group) => it.statements.map((statement) => ({ ...statement, group })));
  const positions = (key) =>
    Float64Array.from({ length: points + 1 }, (_, point) => {
      const share = (point - 1) / (points - 1);
      return key === 'myth' ? share : 1 - share;
    });
  let next = 0;
  const firsts = misconceptions.map((it) => (next += it.statements.length) - it.statements.length);
  return {
    firsts: [...firsts, next],
    weights: Float64Array.from(statements, ({ weight = 1 }) => weight),
    positions: statements.map(({ key }) => positions(key)),
    isMyth: Uint8Array.from(statements, ({ key }) => Number(key === 'myth')),
    contested: misconceptions.map(({ evidence }) => evidence?.strength === 'contested'),
  };
}

/** Rules 2.1 to 2.4. Writes verdicts and beliefs into columns, one per misconception. */
export function score({ firsts, weights, positions }, columns, rows, verdicts, beliefs) {
  for (let group = 0; group + 1 < firsts.length; group++) {
    const [first, end] = [firsts[group], firsts[group + 1]];
    const [verdict, belief] = [verdicts[group], beliefs[group]];
    for (let row = 0; row < rows; row++) {
      let [sum, weight, placed, unknown] = [0, 0, 0, 0];
      for (let index = first; index < end; index++) {
        const code = columns[index][row];
        if (code === 0) continue;
        if (code === DONT_KNOW) {
          unknown++;
          continue;
        }
        placed++;
        sum += positions[index][code] * weights[index];
        weight += weights[index];
      }
      const isEnough = placed * 2 > end - first;
      const found = isEnough ? 100 * (sum / weight) : Number.NaN;
      belief[row] = found;
      verdict[row] = isEnough ? band(found) : (placed + unknown) * 2 > end - first ? UNSURE : INSUFFICIENT;
    }
  }
}

function band(belief) {
  if (belief >= 75 - TOLERANCE) return HELD;
  if (belief >= 62.5 - TOLERANCE) return LEANING;
  return belief > 37.5 + TOLERANCE ? UNSURE : NOT_HELD;
}

/**
 * Rules 2.5 and 2.6 as well: flags per misconception and row, and per row the counts `held` to
 * `contested`.
 */
export function scoreWhole(plan, columns, rows, { verdicts, beliefs, inconsistent, straight, counts }) {
  score(plan, columns, rows, verdicts, beliefs);
  const { firsts, positions, isMyth, contested } = plan;
  counts.fill(0);
  for (let group = 0; group + 1 < firsts.length; group++) {
    for (let row = 0; row < rows; row++) {
      let [myths, myth, facts, fact] = [0, 0, 0, 0];
      for (let index = firsts[group]; index < firsts[group + 1]; index++) {
        const code = columns[index][row];
        if (code === 0 || code === DONT_KNOW) continue;
        const position = positions[index][code];
        if (isMyth[index]) {
          myths++;
          myth += position;
        } else {
          facts++;
          fact += position;
        }
      }
      inconsistent[group][row] = Number(Math.abs(myth / myths - fact / facts) >= 0.5 - TOLERANCE);
      const verdict = verdicts[group][row];
      // The columns are held, leaning, unsure, insufficient, not held, contested.
      counts[row * 6 + (contested[group] ? 5 : verdict)]++;
    }
  }
  for (let row = 0; row < rows; row++) {
    let [count, point, keys, isSame] = [0, 0, 0, true];
    for (let index = 0; index < columns.length; index++) {
      const code = columns[index][row];
      if (code === 0 || code === DONT_KNOW) continue;
      isSame &&= count === 0 || code === point;
      point = code;
      count++;
      keys |= isMyth[index] ? 1 : 2;
    }
    straight[row] = Number(isSame && count >= 4 && keys === 3);
  }
}
