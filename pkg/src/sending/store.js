/**
 * Where the outbox is kept: in the storage that has the answers, never in one that lasts longer.
 * This file deals with storages and locks, and does not know what is kept.
 */
import { key } from '../element/storage.js';

/** Follows the key of the answers. */
const SUFFIX = ':sending';

/** The storage of this kind; undefined if the browser blocks it. */
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
  /** The text, as long as no storage takes it. */
  #memory = '';

  /** `kept` returns what the element has saved: `{ id, instance, persistent }`. */
  constructor(element, kept) {
    this.#element = element;
    this.#kept = kept;
  }

  /**
   * How long it is kept: on the `device`, as long as the `tab` or the `page`; `nothing` if the
   * storage is blocked, so that it lasts only as long as the page although the author wants more.
   */
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

  /**
   * Whether a `storage` event with this key is about this store; the key is null if everything was
   * cleared.
   */
  concerns(changed) {
    return changed === null || changed === this.#key;
  }

  read() {
    const kind = this.#kind;
    const own = storeOf(kind);
    if (kind === 'none' || !own) return this.#memory;
    const text = own.getItem(this.#key);
    if (text !== null) return text;
    // The reader has meanwhile chosen the other storage, so this moves along.
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
        // The storage is full. The text stays in memory as long as the page is open.
      }
    }
  }

  /** Calls `act` while other tabs wait. Returns undefined if the browser has no locks. */
  lock(act) {
    if (this.place === 'page' || this.place === 'nothing') return act();
    return navigator.locks?.request(this.#key, act);
  }
}
