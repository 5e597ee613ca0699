/**
 * Keeps answers in this browser. Knows keys and stores. A store that is blocked, full or disabled is
 * silence: then nothing is kept.
 */

const key = (id, instance) => `misconception-scorecard:${id}:${instance}`;

/** The store of a `storage` attribute; throws where the browser blocks it. */
const store = (kind) =>
  kind === 'none' ? undefined : kind === 'local' ? localStorage : sessionStorage;

/** Keeps `value`, `{ id, instance, version, ... }`. */
export function keep(kind, value) {
  try {
    store(kind)?.setItem(key(value.id, value.instance), JSON.stringify(value));
  } catch {
    // Nothing is kept.
  }
}

/** What was kept for this id and version; undefined where there is nothing of that version. */
export function recall(kind, id, instance, version) {
  try {
    const kept = JSON.parse(store(kind)?.getItem(key(id, instance)) ?? 'null');
    return kept?.version === version ? kept : undefined;
  } catch {
    return undefined;
  }
}
