/**
 * Drafts that a page could not write into the database before it was closed, and that it left in
 * localStorage instead. Knows both; must not know which draft is open.
 */
import { token } from '../data/making.js';
import { contentOf, newId, recordOf } from './record.js';

/** The prefix of their keys in localStorage. */
const LEFT = 'misconception-scorecard-studio-unkept-';
/** The key in localStorage of the playground, which the studio replaces. */
const PLAYGROUND = 'misconception-scorecard-playground';

/** Leaves a record. Returns its key, or throws an error if localStorage takes nothing. */
export function leave(record) {
  const name = LEFT + token();
  localStorage.setItem(name, JSON.stringify(record));
  return name;
}

/** Stores what earlier pages left in localStorage in `drafts`. */
export async function takeUp(drafts) {
  for (const name of namesLeft()) {
    try {
      const { expected, ...record } = JSON.parse(localStorage.getItem(name));
      const other = await drafts.write(record, expected);
      const isSame = other && JSON.stringify(other.content) === JSON.stringify(record.content);
      if (other && !isSame) await drafts.write({ ...record, id: newId() }, undefined);
      localStorage.removeItem(name);
    } catch {
      // It could not be stored now and stays for the next time, or it is not from the studio.
    }
  }
  try {
    const { text } = JSON.parse(localStorage.getItem(PLAYGROUND));
    if (typeof text === 'string') await drafts.write(recordOf({ id: newId(), ...contentOf(text) }), undefined);
    localStorage.removeItem(PLAYGROUND);
  } catch {
    // There is nothing from the playground, or nothing that can be read.
  }
}

function namesLeft() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(LEFT));
  } catch {
    return [];
  }
}
