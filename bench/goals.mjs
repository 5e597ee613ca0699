/**
 * The performance goals of this widget relative to the others, and whether it meets them. Knows
 * figures and its own entries; must not know how figures are measured.
 */
import { difference, greatest, ratio } from './figures.mjs';

const OURS = ['ours-one', 'ours-split', 'ours-hints', 'ours-prerendered', 'ours-own', 'ours-js', 'ours-list'];
/** The time between two frames, in ms. */
const FRAME = 16.7;

const times = (limit) => ({ compare: ratio, limit, say: (it) => `${it.toFixed(2)}x` });
const above = (limit) => ({ compare: difference, limit, say: (it) => `${it < 0 ? '' : '+'}${it.toFixed(1)} ms` });
const READY = 'first answerable option, Slow 4G, CPU 4x';
const CLICK = `click to paint at most a frame (${FRAME} ms) above vanilla`;
/**
 * The goal for when the first option can be answered: at most `limit` times the time of `base`, for
 * the entries `of`.
 */
const ready = (of, base, name, limit) => ({
  goal: `${READY}: at most ${limit.toFixed(2)}x ${name}`,
  of,
  figure: 'readySlow',
  base,
  ...times(limit),
});

/** @typedef {{ compare: Function, limit: number, say: (it: number) => string }} Measure */

/**
 * The text of the goal, the entries it applies to, the figure, and the entry to compare with.
 *
 * @type {(Measure & { goal: string, of: string[], figure: string, base?: string })[]}
 */
const GOALS = [
  ready(['ours-one', 'ours-own'], 'vanilla', 'vanilla', 1.1),
  ready(['ours-split'], 'vanilla', 'vanilla', 1.35),
  ready(['ours-hints'], 'vanilla', 'vanilla', 1.2),
  ready(['ours-prerendered'], 'static-html', 'static HTML', 1.05),
  {
    goal: 'an option clicked at once is taken up, Slow 4G, CPU 4x: at most 1.20x the build before first screens',
    of: ['ours-one'],
    figure: 'takenSlow',
    base: 'ours-one-before',
    ...times(1.2),
  },
  {
    goal: 'blocking before it no more than Preact’s',
    of: ['ours-one', 'ours-split', 'ours-own'],
    figure: 'tbtSlow',
    base: 'preact',
    ...above(0),
  },
  { goal: CLICK, of: OURS, figure: 'clickFast', base: 'vanilla', ...above(FRAME) },
  { goal: `${CLICK}, CPU 4x`, of: OURS, figure: 'clickSlow', base: 'vanilla', ...above(FRAME) },
  {
    goal: 'layout shift 0 in every Slow 4G visit',
    of: OURS,
    figure: 'cls',
    compare: (entry, _, figure) => greatest(entry, figure),
    limit: 0,
    say: (it) => it.toFixed(3),
  },
  { goal: 'memory of the whole page at most 1.5x Preact’s', of: OURS, figure: 'uasm', base: 'preact', ...times(1.5) },
];

const SURVEYJS = /^SurveyJS .*getVariable\('score'\) \(one model reused\)$/;
const WHOLE = 'plain JS, typed arrays, all rules of SCORING.md 2';
const BATCH = 'this package, score (columns of verdicts and beliefs)';
const RATES = [
  {
    goal: 'evaluateAll scores at least 100 times as many responses a second as SurveyJS',
    scorer: 'this package, evaluateAll (whole scorecards as objects)',
    than: SURVEYJS,
    atLeast: 100,
  },
  { goal: 'score: at least 5 million responses a second', scorer: BATCH, atLeast: 5e6 },
  {
    goal: 'score: at least 0.2 times plain JavaScript that does all the rules',
    scorer: BATCH,
    than: WHOLE,
    atLeast: 0.2,
  },
  {
    goal: 'natively at least 20 million responses a second on one core',
    scorer: 'this library, score_into (native, one core)',
    atLeast: 20e6,
  },
];

/** The goals for 1,000 statements; times in ms. */
const GROWTH = [
  { what: 'the list can be answered', figure: 'ready', limit: 1000 },
  { what: 'a tap', figure: 'tap', limit: 8 },
  { what: 'the scorecard of 500 misconceptions', figure: 'scorecard', limit: 500 },
];
const STEP = 12;
/** The longest time to check a document of 1 MB, in ms. */
const CHECK = 1000;
/** How much more memory ten times the rows may need: none, but for what garbage collection leaves. */
const MEMORY = 1.25;

