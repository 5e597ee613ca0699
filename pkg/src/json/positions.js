/**
 * Tells where each value and each key of a JSON text stands, and which keys it has twice. Knows JSON that
 * `JSON.parse` takes, whose values have no positions; of JSON with a slip it knows nothing (see slip.js), nor what the
 * text is for. Depth does not matter: nothing here calls itself.
 *
 * A position is `{ line, column, offset, length }`: line and column from 1, offset from 0, all in UTF-16 units, as
 * editors count.
 */

const LINE_END = /\r\n?|\n/g;
const INDEX = /^(0|[1-9]\d*)$/;

/** A key or an index as it stands in a JSON pointer (RFC 6901). */
export const escaped = (key) => key.replaceAll('~', '~0').replaceAll('/', '~1');

const unescaped = (token) => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** What makes of an offset and a length in `text` a position. */
export function positionsIn(text) {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(LINE_END)) starts.push(index + end.length);
  return (offset, length) => {
    let line = 0;
    for (let above = starts.length; above - line > 1; ) {
      const middle = (line + above) >> 1;
      if (starts[middle] > offset) above = middle;
      else line = middle;
    }
    return { line: line + 1, column: offset - starts[line] + 1, offset, length };
  };
}

/**
 * The positions in `text`, which is JSON:
 *
 * - `at(pointer, part)`: where the value at `pointer` stands, or with `part` `'key'` its key, quotes included;
 *   undefined where there is none. Of a key that stands twice the last counts, as for `JSON.parse`.
 * - `duplicates`: the keys that stand in their map already, in their order: the position of each, its `pointer`, its
 *   `key`, and the position of the one `before` it.
 * - `levels`: for each depth, the `pointer` and the position of the first bracket that opens it.
 */
export function positions(text) {
  const position = positionsIn(text);
  const { root, duplicates, levels } = scan(text);
  const positionOf = ({ from, to }) => position(from, to - from);
  return {
    at(pointer, part = 'value') {
      const node = find(root, pointer);
      const span = part === 'key' ? node?.key : node;
      return span && positionOf(span);
    },
    duplicates: duplicates.map(({ pointer, name, key, before }) => ({
      pointer,
      key: name,
      ...positionOf(key),
      before: positionOf(before),
    })),
    levels: levels.map(({ pointer, from }) => ({ pointer, ...position(from, 1) })),
  };
}

/** The node of `root` that `pointer` names. */
function find(root, pointer) {
  if (pointer === '') return root;
  if (pointer[0] !== '/') return undefined;
  let node = root;
  for (const token of pointer.slice(1).split('/')) {
    const inside = node?.inside;
    if (Array.isArray(inside)) node = INDEX.test(token) ? inside[token] : undefined;
    else node = inside?.get(unescaped(token));
  }
  return node;
}

/**
 * The tree of `text`. A node is where a value begins (`from`) and ends (`to`), its `key` likewise, and what is
 * `inside`: an array or, because a key may be called anything, a Map. Those with something inside know their `pointer`.
 */
function scan(text) {
  const duplicates = [];
  const levels = [];
  /** The nodes whose brackets are open. */
  const open = [];
  let root;
  /** The key that waits for its value, and how it is read. */
  let key;
  let name;

  /** Puts a value into what is open, under its key if it has one. */
  const put = (node) => {
    const around = open.at(-1);
    if (!around) root = node;
    else if (key) around.inside.set(name, node);
    else around.inside.push(node);
    key = undefined;
    return node;
  };
  const pointerOfNext = () => {
    const around = open.at(-1);
    return around ? `${around.pointer}/${key ? escaped(name) : around.inside.length}` : '';
  };

  for (let at = 0; at < text.length; ) {
    const char = text[at];
    const from = at;
    if (char === '{' || char === '[') {
      const pointer = pointerOfNext();
      levels[open.length] ??= { pointer, from };
      open.push(put({ from, to: 0, key, pointer, inside: char === '{' ? new Map() : [] }));
      at++;
    } else if (char === '}' || char === ']') {
      at++;
      open.pop().to = at;
    } else if (' \t\n\r,:'.includes(char)) {
      at++;
    } else if (char === '"') {
      at = endOfText(text, from);
      const inside = open.at(-1)?.inside;
      if (key || !(inside instanceof Map)) {
        put({ from, to: at, key });
      } else {
        key = { from, to: at };
        name = JSON.parse(text.slice(from, at));
        const before = inside.get(name)?.key;
        if (before) duplicates.push({ pointer: pointerOfNext(), name, key, before });
      }
    } else {
      at = endOfWord(text, from);
      put({ from, to: at, key });
    }
  }
  return { root, duplicates, levels };
}

/** Where the text that begins at `at` has ended. */
function endOfText(text, at) {
  for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++;
  return at + 1;
}

/** Where the number that begins at `at`, or one of `true`, `false`, `null`, has ended. */
function endOfWord(text, at) {
  while (at < text.length && !' \t\n\r,]}'.includes(text[at])) at++;
  return at;
}
