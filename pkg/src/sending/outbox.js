/**
 * What is to be sent and what was sent. It is kept until it has got through, and sent by one tab at
 * a time. This file decides when to try again. It does not know what is in a document, how it
 * travels, or what the reader sees of it.
 *
 * There is one item for each thing that a reader may send, under a name of its own. Its states:
 *
 * - waiting: it has not got through yet.
 * - sent: it has got through. Its receipt is kept, so that it can be replaced and taken back.
 * - leaving: the reader wants to take it back, and that has not got through yet.
 * - refused: the endpoint does not accept it. It is not tried again.
 * - late: it has not got through for a week. It is not tried again.
 *
 * What was taken back has no item any more.
 */
import { makeReceipt, withdrawal } from './documents.js';

/**
 * How long to wait before each of the automatic retries, in milliseconds. After the last of them,
 * only the network's return or the reader leads to another.
 */
const PAUSES = [2000, 8000, 30_000];
/**
 * By which share a wait is shortened or lengthened at random, so that not all readers retry at the
 * same time.
 */
const JITTER = 0.25;
/** After how long an item is given up, in milliseconds. */
const WEEK = 7 * 24 * 3_600_000;
/**
 * How long a sending tab keeps the others waiting, in milliseconds, if the browser has no locks.
 * Also after how long a send that was cut off by closing the tab is tried again.
 */
const LEASE = 15_000;

/**
 * @typedef {object} Item
 * @property {'waiting' | 'sent' | 'leaving' | 'refused' | 'late'} state
 * @property {string} receipt
 * @property {any} document What was sent, or is to be.
 * @property {number} since When the reader asked for it, in milliseconds since 1970.
 * @property {number} tries How often it was tried since the reader or the network's return last
 *   gave a reason to.
 * @property {number | null} next When it is tried again, in milliseconds since 1970; null if
 *   nothing is planned.
 * @property {boolean} [wasSent] Whether the endpoint may have it.
 * @property {string} [code] Why it was refused.
 */

export class Outbox {
  #endpoint;
  #store;
  #post;
  #clock;
  #random;
  #tell;
  #timer;
  #draining;
  /** Whether `drain` was called again while it was running. */
  #isAskedAgain = false;
  /** The name of the item that this page is sending now. */
  current = /** @type {string | undefined} */ (undefined);
  #self = makeReceipt();

  /**
   * @param {object} parts
   * @param {string} parts.endpoint The URL that the reader has agreed to send to. What was kept
   *   for another one is not sent here.
   * @param {{ read: () => string | null | undefined, write: (text: string) => void, lock: (act: () => Promise<void>) => Promise<void> | undefined }} parts.store
   *   Where the items are kept. `lock` makes other tabs wait; it returns undefined if the browser
   *   has no locks.
   * @param {(document: object) => Promise<import('./post.js').Reply>} parts.post Sends a
   *   document.
   * @param {(what: 'changed' | 'sent' | 'unsent' | 'withdrawn', detail?: object) => void} parts.tell
   *   Is called when an item has changed.
   * @param {() => number} [parts.clock] The time, in milliseconds since 1970.
   * @param {() => number} [parts.random] A random number in 0..1.
   */
  constructor({ endpoint, store, post, tell, clock = Date.now, random = Math.random }) {
    this.#endpoint = endpoint;
    this.#store = store;
    this.#post = post;
    this.#tell = tell;
    this.#clock = clock;
    this.#random = random;
  }

  /** All items, by name. */
  get items() {
    return this.#read().items;
  }

  /** Sends `document` under this name. It replaces what was sent under the name before. */
  send(name, document) {
    const { items } = this.#read();
    const before = items[name];
    // The endpoint does not have what it has refused. It may have what was given up, so that keeps
    // its receipt.
    const receipt = before && before.state !== 'refused' ? before.receipt : makeReceipt();
    this.#put(name, { ...this.#begun(), state: 'waiting', receipt, document, wasSent: before?.wasSent });
    return this.drain();
  }

  /** Takes back what was sent under this name, or gives up sending it. */
  withdraw(name) {
    const item = this.#read().items[name];
    if (!item) return undefined;
    const mayBeThere = item.wasSent && item.state !== 'refused';
    if (!mayBeThere) {
      this.#put(name, undefined);
      this.#tell('changed');
      return undefined;
    }
    this.#put(name, { ...item, ...this.#begun(), state: 'leaving' });
    return this.drain();
  }

  /** Forgets an item without telling the endpoint. */
  forget(name) {
    this.#put(name, undefined);
  }

  /**
   * Tries everything that has not got through now, because the network is back or the reader asks
   * for it.
   */
  retry() {
    const data = this.#read();
    for (const item of Object.values(data.items)) {
      if (isUnderWay(item)) Object.assign(item, { tries: 0, next: this.#clock() });
    }
    this.#write(data);
    return this.drain();
  }

  /** Sends what is due. Only one call runs at a time; a call meanwhile makes it look once more. */
  drain() {
    if (this.#draining) {
      this.#isAskedAgain = true;
      return this.#draining;
    }
    this.#draining = this.#drainAlone().finally(() => {
      this.#draining = undefined;
      this.#schedule();
    });
    return this.#draining;
  }

