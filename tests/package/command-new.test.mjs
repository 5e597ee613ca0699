/**
 * The output of `new`: a questionnaire that passes the check in every possible shape, made from
 * flags or from a dialogue in a terminal.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as core from '../../pkg/dist/core.js';
import { draft, slug } from '../../pkg/command/draft.js';
import { writeText } from '../../pkg/command/write.js';
import { Kept, command, folder, keyboard } from './command-stage.mjs';

const ENTER = '\r';
const [CTRL_C, CTRL_D] = ['\u0003', '\u0004'];

/** Every object in `value`, with its pointer. */
function* maps(value, pointer = '') {
  if (typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [pointer, value];
  for (const [key, inner] of Object.entries(value)) yield* maps(inner, `${pointer}/${key}`);
}

for (const lang of ['en', 'nb']) {
  for (const points of [2, 3, 4, 5, 6, 7]) {
    for (const certainty of [false, true]) {
      test(`a new questionnaire passes the check: ${lang}, ${points} points${certainty ? ', certainty' : ''}`, async () => {
        const words = [
          'new',
          '--lang',
          lang,
          '--points',
          `${points}`,
          '--misconception',
          'Én',
          '--misconception',
          '二',
        ];
        const { code, out, err } = await command(certainty ? [...words, '--certainty'] : words);
        assert.deepEqual([code, err], [0, '']);
        const { ok, problems } = core.check(out, { today: '2026-11-23', draft: true });
        assert.deepEqual([ok, problems.filter(({ severity }) => severity === 'error')], [true, []]);
        const made = JSON.parse(out);
        const shape = [made.lang, made.scale.points, made.certainty?.levels];
        assert.deepEqual(shape, [lang, points, certainty ? 4 : undefined]);
        assert.equal(
          core.renderToString(out).includes('$comment'),
          true,
          'the comments are in the JSON, for its author',
        );
        assert.equal(core.evaluate(out, {}).verdicts.length, 2);
      });
    }
  }
}

test('without flags, new writes one misconception with a myth and a fact, and placeholders for all texts', async () => {
  const { out } = await command(['new']);
  const {
    $schema,
    misconceptions: [one, ...others],
    ...rest
  } = JSON.parse(out);
  const [, file] = $schema.split('https://cdn.jsdelivr.net/npm/misconception-scorecard/dist/');
  const [schema, named] = [file, 'questionnaire.schema.json'].map((name) =>
    readFileSync(new URL(`../../pkg/dist/${name}`, import.meta.url), 'utf8'),
  );
  assert.deepEqual([file, schema], ['questionnaire-1.schema.json', named]);
  assert.deepEqual(others, []);
  assert.deepEqual(
    one.statements.map(({ id, key }) => [id, key]),
    [
      ['m1-bcdfgh-1', 'myth'],
      ['m1-bcdfgh-2', 'fact'],
    ],
  );
  assert.deepEqual([one.evidence.asOf, one.evidence.reviewBy], ['2026-11', '2028-11']);
  assert.deepEqual([rest.format, rest.id, rest.version, rest.lang], ['1.0', 'questionnaire-bcdfgh', '1', 'en']);
  const texts = [
    rest.title,
    rest.intro,
    one.name,
    ...one.statements.map(({ text }) => text),
    one.sources[0].title,
    ...Object.values(one.refutation).slice(1),
  ];
  assert.deepEqual(
    texts.filter((text) => !/^\[.+\]$/.test(text)),
    [],
  );
});

test('every object of the first misconception begins with a comment, and the next ones refer to it', () => {
  const made = draft({ ...WISHES, misconceptions: ['', ''], certainty: true });
  const without = [...maps(made)].filter(([, map]) => Object.keys(map).indexOf('$comment') > 1 || !map.$comment);
  assert.deepEqual(
    without.map(([pointer]) => pointer),
    [
      '/misconceptions/1/statements/0',
      '/misconceptions/1/statements/1',
      '/misconceptions/1/refutation',
      '/misconceptions/1/evidence',
      '/misconceptions/1/sources/0',
    ],
  );
});

test('new questionnaires in both languages have the same keys, and no text in common', () => {
  const both = ['en', 'nb'].map((lang) => draft({ ...WISHES, lang, certainty: true, points: 7 }));
  const [english, norwegian] = both.map((made) =>
    [...maps(made)].flatMap(([at, map]) => Object.entries(map).map(([key, value]) => [`${at}/${key}`, value])),
  );
  assert.deepEqual(
    english.map(([at]) => at),
    norwegian.map(([at]) => at),
  );
  const isText = (value) => typeof value === 'string' && value.includes(' ');
  assert.deepEqual(
    english.filter(([, value], index) => isText(value) && value === norwegian[index][1]),
    [],
  );
});

const WISHES = {
  lang: 'en',
  title: '',
  misconceptions: [],
  points: 5,
  certainty: false,
  now: new Date('2026-11-23T12:00:00Z'),
  random: () => 0,
};

for (const [text, expected] of [
  ['Five misconceptions', 'five-misconceptions'],
  ['Ærlig øl på Ås', 'aerlig-ol-pa-as'],
  ['Ça va? Déjà-vu!', 'ca-va-deja-vu'],
  ['A\u030asen', 'asen'],
  ['Straße, 10 %', 'strasse-10'],
  ['  "We use 10% of it"  ', 'we-use-10-of-it'],
  ['天気の誤解', '天気の誤解'],
  ['Миф № 1', 'миф-1'],
  ['Myth 误', 'myth-误'],
  ['मौसम की भ्रांतियाँ', 'मौसम-की'],
  ['אגדה \u202eאחת', 'אגדה-אחת'],
  ['نمی\u200cدانم', 'نمی-دانم'],
  ['é\u0323', 'e'],
  ['?!', ''],
  ['😀', ''],
  ['', ''],
  ['a'.repeat(50), 'a'.repeat(40)],
  ['天'.repeat(50), '天'.repeat(13)],
  ['กำ'.repeat(50), 'กำ'.repeat(6)],
  ['one two three four five six seven eight nine ten', 'one-two-three-four-five-six-seven-eight'],
]) {
  test(`the id made from ${JSON.stringify(text)} is ${JSON.stringify(expected)}`, () =>
    assert.equal(slug(text), expected));
}

test('ids are unique, whatever the names are', () => {
  const { misconceptions } = draft({ ...WISHES, misconceptions: ['A', 'a!', 'a 2', '二', 'A', 'm4', ''] });
  const ids = misconceptions.map(({ id }) => id);
  assert.deepEqual(
    ids.map((id) => id.replace(/-bbbbbb$/, '')),
    ['a', 'a-2', 'a-2-2', '二', 'a-3', 'm4', 'm7'],
  );
  const statements = misconceptions.flatMap((one) => one.statements.map(({ id }) => id));
  assert.equal(new Set(statements).size, 14);
});

test('two new questionnaires have different ids, in any script, unless --id gives one', async () => {
  let next = 0;
  const random = (below) => next++ % below;
  const words = ['new', '--title', '天気の誤解', '--misconception', '雨', '--misconception', '?'];
  const both = [];
  for (let count = 0; count < 2; count++) both.push(JSON.parse((await command(words, { random })).out));
  const idsOf = (made) => [...maps(made)].map(([, map]) => map.id).filter((id) => id);
  assert.deepEqual(both.map(idsOf), [
    ['天気の誤解-bcdfgh', '雨-bcdfgh', '雨-bcdfgh-1', '雨-bcdfgh-2', 'm2-bcdfgh', 'm2-bcdfgh-1', 'm2-bcdfgh-2'],
    ['天気の誤解-jkmnpq', '雨-jkmnpq', '雨-jkmnpq-1', '雨-jkmnpq-2', 'm2-jkmnpq', 'm2-jkmnpq-1', 'm2-jkmnpq-2'],
  ]);
  assert.equal(core.check(JSON.stringify(both[0]), { draft: true }).ok, true);
  assert.equal(JSON.parse((await command([...words, '--id', '天気'])).out).id, '天気');
});

test('every letter of the suffix of an id is random', () => {
  const asked = [];
  const { id } = draft({ ...WISHES, random: (below) => asked.push(below) && below - 1 });
  assert.deepEqual([id, asked], ['questionnaire-999999', Array(6).fill(27)]);
});

test('titles and names are put on one line, without control characters', async () => {
  const { out } = await command(['new', '--title', ' A\n\u001bB ', '--misconception', 'C\tD', '--id', 'own']);
  const { id, title, misconceptions } = JSON.parse(out);
  assert.deepEqual([id, title, misconceptions[0].name], ['own', 'A B', 'C D']);
});

test('new FILE writes the file, and prints what to do next', async () => {
  const cwd = folder();
  const { code, out, err } = await command(['new', '--title', 'Hei', '--lang', 'nb', 'my file.json'], { cwd });
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out,
    'my file.json er skrevet. Det som står i [hakeparentes], skal du bytte ut; kommentarene sier med hva.\n' +
      'Sjekk så filen:\n  npx misconception-scorecard check "my file.json"\n',
  );
  assert.equal(JSON.parse(readFileSync(path.join(cwd, 'my file.json'), 'utf8')).title, 'Hei');
});

