/**
 * Documents with a wrong translation, which both the schema and the checker must refuse. Each row
 * has a sentence, the changes to the complete questionnaire (see base.mjs), and every error of the
 * checker as code and pointer.
 */
import { many, one } from './base.mjs';

const T = '/translations';
const NB = `${T}/nb`;
const P = `${NB}/misconceptions/powder`;

const wrongType = one('wrongType');
const empty = one('empty');
const tooLarge = one('tooLarge');
const malformed = one('malformed');
const control = one('controlCharacter');
const unknownKey = one('unknownKey');

export const BAD_TRANSLATIONS = [
  // The translations
  wrongType(T, 'the translations are a list', ['nb']),
  wrongType(T, 'the translations are a text', 'laundry.nb.json'),
  wrongType(T, 'the translations are null', null),
  malformed(`${T}/norsk språk`, 'a translation is into a language of two words', {}),
  malformed(`${T}/n`, 'a translation is into a language of one letter', {}),
  malformed(`${T}/`, 'a translation is into no language', {}),
  malformed(`${T}/nb_NO`, 'a translation is into a language with an underscore', 'nb.json'),
  wrongType(NB, 'a translation is a number', 3),
  wrongType(NB, 'a translation is null', null),
  wrongType(NB, 'a translation is a list', []),
  empty(`${T}/fr`, 'the address of a translation is empty', ''),
  empty(`${T}/fr`, 'the address of a translation is blank', ' \n'),
  control(`${T}/fr`, 'the address of a translation has a control character', 'fr\u0000.json'),
  tooLarge(`${T}/fr`, 'the address of a translation has 4,001 characters', 'a'.repeat(4001)),
  wrongType(`${T}/en`, 'a translation into the same language has a number for a text', { title: 7 }, '/title'),

  // Texts
  wrongType(`${NB}/title`, 'a translated text is a number', 5),
  wrongType(`${NB}/title`, 'a translated text is null', null),
  wrongType(`${NB}/title`, 'a translated text is a map', { text: 'Klesvask' }),
  wrongType(`${NB}/scale/labels/1`, 'a translated label is a number', 2),
  empty(`${NB}/title`, 'a translated text is empty', ''),
  empty(`${NB}/scale/labels/0`, 'a translated label is blank', ' '),
  empty(`${NB}/credits`, 'a translated text without its map is empty', ''),
  control(`${NB}/title`, 'a translated text has a control character', 'a\u0007b'),
  tooLarge(`${NB}/title`, 'a translated text has 4,001 characters', 'a'.repeat(4001)),
  tooLarge(`${NB}/title`, 'a translated text has 4,001 emoji', '😀'.repeat(4001)),
  malformed(`${P}/sources/0/url`, 'a translated address has no scheme', 'www.example.org'),

  // Shapes
  wrongType(`${NB}/scale`, 'a translated scale is the list of labels', ['Nei', 'Ja']),
  [
    'a translated scale is a text, and the original has none',
    { '/scale': undefined, [`${NB}/scale`]: 'Nei' },
    `wrongType ${NB}/scale`,
  ],
  wrongType(`${NB}/scale/labels`, 'translated labels are a map', { 0: 'Nei' }),
  wrongType(`${NB}/misconceptions`, 'translated misconceptions are a list', [{ name: 'Pulver' }]),
  wrongType(`${NB}/misconceptions`, 'translated misconceptions are a text', 'Pulver'),
  wrongType(P, 'a translated misconception is a text', 'Pulver'),
  wrongType(`${P}/refutation`, 'a translated refutation is a text', 'Nei.'),
  wrongType(`${P}/sources`, 'translated sources are a map', { 0: { title: 'Boken' } }),
  wrongType(`${P}/sources/0`, 'a translated source is a text', 'Boken'),
  wrongType(
    `${NB}/statements`,
    'translated statements are a list',
    many(2, () => 'Setning.'),
  ),
  wrongType(`${NB}/statements`, 'translated statements are a text', 'Setning.'),
  wrongType(`${NB}/statements/powder-1`, 'a translated statement is a number', 1),
  wrongType(`${NB}/statements/powder-1`, 'a translated statement is a list', ['Setning.']),
  wrongType(`${NB}/statements/powder-2/text`, 'the text of a translated statement is null', null),
  wrongType(`${NB}/outcomes`, 'translated outcomes are a map', { 0: 'Ingenting.' }),
  wrongType(`${NB}/outcomes/0`, 'a translated outcome is a number', 0),
  unknownKey(`${P}/statements`, 'translated statements stand in their misconception', { 'powder-1': 'Setning.' }),

  // Keys that are the same in every language
  unknownKey(`${NB}/id`, 'a translation has an id', 'vask'),
  unknownKey(`${NB}/format`, 'a translation has a format', '1.0'),
  unknownKey(`${NB}/version`, 'a translation has a version', '1'),
  unknownKey(`${NB}/lang`, 'a translation has a language', 'nb'),
  unknownKey(`${NB}/minAnswered`, 'a translation says how many answers are enough', 'half'),
  unknownKey(`${NB}/translations`, 'a translation has translations', {}),
  unknownKey(`${NB}/$schema`, 'a translation has a $schema', './questionnaire.schema.json'),
  unknownKey(`${NB}/scale/points`, 'a translated scale has points', 4),
  unknownKey(`${NB}/scale/dontKnow`, 'a translated scale says whether not knowing is offered', true),
  unknownKey(`${NB}/cutoffs`, 'a translation has a cutoff', { held: 90 }, '/held'),
  unknownKey(`${P}/id`, 'a translated misconception has an id', 'powder'),
  unknownKey(`${P}/evidence`, 'translated evidence has a strength', { strength: 'settled' }, '/strength'),
  unknownKey(`${NB}/statements/powder-2/key`, 'a translated statement has a key', 'myth'),
  unknownKey(`${NB}/outcomes/0/from`, 'a translated outcome has from', 0),

  // Unknown keys, and comments
  unknownKey(`${NB}/titel`, 'a translated key is misspelt', 'Klesvask'),
  unknownKey(`${P}/refutation/why`, 'a translated refutation has another key', 'Fordi.'),
  unknownKey(`${NB}/statements/powder-2/txt`, 'a translated statement has another key', 'Setning.'),
  wrongType(`${T}/$comment`, 'a comment on translations is a map', { nb: 'A note.' }),
  wrongType(`${NB}/$comment`, 'a comment in a translation is a number', 3),
  wrongType(`${P}/$comment`, 'a comment in a translated misconception is null', null),
  wrongType(`${NB}/statements/$comment`, 'a comment among translated statements is a list', ['A note.']),
];
