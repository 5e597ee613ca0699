/**
 * Positions in a JSON text: every value and key is found, whatever its name is and however the text
 * is written, and nothing else is found.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positions } from '../../pkg/src/json/positions.js';

const TEXT = `{
  "id": "x",\r
\t"list": [1, -2.5e3,\r  { "a/b": true, "m~n": null }],
  "": { "": [ ] }, "\\u0061": "say \\"hi\\" \\\\",
  "__proto__": { "constructor": 0 },"😀": "😀", "é":{}}`;

/** A pointer, a part, the line and column, and the text there. */
const PLACES = [
  ['', 'value', 1, 1, TEXT],
  ['/id', 'key', 2, 3, '"id"'],
  ['/id', 'value', 2, 9, '"x"'],
  ['/list', 'key', 3, 2, '"list"'],
  ['/list', 'value', 3, 10, '[1, -2.5e3,\r  { "a/b": true, "m~n": null }]'],
  ['/list/0', 'value', 3, 11, '1'],
  ['/list/1', 'value', 3, 14, '-2.5e3'],
  ['/list/2', 'value', 4, 3, '{ "a/b": true, "m~n": null }'],
  ['/list/2/a~1b', 'key', 4, 5, '"a/b"'],
  ['/list/2/a~1b', 'value', 4, 12, 'true'],
  ['/list/2/m~0n', 'value', 4, 25, 'null'],
  ['/', 'key', 5, 3, '""'],
  ['/', 'value', 5, 7, '{ "": [ ] }'],
  ['//', 'value', 5, 13, '[ ]'],
  ['/a', 'key', 5, 20, '"\\u0061"'],
  ['/a', 'value', 5, 30, '"say \\"hi\\" \\\\"'],
  ['/__proto__', 'key', 6, 3, '"__proto__"'],
  ['/__proto__/constructor', 'value', 6, 33, '0'],
  ['/😀', 'key', 6, 37, '"😀"'],
  ['/😀', 'value', 6, 43, '"😀"'],
  ['/é', 'value', 6, 53, '{}'],
];

test('a value and a key have the line and column that an editor shows', () => {
  const { at } = positions(TEXT);
  for (const [pointer, part, line, column, what] of PLACES) {
    const { offset, length, ...place } = at(pointer, part);
    assert.deepEqual([place, TEXT.slice(offset, offset + length)], [{ line, column }, what], `${pointer} ${part}`);
    if (part === 'value')
      assert.deepEqual(at(pointer), { offset, length, ...place }, 'without a kind, the value is meant');
  }
});

test('a pointer to nothing has no position', () => {
  const { at } = positions(TEXT);
  for (const pointer of [
    'id',
    'xid',
    '/no',
    '/id/0',
    '/id/length',
    '/list/3',
    '/list/-',
    '/list/-1',
    '/list/00',
    '/list/01',
    '/list/1.0',
    '/list/ 1',
    '/list/length',
    '/list/push',
    '/list/2/a/b',
    '/list/2/m~n/x',
    '/toString',
    '/constructor',
    '/__proto__/__proto__',
    '/size',
    '/get',
    '/no/no/no',
    '/list/',
    '///',
    'null',
  ]) {
    assert.deepEqual([at(pointer), at(pointer, 'key')], [undefined, undefined], pointer);
  }
  for (const pointer of ['', '/list/0', '/list/2']) assert.equal(at(pointer, 'key'), undefined, pointer);
});

test('a document can be any value, with or without white space around it', () => {
  for (const value of ['0', '-1.5E+2', 'true', 'false', 'null', '""', '"]"', '[]', '{}', '[[]]', '"\\\\"']) {
    for (const [before, after] of [
      ['', ''],
      ['\n ', ''],
      ['', '\t\r\n'],
      [' ', ' '],
    ]) {
      const text = before + value + after;
      const place = { line: before === '\n ' ? 2 : 1, column: before ? 2 : 1 };
      assert.deepEqual(positions(text).at(''), { ...place, offset: before.length, length: value.length }, text);
    }
  }
});

