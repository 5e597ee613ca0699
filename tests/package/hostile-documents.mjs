/**
 * Documents of nearly 1 MB as texts, each large in its own way. Knows the keys of the format and
 * its limits. The tests decide what `check` must report, and the bench measures how long it takes.
 */

/** The largest document, in bytes of UTF-8. */
const MOST_BYTES = 1e6;
/** What is filled: `"@"` in an array or instead of a text, `"@": 0` in an object. */
const GAP = /"@"(:0)?/;

/** The smallest questionnaire, with the properties in `more`. */
export const small = (more) => ({
  format: '1.0',
  id: 'q',
  version: '1',
  lang: 'en',
  title: 'T',
  misconceptions: [misconception('m', [statement('s')])],
  ...more,
});

export const statement = (id, more) => ({ id, text: 'S', key: 'fact', ...more });

export const misconception = (id, statements, more) => ({
  id,
  name: 'N',
  statements,
  refutation: { fact: 'F', whyWrong: 'W' },
  ...more,
});

/** An array of `make(0)`, `make(1)` ... with `count` items. */
export const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));

const bytes = (text) => Buffer.byteLength(text);

/** The JSON before and after the gap in `document`, and the number of bytes that fit in between. */
function around(document) {
  const json = JSON.stringify(document);
  const [gap] = GAP.exec(json);
  const [before, after] = json.split(gap);
  return { before, after, room: MOST_BYTES - bytes(before + after) };
}

/** `document` with as many of `item(0)`, `item(1)` ... in its gap as fit; each is JSON. */
function filled(document, item) {
  const { before, after, room } = around(document);
  const items = [];
  let left = room;
  while (true) {
    const next = item(items.length);
    left -= bytes(next) + 1;
    if (left < 0) return before + items.join(',') + after;
    items.push(next);
  }
}

/**
 * `document` with a text in its gap that repeats `unit` as often as fits; `unit` is escaped as in
 * JSON.
 */
function stretched(document, unit) {
  const { before, after, room } = around(document);
  return `${before}"${unit.repeat(Math.floor((room - 6) / bytes(unit)))}"${after}`;
}

/** One misconception with as many statements as the format allows, each with `text`. */
const full = (text, more) =>
  small({
    misconceptions: [
      misconception(
        'm',
        many(1000, (index) => statement(`s${index}`, { text, ...more?.(index) })),
      ),
    ],
  });

/** A text with an issue that is only found at its end. */
const wordy = (length) => `${'the cat sat on a mat, '.repeat(length / 22)} and it never was`;

