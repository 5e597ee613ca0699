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
  test(`wrong usage is reported with a hint to the help: ${words.join(' ').slice(0, 60)}`, async () => {
    assert.deepEqual(await command(words, { core: checking({ '{}': SOUND }), cwd: here }), { code: 2, out: '', err });
  });
}

test('without a command the help is printed as an error', async () => {
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
  test(`help and version are printed to standard output: ${words.join(' ')}`, async () => {
    assert.deepEqual(await command(words), { code: 0, out, err: '' });
  });
}

test('the help names every command and every flag, within 80 columns', () => {
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

test('--ignore knows the codes of advice and errors in the README', () => {
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
  test(`the command finds the same translation as the core: ${lang}`, async () => {
    const out = core.renderToString(undefined, { lang: chosen });
    assert.deepEqual(await command(['render', '--lang', lang], { core }), { code: 0, out, err: '' });
  });
}

test('a suggestion allows few typing errors in a short word', () => {
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
  test(`a file that cannot be read is reported with the cause: ${JSON.stringify(name)}`, async () => {
    writeFileSync(path.join(here, 'latin1'), Buffer.from([0x7b, 0xe5, 0x7d]));
    writeFileSync(path.join(here, 'utf16'), Buffer.from('\ufeff{}', 'utf16le'));
    writeFileSync(path.join(here, 'big-endian'), Buffer.from([0xfe, 0xff, 0, 0x7b]));
    const { code, out, err: said } = await command(['check', name], { cwd: here });
    assert.deepEqual([code, out, said.endsWith(err), said.split('\n').length <= 3], [2, '', true, true], said);
  });
}

test('a * that the shell did not expand is expanded, without hidden files and duplicates', async () => {
  const cwd = folder({ 'b.json': '1', 'a.json': '1', '.c.json': '1', 'a.jsonx': '1', 'a+json': '1' });
  const core = checking({ 1: SOUND });
  const { code, out } = await command(['check', '--json', '*.json', 'a.json'], { core, cwd });
  assert.deepEqual([code, JSON.parse(out).files.map(({ file }) => file)], [0, ['a.json', 'b.json']]);
});

test('a file with a * in its name is read', async () => {
  const cwd = folder({ 'a*.json': '1', 'ab.json': '2' });
  const { out } = await command(['check', '--json', 'a*.json'], { core: checking({ 1: SOUND, 2: SOUND }), cwd });
  assert.deepEqual(
    JSON.parse(out).files.map(({ file }) => file),
    ['a*.json'],
  );
});

test('a byte order mark is ignored', async () => {
  const cwd = folder({ 'mine.json': '\ufeff{}' });
  assert.equal((await command(['check', 'mine.json'], { core: checking({ '{}': SOUND }), cwd })).code, 0);
});

const FAULT = () => {
  throw new RangeError('out of \u001b[31mreach');
};

test('an unexpected error is reported as a fault of the program, with its version and how to get the details', async () => {
  const { code, out, err } = await command(['check', 'mine.json'], { core: { check: FAULT }, cwd: here });
  assert.deepEqual([code, out], [3, '']);
  assert.match(
    err,
    /^This is a bug in misconception-scorecard [\d.]+, not an error in your file: out of \ufffd\[31mreach\n/,
  );
  assert.match(err, /set MISCONCEPTION_SCORECARD_DEBUG=1 and run the command again/);
  assert.doesNotMatch(err, /command\.test\.mjs/);
});

test('MISCONCEPTION_SCORECARD_DEBUG prints the stack of an unexpected error', async () => {
  const env = { MISCONCEPTION_SCORECARD_DEBUG: '1' };
  const { err } = await command(['check', 'mine.json'], { core: { check: FAULT }, cwd: here, env });
  assert.match(err, /at .*FAULT.*command\.test\.mjs/);
});
