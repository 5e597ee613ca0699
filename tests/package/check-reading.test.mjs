/**
 * How `check` reads its input: the slip in a text that is not JSON, the size or depth of one that
 * is too large or too deep, the pointer in an object that is not plain data. The core is not called
 * for any of them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWith } from '../../pkg/src/api/check.js';
import { explained } from '../../pkg/src/json/remedy.js';
import { firstSlip } from '../../pkg/src/json/slip.js';
import { builtIn, coreThatSays, error, marked, well } from './check-stage.mjs';

const codes = (source) => checkWith(coreThatSays(), source).problems.map((it) => it.code);

// Texts that are not JSON

const ADD = 'Add one: a string in double quotes, a number, true, false, null, an array [ ] or an object { }.';
const INVISIBLE = (code) => `There is an invisible character here (U+${code}).`;
const LAST = 'JSON allows no comma after the last item.';
const OPEN = 'This string does not end on its line. Its last " is missing, or a line break in it should be \\n.';
const QUOTES = 'Write " at both ends of the string.';
const NUMBER = 'A number is written as in 7, -7 or 0.5; a string needs double quotes.';
/** A text, the line and column of its slip, what is marked, what is wrong, and the remedy. */
const SLIPS = [
  ['', 1, 1, '', 'There is nothing here.', 'Put a questionnaire here: it begins with { and ends with }.'],
  ['\n \r\n', 1, 1, '', 'There is nothing here.', 'Put a questionnaire here: it begins with { and ends with }.'],
  ['{\n  "a": 1,\n}', 2, 9, ',', LAST, 'Delete this comma.'],
  ['{ "a": [1, 2, ] }', 1, 13, ',', LAST, 'Delete this comma.'],
  ['{\r  "a": 1\r  "b": 2\r}', 2, 9, '', 'A comma is missing here.', 'Add a comma.'],
  ['{\r\n  "a": 1\r\n  "b": 2\r\n}', 2, 9, '', 'A comma is missing here.', 'Add a comma.'],
  ['{ "a": [1 2] }', 1, 10, ' ', 'A comma is missing here.', 'Add a comma.'],
  ['{ "a" 1 }', 1, 6, ' ', 'A colon and a value are missing here.', 'Add both, as in "lang": "en".'],
  ['{ "a": }', 1, 8, '}', 'A value is missing here.', ADD],
  [
    '[1,, 2]',
    1,
    4,
    ',',
    'There is a comma too many here, or a value is missing before it.',
    'Delete the comma, or add the value before it.',
  ],
  [`{ 'a': 1 }`, 1, 3, `'`, `JSON needs double quotes: " instead of '`, QUOTES],
  ['{ “a”: 1 }', 1, 3, '“', 'JSON needs straight quotes: " instead of “', QUOTES],
  ['{ "a": "b”,\n"c": "d" }', 1, 10, '”', 'JSON needs straight quotes: " instead of ”', QUOTES],
  [
    '{ title: 1 }',
    1,
    3,
    'title',
    'A key in double quotes belongs here: "title"',
    'Write the key between two " and a colon after it.',
  ],
  [
    '{\n  // Mine\n  "a": 1 }',
    2,
    3,
    '/',
    'JSON has no comments.',
    'Delete this one, or make it a string under the key "$comment".',
  ],
  [
    '{ "a": [\n  { "b": 1 }\n',
    1,
    8,
    '[',
    'This [ is never closed: a ] is missing.',
    'Add the ] at the end of what the bracket opens.',
  ],
  ['{ "a": 1', 1, 1, '{', 'This { is never closed: a } is missing.', 'Add the } at the end of what the bracket opens.'],
  [
    '{\n"a": [1, 2 }',
    2,
    12,
    '}',
    'A ] belongs here: the [ on line 2 is still open.',
    'Add the ] here, or delete the bracket that is one too many.',
  ],
  ['{} }', 1, 4, '}', 'This } closes nothing.', 'Delete it.'],
  ['{} {}', 1, 4, '{', 'The JSON ends before this.', 'Delete what follows.'],
  [
    '["a": 1]',
    1,
    5,
    ':',
    'A key with a value belongs in an object { }, not in an array [ ].',
    'Put { before the key and } after its value.',
  ],
  ['{ "a": "b }\n', 1, 8, '"', OPEN, 'Add the " at the end of the string, or write \\n for the line break.'],
  ['{ "a": "x "y" z" }', 1, 11, '"', 'The string ends at this quote.', 'For a quote inside it, write \\"'],
  ['{ "a": "\t" }', 1, 9, '\t', 'There is a tab or an invisible character in the string (U+0009).', 'Delete it.'],
  [
    '{ "a": "C:\\docs" }',
    1,
    11,
    '\\',
    'A backslash in a string is written twice: \\\\',
    'Write \\\\ for every \\ in the string.',
  ],
  ['{ "weight": 0,5 }', 1, 14, ',', 'A decimal is written with a point, as in 0.5.', 'Replace the comma by a point.'],
  ['{ "weight": .5 }', 1, 13, '.', NUMBER, 'Write the number like that, or the string between two ".'],
  ['{ "a": 😀 }', 1, 8, '😀', NUMBER, 'Write the number like that, or the string between two ".'],
  ['{ "a": True }', 1, 8, 'True', 'The words true, false and null are written in lower case.', 'Write true.'],
  [
    '{ "a": myth }',
    1,
    8,
    'myth',
    'A string needs double quotes; of all words, only true, false and null have none.',
    'Write the string between two ".',
  ],
  ['<!doctype html>', 1, 1, '<', 'This is HTML, not JSON.', 'Leave only the JSON, without the page around it.'],
  ['{\0"\0a\0"\0', 1, 2, '\0', 'This file is not encoded as UTF-8.', 'Save the file as UTF-8.'],
  ['{ "a":\u00a01 }', 1, 7, '\u00a0', INVISIBLE('00A0'), 'Delete it.'],
  ['{ "a":\u{e0001}1 }', 1, 7, '\u{e0001}', INVISIBLE('E0001'), 'Delete it.'],
  ['{ "a":\u{1d173}1 }', 1, 7, '\u{1d173}', INVISIBLE('1D173'), 'Delete it.'],
];

