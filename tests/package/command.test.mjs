/**
 * The command line itself: its options, missing files, and the message for each kind of failure.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as core from '../../pkg/dist/core.js';
import { BUILT_IN } from '../../pkg/command/languages.js';
import { ADVICE, ERRORS } from '../../pkg/command/codes.js';
import { closest } from '../../pkg/command/closest.js';
import { COMMANDS, helpOn, overview } from '../../pkg/command/usage.js';
import { SOUND, checking, command, folder } from './command-stage.mjs';

const here = folder({
  'mine.json': '{}',
  'other.json': '[]',
  'language.json': '{"lang":"en"}',
  'languages.json': '{"lang":"en-GB","translations":{"nn":{},"pt-BR":"/pt.json"}}',
});
const about = (name) => `For help, run: npx misconception-scorecard help ${name}\n`;
const ALL = 'All commands: npx misconception-scorecard --help\n';

for (const [words, err] of [
  [['chekc'], `There is no command chekc. Did you mean: npx misconception-scorecard check\n${ALL}`],
  [['mine.json'], `There is no command mine.json. Did you mean: npx misconception-scorecard check mine.json\n${ALL}`],
  [['quite', 'other'], `There is no command quite.\n${ALL}`],
  [['toString'], `There is no command toString.\n${ALL}`],
  [['--verison'], `There is no flag --verison. Did you mean: npx misconception-scorecard --version\n${ALL}`],
  [['help', 'rendre'], `There is no command rendre. Did you mean: npx misconception-scorecard render\n${ALL}`],
  [['check'], `check needs at least one file name.\n${about('check')}`],
  [['check', '--jsno', 'mine.json'], `check has no flag --jsno. Did you mean --json?\n${about('check')}`],
  [['check', '-json', 'mine.json'], `check has no flag -json. Did you mean --json?\n${about('check')}`],
  [['check', '--frobnicate', 'mine.json'], `check has no flag --frobnicate.\n${about('check')}`],
  [['check', '--json=yes', 'mine.json'], `--json takes no value.\n${about('check')}`],
  [['check', '--today'], `--today needs a value: --today DATE\n${about('check')}`],
  [['check', '--today', '--json', 'mine.json'], `--today needs a value: --today DATE\n${about('check')}`],
  [
    ['check', '--today', '2026-02-30', 'mine.json'],
    `2026-02-30 is not a date. Write it in the form 2026-11-23.\n${about('check')}`,
  ],
  [['check', '--today', 'now', 'mine.json'], `now is not a date. Write it in the form 2026-11-23.\n${about('check')}`],
  [['check', '--json', '--watch', 'mine.json'], `--json cannot be used with --watch.\n${about('check')}`],
  [['check', '--json', '--quiet', 'mine.json'], `--json cannot be used with --quiet.\n${about('check')}`],
  [['check', '--fail-on', 'never', 'mine.json'], `--fail-on must be error or advice, not never.\n${about('check')}`],
  [
    ['check', '--strict', '--fail-on=error', 'mine.json'],
    `--strict means --fail-on advice and cannot be used with --fail-on error.\n${about('check')}`,
  ],
  [
    ['check', '--ignore', 'nofact', 'mine.json'],
    `There is no advice with the code nofact. Did you mean noFact?\n${about('check')}`,
  ],
  [
    ['check', '--ignore', 'noFact', '--ignore', 'weather', 'mine.json'],
    `There is no advice with the code weather. The codes are: ${ADVICE.join(', ')}.\n${about('check')}`,
  ],
  [
    ['check', '--ignore', 'duplicateId', 'mine.json'],
    `--ignore duplicateId: only advice can be ignored, not errors.\n${about('check')}`,
  ],
  [
    ['render', '--lang', 'sv'],
    `The questionnaire is not available in sv. Its languages are: en, nb.\n${about('render')}`,
  ],
  [
    ['render', '--lang', 'de', 'languages.json'],
    `The questionnaire is not available in de. Its languages are: en-GB, nn, pt-BR.\n${about('render')}`,
  ],
  [
    ['render', '--attribute', 'lang=de', 'language.json'],
    `The questionnaire is not available in de. Its only language is en.\n${about('render')}`,
  ],
  [
    ['picture', '--lang', 'de', 'language.json', 'mine.json'],
    `The questionnaire is not available in de. Its only language is en.\n${about('picture')}`,
  ],
  [['check', '--watch', '-'], `Standard input cannot be watched. Name a file.\n${about('check')}`],
  [['render', 'a', 'b'], `render takes at most one file name; b is one too many.\n${about('render')}`],
  [
    ['render', '--out', './mine.json', 'mine.json'],
    `--out ./mine.json would overwrite the questionnaire. Name another file.\n${about('render')}`,
  ],
  [
    ['evaluate', 'mine.json'],
    `evaluate needs two file names (the questionnaire and the answers).\n${about('evaluate')}`,
  ],
  [
    ['evaluate', '-', '--before', '-', 'mine.json'],
    `Standard input can hold only one document. Name files for the others.\n${about('evaluate')}`,
  ],
  [['new', '--points', '8'], `--points must be a whole number from 2 to 7, not 8.\n${about('new')}`],
  [
    ['new', '--lang', 'sv'],
    `--lang must be en or nb, not sv. For another language, change "lang" in the file afterwards.\n${about('new')}`,
  ],
  [
    ['new', '--id', 'my own'],
    `--id my own contains a space or an invisible character. Write - instead.\n${about('new')}`,
  ],
  [
    ['new', 'mine.json'],
    'mine.json already exists. Nothing was written.\nName another file, or add --force to overwrite it.\n',
  ],
  [['new', '--force', '.'], '. is a directory. Nothing was written.\nName a file.\n'],
  [
    ['new', '--title', 'x'.repeat(301)],
    `A title or name can have at most 300 characters. This one is longer: ${'x'.repeat(40)}…\n${about('new')}`,
  ],
  [
    ['new', ...Array(101).fill('--misconception=x')],
    `A draft can have at most 100 misconceptions. Add others in the file.\n${about('new')}`,
  ],
  [['new', 'none/mine.json'], 'There is no directory none. Nothing was written.\nCreate the directory first.\n'],
]) {
  test(`wrong use says so and how to get help: ${words.join(' ').slice(0, 60)}`, async () => {
    assert.deepEqual(await command(words, { core: checking({ '{}': SOUND }), cwd: here }), { code: 2, out: '', err });
  });
}

test('without a command there is the help, as an error', async () => {
  assert.deepEqual(await command([]), { code: 2, out: '', err: overview() });
});

for (const [words, out] of [
  [['--help'], overview()],
  [['-h'], overview()],
  [['help'], overview()],
  ...Object.keys(COMMANDS).flatMap((name) => [
    [['help', name], helpOn(name)],
    [[name, '--help'], helpOn(name)],
    [[name, '-h', 'a', 'b', 'c'], helpOn(name)],
  ]),
  [['--version'], `${JSON.parse(readFileSync(new URL('../../pkg/package.json', import.meta.url))).version}\n`],
]) {
  test(`what is asked for is no error: ${words.join(' ')}`, async () => {
    assert.deepEqual(await command(words), { code: 0, out, err: '' });
  });
}

test('help names every command and every flag, within 80 columns', () => {
  for (const name of Object.keys(COMMANDS)) assert.match(overview(), new RegExp(`^  ${name} `, 'm'));
  for (const [name, { flags }] of Object.entries(COMMANDS)) {
    for (const flag of Object.keys(flags)) assert.match(helpOn(name), new RegExp(`^  --${flag} `, 'm'));
  }
  const texts = [overview(), ...Object.keys(COMMANDS).map(helpOn)].join('');
  assert.deepEqual(
    texts.split('\n').filter((line) => line.length > 80),
    [],
  );
});

test('what may be ignored is the advice of the README, and what may not its errors', () => {
  const readme = readFileSync(new URL('../../pkg/README.md', import.meta.url), 'utf8');
  /** The codes in the table that begins with this heading. */
  const codes = (head) => {
    const [, rows] = readme.split(`\n${head}\n`)[1].match(/^\|[-|]+\n([^]*?)\n\n/);
    return rows.split('\n').flatMap((row) => [...row.split('|')[1].matchAll(/`(\w+)`/g)].map(([, code]) => code));
  };
  assert.deepEqual(ADVICE, codes('| advice | what for |').sort());
  // The last two codes belong to answers and scorecards.
  const errors = codes('| code | what to do |').filter((code) => !['unknownId', 'notComparable'].includes(code));
  assert.deepEqual(ERRORS, [...new Set(errors)].sort());
});

