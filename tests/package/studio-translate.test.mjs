/**
 * Translations in the studio, and tables: each text by its pointer, to a translator and back. Knows
 * www/studio/data/; tests/browser/studio-out.test.mjs tests what an author sees.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { check } from '../../pkg/dist/core.js';
import { withMoved } from '../../www/studio/data/edits.js';
import { takeTranslations } from '../../www/studio/data/exchange.js';
import { csvOf, rowsOf } from '../../www/studio/data/table.js';
import { textsOf, translationOf, withTranslation } from '../../www/studio/data/translations.js';
import { readXliff, xliffOf } from '../../www/studio/data/xliff.js';

const frozen = (value) => {
  if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

const TRANSLATED = frozen({
  id: 'x',
  misconceptions: [
    { id: 'm', statements: [{ id: 's' }, { id: 't' }], sources: [{ title: '1' }, { title: '2' }] },
    { id: 'n', statements: [{ id: 'u' }] },
  ],
  outcomes: [{ from: 0 }, { from: 1 }],
  translations: {
    nb: {
      misconceptions: { m: { name: 'M', sources: [{ title: 'en' }, { title: 'to' }] }, n: { name: 'N' } },
      statements: { s: 'S', t: 'T', u: 'U' },
      outcomes: ['null', 'én'],
    },
    sv: 'x.sv.json',
  },
});

test('every text can be translated, read and removed, whatever form its translation has', () => {
  const document = frozen({
    ...TRANSLATED,
    lang: 'en',
    title: 'T',
    scale: { labels: ['No', 'Yes'] },
    outcomes: [
      { from: 0, title: 'A', text: 'B' },
      { from: 1, title: 'C' },
    ],
    misconceptions: [
      { id: 'm', name: 'M', statements: [{ id: 's', text: 'S' }], refutation: { fact: 'F', whyWrong: 'W' } },
    ],
    translations: { nb: { statements: { s: { text: 'Som kart' } }, outcomes: ['som tekst'] } },
  });
  assert.equal(translationOf(document, '/misconceptions/0/statements/0/text', 'nb'), 'Som kart');
  assert.equal(translationOf(document, '/outcomes/0/text', 'nb'), 'som tekst');
  const texts = textsOf(document);
  assert.equal(texts.length, 10);
  let done = document;
  for (const { pointer } of texts) done = withTranslation(done, pointer, 'nb', `nb ${pointer}`);
  for (const { pointer } of texts) assert.equal(translationOf(done, pointer, 'nb'), `nb ${pointer}`, pointer);
  const { translations, ...rest } = done;
  const { translations: _, ...before } = document;
  assert.deepEqual(rest, before, 'the original is as it was');
  assert.deepEqual(translations.nb.scale.labels, ['nb /scale/labels/0', 'nb /scale/labels/1']);
  const without = withTranslation(done, '/title', 'nb', '');
  assert.equal('title' in without.translations.nb, false);
  const fresh = withTranslation({ ...document, translations: { sv: {} } }, '/outcomes/1/title', 'sv', 'C');
  assert.deepEqual(fresh.translations.sv, { outcomes: [{}, { title: 'C' }] }, 'the earlier one keeps its index');
});

test('titles and quotes of sources can be translated, but need not be', () => {
  const document = frozen({
    format: '1.0',
    id: 'x',
    version: '1',
    lang: 'en',
    title: 'T',
    misconceptions: [
      {
        id: 'm',
        name: 'M',
        statements: [{ id: 's', text: 'S.', key: 'myth' }],
        refutation: { fact: 'F.', whyWrong: 'W.' },
        sources: [{ title: 'A book' }, { title: 'Another', quote: 'Said there.' }],
      },
    ],
  });
  const free = textsOf(document).filter(({ mayStay }) => mayStay);
  assert.deepEqual(
    free.map(({ pointer }) => pointer),
    ['/misconceptions/0/sources/0/title', '/misconceptions/0/sources/1/title', '/misconceptions/0/sources/1/quote'],
  );
  const done = withTranslation(document, free[2].pointer, 'nb', 'Sagt der.');
  assert.deepEqual(done.translations.nb.misconceptions.m.sources, [{}, { quote: 'Sagt der.' }]);
  assert.equal(translationOf(done, free[2].pointer, 'nb'), 'Sagt der.');
  const moved = withMoved(done, '/misconceptions/0/sources', 0, 1);
  assert.deepEqual(moved.translations.nb.misconceptions.m.sources, [{ quote: 'Sagt der.' }, {}]);
  let whole = done;
  for (const { pointer, mayStay } of textsOf(document))
    if (!mayStay) whole = withTranslation(whole, pointer, 'nb', `nb ${pointer}`);
  const { ok, problems } = check(whole, { draft: true });
  assert.ok(ok, JSON.stringify(problems));
  assert.equal(problems.filter(({ code }) => code === 'missingTranslation').length, 0);
});

const { DOMParser } = new JSDOM('').window;
const parseXml = (xml) => new DOMParser().parseFromString(xml, 'text/xml');
const SIMPLE = frozen({
  lang: 'en',
  title: 'A < B & "C"',
  misconceptions: [{ id: 'm', name: 'Two\nlines', statements: [], refutation: {} }],
});

test('XLIFF can be exported and imported again, in both versions', () => {
  const texts = textsOf(SIMPLE).map((it) => ({ ...it, where: it.pointer, translation: '' }));
  const made = xliffOf(texts, { from: 'en', to: 'nb', name: 'x.json' });
  const { to, rows } = readXliff(made, parseXml);
  assert.deepEqual([to, rows.map(({ translation }) => translation)], ['nb', ['', '']]);
  const sources = [...parseXml(made).querySelectorAll('source')].map((it) => it.textContent);
  assert.deepEqual(sources, ['A < B & "C"', 'Two\nlines']);
  const back = made.replaceAll('</source>', '</source>\n<target>På <g id="1">norsk</g> &amp; så</target>');
  const second = `<xliff version="2.0" srcLang="en" trgLang="nb-NO" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">
    <unit id="u1" name="/title"><segment><source>A</source><target>På </target></segment>
    <segment><source>B</source><target>norsk &amp; så</target></segment></unit>
    <unit id="u2" name="/gone"><segment><source>A</source><target>Borte</target></segment></unit></file></xliff>`;
  const { taken, left } = takeTranslations(SIMPLE, 'nb', back, parseXml);
  assert.deepEqual([taken.translations.nb.title, left], ['På norsk & så', []]);
  assert.equal(taken.translations.nb.misconceptions.m.name, 'På norsk & så');
  const other = takeTranslations(SIMPLE, 'nb', second, parseXml);
  assert.deepEqual([other.taken.translations.nb, other.left], [{ title: 'På norsk & så' }, ['/gone']]);
});

test('a translation into another language, a broken one and a table without the columns are refused', () => {
  const texts = textsOf(SIMPLE).map((it) => ({ ...it, where: '', translation: 'X' }));
  const made = xliffOf(texts, { from: 'en', to: 'sv', name: 'x.json' });
  const take = (text) => () => takeTranslations(SIMPLE, 'nb', text, parseXml);
  assert.throws(take(made), { message: 'language', to: 'sv' });
  assert.throws(take(made.slice(0, -20)), { message: 'broken' });
  assert.throws(take('a,b\n1,2'), { message: 'columns' });
  assert.equal(takeTranslations(SIMPLE, 'nb', made.replace('"sv"', '"no"'), parseXml).left.length, 0);
});

test('a table can be exported and imported again, with any separator', () => {
  const rows = [
    { a: 'x, "y"\nz', b: '=1+1' },
    { a: 'æ', b: '' },
  ];
  const csv = csvOf(rows, ['a', 'b']);
  assert.match(csv, /'=1\+1/, 'no spreadsheet takes it for a formula');
  assert.deepEqual(rowsOf(csv), [
    ['a', 'b'],
    ['x, "y"\nz', '=1+1'],
    ['æ', ''],
  ]);
  for (const between of ['\t', ';', ','])
    assert.deepEqual(rowsOf(`a${between}b\n1${between}2\n\n`), [
      ['a', 'b'],
      ['1', '2'],
    ]);
});
