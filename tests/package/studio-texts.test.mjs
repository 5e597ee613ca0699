/**
 * The studio's Norwegian translations of English texts from outside the studio: none is missing,
 * none is left over, and words that a translation quotes from the widget are the widget's words.
 * Knows where the English texts are; must not know how they are shown.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { ADVICE, ERRORS } from '../../pkg/command/codes.js';
import { check } from '../../pkg/dist/core.js';
import { recipesIn } from '../../www/studio/publish/recipes.js';
import nbHosts from '../../www/studio/texts/nb-hosts.js';
import nbKeys from '../../www/studio/texts/nb-keys.js';
import { notJson } from '../../www/studio/texts/nb-json.js';
import { PLAIN } from '../../www/studio/texts/plain-nb.js';
import { BAD } from './documents/bad.mjs';
import { BAD_TRANSLATIONS } from './documents/bad-translations.mjs';
import { bare, changed, many } from './documents/base.mjs';
import { CHECKER_ONLY } from './documents/checker-only.mjs';
import { FAULTS } from './documents/faults.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const json = (path) => JSON.parse(read(path));

/** The texts of `wanted` without a translation, and translations of texts that no longer exist. */
function differences(catalogue, wanted) {
  const known = Object.keys(catalogue);
  return {
    missing: wanted.filter((it) => !Object.hasOwn(catalogue, it)),
    gone: known.filter((it) => !wanted.includes(it)),
  };
}
const NONE = { missing: [], gone: [] };

/** All descriptions for authors in a schema, each once. */
function descriptions(schema, found = new Set()) {
  if (schema === null || typeof schema !== 'object') return found;
  if (typeof schema.description === 'string') found.add(schema.description);
  for (const it of schema.enumDescriptions ?? []) found.add(it);
  for (const it of Object.values(schema)) descriptions(it, found);
  return found;
}

test('every key of the format is explained in Norwegian, as its English words are now', () => {
  const wanted = [...descriptions(json('pkg/dist/questionnaire.schema.json'))];
  assert.ok(wanted.length > 70);
  assert.deepEqual(differences(nbKeys, wanted), NONE);
});

const RECIPES = recipesIn(new JSDOM(read('www/hosts.html')).window.document);

/** Sites whose name is the same in both languages. */
const NAMES = [
  ...['Hugo', 'Jekyll', 'MkDocs', 'Sphinx', 'docsify', 'Eleventy', 'WordPress', 'React', 'Next.js', 'React Router'],
  ...['Docusaurus', 'Vue', 'Nuxt', 'VitePress', 'Svelte', 'SvelteKit', 'Preact', 'Solid', 'Angular', 'Astro'],
];

test('instructions for every kind of site are there in Norwegian, as the English ones are now', () => {
  assert.ok(RECIPES.length > 20);
  const wanted = RECIPES.flatMap(({ name, parts }) => [name, ...parts.map((it) => it.text ?? it.heading)]);
  const prose = [...new Set(wanted)].filter((it) => it !== undefined && !NAMES.includes(it));
  assert.deepEqual(differences(nbHosts, prose), NONE);
  for (const { id, parts } of RECIPES) {
    assert.ok(
      parts.some(({ code }) => code),
      id,
    );
  }
});

test('file names, code and versions in the instructions are the same in both', () => {
  const parts =
    /[\w@.-]*[/.][\w.-]*[a-z]{2}\b|\bdata-\w*|scorecard-\w+|\b\d+(\.\d+)?\b|\b[a-z]+[A-Z]\w+|\[object Object\]/g;
  const named = (text) => [...new Set(text.match(parts))].sort();
  for (const [english, norwegian] of Object.entries(nbHosts)) assert.deepEqual(named(norwegian), named(english));
});

test('a text that is new, changed or gone is named', () => {
  const schema = { properties: { a: { description: 'As it was.' }, b: { enumDescriptions: ['New.'] } } };
  assert.deepEqual(differences({ 'As it was.': 'Som før.', 'Old.': 'Gammel.' }, [...descriptions(schema)]), {
    missing: ['New.'],
    gone: ['Old.'],
  });
});

