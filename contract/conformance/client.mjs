/**
 * Sends the suite's requests as a widget does: nothing in them would need a preflight request.
 *
 * Knows the documents of documents.json and the headers that every reply must have. Must not know
 * how a server works.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const TABLE = JSON.parse(readFileSync(new URL('documents.json', import.meta.url), 'utf8'));

/**
 * Follows a JSON pointer in `document`; returns the innermost object or array, and the key in it.
 */
function place(document, pointer) {
  const keys = pointer.split('/').slice(1);
  const key = keys.pop();
  return [keys.reduce((part, it) => part[it], document), key];
}

/**
 * The document of a row of the table: either complete in the row, or a base with what the row sets,
 * repeats and removes.
 */
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

/** The document of a row with a new receipt, unless the row is about the receipt. */
export function freshOf(row) {
  const document = documentOf(row);
  const isAboutReceipt = [...Object.keys(row.set ?? {}), ...(row.remove ?? [])].includes('/receipt');
  return isAboutReceipt || row.base === undefined ? document : { ...document, receipt: randomUUID() };
}

/** A base of the table with a new receipt and the properties in `more`. */
export const fresh = (base, more = {}) => ({ ...documentOf({ base }), receipt: randomUUID(), ...more });
export const withdrawal = (receipt) => ({ kind: 'withdraw', schema: '1', receipt });

/**
 * A request on a connection of its own. A server may close a connection right after a reply, such as
 * one that it gives without reading the whole body; a request that reuses it would fail by chance.
 */
export const request = (url, /** @type {RequestInit} */ { headers, ...init } = {}) =>
  fetch(url, { ...init, headers: { ...headers, Connection: 'close' } });

export class Client {
  /** URLs: the endpoint; one that takes few messages per minute; one whose store does not work. */
  endpoint;
  limited;
  failing;
  /** The URL of feeds, with `{id}` for the questionnaire's id. */
  feed;
  /** The origin of a page that may send. */
  origin = 'https://page.example';
  /** Whether the endpoint computes verdicts itself. */
  hasCore = false;

  /** `at` has the fields above. */
  constructor(at) {
    Object.assign(this, at);
  }

  /** Sends `body` unchanged, which need not be JSON. */
  async post(body, { endpoint = this.endpoint, origin = this.origin, type = 'text/plain;charset=UTF-8' } = {}) {
    const headers = { 'Content-Type': type, ...(origin !== undefined && { Origin: origin }) };
    return told(await request(endpoint, { method: 'POST', headers, body }), origin);
  }

  /** Sends a document as JSON. */
  send(document, options) {
    return this.post(JSON.stringify(document), options);
  }

  /** Fetches the feed of a questionnaire. */
  async feedOf(id, headers = {}) {
    const url = this.feed.replace('{id}', encodeURIComponent(id));
    return told(await request(url, { headers: { Origin: this.origin, ...headers } }), this.origin);
  }
}

/**
 * Reads a response. Asserts that the page may read it, and that it sets no cookie and allows no
 * credentials.
 */
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

/**
 * Asserts that a reply has this status, this code and exactly these problems, each as `code
 * pointer`.
 */
export function assertRefused(reply, status, code, problems = []) {
  const said = {
    status: reply.status,
    code: reply.body?.code,
    problems: (reply.body?.problems ?? []).map(named).sort(),
  };
  assert.deepEqual(said, { status, code, problems: [...problems].sort() });
}