  /** Ends the automatic retries. */
  stop() {
    clearTimeout(this.#timer);
  }

  async #drainAlone() {
    do {
      this.#isAskedAgain = false;
      const act = () => this.#sendDue();
      // Only one tab at a time, because a second one would send the same items.
      await (this.#store.lock(act) ?? this.#withLease(act));
    } while (this.#isAskedAgain);
  }

  /**
   * Calls `act` if no other tab has the lease. If one has, nothing is sent now, and `drain` plans
   * another try.
   */
  async #withLease(act) {
    const now = this.#clock();
    const data = this.#read();
    if (data.lease && data.lease.by !== this.#self && data.lease.until > now) return;
    this.#write({ ...data, lease: { by: this.#self, until: now + LEASE } });
    // If two tabs ask at the same time, the one that has written last gets the lease.
    await new Promise((done) => setTimeout(done, 20));
    const { lease } = this.#read();
    if (lease && lease.by !== this.#self) return;
    await act();
    const { lease: _, ...rest } = this.#read();
    this.#write(rest);
  }

  async #sendDue() {
    for (;;) {
      const now = this.#clock();
      const due = Object.entries(this.#read().items).find(
        ([, it]) => isUnderWay(it) && it.next !== null && it.next <= now,
      );
      if (!due) return;
      await this.#sendOne(...due);
    }
  }

  async #sendOne(name, item) {
    if (this.#clock() - item.since > WEEK) {
      this.#put(name, item.state === 'leaving' ? undefined : { ...item, state: 'late', next: null });
      this.#tell('unsent', { ...about(item), code: 'late' });
      return;
    }
    // If the tab is closed now, the document may have arrived. It is sent again at the next visit.
    this.#put(name, { ...item, wasSent: true, tries: item.tries + 1, next: this.#clock() + LEASE });
    this.current = name;
    this.#tell('changed');
    const { receipt, document, state } = item;
    const content = state === 'leaving' ? withdrawal : document;
    const reply = await this.#post({ ...content, receipt });
    this.current = undefined;
    const now = this.#read().items[name];
    // Meanwhile the reader has asked for something else, or has erased the item.
    const isOverdue = !now || now.receipt !== receipt || now.state !== state || now.since !== item.since;
    if (isOverdue) return this.#tell('changed');
    if (reply.outcome === 'later') {
      this.#put(name, { ...now, next: this.#later(now.tries, reply.wait) });
      this.#tell('changed');
    } else if (state === 'leaving') {
      // If the endpoint refuses the withdrawal, it has nothing under this receipt, as far as
      // anybody can tell.
      this.#put(name, undefined);
      this.#tell(reply.outcome === 'taken' ? 'withdrawn' : 'unsent', { ...about(item), ...told(reply) });
    } else {
      const { outcome, code } = reply;
      this.#put(name, { ...now, state: outcome === 'taken' ? 'sent' : 'refused', next: null, code });
      this.#tell(outcome === 'taken' ? 'sent' : 'unsent', { ...about(item), ...told(reply) });
    }
  }

  /**
   * When to try again after this many tries, in milliseconds since 1970; null if nothing is
   * planned. `wait` is what the server asks for, in milliseconds.
   */
  #later(tries, wait) {
    const pause = PAUSES[tries - 1];
    if (pause === undefined && wait === undefined) return null;
    const spread = 1 + JITTER * (2 * this.#random() - 1);
    return this.#clock() + Math.max((pause ?? 0) * spread, wait ?? 0);
  }

  #schedule() {
    clearTimeout(this.#timer);
    const all = Object.values(this.#read().items);
    const times = all.filter((it) => isUnderWay(it) && it.next !== null).map((it) => it.next);
    if (times.length === 0) return;
    const wait = Math.max(Math.min(...times) - this.#clock(), 50);
    this.#timer = setTimeout(() => this.drain(), wait);
  }

  #begun() {
    return { since: this.#clock(), tries: 0, next: this.#clock() };
  }

  #put(name, item) {
    const data = this.#read();
    if (item) data.items[name] = item;
    else delete data.items[name];
    this.#write(data);
  }

  /** @returns {{ items: Record<string, Item>, lease?: { by: string, until: number } }} */
  #read() {
    try {
      const data = JSON.parse(this.#store.read() ?? '');
      if (data?.items && data.endpoint === this.#endpoint) return data;
    } catch {
      // It is not JSON, so this widget has not written it.
    }
    return { items: {} };
  }

  #write(data) {
    const hasSome = Object.keys(data.items).length || data.lease;
    this.#store.write(hasSome ? JSON.stringify({ ...data, endpoint: this.#endpoint }) : '');
  }
}

/** Whether an item is still to be sent or to be taken back. */
export const isUnderWay = ({ state }) => state === 'waiting' || state === 'leaving';

/** What the page may know of an item: nothing of what the reader has answered or written. */
const about = ({ document }) => ({ kind: document.kind, about: document.about ?? null });
const told = (/** @type {import('./post.js').Reply} */ { code, line }) =>
  Object.fromEntries(Object.entries({ code, line }).filter(([, value]) => value !== undefined));
