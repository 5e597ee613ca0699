/**
 * Documents made from the complete questionnaire at random, the same each time: keys and values are
 * removed, replaced by others of any type, or repeated elsewhere. Knows JSON; must not know what is
 * valid.
 */
import { changed } from './base.mjs';

const VALUES = [
  null,
  true,
  false,
  0,
  1,
  2,
  3,
  5,
  -1,
  0.5,
  62.5,
  100,
  1001,
  1e300,
  '',
  ' ',
  'text',
  'two words',
  '1',
  '1.0',
  '2',
  'en',
  'nb',
  'myth',
  'fact',
  'half',
  'strong',
  '2026',
  '2026-11-23',
  'https://example.org',
  'a\u0000b',
  'ø\n😀',
  [],
  ['a'],
  ['a', 'b'],
  [1],
  [null],
  [{}],
  {},
  { text: 'T.' },
  { title: 'T.' },
  { $comment: 'A note.' },
  { $comment: 3 },
  { id: 'i' },
  { from: 1, to: 2 },
];
const KEYS = [
  '$comment',
  '$schema',
  'id',
  'text',
  'title',
  'from',
  'to',
  'levels',
  'labels',
  'points',
  'key',
  'url',
  'by',
  'name',
  'statements',
  'powder',
  'powder-1',
  'translations',
  'lang',
  'nb',
  'other',
  '',
  '__proto__',
];

/**
 * `count` documents, each one or two steps from the complete questionnaire, determined by `seed`.
 */
export function* mutants(count, seed) {
  let state = seed % 2147483647;
  const any = (bound) => (state = (state * 48271) % 2147483647) % bound;
  const one = (list) => list[any(list.length)];
  for (let made = 0; made < count; made++) {
    const document = changed();
    for (let steps = any(2); steps >= 0; steps--) mutate(document, any, one);
    yield document;
  }
}

function mutate(document, any, one) {
  const spots = [...within(document)];
  const spot = one(spots);
  const other = one(spots);
  if (spot === undefined) return;
  const [around, key] = spot;
  const copy = structuredClone(any(2) ? one(VALUES) : other[0][other[1]]);
  const act = any(6);
  if (act === 0) remove(around, key);
  else if (act < 3) set(around, key, copy);
  else if (act < 5 && Array.isArray(around)) around.splice(any(around.length + 1), 0, structuredClone(around[key]));
  else if (Array.isArray(around)) around.push(copy);
  else if (act === 3) rename(around, key, one(KEYS));
  else set(around, act === 4 ? one(KEYS) : other[1], copy);
}

/** Every object or array inside `value`, with each of its keys. */
function* within(value) {
  if (value === null || typeof value !== 'object') return;
  for (const key of Object.keys(value)) {
    yield [value, key];
    yield* within(value[key]);
  }
}

function remove(around, key) {
  if (Array.isArray(around)) around.splice(key, 1);
  else delete around[key];
}

function rename(around, key, name) {
  const value = around[key];
  delete around[key];
  set(around, name, value);
}

/** Defines the property instead of assigning it: "__proto__" is a key like any other. */
function set(around, key, value) {
  Object.defineProperty(around, key, { value, enumerable: true, configurable: true, writable: true });
}
