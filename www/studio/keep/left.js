/**
 * Drafts that a page could not write into the database before it was closed, and wrote into
 * localStorage instead. Knows localStorage and the database; must not know which draft is open.
 */
import { token } from '../data/making.js';
import { contentOf, newId, recordOf } from './record.js';

/** The prefix of their keys in localStorage. */
const LEFT = 'misconception-scorecard-studio-unkept-';
/** The key in localStorage of the playground, which the studio replaces. */
const PLAYGROUND = 'misconception-scorecard-playground';

/**
 * Writes a record into localStorage. Returns its key there. Throws if localStorage is full or
 * blocked.
 */
export function leave(record) {
  const name = LEFT + token();
  localStorage.setItem(name, JSON.stringify(record));
  return name;
}

/** Moves the records that earlier pages left in localStorage into `drafts`. */
export async function takeUp(drafts) {
  for (const name of namesLeft()) {
    try {
      const { expected, ...record } = JSON.parse(localStorage.getItem(name));
      const other = await drafts.write(record, expected);
      const isSame = other && JSON.stringify(other.content) === JSON.stringify(record.content);
      if (other && !isSame) await drafts.write({ ...record, id: newId() }, undefined);
      localStorage.removeItem(name);
    } catch {
      // The record cannot be stored now and stays until next time, or the studio did not write it.
    }
  }
  try {
    const { text } = JSON.parse(localStorage.getItem(PLAYGROUND));
    if (typeof text === 'string') await drafts.write(recordOf({ id: newId(), ...contentOf(text) }), undefined);
    localStorage.removeItem(PLAYGROUND);
  } catch {
    // The playground has left nothing, or nothing that can be read.
  }
}

function namesLeft() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(LEFT));
  } catch {
    return [];
  }
}
