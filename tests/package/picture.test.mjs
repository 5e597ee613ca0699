/**
 * The scorecard as a picture, in Node: the bytes equal those of the host tests, whose pictures were
 * approved; what may be left out, what is thrown, and the command. Knows no browser; how a picture
 * looks in one is tested in tests/browser.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as core from '../../pkg/dist/core.js';
import { command as run, folder } from './command-stage.mjs';
import { CASES, golden } from './picture-cases.mjs';

const { evaluate, picture } = core;
const [{ questionnaire: BUILT_IN }, { scorecard: MIXED }] = [CASES[0], CASES.find(({ name }) => name === 'mixed')];

/** An author's questionnaire with a translation, and answers to it. */
const OWN = {
  format: '1.0',
  id: 'own',
  version: '3',
  lang: 'en',
  title: 'One’s own',
  misconceptions: [
    {
      id: 'm',
      name: 'A misconception',
      statements: [{ id: 's', text: 'It is so.', key: 'myth' }],
      refutation: { fact: 'It is not.', whyWrong: 'Look.' },
    },
  ],
  translations: {
    nb: { title: 'Min egen', misconceptions: { m: { name: 'En misforståelse' } }, statements: { s: 'Slik er det.' } },
  },
};
const ANSWERS = { s: { agreement: 5 } };
const SCORECARD = evaluate(OWN, ANSWERS);

test('each picture has the same bytes as on the host', () => {
  for (const { name, questionnaire, scorecard, wishes } of CASES) {
    assert.equal(picture(scorecard, { questionnaire, ...wishes }), golden(name), name);
  }
  assert.ok(CASES.length > 15, `${CASES.length}`);
});

test('without a questionnaire the built-in one is drawn, in the given language', () => {
  assert.equal(picture(MIXED), golden('mixed'));
  assert.equal(picture(JSON.stringify(MIXED)), golden('mixed'), 'the same for a JSON text');
  assert.equal(picture(MIXED, { lang: 'no' }), golden('mixed-norwegian'));
  assert.equal(picture(MIXED, { lang: 'fr' }), golden('mixed'));
});

test('the nearest translation is drawn, with the words of its language', () => {
  assert.match(picture(SCORECARD, { questionnaire: OWN }), /<title>One’s own<\/title>\n<desc>My scorecard on one misc/);
  const norwegian = picture(SCORECARD, { questionnaire: OWN, lang: 'nn' });
  assert.match(
    norwegian,
    / lang="nb" [^]*<title>Min egen<\/title>\n<desc>Jeg testet meg på én [^]*\nTror på 1\nHva med deg\?</,
  );
});

test('the verdicts are calculated from the answers, whatever verdicts the scorecard has', () => {
  const [verdict] = SCORECARD.verdicts;
  const forged = { ...SCORECARD, verdicts: [{ ...verdict, verdict: 'notHeld', belief: 0 }], headline: {}, order: [] };
  assert.equal(picture(forged, { questionnaire: OWN }), picture(SCORECARD, { questionnaire: OWN }));
});

test('the input is not changed, and the same input gives the same picture', () => {
  const given = [SCORECARD, { questionnaire: OWN, lang: 'nb', width: 800, height: 800, address: 'example.com' }];
  const before = JSON.stringify(given);
  assert.equal(picture(...given), picture(...given));
  assert.equal(JSON.stringify(given), before);
});

test('invalid input throws an Error with a code and every problem', () => {
  const thrown = (scorecard, options) => {
    try {
      return picture(scorecard, options).slice(0, 100);
    } catch (error) {
      assert.ok(error instanceof Error);
      return [error.code, error.problems.map((it) => `${it.code} ${it.pointer}`)];
    }
  };
  const questionnaire = OWN;
  const about = (more) => ({ ...SCORECARD, questionnaire: { ...SCORECARD.questionnaire, ...more } });
  const { answers, ...unanswered } = SCORECARD;
  for (const [scorecard, options, expected] of [
    [SCORECARD, {}, ['badOption', []]],
    [
      SCORECARD,
      { questionnaire: BUILT_IN },
      ['notComparable', ['notComparable /questionnaire/id', 'notComparable /questionnaire/version']],
    ],
    [about({ version: '1' }), { questionnaire }, ['notComparable', ['notComparable /questionnaire/version']]],
    [about({ points: 7 }), { questionnaire }, ['notComparable', ['notComparable /questionnaire/points']]],
    [
      { ...MIXED, questionnaire: { ...MIXED.questionnaire, version: '0' } },
      {},
      ['notComparable', ['notComparable /questionnaire/version']],
    ],
    [unanswered, { questionnaire }, ['invalidAnswers', ['missing /answers']]],
    [
      { ...SCORECARD, answers: { s: { agreement: 9 }, t: 1 } },
      { questionnaire },
      ['invalidAnswers', ['outOfRange /answers/s/agreement', 'unknownId /answers/t']],
    ],
    [{ ...SCORECARD, answers: [] }, { questionnaire }, ['invalidAnswers', ['wrongType /answers']]],
    [
      answers,
      { questionnaire },
      ['notComparable', ['notComparable /questionnaire/id', 'notComparable /questionnaire/version']],
    ],
    [
      null,
      { questionnaire },
      ['notComparable', ['notComparable /questionnaire/id', 'notComparable /questionnaire/version']],
    ],
    ['{', { questionnaire }, ['badJson', []]],
    [SCORECARD, { questionnaire: { ...OWN, title: 1 } }, ['invalidQuestionnaire', ['wrongType /title']]],
    [SCORECARD, { questionnaire: { ...OWN, translations: { nb: '/nb.json' } }, lang: 'nb' }, ['notHere', []]],
    ...[0, -1, 299, 4097, 630.5, NaN, '630', null].flatMap((length) => [
      [SCORECARD, { questionnaire, width: length }, ['badOption', []]],
      [SCORECARD, { questionnaire, height: length }, ['badOption', []]],
    ]),
    ...[null, 1, {}].map((address) => [SCORECARD, { questionnaire, address }, ['badOption', []]]),
  ]) {
    assert.deepEqual(thrown(scorecard, options), expected, `${JSON.stringify(scorecard)} ${JSON.stringify(options)}`);
  }
});

