/**
 * The commands `evaluate` and `render`: what they print, and what they say about answers that do
 * not fit the questionnaire.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as core from '../../pkg/dist/core.js';
import { command, folder } from './command-stage.mjs';

const QUESTIONNAIRE = readFileSync(new URL('../../questionnaires/social-media.en.json', import.meta.url), 'utf8');
const BEFORE = { 'mc-1': { agreement: 5 }, 'mc-2': { agreement: 1 } };
const AFTER = { 'mc-1': { agreement: 1 }, 'mc-2': { agreement: 5 } };
const readers = folder({
  'q.json': QUESTIONNAIRE,
  'before.json': JSON.stringify(BEFORE),
  'after.json': JSON.stringify(AFTER),
});

test('evaluate prints the scorecard, from files or standard input', async () => {
  const expected = { code: 0, out: `${JSON.stringify(core.evaluate(QUESTIONNAIRE, AFTER), null, 2)}\n`, err: '' };
  const at = { core, cwd: readers };
  assert.deepEqual(await command(['evaluate', 'q.json', 'after.json'], at), expected);
  assert.deepEqual(await command(['evaluate', 'q.json', '-'], { ...at, input: JSON.stringify(AFTER) }), expected);
  assert.deepEqual(await command(['evaluate', '-', 'after.json'], { ...at, input: QUESTIONNAIRE }), expected);
});

test('evaluate with --before prints what has changed', async () => {
  const words = ['evaluate', 'q.json', 'after.json', '--before', 'before.json'];
  const { code, out, err } = await command(words, { core, cwd: readers });
  const [before, after] = [core.evaluate(QUESTIONNAIRE, BEFORE), core.evaluate(QUESTIONNAIRE, AFTER)];
  assert.deepEqual([code, err], [0, '']);
  assert.deepEqual(JSON.parse(out), { before, after, changes: core.compare(before, after).changes });
  assert.equal(JSON.parse(out).changes[0].transition, 'corrected');
});

/**
 * What evaluate prints for the text `answers`, with the built-in questionnaire and the properties
 * in `more`.
 */
async function saidOf(answers, more = {}) {
  const questionnaire = JSON.stringify({ ...JSON.parse(QUESTIONNAIRE), ...more });
  const cwd = folder({ 'q.json': questionnaire, 'a.json': answers });
  const { code, out, err } = await command(['evaluate', 'q.json', 'a.json'], { core, cwd });
  assert.deepEqual([code, out], [1, '']);
  return err;
}

test('evaluate reports every answer that does not fit, with its position, its line and a remedy', async () => {
  const answers = '{\n  "mc-1": { "agreement": 9 },\n  "mc-x": { "agreement": 1 }\n}';
  assert.equal(
    await saidOf(answers),
    'a.json:2:26: error: 9 is not an answer on this scale.\n' +
      '    2 |   "mc-1": { "agreement": 9 },\n' +
      '      |                          ^\n' +
      '    Write a whole number from 1 to 5, or "dontKnow".\n\n' +
      'a.json:3:3: error: The questionnaire has no statement mc-x.\n' +
      '    3 |   "mc-x": { "agreement": 1 }\n' +
      '      |   ^^^^^^\n' +
      '    Did you mean mc-1?\n\n' +
      'a.json: 2 errors, so it cannot be used.\n',
  );
});

const SURE = { certainty: { from: 0, to: 2, labels: ['a', 'b', 'c'] } };
const YES_OR_NO = { scale: { points: 2, dontKnow: false } };

for (const [answers, at, message, remedy, more] of [
  [
    '[]',
    '1:1',
    'Answers are an object with an answer for each statement id; this is an array.',
    /as in \{ "mc-1": \{ "agreement": 1 \} \}\.$/,
  ],
  ['"mc-1"', '1:1', 'Answers are an object with an answer for each statement id; this is a string.', /as in/],
  [
    '{"mc-1":5}',
    '1:9',
    'The answer to mc-1 is a number, not an object.',
    /^Write \{ "agreement": 5 \}; agreement is a whole number/,
  ],
  ['{"mc-1":null}', '1:9', 'The answer to mc-1 is null, not an object.', /^Delete it/],
  [
    '{"mc-1":{}}',
    '1:2',
    'The answer to mc-1 has no "agreement".',
    /^Write a whole number from 1 to 5, or "dontKnow"\.$/,
  ],
  ['{"mc-1":{"agreement":"yes"}}', '1:22', '"yes" is not an answer on this scale.', /^Write a whole number/],
  ['{"mc-1":{"agreement":"dontKnow"}}', '1:22', '"dontKnow" is not an answer on this scale.', /1 to 2\.$/, YES_OR_NO],
  ['{"mc-1":{"agreement":1.5}}', '1:22', '1.5 is not an answer on this scale.', /^Write a whole number/],
  ['{"mc-1":{"agrement":1}}', '1:10', 'An answer has no property "agrement".', /^Did you mean "agreement"\?$/],
  ['{"mc-1":{"agreement":1,"when":1}}', '1:24', 'An answer has no property "when".', /^It has "agreement" and/],
  ['{"mc-1":{"agreement":1,"certainty":1}}', '1:24', 'The questionnaire does not ask how sure readers are.', /^Delete/],
  [
    '{"mc-1":{"agreement":1,"certainty":3}}',
    '1:36',
    '3 is not a level of certainty.',
    /from 0 to 2, or leave it out\.$/,
    SURE,
  ],
  [
    '{"zz":{"agreement":1}}',
    '1:2',
    'The questionnaire has no statement zz.',
    /^Its statements are mc-1, mc-\d+, .* and 5 more\.$/,
  ],
  ['{"mc-1":{"agreement":1},\n"mc-1":{"agreement":5}}', '2:1', 'An answer to mc-1 is already here; one', /^Delete one/],
  ['{"mc-1":{"agreement":1,"agreement":5}}', '1:24', '"agreement" is already here; one of', /^Delete one/],
  [
    '{"scorecard":{"answers":{}},"first":null}',
    '1:2',
    'This is what a reader has saved; it contains the answers.',
    /^Put the value/,
  ],
  [
    JSON.stringify(core.evaluate(QUESTIONNAIRE, {})),
    '1:2',
    'This is a scorecard; it contains the answers.',
    /^Put the value/,
  ],
  [QUESTIONNAIRE, '2:3', 'This is a questionnaire, not answers to one.', /^Name the questionnaire before/],
]) {
  test(`errors in answers are reported with their position: ${answers.slice(0, 50)}`, async () => {
    const lines = (await saidOf(answers, more)).split('\n');
    assert.equal(lines[0].slice(0, `a.json:${at}: error: ${message}`.length), `a.json:${at}: error: ${message}`);
    assert.match(lines[3].trim(), remedy);
  });
}

