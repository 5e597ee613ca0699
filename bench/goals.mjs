/**
 * What this widget is to reach beside the others, and whether it does. Knows figures and its own entries; not how they
 * came about.
 */
import { difference, greatest, ratio } from './figures.mjs';

const OURS = ['ours-one', 'ours-split', 'ours-hints', 'ours-prerendered', 'ours-js', 'ours-list'];
/** Between two frames, in ms. */
const FRAME = 16.7;

const times = (limit) => ({ compare: ratio, limit, say: (it) => `${it.toFixed(2)}x` });
const above = (limit) => ({ compare: difference, limit, say: (it) => `${it < 0 ? '' : '+'}${it.toFixed(1)} ms` });
const READY = 'first answerable option, Slow 4G, CPU 4x';
const CLICK = `click to paint at most a frame (${FRAME} ms) above vanilla`;

/** @typedef {{ compare: Function, limit: number, say: (it: number) => string }} Measure */

/**
 * What is said, of which entries it holds, which figure it is of, and what that is held against.
 *
 * @type {(Measure & { goal: string, of: string[], figure: string, base?: string })[]}
 */
const GOALS = [
  { goal: `${READY}: at most 1.25x vanilla`, of: ['ours-one'], figure: 'readySlow', base: 'vanilla', ...times(1.25) },
  { goal: `${READY}: at most 1.5x vanilla`, of: ['ours-split'], figure: 'readySlow', base: 'vanilla', ...times(1.5) },
  { goal: `${READY}: at most 1.3x vanilla`, of: ['ours-hints'], figure: 'readySlow', base: 'vanilla', ...times(1.3) },
  {
    goal: `${READY}: at most 1.05x static HTML`,
    of: ['ours-prerendered'],
    figure: 'readySlow',
    base: 'static-html',
    ...times(1.05),
  },
  {
    goal: 'blocking before it no more than Preact’s',
    of: ['ours-one', 'ours-split'],
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

/** A row for each goal: what it is, what was measured, and whether it is met. */
export function goalRows({ entries }) {
  return GOALS.map(({ goal, of, figure, base, compare, limit, say }) => {
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
  });
}
