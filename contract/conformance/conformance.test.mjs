/**
 * Runs the suite against any endpoint: `CONTRACT_ENDPOINT=http://127.0.0.1:8787/ node --test
 * contract/conformance/`. CONTRACT.md says how to set up the endpoint, and explains the other
 * variables.
 */
import { test } from 'node:test';
import { CASES } from './cases.mjs';
import { Client } from './client.mjs';

const { CONTRACT_ENDPOINT, CONTRACT_FEED, CONTRACT_ORIGIN, CONTRACT_CORE, CONTRACT_LIMITED, CONTRACT_FAILING } =
  process.env;
if (!CONTRACT_ENDPOINT) throw new Error('Which endpoint? Set CONTRACT_ENDPOINT; CONTRACT.md says how.');

const client = new Client({
  endpoint: CONTRACT_ENDPOINT,
  feed: CONTRACT_FEED ?? new URL('feed/{id}', CONTRACT_ENDPOINT).href.replace('%7Bid%7D', '{id}'),
  ...(CONTRACT_ORIGIN && { origin: CONTRACT_ORIGIN }),
  hasCore: CONTRACT_CORE === '1',
  limited: CONTRACT_LIMITED,
  failing: CONTRACT_FAILING,
});

for (const { name, run, needs } of CASES) {
  const skip = needs && !client[needs] && `set CONTRACT_${needs.toUpperCase()}`;
  test(name, { skip }, () => run(client));
}
