/**
 * `report --feed`: a public feed changes only in steps of at least ten responses. Tests this for
 * any two consecutive feeds of random logs, with the differences counted here by receipts, and
 * tests what keeps a feed from being written.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import Ajv from 'ajv';
import * as core from '../../pkg/dist/core.js';
import { command, folder } from './command-stage.mjs';
import { BUILT_IN, Readers, ndjson, randoms } from './report-stage.mjs';

const ROUNDS = 25;
const STEPS = 14;
const schema = JSON.parse(readFileSync(new URL('../../contract/feed.schema.json', import.meta.url), 'utf8'));
const isFeed = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile({
  ...schema,
  $schema: undefined,
});

const start = (messages = []) => folder({ 'q.json': JSON.stringify(BUILT_IN), 'a.ndjson': ndjson(messages) });
const read = (cwd, name = 'feed.json') => JSON.parse(readFileSync(path.join(cwd, name), 'utf8'));
const write = (cwd, messages) => writeFileSync(path.join(cwd, 'a.ndjson'), ndjson(messages));
const feed = (cwd, ...flags) =>
  command(['report', '--feed', 'feed.json', ...flags, 'q.json', 'a.ndjson'], { core, cwd });

/**
 * A `Map` from each receipt that is still valid to what a feed counts of its response, as a string.
 */
function standing(messages) {
  const kept = new Map();
  for (const { kind, receipt, answers, verdicts } of messages) {
    if (kind === 'withdraw') kept.delete(receipt);
    else if (kind === 'response') {
      const agreements = Object.entries(answers).map(([id, { agreement }]) => [id, agreement]);
      kept.set(receipt, JSON.stringify([agreements, verdicts]));
    }
  }
  return kept;
}

function differing(before, now) {
  const all = new Set([...before.keys(), ...now.keys()]);
  return [...all].filter((receipt) => before.get(receipt) !== now.get(receipt)).length;
}

/** Extends a log: some messages come, some are replaced, some are withdrawn. */
function step(log, readers, random, next) {
  const sent = log.filter(({ kind }) => kind === 'response');
  const any = () => Number.parseInt(sent[random(sent.length)].receipt.slice(-12), 16);
  for (let count = random(9); count > 0; count--) log.push(readers.response(next.number++));
  for (let count = random(5); count > 0 && sent[0]; count--) log.push(readers.response(any()));
  for (let count = random(5); count > 0 && sent[0]; count--) log.push(readers.withdraw(any()));
  // A message that was sent and withdrawn in between makes no difference.
  if (random(2)) log.push(readers.response(next.number), readers.withdraw(next.number++));
}

test('two consecutive feeds differ in at least ten receipts, and a feed is renewed as soon as they do', async () => {
  let renewed = 0;
  let stood = 0;
  let emptied = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const readers = new Readers(BUILT_IN, round + 1);
    const random = randoms(round + 100);
    const next = { number: 0 };
    const log = [];
    const cwd = start();
    let counted = new Map();
    let last;
    for (let at = 0; at < STEPS; at++) {
      step(log, readers, random, next);
      if (random(8) === 0)
        for (const { receipt } of standingList(log)) log.push({ kind: 'withdraw', schema: '1', receipt });
      write(cwd, log);
      assert.equal((await feed(cwd)).code, 0);
      const now = standing(log);
      const { made: _, suggestions: __, ...counts } = read(cwd);
      assert.ok(isFeed(read(cwd)), JSON.stringify(isFeed.errors));
      const isFirst = last === undefined;
      if (isFirst || differing(counted, now) >= 10) {
        // This feed must be new, and count every response that is still valid.
        const isCounted = now.size >= 10;
        assert.equal(counts.n, isCounted ? now.size : null);
        if (!isFirst) renewed++;
        if (!isFirst && !isCounted) emptied++;
        counted = isFirst && !isCounted ? new Map() : now;
      } else {
        assert.deepEqual(counts, last, 'the counts are unchanged');
        stood++;
      }
      last = counts;
    }
  }
  assert.ok(renewed > ROUNDS && stood > ROUNDS && emptied > 0, `${renewed} ${stood} ${emptied}`);
});

const standingList = (log) => [...standing(log).keys()].map((receipt) => ({ receipt }));

