/**
 * What the JSON tab of the studio computes without a page: where in a text the cursor is, what may
 * be inserted there, the snippet, and the sentences about habits. What an author sees is tested in
 * tests/browser/studio-json.test.mjs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentences } from '../../www/studio/see/habits.js';
import { placeAt } from '../../www/studio/json/place.js';
import { describe, frameOf, keysIn, schemasAt, valuesIn } from '../../www/studio/json/schema.js';
import { fileName, snippet } from '../../www/studio/publish/beside.js';
import en from '../../www/studio/texts/en.js';

/** The place at the `|` in `marked`. */
const at = (marked) => placeAt(marked.replace('|', ''), marked.indexOf('|'));

const PLACES = {
  '{|}': ['key', [], ''],
  '{ "|" }': ['key', [], ''],
  '{ "ti|t" }': ['key', [], 'tit'],
  '{ "|': ['key', [], ''],
  '{ "a": 1,\n"|\n"b": 2 }': ['key', [], ''],
  '{ "a": 1\n"|" }': ['key', [], ''],
  '{ "a": | }': ['value', ['a'], ''],
  '{ "a": "|" }': ['value', ['a'], ''],
  '{ "a": "m|yth" }': ['value', ['a'], 'myth'],
  '{ "a": tr|ue }': ['value', ['a'], 'true'],
  '{ "a": true| }': ['value', ['a'], 'true'],
  '{ "a": [1, |] }': ['value', ['a', 1], ''],
  '{ "a": [{}, { "b": "x", "|" }] }': ['key', ['a', 1], ''],
  '{ "a": { "b": [[ {"c": |} ]] } }': ['value', ['a', 'b', 0, 0, 'c'], ''],
  '{ "a\\"b": { "|" } }': ['key', ['a"b'], ''],
  '{ "a": "{[\\"", "b": { |} }': ['key', ['b'], ''],
};

for (const [marked, [kind, path, word]] of Object.entries(PLACES)) {
  test(`the place of the cursor is found: ${JSON.stringify(marked)}`, () => {
    const place = at(marked);
    assert.deepEqual([place.kind, place.path, place.word], [kind, path, word]);
  });
}

const NOWHERE = ['|', '| {}', '{}|', '{ "a" | }', '{ "a": 1 | }', '{ "a": "x"| }', '{ "a": [1 |] }', '}|', ', : |'];

for (const marked of NOWHERE) {
  test(`nothing can be inserted here: ${JSON.stringify(marked)}`, () => assert.equal(at(marked), undefined));
}

test('a place has its bounds, the other keys of the map, and what follows', () => {
  assert.deepEqual(at('{ "a": { "x": 1 }, "|": 2, "b": [{ "y": 3 }] }'), {
    kind: 'key',
    path: [],
    word: '',
    from: 19,
    to: 21,
    isQuoted: true,
    isFollowed: true,
    needsComma: false,
    keys: ['a', 'b'],
  });
  const { from, to, isFollowed, needsComma } = at('{ ti|\n"a": 2 }');
  assert.deepEqual([from, to, isFollowed, needsComma], [2, 4, false, true]);
});

const SCHEMA = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', description: 'A name.' },
    key: { enum: ['myth', 'fact'], enumDescriptions: ['Wrong.', 'Right.'] },
    all: { type: 'array', items: { $ref: '#/$defs/item' } },
    maps: { additionalProperties: { anyOf: [{ type: 'string' }, { $ref: '#' }] } },
    is: { type: 'boolean' },
    one: { const: '1.0' },
  },
  $defs: {
    item: { allOf: [{ properties: { deep: { type: 'object', description: 'Down.' } } }, { $ref: '#/$defs/item' }] },
  },
};

test('the schema gives the keys at a place, with their explanations', () => {
  const told = ({ key, description, isRequired }) => [key, description, isRequired];
  const keys = (...path) => keysIn(SCHEMA, schemasAt(SCHEMA, path)).map(told);
  assert.deepEqual(keys().slice(0, 2), [
    ['id', 'A name.', true],
    ['key', undefined, false],
  ]);
  assert.deepEqual(
    keys('all', 3),
    [['deep', 'Down.', false]],
    'through an array, a reference and a circular reference',
  );
  assert.deepEqual(keys('maps', 'any').slice(0, 1), [['id', 'A name.', true]], 'through a key of any name');
  for (const nowhere of [['id'], ['none'], ['all'], ['constructor'], ['all', 0, 'deep', 'x']]) {
    assert.deepEqual(keys(...nowhere), [], String(nowhere));
  }
});

