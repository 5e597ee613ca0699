/**
 * Stores the open draft: shortly after each change, when the page is closed, and never over what
 * another tab has written. Knows the store and the drafts; reports a status and must not know the
 * words for it.
 *
 * The status is one of `kept`, `keeping`, `blocked` (this browser stores nothing), `full` (it could
 * not store the last changes, probably because it has no room left), and `parted`: another tab has
 * changed the same draft, so this tab continues with a copy.
 */
import { draftsInMemory, openDrafts } from './drafts.js';
import { leave, takeUp } from './left.js';
import { newId, recordOf } from './record.js';

/** How long to wait for the next change before writing, in milliseconds. */
const MOMENT = 400;
/** How long to wait until the drafts that earlier pages left behind are stored, in milliseconds. */
const PATIENCE = 5000;
const CHANNEL = 'misconception-scorecard-studio';

/** Stores the drafts of a store. */
export class Keeper {
  #store;
  /** Reports the status. */
  #tell;
  #drafts = /** @type {any} */ (draftsInMemory());
  #isBlocked = false;
  #isFull = false;
  /**
   * The page is being closed. A transaction that begins now may never end and would block the
   * database for other pages.
   */
  #isLeaving = false;
  /**
   * The keys in localStorage that this page wrote when it was closed. They are removed if it comes
   * back.
   */
  #left = /** @type {string[]} */ ([]);
  #timer;
  /** The revision of each draft that this tab has read or written last, by id. */
  #revisions = new Map();
  /** The state of each draft that was written last, by id. */
  #written = new Map();
  /**
   * The states that still have to be written, by id. There can be several: the author may open
   * another draft before the last one is written.
   */
  #pending = new Map();
  /** The new ids of drafts that another tab has changed, by their old ids. */
  #parted = new Map();
  #writing = Promise.resolve();
  #channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
  #listeners = new Set();