test('each syntax error is reported at its position, with what is wrong and what to do', () => {
  for (const [source, line, column, mark, message, remedy] of SLIPS) {
    const core = coreThatSays();
    const { ok, problems, habits } = checkWith(core, source);
    const [{ offset, length, ...problem }] = problems;
    assert.deepEqual([ok, problems.length, habits, core.calls], [false, 1, null, []], source);
    assert.deepEqual(problem, error('badJson', '', { message, remedy, line, column }), source);
    assert.equal(source.slice(offset, offset + length), mark, source);
    assert.equal(
      source
        .slice(0, offset)
        .split(/\r\n|\r|\n/)
        .at(-1).length,
      column - 1,
      source,
    );
  }
});

test('a byte order mark is ignored: lines and columns leave it out, offsets count it', () => {
  const core = coreThatSays(error('wrongType', ''));
  for (const source of [
    '{\n"a": }',
    '{ "a": 1 2 }',
    '',
    '{ "a": 1, "a": 2 }',
    '{ "a": "\u202e" }',
    '['.repeat(60) + ']'.repeat(60),
    ' '.repeat(1e6 + 1),
  ]) {
    const plain = checkWith(core, source);
    const shifted = plain.problems.map((it) => ({ ...it, offset: it.offset + 1 }));
    assert.deepEqual(checkWith(core, `\ufeff${source}`), { ...plain, problems: shifted });
  }
  assert.deepEqual(codes('\ufeff\ufeff{}'), ['badJson'], 'only the first is ignored');
});

