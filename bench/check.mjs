/**
 * Measures `check` of the built package in Node. Each document has 1 MB and is large in its own
 * way. The goal is one second each, because an author waits while typing. Knows how to time; the
 * documents are shared with the tests that say what `check` finds in them.
 *
 * node bench/check.mjs [--json] [NAME...]      after cargo xtask build; some names, or all
 */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS } from '../tests/package/hostile-documents.mjs';

const RUNS = 5;
/** The goal, and the time after which a run is stopped, in ms. */
const GOAL = 1000;
const LIMIT = 60_000;

const median = (times) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)];

/** Measures one document in this process. */
async function measure(name) {
  const { check } = await import(/** @type {string} */ ('../pkg/dist/core.js'));
  check('{}');
  const text = DOCUMENTS[name]();
  const times = [];
  let problems;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    ({ problems } = check(text, { today: '2026-11-23' }));
    times.push(performance.now() - start);
  }
  const report = JSON.stringify(problems).length;
  const first = problems.find((it) => it.severity === 'error') ?? problems[0];
  return {
    bytes: Buffer.byteLength(text),
    first: times[0],
    median: median(times),
    count: problems.length,
    report,
    code: first?.code ?? '',
    memory: process.resourceUsage().maxRSS / 1024,
  };
}

/**
 * Measures one document in a process of its own, so that running out of memory does not end the
 * table.
 */
function measureApart(name) {
  const { stdout, stderr, error, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), '--measure', name],
    { encoding: 'utf8', timeout: LIMIT },
  );
  if (status === 0) return JSON.parse(stdout);
  const cause = /^\w*Error:.*|FATAL ERROR.*/m.exec(stderr)?.[0];
  const isLate = /** @type {NodeJS.ErrnoException} */ (error)?.code === 'ETIMEDOUT';
  return { failure: isLate ? `more than ${LIMIT / 1000} s` : (cause ?? `exit ${status}`) };
}

/** One line of the table: a wide first cell, then narrow ones. */
const line = (cells) => cells.map((cell, at) => (at ? String(cell).padStart(9) : cell.padEnd(46))).join(' ');

function table(names) {
  const [{ model }] = os.cpus();
  console.log(
    `Node ${process.version}, ${os.type()} ${os.arch()}, ${os.cpus().length} x ${model}, load ${os.loadavg()[0].toFixed(1)}`,
  );
  console.log(`Median of ${RUNS} runs; the goal is ${GOAL} ms.\n`);
  console.log(line(['document', 'kB', 'first ms', 'median ms', 'MB', 'findings', 'report kB', ' ']));
  let slow = 0;
  for (const name of names) {
    const it = measureApart(name);
    slow += it.failure || it.median > GOAL ? 1 : 0;
    if (it.failure) {
      console.log(line([name, '', '', 'FAILED']), it.failure);
      continue;
    }
    const round = (number) => Math.round(number);
    console.log(
      line([
        name,
        round(it.bytes / 1000),
        round(it.first),
        round(it.median),
        round(it.memory),
        it.count,
        round(it.report / 1000),
        it.median > GOAL ? 'SLOW' : '',
      ]),
      it.code,
    );
  }
  console.log(`\n${slow} of ${names.length} over the goal.`);
}

const [first, ...others] = process.argv.slice(2);
const all = (names) => (names.length ? names : Object.keys(DOCUMENTS));
if (first === '--measure') console.log(JSON.stringify(await measure(others[0])));
else if (first === '--json') console.log(JSON.stringify(all(others).map((name) => ({ name, ...measureApart(name) }))));
else table(all(process.argv.slice(2)));
