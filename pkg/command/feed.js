/**
 * `report --feed`: writes what others may see to a file for any web server, and changes it only
 * after ten differences. Knows the file, the state beside it and when one feed may replace another;
 * the counts come from the core.
 *
 * The state has a hash of each receipt that the feed counts, and a hash of the receipt together
 * with what was counted of it, so nobody can tell from it who answered what. It also has the
 * counts, so the feed can be rewritten from it. It must not be published.
 */
import { createHash } from 'node:crypto';
import { exists, readText } from './files.js';
import { writeText } from './write.js';
import { Wrong } from './wrong.js';

/**
 * How many responses it takes for counts, and how many receipts must differ before new counts
 * replace them.
 */
const LEAST = 10;
/** How many characters of a hash are kept: 22 characters are 132 bits. */
const HASH = 22;

/** The path of the state that belongs to the feed `out`. */
export const stateOf = (out) => `${out}.state.json`;

/** Writes the feed `out` and its state. Returns a sentence that tells the user what was done. */
export async function writeFeed(collected, out, isFirst, io) {
  if (collected.withoutReceipt > 0) {
    throw new Wrong(
      'A feed needs the receipts of the responses, and these have none: whoever gave them keeps only hashes.',
      'Let the server that keeps them make the feed, as contract/CONTRACT.md says.',
    );
  }
  const about = collected.questionnaire;
  const state = await readState(out, about, isFirst, io);
  const now = marksOf(collected.counted());
  const differing = differences(state?.counted ?? new Map(), now);
  const isDue = !state || differing >= LEAST;
  const isEmpty = !state && now.size < LEAST;
  const made = io.now().toISOString().slice(0, 10);
  const counts = isDue ? collected.counts(made) : state.counts;
  const counted = isEmpty ? new Map() : isDue ? now : state.counted;
  const suggestions = await suggestionsOf(out, io);
  const entries = [...counted].sort(([one], [other]) => (one < other ? -1 : 1));
  // The state goes first: the feed can be made again from the state, but not the other way round.
  const kept = { state: '1', questionnaire: about, counts, counted: entries };
  await writeText(stateOf(out), `${JSON.stringify(kept)}\n`, { isNew: false }, io);
  const feed = { feed: '1', questionnaire: { id: about.id, version: about.version }, ...counts, suggestions };
  await writeText(out, `${JSON.stringify(feed, null, 2)}\n`, { isNew: false }, io);
  return said(out, { isDue, differing, counts });
}

function said(out, { isDue, differing, counts }) {
  if (!isDue) {
    const receipts = differing === 1 ? '1 receipt differs' : `${differing} receipts differ`;
    return `${out}: the counts stand, for ${receipts} from those they were made of; they change from ${LEAST} on.`;
  }
  if (counts.n === null) return `${out}: written without counts, for there are fewer than ${LEAST} responses.`;
  return `${out}: written, with the counts of ${counts.n} responses.`;
}

/** How many receipts were added, replaced or taken back between two feeds, each counted once. */
export function differences(before, now) {
  let count = 0;
  for (const [receipt, mark] of now) if (before.get(receipt) !== mark) count++;
  for (const receipt of before.keys()) if (!now.has(receipt)) count++;
  return count;
}

/**
 * A `Map` from the hash of each receipt to the hash of the receipt together with what is counted.
 */
function marksOf({ bytes, length, receipt }) {
  const marks = new Map();
  for (let from = 0; from < bytes.length; from += length) {
    marks.set(hash(bytes.subarray(from, from + receipt)), hash(bytes.subarray(from, from + length)));
  }
  return marks;
}

const hash = (bytes) => createHash('sha256').update(bytes).digest('base64url').slice(0, HASH);

/** The state of the current feed; undefined for the first feed. */
async function readState(out, about, isFirst, io) {
  const name = stateOf(out);
  if (!exists(name, io)) {
    if (!exists(out, io) || isFirst) return undefined;
    throw new Wrong(
      `${out} is there, but not ${name}, which says whose answers it counts. Nothing was written.`,
      'Bring it back, so that the counts move in steps of ten. If there is none, add --first: then this counts as the first feed.',
    );
  }
  const state = parsed(await readText(name, io));
  const isSame = state && ['id', 'version', 'shape'].every((key) => state.questionnaire?.[key] === about[key]);
  if (isSame && isFirst) {
    throw new Wrong(
      `${name} is there, so this is not the first feed. Nothing was written.`,
      'Leave out --first: the counts then move in steps of ten, as readers were promised.',
    );
  }
  if (isSame || isFirst) return isSame ? { ...state, counted: new Map(state.counted) } : undefined;
  const what = state ? 'is of another questionnaire, or another version of it' : 'is not as report --feed wrote it';
  throw new Wrong(
    `${name} ${what}. Nothing was written.`,
    'Name another file for the feed, or bring the state back. To begin a new feed here, add --first.',
  );
}

/** The state in a string; undefined if it is not valid. */
function parsed(text) {
  try {
    const state = JSON.parse(text);
    const isPair = (it) => Array.isArray(it) && it.length === 2 && it.every((part) => typeof part === 'string');
    const isState = state.state === '1' && state.counted.every(isPair) && Array.isArray(state.counts.misconceptions);
    return isState ? state : undefined;
  } catch {
    return undefined;
  }
}

/** The suggestions that the owner has written into the feed, which must be kept. */
async function suggestionsOf(out, io) {
  if (!exists(out, io)) return [];
  try {
    const { suggestions = [] } = JSON.parse(await readText(out, io));
    if (Array.isArray(suggestions)) return suggestions;
  } catch (error) {
    if (error instanceof Wrong) throw error;
  }
  throw new Wrong(
    `${out} is no feed, so the suggestions in it cannot be kept. Nothing was written.`,
    'Mend it, or name another file.',
  );
}
