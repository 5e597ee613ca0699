/**
 * Repairs the mistakes that programs and people make in JSON. Counts the mistakes per cause, and
 * repairs all mistakes of the same cause at once. Knows the grammar of JSON and the usual mistakes;
 * must not know what a questionnaire is.
 */

const OPEN = /[“”„‟″«»]/;
const CLOSE = /[“”„‟″«»"]/;
/** Characters that look like spaces but are not whitespace in JSON. */
const SPACES = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;
const WORDS = { True: 'true', False: 'false', None: 'null', undefined: 'null' };
const WORD = /[A-Za-z_$][\w$-]*/y;
const NUMBER = /-?\d[\d.eE+-]*/y;
const COMMENT = /\/\/[^\n]*|\/\*[^]*?\*\/|#[^\n]*/y;

/**
 * Returns `{ text, done }`: the JSON in a text, and what was repaired as `[{ what, count }]`.
 * Returns undefined if the result is still not a JSON object.
 */
export function mend(text) {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start < 0 || end < start) return undefined;
  const inner = text.slice(start, end + 1);
  const around = aroundOf(text.slice(0, start).trim(), text.slice(end + 1).trim());
  const found = around ? [{ what: around, count: 1 }] : [];
  if (isMap(inner)) return { text: inner, done: found };
  const { made, counts } = straightened(inner);
  const done = Object.entries(counts).map(([what, count]) => ({ what, count }));
  return done.length > 0 && isMap(made) ? { text: made, done: [...found, ...done] } : undefined;
}

/**
 * What surrounds the JSON: a code fence of a chat or of Markdown, a piece of a program or of a
 * page, or some other text.
 */
function aroundOf(before, after) {
  if (!before && !after) return undefined;
  if (/(^|\n)(```|~~~)\w*$/.test(before)) return 'fence';
  if (/<script\b[^>]*>$/i.test(before)) return 'page';
  if (/(=|\breturn|\bdefault|\()$/.test(before) && /^\)?;?$/.test(after)) return 'program';
  return 'around';
}

function isMap(text) {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * Returns `{ made, counts }`: the text with every known mistake repaired, and how many there were
 * of each.
 */
function straightened(text) {
  const counts = {};
  const count = (what, by = 1) => (counts[what] = (counts[what] ?? 0) + by);
  const reader = { text, at: 0, made: [], last: -1, count };
  while (reader.at < text.length) step(reader);
  return { made: reader.made.join(''), counts };
}

/** Copies the next piece of the text to the result, repaired if necessary. */
function step(reader) {
  const { text, at } = reader;
  const sign = text[at];
  if (sign === '"' || sign === "'" || OPEN.test(sign)) return value(reader, quoted);
  if (SPACES.test(sign)) return put(reader, ' ', 1, 'spaces');
  const comment = match(COMMENT, reader);
  if (comment) return put(reader, '', comment.length, 'comments');
  const word = match(WORD, reader);
  if (word) return value(reader, () => bare(reader, word));
  const number = match(NUMBER, reader);
  if (number) return value(reader, () => put(reader, number, number.length));
  if (sign === '{' || sign === '[') return value(reader, () => put(reader, sign, 1));
  if (sign === ',' && /^[\s\u00a0]*[}\]]/.test(bareRest(text, at + 1))) return put(reader, '', 1, 'commas');
  return put(reader, sign, 1);
}

function put(reader, made, length, what = undefined) {
  reader.made.push(made);
  if (made.trim()) reader.last = reader.made.length - 1;
  reader.at += length;
  if (what) reader.count(what);
}

function match(pattern, { text, at }) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * The text after `from` without comments: at most 2000 characters, because the caller only looks at
 * the first one that is not a space.
 */
const bareRest = (text, from) => text.slice(from, from + 2000).replace(/\/\/[^\n]*|\/\*[^]*?\*\//g, '');

/** Copies a value. Adds the comma before it if that is missing. */
function value(reader, take) {
  if (/["}\]\w]$/.test(reader.made[reader.last]?.slice(-1) ?? '')) {
    reader.made[reader.last] += ',';
    reader.count('missingCommas');
  }
  take(reader);
}

/**
 * Copies a word without quotation marks: a key, a word of another programming language, or a
 * literal of JSON.
 */
function bare(reader, word) {
  const isKey = /^\s*:/.test(reader.text.slice(reader.at + word.length));
  if (isKey) return put(reader, JSON.stringify(word), word.length, 'bareKeys');
  return Object.hasOwn(WORDS, word) ? put(reader, WORDS[word], word.length, 'words') : put(reader, word, word.length);
}

/** Copies a string in quotation marks of any kind. */
function quoted(reader) {
  const { text, at, count } = reader;
  const sign = text[at];
  const isStraight = sign === '"';
  const closes = isStraight ? /"/ : sign === "'" ? /'/ : CLOSE;
  let inner = '';
  let end = at + 1;
  for (; end < text.length; end++) {
    const next = text[end];
    if (next === '\\') inner += next + text[++end];
    // A mark that is not `"` may belong to the text, as an apostrophe does. It ends the string only
    // if the grammar of JSON goes on after it.
    else if (closes.test(next) && (isStraight || /^\s*([:,}\]]|$)/.test(text.slice(end + 1, end + 200)))) break;
    else if (next === '\n') {
      inner += '\\n';
      count('breaks');
    } else if (next === '"') inner += '\\"';
    else if (next === '\t') inner += '\\t';
    else if (next !== '\r') inner += next;
  }
  if (sign === "'") {
    inner = inner.replaceAll("\\'", "'");
    count('apostrophes', 2);
  } else if (!isStraight || OPEN.test(text[end] ?? '')) count('quotes', 2);
  put(reader, `"${inner}"`, end + 1 - at);
}
