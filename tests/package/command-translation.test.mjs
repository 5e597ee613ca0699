/**
 * A translation in a file of its own, checked together with its questionnaire. The core finds the
 * problems, and each is reported at its position in the translation.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as core from '../../pkg/dist/core.js';
import { Kept, command, folder } from './command-stage.mjs';

const QUESTIONNAIRE = {
  format: '1.0',
  id: 'kitchen',
  version: '1',
  lang: 'en',
  title: 'The kitchen',
  misconceptions: [
    {
      id: 'bread',
      name: 'Bread keeps in the fridge',
      statements: [
        { id: 's1', text: 'It keeps.', key: 'myth' },
        { id: 's2', text: 'It does not.', key: 'fact' },
      ],
      refutation: { fact: 'It does not.', whyWrong: 'Starch.' },
    },
  ],
};
const Q = JSON.stringify(QUESTIONNAIRE);
const WHOLE = {
  title: 'Kjøkkenet',
  misconceptions: {
    bread: { name: 'Brød holder seg i kjøleskapet', refutation: { fact: 'Nei.', whyWrong: 'Stivelse.' } },
  },
  statements: { s1: 'Det holder seg.', s2: 'Det blir tørt.' },
};
const { title: _, ...UNTITLED } = WHOLE;
const text = (value) => JSON.stringify(value, null, 2);

/** What `check --json` reports about the file `name` as a translation of q.json. */
async function problemsOf(name, given, { q = Q, words = [] } = {}) {
  const cwd = folder({ 'q.json': q, [name]: given });
  const { code, out, err } = await command(['check', '--json', '--of', 'q.json', ...words, name], { core, cwd });
  assert.equal(err, '');
  const [{ problems, habits }] = JSON.parse(out).files;
  assert.equal(habits, null);
  return { code, problems };
}

test('a complete translation has no problems, and those of its questionnaire are not reported', async () => {
  assert.ok(core.check(Q).problems.length > 0, 'there is advice for the questionnaire');
  assert.deepEqual(await problemsOf('q.nb.json', text(WHOLE)), { code: 0, problems: [] });
});

test('a problem is reported at its position in the translation', async () => {
  const given = text({ ...WHOLE, titel: 'x', statements: { ...WHOLE.statements, s9: 'y' } });
  const { code, problems } = await problemsOf('q.nb.json', given);
  assert.equal(code, 1);
  assert.deepEqual(
    problems.map(({ code, pointer, line, column, offset, length }) => [
      code,
      pointer,
      line,
      column,
      given.slice(offset, offset + length),
    ]),
    [
      ['unknownKey', '/statements/s9', 15, 5, '"s9"'],
      ['unknownKey', '/titel', 17, 3, '"titel"'],
    ],
  );
});

test('the problems are the same as for a translation inside the questionnaire', async () => {
  const given = { ...UNTITLED, misconceptions: { bread: { name: 5 } }, x: 1 };
  const { problems } = await problemsOf('q.nb.json', text(given));
  const within = core.check(JSON.stringify({ ...QUESTIONNAIRE, translations: { nb: given } })).problems;
  const told = ({ code, message, remedy, pointer }) => [code, message, remedy, pointer];
  const expected = within
    .filter(({ pointer }) => pointer.startsWith('/translations/nb'))
    .map((it) => told({ ...it, pointer: it.pointer.slice('/translations/nb'.length) }));
  assert.ok(expected.length > 4);
  const sorted = (list) => list.map((it) => JSON.stringify(it)).sort();
  assert.deepEqual(sorted(problems.map(told)), sorted(expected));
});

test('missing texts are reported at the first bracket', async () => {
  const { code, problems } = await problemsOf('q.nb.json', `\n${text(UNTITLED)}`);
  assert.deepEqual(
    [code, problems.map(({ code, line, column }) => [code, line, column])],
    [0, [['missingTranslation', 2, 1]]],
  );
});

for (const [what, name, more, lang] of [
  ['the file’s name', 'kitchen.nb.json', {}, 'nb'],
  ['the file’s name, with a region', 'kitchen.pt-BR.json', {}, 'pt-BR'],
  ['the file’s name, with another mark before it', 'kitchen_nb.json', {}, 'nb'],
  ['the questionnaire', 'norwegian.json', { translations: { nb: '/texts/norwegian.json?2', da: 'x.json' } }, 'nb'],
  ['the questionnaire rather than the name', 'a.da.json', { translations: { nb: 'a.da.json' } }, 'nb'],
]) {
  test(`the language is taken from ${what}`, async () => {
    const { problems } = await problemsOf(name, text(UNTITLED), { q: JSON.stringify({ ...QUESTIONNAIRE, ...more }) });
    assert.match(problems[0].message, new RegExp(`^The translation into "${lang}" leaves out`));
  });
}