test('the limits of sizes in the types are those of the core', () => {
  for (const [width, height] of [
    [300, 300],
    [4096, 300],
    [300, 4096],
  ]) {
    assert.ok(
      picture(SCORECARD, { questionnaire: OWN, width, height }).includes(` width="${width}" height="${height}" `),
    );
  }
});

const files = () =>
  folder({
    'q.json': JSON.stringify(OWN),
    'a.json': JSON.stringify(ANSWERS),
    'bad.json': '{ "s": { "agreement": 9 } }',
    'slip.json': '{',
  });
const command = (words, more) => run(['picture', ...words], { core, ...more });

test('the command prints the picture, with the options of its flags', async () => {
  const cwd = files();
  const given = { questionnaire: OWN };
  assert.deepEqual(await command(['q.json', 'a.json'], { cwd }), { code: 0, out: picture(SCORECARD, given), err: '' });
  const out = picture(SCORECARD, { ...given, lang: 'nb', width: 1080, height: 1920, address: 'example.com' });
  assert.match(out, />example\.com</);
  const flags = ['--lang', 'nb', '--width', '1080', '--height', '1920', '--address', 'example.com'];
  assert.deepEqual(await command([...flags, 'q.json', '-'], { cwd, input: JSON.stringify(ANSWERS) }), {
    code: 0,
    out,
    err: '',
  });
});

test('the command writes to a file, and overwrites an earlier one', async () => {
  const cwd = files();
  for (let round = 0; round < 2; round++) {
    assert.deepEqual(await command(['q.json', 'a.json', '--out', 'p.svg'], { cwd }), { code: 0, out: '', err: '' });
    assert.equal(readFileSync(path.join(cwd, 'p.svg'), 'utf8'), picture(SCORECARD, { questionnaire: OWN }));
  }
});

test('the command reports invalid input, and writes nothing', async () => {
  const cwd = files();
  for (const [words, code, says] of [
    [['q.json'], 2, /^picture needs two file names \(the questionnaire and the answers\)\./],
    [['-', '-'], 2, /^Standard input can hold only one document/],
    [
      ['q.json', 'a.json', '--out', './a.json'],
      2,
      /^--out \.\/a\.json would overwrite a file from which the picture is made/,
    ],
    [
      ['q.json', 'a.json', '--width', 'wide'],
      2,
      /^Width must be a whole number of pixels from 300 to 4096, not wide\.\n$/,
    ],
    [
      ['q.json', 'a.json', '--height', '1e3'],
      2,
      /^Height must be a whole number of pixels from 300 to 4096, not 1e3\.\n$/,
    ],
    [['q.json', 'a.json', '--width', '200'], 2, /^Width must be /],
    [['q.json', 'bad.json'], 1, /^bad\.json:\d+:\d+: error: .* is not an answer on this scale\./],
    [['q.json', 'slip.json'], 1, /slip\.json/],
    [['slip.json', 'a.json'], 1, /slip\.json: 1 error, so it cannot be used\./],
    [['none.json', 'a.json'], 2, /^There is no file none\.json/],
  ]) {
    const { out, err, ...rest } = await command([...words, ...(words.includes('--out') ? [] : ['--out', 'p.svg'])], {
      cwd,
    });
    assert.deepEqual([rest.code, out], [code, ''], `${words}: ${err}`);
    assert.match(err, says, `${words}`);
    assert.ok(!existsSync(path.join(cwd, 'p.svg')), `${words}`);
  }
});
