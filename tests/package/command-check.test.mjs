/**
 * How a report is shown to people and to programs, and how files are watched. The problems here are
 * invented by a stand-in; what the core reports is tested elsewhere.
 */
import assert from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { chance, habitsAsText } from '../../pkg/command/habits.js';
import { problemAsText } from '../../pkg/command/report.js';
import { width } from '../../pkg/command/text.js';
import { Kept, SOUND, checking, command, folder } from './command-stage.mjs';

const plain = (_, text) => text;

/** A problem at the first occurrence of `at` in `text`. */
function finding(text, at, more = {}) {
  const offset = text.indexOf(at);
  const lines = text.slice(0, offset).split('\n');
  return {
    severity: 'error',
    code: 'some',
    pointer: '/a',
    message: 'This is wrong.',
    remedy: 'Mend it.',
    line: lines.length,
    column: lines.at(-1).length + 1,
    offset,
    length: at.length,
    ...more,
  };
}

const shown = (text, at, { columns, ...more } = {}) =>
  problemAsText(finding(text, at, more), { name: 'a.json', text, paint: plain, columns });

test('a problem is printed with its position, its line, a mark and the remedy', () => {
  assert.equal(
    shown('{\n  "kay": "myth"\n}', '"kay"'),
    'a.json:2:3: error: This is wrong.\n    2 |   "kay": "myth"\n      |   ^^^^^\n    Mend it.\n',
  );
});

for (const [what, text, at, expected] of [
  ['after tabs', '\t\t"a": x', 'x', ['    "a": x', '         ^']],
  ['after wide letters', '"误解": x', 'x', ['"误解": x', '        ^']],
  ['after an accent of its own', '"e\u0301": x', 'x', ['"e\u0301": x', '     ^']],
  ['under an emoji', '"😀"', '😀', ['"😀"', ' ^^']],
  ['with Windows line ends', '{\r\n  x\r\n}', 'x', ['  x', '  ^']],
  ['to the end of its line only', '{ "a": 1\n}', '"a": 1\n}', ['{ "a": 1', '  ^^^^^^']],
  ['at the end of a line', '"a" \n"b"', '\n', ['"a" ', '    ^']],
  ['of invisible characters', '"a\u001b[31mb"', '\u001b', ['"a\ufffd[31mb"', '  ^']],
  ['of marks that turn the line', '"a\u202eb"', '\u202e', ['"a\ufffdb"', '  ^']],
  ['in an empty file', '', '', ['', '^']],
]) {
  test(`the mark is below the right characters: ${what}`, () => {
    const lines = shown(text, at).split('\n');
    assert.deepEqual(
      lines.slice(1, 3).map((line) => line.slice(8)),
      expected,
    );
  });
}

test('of a long line, the part around the mark is printed, within the columns', () => {
  const text = `"${'a'.repeat(300)}X${'b'.repeat(300)}"`;
  for (const [at, columns, expected] of [
    ['X', 60, [`…${'a'.repeat(16)}X${'b'.repeat(33)}…`, `${' '.repeat(17)}^`]],
    ['"a', 40, [`"${'a'.repeat(29)}…`, '^^']],
    ['b"', 40, [`…${'b'.repeat(29)}"`, `${' '.repeat(29)}^^`]],
    [text, 40, [`"${'a'.repeat(29)}…`, '^'.repeat(30)]],
  ]) {
    const lines = shown(text, at, { columns }).split('\n').slice(1, 3);
    assert.deepEqual(
      lines.map((line) => line.slice(8)),
      expected,
      at.slice(0, 5),
    );
    assert.deepEqual(
      lines.filter((line) => width(line) > columns),
      [],
    );
  }
});

test('a long line is not cut in the middle of a letter', () => {
  const text = `${'😀'.repeat(200)}X${'😀'.repeat(200)}`;
  for (const columns of [40, 41, 42, 43]) assert.ok(shown(text, 'X', { columns }).isWellFormed(), String(columns));
  for (const columns of [40, 41, 42, 43]) assert.doesNotMatch(shown(text, 'X', { columns }), /\ufffd/);
});