/** The documents by name. Each is made when needed, because together they are large. */
export const DOCUMENTS = {
  'one text': () => stretched(small({ title: '@' }), 'a'),
  'one text in a translation': () => stretched(small({ translations: { nb: { statements: { s: '@' } } } }), 'a b '),
  'one quotation after another': () => stretched(small({ translations: { en: { statements: { s: '@' } } } }), '“a b '),
  'one key': () => stretched(small({ '@': 0 }), 'k').replace(/"(k+)"/, '"$1":0'),
  backslashes: () => stretched(small({ title: '@' }), '\\\\'),
  escapes: () => stretched(small({ title: '@' }), '\\u0041'),
  'line breaks': () => stretched(['@'], 'a').replace(/a/g, '\n').replaceAll('"', ''),
  'unknown keys': () => filled(small({ '@': 0 }), (index) => `"k${index}":0`),
  'unknown keys like known ones': () => filled(small({ '@': 0 }), (index) => `"title${index}":0`),
  'unknown keys with slashes and tildes': () => filled(small({ '@': 0 }), (index) => `"~/~/~/~/${index}":0`),
  'one key over and over': () => filled(small({ '@': 0 }), () => '"a":0'),
  notes: () => filled(small({ outcomes: ['@'] }), () => '{"$comment":"N","title":"T","from":0}'),
  numbers: () => filled(small({ outcomes: ['@'] }), (index) => `${index}e-${index}`),
  'empty lists': () => filled(small({ more: ['@'] }), () => '[]'),
  'lists in lists': () => filled(small({ more: ['@'] }), () => `${'['.repeat(40)}${']'.repeat(40)}`),
  'statements without end': () =>
    filled(small({ misconceptions: [misconception('m', ['@'])] }), (index) => JSON.stringify(statement(`s${index}`))),
  'statements in lists of 1,000': () =>
    filled(
      small({ misconceptions: ['@'] }),
      (list) => `{"statements":[${many(1000, (index) => `{"id":"${list * 1000 + index}"}`)}]}`,
    ),
  'statements that are only brackets': () =>
    filled(small({ misconceptions: ['@'] }), () => `{"statements":[${many(1000, () => '{}')}]}`),
  'misconceptions without end': () =>
    filled(small({ misconceptions: ['@'] }), (index) =>
      JSON.stringify(misconception(`m${index}`, [statement(`s${index}`)])),
    ),
  'a translation with ids that there are not': () =>
    filled(small({ translations: { nb: { statements: { '@': 0 } } } }), (index) => `"i${index}":""`),
  'a translation with items that there are not': () =>
    filled(small({ translations: { nb: { outcomes: ['@'] } } }), () => '""'),
  '500 languages': () =>
    filled(
      {
        ...small({ misconceptions: many(20, (index) => misconception(`m${index}`, [statement(`s${index}`)])) }),
        translations: { '@': 0 },
      },
      (index) => `"aa-${index}":${JSON.stringify({ title: 'T'.repeat(1900) })}`,
    ),
  'empty translations of much': () =>
    filled({ ...full('S'.repeat(400)), translations: { '@': 0 } }, (index) => `"aa-${index}":{}`),
  'empty translations of nothing': () =>
    filled({ ...small({ outcomes: many(200_000, () => 0) }), translations: { '@': 0 } }, (index) => `"aa-${index}":{}`),
  'one language with a long name': () =>
    stretched({ ...full('S'), translations: { '@': 0 } }, 'a').replace(/"(a+)"/, '"$1":{}'),
  'a long id over everything': () =>
    stretched(
      small({
        misconceptions: [
          misconception(
            '@',
            many(1000, (index) => statement(`s${index}`)),
            {
              sources: many(1000, () => 0),
            },
          ),
        ],
        translations: Object.fromEntries(many(100, (index) => [`aa-${index}`, {}])),
      }),
      'i',
    ),
  'a long key over turns of direction': () => filled({ ['k'.repeat(300_000)]: ['@'] }, () => '"\u202e"'),
  'turns of direction': () => filled(small({ more: ['@'] }), () => '"\u202e"'),
  'halves of characters': () => filled(small({ more: ['@'] }), () => '"\\ud800"'),
  'lost characters': () => filled(small({ more: ['@'] }), () => '"\ufffd"'),
  'prose that is remarked on': () => JSON.stringify(full(wordy(880))),
  'weights of many kinds': () =>
    JSON.stringify(
      small({
        misconceptions: many(166, (list) =>
          misconception(
            `m${list}`,
            many(6, (index) =>
              statement(`s${list}-${index}`, { weight: 1 + list / 1000 + index ** 2, text: `S${'s'.repeat(700)}` }),
            ),
          ),
        ),
      }),
    ),
  'outcomes as many as may be': () =>
    JSON.stringify({
      ...full('S'.repeat(600)),
      outcomes: many(1000, (index) => ({ from: index, title: 'T', text: 'T'.repeat(100) })),
    }),
  'a slip at the very end': () => `${filled(small({ more: ['@'] }), (index) => `{"a":[${index}]}`).slice(0, -1)},`,
  'a text that never ends': () => stretched(small({ more: '@' }), 'a').slice(0, -2),
  'brackets that are never closed': () => '['.repeat(MOST_BYTES),
  'maps that are never closed': () => '{"a":'.repeat(MOST_BYTES / 5),
  'brackets deep and closed': () => '['.repeat(MOST_BYTES / 2) + ']'.repeat(MOST_BYTES / 2),
  'maps deep and closed': () => `${'{"a":'.repeat(MOST_BYTES / 6 - 1)}0${'}'.repeat(MOST_BYTES / 6 - 1)}`,
  quotes: () => '"'.repeat(MOST_BYTES),
  spaces: () => ' '.repeat(MOST_BYTES),
  commas: () => `[${','.repeat(MOST_BYTES - 1)}`,
};
