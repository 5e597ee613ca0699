/**
 * Finds the position of each value and each key in JSON text, and the duplicate keys. The text must
 * be JSON that `JSON.parse` accepts; for a text with a slip, see slip.js. Depth does not matter,
 * because nothing here is recursive. This file does not know what the text is for.
 *
 * A position is `{ line, column, offset, length }`: line and column from 1, offset from 0, all in
 * UTF-16 units, as editors count.
 */

const LINE_END = /\r\n?|\n/g;
const INDEX = /^(0|[1-9]\d*)$/;

/** A key or an index, escaped for a JSON pointer (RFC 6901). */
export const escaped = (key) => key.replaceAll('~', '~0').replaceAll('/', '~1');

const unescaped = (token) => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** A function that makes a position of an offset and a length in `text`. */
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
 * The positions in `text`, which must be JSON:
 *
 * - `at(pointer, part)`: the position of the value at `pointer`; if `part` is `'key'`, of its
 *   key, quotes included; undefined if there is none. Of a duplicate key the last one counts, as in
 *   `JSON.parse`.
 * - `duplicates(most)`: at most that many of the keys that are in their object already, in text
 *   order: the position of each, its `pointer`, its `key`, and the position of the one `before` it.
 * - `level(depth)`: the `pointer` and the position of the first bracket inside `depth` others;
 *   undefined if none is.
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
    duplicates: (most) =>
      duplicates.slice(0, most).map(({ around, name, key, before }) => ({
        pointer: `${pointerOf(around)}/${escaped(name)}`,
        key: name,
        ...positionOf(key),
        before: positionOf(before),
      })),
    level(depth) {
      const node = levels[depth];
      return node && { pointer: pointerOf(node), ...position(node.from, 1) };
    },
  };
}

/** The node at `pointer` under `root`. */
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

/** The pointer to a node that has something inside. */
function pointerOf(node) {
  let pointer = '';
  for (; node.around; node = node.around) pointer = `/${escaped(String(node.name))}${pointer}`;
  return pointer;
}

/**
 * The syntax tree of `text`. A node has the offsets `from` and `to` of a value, and those of its
 * `key`. The node of an array or an object also has the node `around` it, its `name` there (a key or
 * an index), and what is `inside`: an array; or a Map, because a key may have any name. Until
 * something is, `inside` is undefined, because a text may have a million brackets.
 */
function scan(text) {
  const duplicates = [];
  const levels = [];
  /**
   * The innermost node whose bracket is open; below, how many are open.
   * @type {any}
   */
  let around;
  let depth = 0;
  let root;
  /** The key that waits for its value, as a span and as a string. */
  let key;
  let name;

  /** Adds a value to the innermost open node, under its key if it has one. */
  const put = (node) => {
    if (!around) root = node;
    else if (key) (around.inside ??= new Map()).set(name, node);
    else if (around.inside) around.inside.push(node);
    else around.inside = [node];
    key = undefined;
  };

  for (let at = 0; at < text.length; ) {
    const char = text[at];
    const from = at;
    if (char === '{' || char === '[') {
      const isMap = char === '{';
      const node = {
        from,
        to: 0,
        key,
        around,
        name: key ? name : (around?.inside?.length ?? 0),
        isMap,
        inside: undefined,
      };
      put(node);
      levels[depth++] ??= node;
      around = node;
      at++;
    } else if (char === '}' || char === ']') {
      around.to = ++at;
      around = around.around;
      depth--;
    } else if (' \t\n\r,:'.includes(char)) {
      at++;
    } else if (char === '"') {
      at = endOfText(text, from);
      if (key || !around?.isMap) {
        put({ from, to: at, key });
      } else {
        key = { from, to: at };
        name = JSON.parse(text.slice(from, at));
        const before = around.inside?.get(name)?.key;
        if (before) duplicates.push({ around, name, key, before });
      }
    } else {
      at = endOfWord(text, from);
      put({ from, to: at, key });
    }
  }
  return { root, duplicates, levels };
}

/** The offset after the string that begins at `at`. */
function endOfText(text, at) {
  for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++;
  return at + 1;
}

/** The offset after the number, or `true`, `false` or `null`, that begins at `at`. */
function endOfWord(text, at) {
  while (at < text.length && !' \t\n\r,]}'.includes(text[at])) at++;
  return at;
}
