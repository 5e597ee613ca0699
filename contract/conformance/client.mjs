/**
 * How the suite speaks to an endpoint: as a widget does, with nothing that would need a preflight request.
 *
 * Knows the documents of the table and the headers that every reply must have. Must not know how a server works.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const TABLE = JSON.parse(readFileSync(new URL('documents.json', import.meta.url), 'utf8'));

/** Where a pointer leads in `document`: what is around it, and its key there. */
function place(document, pointer) {
  const keys = pointer.split('/').slice(1);
  const key = keys.pop();
  return [keys.reduce((part, it) => part[it], document), key];
}

/** The document of a row of the table: as it is, or its base with what the row sets, repeats and removes. */
export function documentOf(row) {
  if (row.base === undefined) return row.document;
  const document = structuredClone(TABLE.bases[row.base]);
  const repeated = Object.entries(row.repeat ?? {}).map(([pointer, [text, times]]) => [pointer, text.repeat(times)]);
  for (const [pointer, value] of [...Object.entries(row.set ?? {}), ...repeated]) {
    const [around, key] = place(document, pointer);
    Object.defineProperty(around, key, { value, enumerable: true, configurable: true, writable: true });
  }
  for (const pointer of row.remove ?? []) {
    const [around, key] = place(document, pointer);
    assert.ok(Object.hasOwn(around, key), `${row.says}: ${pointer}`);
    delete around[key];
  }
  return document;
}

/** The same with a receipt of its own, unless the row is about the receipt. */
export function freshOf(row) {
  const document = documentOf(row);
  const isAboutReceipt = [...Object.keys(row.set ?? {}), ...(row.remove ?? [])].includes('/receipt');
  return isAboutReceipt || row.base === undefined ? document : { ...document, receipt: randomUUID() };
}

/** A base of the table with a receipt of its own, and `more`. */
export const fresh = (base, more = {}) => ({ ...documentOf({ base }), receipt: randomUUID(), ...more });
export const withdrawal = (receipt) => ({ kind: 'withdraw', schema: '1', receipt });

export class Client {
  /** The URL that takes messages, and those of two servers that take few and none. */
  endpoint;
  limited;
  failing;
  /** The URL of feeds, with `{id}` in it. */
  feed;
  /** A page that may send. */
  origin = 'https://page.example';
  /** Whether the endpoint computes verdicts itself. */
  hasCore = false;

  /** `at` has the fields above. */
  constructor(at) {
    Object.assign(this, at);
  }

  /** Sends a body as it is. */
  async post(body, { endpoint = this.endpoint, origin = this.origin, type = 'text/plain;charset=UTF-8' } = {}) {
    const headers = { 'Content-Type': type, ...(origin !== undefined && { Origin: origin }) };
    return told(await fetch(endpoint, { method: 'POST', headers, body }), origin);
  }

  /** Sends a document. */
  send(document, options) {
    return this.post(JSON.stringify(document), options);
  }

  /** Asks for the feed of a questionnaire. */
  async feedOf(id, headers = {}) {
    const url = this.feed.replace('{id}', encodeURIComponent(id));
    return told(await fetch(url, { headers: { Origin: this.origin, ...headers } }), this.origin);
  }
}

/** What came back, once it is sure that the page may read it and that nobody is recognised by it. */
async function told(response, origin) {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = headers.get('Content-Type')?.startsWith('application/json');
  if (origin !== undefined) {
    const open = headers.get('Access-Control-Allow-Origin');
    assert.ok(['*', origin].includes(open), `pages may read a ${status} (Access-Control-Allow-Origin: ${open})`);
  }
  assert.equal(headers.get('Set-Cookie'), null, 'no cookie');
  assert.equal(headers.get('Access-Control-Allow-Credentials'), null, 'no credentials');
  return { status, headers, text, body: isJson && text ? JSON.parse(text) : undefined };
}

const named = ({ code, pointer }) => `${code} ${pointer}`;

/** Whether a reply refuses with this status and code, and exactly these problems, as `code pointer`. */
export function assertRefused(reply, status, code, problems = []) {
  const said = {
    status: reply.status,
    code: reply.body?.code,
    problems: (reply.body?.problems ?? []).map(named).sort(),
  };
  assert.deepEqual(said, { status, code, problems: [...problems].sort() });
}
