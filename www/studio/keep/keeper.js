/**
 * Stores the open draft: shortly after each change, when the page is closed, and never over what
 * another tab has written. Knows the store and the drafts; reports a status and must not know the
 * words for it.
 *
 * The status is one of `kept`, `keeping`, `blocked` (this browser stores nothing), `full`, and
 * `parted`: another tab has changed the same draft, so this tab continues with a copy.
 */
import { token } from '../data/making.js';
import { draftsInMemory, openDrafts } from './drafts.js';

/** How long to wait for the next change before writing, in milliseconds. */
const MOMENT = 400;
/** How long to wait for storing what earlier pages left behind, in milliseconds. */
const PATIENCE = 5000;
/**
 * The prefix of the keys in localStorage for drafts that could not be written before the page was
 * closed.
 */
const LEFT = 'misconception-scorecard-studio-unkept-';
/** The key in localStorage of the playground, which the studio replaces. */
const PLAYGROUND = 'misconception-scorecard-playground';
const CHANNEL = 'misconception-scorecard-studio';

export const newId = () => token() + token();

/** @typedef {ReturnType<typeof createKeeper>} Keeper */

/** `open()` returns the drafts; `tell(status)` is called when the status has changed. */
export function createKeeper({ store, tell, open = openDrafts }) {
  let drafts = /** @type {any} */ (draftsInMemory());
  let isBlocked = false;
  let isFull = false;
  /**
   * The page is being closed. A transaction that begins now may never end and would block the
   * database for other pages.
   */
  let isLeaving = false;
  /**
   * The keys in localStorage that this page wrote when it was closed. They are removed if it comes
   * back.
   */
  const left = [];
  let timer;
  /** The revision of each draft that this tab has read or written last, by id. */
  const revisions = new Map();
  /** The state of each draft that was written last, by id. */
  const written = new Map();
  /**
   * The states that still have to be written, by id. There can be several: the author may open
   * another draft before the last one is written.
   */
  const pending = new Map();
  /** The new ids of drafts that another tab has changed, by their old ids. */
  const parted = new Map();
  let writing = Promise.resolve();
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
  const listeners = new Set();
  const listed = () => {
    for (const listener of listeners) listener();
  };

  const ready = open().then(
    async (it) => {
      drafts = it;
      // First stores what earlier pages could not write.
      await Promise.race([takeUp(), new Promise((later) => setTimeout(later, PATIENCE))]);
    },
    () => {
      isBlocked = true;
    },
  );
  ready.then(() => {
    if (pending.size > 0) schedule();
    else tell(isBlocked ? 'blocked' : 'kept');
    listed();
  });

  store.subscribe((state) => {
    const moved = parted.get(state.id);
    if (moved) return store.accept({ ...state, id: moved }, { replaces: true });
    if (!isUnkept(state)) return pending.delete(state.id);
    pending.set(state.id, state);
    if (!isBlocked) tell('keeping');
    schedule();
  });
  channel?.addEventListener('message', async ({ data: { id, revision } }) => {
    listed();
    const state = store.get();
    if (id !== state.id || revision === revisions.get(id) || pending.has(id)) return;
    const record = await drafts.read(id).catch(() => undefined);
    if (!record || store.get() !== state) return;
    revisions.set(id, record.revision);
    const next = { id, ...record.content };
    written.set(id, next);
    store.accept(next);
  });
  addEventListener('pagehide', leave);
  // The browser has restored the page with its state, so it writes its drafts itself.
  addEventListener('pageshow', () => {
    isLeaving = false;
    for (const name of left.splice(0)) localStorage.removeItem(name);
    if (pending.size > 0) schedule();
  });
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !isLeaving) flush();
  });
  addEventListener('beforeunload', (event) => {
    if (pending.size > 0 && (isBlocked || isFull)) event.preventDefault();
  });

  return {
    ready,
    isBlocked: () => isBlocked,
    /** Calls `listener` when the list of drafts may have changed. */
    onList(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: () => ready.then(() => drafts.list()).catch(() => []),
    all: () => ready.then(() => drafts.all()),
    /** The state of a draft, or undefined if there is none. */
    async read(id) {
      await ready;
      await flush();
      const record = await drafts.read(id).catch(() => undefined);
      if (!record) return undefined;
      revisions.set(id, record.revision);
      const state = { id, ...record.content };
      written.set(id, state);
      return state;
    },
    /** Stores a record that was deleted before or is new. If its id is taken, it gets a new one. */
    async put(record) {
      await ready;
      const stays = await drafts.write(record, undefined);
      const own = stays ? { ...record, id: newId() } : record;
      if (stays) await drafts.write(own, undefined);
      channel?.postMessage({ id: own.id, revision: own.revision });
      listed();
    },
    /** Deletes a draft. Returns its record, so that `put` can restore it. */
    async remove(id) {
      await ready;
      await flush();
      const record = await drafts.read(id);
      await drafts.remove(id);
      revisions.delete(id);
      written.delete(id);
      channel?.postMessage({ id, revision: undefined });
      listed();
      return record;
    },
    flush,
  };

  function isUnkept(state) {
    return state.id !== null && written.get(state.id) !== state;
  }

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(flush, MOMENT);
  }

  /** Writes all states that are not stored yet, after writes that are already running. */
  function flush() {
    clearTimeout(timer);
    writing = writing.then(() => ready).then(write);
    return writing;
  }

  async function write() {
    for (const state of [...pending.values()]) await writeOne(state);
  }

  async function writeOne(state) {
    const record = recordOf(state);
    try {
      const other = await drafts.write(record, revisions.get(state.id));
      if (other) return part(state);
      settle(record, state);
    } catch {
      isFull = true;
      tell('full');
    }
  }

  function settle(record, state) {
    isFull = false;
    revisions.set(record.id, record.revision);
    written.set(record.id, state);
    if (pending.get(record.id) === state) pending.delete(record.id);
    channel?.postMessage({ id: record.id, revision: record.revision });
    listed();
    if (pending.size === 0) tell(isBlocked ? 'blocked' : isParted(store.get().id) ? 'parted' : 'kept');
  }

  /** Whether this tab continues a draft as a copy, under a new id. */
  function isParted(id) {
    return [...parted.values()].includes(id);
  }

  /**
   * Another tab has written this draft meanwhile. Both versions stay: this tab continues under a
   * new id.
   */
  function part(state) {
    const id = newId();
    parted.set(state.id, id);
    pending.delete(state.id);
    const now = store.get();
    if (now.id === state.id) store.accept({ ...now, id }, { replaces: true });
    else pending.set(id, { ...state, id });
    return writeOne(pending.get(id));
  }

  /**
   * The page is being closed and would not wait for the database, so unwritten states go into
   * localStorage, which writes at once.
   */
  function leave() {
    isLeaving = true;
    clearTimeout(timer);
    if (isBlocked) return;
    for (const state of pending.values()) {
      try {
        const record = { ...recordOf(state), expected: revisions.get(state.id) };
        const name = LEFT + token();
        localStorage.setItem(name, JSON.stringify(record));
        left.push(name);
      } catch {
        // localStorage is blocked or full, so the database may still have a chance.
        isLeaving = false;
        flush();
      }
    }
  }

  /** Stores what earlier pages left in localStorage as drafts. */
  async function takeUp() {
    for (const name of namesLeft()) {
      try {
        const { expected, ...record } = JSON.parse(localStorage.getItem(name));
        const other = await drafts.write(record, expected);
        const isSame = other && JSON.stringify(other.content) === JSON.stringify(record.content);
        if (other && !isSame) await drafts.write({ ...record, id: newId() }, undefined);
        localStorage.removeItem(name);
      } catch {
        // It could not be stored now and stays for the next time, or it is not from the studio.
      }
    }
    try {
      const { text } = JSON.parse(localStorage.getItem(PLAYGROUND));
      if (typeof text === 'string') await drafts.write(recordOf({ id: newId(), ...contentOf(text) }), undefined);
      localStorage.removeItem(PLAYGROUND);
    } catch {
      // There is nothing from the playground, or nothing that can be read.
    }
  }
}

/** The content of a draft whose JSON is `text`, which may be invalid. */
export function contentOf(text, look = {}) {
  try {
    const document = JSON.parse(text);
    if (document && typeof document === 'object' && !Array.isArray(document)) return { document, text, look };
  } catch {
    // The content then has a text, but no questionnaire yet.
  }
  return { document: {}, text, look, isBroken: true };
}

function recordOf({ id, ...content }) {
  const title = String(content.document?.title ?? '').trim();
  return { id, revision: token() + token(), title, changed: Date.now(), content };
}

function namesLeft() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(LEFT));
  } catch {
    return [];
  }
}