test('new does not overwrite a file, unless --force is given', async () => {
  const cwd = folder({ 'a.json': 'mine' });
  assert.equal((await command(['new', '--title', 'T', 'a.json'], { cwd })).code, 2);
  assert.equal(readFileSync(path.join(cwd, 'a.json'), 'utf8'), 'mine');
  assert.equal((await command(['new', '--force', 'a.json'], { cwd })).code, 0);
  assert.equal(JSON.parse(readFileSync(path.join(cwd, 'a.json'), 'utf8')).id, 'questionnaire-bcdfgh');
});

test('new does not overwrite a file that was created in the meantime', async () => {
  const cwd = folder({ 'a.json': 'mine' });
  await assert.rejects(writeText('a.json', 'new', { isNew: true }, { cwd }), /^Error: a\.json already exists/);
  assert.equal(readFileSync(path.join(cwd, 'a.json'), 'utf8'), 'mine');
});

/** Runs a dialogue; returns what the terminal shows besides the typed answers. */
async function talk(typed, words = [], { cwd = folder(), env = {}, isPiped = false } = {}) {
  const stdin = keyboard();
  stdin.write(typed);
  const streams = { stdin, stdout: new Kept(!isPiped), stderr: new Kept(true) };
  const result = await command(['new', ...words], { ...streams, cwd, env });
  const shown = result.err.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '');
  return { ...result, shown, cwd, files: readdirSync(cwd) };
}