test('a misspelt key of an answer is one problem, not two', async () => {
  assert.match(await saidOf('{"mc-1":{"agrement":1}}'), /^[^\n]*"agrement"[^]*\na\.json: 1 error, so/);
});

test('of very many answers that do not fit, the first are reported and the others counted', async () => {
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`x${number}`, { agreement: 1 }]));
  const err = await saidOf(JSON.stringify(many));
  assert.match(err, /error: Here and below there are at least 900 more\.\n/);
  const some = Object.fromEntries(Array.from({ length: 300 }, (_, number) => [`x${number}`, { agreement: 1 }]));
  assert.match(await saidOf(JSON.stringify(some)), /error: Here and below there are 200 more\.\n/);
});

test('positions in answers do not count a byte order mark', async () => {
  const { err } = await command(['evaluate', 'q.json', '-'], {
    core,
    cwd: readers,
    input: '\ufeff{"mc-1":{"agreement":9}}',
  });
  assert.match(err, /^standard input:1:22: error: /);
});

test('evaluate prints the outcome that readers see', async () => {
  const outcomes = [
    { from: 0, title: 'Few' },
    { from: 1, title: 'Some' },
  ];
  const one = JSON.parse(QUESTIONNAIRE).misconceptions.slice(0, 1);
  const cwd = folder({ 'q.json': JSON.stringify({ ...JSON.parse(QUESTIONNAIRE), outcomes, misconceptions: one }) });
  const [{ id, key }, ...others] = one[0].statements;
  for (const [held, expected] of [
    [true, { index: 1, title: 'Some' }],
    [false, { index: 0, title: 'Few' }],
  ]) {
    const point = (statement) => ((statement.key === 'myth') === held ? 5 : 1);
    const all = [{ id, key }, ...others].map((it) => [it.id, { agreement: point(it) }]);
    const input = JSON.stringify(Object.fromEntries(all));
    const { out } = await command(['evaluate', 'q.json', '-'], { core, cwd, input });
    assert.deepEqual(JSON.parse(out).outcome, expected);
  }
});

test('render prints the HTML, with the options of its flags', async () => {
  const words = [
    'render',
    '--shadow',
    '--lang',
    'en',
    '--stylesheet',
    '/s.css',
    '--attribute',
    'layout=list',
    '--attribute',
    'data-x',
    '--attribute=title=a=b',
    'q.json',
  ];
  const out = core.renderToString(QUESTIONNAIRE, {
    shadow: true,
    lang: 'en',
    stylesheet: '/s.css',
    attributes: { layout: 'list', 'data-x': true, title: 'a=b' },
  });
  assert.deepEqual(await command(words, { core, cwd: readers }), { code: 0, out, err: '' });
});

test('render without a file prints the built-in questionnaire', async () => {
  const out = core.renderToString(undefined, { lang: 'nb' });
  assert.deepEqual(await command(['render', '--lang', 'nb'], { core }), { code: 0, out, err: '' });
});

test('render --out writes to a file, and overwrites an earlier one', async () => {
  const cwd = folder({ 'q.json': QUESTIONNAIRE, 'q.html': 'old' });
  const { code, out, err } = await command(['render', 'q.json', '--out', 'q.html'], { core, cwd });
  assert.deepEqual([code, out, err], [0, '', '']);
  assert.equal(readFileSync(path.join(cwd, 'q.html'), 'utf8'), core.renderToString(QUESTIONNAIRE));
});

test('an invalid attribute is wrong usage, reported in the words of the core', async () => {
  assert.deepEqual(await command(['render', '--attribute', '1=2'], { core }), {
    code: 2,
    out: '',
    err: 'Attributes: 1 is not the name of an attribute.\n',
  });
});