test('a problem without a position is printed with its pointer', () => {
  const problem = { severity: 'advice', code: 'some', pointer: '/a/0', message: 'So so.', remedy: 'Look.' };
  assert.equal(
    problemAsText(problem, { name: 'a.json', text: '', paint: plain }),
    'a.json: advice: So so. (at /a/0)\n    Look.\n',
  );
});

test('a suggestion is printed once', () => {
  const meant = { suggestion: 'key' };
  assert.match(shown('kay', 'kay', meant), /^ {4}Mend it\. Did you mean key\?$/m);
  assert.match(shown('kay', 'kay', { ...meant, remedy: 'Write "key".' }), /^ {4}Write "key"\.$/m);
  assert.doesNotMatch(shown('kay', 'kay', { ...meant, message: 'Not "key".' }), /Did you mean/);
});

const WRONG = '{ "kay": 1 }';
const SOSO = '{ "title": "" }';
const ERROR = finding(WRONG, '"kay"');
const ADVICE = finding(SOSO, '""', { severity: 'advice', message: 'So so.', remedy: 'Think.' });
const core = checking({
  '{}': SOUND,
  [WRONG]: { ok: false, problems: [ERROR, { ...ADVICE, offset: 2, column: 3 }], habits: null },
  [SOSO]: { ok: true, problems: [ADVICE], habits: null },
});
const cwd = folder({ 'good.json': '{}', 'wrong.json': WRONG, 'soso.json': SOSO });

const ERROR_SHOWN = 'wrong.json:1:3: error: This is wrong.\n    1 | { "kay": 1 }\n      |   ^^^^^\n    Mend it.\n\n';
const ADVICE_SHOWN = 'soso.json:1:12: advice: So so.\n    1 | { "title": "" }\n      |            ^^\n    Think.\n\n';

for (const [words, code, out] of [
  [['good.json'], 0, 'good.json: no errors.\n'],
  [['soso.json'], 0, `${ADVICE_SHOWN}soso.json: no errors and 1 piece of advice.\n`],
  [['--quiet', 'soso.json'], 0, 'soso.json: no errors.\n'],
  [['--quiet', 'wrong.json'], 1, `${ERROR_SHOWN}wrong.json: 1 error.\n`],
  [
    ['good.json', '--quiet', 'wrong.json', 'soso.json'],
    1,
    `good.json: no errors.\n${ERROR_SHOWN}wrong.json: 1 error.\nsoso.json: no errors.\n3 files: 1 error.\n`,
  ],
  [
    ['good.json', 'soso.json'],
    0,
    `good.json: no errors.\n${ADVICE_SHOWN}soso.json: no errors and 1 piece of advice.\n` +
      '2 files: no errors and 1 piece of advice.\n',
  ],
]) {
  test(`check prints the counts at the end: ${words.join(' ')}`, async () => {
    assert.deepEqual(await command(['check', ...words], { core, cwd }), { code, out, err: '' });
  });
}

const TWO = { ...ADVICE, code: 'noFact', message: 'No fact.' };
const both = checking({
  '{}': { ok: true, problems: [{ ...ADVICE, code: 'noSource' }, TWO], habits: null },
  [WRONG]: { ok: false, problems: [{ ...ERROR, code: 'noFact' }], habits: null },
});

for (const [words, code, counts] of [
  [['good.json'], 0, 'no errors and 2 pieces of advice'],
  [['--fail-on', 'error', 'good.json'], 0, 'no errors and 2 pieces of advice'],
  [['--strict', 'good.json'], 1, 'no errors and 2 pieces of advice'],
  [['--fail-on=advice', 'good.json'], 1, 'no errors and 2 pieces of advice'],
  [['--strict', '--quiet', 'good.json'], 1, 'no errors and 2 pieces of advice'],
  [['--strict', '--ignore', 'noFact', 'good.json'], 1, 'no errors and 1 piece of advice'],
  [['--strict', '--ignore', 'noFact', '--ignore=noSource', 'good.json'], 0, 'no errors'],
  [['--ignore', 'noFact', '--ignore', 'noSource', 'good.json'], 0, 'no errors'],
  [['--ignore', 'noFact', 'wrong.json'], 1, '1 error'],
]) {
  test(`--fail-on and --strict make advice fail, and --ignore leaves it out: ${words.join(' ')}`, async () => {
    const text = await command(['check', ...words], { core: both, cwd });
    assert.deepEqual([text.code, text.out.split('\n').at(-2)], [code, `${words.at(-1)}: ${counts}.`]);
    assert.equal(text.out.includes('No fact.'), !words.join(' ').includes('noFact') && counts !== '1 error');
    if (words.includes('--quiet')) return;
    const json = JSON.parse((await command(['check', '--json', ...words], { core: both, cwd })).out);
    const told = json.files[0].problems.length;
    assert.deepEqual([json.ok, json.files[0].ok, told], [code === 0, code === 0, Number(/\d/.exec(counts) ?? 0)]);
  });
}

