/**
 * Runs all entries in Chromium, interleaved. Writes every visit to results.json and the tables to
 * RESULTS.md. Knows the order of the visits; must not know what a visit measures or how figures are
 * computed.
 *
 *     node bench.mjs [--runs 7] [--only NAME,NAME] [--entry NAME=DIR]... [--out results] [--no-throughput]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NOTES } from './bytes-only/notes.mjs';
import { filesByName, findEntries } from './entries.mjs';
import { save } from './report.mjs';
import { loadFolder, serve } from './serve.mjs';
import { PROFILES, launch, visit } from './visit.mjs';

/** The visits per entry and round. */
const VISITS = {
  fast: { profile: 'fast', answer: true },
  slow4g: { profile: 'slow4g', answer: true },
  memory: { profile: 'fast', memory: true },
  early: { profile: 'slow4g', early: true },
};

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    entry: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'results' },
    'no-throughput': { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
if (!(Number.isInteger(runs) && runs > 0)) throw new Error(`--runs ${options.runs}: it is a number from 1`);
const entries = await findEntries(options.only.split(',').filter(Boolean), options.entry);

/** The commit of this working tree, from whose build the pages were made. */
const build = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1000);
const load = () => Number(loadavg()[0].toFixed(2));
const loadAtRoundStart = [];
const raw = new Map(entries.map(({ name }) => [name, { fast: [], slow4g: [], memory: [], early: [] }]));
let chromium;

const server = await serve(filesByName(entries));
for (let round = 0; round < runs; round++) {
  loadAtRoundStart.push(load());
  const browser = await launch();
  chromium = browser.version();
  const order = entries.map((_, place) => entries[(place + round) % entries.length]);
  for (const [kind, wanted] of Object.entries(VISITS)) {
    for (const { name, adapter } of order)
      raw.get(name)[kind][round] = await visitTwice(browser, name, adapter, wanted);
    console.error(`round ${round + 1}/${runs} ${kind} done, ${seconds()} s, load ${load()}`);
  }
  await browser.close();
}
server.close();

const results = {
  when: new Date().toISOString(),
  runs,
  seconds: seconds(),
  build,
  chromium,
  node: process.version,
  cpu: `${cpus().length} x ${cpus()[0].model}`,
  loadAtRoundStart,
  profiles: PROFILES,
  entries: Object.fromEntries(entries.map((entry) => [entry.name, outcome(entry)])),
  bytesOnly: weighed(),
  throughput: options['no-throughput'] ? null : measured('throughput.mjs'),
  growth: options['no-throughput'] ? null : measured('growth.mjs'),
  rows: options['no-throughput'] ? null : measured('command.mjs'),
  checks: options['no-throughput'] ? null : measured('check.mjs', '--json'),
};
console.log(save(results, `${options.out}.json`));

/** Visits a page, and once more if that fails. If both fail, the results keep the errors. */
async function visitTwice(browser, name, adapter, wanted) {
  const first = await visit(browser, server, name, adapter, wanted);
  if (!first.errors.length) return first;
  return { ...(await visit(browser, server, name, adapter, wanted)), firstTry: first.errors };
}

function outcome({ name, files, adapter: { title, kind, note } }) {
  const visits = raw.get(name);
  return {
    title,
    kind,
    note,
    size: size(name, files, visits.fast.at(-1)),
    earlyClickKept: visits.early.every((it) => Number.isFinite(it?.taken)),
    raw: visits,
  };
}

/** How many bytes one whole visit requested, in all and by type. */
function size(name, files, { requests = [] }) {
  const total = { requests: 0, raw: 0, br: 0, gz: 0 };
  const byType = {};
  for (const { url } of requests) {
    const file = files.get(url.slice(`/${name}/`.length) || 'index.html');
    const type = file ? file.ext.replace(/^woff2?$/, 'font') : 'missing';
    byType[type] ??= { requests: 0, raw: 0, br: 0, gz: 0 };
    for (const sum of [total, byType[type]]) {
      sum.requests++;
      if (file) add(sum, file);
    }
  }
  return { total, byType };
}

function weighed() {
  const sizes = {};
  for (const name of existsSync('dist-bytes') ? readdirSync('dist-bytes') : []) {
    sizes[name] = { raw: 0, br: 0, gz: 0, note: NOTES[name] };
    for (const file of loadFolder(join('dist-bytes', name)).values()) add(sizes[name], file);
  }
  return sizes;
}

function add(sum, file) {
  for (const way of ['raw', 'br', 'gz']) sum[way] += file[way];
}

/**
 * The output of a program in this folder. It runs in its own process, so that it begins with an
 * empty heap.
 */
function measured(program, ...words) {
  /** @type {import('node:child_process').ExecFileSyncOptionsWithStringEncoding} */
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  return JSON.parse(execFileSync(process.execPath, [program, ...words], options));
}
