/**
 * Cases for the feed: no counts below ten responses, and new counts only after at least ten
 * receipts differ.
 *
 * The suite keeps what it sent and computes the feed itself, as CONTRACT.md describes. Every feed
 * of the server must equal that one, so two successive feeds never differ in fewer than ten
 * readers. Must not know how a server counts.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fresh, withdrawal } from './client.mjs';

const LEAST = 10;
/** In milliseconds. */
const DAY = 86_400_000;
const TERMS = JSON.parse(readFileSync(new URL('terms.json', import.meta.url), 'utf8'));
const VERDICTS = ['held', 'leaning', 'unsure', 'notHeld'];

/**
 * Agreement with `r-1`, `r-2` and `f-1` (0 for don't know, - for a blank), and the verdicts that
 * follow from it.
 */
const PATTERNS = [
  ['421', 'held', 'notHeld'],
  ['155', 'notHeld', 'held'],
  ['333', 'unsure', 'unsure'],
  ['000', 'unsure', 'unsure'],
  ['5--', 'insufficient', 'insufficient'],
  ['432', 'leaning', 'notHeld'],
];

/** One questionnaire on a server, with everything that was sent about it. */
class Room {
  constructor(client, id) {
    this.client = client;
    this.terms = TERMS.find((terms) => terms.id === id);
    /**
     * Both map a receipt to the index of its pattern: `now` has the current pattern, `counted` the
     * one that the feed has counted.
     */
    this.now = new Map();
    this.counted = new Map();
    this.counts = { n: null, misconceptions: [], statements: [] };
    this.feeds = 0;
  }

  async send(receipt, index, more = {}) {
    const [pattern, round, flat] = PATTERNS[index];
    const codes = [...pattern].map((code, at) => [this.terms.statements[at], code]).filter(([, code]) => code !== '-');
    const answers = codes.map(([id, code]) => [id, { agreement: code === '0' ? 'dontKnow' : Number(code) }]);
    const document = fresh('response', { receipt, answers: Object.fromEntries(answers), verdicts: { round, flat } });
    const { id, shape } = this.terms;
    const questionnaire = { ...document.questionnaire, id, shape };
    const { status } = await this.client.send({ ...document, questionnaire, ...more });
    assert.equal(status, this.now.has(receipt) ? 200 : 201);
    this.now.set(receipt, index);
  }

  async sendMany(count, index = 0) {
    for (let sent = 0; sent < count; sent += 1) await this.send(randomUUID(), index);
  }

  async withdraw(receipt) {
    assert.equal((await this.client.send(withdrawal(receipt))).status, 204);
    this.now.delete(receipt);
  }

  /** The number of receipts whose pattern differs from the counted one. */
  get differences() {
    const receipts = new Set([...this.now.keys(), ...this.counted.keys()]);
    return [...receipts].filter((receipt) => this.now.get(receipt) !== this.counted.get(receipt)).length;
  }

  /** Asserts that the server's feed equals the expected one; returns the reply. */
  async check() {
    if (this.differences >= LEAST) {
      this.counted = new Map(this.now);
      this.counts = tally([...this.now.values()], this.terms);
      this.feeds += 1;
    }
    const reply = await this.client.feedOf(this.terms.id);
    assert.equal(reply.status, 200);
    const { made, ...feed } = reply.body;
    const { id, version } = this.terms;
    assert.deepEqual(feed, { feed: '1', questionnaire: { id, version }, ...this.counts, suggestions: [] });
    if (this.counts.n === null) assert.equal(made, null);
    else {
      assert.match(made, /^\d{4}-\d{2}-\d{2}$/);
      assert.ok(Math.abs(Date.parse(made) - Date.now()) < 2 * DAY, `made on ${made}, not today`);
    }
    return reply;
  }
}

function tally(indexes, { statements, misconceptions }) {
  if (indexes.length < LEAST) return { n: null, misconceptions: [], statements: [] };
  const of = (test) => indexes.filter((index) => test(PATTERNS[index])).length;
  return {
    n: indexes.length,
    misconceptions: misconceptions.map((id, at) => {
      const counts = VERDICTS.map((verdict) => [verdict, of((pattern) => pattern[at + 1] === verdict)]);
      const classified = of((pattern) => pattern[at + 1] !== 'insufficient');
      return { id, classified, ...Object.fromEntries(counts) };
    }),
    statements: statements.map((id, at) => ({
      id,
      counts: [1, 2, 3, 4, 5].map((point) => of(([codes]) => codes[at] === String(point))),
      dontKnow: of(([codes]) => codes[at] === '0'),
    })),
  };
}

const rooms = new WeakMap();

/**
 * The room that all cases of the story share. They run in order, each from the state that the one
 * before left.
 */
function roomOf(client) {
  if (!rooms.has(client)) rooms.set(client, new Room(client, 'contract-feed'));
  return rooms.get(client);
}

