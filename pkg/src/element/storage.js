/**
 * Saves answers in this browser: keys, and which of the two storages. If the browser blocks the
 * storage, or it is full or disabled, nothing is saved and nothing is reported. This file does not
 * look into the answers.
 */

/** One part of a key, with colons escaped: they separate the parts. */
const part = (text) => String(text).replace(/[%:]/g, encodeURIComponent);

/** The key under which the answers are saved. */
export const key = (id, instance) => `misconception-scorecard:${part(id)}:${part(instance)}`;

/**
 * The storage for `kind`, a value of the attribute `storage`. `persistent` asks for `localStorage`
 * in any case but `none`. Throws if the browser blocks it.
 */
const store = (kind, persistent) =>
  kind === 'none' ? undefined : persistent || kind === 'local' ? localStorage : sessionStorage;

/**
 * Saves `value`, `{ id, instance, version, persistent, ... }`; in `localStorage` if it is
 * `persistent`. Erases the entry if `value` has no version.
 */
export function save(kind, value) {
  try {
    const act = value.version ? 'setItem' : 'removeItem';
    store(kind, value.persistent)?.[act](key(value.id, value.instance), JSON.stringify(value));
  } catch {
    // Nothing is saved.
  }
}

/**
 * The text that is saved for this id; null if there is none, undefined if the storage cannot be
 * read.
 */
export function text(kind, id, instance, persistent) {
  try {
    return store(kind, persistent).getItem(key(id, instance));
  } catch {
    // Blocked, or `kind` is `none`; `JSON.parse` throws on undefined.
    return undefined;
  }
}

/**
 * What is saved for this id in either storage: of this version if possible, else of another one;
 * undefined if there is nothing.
 */
export function load(kind, id, instance, version) {
  let other;
  for (const persistent of [false, true]) {
    try {
      const saved = JSON.parse(text(kind, id, instance, persistent));
      if (saved?.version === version) return saved;
      if (saved?.version) other = saved;
    } catch {
      // It is not JSON, so this widget has not written it.
    }
  }
  return other;
}

/** Erases what is saved for this id in the storages of these kinds. */
export function forget(id, instance, kinds = ['session', 'local']) {
  for (const kind of kinds) {
    try {
      store(kind).removeItem(key(id, instance));
    } catch {
      // Nothing can have been saved there.
    }
  }
}

/**
 * Whether the reader may choose to keep the answers beyond the session: only if the page has chosen
 * `session`, and the browser has `localStorage`.
 */
export function mayStay(kind) {
  try {
    return kind === 'session' && Boolean(localStorage);
  } catch {
    return false;
  }
}