test('the languages of the built-in questionnaire are those of its files', () => {
  const files = readdirSync(new URL('../../questionnaires/', import.meta.url));
  const tags = files.map((file) => /^social-media\.(.+)\.json$/.exec(file)?.[1]);
  assert.deepEqual(BUILT_IN, tags.filter((tag) => tag).sort());
});

for (const [lang, chosen] of [
  ['en', 'en'],
  ['en-US', 'en'],
  ['no', 'nb'],
  ['nn_NO', 'nb'],
]) {
  test(`a language is found as the core finds it: ${lang}`, async () => {
    const out = core.renderToString(undefined, { lang: chosen });
    assert.deepEqual(await command(['render', '--lang', lang], { core }), { code: 0, out, err: '' });
  });
}

test('two slips in a short word are not taken for another word', () => {
  const known = ['check', 'new', 'render', 'evaluate'];
  const cases = [
    ['chek', 'check'],
    ['hceck', 'check'],
    ['Render', 'render'],
    ['evalute', 'evaluate'],
    ['nwe', 'new'],
    ['nw', 'new'],
    ['chart', undefined],
    ['two', undefined],
    ['', undefined],
    ['evaluationism', undefined],
  ];
  assert.deepEqual(
    cases.map(([word]) => [word, closest(word, known)]),
    cases,
  );
});