test('several errors and pieces of advice are printed in the plural', async () => {
  const many = checking({ '{}': { ok: false, problems: [ERROR, ERROR, ADVICE, ADVICE, ADVICE], habits: null } });
  const { out } = await command(['check', 'good.json'], { core: many, cwd });
  assert.match(out, /\ngood\.json: 2 errors and 3 pieces of advice\.\n$/);
});

test('standard input is named in the output', async () => {
  const { code, out } = await command(['check', '-'], { core, cwd, input: WRONG });
  assert.deepEqual([code, out.split('\n')[0]], [1, 'standard input:1:3: error: This is wrong.']);
});

test('a file that cannot be read does not keep the others from being checked', async () => {
  const { code, out, err } = await command(['check', 'none', 'good.json'], { core, cwd });
  assert.deepEqual([code, out, err.startsWith('There is no file none')], [2, 'good.json: no errors.\n', true]);
});

for (const [words, code, ok, files] of [
  [['good.json'], 0, true, ['good.json']],
  [['soso.json'], 0, true, ['soso.json']],
  [['good.json', 'wrong.json'], 1, false, ['good.json', 'wrong.json']],
  [['good.json', 'none'], 2, false, ['good.json']],
]) {
  test(`--json prints one object with the unchanged reports: ${words.join(' ')}`, async () => {
    const texts = { 'good.json': '{}', 'soso.json': SOSO, 'wrong.json': WRONG };
    const { code: given, out } = await command(['check', '--json', ...words], { core, cwd, env: { FORCE_COLOR: '1' } });
    assert.deepEqual(
      [given, JSON.parse(out)],
      [code, { ok, files: files.map((file) => ({ file, ...core.check(texts[file]) })) }],
    );
  });
}

test('--draft is passed to check', async () => {
  const asked = [];
  const noting = { check: (_, options) => asked.push(options) && SOUND };
  await command(['check', '--draft', 'good.json'], { core: noting, cwd });
  await command(['check', '--draft', '--today', '2024-02-29', 'good.json'], { core: noting, cwd });
  assert.deepEqual(asked, [{ draft: true }, { today: '2024-02-29', draft: true }]);
});

test('--today is passed to check, and without it no date is passed', async () => {
  const asked = [];
  const noting = { check: (_, options) => asked.push(options) && SOUND };
  await command(['check', '--today', '2024-02-29', 'good.json'], { core: noting, cwd });
  await command(['check', 'good.json'], { core: noting, cwd });
  assert.deepEqual(asked, [{ today: '2024-02-29' }, {}]);
});

