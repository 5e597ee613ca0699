/**
 * What is to be sent, and what was: kept until it has got through, sent once at a time by one tab at a time. Knows when to
 * try again; not what stands in a document, nor how it travels, nor what a reader sees of it.
 *
 * One item for each thing that a reader may send, under a name of its own:
 *
 * - waiting: it has not got through yet.
 * - sent: it has. Its receipt stays, so that it can be replaced and taken back.
 * - leaving: it is to be taken back, and that has not got through yet.
 * - refused: it cannot be taken, and is not tried again.
 * - late: it has not got through for a week, and is not tried again.
 *
 * What was taken back has no item.
 */
import { makeReceipt, withdrawal } from './documents.js';

/** After how long it is tried again by itself, in milliseconds: after the last one only when something has changed. */
const PAUSES = [2000, 8000, 30_000];
/** By how much a pause is shorter or longer, so that not all come at once. */
const JITTER = 0.25;
/** After how long something that has not got through is given up, in milliseconds. */
const WEEK = 7 * 24 * 3_600_000;
/** How long a tab that sends has the others wait, where the browser has no locks, in milliseconds. */
const LEASE = 15_000;

/**
 * @typedef {object} Item
 * @property {'waiting' | 'sent' | 'leaving' | 'refused' | 'late'} state
 * @property {string} receipt
 * @property {any} document What was sent, or is to be.
 * @property {number} since When the reader wanted it, in milliseconds.
 * @property {number} tries How often it was tried since the reader or the network last gave a reason to.
 * @property {number | null} next When it is tried again; null where it needs a reason.
 * @property {boolean} [wasSent] Whether the endpoint may have it.
 * @property {string} [code] Why it was refused.
 */

export class Outbox {
  #store;
  #post;
  #clock;
  #random;
  #tell;
  #timer;
  #draining;
  /** Whether something came while it was draining. */
  #isAskedAgain = false;
  /** The name of the item that is being sent by this page. */
  current = /** @type {string | undefined} */ (undefined);
  #self = makeReceipt();

  /**
   * @param {object} parts
   * @param {{ read: () => string | null | undefined, write: (text: string) => void, lock: (act: () => Promise<void>) => Promise<void> | undefined }} parts.store
   *   Where it is kept. `lock` has other tabs wait; undefined where the browser cannot.
   * @param {(document: object) => Promise<import('./post.js').Reply>} parts.post Sends a document.
   * @param {(what: 'changed' | 'sent' | 'unsent' | 'withdrawn', detail?: object) => void} parts.tell Is told what has become of an item.
   * @param {() => number} [parts.clock] The time in milliseconds.
   * @param {() => number} [parts.random] A number from 0 to 1.
   */
  constructor({ store, post, tell, clock = Date.now, random = Math.random }) {
    this.#store = store;
    this.#post = post;
    this.#tell = tell;
    this.#clock = clock;
    this.#random = random;
  }

  /** All items by their names. */
  get items() {
    return this.#read().items;
  }

  /** Sends `document` under this name, in place of what was sent under it before. */
  send(name, document) {
    const { items } = this.#read();
    const before = items[name];
    // What the endpoint has refused it does not have, and what was given up it may.
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

  /** Forgets one item, without telling the endpoint. */
  forget(name) {
    this.#put(name, undefined);
  }

  /** Tries everything at once that has not got through: the network is back, or the reader asks for it. */
  retry() {
    const data = this.#read();
    for (const item of Object.values(data.items)) {
      if (isUnderWay(item)) Object.assign(item, { tries: 0, next: this.#clock() });
    }
    this.#write(data);
    return this.drain();
  }

  /** Sends what is due. One call at a time does; a call meanwhile has it look once more. */
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

  /** Tries nothing more by itself. */
  stop() {
    clearTimeout(this.#timer);
  }

  async #drainAlone() {
    do {
      this.#isAskedAgain = false;
      const act = () => this.#sendDue();
      // No two tabs at once: the second would send what the first is sending.
      await (this.#store.lock(act) ?? this.#withLease(act));
    } while (this.#isAskedAgain);
  }

  /** Does `act` while no other tab has the lease, else later. */
  async #withLease(act) {
    const now = this.#clock();
    const data = this.#read();
    if (data.lease && data.lease.by !== this.#self && data.lease.until > now) return;
    this.#write({ ...data, lease: { by: this.#self, until: now + LEASE } });
    // Two that have asked at once: the one that has written last has it.
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
    // If the tab is closed now, it may have arrived, and is tried again at the next visit.
    this.#put(name, { ...item, wasSent: true, tries: item.tries + 1, next: this.#clock() + LEASE });
    this.current = name;
    this.#tell('changed');
    const { receipt, document, state } = item;
    const content = state === 'leaving' ? withdrawal : document;
    const reply = await this.#post({ ...content, receipt });
    this.current = undefined;
    const now = this.#read().items[name];
    // Meanwhile the reader wants something else of it, or has erased it.
    const isOverdue = !now || now.receipt !== receipt || now.state !== state || now.since !== item.since;
    if (isOverdue) return this.#tell('changed');
    if (reply.outcome === 'later') {
      this.#put(name, { ...now, next: this.#later(now.tries, reply.wait) });
      this.#tell('changed');
    } else if (state === 'leaving') {
      // An endpoint that cannot take the withdrawal has nothing under this receipt, as far as anybody can tell.
      this.#put(name, undefined);
      this.#tell(reply.outcome === 'taken' ? 'withdrawn' : 'unsent', { ...about(item), ...told(reply) });
    } else {
      const { outcome, code } = reply;
      this.#put(name, { ...now, state: outcome === 'taken' ? 'sent' : 'refused', next: null, code });
      this.#tell(outcome === 'taken' ? 'sent' : 'unsent', { ...about(item), ...told(reply) });
    }
  }

  /** When it is tried again, after so many tries; null where that needs a reason. */
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
      if (data?.items) return data;
    } catch {
      // What cannot be read was not kept here.
    }
    return { items: {} };
  }

  #write(data) {
    this.#store.write(Object.keys(data.items).length || data.lease ? JSON.stringify(data) : '');
  }
}

/** Whether an item has something to send. */
export const isUnderWay = ({ state }) => state === 'waiting' || state === 'leaving';

/** What a page may know of an item: nothing of what was answered. */
const about = ({ document }) => ({ kind: document.kind, about: document.about ?? null });
const told = (/** @type {import('./post.js').Reply} */ { code, line }) =>
  Object.fromEntries(Object.entries({ code, line }).filter(([, value]) => value !== undefined));
