/**
 * Keeps answers in this browser. Knows keys and stores. A store that is blocked, full or disabled is
 * silence: then nothing is kept.
 */

const key = (id, instance) => `misconception-scorecard:${id}:${instance}`;

/** The store of a `storage` attribute; throws where the browser blocks it. */
const store = (kind) =>
  kind === 'none' ? undefined : kind === 'local' ? localStorage : sessionStorage;

/** Keeps `value` for a questionnaire of this id. */
export function keep(kind, id, instance, value) {
  try {
    store(kind)?.setItem(key(id, instance), JSON.stringify(value));
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
