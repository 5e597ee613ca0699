/** All cases of the suite, as `{ name, run, needs }`: `run` takes a client and throws where the endpoint is at fault. */
import { DOCUMENTS } from './documents.mjs';
import { EXCHANGE } from './exchange.mjs';
import { FEED } from './feed.mjs';

export const CASES = [...DOCUMENTS, ...EXCHANGE, ...FEED];