test('--lang has priority over both', async () => {
  const { problems } = await problemsOf('a.da.json', text(UNTITLED), { words: ['--lang', 'sv'] });
  assert.match(problems[0].message, /into "sv"/);
});

test('if the language is unknown, the message asks for --lang', async () => {
  const cwd = folder({ 'q.json': Q, 'texts.json': text(WHOLE) });
  const { code, err } = await command(['check', '--of', 'q.json', 'texts.json'], { core, cwd });
  assert.deepEqual([code, err], [2, 'The language of texts.json is unknown. Name the language, as in --lang nb.\n']);
});

test('a translation that is not JSON, or a string, is reported as such', async () => {
  assert.deepEqual(
    (await problemsOf('q.nb.json', '{\n  "title": \n}')).problems.map(({ code, line }) => [code, line]),
    [['badJson', 3]],
  );
  assert.deepEqual(
    (await problemsOf('q.nb.json', ' "/nb.json"')).problems.map(({ code, column }) => [code, column]),
    [['wrongType', 2]],
  );
});

for (const [what, q] of [
  ['is not JSON', '{'],
  ['has errors', JSON.stringify({ ...QUESTIONNAIRE, title: 5 })],
  ['is a list', '[]'],
]) {
  test(`a questionnaire that ${what} is reported, and its translation is not blamed`, async () => {
    const cwd = folder({ 'q.json': q, 'q.nb.json': text(WHOLE) });
    const { code, out, err } = await command(['check', '--of', 'q.json', 'q.nb.json'], { core, cwd });
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^q\.json:1:\d+: error: [^]*\nq\.json: \d+ errors?, so it cannot be used\.\n$/);
  });
}

test('errors in other translations are ignored', async () => {
  const q = JSON.stringify({ ...QUESTIONNAIRE, translations: { da: 5, nb: { titel: 5 } } });
  assert.deepEqual(await problemsOf('q.nb.json', text(WHOLE), { q }), { code: 0, problems: [] });
});

for (const [words, err] of [
  [['--lang', 'nb', 'q.json'], '--lang is the language of a translation and needs --of.'],
  [['--of', '-', '-'], 'Standard input can hold only one document. Name a file for the other.'],
]) {
  test(`flags that do not go together are refused: ${words.join(' ')}`, async () => {
    const told = await command(['check', ...words], { core, cwd: folder({ 'q.json': Q }) });
    assert.deepEqual([told.code, told.err.split('\n')[0]], [2, err]);
  });
}

test('--watch checks a translation again with its changed questionnaire', { timeout: 30_000 }, async () => {
  const cwd = folder({ 'q.json': Q, 'q.nb.json': text(UNTITLED) });
  const ends = new AbortController();
  const stdout = new Kept();
  const stderr = new Kept();
  const words = ['check', '--watch', '--of', 'q.json', 'q.nb.json'];
  const ended = command(words, { core, cwd, stdout, stderr, untilEnded: () => ends.signal });
  await stdout.written('Waiting for changes');
  writeFileSync(path.join(cwd, 'q.json'), '{');
  writeFileSync(path.join(cwd, 'q.nb.json'), text(WHOLE));
  await stderr.written('q.json: 1 error, so it cannot be used.');
  writeFileSync(path.join(cwd, 'q.json'), Q);
  writeFileSync(path.join(cwd, 'q.nb.json'), `${text(WHOLE)}\n`);
  await stdout.written('has changed:\n\nq.nb.json: no errors.\n');
  ends.abort();
  assert.equal((await ended).code, 0);
});

test('a translation of the built-in questionnaire with a title alone is valid, with advice about missing texts', async () => {
  const read = (lang) =>
    JSON.parse(readFileSync(new URL(`../../questionnaires/social-media.${lang}.json`, import.meta.url), 'utf8'));
  const [en, nb] = ['en', 'nb'].map(read);
  const { code, problems } = await problemsOf('q.nb.json', text({ title: nb.title }), { q: JSON.stringify(en) });
  assert.deepEqual([code, new Set(problems.map(({ code }) => code))], [0, new Set(['missingTranslation'])]);
});
