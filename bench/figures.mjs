/**
 * Turns visits into figures: medians and ranges. Comparisons are made within each round, so that a
 * busy spell of the machine hits both sides. Knows what a visit contains; must not know which
 * figures are good or how they are shown.
 */

/**
 * Where to find each figure: the kind of visit in a round, and how to read it. Times in ms, memory
 * in bytes.
 */
const FIGURES = {
  readyFast: ['fast', (visit) => visit.ready],
  readySlow: ['slow4g', (visit) => visit.ready],
  tbtFast: ['fast', (visit) => visit.tbt],
  tbtSlow: ['slow4g', (visit) => visit.tbt],
  longestFast: ['fast', (visit) => visit.longest],
  longestSlow: ['slow4g', (visit) => visit.longest],
  clickFast: ['fast', (visit) => median(visit.clicks ?? [])],
  clickSlow: ['slow4g', (visit) => median(visit.clicks ?? [])],
  // 0 means no value: the events were in an iframe, where they were not seen.
  inpFast: ['fast', (visit) => visit.inp || null],
  inpSlow: ['slow4g', (visit) => visit.inp || null],
  resultFast: ['fast', (visit) => visit.result],
  resultSlow: ['slow4g', (visit) => visit.result],
  cpuFast: ['fast', (visit) => visit.cpu?.task],
  cpuSlow: ['slow4g', (visit) => visit.cpu?.task],
  scriptFast: ['fast', (visit) => visit.cpu?.script],
  heap: ['memory', (visit) => visit.heap],
  uasm: ['memory', (visit) => visit.uasm],
  cls: ['slow4g', (visit) => visit.cls],
  takenSlow: ['early', (visit) => visit.taken],
};
/** The entries that the others are compared with. */
const BASES = { xFloor: 'static-html', xVanilla: 'vanilla', xPreact: 'preact' };

/** The median of the finite numbers among `values`; null if there are none. */
export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (!sorted.length) return null;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** An entry's values of a figure, one per round; null for a round without one. */
function values(entry, figure) {
  const [kind, read] = FIGURES[figure];
  return entry.raw[kind].map((visit) => (visit && read(visit)) ?? null);
}

/**
 * The median of `compare(ours, theirs)` over the rounds that have both values; null if an entry is
 * missing.
 */
function paired(entry, base, figure, compare) {
  if (!entry || !base) return null;
  const theirs = values(base, figure);
  const both = (ours, round) => (ours === null || theirs[round] === null ? null : compare(ours, theirs[round]));
  return median(values(entry, figure).map(both));
}

/** The median of the ratios within each round. */
export const ratio = (entry, base, figure) =>
  paired(entry, base, figure, (ours, theirs) => (theirs ? ours / theirs : null));

/** The median of the differences within each round. */
export const difference = (entry, base, figure) => paired(entry, base, figure, (ours, theirs) => ours - theirs);

/** The greatest value over all rounds; null if there is none. */
export function greatest(entry, figure) {
  const found = entry ? values(entry, figure).filter(Number.isFinite) : [];
  return found.length ? Math.max(...found) : null;
}

/**
 * Per entry its figures, each `{ median, min, max, n, xFloor, xVanilla, xPreact }`, its bytes and
 * its failed visits.
 */
export function summarize({ entries }) {
  const against = (compare) =>
    Object.fromEntries(
      Object.entries(BASES).map(([name, base]) => [name, entries[base] ? compare(entries[base]) : null]),
    );
  const summary = {};
  for (const [name, entry] of Object.entries(entries)) {
    const figures = Object.keys(FIGURES).map((figure) => {
      const found = values(entry, figure).filter(Number.isFinite);
      if (!found.length) return [figure, null];
      const range = { median: median(found), min: Math.min(...found), max: Math.max(...found), n: found.length };
      return [figure, { ...range, ...against((base) => ratio(entry, base, figure)) }];
    });
    const { br } = entry.size.total;
    summary[name] = {
      ...Object.fromEntries(figures),
      br: { total: br, ...against((base) => br / base.size.total.br) },
      failedVisits: Object.values(entry.raw)
        .flat()
        .filter((visit) => visit?.errors.length).length,
    };
  }
  return summary;
}
