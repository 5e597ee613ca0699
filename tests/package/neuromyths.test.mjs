/**
 * The example with published statements, www/examples/neuromyths.json: quoted word for word,
 * credited, valid, and in no file that readers of other pages load. Knows the published table in
 * tests/fixtures/; the look of the page is tested in tests/browser/pages.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { evaluate } from '../../pkg/dist/core.js';

const top = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, top), 'utf8');
const published = JSON.parse(read('tests/fixtures/neuromyths.json'));
const questionnaire = JSON.parse(read('www/examples/neuromyths.json'));
const { misconceptions } = questionnaire;
const statements = misconceptions.flatMap((it) => it.statements);
const page = read('www/neuromyths.html');

/** The texts of a refutation, in the order of its keys. */
const parts = ({ refutation }) => Object.values(refutation);

/** The scorecard if every statement is answered according to its key. */
const answered = (choose) =>
  evaluate(questionnaire, Object.fromEntries(statements.map(({ id, key }) => [id, { agreement: choose(key) }])));

test('every statement is the published one, word for word, with its key; only the uncertain one is left out', () => {
  const expected = published.items
    .filter(({ id }) => id !== 'dk10')
    .map(({ id, text, statement_true: isTrue }) => ({ id, text, key: isTrue ? 'fact' : 'myth' }));
  assert.equal(expected.length, 14);
  assert.deepEqual(
    [...statements].sort((one, other) => (one.id < other.id ? -1 : 1)),
    expected,
  );
});

test('the file and the page name authors, title, journal, year, licence and changes', () => {
  const credits = `${questionnaire.credits.text} ${questionnaire.credits.licence}`;
  const prose = page.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
  for (const text of [credits, prose]) {
    for (const due of [
      'Sanne Dekker',
      'Nikki C. Lee',
      'Paul Howard-Jones',
      'Jelle Jolles',
      'Frontiers in Psychology 3:429',
      '2012',
      'CC BY',
      'word for word',
      'Neuromyths in Education: Prevalence and Predictors of Misconceptions among Teachers',
    ])
      assert.ok(text.includes(due), due);
  }
  assert.equal(questionnaire.credits.url, 'https://doi.org/10.3389/fpsyg.2012.00429');
  assert.ok(prose.includes('doi:10.3389/fpsyg.2012.00429'));
});

for (const misconception of misconceptions) {
  test(`${misconception.id}: the refutation has 80 to 150 words, evidence with dates and a source to look up`, () => {
    const words = parts(misconception).join(' ').split(/\s+/).length;
    assert.ok(words >= 80 && words <= 150, `${words} words`);
    for (const part of ['fact', 'myth', 'whyBelieved', 'whyWrong', 'advice']) {
      assert.ok(misconception.refutation[part], part);
    }
    const { strength, asOf, reviewBy } = misconception.evidence;
    assert.ok(['settled', 'strong', 'contested'].includes(strength), strength);
    assert.equal(asOf, '2026-11');
    assert.ok(reviewBy > asOf, reviewBy);
    assert.ok(misconception.sources.some(({ url }) => /^https:\/\/doi\.org\/10\.\d{4,}\/\S+$/.test(url)));
    for (const { title, date } of misconception.sources) assert.match(`${title} ${date}`, /^\S.+ (?:19|20)\d\d$/);
  });
}

test('every share of teachers that a refutation names is the published one', () => {
  const named = misconceptions.flatMap((misconception) => {
    const [{ id }] = misconception.statements;
    const { incorrect } = published.items.find((it) => it.id === id);
    const shares = /(\d+) per cent (?:of the teachers )?in the (UK|Netherlands)/g;
    const found = [...parts(misconception).join(' ').matchAll(shares)];
    return found.map(([text, share, country]) => [`${id}: ${text}`, Number(share), incorrect[country]]);
  });
  assert.equal(named.length, 12);
  for (const [text, share, expected] of named) assert.equal(share, expected, text);
});

test('answers by the key hold no misconception; answers against it hold all, and the contested one is not counted', () => {
  const contested = misconceptions.filter(({ evidence }) => evidence.strength === 'contested').map(({ id }) => id);
  assert.deepEqual(contested, ['motor-literacy', 'rich-surroundings', 'critical-periods']);
  const classified = misconceptions.length - contested.length;
  for (const [choose, verdict, held] of [
    [(key) => (key === 'fact' ? 2 : 1), 'notHeld', 0],
    [(key) => (key === 'fact' ? 1 : 2), 'held', classified],
  ]) {
    const scorecard = answered(choose);
    const counts = { leaning: 0, unsure: 0, notHeld: classified - held, insufficient: 0, contested: contested.length };
    assert.deepEqual(scorecard.headline, { held, classified, ...counts });
    assert.deepEqual(
      scorecard.verdicts.map((it) => [it.misconception, it.verdict, it.contested]),
      misconceptions.map(({ id }) => [id, verdict, contested.includes(id)]),
    );
  }
});

test('agreeing with everything is no contradiction between preferences and learning styles', () => {
  const { verdicts } = answered(() => 2);
  const of = (id) => verdicts.find((it) => it.misconception === id);
  assert.deepEqual([of('learning-styles').verdict, of('learning-styles').flags], ['held', ['single']]);
  assert.deepEqual([of('no-preferences').verdict, of('no-preferences').flags], ['notHeld', ['single']]);
});

test('“I don’t know” throughout holds no misconception', () => {
  const { headline, verdicts } = answered(() => 'dontKnow');
  assert.deepEqual([headline.held, headline.leaning, headline.insufficient], [0, 0, 0]);
  for (const { verdict, reason } of verdicts) assert.deepEqual([verdict, reason], ['unsure', 'dontKnow']);
});

test('no built file has any of its texts', () => {
  const folder = readdirSync(new URL('pkg/dist/', top), { recursive: true, withFileTypes: true });
  const files = folder.filter((it) => it.isFile());
  const texts = [
    questionnaire.title,
    ...statements.map((it) => it.text),
    ...misconceptions.flatMap((it) => [it.name, ...parts(it)]),
  ];
  // Bundlers escape some characters, but the longest run of plain ones is the same everywhere.
  const plain = texts.map((text) => text.split(/[^ -~]|["\\]/).sort((one, other) => other.length - one.length)[0]);
  assert.ok(
    plain.every((text) => text.length > 12),
    'each text is long enough to be distinctive',
  );
  assert.ok(files.length > 10);
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(`${parentPath}/${name}`, 'latin1');
    for (const text of plain) assert.ok(!bytes.includes(text), `${name}: ${text}`);
  }
});