/** One row per goal: its text, what was measured, and whether it is met. */
export const goalRows = ({ entries, throughput, growth, rows, checks }) => [
  ...GOALS.map((goal) => visitRow(goal, entries)),
  ...RATES.map((goal) => rateRow(goal, throughput ?? {})),
  ...GROWTH.flatMap((goal) => growthRows(goal, growth?.figures ?? [])),
  checkRow(checks ?? []),
  memoryRow(rows ?? []),
];

function visitRow(/** @type {any} */ { goal, of, figure, base, compare, limit, say }, entries) {
  const found = of.map((name) => ({ name, value: compare(entries[name], entries[base], figure) }));
  const measured = found.filter(({ value }) => value !== null);
  if (!measured.length) return [goal, 'not measured', '-'];
  const rest = found.filter(({ value }) => value === null).map(({ name }) => name);
  const said = measured.map(({ name, value }) => `${name} ${say(value)}`).join(', ');
  const isMissed = measured.some(({ value }) => value > limit);
  return [
    goal,
    rest.length ? `${said}; not measured: ${rest.join(', ')}` : said,
    isMissed ? '**missed**' : rest.length ? 'not all measured' : 'met',
  ];
}

/** Compares a rate with the fastest of the scorers that `than` names. */
function rateRow(/** @type {any} */ { goal, scorer, than, atLeast }, rates) {
  const rate = rates[scorer]?.perSecond;
  const isOther = (name) => (than instanceof RegExp ? than.test(name) : name === than);
  const others = Object.keys(rates).filter(isOther);
  if (rate === undefined || (than && !others.length)) return [goal, 'not measured', '-'];
  const value = than ? rate / Math.max(...others.map((name) => rates[name].perSecond)) : rate;
  const said = than ? `${value.toFixed(2)}x` : `${(value / 1e6).toFixed(1)} million`;
  return [goal, said, value < atLeast ? '**missed**' : 'met'];
}

/** Two rows: the time with the most statements, and how much it grows from step to step. */
function growthRows({ what, figure, limit }, figures) {
  const last = figures.at(-1);
  const goal = `1,000 statements, ${what}: at most ${limit} ms`;
  const growing = `${what}, ten times the statements: at most ${STEP} times the time`;
  if (!last) return [goal, growing].map((it) => [it, 'not measured', '-']);
  const steps = figures.slice(1).map((it, index) => it[figure] / figures[index][figure]);
  const said = steps.map((it, index) => `to ${figures[index + 1].statements}: ${it.toFixed(1)}x`);
  return [
    [goal, `${last[figure].toFixed(1)} ms`, last[figure] > limit ? '**missed**' : 'met'],
    [growing, said.join(', '), steps.some((it) => it > STEP) ? '**missed**' : 'met'],
  ];
}

/** The slowest of the documents, of which each is large in its own way. */
function checkRow(checks) {
  const goal = `check of a document of 1 MB, the slowest of ${checks.length}: at most ${CHECK} ms`;
  if (!checks.length) return [goal, 'not measured', '-'];
  const failed = checks.find(({ failure }) => failure);
  if (failed) return [goal, `${failed.name}: ${failed.failure}`, '**missed**'];
  const slowest = checks.reduce((one, other) => (other.median > one.median ? other : one));
  return [goal, `${Math.round(slowest.median)} ms (${slowest.name})`, slowest.median > CHECK ? '**missed**' : 'met'];
}

/** How much more memory the most rows need than the fewest, by format. */
function memoryRow(figures) {
  const goal = `evaluate, ten times the rows: at most ${MEMORY} times the memory`;
  if (!figures.length) return [goal, 'not measured', '-'];
  const forms = [...new Set(figures.map(({ form }) => form))];
  const ratios = forms.map((form) => {
    const own = figures.filter((it) => it.form === form).map(({ memory }) => memory);
    return { form, value: own.at(-1) / own[0] };
  });
  const said = ratios.map(({ form, value }) => `${form} ${value.toFixed(2)}x`).join(', ');
  return [goal, said, ratios.some(({ value }) => value > MEMORY) ? '**missed**' : 'met'];
}