/** A generator of pseudo-random numbers in [0, 1), the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const story = {
  'there are no counts at first (start the server with nothing stored)': async (room) => {
    await room.check();
    await new Room(room.client, 'contract-steps').check();
  },
  'nine responses give no counts': async (room) => {
    await room.sendMany(4, 0);
    await room.sendMany(5, 1);
    assert.equal((await room.check()).body.n, null);
  },
  'a response sent again is not a tenth one': async (room) => {
    const [[receipt, index]] = room.now;
    for (let times = 0; times < 3; times += 1) await room.send(receipt, index);
    assert.equal((await room.check()).body.n, null);
  },
  'remarks are not counted and not published': async (room) => {
    const { id, version } = room.terms;
    const text = `Wheels are triangles ${Math.random()}`;
    for (let times = 0; times < 3; times += 1) {
      const remark = fresh('suggestion', { text, questionnaire: { id, version, lang: 'en' } });
      assert.equal((await room.client.send(remark)).status, 201);
    }
    const reply = await room.check();
    assert.ok(!reply.text.includes('triangles'));
  },
  'the tenth response gives counts': async (room) => {
    await room.sendMany(1, 3);
    assert.equal((await room.check()).body.n, 10);
  },
  'nine more change nothing, not even the ETag': async (room) => {
    const before = await room.check();
    for (let sent = 0; sent < 9; sent += 1) {
      await room.sendMany(1, 2);
      const after = await room.check();
      assert.deepEqual([after.text, after.headers.get('ETag')], [before.text, before.headers.get('ETag')]);
    }
  },
  'nine that are withdrawn again and one that is new count as one difference, not ten': async (room) => {
    for (const receipt of [...room.now.keys()].slice(10)) await room.withdraw(receipt);
    assert.equal(room.differences, 0);
    await room.sendMany(1, 1);
    assert.equal((await room.check()).body.n, 10);
  },
  'responses that are withdrawn and sent again unchanged are no difference': async (room) => {
    for (const [receipt, index] of [...room.now]) {
      await room.withdraw(receipt);
      await room.send(receipt, index);
    }
    assert.equal(room.differences, 1);
    assert.equal((await room.check()).body.n, 10);
  },
  'a replaced response is one difference, and none if it is replaced by the original again': async (room) => {
    const [[receipt, index]] = room.now;
    for (let times = 0; times < 10; times += 1) await room.send(receipt, (index + times) % PATTERNS.length);
    await room.check();
    await room.send(receipt, index);
    assert.equal(room.differences, 1);
    await room.check();
  },
  'other first answers and another language are no difference': async (room) => {
    const first = { 'r-1': { agreement: 5 } };
    for (const [receipt, index] of [...room.now]) await room.send(receipt, index, { first });
    assert.equal(room.differences, 1);
    await room.check();
  },
  'ten differences, whether new, replaced or withdrawn, give the next counts': async (room) => {
    const known = [...room.now.keys()].slice(0, 6);
    for (const receipt of known.slice(0, 3)) await room.send(receipt, 5);
    for (const receipt of known.slice(3)) await room.withdraw(receipt);
    await room.sendMany(2, 4);
    assert.equal(room.differences, 9);
    await room.check();
    await room.sendMany(1, 4);
    assert.equal((await room.check()).body.n, 11);
  },
  'withdrawn responses leave with the next counts, and below ten there are none': async (room) => {
    for (const receipt of [...room.now.keys()].slice(0, 10)) await room.withdraw(receipt);
    assert.equal((await room.check()).body.n, null);
  },
};

const walk = {
  name: 'after many random changes, no two successive feeds differ in fewer than ten readers',
  run: async (client) => {
    const room = new Room(client, 'contract-steps');
    const next = random(20261129);
    const pick = (list) => list[Math.floor(next() * list.length)];
    for (let act = 0; act < 150; act += 1) {
      const known = [...room.now.keys()];
      const kind = next();
      if (kind < 0.5 || known.length === 0) await room.send(randomUUID(), Math.floor(next() * PATTERNS.length));
      else if (kind < 0.75) await room.send(pick(known), Math.floor(next() * PATTERNS.length));
      else await room.withdraw(pick(known));
      await room.check();
    }
    assert.ok(room.feeds >= 6, `${room.feeds} feeds`);
  },
};

const served = {
  name: 'anybody may cache the feed for five minutes, and request it again by its ETag: 304',
  run: async (client) => {
    const { headers } = await client.feedOf('contract-feed');
    assert.match(headers.get('Content-Type'), /^application\/json\b/);
    assert.match(headers.get('Cache-Control'), /\bpublic\b/);
    assert.match(headers.get('Cache-Control'), /\bmax-age=300\b/);
    const etag = headers.get('ETag');
    assert.match(etag, /^(W\/)?"[^"]+"$/);
    const again = await client.feedOf('contract-feed', { 'If-None-Match': etag });
    assert.deepEqual([again.status, again.text], [304, '']);
    const other = await client.feedOf('contract-feed', { 'If-None-Match': '"another"' });
    assert.equal(other.status, 200);
  },
};

const absent = {
  name: 'there is no feed of an unknown questionnaire: 404',
  run: async (client) => assert.equal((await client.feedOf('bees')).status, 404),
};

export const FEED = [
  ...Object.entries(story).map(([name, tell]) => ({ name, run: (client) => tell(roomOf(client)) })),
  walk,
  served,
  absent,
];
