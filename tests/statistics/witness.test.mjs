/**
 * Compares the report's figures with those of plain SQL on the same file, and reports how long both
 * take for 100,000 responses. The time is processor time, because elapsed time depends on what else
 * the machine does. `DUCKDB_PYTHON` names a Python that has DuckDB; `cargo xtask test --all`
 * installs one.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BUILT_IN, Readers, ndjson } from '../package/report-stage.mjs';

/**
 * The goal is that a report on so many takes at most 3 s. That depends on the machine, so it is
 * reported and not asserted.
 */
const RESPONSES = 100_000;
const CLOSE = 1e-9;

const python = process.env.DUCKDB_PYTHON;
assert.ok(python, 'DUCKDB_PYTHON names a Python that has DuckDB: cargo xtask test --all');

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-witness-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const questionnaire = {
  ...BUILT_IN,
  misconceptions: BUILT_IN.misconceptions.map((it, index) =>
    index === 1 ? { ...it, evidence: { ...it.evidence, strength: 'contested' } } : it,
  ),
};
writeFileSync(path.join(folder, 'q.json'), JSON.stringify(questionnaire));

function write(name, messages) {
  writeFileSync(path.join(folder, name), messages);
}

const sql = (name) =>
  JSON.parse(
    execFileSync(python, [here('witness.py'), path.join(folder, 'q.json'), path.join(folder, name)], {
      maxBuffer: 1e8,
    }),
  );

/** Prints at the end how much processor time the process took, in microseconds. */
const CLOCK = `data:text/javascript,process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(String(user + system));
})`;

function report(name) {
  const command = here('../../pkg/command/main.js');
  const words = ['--import', CLOCK, command, 'report', '--json', path.join(folder, 'q.json'), path.join(folder, name)];
  const { stdout, stderr } = spawnSync(process.execPath, words, { maxBuffer: 1e8, encoding: 'utf8' });
  assert.match(stderr, /^\d+$/);
  return { figures: JSON.parse(stdout), seconds: Number(stderr) / 1e6 };
}

function close(found, expected, what) {
  assert.ok(Math.abs(found - expected) <= CLOSE, `${what}: ${found} is not ${expected}`);
}

test('every figure is the same as that of SQL on the same file', () => {
  const readers = new Readers(questionnaire, 11);
  const messages = readers.many(4000);
  for (let at = 0; at < 4000; at += 41) messages.push(readers.response(at), readers.withdraw(at + 1));
  // Some give one answer to everything.
  for (let at = 0; at < 30; at++) {
    const answers = Object.fromEntries(readers.statements.map((id) => [id, { agreement: 1 + (at % 5) }]));
    messages.push(readers.response(9000 + at, { answers }));
  }
  write('few.ndjson', ndjson(messages));
  const witness = sql('few.ndjson');
  const { figures } = report('few.ndjson');
  const all = [...figures.misconceptions, ...figures.contested];
  const one = (list, id) => list.find((it) => it.id === id);
  assert.equal(figures.responses, witness.responses);
  assert.equal(witness.held.length, all.length);
  for (const { id, x, n, low, high, inconsistent, could, ...counts } of witness.held) {
    const { held, verdicts, inconsistent: contradicting } = one(all, id);
    assert.deepEqual([held.count, held.n], [x, n], id);
    close(held.low, low, `${id} low`);
    close(held.high, high, `${id} high`);
    for (const [name, count] of Object.entries(counts)) assert.equal(verdicts[name], count, `${id} ${name}`);
    assert.deepEqual([contradicting?.count ?? 0, contradicting?.n ?? 0], [inconsistent, could], id);
  }
  assert.equal(witness.change.length, all.length);
  for (const { id, corrected, acquired, n, mean, changes, p } of witness.change) {
    const { change } = one(all, id);
    assert.deepEqual([change.sign.corrected, change.sign.acquired, change.n], [corrected, acquired, n], id);
    assert.equal(change.normalized.n, changes);
    close(change.normalized.value, mean, `${id} change`);
    close(change.sign.p, p, `${id} p`);
  }
  for (const { id, dontKnow, blank, facility, n, counts } of witness.statements) {
    const found = one(figures.statements, id);
    assert.deepEqual([found.dontKnow.count, found.blank.count, found.counts], [dontKnow, blank, counts], id);
    if (found.contested) continue;
    assert.equal(found.facility.n, n);
    close(found.facility.value, facility, `${id} facility`);
  }
  const telling = figures.statements.filter((it) => !it.contested);
  assert.equal(witness.discrimination.length, telling.length);
  for (const { id, r, n } of witness.discrimination) {
    const { discrimination } = one(telling, id);
    assert.equal(discrimination.n, n, id);
    close(discrimination.value, r, `${id} discrimination`);
  }
  assert.ok(witness.pairs.length > 0);
  for (const { id, value, n } of witness.pairs) {
    const { reliability } = one(all, id);
    assert.equal(reliability.value.n, n);
    close(reliability.value.value, value, `${id} reliability`);
  }
  const { straightLined } = figures.habits;
  assert.deepEqual([straightLined.count, straightLined.n], [witness.straight.did, witness.straight.could]);
  assert.ok(straightLined.count >= 30);
});

test(`a report on ${RESPONSES} responses has the figures of SQL; the time of both is reported`, (t) => {
  // The same 2,000 responses with other receipts, because making them is not what is measured.
  const texts = new Readers(questionnaire, 12).many(2000).map((it) => JSON.stringify(it));
  const receipt = (number) => number.toString(16).padStart(12, '0');
  const lines = Array.from({ length: RESPONSES }, (_, number) =>
    texts[number % texts.length].replace(/(?<="receipt":"[0-9a-f-]{24})[0-9a-f]{12}/, receipt(number)),
  );
  write('many.ndjson', `${lines.join('\n')}\n`);
  const { figures, seconds } = report('many.ndjson');
  assert.equal(figures.responses, RESPONSES);
  const witness = sql('many.ndjson');
  assert.equal(witness.responses, RESPONSES);
  t.diagnostic(
    `processor time of the report: ${seconds.toFixed(2)} s; of the same figures in DuckDB ${witness.version}: ${witness.seconds.toFixed(2)} s`,
  );
});
