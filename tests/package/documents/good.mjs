/**
 * Valid documents, which both the schema and the checker must accept. Each row has a sentence and
 * the changes to the complete questionnaire (see base.mjs).
 */
import { bare, many, misconception } from './base.mjs';

const M = '/misconceptions/0';
const S = `${M}/statements/0`;
const NB = '/translations/nb';
const note = { $comment: 'A note.' };
const labels = (count) => many(count, (index) => `Label ${index}`);

export const GOOD = [
  ['every key is there', {}],
  ['only what is needed is there', { '': bare(misconception('m')) }],
  [
    'everything that may be absent is absent',
    {
      '/$schema': undefined,
      '/$comment': undefined,
      '/intro': undefined,
      '/privacy': undefined,
      '/consent': undefined,
      '/scale': undefined,
      '/certainty': undefined,
      '/minAnswered': undefined,
      '/cutoffs': undefined,
      '/outcomes': undefined,
      '/suggestions': undefined,
      '/credits': undefined,
      '/share': undefined,
      '/translations': undefined,
      [`${M}/evidence`]: undefined,
      [`${M}/sources`]: undefined,
    },
  ],

  // Texts
  ['the title has 4,000 characters', { '/title': 'a'.repeat(4000) }],
  ['the title has 4,000 emoji, which count one each', { '/title': '😀'.repeat(4000) }],
  ['a text has tabs and line breaks', { '/intro': 'One.\r\n\r\nTwo.\tThree.\n' }],
  ['a text has letters of many kinds', { '/intro': 'æøå שלום مرحبا 日本 a\u0301 \u2028 \u200e \u{10ffff}' }],
  ['a text is a single sign', { '/title': '?' }],
  ['a text begins with a blank line', { '/intro': '\n\n One.' }],

  // Identifiers
  ['the format is 1', { '/format': '1' }],
  ['the format is a later 1.x', { '/format': '1.12' }],
  ['the format is a later 1.x with more to it', { '/format': '1.2.0-draft 3' }],
  ['the id has signs but no spaces', { '/id': 'kjøkken/2_(neu)😀' }],
  ['the version is a sentence', { '/version': 'Spring 2026, second draft' }],
  ['the language has a region', { '/lang': 'pt-BR' }],
  ['the language has a script and more', { '/lang': 'zh-Hant-TW-x-1' }],
  ['a misconception and a statement have the same id', { [`${M}/id`]: 'powder-1', [NB]: {} }],

  // Scale
  ['the scale is empty', { '/scale': {}, [NB]: {} }],
  ['two answers have no labels', { '/scale': { points: 2 }, [NB]: {} }],
  ['two answers have labels', { '/scale': { points: 2, labels: labels(2) }, [NB]: {} }],
  ['three answers have labels', { '/scale': { points: 3, labels: labels(3) }, [NB]: {} }],
  ['five answers have no labels', { '/scale': { points: 5 }, [NB]: {} }],
  ['five answers have an empty list of labels', { '/scale': { points: 5, labels: [] }, [NB]: {} }],
  ['five answers by default have labels', { '/scale': { labels: labels(5) } }],
  ['seven answers have labels', { '/scale': { points: 7, labels: labels(7) } }],
  ['not knowing is not offered', { '/scale/dontKnow': false }],

  // Certainty
  ['certainty is empty', { '/certainty': {} }],
  ['four levels have no labels', { '/certainty': { levels: 4 } }],
  ['four levels have an empty list of labels', { '/certainty': { levels: 4, labels: [] } }],
  ['four levels by default have labels', { '/certainty': { labels: labels(4) } }],
  ['two levels have labels', { '/certainty': { levels: 2, labels: labels(2) } }],
  ['six levels have labels', { '/certainty': { levels: 6, labels: labels(6) } }],
  ['certainty goes from 0 to 1', { '/certainty': { from: 0, to: 1, labels: labels(2) } }],
  ['certainty goes from -1,000 to -995', { '/certainty': { from: -1000, to: -995, labels: labels(6) } }],
  ['certainty goes from 1,000 to 1,003 without labels', { '/certainty': { from: 1000, to: 1003 } }],
  ['certainty goes from 1 to 4 with an empty list of labels', { '/certainty': { from: 1, to: 4, labels: [] } }],

  // Rules
  ['half of the answers are enough', { '/minAnswered': 'half' }],
  ['cutoffs are empty', { '/cutoffs': {} }],
  ['one cutoff is set', { '/cutoffs': { held: 62.6 } }],
  ['cutoffs are as far apart as can be', { '/cutoffs': { held: 100, leaning: 50, unsure: 0 } }],
  ['cutoffs are close', { '/cutoffs': { held: 50.2, leaning: 50.1, unsure: 50 } }],

  // Misconceptions
  ['there is one statement', { '': bare(misconception('m', ['s'])) }],
  [
    'there are 1,000 statements of one misconception',
    {
      '': bare(
        misconception(
          'm',
          many(1000, (index) => `s${index}`),
        ),
      ),
    },
  ],
  ['there are 1,000 misconceptions', { '': bare(...many(1000, (index) => misconception(`m${index}`))) }],
  ['a weight is small', { [`${S}/weight`]: 0.001 }],
  ['a weight is huge', { [`${S}/weight`]: 1e300 }],
  ['the evidence is settled and no more is said', { [`${M}/evidence`]: { strength: 'settled' } }],
  ['the evidence is that of practitioners', { [`${M}/evidence/strength`]: 'practitioner' }],
  ['the evidence is contested', { [`${M}/evidence/strength`]: 'contested' }],
  ['the evidence is of a year', { [`${M}/evidence/asOf`]: '2026' }],
  ['the evidence is of a day', { [`${M}/evidence/asOf`]: '2026-11-23' }],
  ['the evidence is of a day in no calendar, which is odd but no error', { [`${M}/evidence/asOf`]: '2026-02-31' }],
  ['there are no sources', { [`${M}/sources`]: [], [NB]: {} }],
  ['an address is over http, in capitals', { [`${M}/sources/0/url`]: 'HTTP://EXAMPLE.ORG/ÆØÅ' }],

  // After the statements
  ['there are no outcomes', { '/outcomes': [], [NB]: {} }],
  ['there are 1,000 outcomes', { '/outcomes': many(1000, (from) => ({ from, title: 'T' })) }],
  ['an outcome is from 1,000', { '/outcomes/1/from': 1000 }],
  ['there are no suggestions', { '/suggestions': [] }],
  ['a suggestion is by nobody', { '/suggestions/0/by': undefined }],
  ['the credits are a text alone', { '/credits': { text: 'By us' } }],

  // Comments
  [
    'there is a comment in every map',
    {
      '/scale/$comment': 'n',
      '/certainty/$comment': 'n',
      '/cutoffs/$comment': 'n',
      [`${M}/$comment`]: 'n',
      [`${S}/$comment`]: 'n',
      [`${M}/refutation/$comment`]: 'n',
      [`${M}/evidence/$comment`]: 'n',
      [`${M}/sources/0/$comment`]: 'n',
      '/outcomes/0/$comment': 'n',
      '/suggestions/0/$comment': 'n',
      '/credits/$comment': 'n',
      '/share/$comment': 'n',
      '/translations/$comment': 'n',
    },
  ],
  ['a comment is blank', { '/$comment': '' }],
  ['a comment is longer than any text may be', { '/$comment': 'a'.repeat(5000) }],
  [
    'there is a comment in every map of a translation',
    {
      [NB]: {
        ...note,
        scale: note,
        certainty: note,
        cutoffs: note,
        credits: note,
        share: note,
        misconceptions: { ...note, powder: { ...note, refutation: note, evidence: note, sources: [note] } },
        statements: { ...note, 'powder-1': note },
        outcomes: [note],
        suggestions: [note],
      },
    },
  ],
  ['comments in a translation are blank', { [NB]: { $comment: '', statements: { $comment: '' } } }],

  // Translations
  ['there are no translations', { '/translations': {} }],
  ['a translation is empty', { [NB]: {} }],
  ['a translation has a text that the original leaves out', { '/intro': undefined, [`${NB}/intro`]: 'Hei.' }],
  ['a translation has a map that the original leaves out', { '/share': undefined, [`${NB}/share`]: 'Min' }],
  [
    'a translation has part of a refutation that the original leaves out',
    { [`${NB}/misconceptions/boiling`]: { refutation: { myth: 'Nei.' } } },
  ],
  ['a translation has a text for an outcome of a title alone', { [`${NB}/outcomes/1`]: 'Les videre.' }],
  [
    'a translation has labels where the original leaves them to the widget',
    { '/scale': { points: 2 }, [`${NB}/scale/labels`]: ['Galt', 'Riktig'] },
  ],
  [
    'a translation has labels where the original has no scale',
    { '/scale': undefined, [`${NB}/scale`]: { labels: ['1', '2', '3', '4', '5'] } },
  ],
  ['a translation is an address on another site', { '/translations/de': 'https://example.org/de.json' }],
  ['a translation is for a region', { '/translations/pt-BR': { title: 'Roupa' } }],
  ['a translation is into the same language, which is odd but no error', { '/translations/en': { title: 'Washing' } }],
  [
    'every text is translated',
    {
      [NB]: {
        title: 't',
        intro: 't',
        privacy: 't',
        consent: 't',
        scale: { labels: labels(4) },
        certainty: { labels: labels(3) },
        misconceptions: {
          powder: {
            name: 't',
            refutation: { fact: 't', myth: 't', whyBelieved: 't', kernelOfTruth: 't', whyWrong: 't', advice: 't' },
            sources: [{ title: 't', url: 'http://t', date: 't', quote: 't' }, { title: 't' }],
          },
          boiling: { name: 't', refutation: { fact: 't', whyWrong: 't' } },
        },
        statements: { 'powder-1': 't', 'powder-2': { text: 't' }, 'boiling-1': 't', 'boiling-2': {} },
        outcomes: ['t', { title: 't' }],
        suggestions: [{ text: 't', by: 't', answer: 't' }],
        credits: { text: 't', url: 'https://t', licence: 't' },
        share: { text: 't' },
      },
    },
  ],
  [
    'the texts of small maps are translated without the map',
    {
      [NB]: { outcomes: ['t'], suggestions: ['t'], credits: 't', share: 't', statements: { 'powder-1': 't' } },
    },
  ],
  [
    'a translation has empty maps and lists',
    {
      [NB]: {
        scale: {},
        certainty: { labels: [] },
        cutoffs: {},
        misconceptions: { powder: { evidence: {}, sources: [] } },
        statements: {},
        outcomes: [],
        suggestions: [{}],
        credits: {},
        share: {},
      },
    },
  ],
  ['a translated text has 4,000 emoji', { [`${NB}/title`]: '😀'.repeat(4000) }],

  // The description
  [
    '$schema is an address on another site',
    {
      '/$schema': 'https://example.org/questionnaires/questionnaire.schema.json',
    },
  ],
];
