/**
 * Where it is kept what is to be sent and what was: in the store that has the answers, and never in one that lasts longer.
 * Knows stores and locks; not what is kept.
 */
import { key } from '../element/storage.js';

/** Behind the key of the answers. */
const SUFFIX = ':sending';

/** The browser's store of this kind; undefined where it is blocked. */
function storeOf(kind) {
  try {
    const store = kind === 'local' ? localStorage : sessionStorage;
    store.getItem('');
    return store;
  } catch {
    return undefined;
  }
}

export class SendingStore {
  #element;
  #kept;
  /** What there is where nothing can be kept. */
  #memory = '';

  /** `kept` gives what the element keeps: `{ id, instance, persistent }`. */
  constructor(element, kept) {
    this.#element = element;
    this.#kept = kept;
  }

  /** How long it is kept: on the device, in the tab, with the page; nothing where the page would rather keep it longer. */
  get place() {
    const kind = this.#kind;
    if (kind === 'none') return 'page';
    if (!storeOf(kind)) return 'nothing';
    return kind === 'local' ? 'device' : 'tab';
  }

  get #kind() {
    const { storage } = this.#element;
    return storage === 'session' && this.#kept().persistent ? 'local' : storage;
  }

  get #key() {
    const { id, instance } = this.#kept();
    return key(id, instance) + SUFFIX;
  }

  /** Whether the event of a store is about this one. */
  concerns(changed) {
    return changed === null || changed === this.#key;
  }

  read() {
    const kind = this.#kind;
    const own = storeOf(kind);
    if (kind === 'none' || !own) return this.#memory;
    const text = own.getItem(this.#key);
    if (text !== null) return text;
    // The reader has chosen another store meanwhile: it goes along.
    const moved = storeOf(kind === 'local' ? 'session' : 'local')?.getItem(this.#key);
    if (moved) this.write(moved);
    return moved ?? this.#memory;
  }

  write(text) {
    const kind = this.#kind;
    this.#memory = text;
    for (const each of ['local', 'session']) {
      const store = storeOf(each);
      try {
        if (each !== kind || !text) store?.removeItem(this.#key);
        else if (store) {
          store.setItem(this.#key, text);
          this.#memory = '';
        }
      } catch {
        // It is full: as long as the page is open, there is the memory.
      }
    }
  }

  /** Has other tabs wait until `act` is done; undefined where the browser cannot. */
  lock(act) {
    if (this.place === 'page' || this.place === 'nothing') return act();
    return navigator.locks?.request(this.#key, act);
  }
}