const NOT_UTF8 =
  'is not saved as UTF-8, so its characters cannot be read. Save it again in your editor with the encoding UTF-8.\n';

for (const [name, err] of [
  ['mien.json', `There is no file mien.json (in ${here}). Did you mean mine.json?\n`],
  ['far.txt', `There is no file far.txt (in ${here}). Check the name and the directory.\n`],
  ['none/mine.json', `There is no file none/mine.json (in ${here}). Check the name and the directory.\n`],
  ['mine.json/x', `There is no file mine.json/x (in ${here}). Check the name and the directory.\n`],
  ['.', 'Name the files in it, as in *.json\n'],
  [
    'https://example.org/a.json',
    'This command reads only files and does not use the network. Save it as a file first.\n',
  ],
  ['*.txt', `No file matches *.txt (in ${here}).\nCheck the directory and the extension.\n`],
  ['none/*.json', `No file matches none/*.json (in ${here}).\nCheck the directory and the extension.\n`],
  ['latin1', `latin1 ${NOT_UTF8}`],
  ['utf16', `utf16 ${NOT_UTF8}`],
  ['big-endian', `big-endian ${NOT_UTF8}`],
  ['\u001b[2J', `There is no file \ufffd[2J (in ${here}). Check the name and the directory.\n`],
]) {
  test(`a file that cannot be read is named, with the cause: ${JSON.stringify(name)}`, async () => {
    writeFileSync(path.join(here, 'latin1'), Buffer.from([0x7b, 0xe5, 0x7d]));
    writeFileSync(path.join(here, 'utf16'), Buffer.from('\ufeff{}', 'utf16le'));
    writeFileSync(path.join(here, 'big-endian'), Buffer.from([0xfe, 0xff, 0, 0x7b]));
    const { code, out, err: said } = await command(['check', name], { cwd: here });
    assert.deepEqual([code, out, said.endsWith(err), said.split('\n').length <= 3], [2, '', true, true], said);
  });
}

test('a * that the shell left is carried out, without hidden files and without repetitions', async () => {
  const cwd = folder({ 'b.json': '1', 'a.json': '1', '.c.json': '1', 'a.jsonx': '1', 'a+json': '1' });
  const core = checking({ 1: SOUND });
  const { code, out } = await command(['check', '--json', '*.json', 'a.json'], { core, cwd });
  assert.deepEqual([code, JSON.parse(out).files.map(({ file }) => file)], [0, ['a.json', 'b.json']]);
});

test('a file whose own name has a * in it is read', async () => {
  const cwd = folder({ 'a*.json': '1', 'ab.json': '2' });
  const { out } = await command(['check', '--json', 'a*.json'], { core: checking({ 1: SOUND, 2: SOUND }), cwd });
  assert.deepEqual(
    JSON.parse(out).files.map(({ file }) => file),
    ['a*.json'],
  );
});

test('a byte order mark is no part of the text', async () => {
  const cwd = folder({ 'mine.json': '\ufeff{}' });
  assert.equal((await command(['check', 'mine.json'], { core: checking({ '{}': SOUND }), cwd })).code, 0);
});

const FAULT = () => {
  throw new RangeError('out of \u001b[31mreach');
};