test('lines end at \\n, \\r\\n and \\r only', () => {
  for (const [end, lines] of [
    ['\n', 1],
    ['\r\n', 1],
    ['\r', 1],
    ['\n\r', 2],
    ['\r\r\n', 2],
    ['\n\n', 2],
    ['\t', 0],
    [' ', 0],
  ]) {
    const { line, column } = positions(`[1,${end}2]`).at('/1');
    assert.deepEqual([line, column], lines ? [1 + lines, 1] : [1, 5], JSON.stringify(end));
  }
  assert.equal(positions('["\u2028\u2029\u0085", 2]').at('/1').line, 1);
});

test('of a duplicate key the last counts, and all but the first are listed', () => {
  const text = '{\n"a": 1, "b": 2,\n"\\u0061": 3, "c": [{ "~/": 1, "~/": 2 }],\n"a": 4 }';
  const { at, duplicates } = positions(text);
  const again = { line: 3, column: 1, offset: 18, length: 8 };
  assert.deepEqual(duplicates(), [
    { pointer: '/a', key: 'a', ...again, before: { line: 2, column: 1, offset: 2, length: 3 } },
    {
      pointer: '/c/0/~0~1',
      key: '~/',
      line: 3,
      column: 31,
      offset: 48,
      length: 4,
      before: { line: 3, column: 22, offset: 39, length: 4 },
    },
    { pointer: '/a', key: 'a', line: 4, column: 1, offset: 60, length: 3, before: again },
  ]);
  assert.deepEqual(duplicates(1), duplicates().slice(0, 1));
  assert.deepEqual(at('/a'), { line: 4, column: 6, offset: 65, length: 1 });
  assert.deepEqual(at('/c/0/~0~1', 'key').offset, 48);
});

test('the same key in different maps, and keys that only look alike, are not duplicates', () => {
  for (const text of [
    '{ "a": { "a": { "a": 1 } }, "b": { "a": 1 } }',
    '[{ "a": 1 }, { "a": 1 }]',
    '["a", "a"]',
    '{ "a": "a", "b": "a" }',
    '{ "a": 1, "A": 2, "a ": 3, "á": 4, "a\\u0301": 5, "\\\\u0061": 6 }',
    '{ "__proto__": 1, "constructor": 2, "toString": 3 }',
    '{ "": 1, "0": 2, "null": 3 }',
    '{ "a": { "b": 1 }, "a/b": 2, "a~1b": 3 }',
  ]) {
    assert.deepEqual(positions(text).duplicates(), [], text);
  }
  for (const key of ['', '__proto__', 'constructor', '0']) {
    const [found, ...others] = positions(`{"${key}":1,"${key}":2}`).duplicates();
    assert.deepEqual([found.key, found.pointer, others], [key, `/${key}`, []]);
  }
});

test('the depth and the first position of each level are found', () => {
  for (const [text, pointers] of [
    ['1', []],
    ['"[{"', []],
    ['[]', ['']],
    ['[1, [], {}]', ['', '/1']],
    ['{ "a": 1, "~/": [{}], "b": [{ "c": [] }] }', ['', '/~0~1', '/~0~1/0', '/b/0/c']],
  ]) {
    const { level, at } = positions(text);
    for (const [depth, pointer] of pointers.entries())
      assert.deepEqual(level(depth), { pointer, ...at(pointer), length: 1 }, text);
    assert.equal(level(pointers.length), undefined, text);
  }
});

