/**
 * Slips in JSON that were made once or a hundred times by one cause: each is counted by its cause and mended wherever it was made.
 * Knows the grammar of JSON and what programs and hands make of it; not what a questionnaire is.
 */

const OPEN = /[“”„‟″«»]/;
const CLOSE = /[“”„‟″«»"]/;
/** What separates values but is no space to JSON. */
const SPACES = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;
const WORDS = { True: 'true', False: 'false', None: 'null', undefined: 'null' };
const WORD = /[A-Za-z_$][\w$-]*/y;
const NUMBER = /-?\d[\d.eE+-]*/y;
const COMMENT = /\/\/[^\n]*|\/\*[^]*?\*\/|#[^\n]*/y;

/** `{ text, done }`: the JSON in a text, with what was done to it as `{ what, count }`; undefined where that is not enough. */
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

/** What stands around JSON: the marks of a chat or of Markdown, a piece of a program or of a page, or some other text. */
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

/** `{ made, counts }`: the text with every slip mended that is one, and how many there were of each. */
function straightened(text) {
  const counts = {};
  const count = (what, by = 1) => (counts[what] = (counts[what] ?? 0) + by);
  const reader = { text, at: 0, made: [], last: -1, count };
  while (reader.at < text.length) step(reader);
  return { made: reader.made.join(''), counts };
}

/** Takes the next piece of a text over. */
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

/** What follows `from` without comments, as far as it matters here. */
const bareRest = (text, from) => text.slice(from, from + 2000).replace(/\/\/[^\n]*|\/\*[^]*?\*\//g, '');

/** Something that cannot follow a value without a comma. */
function value(reader, take) {
  if (/["}\]\w]$/.test(reader.made[reader.last]?.slice(-1) ?? '')) {
    reader.made[reader.last] += ',';
    reader.count('missingCommas');
  }
  take(reader);
}

/** A word without quotation marks: a key, a word of another language, or one of JSON's own. */
function bare(reader, word) {
  const isKey = /^\s*:/.test(reader.text.slice(reader.at + word.length));
  if (isKey) return put(reader, JSON.stringify(word), word.length, 'bareKeys');
  return Object.hasOwn(WORDS, word) ? put(reader, WORDS[word], word.length, 'words') : put(reader, word, word.length);
}

/** A text in quotation marks of any kind. */
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
    // A mark of another kind may belong to what is said: it ends the text only where JSON would go on.
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
