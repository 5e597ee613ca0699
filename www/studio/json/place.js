/**
 * Finds out where in a JSON text the cursor is: in which object or array, at a key or at a value.
 * Reads from the start and accepts unfinished text, because authors want completions while they
 * write.
 * Knows the grammar of JSON; must not know the editor or the format.
 */

/**
 * A token: a string, which ends at its quote or at the end of the line; a bracket, colon or comma;
 * or any other run of characters without whitespace.
 */
const TOKEN = /"(?:\\.|[^"\\\n])*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The place of `position` in `text`, or undefined if neither a key nor a value belongs there: `{
 * kind, path, word, from, to, isQuoted, isFollowed, keys, needsComma }`. `kind` is 'key' or
 * 'value'. `path` leads to the object that the key belongs to, or to the value. `from` and `to` are
 * the bounds of the token there, including its quotes. `keys` are the other keys of the object.
 * `isFollowed` says that a colon comes next, `needsComma` that another key does.
 */
export function placeAt(text, position) {
  const frames = [];
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const [word] = token;
    const end = token.index + word.length;
    if (token.index >= position) return between(frames, text, position);
    if (covers(word, end, position)) return within(frames, text, token.index, end);
    read(frames, word);
  }
  return between(frames, text, position);
}

/** Whether the cursor is in a token that began before it. */
function covers(word, end, position) {
  if (/^[{}[\],:]$/.test(word)) return false;
  if (word[0] === '"' && isClosed(word)) return position < end;
  return position <= end;
}

const isClosed = (word) => /^"(?:\\.|[^"\\])*"$/.test(word);

/** A place between tokens. */
function between(frames, text, position) {
  const frame = frames.at(-1);
  if (!frame) return undefined;
  if (frame.hasValue || (frame.isMap && frame.key !== undefined && !frame.isAfterColon)) return undefined;
  const kind = frame.isMap && !frame.isAfterColon ? 'key' : 'value';
  return place(kind, frames, text, { from: position, to: position, word: '', isQuoted: false });
}

/** A place in the token from `from` to `to`. */
function within(frames, text, from, to) {
  const frame = frames.at(-1);
  const token = text.slice(from, to);
  const isQuoted = token[0] === '"';
  const word = isQuoted ? unquote(token) : token;
  // A string after a complete value is a key, even if the comma before it is missing.
  const isKey = frame?.isMap && (!frame.isAfterColon || frame.hasValue);
  return place(isKey ? 'key' : 'value', frames, text, { from, to, word, isQuoted });
}

function place(kind, frames, text, token) {
  const steps = kind === 'key' ? frames.slice(0, -1) : frames;
  const path = steps.map((frame) => (frame.isMap ? frame.key : frame.index));
  const rest = text.slice(token.to, token.to + 400);
  const found = { kind, path, ...token, isFollowed: /^\s*:/.test(rest), needsComma: /^\s*"/.test(rest), keys: [] };
  return kind === 'key' ? { ...found, keys: [...frames.at(-1).keys, ...keysAfter(text, token.to)] } : found;
}

/** The keys of the object around `position` that come after it. */
function keysAfter(text, position) {
  const keys = [];
  let depth = 0;
  let last;
  TOKEN.lastIndex = position;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const [word] = token;
    if (/[{[]/.test(word[0])) depth++;
    if (/[}\]]/.test(word[0]) && --depth < 0) break;
    if (word === ':' && depth === 0 && last) keys.push(last);
    last = word[0] === '"' ? unquote(word) : undefined;
  }
  return keys;
}

/** Updates `frames`, the open objects and arrays, with a token that ends before the cursor. */
function read(frames, word) {
  const frame = frames.at(-1);
  if (word === '}' || word === ']') return frames.pop();
  if (word === '{' || word === '[') {
    if (frame) frame.hasValue = true;
    return frames.push({ isMap: word === '{', index: 0, keys: [] });
  }
  if (!frame) return undefined;
  if (word === ':') return (frame.isAfterColon = true);
  if (word === ',') {
    return Object.assign(frame, { key: undefined, isAfterColon: false, hasValue: false, index: frame.index + 1 });
  }
  if (frame.isMap && (!frame.isAfterColon || (frame.hasValue && word[0] === '"'))) {
    const key = unquote(word);
    frame.keys.push(key);
    return Object.assign(frame, { key, isAfterColon: false, hasValue: false });
  }
  return (frame.hasValue = true);
}

/** The value of a string token; if it is unclosed or invalid, the token without its quotes. */
function unquote(word) {
  try {
    return JSON.parse(word);
  } catch {
    return word.replace(/^"|"$/g, '');
  }
}
