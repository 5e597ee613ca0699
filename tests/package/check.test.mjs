/**
 * The JavaScript half of `check`: what it passes on from the core, where each problem is in the
 * text, and duplicate keys. A stand-in replaces the core. Harmful characters are tested in
 * check-characters.test.mjs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWith } from '../../pkg/src/api/check.js';
import { HABITS, builtIn, coreThatSays, error, marked, well } from './check-stage.mjs';

const advice = (code, pointer) => error(code, pointer, { severity: 'advice' });

// The report

test('the core’s problems are passed on, with only their position added', () => {
  const problem = error('wrongType', '/title', { found: '7', expected: 'a string', suggestion: '"7"' });
  const source = '{\n  "title": 7\n}';
  assert.deepEqual(checkWith(coreThatSays(problem), source), {
    ok: false,
    problems: [{ ...problem, line: 2, column: 12, offset: 13, length: 1 }],
    habits: null,
  });
  assert.deepEqual(checkWith(coreThatSays(problem), { title: 7 }), { ok: false, problems: [problem], habits: null });
  assert.deepEqual(checkWith(coreThatSays(), source), well);
  assert.deepEqual(checkWith(coreThatSays(), {}), well);
});

test('a questionnaire with an error is not ok, with advice it is', () => {
  for (const [problems, ok] of [
    [[], true],
    [[advice('a', '')], true],
    [[advice('a', ''), advice('b', '')], true],
    [[error('a', '')], false],
    [[advice('a', ''), error('b', ''), advice('c', '')], false],
  ]) {
    for (const source of ['{}', {}]) {
      const report = checkWith(coreThatSays(...problems), source);
      assert.deepEqual([report.ok, report.habits], [ok, ok ? HABITS : null]);
    }
  }
});

test('errors of the text, of its characters and of the core all count', () => {
  for (const [source, ok] of [
    ['{ "a": 1 }', true],
    ['{ "a": "\u202e" }', true],
    ['{ "a": 1, "a": 1 }', false],
    ['{ "a": "\\ud800" }', false],
  ]) {
    const report = checkWith(coreThatSays(), source);
    assert.deepEqual([report.ok, report.habits], [ok, ok ? HABITS : null], source);
  }
});

test('problems in a text are in its order, errors and advice mixed; those in an object are as found', () => {
  const problems = [
    error('e', '/c'),
    advice('a', '/a'),
    error('missing', '/d'),
    error('first', '/b'),
    error('second', '/b'),
  ];
  const order = (source) => checkWith(coreThatSays(...problems), source).problems.map((it) => it.code);
  assert.deepEqual(order('{ "a": 1, "b": "\u202e", "c": 3, "c": 4 }'), [
    'missing',
    'a',
    'bidiControl',
    'first',
    'second',
    'duplicateKey',
    'e',
  ]);
  assert.deepEqual(order({ a: 1, b: '\u202e', c: 3 }), ['bidiControl', 'e', 'a', 'missing', 'first', 'second']);
});

test('the core gets the whole document unchanged, the date, and whether it is a draft', () => {
  for (const json of ['{ "a": [1, { "b": null }], "__proto__": { "c": 1 }, "": "\ud83d\ude00" }', '[]', 'null', '0']) {
    for (const source of [json, `\ufeff${json}`, JSON.parse(json)]) {
      const core = coreThatSays();
      checkWith(core, source, { today: '2024-02-29' });
      assert.deepEqual(core.calls, [[JSON.parse(json), '2024-02-29', false]]);
      checkWith(core, source, { today: '2024-02-29', draft: true });
      assert.equal(core.calls[1][2], true);
    }
  }
});

test('the given object is not changed, whatever the core does to its copy', () => {
  const source = { a: [1], b: { c: 'd' } };
  const before = structuredClone(source);
  checkWith((document) => {
    document.a.push(2);
    delete document.b;
    return { problems: [], habits: HABITS };
  }, source);
  assert.deepEqual(source, before);
});

test('an exception of the core is thrown, not reported as a problem of the document', () => {
  const failing = () => {
    throw new Error('out of order');
  };
  for (const source of ['{}', {}]) assert.throws(() => checkWith(failing, source), { message: 'out of order' });
});

// The date

test('an invalid date is refused before anything is read', () => {
  for (const today of [
    '',
    '2026',
    '2026-11',
    '2026-1-2',
    '2026-13-01',
    '2026-02-30',
    '2025-02-29',
    '2026-00-10',
    ' 2026-11-23',
    '2026-11-23\n',
    '2026-11-23T00:00',
    '23.11.2026',
    20261123,
    null,
    new Date(0),
    Symbol('day'),
    {},
    ['2026-11-23'],
  ]) {
    const core = coreThatSays();
    assert.throws(() => checkWith(core, '{', { today }), { code: 'badOption' }, String(today));
    assert.deepEqual(core.calls, []);
  }
  for (const today of ['2026-11-23', '2024-02-29', '2000-12-31', '1999-01-01']) {
    const core = coreThatSays();
    checkWith(core, '{}', { today });
    assert.equal(core.calls[0][1], today);
  }
});

test('without a date it is today in the author’s time zone', (t) => {
  const zone = process.env.TZ;
  t.after(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  for (const [name, now, expected] of [
    ['UTC', '2026-11-23T23:59:59Z', '2026-11-23'],
    ['Pacific/Kiritimati', '2026-11-23T10:00:00Z', '2026-11-24'],
    ['Pacific/Niue', '2026-01-01T10:00:00Z', '2025-12-31'],
    ['Europe/Oslo', '2026-03-04T23:30:00Z', '2026-03-05'],
  ]) {
    process.env.TZ = name;
    t.mock.timers.enable({ apis: ['Date'], now: new Date(now) });
    for (const options of [undefined, {}, { today: undefined }]) {
      const core = coreThatSays();
      checkWith(core, '{}', options);
      assert.equal(core.calls[0][1], expected, name);
    }
    t.mock.timers.reset();
  }
});

// Positions

test('__proto__ is a key like any other', () => {
  const json = '{ "title": "a", "__proto__": { "title": "b" } }';
  const core = (document) => ({
    problems: Object.keys(document)
      .filter((key) => key !== 'title')
      .map((key) => error('unknownKey', `/${key}`)),
    habits: HABITS,
  });
  assert.deepEqual(checkWith(core, json).problems, [
    error('unknownKey', '/__proto__', { line: 1, column: 17, offset: 16, length: 11 }),
  ]);
  assert.deepEqual(checkWith(core, JSON.parse(json)).problems, [error('unknownKey', '/__proto__')]);
  assert.deepEqual(checkWith(core, { title: 'a', __proto__: { other: 1 } }).problems, [], 'a prototype is no key');
  assert.equal({}.title, undefined);
});

const DOCUMENT = `{
  "title": "T",
  "list": [
    { "id": "a", "key": "myth" },
    {
      "id": "b"
    },
    []
  ],
  "one": { "line": [1, 2] },
  "empty": {}
}`;

test('a problem marks the value or the key, or for a missing value the key or bracket of the map around it', () => {
  for (const [code, pointer, line, column, mark] of [
    ['wrongType', '/title', 2, 12, '"T"'],
    ['unknownKey', '/title', 2, 3, '"title"'],
    ['unknownKey', '/list/0/key', 4, 18, '"key"'],
    ['unknownKey', '/list/0', 4, 5, '{ "id": "a", "key": "myth" }'],
    ['wrongType', '/one', 10, 10, '{ "line": [1, 2] }'],
    ['wrongType', '/empty', 11, 12, '{}'],
    // For a value of several lines, the first line.
    ['wrongType', '', 1, 1, '{'],
    ['wrongLength', '/list', 3, 11, '['],
    ['wrongType', '/list/1', 5, 5, '{'],
    // A missing value.
    ['missing', '/format', 1, 1, '{'],
    ['missing', '/a/b/c', 1, 1, '{'],
    ['missing', '/list/0/text', 4, 5, '{'],
    ['missing', '/list/1/text', 5, 5, '{'],
    ['missing', '/list/1/refutation/fact', 5, 5, '{'],
    ['missing', '/one/more', 10, 3, '"one"'],
    ['missing', '/empty/title', 11, 3, '"empty"'],
    ['missing', '/list/3', 3, 3, '"list"'],
    ['noFact', '/list/2/0', 8, 5, '['],
    ['unknownKey', '/one/gone', 10, 3, '"one"'],
    // A pointer that does not exist in this document.
    ['odd', 'title', 1, 1, '{'],
    ['odd', '/title/length', 2, 3, '"title"'],
    ['odd', '/__proto__', 1, 1, '{'],
  ]) {
    const core = coreThatSays(error(code, pointer));
    const [problem] = checkWith(core, DOCUMENT).problems;
    const where = [problem.line, problem.column, marked(DOCUMENT, problem)];
    assert.deepEqual(where, [line, column, mark], `${code} ${pointer}`);
    assert.deepEqual(checkWith(core, JSON.parse(DOCUMENT)).problems, [error(code, pointer)]);
  }
});

test('a mark ends at the end of its line, whatever the line break is', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const [problem] = checkWith(coreThatSays(error('wrongType', '/a')), `{ "a": [1,${end}2] }`).problems;
    assert.deepEqual([problem.offset, problem.length], [7, 3]);
  }
  const [problem] = checkWith(coreThatSays(error('wrongType', '')), ' [1, 2]').problems;
  assert.deepEqual([problem.offset, problem.length], [1, 6]);
  for (const source of ['7', 'null', '""']) {
    const [missing] = checkWith(coreThatSays(error('missing', '/title')), source).problems;
    assert.deepEqual([missing.offset, missing.length], [0, 1], source);
  }
});

/** What is found in `source` without the core. */
function found(source) {
  const { problems } = checkWith(coreThatSays(), source);
  return problems.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
}

