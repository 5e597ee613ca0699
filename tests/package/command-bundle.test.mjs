/**
 * `bundle`: the files that it writes, what it prints, and what it refuses. What the scripts do in a
 * page is tested in tests/browser/bundle.test.mjs.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as core from '../../pkg/dist/core.js';
import { UNTRANSLATED } from '../../pkg/src/data/untranslated.js';
import { command, folder } from './command-stage.mjs';

/** A questionnaire with two statements. */
const small = (more) => ({
  format: '1.0',
  id: 'small',
  version: '1',
  lang: 'en',
  title: 'Small',
  misconceptions: [1, 2].map((number) => ({
    id: `m${number}`,
    name: `Misconception ${number}`,
    statements: [{ id: `s${number}`, text: `Statement ${number}.`, key: 'myth' }],
    refutation: { fact: `Fact ${number}.`, whyWrong: `Reason ${number}.` },
  })),
  ...more,
});

const DIST = new URL('../../pkg/dist/', import.meta.url);
const text = JSON.stringify(
  small({ translations: { nb: { title: 'Liten', statements: { s1: 'Påstand </script>' } } } }),
);
const bundle = (words, cwd) => command(['bundle', ...words], { core, cwd });
const about = 'For help, run: npx misconception-scorecard help bundle\n';
const contents = (of) =>
  Object.fromEntries(readdirSync(of).map((name) => [name, readFileSync(path.join(of, name), 'hex')]));
const own = (script) => JSON.parse(JSON.parse(/JSON\.parse\(("\{.*?\}")\)/.exec(script)[1]));

test('bundle writes the script and its files into one folder, and prints size, integrity and tags', async () => {
  const here = folder({ 'mine.json': text });
  const { code, out, err } = await bundle(['mine.json', '--attribute', 'theme=dark', '--attribute', 'debug'], here);
  assert.deepEqual([code, err], [0, '']);
  const script = readFileSync(path.join(here, 'mine.js'));
  const beside = readdirSync(here).filter((name) => !name.startsWith('mine'));
  assert.equal(
    out,
    `mine.js: ${script.length} bytes, and ${beside.length} files beside it
integrity: sha384-${createHash('sha384').update(script).digest('base64')}

Put this into the page, with the directory before the file name:
<script type="module" src="mine.js"></script>
<misconception-scorecard theme="dark" debug></misconception-scorecard>
`,
  );
  const named = [...String(script).matchAll(/[\w.-]+-[\da-f]{8}\.(?:js|wasm)/g)].map(([name]) => name);
  assert.ok(named.length >= 8, `${named}`);
  for (const name of named) assert.ok(existsSync(path.join(here, name)), name);
  for (const name of beside) {
    if (name.startsWith('questionnaire-')) continue;
    assert.deepEqual(readFileSync(path.join(here, name)), readFileSync(new URL(name, DIST)), name);
  }
  assert.match(String(script), /^[^]*$/);
  assert.ok(!String(script).includes('</script'), 'it contains no end tag of a script');
});

test('the script has a first screen for each language and for the given attributes; the questionnaire is a file', async () => {
  const here = folder({ 'mine.json': text });
  await bundle(['mine.json', '--attribute', 'advance=manual'], here);
  const { firstFor, firstScreens, questionnaires } = own(readFileSync(path.join(here, 'mine.js'), 'utf8'));
  assert.deepEqual(firstFor, {
    id: 'small',
    version: '1',
    choices: { list: false, each: false, order: 0, tap: false },
  });
  assert.deepEqual(Object.keys(firstScreens), ['en', 'nb']);
  for (const [lang, title] of [
    ['en', 'Small'],
    ['nb', 'Liten'],
  ]) {
    const { shown, questionnaire } = core.firstScreen(text, { lang, attributes: { advance: 'manual' } });
    assert.deepEqual(firstScreens[lang], JSON.parse(JSON.stringify(shown)));
    const file = readFileSync(path.join(here, questionnaires[lang]), 'utf8');
    const { default: document } = await import(`data:text/javascript,${encodeURIComponent(file)}`);
    assert.deepEqual(JSON.parse(JSON.stringify(document)), JSON.parse(JSON.stringify(questionnaire)));
    assert.deepEqual(
      document[UNTRANSLATED]?.texts.slice(0, 2),
      lang === 'en' ? undefined : ['Misconception 1', 'Fact 1.'],
    );
    assert.equal(document.title, title);
  }
});

test('with a shuffled order the script has no first screen', async () => {
  const here = folder({ 'mine.json': text });
  await bundle(['mine.json', '--attribute', 'order=shuffled'], here);
  const { firstFor, firstScreens } = own(readFileSync(path.join(here, 'mine.js'), 'utf8'));
  assert.deepEqual([firstFor, firstScreens], [null, {}]);
});