const made = (cwd, file) => {
  const { lang, title, scale, certainty, misconceptions } = JSON.parse(readFileSync(path.join(cwd, file), 'utf8'));
  return [lang, title, scale.points, certainty?.levels, misconceptions.map(({ name }) => name)];
};

test('in a terminal, new asks questions and writes the answers', async () => {
  const answers = ['nb', 'Tre ting', '2', 'Første', 'Andre', '2', 'ja', 'tre.json'];
  const { code, cwd, files, out } = await talk(answers.map((answer) => answer + ENTER).join(''));
  assert.deepEqual([code, files], [0, ['tre.json']]);
  assert.deepEqual(made(cwd, 'tre.json'), ['nb', 'Tre ting', 2, 4, ['Første', 'Andre']]);
  assert.match(out, /^tre\.json er skrevet\./);
});

test('Enter alone accepts the default', async () => {
  const { code, cwd, files, shown } = await talk(ENTER.repeat(9));
  assert.deepEqual([code, files], [0, ['questionnaire.json']]);
  assert.deepEqual(made(cwd, 'questionnaire.json'), [
    'en',
    '[Title: what the questionnaire is about]',
    5,
    undefined,
    [1, 2, 3].map((number) => `[Misconception ${number}: what people wrongly believe]`),
  ]);
  assert.match(shown, /Name of the file \[questionnaire\.json\]: /);
});

