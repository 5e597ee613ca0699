/**
 * The drafts in this browser's database. Knows records and their revisions, by which no tab writes over what another has
 * written since; not what is in a draft, nor when it is kept.
 *
 * A record is `{ id, revision, title, changed, content }`, `changed` in milliseconds since 1970.
 */
import { openDB } from 'idb';

const NAME = 'misconception-scorecard-studio';
const STORE = 'drafts';
/** A database that has not opened by then will not, in milliseconds. */
const PATIENCE = 5000;

/** The drafts; throws where the browser keeps nothing. */
export async function openDrafts() {
  const opening = openDB(NAME, 1, {
    upgrade: (database) => void database.createObjectStore(STORE, { keyPath: 'id' }),
    // Another version of this page wants another version of the database: it may have it.
    blocking: (_before, _after, event) => /** @type {any} */ (event.target).close(),
  });
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('the database does not open')), PATIENCE));
  const database = await Promise.race([opening, late]);
  return {
    /** All, the last changed first, without what is in them. */
    async list() {
      const all = await database.getAll(STORE);
      const heads = all.map(({ content, ...head }) => head);
      return heads.sort((one, other) => other.changed - one.changed);
    },
    all: () => database.getAll(STORE),
    read: (id) => database.get(STORE, id),
    /**
     * Writes `record`, if what is there has the revision `expected`, undefined for nothing; gives undefined, or the record
     * that is in the way. What was deleted meanwhile is in nobody's way.
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

/** The same in memory, for where there is no database: as long as the page is there. */
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