for (const [env, isTTY, expected] of [
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: 'false' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1', TERM: 'dumb' }, false, true],
]) {
  test(`colours are printed if they are wanted: ${JSON.stringify(env)}, ${isTTY ? 'terminal' : 'pipe'}`, async () => {
    const { out } = await command(['check', 'wrong.json'], { core, cwd, env, stdout: new Kept(isTTY) });
    assert.equal(out.includes('\u001b['), expected);
    assert.equal(out.replace(/\u001b\[\d+m/g, ''), (await command(['check', 'wrong.json'], { core, cwd })).out);
  });
}

for (const [probability, words] of [
  [0, 'in 0%'],
  [1e-16, 'in 0%'],
  [1e-6, 'in less than 1%'],
  [0.00499, 'in less than 1%'],
  [0.005, 'in about 1%'],
  [0.333, 'in about 33%'],
  [0.9949, 'in about 99%'],
  [0.995, 'in more than 99%'],
  [0.999999, 'in more than 99%'],
  [1 - 1e-16, 'in 100%'],
  [1, 'in 100%'],
]) {
  test(`a probability of ${probability} is printed as ${words}`, () => assert.equal(chance(probability), words));
}

const MANY = { misconceptions: ['A', 'B', 'C', 'D'].map((name) => ({ id: name.toLowerCase(), name })) };
const habit = (verdicts, outcome = null, contested = 0) => ({
  headline: { contested },
  verdicts: Object.entries(verdicts).map(([misconception, verdict]) => ({ misconception, verdict })),
  outcome,
});
const UNSURE = habit({ a: 'unsure', b: 'unsure', c: 'unsure', d: 'unsure' });
const RANDOM = 'At random, each answer being equally likely';

for (const [what, habits, questionnaire, expected] of [
  [
    'a balanced questionnaire',
    { random: { counts: [0.4, 0.3, 0.2, 0.08, 0.02], outcomes: [] }, agree: UNSURE, disagree: UNSURE },
    MANY,
    [
      `${RANDOM}: in about 60% of cases at least one of the 4 misconceptions comes out as held or leaned towards, ` +
        'and in about 10% at least 3.',
      'Agreeing with all: 4 unsure.',
      'Disagreeing with all: 4 unsure.',
    ],
  ],
  [
    'one where agreeing means holding',
    {
      random: { counts: [0, 0, 0.5, 0.5], outcomes: [] },
      agree: habit({ a: 'held', b: 'held', c: 'held', d: 'held', e: 'held' }, null, 1),
      disagree: habit({ a: 'leaning', b: 'notHeld', c: 'insufficient', d: 'notHeld', e: 'notHeld' }, null, 1),
    },
    { misconceptions: [...MANY.misconceptions, { id: 'e', name: 'E', evidence: { strength: 'contested' } }] },
    [
      `${RANDOM}: in 100% of cases at least one of the 3 misconceptions that are not contested comes out as held or ` +
        'leaned towards, and in 100% at least 2.',
      'Agreeing with all: 4 held (“A”, “B”, “C” and 1 more), 1 contested.',
      'Disagreeing with all: 1 leaned towards (“A”), 2 not held, 1 with too few answers, 1 contested.',
    ],
  ],
  [
    'one misconception, with outcomes',
    {
      random: { counts: [0.25, 0.75], outcomes: [0.25, 0.75] },
      agree: habit({ a: 'held' }, 1),
      disagree: habit({ a: 'notHeld' }, 0),
    },
    { misconceptions: [{ id: 'a', name: 'A' }], outcomes: [{ title: 'Few.' }, { title: 'Many' }] },
    [
      `${RANDOM}: in about 75% of cases the misconception comes out as held or leaned towards. ` +
        'The outcome is “Few.” in about 25%, “Many” in about 75%.',
      'Agreeing with all: 1 held (“A”). The outcome is “Many”.',
      'Disagreeing with all: 1 not held. The outcome is “Few.”',
    ],
  ],
  [
    'two that nobody at random holds',
    { random: { counts: [1, 0, 0], outcomes: [] }, agree: habit({ a: 'unsure' }), disagree: habit({ a: 'unsure' }) },
    MANY,
    [
      `${RANDOM}: in 0% of cases any of the 2 misconceptions comes out as held or leaned towards, ` +
        'and in 0% all of them.',
      'Agreeing with all: 1 unsure.',
      'Disagreeing with all: 1 unsure.',
    ],
  ],
  [
    'too many combinations',
    { random: null, agree: UNSURE, disagree: UNSURE },
    MANY,
    [
      `${RANDOM}: there are too many combinations of answers to compute this exactly.`,
      'Agreeing with all: 4 unsure.',
      'Disagreeing with all: 4 unsure.',
    ],
  ],
  [
    'nothing but contested evidence',
    { random: { counts: [1], outcomes: [] }, agree: habit({ a: 'held' }), disagree: habit({ a: 'notHeld' }) },
    { misconceptions: [{ id: 'a', name: 'A\u001b[1m' }] },
    [
      `${RANDOM}: nothing is counted, because all evidence is contested.`,
      'Agreeing with all: 1 held (“A\ufffd[1m”).',
      'Disagreeing with all: 1 not held.',
    ],
  ],
]) {
  test(`habits are printed exactly: ${what}`, () => {
    const [title, ...lines] = habitsAsText(habits, questionnaire).split('\n');
    assert.equal(title, 'Results of answering without reading the statements:');
    assert.deepEqual(lines, [...expected.map((line) => `  ${line}`), '']);
  });
}

test('habits are printed after the counts if there are any, but not with --quiet', async () => {
  const text = JSON.stringify({ misconceptions: MANY.misconceptions });
  const habits = { random: null, agree: UNSURE, disagree: UNSURE };
  const given = { core: checking({ [text]: { ok: true, problems: [], habits } }), cwd: folder({ 'a.json': text }) };
  const { out } = await command(['check', 'a.json'], given);
  assert.equal(out, `a.json: no errors.\n\n${habitsAsText(habits, MANY)}\n`);
  assert.equal((await command(['check', '--quiet', 'a.json'], given)).out, 'a.json: no errors.\n');
});

const NOWHERE = { severity: 'advice', code: 'some', pointer: '/a', remedy: 'Think.' };

/** A check with --watch: its output, and a way to end it. */
function watching(files, words = Object.keys(files)) {
  const at = folder(files);
  const ends = new AbortController();
  const stdout = new Kept();
  const ended = command(['check', '--watch', ...words], {
    core: { check: (message) => ({ ok: true, problems: [{ ...NOWHERE, message }], habits: null }) },
    cwd: at,
    stdout,
    untilEnded: () => ends.signal,
  });
  return { at, stdout, ended, end: () => ends.abort() };
}

test('--watch checks a file again when it is written, replaced, or restored after it was deleted', async () => {
  const { at, stdout, ended, end } = watching({ 'a.json': 'first' });
  const file = path.join(at, 'a.json');
  await stdout.written('Waiting for changes. Press Ctrl+C to stop.\n');
  writeFileSync(file, 'second');
  await stdout.written('advice: second');
  writeFileSync(path.join(at, 'new'), 'third');
  renameSync(path.join(at, 'new'), file);
  await stdout.written('advice: third');
  rmSync(file);
  await stdout.written('There is no file a.json');
  writeFileSync(file, 'third');
  await stdout.written('It will be checked when it can be read.\n\n14:05:06, a.json has changed:\n');
  end();
  const { code, out, err } = await ended;
  assert.deepEqual([code, err], [0, '']);
  const report = (text) => `a.json: advice: ${text} (at /a)\n    Think.\n\na.json: no errors and 1 piece of advice.\n`;
  const again = (text) => `\n14:05:06, a.json has changed:\n\n${report(text)}`;
  assert.equal(
    out,
    `${report('first')}\nWaiting for changes. Press Ctrl+C to stop.\n${again('second')}${again('third')}` +
      `\n14:05:06: There is no file a.json (in ${at}). It will be checked when it can be read.\n${again('third')}`,
  );
});

test('--watch checks only the changed file again, and not one whose content is the same', async () => {
  const { at, stdout, ended, end } = watching({ 'a.json': 'a', 'b.json': 'b' });
  await stdout.written('Waiting for changes');
  writeFileSync(path.join(at, 'a.json'), 'a');
  // Both files are checked equally often: after three changes of b, anything that a had caused
  // would be visible.
  for (const text of ['c', 'd', 'e']) {
    writeFileSync(path.join(at, 'b.json'), text);
    await stdout.written(`advice: ${text}`);
  }
  end();
  const { out } = await ended;
  assert.deepEqual(out.match(/.*has changed/g), Array(3).fill('14:05:06, b.json has changed'));
});

test('--watch ends with an error if a file does not exist at the start', async () => {
  const { stdout, ended } = watching({ 'a.json': 'a' }, ['a.json', 'b.json']);
  assert.equal((await ended).code, 2);
  assert.doesNotMatch(stdout.text, /Waiting/);
});

test('an unexpected error ends --watch, and is reported', async () => {
  const at = folder({ 'a.json': 'a' });
  const stdout = new Kept();
  let count = 0;
  const ended = command(['check', '--watch', 'a.json'], {
    core: { check: () => (count++ ? undefined.x : SOUND) },
    cwd: at,
    stdout,
    untilEnded: () => new AbortController().signal,
  });
  await stdout.written('Waiting for changes');
  writeFileSync(path.join(at, 'a.json'), 'b');
  const { code, err } = await ended;
  assert.deepEqual([code, err.startsWith('This is a bug in')], [3, true]);
});
