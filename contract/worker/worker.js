/**
 * An example endpoint: it accepts and keeps the messages of widgets, and serves the feed. It uses
 * standard Web APIs only, so it runs on Cloudflare Workers unchanged, and in Node by `node.mjs`.
 *
 * `SETTINGS` is `{ questionnaires, origins, perMinute, token }`: the terms of the questionnaires,
 * each with the `suggestions` that a person chose to publish; the origins of pages that may send;
 * the number of messages per IP address and minute; and the secret that lets the owner read all
 * rows.
 *
 * One instance of `Responses` keeps everything. It must handle one request at a time between two
 * awaits of its storage, as a Durable Object does. Making a feed reads all rows, which suits
 * thousands of responses but not millions.
 */
import { count, counted, LEAST, NO_COUNTS } from './count.js';
import { refusalOf } from './read.js';

const LARGEST = 60_000;
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Retry-After' };

const reply = (status, body, headers = {}) =>
  body === null
    ? new Response(null, { status, headers: { ...OPEN, ...headers } })
    : Response.json(body, { status, headers: { ...OPEN, ...headers } });

async function hash(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Parses JSON. A string with half a surrogate pair is an error. */
function parse(bytes) {
  const check = (text) => {
    if (typeof text === 'string' && /\p{Surrogate}/u.test(text)) throw new SyntaxError('half a character');
  };
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (key, value) => {
    check(key);
    check(value);
    return value;
  });
}

export class Responses {
  #storage;
  #settings;
  #score;
  #minute = 0;
  #sent = new Map();

  constructor({ storage }, { SETTINGS, score = undefined }) {
    this.#storage = storage;
    this.#settings = SETTINGS;
    this.#score = score;
  }

  async fetch(request) {
    const { pathname } = new URL(request.url);
    const [, id] = /^\/feed\/([^/]+)$/.exec(pathname) ?? [];
    try {
      if (request.method === 'POST') return await this.#take(request);
      if (request.method === 'GET' && id) return await this.#feed(request, id);
      if (request.method === 'GET' && pathname === '/rows') return await this.#rows(request);
      return reply(405, { code: 'method', message: 'POST a message, or GET a feed.' }, { Allow: 'GET, POST' });
    } catch {
      return reply(503, { code: 'unavailable', message: 'Try again later.' }, { 'Retry-After': '60' });
    }
  }

  async #take(request) {
    const { origins, questionnaires } = this.#settings;
    const origin = request.headers.get('Origin');
    if (origin !== null && !origins.includes(origin)) {
      const line = `"origins": ${JSON.stringify([...origins, origin])}`;
      return reply(403, { code: 'origin', message: `Let pages of ${origin} send: in SETTINGS, write ${line}.`, line });
    }
    if (this.#isTooOften(request.headers.get('CF-Connecting-IP') ?? '')) {
      return reply(429, { code: 'tooMany', message: 'Try again in a minute.' }, { 'Retry-After': '60' });
    }
    const isLong = Number(request.headers.get('Content-Length')) > LARGEST;
    const bytes = isLong ? null : await request.arrayBuffer();
    if (isLong || bytes.byteLength > LARGEST)
      return reply(413, { code: 'tooLarge', message: `At most ${LARGEST} bytes.` });
    let document;
    try {
      document = parse(bytes);
    } catch ({ message }) {
      return reply(400, { code: 'badJson', message });
    }
    const refusal = refusalOf(document, questionnaires, this.#score);
    if (refusal) return reply(refusal.status, { code: refusal.code, problems: refusal.problems });
    return document.kind === 'withdraw' ? this.#withdraw(document.receipt) : this.#keep(document);
  }