test('a duplicate key is an error at the second, with the line of the first', () => {
  const duplicate = (pointer, key, first, place) =>
    error('duplicateKey', pointer, {
      message: `The key ${key} occurs twice in the same object { }; its value on line ${first} is lost.`,
      remedy: 'Delete one of the two, or put both values under one key.',
      found: key,
      ...place,
    });
  const core = coreThatSays();
  const { ok, problems } = checkWith(core, '{\n"a": [{ "~": 1,\n "~": 2 }],\n\n"a": [], "a": {} }');
  assert.equal(ok, false);
  assert.deepEqual(problems, [
    duplicate('/a/0/~0', '"~"', 2, { line: 3, column: 2, offset: 19, length: 3 }),
    duplicate('/a', '"a"', 2, { line: 5, column: 1, offset: 31, length: 3 }),
    duplicate('/a', '"a"', 5, { line: 5, column: 10, offset: 40, length: 3 }),
  ]);
  assert.deepEqual(
    core.calls.map(([document]) => document),
    [{ a: {} }],
    'the rest is checked',
  );
  const long = '😀'.repeat(31);
  const [{ found: shown }] = checkWith(coreThatSays(), `{"${long}":1,"${long}":2}`).problems;
  assert.equal(shown, `"${'😀'.repeat(30)}…"`);
  assert.deepEqual(found('{ "a": { "id": 1 }, "b": { "id": 1 }, "A": ["id", "id"] }'), []);
});