test('the feed has the counts of the responses, and its state has no receipts or answers', async () => {
  const readers = new Readers(BUILT_IN, 3);
  const messages = readers.many(30);
  const cwd = start(messages);
  const { out } = await feed(cwd);
  assert.equal(out, 'feed.json: written, with the counts of 30 responses.\n');
  const { made, n, misconceptions, statements, suggestions } = read(cwd);
  assert.deepEqual([made, n, suggestions], ['2026-11-23', 30, []]);
  for (const { id, held, classified } of misconceptions) {
    const having = (verdict) => messages.filter(({ verdicts }) => verdicts[id] === verdict).length;
    assert.deepEqual([held, classified], [having('held'), 30 - having('insufficient')]);
  }
  for (const { id, counts, dontKnow } of statements) {
    const choosing = (agreement) => messages.filter(({ answers }) => answers[id]?.agreement === agreement).length;
    assert.deepEqual([...counts, dontKnow], [1, 2, 3, 4, 5, 'dontKnow'].map(choosing));
  }
  const state = readFileSync(path.join(cwd, 'feed.json.state.json'), 'utf8');
  for (const { receipt } of messages) assert.ok(!state.includes(receipt));
  assert.ok(!state.includes('agreement'));
  assert.equal(JSON.parse(state).counted.length, 30);
});

test('the answers of nine readers are not published, those of ten are', async () => {
  const readers = new Readers(BUILT_IN, 3);
  const messages = readers.many(10);
  const cwd = start(messages.slice(0, 9));
  assert.match((await feed(cwd)).out, /written without counts/);
  assert.deepEqual(read(cwd).misconceptions, []);
  write(cwd, messages);
  await feed(cwd);
  assert.equal(read(cwd).n, 10);
});

test('the same answers sent again, and other first answers, do not count as a difference', async () => {
  const readers = new Readers(BUILT_IN, 3);
  const messages = readers.many(20);
  const cwd = start(messages);
  await feed(cwd);
  write(cwd, [...messages, ...messages.map((it) => ({ ...it, first: readers.answers() }))]);
  const { out } = await feed(cwd);
  assert.equal(
    out,
    'feed.json: the counts are unchanged: 0 receipts differ from those counted. New counts are written when 10 differ.\n',
  );
});

test('suggestions that the owner has put into a feed are kept', async () => {
  const readers = new Readers(BUILT_IN, 3);
  const cwd = start(readers.many(12));
  await feed(cwd);
  const suggestions = [{ text: 'Only the young use it', by: '', answer: 'All ages do.', lang: 'en' }];
  writeFileSync(path.join(cwd, 'feed.json'), JSON.stringify({ ...read(cwd), suggestions }));
  write(cwd, new Readers(BUILT_IN, 4).many(40));
  await feed(cwd);
  assert.deepEqual([read(cwd).n, read(cwd).suggestions], [40, suggestions]);
});

test('a feed without its state is not replaced unless --first is given, and --first does not ignore a state', async () => {
  const readers = new Readers(BUILT_IN, 3);
  const cwd = start(readers.many(12));
  await feed(cwd);
  const before = readFileSync(path.join(cwd, 'feed.json'), 'utf8');
  const state = path.join(cwd, 'feed.json.state.json');
  const first = await feed(cwd, '--first');
  assert.equal(first.code, 2);
  assert.match(first.err, /so this is not the first feed\. Nothing was written\.\nLeave out --first/);
  write(cwd, readers.many(40));
  for (const [text, said] of [
    [undefined, /^feed\.json exists, but its state feed\.json\.state\.json does not/],
    ['{}', /^feed\.json\.state\.json is not what report --feed wrote/],
    [
      JSON.stringify({
        ...JSON.parse(readFileSync(state, 'utf8')),
        questionnaire: { id: 'x', version: '1', shape: '' },
      }),
      /^feed\.json\.state\.json belongs to another questionnaire/,
    ],
  ]) {
    if (text === undefined) rmSync(state);
    else writeFileSync(state, text);
    const { code, err } = await feed(cwd);
    assert.equal(code, 2);
    assert.match(err, said);
    assert.equal(readFileSync(path.join(cwd, 'feed.json'), 'utf8'), before);
  }
  assert.equal((await feed(cwd, '--first')).code, 0);
  assert.equal(read(cwd).n, 40);
  assert.ok(existsSync(state));
});

test('a lost feed is restored from its state', async () => {
  const readers = new Readers(BUILT_IN, 3);
  const messages = readers.many(12);
  const cwd = start(messages);
  await feed(cwd);
  const before = read(cwd);
  rmSync(path.join(cwd, 'feed.json'));
  write(cwd, [...messages, readers.response(500)]);
  await feed(cwd);
  assert.deepEqual(read(cwd), before);
});
