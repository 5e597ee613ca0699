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
      'A feed needs the receipts of the responses, but these have none: the server they come from keeps only hashes.',
      'Let that server make the feed, as described in contract/CONTRACT.md.',
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
    return `${out}: the counts are unchanged: ${receipts} from those counted. New counts are written when ${LEAST} differ.`;
  }
  if (counts.n === null) return `${out}: written without counts, because there are fewer than ${LEAST} responses.`;
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
      `${out} exists, but its state ${name} does not; the state says whose answers are counted. Nothing was written.`,
      'Restore the state, so that the counts change in steps of ten. If you cannot, add --first to write this as the first feed.',
    );
  }
  const state = parsed(await readText(name, io));
  const isSame = state && ['id', 'version', 'shape'].every((key) => state.questionnaire?.[key] === about[key]);
  if (isSame && isFirst) {
    throw new Wrong(
      `${name} exists, so this is not the first feed. Nothing was written.`,
      'Leave out --first: the counts then change in steps of ten, as readers were promised.',
    );
  }
  if (isSame || isFirst) return isSame ? { ...state, counted: new Map(state.counted) } : undefined;
  const what = state
    ? 'belongs to another questionnaire, or to another version of it'
    : 'is not what report --feed wrote';
  throw new Wrong(
    `${name} ${what}. Nothing was written.`,
    'Name another file for the feed, or restore the state. To start a new feed here, add --first.',
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
    `${out} is not a feed, so the suggestions in it cannot be kept. Nothing was written.`,
    'Correct it, or name another file.',
  );
}
