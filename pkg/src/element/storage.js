/**
 * Keeps answers in this browser. Knows keys and stores. A store that is blocked, full or disabled is
 * silence: then nothing is kept.
 */

/** Under what the answers are kept. */
export const key = (id, instance) => `misconception-scorecard:${id}:${instance}`;

/** The store of a `storage` attribute, or the lasting one; throws where the browser blocks it. */
const store = (kind, persistent) =>
  kind === 'none' ? undefined : persistent || kind === 'local' ? localStorage : sessionStorage;

/** Saves `value`, `{ id, instance, version, persistent, ... }`; if it is `persistent`, beyond the session. Saves nothing without a version. */
export function save(kind, value) {
  try {
    const act = value.version ? 'setItem' : 'removeItem';
    store(kind, value.persistent)?.[act](key(value.id, value.instance), JSON.stringify(value));
  } catch {
    // Nothing is kept.
  }
}

/** What was kept for this id and version; undefined where there is nothing of that version. */
export function load(kind, id, instance, version) {
  try {
    // Said twice, it is less to load than a function. Where there is nothing to parse, nothing was kept.
    const saved = JSON.parse(store(kind).getItem(key(id, instance)) ?? store(kind, 1).getItem(key(id, instance)));
    return saved?.version === version ? saved : undefined;
  } catch {
    return undefined;
  }
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