  /** Stores a message. It replaces the earlier message with the same receipt. */
  async #keep(document) {
    const { receipt, ...message } = document;
    const { id, version } = message.questionnaire;
    const about = `${message.kind} ${id} ${version}`;
    const terms = this.#settings.questionnaires.find((it) => it.id === id);
    const isResponse = message.kind === 'response';
    // The mark includes the receipt, which the server does not keep. So nobody can tell the answers
    // from the mark, not even after the message was taken back.
    const mark = isResponse ? await hash(receipt + JSON.stringify(counted(document, terms))) : null;
    const key = `row:${await hash(receipt)}`;
    const old = await this.#storage.get(key);
    if (old && old.about !== about) {
      const problem = { code: 'duplicateId', pointer: '/receipt', expected: 'a receipt of its own' };
      return reply(422, { code: 'invalidDocument', problems: [problem] });
    }
    await this.#storage.put(key, { about, message, mark, counted: old?.counted });
    return reply(old?.message ? 200 : 201, {});
  }

  /** Deletes a message. If a feed has counted it, its mark is kept until the next feed. */
  async #withdraw(receipt) {
    const key = `row:${await hash(receipt)}`;
    const old = await this.#storage.get(key);
    if (old?.counted) await this.#storage.put(key, { about: old.about, counted: old.counted });
    else if (old) await this.#storage.delete(key);
    return reply(204, null);
  }

  async #feed(request, encoded) {
    const terms = this.#settings.questionnaires.find((it) => encodeURIComponent(it.id) === encoded);
    if (!terms) return reply(404, { code: 'unknownQuestionnaire' });
    const { id, version, suggestions = [] } = terms;
    const counts = await this.#counts(terms);
    const feed = { feed: '1', questionnaire: { id, version }, ...counts, suggestions };
    const etag = `"${(await hash(JSON.stringify(feed))).slice(0, 16)}"`;
    const headers = { ETag: etag, 'Cache-Control': 'public, max-age=300' };
    const isKnown = request.headers.get('If-None-Match')?.includes(etag);
    return isKnown ? reply(304, null, headers) : reply(200, feed, headers);
  }

  /**
   * The current counts. They are computed again if at least ten receipts differ from what was
   * counted.
   */
  async #counts(terms) {
    const about = `response ${terms.id} ${terms.version}`;
    const rows = [...(await this.#storage.list({ prefix: 'row:' }))].filter(([, row]) => row.about === about);
    const stands = (await this.#storage.get(`feed:${about}`)) ?? NO_COUNTS;
    const changed = rows.filter(([, row]) => row.mark !== row.counted);
    if (changed.length < LEAST) return stands;
    const responses = rows.flatMap(([, { message }]) => message ?? []);
    const counts = responses.length < LEAST ? NO_COUNTS : count(responses, terms);
    // There is no await between the writes, so they are stored together or not at all.
    const writes = changed.map(([key, row]) =>
      row.message ? this.#storage.put(key, { ...row, counted: row.mark }) : this.#storage.delete(key),
    );
    await Promise.all([this.#storage.put(`feed:${about}`, counts), ...writes]);
    return counts;
  }

  /** Everything that is kept, for the owner: one document per line, without receipts. */
  async #rows(request) {
    const { token } = this.#settings;
    if (!token || (await hash(request.headers.get('Authorization') ?? '')) !== (await hash(`Bearer ${token}`))) {
      return reply(401, { code: 'token' }, { 'WWW-Authenticate': 'Bearer' });
    }
    const rows = [...(await this.#storage.list({ prefix: 'row:' })).values()].flatMap(({ message }) => message ?? []);
    return new Response(rows.map((message) => `${JSON.stringify(message)}\n`).join(''), {
      headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' },
    });
  }

  /** Counts IP addresses in memory for a minute; they are never stored. */
  #isTooOften(address) {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#minute) this.#sent.clear();
    this.#minute = minute;
    this.#sent.set(address, (this.#sent.get(address) ?? 0) + 1);
    return this.#sent.get(address) > (this.#settings.perMinute ?? Infinity);
  }
}

export default {
  fetch: (request, { RESPONSES }) => RESPONSES.get(RESPONSES.idFromName('all')).fetch(request),
};