for (const [env, lang] of [
  [{ LANG: 'nb_NO.UTF-8' }, 'nb'],
  [{ LANG: 'nn_NO.UTF-8' }, 'nb'],
  [{ LANG: 'no_NO' }, 'nb'],
  [{ LC_ALL: 'en_GB', LANG: 'nb_NO' }, 'en'],
  [{ LC_ALL: '', LANG: 'nb_NO' }, 'nb'],
  [{ LANG: 'nl_NL' }, 'en'],
  [{}, 'en'],
]) {
  test(`the default language is the terminal’s: ${JSON.stringify(env)}`, async () => {
    const { cwd, shown } = await talk(ENTER.repeat(9), ['a.json'], { env });
    assert.equal(made(cwd, 'a.json')[0], lang);
    assert.match(shown, new RegExp(`: en, nb \\[${lang}\\]: `));
  });
}

test('an answer that does not fit is asked again, with what is allowed', async () => {
  const cwd = folder({ 'taken.json': 'mine' });
  const answers = [
    'sv',
    'EN',
    'x'.repeat(301),
    'T',
    '0',
    '101',
    '1.5',
    'two',
    '1',
    'M',
    '4',
    '5',
    'perhaps',
    'n',
    'taken.json',
    'free.json',
  ];
  const { code, shown } = await talk(answers.map((answer) => answer + ENTER).join(''), [], { cwd });
  assert.equal(code, 0);
  assert.deepEqual(made(cwd, 'free.json'), ['en', 'T', 5, undefined, ['M']]);
  assert.equal(readFileSync(path.join(cwd, 'taken.json'), 'utf8'), 'mine');
  const complaints = shown.match(/Please [^:\[]*|taken\.json already exists/g);
  assert.deepEqual(complaints, [
    'Please answer one of these',
    'Please use at most 300 characters',
    ...Array(4).fill('Please answer with a whole number from 1 to 100'),
    'Please answer one of these',
    'Please answer one of these',
    'taken.json already exists',
    'Please give another name',
  ]);
});

test('with FILE, or if the output is a pipe, new does not ask for a file name', async () => {
  const named = await talk(ENTER.repeat(8), ['a.json']);
  assert.deepEqual([named.code, named.files, /Name of the file/.test(named.shown)], [0, ['a.json'], false]);
  const piped = await talk(ENTER.repeat(8), [], { isPiped: true });
  assert.deepEqual([piped.code, piped.files, JSON.parse(piped.out).misconceptions.length], [0, [], 3]);
});

test('an existing FILE is reported before any question', async () => {
  const { code, shown } = await talk('', ['a.json'], { cwd: folder({ 'a.json': 'mine' }) });
  assert.deepEqual([code, shown.includes('Language')], [2, false]);
});

test('with flags, new asks nothing', async () => {
  const { code, shown, cwd } = await talk('', ['--title', 'T', 'a.json']);
  assert.deepEqual([code, shown, made(cwd, 'a.json')[1]], [0, '', 'T']);
});

for (const [what, typed] of [
  ['Ctrl+C at once', CTRL_C],
  ['Ctrl+D at once', CTRL_D],
  ['Ctrl+C in the middle', `en${ENTER}Title${ENTER}2${ENTER}hal${CTRL_C}`],
  ['Ctrl+D in the middle', `en${ENTER}Title${ENTER}${CTRL_D}`],
]) {
  test(`${what} ends new without a message, and nothing is written`, async () => {
    const { code, out, shown, files } = await talk(typed, ['a.json']);
    assert.deepEqual([code, out, files, shown.endsWith('\n')], [130, '', [], true]);
    assert.doesNotMatch(shown, /Error|fault/);
  });
}
