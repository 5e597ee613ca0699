/**
 * Which documents are accepted and which are refused: a case for every document of documents.json.
 *
 * Knows what that table says. The core's reader and the JSON Schemas are tested against the same
 * table.
 */
import assert from 'node:assert/strict';
import { assertRefused, fresh, freshOf, TABLE } from './client.mjs';

const good = TABLE.good.map((row) => ({
  name: `it takes ${row.says}`,
  run: async (client) => assert.equal((await client.send(freshOf(row))).status, 201),
}));

const wrong = TABLE.wrong.map((row) => ({
  name: `it refuses ${row.says}: ${row.problems.join(', ')}`,
  run: async (client) => assertRefused(await client.send(freshOf(row)), 422, 'invalidDocument', row.problems),
}));

const unfitting = TABLE.unfitting.map((row) => ({
  name: `it refuses ${row.says}: ${row.status} ${row.code}`,
  run: async (client) => assertRefused(await client.send(freshOf(row)), row.status, row.code, row.problems),
}));

const claim = {
  name: 'verdicts that do not follow from the answers are refused if there is a core, and accepted as a claim if there is none',
  run: async (client) => {
    const reply = await client.send(fresh('response', { verdicts: { round: 'leaning', flat: 'held' } }));
    const problems = ['notComparable /verdicts/flat', 'notComparable /verdicts/round'];
    if (client.hasCore) assertRefused(reply, 422, 'verdictsDiffer', problems);
    else assert.equal(reply.status, 201);
  },
};

export const DOCUMENTS = [...good, ...wrong, ...unfitting, claim];