  /** `open()` returns the drafts; `tell(status)` is called when the status has changed. */
  constructor({ store, tell, open = openDrafts }) {
    this.#store = store;
    this.#tell = tell;
    /** A promise that resolves when the database is open or it is clear that there is none. */
    this.ready = this.#begin(open);
    this.ready.then(() => {
      if (this.#pending.size > 0) this.#schedule();
      else tell(this.#isBlocked ? 'blocked' : 'kept');
      this.#listed();
    });
    store.subscribe((state) => this.#changed(state));
    this.#channel?.addEventListener('message', ({ data }) => this.#heard(data));
    this.#watchPage();
  }

  /** Calls `listener` when the list of drafts may have changed. */
  onList(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** All drafts, the last changed first, without their contents. */
  list() {
    return this.ready.then(() => this.#drafts.list()).catch(() => []);
  }

  /** All drafts with their contents. */
  all() {
    return this.ready.then(() => this.#drafts.all());
  }

  /** The state of a draft, or undefined if there is none. */
  async read(id) {
    await this.ready;
    await this.flush();
    const record = await this.#drafts.read(id).catch(() => undefined);
    return record && this.#readRecord(record);
  }

  /** Stores a record that was deleted before or is new. If its id is taken, it gets a new one. */
  async put(record) {
    await this.ready;
    const stays = await this.#drafts.write(record, undefined);
    const own = stays ? { ...record, id: newId() } : record;
    if (stays) await this.#drafts.write(own, undefined);
    this.#announce(own.id, own.revision);
  }

  /** Deletes a draft. Returns its record, so that `put` can restore it. */
  async remove(id) {
    await this.ready;
    await this.flush();
    const record = await this.#drafts.read(id);
    await this.#drafts.remove(id);
    this.#revisions.delete(id);
    this.#written.delete(id);
    this.#announce(id, undefined);
    return record;
  }

  /** Writes all states that are not stored yet, after writes that are already running. */
  flush() {
    clearTimeout(this.#timer);
    this.#writing = this.#writing
      .then(() => this.ready)
      .then(async () => {
        for (const state of [...this.#pending.values()]) await this.#write(state);
      });
    return this.#writing;
  }

  /** Opens the drafts, and first stores what earlier pages could not write. */
  async #begin(open) {
    try {
      this.#drafts = await open();
    } catch {
      this.#isBlocked = true;
      return;
    }
    await Promise.race([takeUp(this.#drafts), new Promise((later) => setTimeout(later, PATIENCE))]);
  }

  #watchPage() {
    addEventListener('pagehide', () => this.#leave());
    // The browser has restored the page with its state, so it writes its drafts itself.
    addEventListener('pageshow', () => {
      this.#isLeaving = false;
      for (const name of this.#left.splice(0)) localStorage.removeItem(name);
      if (this.#pending.size > 0) this.#schedule();
    });
    addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && !this.#isLeaving) this.flush();
    });
    addEventListener('beforeunload', (event) => {
      if (this.#pending.size > 0 && (this.#isBlocked || this.#isFull)) event.preventDefault();
    });
  }

  /** The store has another state. */
  #changed(state) {
    const moved = this.#parted.get(state.id);
    if (moved) return this.#store.accept({ ...state, id: moved }, { replaces: true });
    const isKept = state.id === null || this.#written.get(state.id) === state;
    if (isKept) return this.#pending.delete(state.id);
    this.#pending.set(state.id, state);
    if (!this.#isBlocked) this.#tell('keeping');
    this.#schedule();
  }

  /** Another tab has written or deleted a draft. */
  async #heard({ id, revision }) {
    this.#listed();
    const state = this.#store.get();
    if (id !== state.id || revision === this.#revisions.get(id) || this.#pending.has(id)) return;
    const record = await this.#drafts.read(id).catch(() => undefined);
    if (!record || this.#store.get() !== state) return;
    this.#store.accept(this.#readRecord(record));
  }

  /** The state in a record that was just read. */
  #readRecord({ id, revision, content }) {
    const state = { id, ...content };
    // From now on, changes of this draft are meant for it, and no longer for the copy.
    this.#parted.delete(id);
    this.#revisions.set(id, revision);
    this.#written.set(id, state);
    return state;
  }

  /** Tells other tabs, and this page, that a draft was written or deleted. */
  #announce(id, revision) {
    this.#channel?.postMessage({ id, revision });
    this.#listed();
  }

  #listed() {
    for (const listener of this.#listeners) listener();
  }

  #schedule() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), MOMENT);
  }

  async #write(state) {
    const record = recordOf(state);
    try {
      const other = await this.#drafts.write(record, this.#revisions.get(state.id));
      if (other) return this.#part(state);
      this.#settle(record, state);
    } catch {
      this.#isFull = true;
      this.#tell('full');
    }
  }

  #settle({ id, revision }, state) {
    this.#isFull = false;
    this.#revisions.set(id, revision);
    this.#written.set(id, state);
    if (this.#pending.get(id) === state) this.#pending.delete(id);
    this.#announce(id, revision);
    if (this.#pending.size > 0) return;
    const isParted = [...this.#parted.values()].includes(this.#store.get().id);
    this.#tell(this.#isBlocked ? 'blocked' : isParted ? 'parted' : 'kept');
  }

  /**
   * Another tab has written this draft meanwhile. Both versions stay: this tab continues under a
   * new id.
   */
  #part(state) {
    const id = newId();
    this.#parted.set(state.id, id);
    this.#pending.delete(state.id);
    const now = this.#store.get();
    if (now.id === state.id) this.#store.accept({ ...now, id }, { replaces: true });
    else this.#pending.set(id, { ...state, id });
    return this.#write(this.#pending.get(id));
  }

  /**
   * The page is being closed and would not wait for the database, so unwritten states go into
   * localStorage, which writes at once.
   */
  #leave() {
    this.#isLeaving = true;
    clearTimeout(this.#timer);
    if (this.#isBlocked) return;
    for (const state of this.#pending.values()) {
      try {
        this.#left.push(leave({ ...recordOf(state), expected: this.#revisions.get(state.id) }));
      } catch {
        // localStorage is blocked or full, so the database may still have a chance.
        this.#isLeaving = false;
        this.flush();
      }
    }
  }
}
