/**
 * Keeps answers in this browser. Knows keys and stores. A store that is blocked, full or disabled is
 * silence: then nothing is kept.
 */

/** A part of a key, in which no colon is taken for the one between the parts. */
const part = (text) => String(text).replace(/[%:]/g, encodeURIComponent);

/** Under what the answers are kept. */
export const key = (id, instance) => `misconception-scorecard:${part(id)}:${part(instance)}`;

/** The store of a `storage` attribute, or the lasting one; throws where the browser blocks it. */
const store = (kind, persistent) =>
  kind === 'none' ? undefined : persistent || kind === 'local' ? localStorage : sessionStorage;

/**
 * Saves `value`, `{ id, instance, version, persistent, ... }`; if it is `persistent`, beyond the session. Erases it if it
 * has no version.
 */
export function save(kind, value) {
  try {
    const act = value.version ? 'setItem' : 'removeItem';
    store(kind, value.persistent)?.[act](key(value.id, value.instance), JSON.stringify(value));
  } catch {
    // Nothing is kept.
  }
}

/** The text in the store for this id; null if there is none, undefined if the store cannot be read. */
export function text(kind, id, instance, persistent) {
  try {
    return store(kind, persistent).getItem(key(id, instance));
  } catch {
    // Blocked or none: this is no JSON.
    return undefined;
  }
}

/** What was kept for this id: in either store of this version, or else of another one; undefined if there is nothing. */
export function load(kind, id, instance, version) {
  let other;
  for (const persistent of [false, true]) {
    try {
      const saved = JSON.parse(text(kind, id, instance, persistent));
      if (saved?.version === version) return saved;
      if (saved?.version) other = saved;
    } catch {
      // What cannot be read was not kept here.
    }
  }
  return other;
}

/** Erases what was kept in these stores. */
export function forget(id, instance, kinds = ['session', 'local']) {
  for (const kind of kinds) {
    try {
      store(kind).removeItem(key(id, instance));
    } catch {
      // Then nothing was kept.
    }
  }
}

/** Whether a reader may choose that more is kept than a session: where only that is, and the browser lets them. */
export function mayStay(kind) {
  try {
    return kind === 'session' && Boolean(localStorage);
  } catch {
    return false;
  }
}
