/**
 * Writes the tables. Knows how figures are shown; must not know how they are computed.
 *
 *     node report.mjs [results.json]      writes the tables of an earlier run again
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { summarize } from './figures.mjs';
import { goalRows } from './goals.mjs';

const number = (it, digits = 0) => (it == null ? '-' : it.toFixed(digits));
const kb = (bytes) => (bytes ? number(bytes / 1000, bytes < 10_000 ? 2 : 1) : '-');
const wholeKb = (bytes) => number(bytes == null ? null : bytes / 1000);
const range = (it, digits = 0, unit = 1) => {
  const show = (value) => number(value / unit, digits);
  return it ? `${show(it.median)} (${show(it.min)}-${show(it.max)})` : '-';
};
const times = (it) => (it == null ? '-' : `${number(it, it >= 10 ? 0 : 2)}x`);
const whole = (it) => Math.round(it).toLocaleString('en');

/** A Markdown table. Columns are right-aligned numbers, except those listed in `words`. */
function table(head, rows, words = [0]) {
  const lines = head.map((_, column) => (words.includes(column) ? '---' : '---:'));
  return [head, lines, ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/**
 * A table with one row per entry, from columns `[heading, cell]`. `cell` is called with figures and
 * entry.
 */
function entryTable({ entries, summary }, columns) {
  const rows = Object.entries(entries).map(([name, entry]) => [
    entry.title,
    ...columns.map(([, cell]) => cell(summary[name], entry)),
  ]);
  return table(['entry', ...columns.map(([heading]) => heading)], rows);
}

const title = (results) => `# Quiz widgets in a real browser

Made by \`cargo xtask bench\` with the build of commit ${results.build}: ${results.when}, ${results.runs} interleaved runs, Chromium ${results.chromium} headless, \
${results.cpu}; load average at the start of each round ${results.loadAtRoundStart.join(', ')}. Where other work shares \
the machine, compare ratios and medians, not single milliseconds. Cells: median (min-max). Ratios are medians of the \
ratios within each round.
`;

const goals = (results) => `## Goals

Ratios and differences are medians of those within each round.

${table(['goal', 'measured', 'outcome'], goalRows(results), [0, 1, 2])}`;

function bytes(results) {
  const KNOWN = ['html', 'js', 'css', 'font'];
  const of =
    (type) =>
    (_, { size }) =>
      kb(size.byType[type]?.br);
  const other = (_, { size }) => {
    const types = Object.keys(size.byType).filter((type) => !KNOWN.includes(type));
    return kb(types.reduce((sum, type) => sum + size.byType[type].br, 0));
  };
  return `## Bytes over the wire

kB = 1000 bytes, everything a whole visit asked for, from first paint to results.

${entryTable(results, [
  ['requests', (_, { size }) => size.total.requests],
  ['HTML br', of('html')],
  ['JS br', of('js')],
  ['CSS br', of('css')],
  ['font br', of('font')],
  ['other br', other],
  ['total br', (_, { size }) => kb(size.total.br)],
  ['total gz', (_, { size }) => kb(size.total.gz)],
  ['total raw', (_, { size }) => kb(size.total.raw)],
  ['x floor', ({ br }) => times(br.xFloor)],
  ['x vanilla', ({ br }) => times(br.xVanilla)],
])}`;
}

const ready = (results) => `## Time from navigation to a first option that can be seen and clicked (ms)

Slow 4G: 1.6 Mbit/s down, 150 ms a round trip. Early click: in one more Slow 4G visit of each round \
the option was clicked at the very moment this clock stopped. Was the answer kept in all of them, and when, from \
navigation, had the widget itself taken it up?

${entryTable(results, [
  ['unthrottled', (it) => range(it.readyFast)],
  ['x floor', (it) => times(it.readyFast?.xFloor)],
  ['x vanilla', (it) => times(it.readyFast?.xVanilla)],
  ['Slow 4G, CPU 4x', (it) => range(it.readySlow)],
  ['x floor', (it) => times(it.readySlow?.xFloor)],
  ['x vanilla', (it) => times(it.readySlow?.xVanilla)],
  ['early click kept', (_, { earlyClickKept }) => (earlyClickKept ? 'yes' : 'no')],
  ['taken up, Slow 4G', (it) => range(it.takenSlow)],
  ['x vanilla', (it) => times(it.takenSlow?.xVanilla)],
])}`;

const mainThread = (results) => `## Main thread until then, and layout shift

Blocking is the sum of the parts over 50 ms of long tasks that began before the first option was ready. Main-thread \
work is all task time until settled.

${entryTable(results, [
  ['blocking ms', (it) => range(it.tbtFast)],
  ['longest task ms', (it) => range(it.longestFast)],
  ['blocking ms, 4x', (it) => range(it.tbtSlow)],
  ['longest ms, 4x', (it) => range(it.longestSlow)],
  ['main-thread work ms', (it) => range(it.cpuFast)],
  ['x vanilla', (it) => times(it.cpuFast?.xVanilla)],
  ['work ms, 4x', (it) => range(it.cpuSlow)],
  ['x vanilla', (it) => times(it.cpuSlow?.xVanilla)],
  ['CLS', (it) => number(it.cls?.median, 3)],
])}`;

const answering = (results) => `## Answering: click to next paint (ms)

A visit's figure is the median of its five answers; then the median over the runs. Worst interaction: the longest \
pointer or click event of the visit by the browser's own Event Timing (steps of 8 ms; includes the next and submit \
buttons). Result: from the last click to the painted result.

${entryTable(results, [
  ['click to paint', (it) => range(it.clickFast, 1)],
  ['x vanilla', (it) => times(it.clickFast?.xVanilla)],
  ['click to paint, 4x', (it) => range(it.clickSlow, 1)],
  ['x vanilla', (it) => times(it.clickSlow?.xVanilla)],
  ['worst interaction ms', (it) => range(it.inpFast)],
  ['worst, 4x', (it) => range(it.inpSlow)],
  ['result ms', (it) => range(it.resultFast)],
  ['result ms, 4x', (it) => range(it.resultSlow)],
])}`;

function memory(results) {
  const floor = Object.keys(results.entries).find((name) => results.entries[name].kind === 'floor');
  const least = results.summary[floor]?.heap?.median;
  return `## Memory after load

Heap: JS heap in use after a forced collection. Whole page: performance.measureUserAgentSpecificMemory(), which also \
counts WebAssembly memory.

${entryTable(results, [
  ['JS heap kB', (it) => range(it.heap, 0, 1000)],
  ['above floor kB', (it) => (least == null || !it.heap ? '-' : wholeKb(it.heap.median - least))],
  ['x floor', (it) => times(it.heap?.xFloor)],
  ['x vanilla', (it) => times(it.heap?.xVanilla)],
  ['whole page kB', (it) => wholeKb(it.uasm?.median)],
  ['x vanilla', (it) => times(it.uasm?.xVanilla)],
  ['x Preact', (it) => times(it.uasm?.xPreact)],
])}`;
}

function bytesOnly(results) {
  const weighed = Object.entries(results.bytesOnly);
  if (!weighed.length) return '';
  const rows = weighed.map(([name, { br, gz, raw, note }]) => [name, kb(br), kb(gz), kb(raw), note]);
  return `## Script bytes only (these load their form from the network)

${table(['embed', 'br kB', 'gz kB', 'raw kB', 'note'], rows, [0, 4])}`;
}

function scoring({ throughput, node }) {
  if (!throughput) return '';
  const base = throughput['plain JS, array of objects'].perSecond;
  const against = (it) => (it >= base ? times(it / base) : `1/${whole(base / it)}`);
  const rows = Object.entries(throughput).map(([scorer, { responses, perSecond, min, max }]) => [
    scorer,
    whole(responses),
    whole(perSecond),
    whole(min),
    whole(max),
    against(perSecond),
  ]);
  return `## Scoring without a browser (Node ${node}, responses per second)

${table(['scorer', 'responses', 'per second, median', 'min', 'max', 'against plain JS objects'], rows)}`;
}

function growth({ growth: measured }) {
  if (!measured) return '';
  const rows = measured.figures.map(({ statements, ready, first, tap, scorecard }) => [
    whole(statements),
    ...[ready, first, tap, scorecard].map((it) => number(it, 1)),
  ]);
  return `## Growth: the list layout (ms, medians of ${measured.runs} visits, unthrottled)

Two statements a misconception. Ready: from navigation, everything in one script. A tap: until the page is changed, before it is painted. \
Scorecard: from the last button to the painted scorecard.

${table(['statements', 'ready', 'first tap', 'tap', 'scorecard'], rows, [])}`;
}

function command({ rows: measured, checks }) {
  if (!measured || !checks) return '';
  const rows = measured.map(({ form, rows, perSecond, seconds, memory }) => [
    form,
    whole(rows),
    number(seconds, 1),
    whole(perSecond),
    number(memory),
  ]);
  const slowest = [...checks].sort((one, other) => (other.median ?? Infinity) - (one.median ?? Infinity)).slice(0, 5);
  const documents = slowest.map(({ name, bytes, first, median, memory, failure }) =>
    failure ? [name, '-', '-', failure, '-'] : [name, kb(bytes), number(first), number(median), number(memory)],
  );
  return `## The command

The answers of many readers, piped into \`evaluate\`; one run each. Memory: the most that the process needed, in MB.

${table(['format', 'rows', 'seconds', 'rows per second', 'MB'], rows)}
Documents of 1 MB, each large in its own way, through \`check\`: the five slowest of ${checks.length} (ms, medians of five runs in one \
process).

${table(['document', 'kB', 'first', 'median', 'MB'], documents)}`;
}

function notes({ entries, summary }) {
  const lines = Object.entries(entries).map(([name, { title, kind, note }]) => {
    const { failedVisits } = summary[name];
    const failed = failedVisits ? ` Visits with errors: ${failedVisits} (see results.json).` : '';
    return `- **${title}** (${kind}): ${note}${failed}\n`;
  });
  return `## Notes on each entry\n\n${lines.join('')}`;
}

/** Writes results with their summary to `file`, and the tables beside it. Returns the tables. */
export function save(results, file) {
  results.summary = summarize(results);
  const sections = [
    title,
    goals,
    bytes,
    ready,
    mainThread,
    answering,
    memory,
    bytesOnly,
    scoring,
    growth,
    command,
    notes,
  ];
  const markdown = sections
    .map((section) => section(results))
    .filter(Boolean)
    .join('\n');
  writeFileSync(file, JSON.stringify(results, null, 1));
  writeFileSync(file === 'results.json' ? 'RESULTS.md' : file.replace(/json$/, 'md'), markdown);
  return markdown;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2] ?? 'results.json';
  console.log(save(JSON.parse(readFileSync(file, 'utf8')), file));
}
