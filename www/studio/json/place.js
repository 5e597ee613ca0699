/**
 * Where in a JSON text the cursor stands: in which map or list, at a key or at a value. Reads from the start and
 * makes do with what is unfinished, for that is when somebody asks. Knows JSON's marks; neither the editor nor the
 * format.
 */

/** A text, closed or ended by its line; a mark; anything else that is not space. */
const TOKEN = /"(?:\\.|[^"\\\n])*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The place of `position` in `text`, or undefined where neither key nor value belongs:
 * `{ kind, path, word, from, to, isQuoted, isFollowed, keys, needsComma }`. `kind` is 'key' or 'value', and `path`
 * leads to the map that the key is for, or to the value; `from` and `to` are the bounds of the token there, quotes
 * included. `keys` are the other keys of the map; `isFollowed`: a colon comes next; `needsComma`: another key does.
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

/** Whether the cursor stands in a token that began before it. */
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
  // After a value, and with the comma still missing, comes a key.
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

/** The keys that the map around `position` has after it. */
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

/** Takes a token that lies wholly before the cursor into account. */
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

/** What a text in quotes says; one that is not closed, or has a slip in it, as it stands. */
function unquote(word) {
  try {
    return JSON.parse(word);
  } catch {
    return word.replace(/^"|"$/g, '');
  }
}
