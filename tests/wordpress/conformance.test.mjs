/**
 * The contract's own test suite against the plugin, in one version of WordPress. Knows how a site
 * is set up for it; the cases belong to the contract.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { CASES } from '../../contract/conformance/cases.mjs';
import { BLOCK, startWordPress, VERSION } from './stage.mjs';

const QUESTIONNAIRES = JSON.parse(
  readFileSync(new URL('../../contract/conformance/questionnaires.json', import.meta.url), 'utf8'),
);

let site;
let client;
before(async () => {
  site = await startWordPress('conformance');
  site.questionnaires(QUESTIONNAIRES);
  site.set({ origins: ['https://page.example'] });
  client = site.client(site.post(BLOCK).id);
});
after(() => site?.close());

for (const { name, run } of CASES) test(`WordPress ${VERSION}: ${name}`, () => run(client));

test('PHP has logged no error or warning', () => assert.deepEqual(site.complaints(), []));