/** The words of the widget in a language, as patterns: `{…}` may be anything. */
function spoken(lang) {
  const texts = Object.values(json(`messages/${lang}.json`)).flatMap((it) =>
    typeof it === 'string' ? [it] : Object.values(it),
  );
  const escaped = (text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+');
  return texts.map((it) => new RegExp(`^${escaped(it)}$`));
}

test('what stands in quotation marks in an explanation is said by the widget', () => {
  const said = { en: spoken('en'), nb: spoken('nb') };
  for (const [english, norwegian] of Object.entries(nbKeys)) {
    const quoted = {
      en: [...english.matchAll(/“(.+?)”/g)].map(([, it]) => it),
      nb: [...norwegian.matchAll(/«(.+?)»/g)].map(([, it]) => it),
    };
    assert.equal(quoted.nb.length, quoted.en.length, norwegian);
    for (const lang of ['en', 'nb']) {
      for (const it of quoted[lang])
        assert.ok(
          said[lang].some((pattern) => pattern.test(it)),
          it,
        );
    }
  }
});

/** Each problem that `check` finds in the documents of other tests, once for each message. */
function problems() {
  const found = new Map();
  const texts = [...Object.values(FAULTS), ...BROKEN, ...ADVISED.map(written)];
  for (const rows of [BAD, BAD_TRANSLATIONS, ...CHECKER_ONLY.map(([, rows]) => rows)]) {
    for (const [, changes] of rows) {
      const document = typeof changes === 'function' ? changes(written(changed())) : changed(changes);
      texts.push(typeof document === 'string' ? document : written(document));
    }
  }
  for (const text of texts) {
    for (const it of check(text, { today: '2026-11-30' }).problems) found.set(`${it.code} ${it.message}`, it);
  }
  return [...found.values()];
}
const written = (document) => JSON.stringify(document, null, 1);
/** Texts that are not JSON, beside those of other tests. */
const BROKEN = [
  '{"a": 1',
  '{]}',
  '{"a" 1}',
  '{"a": 1,}',
  '[1}',
  '{"a": 0,5}',
  '{a: 1}',
  '{"a": True}',
  "{'a': 1}",
].concat([
  '{} x',
  '{"a": "b',
  '{"a": "\t"}',
  '{"a": "\\x"}',
  '// a\n{}',
  '{"a": 1 "b": 2}',
  '["a": 1]',
  '}',
  '{"a": }',
  '{"a"}',
  '{"a": "b"c"}',
  'a: 1\nb: 2',
  '%PDF-1',
  '{\\rtf1',
  '<p>{}</p>',
  'f({"a": 1})',
  '{"a": .5}',
  'x {"a": 1} y',
  '{,}',
  '{\u00a0}',
  '\u0000',
]);
/** A questionnaire for each piece of advice that no other document causes. */
const ADVISED = advised();

function advised() {
  const refutation = (words, more = {}) => ({ fact: 'F', whyWrong: Array(words).fill('w').join(' '), ...more });
  const one = (statements, more = {}, whole = {}) => ({
    ...bare({ id: 'm', name: 'N', statements, refutation: refutation(9), ...more }),
    ...whole,
  });
  const pair = (myth, fact) => [
    { id: 'a', text: myth, key: 'myth' },
    { id: 'b', text: fact, key: 'fact' },
  ];
  const pairs = [
    ['Most people sleep more than they need.', 'Most people sleep less than they need.'],
    ['Some cats are grey at night.', 'Some cats are not grey at night.'],
    ['Children should sleep more.', 'Children should sleep less.'],
    ['Copper conducts heat.', 'Whales sing songs.'],
    ['Dogs never sleep, and cats are always awake.', 'Dogs do not sleep.'],
    ['Tea is cheap and quick.', 'Tea is slow.'],
  ];
  const myths = pair('Cats sleep.', 'Cats dream.').map((it) => ({ ...it, key: 'myth' }));
  const evidence = { strength: 'strong', asOf: '2026-02-30', reviewBy: '2026-05' };
  return [
    ...pairs.map((it) => one(pair(...it))),
    one(myths),
    bare(one(myths).misconceptions[0], {
      id: 'n',
      name: 'N',
      statements: [{ id: 'c', text: 'C d.', key: 'fact' }],
      refutation: refutation(9),
    }),
    { ...one(myths), ...Object.fromEntries(many(1001, (index) => [`k${index}`, 1])) },
    one(pair('A b.', 'B a.'), { evidence }),
    ...[{ advice: 'a' }, { whyBelieved: 'b' }, { advice: 'a', whyBelieved: 'b' }].map((it) =>
      one(pair('A b.', 'B a.'), { refutation: refutation(9, it) }),
    ),
    one(pair('A b.', 'B a.'), { refutation: refutation(200) }),
    one(
      pair('A b.', 'B a.'),
      {},
      {
        outcomes: [
          { from: 9, title: 'T' },
          { from: 0, title: 'T' },
          { from: 0, title: 'U' },
        ],
      },
    ),
    one(pair('A b.', 'B a.'), {}, { lang: 'sv', scale: { labels: ['a', 'b', 'a', 'c', 'd'] } }),
    one(pair('A b.', 'B a.'), {}, { lang: 'sv', intro: '<b>x</b>', translations: { fi: { title: 'F' } } }),
    one(pair('A b.', 'B a.'), {}, { markup: 'inline', intro: 'A <b>x</b>', title: '**T**', privacy: '* a *' }),
    one(pair('A b.', 'B a.'), {}, { intro: '**x** and', credits: { text: 'a\u202eb' }, edges: {} }),
    one(pair('A b.', 'B a.'), {}, { certainty: { labels: ['a', 'a', 'b', 'c'] }, format: '2.0' }),
    ...['[](https://a.b)', '[a](', '[a](ftp://b)', '**a**', '*a', 'a * b*', '[9]'].map((it) =>
      one(pair('A b.', 'B a.'), { refutation: refutation(9, { advice: it }) }, { markup: 'inline' }),
    ),
  ];
}

/** Codes that only a caller in JavaScript can cause, with something that is not JSON. */
const NOT_FROM_TEXT = ['notPlainData'];
/** Codes of the studio itself. */
const OWN = ['faint', 'mail', 'width'];

test('every code of the check has Norwegian words, and no other code has', () => {
  assert.deepEqual(Object.keys(PLAIN).sort(), [...ADVICE, ...ERRORS, ...OWN].sort());
});

test('every message of the check is told in Norwegian, with the values that are in it', () => {
  const seen = new Set();
  for (const problem of problems()) {
    seen.add(problem.code);
    for (const at of [undefined, problem.pointer]) {
      const entry = PLAIN[problem.code];
      const told = typeof entry === 'function' ? entry({ ...problem, at }) : entry;
      const context = `${problem.code}: ${problem.message} ${problem.remedy}\n${told.join('\n')}`;
      assert.equal(told.length, 2, context);
      for (const it of told) {
        assert.equal(typeof it, 'string', context);
        assert.ok(it.length > 5 && !/undefined|NaN|\[object/.test(it), context);
        assert.match(it, /[.?»]$/, context);
      }
      const english =
        /\b(the|should|which|has no|is not|Write|Delete|Did you|with the|an? (text|string|object|array|number))\b/;
      const own = told.join(' ').replaceAll(/«[^»]*»|"(?:[^"\\]|\\.)*"|\{.*\}|\(U\+[^)]*\)/g, '');
      assert.doesNotMatch(own, english, context);
      const number = /has (\d+) words?|from (-?\d+) to|by (\d{4}-\d\d)\.|(\d,\d{3}) characters/.exec(problem.message);
      const [value] = (number ?? []).slice(1).filter(Boolean);
      if (value) assert.ok(told[0].includes(value.replace(',', '\u00a0')), context);
      if (problem.suggestion) assert.ok(told.join(' ').includes(problem.suggestion), context);
    }
  }
  assert.deepEqual(
    [...ADVICE, ...ERRORS].filter((it) => !seen.has(it) && !NOT_FROM_TEXT.includes(it)),
    [],
    'a document causes each code',
  );
});

test('each slip of JSON has words of its own', () => {
  const slips = problems().filter(({ code }) => code === 'badJson');
  const plain = notJson({ message: 'Something else.' })[0];
  assert.ok(slips.length > 25);
  assert.deepEqual(
    slips.filter((it) => notJson(it)[0] === plain).map(({ message }) => message),
    [],
  );
});