for (const more of [[], ['--single']]) {
  test(`the same questionnaire gives the same bytes: ${more}`, async () => {
    const [one, other] = [folder({ 'mine.json': text }), folder({ 'mine.json': text })];
    const first = await bundle(['mine.json', ...more], one);
    assert.deepEqual(await bundle(['mine.json', ...more], other), first);
    assert.deepEqual(contents(one), contents(other));
    // The same bundle can be made again in the same folder.
    assert.deepEqual(await bundle(['mine.json', ...more], one), first);
  });
}

test('--single writes one classic script in ASCII, with the questionnaire in it', async () => {
  const here = folder({ 'mine.json': text });
  const { out } = await bundle(['mine.json', '--single', '--out', 'one.js', '--lang', 'nb'], here);
  assert.deepEqual(readdirSync(here), ['mine.json', 'one.js']);
  const script = readFileSync(path.join(here, 'one.js'), 'utf8');
  assert.match(out, /^one\.js: \d+ bytes\nintegrity: sha384-/);
  assert.match(out, /<script src="one\.js">/);
  assert.match(script, /^[\t\n\r\x20-\x7e]*$/);
  const { questionnaires, firstScreens } = own(script);
  assert.deepEqual([Object.keys(questionnaires), Object.keys(firstScreens)], [['nb'], ['nb']]);
  assert.equal(questionnaires.nb[0].title, 'Liten');
  assert.equal(questionnaires.nb[1].lang, 'en');
});

for (const [what, words, code, err] of [
  ['no file', [], 2, `bundle needs one file name.\n${about}`],
  [
    'a name that does not end in .js',
    ['mine.json', '--out', 'mine.json'],
    2,
    `--out mine.json: the name of a script must end in .js.\n${about}`,
  ],
  [
    'standard input without a name',
    ['-'],
    2,
    `Standard input has no name from which to name the script. Name the script: --out FILE.js\n${about}`,
  ],
  [
    'a tag with another questionnaire',
    ['mine.json', '--attribute', 'src=/other.json'],
    2,
    `--attribute: the script contains the questionnaire, so leave out src and questionnaire.\n${about}`,
  ],
  [
    'a language that is not there',
    ['mine.json', '--lang', 'de'],
    2,
    `The questionnaire is not available in de. Its languages are: en, nb.\n${about}`,
  ],
  [
    'a folder that is not there',
    ['mine.json', '--out', 'none/mine.js'],
    2,
    'There is no directory none. Nothing was written.\nCreate the directory first.\n',
  ],
  [
    'another file of that name',
    ['mine.json', '--out', 'there.js'],
    2,
    'there.js already exists. Nothing was written.\nName another file, or add --force to overwrite it.\n',
  ],
]) {
  test(`wrong usage is reported, and nothing is written: ${what}`, async () => {
    const here = folder({ 'mine.json': text, 'there.js': 'x' });
    assert.deepEqual(await bundle(words, here), { code, out: '', err });
    assert.deepEqual(readdirSync(here), ['mine.json', 'there.js']);
  });
}

test('a foreign file in the folder is not overwritten, unless --force is given', async () => {
  const here = folder({ 'mine.json': text });
  mkdirSync(path.join(here, 'out'));
  writeFileSync(path.join(here, 'out/core.js'), 'x');
  const { code, err } = await bundle(['mine.json', '--out', 'out/mine.js'], here);
  assert.deepEqual(
    [code, err.split('\n')[0]],
    [2, `${path.join('out', 'core.js')} already exists. Nothing was written.`],
  );
  assert.deepEqual(readdirSync(path.join(here, 'out')), ['core.js']);
  assert.equal((await bundle(['mine.json', '--out', 'out/mine.js', '--force'], here)).code, 0);
  assert.notEqual(readFileSync(path.join(here, 'out/core.js'), 'utf8'), 'x');
});

for (const [what, bad] of [
  ['what is no JSON', '{'],
  ['what is no questionnaire', '{"format":"1.0"}'],
  ['a translation at fault', JSON.stringify(small({ translations: { nb: { title: 3 } } }))],
]) {
  test(`bundle reports an invalid questionnaire like check: ${what}`, async () => {
    const here = folder({ 'mine.json': bad });
    const { code, out, err } = await bundle(['mine.json'], here);
    assert.deepEqual([code, out], [1, '']);
    const checked = await command(['check', '--quiet', 'mine.json'], { core, cwd: here });
    const [first] = checked.out.split('\n');
    assert.ok(first.length > 0 && err.startsWith(first), `${err}\n${checked.out}`);
    assert.deepEqual(readdirSync(here), ['mine.json']);
  });
}