test('an unexpected fault is called one, with version and the way to more', async () => {
  const { code, out, err } = await command(['check', 'mine.json'], { core: { check: FAULT }, cwd: here });
  assert.deepEqual([code, out], [3, '']);
  assert.match(
    err,
    /^This is a bug in misconception-scorecard [\d.]+, not an error in your file: out of \ufffd\[31mreach\n/,
  );
  assert.match(err, /set MISCONCEPTION_SCORECARD_DEBUG=1 and run the command again/);
  assert.doesNotMatch(err, /command\.test\.mjs/);
});

test('the way to more shows where a fault happened', async () => {
  const env = { MISCONCEPTION_SCORECARD_DEBUG: '1' };
  const { err } = await command(['check', 'mine.json'], { core: { check: FAULT }, cwd: here, env });
  assert.match(err, /at .*FAULT.*command\.test\.mjs/);
});

const QUESTIONNAIRE = readFileSync(new URL('../../questionnaires/social-media.en.json', import.meta.url), 'utf8');
const BEFORE = { 'mc-1': { agreement: 5 }, 'mc-2': { agreement: 1 } };
const AFTER = { 'mc-1': { agreement: 1 }, 'mc-2': { agreement: 5 } };
const readers = folder({
  'q.json': QUESTIONNAIRE,
  'before.json': JSON.stringify(BEFORE),
  'after.json': JSON.stringify(AFTER),
});

test('evaluate prints the scorecard, of files or of standard input', async () => {
  const expected = { code: 0, out: `${JSON.stringify(core.evaluate(QUESTIONNAIRE, AFTER), null, 2)}\n`, err: '' };
  const at = { core, cwd: readers };
  assert.deepEqual(await command(['evaluate', 'q.json', 'after.json'], at), expected);
  assert.deepEqual(await command(['evaluate', 'q.json', '-'], { ...at, input: JSON.stringify(AFTER) }), expected);
  assert.deepEqual(await command(['evaluate', '-', 'after.json'], { ...at, input: QUESTIONNAIRE }), expected);
});

test('evaluate with earlier answers says what moved', async () => {
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

test('evaluate names every answer that does not fit, with its place, its line and a remedy', async () => {
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
    /^Put the value of/,
  ],
  [QUESTIONNAIRE, '2:3', 'This is a questionnaire, not answers to one.', /^Name the questionnaire before/],
]) {
  test(`what is wrong in answers is said with its place: ${answers.slice(0, 50)}`, async () => {
    const lines = (await saidOf(answers, more)).split('\n');
    assert.equal(lines[0].slice(0, `a.json:${at}: error: ${message}`.length), `a.json:${at}: error: ${message}`);
    assert.match(lines[3].trim(), remedy);
  });
}

test('a misspelt key of an answer is one problem, not two', async () => {
  assert.match(await saidOf('{"mc-1":{"agrement":1}}'), /^[^\n]*"agrement"[^]*\na\.json: 1 error, so/);
});

test('of very many answers that do not fit, the first are told and the others counted', async () => {
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`x${number}`, { agreement: 1 }]));
  const err = await saidOf(JSON.stringify(many));
  assert.match(err, /error: Here and below there are at least 900 more\.\n/);
  const some = Object.fromEntries(Array.from({ length: 300 }, (_, number) => [`x${number}`, { agreement: 1 }]));
  assert.match(await saidOf(JSON.stringify(some)), /error: Here and below there are 200 more\.\n/);
});

test('a place in answers does not count a byte order mark', async () => {
  const { err } = await command(['evaluate', 'q.json', '-'], {
    core,
    cwd: readers,
    input: '\ufeff{"mc-1":{"agreement":9}}',
  });
  assert.match(err, /^standard input:1:22: error: /);
});

test('evaluate names the outcome that is shown', async () => {
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

test('render prints the HTML, with what the flags say', async () => {
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

test('render without a file is the built-in questionnaire', async () => {
  const out = core.renderToString(undefined, { lang: 'nb' });
  assert.deepEqual(await command(['render', '--lang', 'nb'], { core }), { code: 0, out, err: '' });
});

test('render writes to a file, in the place of what is there', async () => {
  const cwd = folder({ 'q.json': QUESTIONNAIRE, 'q.html': 'old' });
  const { code, out, err } = await command(['render', 'q.json', '--out', 'q.html'], { core, cwd });
  assert.deepEqual([code, out, err], [0, '', '']);
  assert.equal(readFileSync(path.join(cwd, 'q.html'), 'utf8'), core.renderToString(QUESTIONNAIRE));
});

test('an attribute that is none is wrong use, in the words of the core', async () => {
  assert.deepEqual(await command(['render', '--attribute', '1=2'], { core }), {
    code: 2,
    out: '',
    err: 'Attributes: 1 is not the name of an attribute.\n',
  });
});
