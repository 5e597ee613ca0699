/**
 * Compares the JSON Schemas of the contract with the readers: with the suite's table, against which
 * tests/contract.rs tests the core's reader, and with the example worker's reader on documents in
 * which one value was replaced.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { Client, documentOf, fresh, TABLE } from '../../contract/conformance/client.mjs';
import { refusalOf } from '../../contract/worker/read.js';
import { inNode, SETTINGS } from './contract-servers.mjs';

const ajv = new Ajv({ strict: false, unicodeRegExp: true });
const KINDS = ['response', 'remark', 'withdraw'];
const ACCEPTS = Object.fromEntries(
  [...KINDS, 'feed'].map((name) => {
    const schema = JSON.parse(readFileSync(new URL(`../../contract/${name}.schema.json`, import.meta.url), 'utf8'));
    assert.ok(ajv.validateSchema(schema), ajv.errorsText());
    return [name, ajv.compile(schema)];
  }),
);
/** The kinds whose schema accepts a document. */
const accepts = (document) => KINDS.filter((kind) => ACCEPTS[kind](document));

test('a correct document is accepted by the schema of its kind only', () => {
  for (const row of [...TABLE.good, ...TABLE.unfitting]) {
    const document = documentOf(row);
    assert.deepEqual(accepts(document), [document.kind], row.says);
  }
});

test('a wrong document is accepted by no schema', () => {
  for (const row of TABLE.wrong) assert.deepEqual(accepts(documentOf(row)), [], row.says);
});

test('the schema of feeds refuses all wrong feeds except those with wrong sums or duplicate ids', () => {
  for (const [group, isRight] of Object.entries({ good: true, wrong: false, readerOnly: true })) {
    for (const row of TABLE.feeds[group]) assert.equal(ACCEPTS.feed(documentOf(row)), isRight, row.says);
  }
});

/** All pointers into a document, including that of the whole. */
const pointers = (value, at = '') => [
  at,
  ...(value === null || typeof value !== 'object' ? [] : Object.keys(value)).flatMap((key) =>
    pointers(value[key], `${at}/${key}`),
  ),
];

// biome-ignore format: a table
const VALUES = [
  null, true, 0, 1, 4, 7, 8, -1, 1.5, 1e9, '', ' ', '\u2800', 'x', 'é', '1', '2', '1.0', '1.2.3', 'en', 'nb-NO', 'dontKnow', 'held',
  'withdraw', 'dispute', 'round', 'a b', 'a\u0007b', 'a\nb', 'x'.repeat(101), 'x'.repeat(4001), randomUUID(), [], [1], {}, { x: 1 },
  { 'r-1': { agreement: 2 } }, { agreement: 2 }, { agreement: 2, certainty: 3 }, { round: 'held', flat: 'unsure' },
];
const OF_QUESTIONNAIRE = ['unknownQuestionnaire', 'otherVersion'];
const isOfQuestionnaire = ({ code, pointer }) =>
  ['unknownId', 'notComparable'].includes(code) ||
  (code === 'missing' && pointer.startsWith('/verdicts/')) ||
  (code === 'unknownKey' && pointer.endsWith('/certainty')) ||
  (code === 'outOfRange' && /\/(agreement|certainty)$/.test(pointer));

test('the schemas and the worker’s reader agree about every document with one replaced value', () => {
  const counts = { both: 0, none: 0, questionnaire: 0 };
  for (const base of ['response', 'certain', 'suggestion', 'dispute', 'withdraw']) {
    for (const pointer of pointers(documentOf({ base })).slice(1)) {
      const changes = [...VALUES.map((value) => ({ set: { [pointer]: value } })), { remove: [pointer] }];
      for (const change of [...changes, { set: { [`${pointer.slice(0, pointer.lastIndexOf('/'))}/x`]: 1 } }]) {
        const document = documentOf({ base, ...change });
        const isAccepted = accepts(document).length === 1;
        const refusal = refusalOf(document, SETTINGS.questionnaires);
        const context = `${base} ${JSON.stringify(change).slice(0, 100)}: ${JSON.stringify(refusal)}`;
        if (!isAccepted) assert.equal(refusal?.code, 'invalidDocument', context);
        else if (refusal && !OF_QUESTIONNAIRE.includes(refusal.code)) {
          assert.ok(refusal.problems.every(isOfQuestionnaire), context);
          counts.questionnaire += 1;
        }
        counts[isAccepted ? 'both' : 'none'] += 1;
      }
    }
  }
  for (const [verdict, count] of Object.entries(counts)) assert.ok(count > 30, `${verdict}: ${count}`);
});

test('the feeds that the worker serves are accepted', async () => {
  const server = await inNode();
  try {
    const client = new Client(server);
    const ask = async () => (await client.feedOf('contract-answers')).body;
    assert.ok(ACCEPTS.feed(await ask()), ajv.errorsText(ACCEPTS.feed.errors));
    for (let sent = 0; sent < 12; sent += 1) assert.equal((await client.send(fresh('response'))).status, 201);
    const feed = await ask();
    assert.equal(feed.n, 12);
    assert.ok(ACCEPTS.feed(feed), ajv.errorsText(ACCEPTS.feed.errors));
  } finally {
    await server.close();
  }
});
