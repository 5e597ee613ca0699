/**
 * Characters that `check` reports without the core: halves, lost ones, and those that turn the
 * direction of writing; and that all others pass.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWith } from '../../pkg/src/api/check.js';
import { HABITS, coreThatSays, error, marked, well } from './check-stage.mjs';

const advice = (code, pointer) => error(code, pointer, { severity: 'advice' });

/** What is found in `source` without the core. */
function found(source) {
  const { problems } = checkWith(coreThatSays(), source);
  return problems.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
}

const BIDI = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];

test('half a character is an error at its position, in a text or in a key', () => {
  const half = (pointer, place, code, more) =>
    error('brokenCharacter', pointer, {
      message: `${place} there is half a character, as when an emoji is cut in two.`,
      remedy: 'Delete it, or write the whole character.',
      found: code,
      ...more,
    });
  assert.deepEqual(checkWith(coreThatSays(), '{ "a": "Hi \\ud83d, you" }').problems, [
    half('/a', 'After "Hi "', '\\ud83d', { line: 1, column: 8, offset: 7, length: 16 }),
  ]);
  assert.deepEqual(checkWith(coreThatSays(), '[{\n"x\udc00": 1 }]').problems, [
    half('/0/x\udc00', 'After "x"', '\\udc00', { line: 2, column: 1, offset: 3, length: 4 }),
  ]);
  for (const source of [{ a: ['\ud800'] }, '{ "a": ["\\uD800"] }']) {
    const [{ line, column, offset, length, ...problem }] = checkWith(coreThatSays(), source).problems;
    assert.deepEqual(problem, half('/a/0', 'At the beginning of this string', '\\ud800'));
  }
  assert.deepEqual(found({ a: '\ud83d\ude00\ud83d', b: '\ude00\ud83d', c: ['\udfff'] }), [
    'error brokenCharacter /a',
    'error brokenCharacter /b',
    'error brokenCharacter /c/0',
  ]);
});

test('lost characters are one error at the first of them, because they have one cause', () => {
  const lost = (pointer, place, more) =>
    error('brokenCharacter', pointer, {
      message: `${place} there is \ufffd, where a character was lost.${more}`,
      remedy: 'Save the original as UTF-8 (it was probably in another encoding), or type the lost characters again.',
      found: '\ufffd',
    });
  for (const [source, expected] of [
    [{ a: 'Bl\ufffdb\ufffdr' }, lost('/a', 'After "Bl"', '')],
    [{ a: 'Bl\ufffdb\ufffdr', b: ['\ufffd'] }, lost('/a', 'After "Bl"', ' The same problem is in 1 more place.')],
    [
      { 'n\ufffdkkel': '\ufffd', b: ['\ufffd', 'x'] },
      lost('/n\ufffdkkel', 'After "n"', ' The same problem is in 2 more places.'),
    ],
    [['', '\ufffd'], lost('/1', 'At the beginning of this string', '')],
  ]) {
    assert.deepEqual(checkWith(coreThatSays(), source).problems, [expected]);
    const text = JSON.stringify(source);
    const [{ line, column, offset, length, ...problem }, ...others] = checkWith(coreThatSays(), text).problems;
    assert.deepEqual([problem, others], [expected, []]);
    assert.ok(marked(text, { offset, length }).includes('\ufffd'));
  }
  const misread = new TextDecoder().decode(Buffer.from('{ "a": "Blåbær" }', 'latin1'));
  assert.deepEqual(found(misread), ['error brokenCharacter /a']);
});

test('characters that turn the direction of writing are advised against, once per text', () => {
  for (const char of BIDI) {
    const code = `U+${char.charCodeAt(0).toString(16).toUpperCase()}`;
    assert.deepEqual(checkWith(coreThatSays(), { a: `x${char}y${char}` }), {
      ok: true,
      problems: [
        {
          ...advice('bidiControl', '/a'),
          message:
            'After "x" there is an invisible character that changes the direction of writing. ' +
            'The text may look different from what it is.',
          remedy: 'Delete it, unless you put it there to mix directions of writing.',
          found: code,
        },
      ],
      habits: HABITS,
    });
    assert.deepEqual(found(`{ "a${char}": ["${char}", "x"] }`), [
      `advice bidiControl /a${char}`,
      `advice bidiControl /a${char}/0`,
    ]);
  }
});

test('characters of all other kinds are accepted', () => {
  for (const text of [
    '😀 👩‍👩‍👧 🏳️‍🌈',
    'æøå ÆØÅ',
    'a\u0301',
    'שלום',
    'مرحبا',
    '\u200e\u200f\u061c',
    '\u200b\u200c\u200d',
    '\u2028\u2029',
    '\u2065\u206a\u2029\u202f',
    '\ufffc\ufffe',
    '\u{10ffff}\u{10000}',
    '\ud7ff\ue000',
    '“quotes”',
    '\\ud83d',
    '\\ufffd',
  ]) {
    const source = { [text]: text };
    for (const given of [source, JSON.stringify(source)]) assert.deepEqual(checkWith(coreThatSays(), given), well);
  }
});

test('the text before a character is quoted in part, and no character is cut in two', () => {
  for (const [before, quoted] of [
    ['a'.repeat(40), 'a'.repeat(30)],
    ['😀'.repeat(40), '😀'.repeat(30)],
    [`a${'😀'.repeat(30)}`, '😀'.repeat(30)],
    [`${'😀'.repeat(25)}abc`, `${'😀'.repeat(25)}abc`],
    ['a "b"\nc', 'a "b"\nc'],
  ]) {
    const [{ message }] = checkWith(coreThatSays(), { a: `${before}\u202e` }).problems;
    assert.ok(message.startsWith(`After ${JSON.stringify(quoted)} there is`), message);
  }
});
