/**
 * What the studio computes without a page: pointers, edits and their effect on translations, gaps,
 * the history, positions of problems, links. Knows www/studio/; what an author sees is tested in
 * tests/browser/studio.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../pkg/dist/core.js';
import { understood, wayTo } from '../../www/studio/check/findings.js';
import { translatedPointer, withItem, withMoved, withValue, withoutItem } from '../../www/studio/data/edits.js';
import { filled } from '../../www/studio/data/gaps.js';
import { copyOfMisconception, newMisconception, newScorecard, newStatement } from '../../www/studio/data/making.js';
import { pairOf } from '../../www/studio/data/pair.js';
import { keysOf, pointerOf, valueAt } from '../../www/studio/data/pointers.js';
import { TEMPLATES, ofKind } from '../../www/studio/data/templates.js';
import { pack, unpack } from '../../www/studio/publish/link.js';
import { fitted } from '../../www/studio/publish/recipes.js';
import { snippetOf, tagOf } from '../../www/studio/publish/snippets.js';
import { createStore } from '../../www/studio/store.js';
import en from '../../www/studio/texts/en.js';
import nb from '../../www/studio/texts/nb.js';
import { PLAIN as plainEn } from '../../www/studio/texts/plain-en.js';
import { PLAIN as plainNb } from '../../www/studio/texts/plain-nb.js';

test('pointers with any keys can be built and read', () => {
  for (const keys of [[], ['a'], ['a/b', '~', 0, ''], ['~1', '~0/']]) {
    assert.deepEqual(keysOf(pointerOf(...keys)), keys.map(String));
  }
  assert.equal(valueAt({ 'a/b': [{ c: 7 }] }, '/a~1b/0/c'), 7);
  assert.equal(valueAt({ a: null }, '/a/b'), undefined);
  assert.equal(valueAt({}, '/constructor'), undefined);
});

const frozen = (value) => {
  if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

test('an edit does not change the earlier document, and shares its unchanged parts', () => {
  const before = frozen({ title: 'A', misconceptions: [{ id: 'm', name: 'M' }, { id: 'n' }] });
  const after = withValue(before, '/misconceptions/0/name', 'N');
  assert.deepEqual(after, { title: 'A', misconceptions: [{ id: 'm', name: 'N' }, { id: 'n' }] });
  assert.equal(after.misconceptions[1], before.misconceptions[1]);
});

test('a new key is inserted in the order of the format, and an optional map disappears with its last text', () => {
  const before = frozen({ id: 'x', lang: 'en', title: 'A', misconceptions: [], share: { text: 'S' } });
  assert.deepEqual(Object.keys(withValue(before, '/intro', 'I')), [
    'id',
    'lang',
    'title',
    'intro',
    'misconceptions',
    'share',
  ]);
  assert.deepEqual(withValue(before, '/credits/url', 'U').credits, { url: 'U' });
  assert.equal('share' in withValue(before, '/share/text', undefined), false);
});

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

test('translations are moved and deleted with their originals', () => {
  const nb = (document) => document.translations.nb;
  assert.deepEqual(nb(withMoved(TRANSLATED, '/misconceptions', 0, 1)), nb(TRANSLATED), 'by id: nothing to move');
  assert.deepEqual(nb(withMoved(TRANSLATED, '/outcomes', 0, 1)).outcomes, ['én', 'null']);
  assert.deepEqual(nb(withItem(TRANSLATED, '/outcomes', 1, { from: 2 })).outcomes, ['null', {}, 'én']);
  assert.deepEqual(nb(withoutItem(TRANSLATED, '/outcomes', 0)).outcomes, ['én']);
  assert.deepEqual(nb(withoutItem(TRANSLATED, '/misconceptions/0/sources', 0)).misconceptions.m.sources, [
    { title: 'to' },
  ]);
  const without = nb(withoutItem(TRANSLATED, '/misconceptions', 0));
  assert.deepEqual([without.misconceptions, without.statements], [{ n: { name: 'N' } }, { u: 'U' }]);
  assert.deepEqual(nb(withoutItem(TRANSLATED, '/misconceptions/0/statements', 1)).statements, { s: 'S', u: 'U' });
});

test('the pointer of a translated text is found by id', () => {
  for (const [pointer, wanted] of Object.entries({
    '/title': '/translations/nb/title',
    '/misconceptions/1/name': '/translations/nb/misconceptions/n/name',
    '/misconceptions/0/statements/1/text': '/translations/nb/statements/t',
    '/misconceptions/0/sources/1/title': '/translations/nb/misconceptions/m/sources/1/title',
    '/outcomes/1/title': '/translations/nb/outcomes/1/title',
  })) {
    assert.equal(translatedPointer(TRANSLATED, pointer, 'nb'), wanted);
  }
});

test('everything that is created has its own ids, and passes the check once its gaps are filled', () => {
  for (const kind of Object.keys(TEMPLATES)) {
    let document = ofKind(kind, { title: 'Bees?', lang: 'nb', name: 'Bees die' });
    assert.match(document.id, /^bees-[a-z2-9]{6}$/);
    for (let count = 0; count < 3; count++) {
      document = withItem(document, '/misconceptions', 0, newMisconception(document, 'Bees die'));
      document = withItem(document, '/misconceptions', 1, copyOfMisconception(document, document.misconceptions[0]));
      document = withItem(
        document,
        '/misconceptions/0/statements',
        0,
        newStatement(document, document.misconceptions[0]),
      );
    }
    const { document: whole } = filled(document);
    assert.deepEqual(
      check(whole, { draft: true }).problems.filter(({ severity }) => severity === 'error'),
      [],
    );
  }
  assert.notEqual(newScorecard({ title: 'A' }).id, newScorecard({ title: 'A' }).id);
});

test('a kind begins with what it needs, in the language of its readers, and asks no more of its author', () => {
  const own = { title: 'Bees?', name: 'Bees die' };
  const all = Object.fromEntries(
    ['en', 'en-GB', 'nb', 'sv'].map((lang) => {
      const made = Object.keys(TEMPLATES).map((kind) => [kind, ofKind(kind, { ...own, lang })]);
      for (const [kind, document] of made) {
        const { document: whole, gaps } = filled(document);
        const { ok, problems } = check(whole, { draft: true });
        const left = understood(problems, gaps).filter(({ code }) => code !== 'unspokenLanguage');
        assert.ok(ok, kind);
        assert.deepEqual([...new Set(left.map((it) => it.kind))], ['todo'], `${kind} in ${lang}`);
        assert.deepEqual(gaps, filled(ofKind('agree', { ...own, lang })).gaps, 'the same texts are to be written');
      }
      return [lang, Object.fromEntries(made)];
    }),
  );
  for (const { quiz } of Object.values(all)) {
    assert.deepEqual(quiz.scale, { points: 2, dontKnow: true }, 'the widget has its own words, also in translations');
  }
  assert.match(all.en.lesson.intro, /^Answer before the lesson.* answer again/);
  assert.match(all.nb.lesson.intro, /^Svar .*før timen\. .* på nytt/);
  assert.equal(all.sv.lesson.intro, undefined);
  for (const { lesson } of Object.values(all)) assert.deepEqual(lesson.certainty, { levels: 4 });
  for (const lang of ['en', 'nb']) {
    const said = JSON.parse(readFileSync(new URL(`../../messages/${lang}.json`, import.meta.url), 'utf8'));
    assert.deepEqual(
      pairOf(all[lang].quiz),
      [said.false, said.true],
      'the studio names the answers as the widget does',
    );
  }
});

test('every gap is filled and reported once, and existing values stay', () => {
  const document = newScorecard({ title: '', misconceptions: ['Named', ''] });
  document.outcomes = [{ from: 0, title: '' }];
  document.credits = { text: '', url: 'https://example.org' };
  document.misconceptions[1].statements = [];
  document.scale = { points: 3, labels: ['No', '', 'Yes'] };
  const { document: whole, gaps } = filled(frozen(document));
  assert.deepEqual(gaps, [
    '/title',
    '/scale/labels/1',
    '/misconceptions/0/statements/0/text',
    '/misconceptions/0/statements/1/text',
    '/misconceptions/0/refutation/fact',
    '/misconceptions/0/refutation/whyWrong',
    '/misconceptions/1/name',
    '/misconceptions/1/statements',
    '/misconceptions/1/refutation/fact',
    '/misconceptions/1/refutation/whyWrong',
    '/outcomes/0/title',
    '/credits/text',
  ]);
  const { ok, problems } = check(whole, { draft: true });
  assert.ok(ok, JSON.stringify(problems));
  assert.equal(whole.misconceptions[0].name, 'Named');
  const findings = understood(problems, gaps);
  assert.deepEqual(
    findings.filter(({ kind }) => kind === 'todo').map(({ pointer }) => pointer),
    gaps,
  );
  assert.ok(
    findings.every(({ kind, code }) => kind === 'todo' || code !== 'refutationLength'),
    'no advice on gaps',
  );
});

test('filling the gaps of an invalid questionnaire does no harm, and the check reports it', () => {
  for (const document of [
    {},
    { misconceptions: 7 },
    { misconceptions: [null, 'x', { statements: 'y', refutation: [] }] },
  ]) {
    const { document: whole } = filled(frozen(document));
    assert.equal(check(whole, { draft: true }).ok, false);
  }
});

test('a problem belongs to the nearest field around it', () => {
  for (const [pointer, at, view, section] of [
    ['/title', '/title', 'write', 'about'],
    ['/misconceptions/3/statements/1/text', '/misconceptions/3/statements/1/text', 'write', 3],
    ['/misconceptions/3/statements/1/colour', '/misconceptions/3/statements/1', 'write', 3],
    ['/misconceptions/3/refutation/x/y', '/misconceptions/3/refutation', 'write', 3],
    ['/scale/labels/9', '/scale/labels/9', 'write', 'answers'],
    ['/outcomes/0', '/outcomes/0', 'write', 'scorecard'],
    ['/nonsense/0', '', 'write', 'about'],
    ['', '', 'write', 'about'],
  ]) {
    const [finding] = understood([{ severity: 'error', code: 'x', pointer }], []);
    assert.equal(finding.at, at, pointer);
    assert.deepEqual([wayTo(at).view, wayTo(at).section], [view, section]);
  }
});

test('undo and redo go step by step, and a new change ends redo', () => {
  const store = createStore({ id: null });
  const told = [];
  store.subscribe((_, cause) => told.push(cause));
  store.commit({ id: 'a', n: 1 }, { place: 'one' });
  store.commit({ id: 'a', n: 2 }, { group: 'g', now: 0 });
  store.commit({ id: 'a', n: 3 }, { group: 'g', now: 1000 });
  store.commit({ id: 'a', n: 4 }, { group: 'g', now: 9000 });
  const back = () => (store.undo(), store.get().n);
  assert.deepEqual([back(), back(), back()], [3, 1, undefined]);
  assert.equal(store.undo(), undefined);
  assert.equal(store.redo().place, 'one');
  store.redo();
  assert.equal(store.get().n, 3);
  store.commit({ id: 'a', n: 9 });
  assert.equal(store.redo(), undefined);
  assert.deepEqual(told, ['commit', 'commit', 'commit', 'commit', 'undo', 'undo', 'undo', 'redo', 'redo', 'commit']);
  store.commit(store.get());
  assert.equal(told.length, 10, 'a change without effect is not a step');
});

test('a link can be read again, and a changed link is refused', async () => {
  const content = { document: { title: 'Ærlig talt 🐝'.repeat(50) }, look: { accent: '#123456' } };
  const link = await pack(content);
  assert.deepEqual(await unpack(link), content);
  for (const [broken, message] of [
    [link.slice(0, -6), 'broken'],
    [link.replace('draft1.', 'draft9.'), 'newer'],
    ['draft1.', 'broken'],
    ['draft1.%%%', 'broken'],
    [link.slice(0, 30) + (link[30] === 'x' ? 'y' : 'x') + link.slice(31), 'broken'],
  ]) {
    await assert.rejects(unpack(broken), { message });
  }
});

test('every text of a scorecard is escaped in a snippet', () => {
  const document = { lang: 'en"><b', title: '"><script>alert(1)</script>\n\n&' };
  const look = { layout: 'list', accent: '"red', theme: 'dark' };
  assert.equal(
    snippetOf({ document, look, address: '/a b"/ø.js', lang: undefined }),
    [
      '<script src="/a%20b%22/%C3%B8.js"></script>',
      '<misconception-scorecard lang="en&quot;&gt;&lt;b" layout="list" theme="dark" style="--scorecard-accent: &quot;red">',
      '<p>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;</p>',
      '</misconception-scorecard>',
    ].join('\n'),
  );
  assert.match(
    tagOf({ document: { lang: 'nb', title: 'A' }, look: {}, src: '/a.json' }),
    /^<misconception-scorecard src="\/a\.json" lang="nb">/,
  );
});

test('the endpoint is written into the tag', () => {
  const look = { endpoint: 'https://example.org/a?b&c', encoding: 'form' };
  const [tag] = tagOf({ document: { lang: 'en', title: 'A' }, look }).split('\n');
  assert.equal(tag, '<misconception-scorecard lang="en" endpoint="https://example.org/a?b&amp;c" encoding="form">');
});

test('a recipe is adapted to the author’s own scorecard', () => {
  const own = { src: '/bees.json', lang: 'nb', title: 'Bier $&' };
  const recipe =
    '<misconception-scorecard lang="en">\n<p>Ten statements about social media belong here. They need JavaScript.</p>';
  assert.equal(fitted(recipe, own), '<misconception-scorecard src="/bees.json" lang="nb">\n<p>Bier $&</p>');
  assert.equal(
    fitted('<div data-misconception-scorecard data-lang="en">', own),
    '<div data-misconception-scorecard data-src="/bees.json" data-lang="nb">',
  );
  assert.equal(fitted('<Scorecard lang="en">', own), '<Scorecard src="/bees.json" lang="nb">');
});

test('the texts of both languages have the same keys and types', () => {
  const shape = (value) => {
    if (typeof value === 'function') return `a function of ${value.length}`;
    if (Array.isArray(value)) return value.map(shape);
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, shape(it)]));
    return typeof value;
  };
  assert.deepEqual(shape(nb), shape(en));
  for (const code of Object.keys(plainEn)) assert.ok(plainNb[code], code);
});

test('no text is the same in both languages', () => {
  const texts = (value) =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
  const same = texts(nb).filter((it) => texts(en).includes(it) && /[a-z]{3}/.test(it));
  const names = [
    'Format',
    'JSON',
    'WordPress',
    'Escape',
    'Tab',
    'Ctrl',
    'Space',
    'Enter',
    'Alt ↑, Alt ↓',
    'Alt Shift ↓',
    'Alt Shift Delete',
  ];
  const kept = [
    ...names,
    'Ctrl Z, Ctrl Shift Z',
    'Ctrl S',
    'Studio',
    'Format',
    'JSON',
    'Hugo, Jekyll, Eleventy, Next.js, Vue …',
  ];
  assert.deepEqual(
    same.filter((it) => !kept.includes(it) && !/^[a-z]+$/.test(it)),
    [],
  );
});
