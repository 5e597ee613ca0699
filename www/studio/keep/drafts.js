/**
 * The drafts in this browser's database. Knows records and their revisions, which keep a tab from
 * overwriting what another tab has written since; must not know what is in a draft, nor when it is
 * stored.
 *
 * A record is `{ id, revision, title, changed, content }`; `changed` is in milliseconds since 1970.
 */
import { openDB } from 'idb';

const NAME = 'misconception-scorecard-studio';
const STORE = 'drafts';
/**
 * How long to wait for the database to open, in milliseconds. If it takes longer, it will not open
 * at all.
 */
const PATIENCE = 5000;

/** Opens the database of drafts. Throws if the browser stores nothing. */
export async function openDrafts() {
  const opening = openDB(NAME, 1, {
    upgrade: (database) => void database.createObjectStore(STORE, { keyPath: 'id' }),
    // Another version of this page wants to upgrade the database: this one closes it.
    blocking: (_before, _after, event) => /** @type {any} */ (event.target).close(),
  });
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('the database does not open')), PATIENCE));
  const database = await Promise.race([opening, late]);
  return {
    /** All records, the last changed first, without their contents. */
    async list() {
      const all = await database.getAll(STORE);
      const heads = all.map(({ content, ...head }) => head);
      return heads.sort((one, other) => other.changed - one.changed);
    },
    all: () => database.getAll(STORE),
    read: (id) => database.get(STORE, id),
    /**
     * Writes `record` if the stored record has the revision `expected` or if there is none. Returns
     * undefined, or else the stored record, which is left as it is. A draft that was deleted
     * meanwhile can be written again.
     */
    async write(record, expected) {
      const change = database.transaction(STORE, 'readwrite');
      const before = await change.store.get(record.id);
      if (before && before.revision !== expected) {
        await change.done;
        return before;
      }
      await change.store.put(record);
      await change.done;
      return undefined;
    },
    remove: (id) => database.delete(STORE, id),
  };
}

/**
 * The same functions in memory, for a browser without a database. The drafts last as long as the
 * page.
 */
export function draftsInMemory() {
  const records = new Map();
  return {
    async list() {
      const heads = [...records.values()].map(({ content, ...head }) => head);
      return heads.sort((one, other) => other.changed - one.changed);
    },
    all: async () => [...records.values()],
    read: async (id) => records.get(id),
    async write(record) {
      records.set(record.id, record);
      return undefined;
    },
    remove: async (id) => void records.delete(id),
  };
}
