/**
 * Runs the conformance suite against the example worker, in Node, with the core and in Cloudflare's
 * runtime, and tests what only this worker does. Everything stays on this machine.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CASES } from '../../contract/conformance/cases.mjs';
import { Client, fresh, request, withdrawal } from '../../contract/conformance/client.mjs';
import { evaluate } from '../../pkg/dist/core.js';
import { inMiniflare, inNode, TOKEN } from './contract-servers.mjs';

const CONTRACT = new URL('../../contract/', import.meta.url);
const QUESTIONNAIRES = JSON.parse(readFileSync(new URL('conformance/questionnaires.json', CONTRACT), 'utf8'));

/** The verdicts that follow from a response. */
function score({ questionnaire: { id }, answers }) {
  const { verdicts } = evaluate(
    QUESTIONNAIRES.find((it) => it.id === id),
    answers,
  );
  return Object.fromEntries(verdicts.map(({ misconception, verdict }) => [misconception, verdict]));
}

for (const [where, start] of [
  ['in Node', () => inNode()],
  ['in Node with the core', () => inNode({ score })],
  ['in miniflare', () => inMiniflare()],
]) {
  describe(`the example worker ${where}`, () => {
    let server;
    let client;
    before(async () => {
      server = await start();
      client = new Client(server);
    });
    after(() => server?.close());

    for (const { name, run } of CASES) test(name, () => run(client));
  });
}

describe('the worker by itself', () => {
  let server;
  let client;
  before(async () => {
    server = await inNode();
    client = new Client(server);
  });
  after(() => server?.close());

  const rows = (authorization) =>
    request(new URL('rows', server.endpoint), { headers: authorization ? { Authorization: authorization } : {} });

  test('only the owner gets the rows, without receipts and without withdrawn messages', async () => {
    const [kept, gone, said] = [fresh('response'), fresh('certain'), fresh('suggestion')];
    for (const document of [kept, gone, said]) assert.equal((await client.send(document)).status, 201);
    assert.equal((await client.send(withdrawal(gone.receipt))).status, 204);
    for (const wrong of ['', 'Bearer ', 'Bearer something else', `Basic ${TOKEN}`, TOKEN]) {
      assert.equal((await rows(wrong)).status, 401, wrong);
    }
    const text = await (await rows(`Bearer ${TOKEN}`)).text();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const without = ({ receipt, ...document }) => document;
    const sorted = (documents) => documents.map((it) => JSON.stringify(it)).sort();
    assert.deepEqual(sorted(lines), sorted([without(kept), without(said)]));
  });

  test('the suite passes as a program of its own, and reports what it skipped', async () => {
    const { passed, failed, skipped } = await suite({ CONTRACT_ENDPOINT: server.endpoint });
    assert.deepEqual([passed, failed, skipped], [CASES.length - 2, 0, 2]);
  });

  test('the suite says so if it runs on an endpoint that is not empty', async () => {
    const { failed, output } = await suite({ CONTRACT_ENDPOINT: server.endpoint });
    assert.ok(failed > 0);
    assert.match(output, /^not ok \d+ - there are no counts at first \(start the server with nothing stored\)/m);
  });

  test('without an endpoint the suite fails', async () => {
    const { failed, output } = await suite({});
    assert.ok(failed > 0);
    assert.match(output, /Set CONTRACT_ENDPOINT/);
  });
});

/** Runs the suite in a process of its own. */
async function suite(variables) {
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const file = fileURLToPath(new URL('conformance/conformance.test.mjs', CONTRACT));
  const args = ['--test', '--test-reporter=tap', file];
  const { stdout } = await promisify(execFile)('node', args, { env: { ...env, ...variables } }).catch((error) => error);
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(stdout)?.[1]);
  return {
    passed: count('pass'),
    failed: count('fail'),
    skipped: count('skipped'),
    output: stdout.replace(/^ +/gm, ''),
  };
}

test('every case has its own name, and says what it needs', () => {
  const names = CASES.map(({ name }) => name);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
  assert.equal(CASES.filter(({ needs }) => needs).length, 2);
  assert.ok(CASES.length > 60);
});
