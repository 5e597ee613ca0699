/**
 * All cases of the suite, as `{ name, run, needs }`. `run(client)` throws if the endpoint is at
 * fault; `needs` names a variable without which the case is skipped.
 */
import { DOCUMENTS } from './documents.mjs';
import { EXCHANGE } from './exchange.mjs';
import { FEED } from './feed.mjs';

export const CASES = [...DOCUMENTS, ...EXCHANGE, ...FEED];