test('the schema gives the values at a place, and how a value begins and ends', () => {
  const values = (...path) => valuesIn(schemasAt(SCHEMA, path)).map((it) => [it.value, it.description]);
  assert.deepEqual(values('key'), [
    ['myth', 'Wrong.'],
    ['fact', 'Right.'],
  ]);
  assert.deepEqual(values('is'), [
    [true, undefined],
    [false, undefined],
  ]);
  assert.deepEqual(values('one'), [['1.0', undefined]]);
  assert.deepEqual(values('id'), []);
  const frames = ['id', 'key', 'all', 'is', 'one', 'maps'].map((key) => frameOf(schemasAt(SCHEMA, [key])).join(''));
  assert.deepEqual(frames, ['""', '""', '[]', '', '""', '']);
  assert.equal(describe(schemasAt(SCHEMA, ['all', 0, 'deep'])), 'Down.');
});

const NAMES = {
  '{ "id": "social-media" }': 'social-media.json',
  '{ "id": "../../etc/passwd" }': 'etc-passwd.json',
  '{ "id": "bli-sunn æøå" }': 'bli-sunn-æøå.json',
  '{ "id": "broken", ': 'broken.json',
  '{ "id": 7 }': '7.json',
  '{ "id": "..." }': 'questionnaire.json',
  null: 'questionnaire.json',
  '': 'questionnaire.json',
};

for (const [text, name] of Object.entries(NAMES)) {
  test(`the file name of ${text} is ${name}`, () => assert.equal(fileName(text), name));
}

test('every text of a questionnaire is escaped in the snippet', () => {
  const document = { title: '"><script>alert(1)</script>\n\n&amp;' };
  const attributes = { lang: 'en"><b' };
  const text = JSON.stringify(document);
  const lines = [
    '<script type="module" src="/scorecard/scorecard.js"></script>',
    '<misconception-scorecard lang="en&quot;&gt;&lt;b">',
    '<p>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</p>',
    '<script type="application/json">',
    '{"title":"\\">\\u003cscript>alert(1)\\u003c/script>\\n\\n&amp;"}',
    '</script>',
    '</misconception-scorecard>',
  ];
  assert.equal(snippet({ document, text, attributes, isInside: true, name: 'a.json' }), lines.join('\n'));
  const beside = snippet({ document, text, attributes: { lang: 'en' }, isInside: false, name: 'æ.json' });
  assert.equal(beside.split('\n')[1], '<misconception-scorecard src="%C3%A6.json" lang="en">');
});

const headline = (held, leaning, contested = 0) => ({
  headline: { held, leaning, classified: 3, insufficient: 0, contested },
});
const HABITS = [
  [
    { random: { counts: [0.5, 0.5, 0, 0] }, agree: headline(2, 1), disagree: headline(0, 0) },
    'A reader who answers at random holds or leans towards 0.5 of the 3 misconceptions on average. ' +
      'A reader who agrees with every statement holds 2 and leans towards 1. A reader who disagrees with every statement holds none.',
  ],
  [
    { random: { counts: [0.25, 0.75] }, agree: headline(1, 0, 2), disagree: headline(0, 1, 2) },
    'A reader who answers at random holds or leans towards the misconception 75% of the time. A reader who agrees ' +
      'with every statement holds 1. A reader who disagrees with every statement leans towards 1.',
  ],
  [
    { random: { counts: [1] }, agree: headline(0, 0, 3), disagree: headline(0, 0, 3) },
    'All evidence here is contested, so nothing is counted. A reader who agrees with every statement holds none. ' +
      'A reader who disagrees with every statement holds none.',
  ],
  [
    { random: null, agree: headline(0, 0), disagree: headline(3, 0) },
    'There are too many possible answers to calculate what answering at random would give. A reader who agrees with ' +
      'every statement holds none. A reader who disagrees with every statement holds 3.',
  ],
];

for (const [habits, wanted] of HABITS) {
  test(`habits are described in sentences: ${wanted.slice(-45)}`, () =>
    assert.equal(sentences(habits, en.habits), wanted));
}
