/**
 * Translations: they are laid over the original by id, complete or in part, and wrong ones are
 * reported with their pointer.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../pkg/src/data/language.js';
import { UNTRANSLATED } from '../../pkg/src/data/untranslated.js';
import translate from '../../pkg/src/data/translate.js';

const questionnaire = (overlay) => ({
  format: '1.0',
  id: 'small',
  version: '1',
  lang: 'en',
  title: 'Small',
  misconceptions: [
    {
      id: 'm1',
      name: 'One',
      statements: [{ id: 's1', text: 'First.', key: 'myth' }],
      refutation: { fact: 'F.', whyWrong: 'W.' },
    },
    {
      id: 'm2',
      name: 'Two',
      statements: [{ id: 's2', text: 'Second.', key: 'fact' }],
      refutation: { fact: 'F.', whyWrong: 'W.' },
    },
  ],
  outcomes: [
    { from: 0, title: 'None' },
    { from: 1, title: 'Some' },
  ],
  translations: { nb: overlay },
});

test('translated texts replace the originals by id, and the rest stays', () => {
  const whole = questionnaire({
    title: 'Liten',
    misconceptions: { m2: { name: 'To', refutation: { fact: 'Fakta.' } } },
    statements: { s1: 'Første.', s2: { text: 'Andre.' } },
    outcomes: [{ title: 'Ingen' }],
  });
  const before = JSON.stringify(whole);
  const expected = questionnaire();
  delete expected.translations;
  expected.lang = 'nb';
  expected.title = 'Liten';
  expected.misconceptions[1].name = 'To';
  expected.misconceptions[1].refutation.fact = 'Fakta.';
  expected.misconceptions[0].statements[0].text = 'Første.';
  expected.misconceptions[1].statements[0].text = 'Andre.';
  expected.outcomes[0].title = 'Ingen';
  expected[UNTRANSLATED] = { lang: 'en', texts: ['One', 'F.', 'W.', 'W.', 'Some'] };
  assert.deepEqual(translate(whole, 'nb'), expected);
  assert.equal(JSON.stringify(whole), before, 'the original is not changed');
});

test('a language without a translation gives the questionnaire unchanged', () => {
  const whole = questionnaire({ title: 'Liten' });
  for (const lang of ['en', 'de', 'toString', '__proto__', undefined]) {
    assert.deepEqual(translate(whole, lang), whole);
  }
});

test('ids such as __proto__ or constructor are translated only by what the author wrote', () => {
  for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__']) {
    const named = (overlay) => {
      const whole = questionnaire(overlay);
      whole.misconceptions[0].id = name;
      whole.misconceptions[0].statements[0].id = name;
      return whole;
    };
    const statement = (overlay) => translate(named(overlay), 'nb').misconceptions[0];
    assert.deepEqual(statement({ statements: {}, misconceptions: {} }), named().misconceptions[0], name);
    const over = JSON.parse(
      `{ "statements": { "${name}": "Ny." }, "misconceptions": { "${name}": { "name": "En" } } }`,
    );
    assert.equal(statement(over).statements[0].text, 'Ny.', name);
    assert.equal(statement(over).name, 'En', name);
  }
  const { misconceptions } = translate({ ...questionnaire({}), ...JSON.parse('{"__proto__":{"a":1}}') }, 'nb');
  assert.equal(misconceptions.length, 2, 'such a key is ignored, and nothing else is lost');
});

test('a translation can add words that the original leaves out, but not change how answers count', () => {
  const bare = questionnaire({
    intro: 'Hei.',
    scale: { points: 7, labels: ['1', '2', '3', '4', '5'] },
    certainty: { labels: ['a', 'b', 'c', 'd'] },
    share: 'Min',
    credits: { text: 'Av oss', url: 'https://example.org' },
    minAnswered: 'half',
    cutoffs: { held: 90 },
    misconceptions: {
      m1: { refutation: { myth: 'Myten.' }, statements: { s1: 'X' }, evidence: { strength: 'strong' } },
    },
    outcomes: ['Les videre.'],
  });
  const expected = questionnaire();
  delete expected.translations;
  expected.misconceptions[0].refutation.myth = 'Myten.';
  expected.outcomes[0].text = 'Les videre.';
  assert.deepEqual(translate(bare, 'nb'), {
    ...expected,
    lang: 'nb',
    intro: 'Hei.',
    scale: { labels: ['1', '2', '3', '4', '5'] },
    share: { text: 'Min' },
    credits: { text: 'Av oss', url: 'https://example.org' },
    [UNTRANSLATED]: {
      lang: 'en',
      texts: ['Small', 'One', 'First.', 'F.', 'W.', 'Two', 'Second.', 'F.', 'W.', 'Some'],
    },
  });
});

test('a translated title of a source is in the language of the translation, unless it names another', () => {
  const laid = (source) => {
    const whole = questionnaire({ misconceptions: { m1: { sources: [source] } } });
    whole.misconceptions[0].sources = [{ title: 'Étude', quote: 'Mot.', lang: 'fr' }];
    return translate(whole, 'nb').misconceptions[0].sources[0];
  };
  for (const [source, expected] of [
    [{}, { title: 'Étude', quote: 'Mot.', lang: 'fr' }],
    [{ quote: 'Ord.' }, { title: 'Étude', quote: 'Ord.', lang: 'fr' }],
    [{ title: 'Studie' }, { title: 'Studie', quote: 'Mot.' }],
    [
      { title: 'Studie', lang: 'da' },
      { title: 'Studie', quote: 'Mot.', lang: 'da' },
    ],
  ]) {
    assert.deepEqual(laid(source), expected);
  }
});

test('values that are the same in every language are not translated', () => {
  const { id, misconceptions } = translate(
    questionnaire({ id: 'x', statements: { s1: { text: 'A.', key: 'fact' } } }),
    'nb',
  );
  assert.deepEqual([id, misconceptions[0].statements[0].key], ['small', 'myth']);
});

test('a translation of a wrong type is reported with its pointer', () => {
  for (const [overlay, pointer] of [
    [[], '/translations/nb'],
    [3, '/translations/nb'],
    [{ title: 3 }, '/translations/nb/title'],
    [{ title: ['a'] }, '/translations/nb/title'],
    [{ misconceptions: { m1: 1 } }, '/translations/nb/misconceptions/m1'],
    [{ statements: { s1: 3 } }, '/translations/nb/statements/s1'],
    [{ statements: 'all' }, '/translations/nb/statements'],
    [{ outcomes: [{ title: 1 }] }, '/translations/nb/outcomes/0/title'],
    [{ outcomes: { 0: { title: 'Ingen' } } }, '/translations/nb/outcomes'],
    [{ outcomes: [{}, {}, { title: 'Mange' }] }, '/translations/nb/outcomes'],
    [{ misconceptions: [{ name: 'En' }] }, '/translations/nb/misconceptions'],
    [{ title: null }, '/translations/nb/title'],
    [null, '/translations/nb'],
    [{ misconceptions: { m1: 'En' } }, '/translations/nb/misconceptions/m1'],
    [{ scale: 'Nei' }, '/translations/nb/scale'],
  ]) {
    assert.throws(
      () => translate(questionnaire(overlay), 'nb'),
      (error) => {
        assert.equal(error.code, 'invalidQuestionnaire');
        assert.ok(
          error.problems.some((it) => it.pointer === pointer && it.code === 'wrongType'),
          JSON.stringify(error.problems),
        );
        return true;
      },
    );
  }
});

test('the nearest language is the same tag, then another form of the language; Bokmål serves for Norwegian', () => {
  for (const [wanted, offered, expected] of [
    ['en', ['nb', 'en'], 'en'],
    ['en-GB', ['nb', 'en'], 'en'],
    ['en', ['nb', 'en-GB'], 'en-GB'],
    ['EN-gb', ['en', 'en-GB'], 'en-GB'],
    ['no', ['en', 'nb'], 'nb'],
    ['nn-NO', ['en', 'nb'], 'nb'],
    ['nn', ['nb', 'nn'], 'nn'],
    ['nds', ['nb', 'en'], undefined],
    ['', ['nb', 'en'], undefined],
    ['', ['nb', '__proto__', ''], undefined],
    [undefined, ['nb', ''], undefined],
  ]) {
    assert.equal(nearest(wanted, offered), expected, `${wanted} of ${offered}`);
  }
});