test('a text has the same problems as the object in it', () => {
  for (const [source, count] of [
    [builtIn, 0],
    ['{ "a": ["\u202e", "\\ud800"], "b\u2066": "\ufffd" }', 4],
    [`${'['.repeat(60)}${']'.repeat(60)}`, 1],
    ['[]', 0],
  ]) {
    const ofText = checkWith(coreThatSays(), source);
    const bare = ofText.problems.map(({ line, column, offset, length, ...problem }) => problem);
    assert.equal(bare.length, count);
    assert.deepEqual(new Set(bare), new Set(checkWith(coreThatSays(), JSON.parse(source)).problems));
  }
});

test('every text gets a report, with positions inside the text', () => {
  const whole = '{\n "a": [1, "x\\ud83d", "\u202e"],\r\n "b": { "c": "\ufffd", "c": null } }';
  const deep = `${'['.repeat(60)}${']'.repeat(60)},`;
  const pieces = [...`"',:{}[]\\\n\r\t 01-x#<\0\ufeff“\ud800\ufffd`, '"a"', '"a":1,', deep];
  const core = coreThatSays(error('missing', '/b/d'), error('unknownKey', '/a/0'));
  let seed = 7;
  const any = (bound) => (seed = (seed * 48271) % 2147483647) % bound;
  const codes = new Set();
  for (let round = 0; round < 10_000; round++) {
    let text = whole;
    for (let edits = any(3); edits >= 0; edits--) {
      const at = any(text.length + 1);
      text = text.slice(0, at) + (any(3) ? pieces[any(pieces.length)] : '') + text.slice(at + any(5));
    }
    const { ok, problems, habits } = checkWith(core, text);
    const context = JSON.stringify(text);
    assert.deepEqual([ok, habits, problems.length > 0], [false, null, true], context);
    let last = 0;
    for (const { code, message, remedy, line, column, offset, length } of problems) {
      codes.add(code);
      assert.ok(message && remedy && offset >= last && length >= 0 && offset + length <= text.length, context);
      last = offset;
      assert.doesNotMatch(text.slice(offset, offset + length), /[\n\r]/, context);
      const lines = text
        .replace(/^\ufeff/, '\u200b')
        .slice(0, offset)
        .split(/\r\n|\r|\n/);
      const mark = text.startsWith('\ufeff') && lines.length === 1 ? 1 : 0;
      assert.deepEqual([line, column], [lines.length, lines.at(-1).length + 1 - mark], context);
    }
  }
  assert.deepEqual([...codes].sort(), [
    'badJson',
    'bidiControl',
    'brokenCharacter',
    'duplicateKey',
    'missing',
    'tooDeep',
    'unknownKey',
  ]);
});