test('every message about a syntax error has a remedy', () => {
  const whole = builtIn.slice(0, 3000);
  const texts = [whole, '{"a":[1,2.5e3,-0,true,false,null,"x\\u00e6\\n",{}],"b":{"c":[]}}', '[[],{},"",0]'];
  const pieces = [...`"',:{}[]\\\n\r\t 01.-eE+/#<\0\ufeff“\u00a0\u2028å`, 'true', 'nul', 'False', '\\u00e'];
  const sentences = new Set();
  let seed = 1;
  const any = (bound) => (seed = (seed * 48271) % 2147483647) % bound;
  for (let round = 0; round < 20_000; round++) {
    let text = texts[any(texts.length)];
    for (let edits = any(3); edits >= 0; edits--) {
      const at = any(text.length + 1);
      text = text.slice(0, at) + (any(3) ? pieces[any(pieces.length)] : '') + text.slice(at + any(3));
    }
    const what = firstSlip(text)?.[1];
    if (!what || sentences.has(what)) continue;
    sentences.add(what);
    const { message, remedy } = explained(what);
    assert.match(message, /^[A-Z].{10}.*([.\\"]|instead of .)$/, what);
    assert.match(remedy, /^(Add|Delete|For a quote|Leave|Put|Replace|Save|Write) .*([.\\"])$/, what);
    assert.doesNotMatch(remedy, /\$1|undefined/, what);
  }
  const kinds = new Set([...sentences].map((it) => it.slice(0, 12)));
  assert.ok(kinds.size >= 18, `${kinds.size} of the sentences were met`);
});

// Size and depth

test('up to 1 MB of UTF-8 is read, and the size of a larger text is reported', () => {
  const core = coreThatSays();
  const tooLarge = (bytes) =>
    error('tooLarge', '', {
      message: `The questionnaire is too large: it has ${bytes} bytes.`,
      remedy: 'Make it at most 1 MB: take out what readers do not need, or make several questionnaires of it.',
      found: `${bytes} bytes`,
      expected: 'at most 1 MB (1,000,000 bytes)',
    });
  for (const [text, bytes] of [
    ['a'.repeat(999_999), '1,000,001'],
    ['é'.repeat(500_000), '1,000,002'],
    ['a'.repeat(4e6), '4,000,002'],
  ]) {
    const place = { line: 1, column: 1, offset: 0, length: 0 };
    assert.deepEqual(checkWith(core, JSON.stringify(text)).problems, [{ ...tooLarge(bytes), ...place }]);
    assert.deepEqual(codes(`{{{${text}`), ['tooLarge'], 'before any syntax error');
  }
  assert.deepEqual(checkWith(core, ['x'.repeat(1_000_000)]).problems, [tooLarge('1,000,004')]);
  assert.deepEqual(core.calls, []);
  assert.deepEqual(codes(JSON.stringify('a'.repeat(999_998))), []);
  assert.deepEqual(codes(JSON.stringify('é'.repeat(499_999))), []);
  assert.deepEqual(codes(['x'.repeat(999_996)]), []);
});

test('lists that share their items, and have billions of them, are reported as too large', () => {
  let all = 'x';
  for (let round = 0; round < 40; round++) all = [all, all];
  const [{ code, found: size }] = checkWith(coreThatSays(), all).problems;
  assert.deepEqual([code, size], ['tooLarge', 'more than 1,000,000 values']);
});

/** Nested arrays and objects. */
function nested(depth) {
  let value = 1;
  for (let level = 0; level < depth; level++) value = level % 2 ? { '/': value } : [value];
  return value;
}

test('50 levels are read; the first deeper one is reported, and the core is not called', () => {
  for (const [depth, isTooDeep] of [
    [0, false],
    [9, false],
    [50, false],
    [51, true],
    [52, true],
    [200, true],
  ]) {
    const value = nested(depth);
    for (const source of [JSON.stringify(value), JSON.stringify(value, null, 1), value]) {
      const core = coreThatSays();
      const { problems } = checkWith(core, source);
      assert.deepEqual(
        problems.map((it) => it.code),
        isTooDeep ? ['tooDeep'] : [],
        `${depth}`,
      );
      assert.equal(core.calls.length, isTooDeep ? 0 : 1);
      if (!isTooDeep) continue;
      assert.equal(problems[0].pointer, (depth % 2 ? '/0/~1' : '/~1/0').repeat(25));
      if (typeof source !== 'string') continue;
      assert.equal(source.slice(0, problems[0].offset).split(/[[{]/).length, 51);
      assert.match(marked(source, problems[0]), /^[[{]$/);
    }
  }
});

test('a depth of 100,000 is reported, even if the engine’s parser throws', (t) => {
  const text = '['.repeat(100_000) + ']'.repeat(100_000);
  const expected = error('tooDeep', '/0'.repeat(50), {
    message:
      'Arrays [ ] and objects { } are nested more than 50 deep here; a questionnaire needs fewer than 10 levels.',
    remedy: 'Look for a bracket [ or { that should not be there.',
    expected: 'at most 50 levels',
    line: 1,
    column: 51,
    offset: 50,
    length: 1,
  });
  assert.deepEqual(checkWith(coreThatSays(), text), { ok: false, problems: [expected], habits: null });
  let object = [];
  for (let depth = 1; depth < 100_000; depth++) object = [object];
  assert.deepEqual(
    checkWith(coreThatSays(), object).problems.map((it) => it.pointer),
    [expected.pointer],
  );
  t.mock.method(JSON, 'parse', () => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  assert.deepEqual(checkWith(coreThatSays(), text).problems, [expected]);
});

// Objects that are not plain data

class Questionnaire {
  #secret = 1;
  constructor(title) {
    this.title = title;
  }
  describe() {
    return this.#secret;
  }
}

test('values that JSON cannot express are reported with their pointer', () => {
  const circle = { list: [{}] };
  circle.list[0].again = circle;
  const list = [[]];
  list[0].push(list);
  for (const [source, pointer, what] of [
    [undefined, '', 'undefined'],
    [() => 1, '', 'function'],
    [Symbol('s'), '', 'symbol'],
    [1n, '', 'bigint'],
    [NaN, '', 'NaN'],
    [{ a: [1, { 'b/c': Infinity }] }, '/a/1/b~1c', 'Infinity'],
    [{ title() {} }, '/title', 'function'],
    [{ a: 1, b: -Infinity, c: NaN }, '/b', '-Infinity'],
    [[1, undefined], '/1', 'undefined'],
    [new Array(2), '/0', 'undefined'],
    [{ when: new Date(0) }, '/when', 'Date'],
    [{ all: new Map([['a', 1]]) }, '/all', 'Map'],
    [new Set(), '', 'Set'],
    [[/x/], '/0', 'RegExp'],
    [new TextEncoder().encode('{}'), '', 'Uint8Array'],
    [Buffer.from('{}'), '', 'Uint8Array'],
    [{ title: new String('a') }, '/title', 'String'],
    [Promise.resolve(), '', 'Promise'],
    [{ credits: { url: new URL('https://example.org/') } }, '/credits/url', 'URL'],
    [{ a: { toJSON: () => 1 } }, '/a', 'object with toJSON'],
    [circle, '/list/0/again', 'an object that contains itself'],
    [list, '/0/0', 'an array that contains itself'],
    [
      {
        get title() {
          throw new Error('no');
        },
      },
      '',
      'an object that cannot be copied',
    ],
    [
      {
        get title() {
          throw null;
        },
      },
      '',
      'an object that cannot be copied',
    ],
  ]) {
    const core = coreThatSays();
    assert.deepEqual(
      checkWith(core, source),
      {
        ok: false,
        problems: [
          error('notPlainData', pointer, {
            message: `JSON cannot hold what is here: ${what}.`,
            remedy: 'Pass the JSON text, or an object of strings, numbers, true, false, null, arrays and objects only.',
            found: what,
            expected: 'plain data',
          }),
        ],
        habits: null,
      },
      what,
    );
    assert.deepEqual(core.calls, []);
  }
});

test('objects that JSON restores unchanged are plain data, however they were made', () => {
  const shared = { a: [1] };
  for (const [source, expected = source] of [
    [null],
    [0],
    [-1.5],
    [true],
    [[]],
    [{}],
    [[[], {}, null, '']],
    [{ a: shared, b: shared, c: [shared, shared.a] }],
    [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    [Object.assign(Object.create({ inherited: 1 }), { own: 1 }), { own: 1 }],
    [new Questionnaire('t'), { title: 't' }],
    [
      {
        get title() {
          return 't';
        },
      },
      { title: 't' },
    ],
    [Object.freeze({ a: Object.freeze([1]) }), { a: [1] }],
    [Object.defineProperty({ a: 1 }, 'hidden', { value: () => 1 }), { a: 1 }],
    [{ a: 1, [Symbol('s')]: 2 }, { a: 1 }],
    [{ toJSON: 'a text' }],
  ]) {
    const core = coreThatSays();
    assert.deepEqual(checkWith(core, source), well);
    assert.deepEqual(core.calls[0][0], expected);
  }
  const core = coreThatSays();
  assert.deepEqual(checkWith(core, { a: undefined, b: 1 }), well);
  assert.equal(JSON.stringify(core.calls[0][0]), '{"b":1}', 'a key that is undefined is absent');
});
