/**
 * Keeps the open draft: a moment after each change, when the page goes, and never over what another tab has written. Knows
 * the store and the drafts; says how it stands, and leaves the words to others.
 *
 * How it stands is one of `kept`, `keeping`, `blocked` (this browser keeps nothing), `full`, and `parted`: another tab has
 * changed the same draft, and what is written here goes on as a draft of its own.
 */
import { token } from '../data/making.js';
import { draftsInMemory, openDrafts } from './drafts.js';

/** How long to wait for the next change before writing, in milliseconds. */
const MOMENT = 400;
/** How long what earlier pages left is waited for, in milliseconds. */
const PATIENCE = 5000;
/** What could not be written before the page went, each under a name of its own. */
const LEFT = 'misconception-scorecard-studio-unkept-';
/** What the page before this one kept. */
const PLAYGROUND = 'misconception-scorecard-playground';
const CHANNEL = 'misconception-scorecard-studio';

export const newId = () => token() + token();

/** @typedef {ReturnType<typeof createKeeper>} Keeper */

/** `open()` gives the drafts; `tell(status)` is called when how it stands has changed. */
export function createKeeper({ store, tell, open = openDrafts }) {
  let drafts = /** @type {any} */ (draftsInMemory());
  let isBlocked = false;
  let isFull = false;
  /** The page goes: what is begun in the database now may never end, and then nobody can write there. */
  let isLeaving = false;
  /** What this page has left, if it comes back. */
  const left = [];
  let timer;
  /** The revision of each draft as this tab knows it. */
  const revisions = new Map();
  /** The states that are written, by draft. */
  const written = new Map();
  /** The states that are still to be written, by draft: one may be left for another before it is. */
  const pending = new Map();
  /** Drafts that go on under another id, since another tab has theirs. */
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
      // Whatever an earlier page has left unfinished, this one goes on.
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
  // The browser has brought the page back whole: it goes on keeping by itself.
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
    /** Calls `listener` when the list may have changed. */
    onList(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: () => ready.then(() => drafts.list()).catch(() => []),
    all: () => ready.then(() => drafts.all()),
    /** The state of a draft; undefined where there is none. */
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
    /** Puts a record where it was before, or in for the first time. */
    async put(record) {
      await ready;
      const stays = await drafts.write(record, undefined);
      const own = stays ? { ...record, id: newId() } : record;
      if (stays) await drafts.write(own, undefined);
      channel?.postMessage({ id: own.id, revision: own.revision });
      listed();
    },
    /** Deletes a draft; gives its record, to be put back. */
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

  /** Writes what is not written; one after the other. */
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

  /** Whether a draft began as the same as another tab's. */
  function isParted(id) {
    return [...parted.values()].includes(id);
  }

  /** Another tab has written meanwhile: both stay, and this one goes on under an id of its own. */
  function part(state) {
    const id = newId();
    parted.set(state.id, id);
    pending.delete(state.id);
    const now = store.get();
    if (now.id === state.id) store.accept({ ...now, id }, { replaces: true });
    else pending.set(id, { ...state, id });
    return writeOne(pending.get(id));
  }

  /** The page goes, and a database does not wait for that: what is left is put where writing is done at once. */
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
        // Then only the database can have it, perhaps.
        isLeaving = false;
        flush();
      }
    }
  }

  /** Puts what earlier pages left into the drafts. */
  async function takeUp() {
    for (const name of namesLeft()) {
      try {
        const { expected, ...record } = JSON.parse(localStorage.getItem(name));
        const other = await drafts.write(record, expected);
        const isSame = other && JSON.stringify(other.content) === JSON.stringify(record.content);
        if (other && !isSame) await drafts.write({ ...record, id: newId() }, undefined);
        localStorage.removeItem(name);
      } catch {
        // It stays for the next time, or was not ours.
      }
    }
    try {
      const { text } = JSON.parse(localStorage.getItem(PLAYGROUND));
      if (typeof text === 'string') await drafts.write(recordOf({ id: newId(), ...contentOf(text) }), undefined);
      localStorage.removeItem(PLAYGROUND);
    } catch {
      // There was nothing, or nothing that can be read.
    }
  }
}

/** What is in a draft whose JSON is `text`, which may be broken. */
export function contentOf(text, look = {}) {
  try {
    const document = JSON.parse(text);
    if (document && typeof document === 'object' && !Array.isArray(document)) return { document, text, look };
  } catch {
    // Then it is a text with no questionnaire in it yet.
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