test('deep nesting is no problem', () => {
  const depth = 100_000;
  const { at, level } = positions('['.repeat(depth) + ']'.repeat(depth));
  assert.equal(level(depth - 1).offset, depth - 1);
  assert.equal(level(depth), undefined);
  assert.deepEqual(level(50), { pointer: '/0'.repeat(50), line: 1, column: 51, offset: 50, length: 1 });
  assert.deepEqual(at('/0'.repeat(depth - 1)), { line: 1, column: depth, offset: depth - 1, length: 2 });
  assert.equal(at('/0'.repeat(depth)), undefined);
  const maps = positions(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
  assert.deepEqual(maps.at('/a'.repeat(depth)).offset, 5 * depth);
});

// Random documents

const KEYS = [
  '',
  'a',
  'b',
  '0',
  '1',
  '-',
  'length',
  '__proto__',
  'constructor',
  'toString',
  'a/b',
  '/',
  'm~n',
  '~1',
  '~01',
  'é',
  '😀',
  '\ud800',
  'a"b',
  '\\',
  '\n',
  ' ',
  '{',
  ']',
  ',',
  ':',
];
const SCALARS = ['0', '-0', '7', '-12.5e-3', '1E400', 'true', 'false', 'null'];

/** A generator of integers below a bound, the same for the same seed. */
function chance(seed) {
  return (bound) => (seed = (seed * 48271) % 2147483647) % bound;
}

/**
 * A random document as a text with random white space and escapes, and the number of duplicate keys
 * in it.
 */
function randomText(any) {
  let twice = 0;
  const space = () => ['', '', '', ' ', '\n', '\r\n', '\r', '\t ', '\n\n  '][any(9)];
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const string = (text) =>
    `"${Array.from({ length: text.length }, (_, index) => {
      const unit = text[index];
      return any(5) && !/["\\\n]/.test(unit) ? unit : escape(unit);
    }).join('')}"`;
  const list = (items) => items.map((it) => space() + it + space()).join(',');
  const value = (depth) => {
    const kind = any(depth > 5 ? 2 : 5);
    if (kind === 0) return SCALARS[any(SCALARS.length)];
    if (kind === 1) return string(KEYS[any(KEYS.length)] + KEYS[any(KEYS.length)]);
    const count = any(4);
    if (kind === 2) return `[${list(Array.from({ length: count }, () => value(depth + 1)))}${count ? '' : space()}]`;
    const keys = Array.from({ length: count }, () => KEYS[any(KEYS.length)]);
    twice += keys.length - new Set(keys).size;
    const entries = keys.map((key) => `${string(key)}${space()}:${space()}${value(depth + 1)}`);
    return `{${list(entries)}${count ? '' : space()}}`;
  };
  return { text: space() + value(0) + space(), twice };
}

/** Every pointer into `value`, with its last key and the value there. */
function* pointers(value, pointer = '', key = undefined) {
  yield [pointer, key, value];
  if (typeof value !== 'object' || value === null) return;
  for (const name of Object.keys(value)) {
    const token = name.split('~').join('~0').split('/').join('~1');
    yield* pointers(value[name], `${pointer}/${token}`, Array.isArray(value) ? undefined : name);
  }
}

test('in random documents every pointer has the position of its value and its key', () => {
  let seen = 0;
  let doubled = 0;
  for (let seed = 1; seed <= 3000; seed++) {
    const { text, twice } = randomText(chance(seed * 7919));
    const { at, duplicates } = positions(text);
    const context = `seed ${seed}: ${JSON.stringify(text)}`;
    for (const [pointer, key, value] of pointers(JSON.parse(text))) {
      seen++;
      const { line, column, offset, length } = at(pointer);
      assert.equal(JSON.stringify(JSON.parse(text.slice(offset, offset + length))), JSON.stringify(value), context);
      assert.match(text[offset] + text[offset + length - 1], /^\S\S$/, context);
      const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
      assert.deepEqual([line, column], [lines.length, lines.at(-1).length + 1], context);
      const name = at(pointer, 'key');
      assert.equal(name && JSON.parse(text.slice(name.offset, name.offset + name.length)), key, context);
      assert.ok(!name || /^\s*:\s*$/.test(text.slice(name.offset + name.length, offset)), context);
    }
    doubled += twice;
    assert.equal(duplicates().length, twice, context);
    for (const { offset, length, key, before } of duplicates()) {
      assert.equal(JSON.parse(text.slice(offset, offset + length)), key, context);
      assert.equal(JSON.parse(text.slice(before.offset, before.offset + before.length)), key, context);
      assert.ok(before.offset < offset, context);
    }
  }
  assert.ok(seen > 10_000 && doubled > 100, 'the documents were not trivial');
});
