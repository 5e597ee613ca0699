/**
 * Documents with errors, which both the schema and the checker must refuse. Each row has a
 * sentence, the changes to the complete questionnaire (see base.mjs), and every error of the
 * checker as code and pointer. Documents with a wrong translation are in bad-translations.mjs.
 */
import { bare, changed, many, misconception, one } from './base.mjs';

const M = '/misconceptions/0';
const S = `${M}/statements/0`;
const C = '/certainty';
const NB = '/translations/nb';
const long = (make) => many(1001, make);

const wrongType = one('wrongType');
const empty = one('empty');
const tooLarge = one('tooLarge');
const malformed = one('malformed');
const control = one('controlCharacter');
const outOfRange = one('outOfRange');
const unknownValue = one('unknownValue');
const unknownKey = one('unknownKey');
const unsupported = (...row) => one('unsupportedFormat')('/format', ...row);
/** A row for a missing required key. */
const missing = (pointer, what) => [`${what} is missing`, { [pointer]: undefined }, `missing ${pointer}`];

export const BAD = [
  // The document
  wrongType('', 'the document is a list', [changed()]),
  wrongType('', 'the document is a text', 'laundry'),
  wrongType('', 'the document is a number', 1),
  wrongType('', 'the document is true', true),
  wrongType('', 'the document is null', null),
  [
    'the document is an empty map',
    { '': {} },
    'missing /format',
    'missing /id',
    'missing /version',
    'missing /lang',
    'missing /title',
    'missing /misconceptions',
  ],

  // Required keys
  missing('/format', 'the format'),
  missing('/id', 'the id'),
  missing('/version', 'the version'),
  missing('/lang', 'the language'),
  missing('/title', 'the title'),
  ['the list of misconceptions is missing', { '/misconceptions': undefined, [NB]: {} }, 'missing /misconceptions'],
  ['a misconception’s id is missing', { [`${M}/id`]: undefined, [NB]: {} }, `missing ${M}/id`],
  missing(`${M}/name`, 'a misconception’s name'),
  ['a misconception’s statements are missing', { [`${M}/statements`]: undefined, [NB]: {} }, `missing ${M}/statements`],
  ['a misconception’s refutation is missing', { [`${M}/refutation`]: undefined, [NB]: {} }, `missing ${M}/refutation`],
  ['a statement’s id is missing', { [`${S}/id`]: undefined, [NB]: {} }, `missing ${S}/id`],
  ['a statement’s text is missing', { [`${S}/text`]: undefined, [NB]: {} }, `missing ${S}/text`],
  missing(`${S}/key`, 'a statement’s key'),
  ['a refutation’s fact is missing', { [`${M}/refutation/fact`]: undefined, [NB]: {} }, `missing ${M}/refutation/fact`],
  missing(`${M}/refutation/whyWrong`, 'why a misconception is wrong'),
  missing(`${M}/evidence/strength`, 'the strength of evidence'),
  missing(`${M}/sources/1/title`, 'a source’s title'),
  missing('/outcomes/0/from', 'from where an outcome is shown'),
  missing('/outcomes/1/title', 'an outcome’s title'),
  missing('/suggestions/0/text', 'a suggestion’s text'),
  missing('/suggestions/0/answer', 'the answer to a suggestion'),
  ['the text of the credits is missing', { '/credits/text': undefined, [NB]: {} }, 'missing /credits/text'],
  missing('/share/text', 'the text to share'),

  // Types of values
  wrongType('/title', 'the title is a number', 7),
  wrongType('/title', 'the title is null', null),
  wrongType('/intro', 'the introduction is a list of paragraphs', ['One.', 'Two.']),
  wrongType('/intro', 'the introduction is a map', { text: 'One.' }),
  wrongType('/version', 'the version is a number', 1),
  wrongType('/format', 'the format is a number', 1),
  wrongType('/id', 'the id is a number', 12),
  wrongType('/lang', 'the language is a list', ['en']),
  wrongType('/scale', 'the scale is a list', [1, 2, 3, 4]),
  wrongType('/scale', 'the scale is a number', 5),
  wrongType('/scale/dontKnow', 'whether not knowing is offered is a text', 'true'),
  wrongType('/scale/dontKnow', 'whether not knowing is offered is a number', 1),
  wrongType('/scale/dontKnow', 'whether not knowing is offered is null', null),
  wrongType('/scale/labels/1', 'a label is a number', 2),
  wrongType(C, 'certainty is true', true),
  wrongType('/minAnswered', 'how many answers are enough is a number', 0.5),
  wrongType('/cutoffs', 'the cutoffs are a list', [80, 60, 40]),
  wrongType('/cutoffs/held', 'a cutoff is a text', '80'),
  wrongType('/cutoffs/leaning', 'a cutoff is null', null),
  wrongType('/misconceptions', 'misconceptions are a text', 'powder'),
  wrongType(`${M}/statements/2`, 'a statement is a text', 'White is white.'),
  wrongType(`${M}/statements/2`, 'a statement is null', null),
  wrongType(`${S}/weight`, 'a weight is a text', '2'),
  wrongType(`${S}/key`, 'a key is true', true),
  wrongType(`${M}/evidence`, 'the evidence is a text', 'strong'),
  wrongType(`${M}/sources`, 'the sources are one map', { title: 'The Washing Book' }),
  wrongType(`${M}/sources/1`, 'a source is a text', 'The Washing Book'),
  wrongType(`${M}/sources/0/date`, 'a source’s date is a number', 2019),
  wrongType('/outcomes/0/from', 'from where an outcome is shown is a text', '0'),
  wrongType('/suggestions', 'the suggestions are a text', 'Vinegar'),
  wrongType('/share', 'what is shared is a text', 'Mine'),
  ['a refutation is a text', { [`${M}/refutation`]: 'No.', [NB]: {} }, `wrongType ${M}/refutation`],
  ['the labels are a text', { '/scale/labels': 'No, Yes', [NB]: {} }, 'wrongType /scale/labels'],
  [
    'misconceptions are a map by id',
    { '/misconceptions': { powder: { name: 'N' } }, [NB]: {} },
    'wrongType /misconceptions',
  ],
  ['the outcomes are a map', { '/outcomes': { 0: 'Well done.' }, [NB]: {} }, 'wrongType /outcomes'],
  ['the credits are a text', { '/credits': 'By us', [NB]: {} }, 'wrongType /credits'],

  // Numbers
  ['the scale has one answer', { '/scale': { points: 1 }, [NB]: {} }, 'outOfRange /scale/points'],
  ['the scale has eight answers', { '/scale': { points: 8 }, [NB]: {} }, 'outOfRange /scale/points'],
  ['the scale has four and a half answers', { '/scale': { points: 4.5 }, [NB]: {} }, 'outOfRange /scale/points'],
  ['there is one level of certainty', { [C]: { levels: 1 } }, `outOfRange ${C}/levels`],
  ['there are seven levels of certainty', { [C]: { levels: 7 } }, `outOfRange ${C}/levels`],
  ['there are two and a half levels of certainty', { [C]: { levels: 2.5 } }, `outOfRange ${C}/levels`],
  ['certainty goes from below -1,000', { [C]: { from: -1001, to: -998 } }, `outOfRange ${C}/from`],
  ['certainty goes from a fraction', { [C]: { from: 0.5, to: 3.5 } }, `outOfRange ${C}/from`],
  ['certainty goes to a fraction', { [C]: { from: 1, to: 2.5, labels: ['a', 'b'] } }, `outOfRange ${C}/to`],
  ['certainty goes from a text', { [C]: { from: '1', to: 4 } }, `wrongType ${C}/from`],
  outOfRange('/cutoffs/held', 'a cutoff is above 100', 100.1),
  outOfRange('/cutoffs/unsure', 'a cutoff is below 0', -0.1),
  outOfRange(`${S}/weight`, 'a weight is 0', 0),
  outOfRange(`${S}/weight`, 'a weight is below 0', -1),
  outOfRange('/outcomes/0/from', 'an outcome is from below 0', -1),
  outOfRange('/outcomes/1/from', 'an outcome is from above 1,000', 1001),
  outOfRange('/outcomes/1/from', 'an outcome is from one and a half', 1.5),

  // Words of the format
  unsupported('the format is 2.0', '2.0'),
  unsupported('the format is 10', '10'),
  unsupported('the format is 1 with a space', '1 '),
  unsupported('the format is v1', 'v1'),
  unsupported('the format is 1,0', '1,0'),
  unknownValue('/minAnswered', 'enough is most', 'most'),
  unknownValue(`${S}/key`, 'the key of a statement begins with a capital', 'Myth'),
  unknownValue(`${S}/key`, 'a key is true, as a text', 'true'),
  unknownValue(`${M}/evidence/strength`, 'the evidence is weak', 'weak'),
  unknownValue(`${M}/evidence/strength`, 'the evidence has a space too many', 'strong '),

  // Labels
  ['three answers have no labels', { '/scale': { points: 3 }, [NB]: {} }, 'missing /scale/labels'],
  ['four answers have an empty list of labels', { '/scale/labels': [], [NB]: {} }, 'empty /scale/labels'],
  ['four answers have three labels', { '/scale/labels': ['a', 'b', 'c'], [NB]: {} }, 'wrongLength /scale/labels'],
  ['five answers have four labels', { '/scale/points': 5 }, 'wrongLength /scale/labels'],
  ['five answers by default have four labels', { '/scale/points': undefined }, 'wrongLength /scale/labels'],
  [
    'two answers have three labels',
    { '/scale': { points: 2, labels: ['a', 'b', 'c'] }, [NB]: {} },
    'wrongLength /scale/labels',
  ],
  ['three levels have no labels', { [`${C}/labels`]: undefined }, `missing ${C}/labels`],
  ['three levels have an empty list of labels', { [`${C}/labels`]: [] }, `empty ${C}/labels`],
  ['three levels have four labels', { [`${C}/labels/3`]: 'I swear' }, `wrongLength ${C}/labels`],
  ['four levels have three labels', { [`${C}/levels`]: 4 }, `wrongLength ${C}/labels`],
  ['four levels by default have three labels', { [`${C}/levels`]: undefined }, `wrongLength ${C}/labels`],
  empty('/scale/labels/0', 'a label is blank', ' '),
  ['eight answers have no labels', { '/scale': { points: 8, labels: [] }, [NB]: {} }, 'outOfRange /scale/points'],
  ['seven levels have three labels', { [`${C}/levels`]: 7 }, `outOfRange ${C}/levels`],
  ['from one level on there are no labels', { [C]: { from: 1 } }, `missing ${C}/to`],

  // The two forms of certainty
  ['certainty has from without to', { [C]: { from: 1, labels: ['a', 'b'] } }, `missing ${C}/to`],
  ['certainty has to without from', { [C]: { to: 4 } }, `unknownKey ${C}/to`],
  ['certainty has levels beside from and to', { [C]: { levels: 4, from: 1, to: 4 } }, `unknownKey ${C}/levels`],
  ['certainty has levels beside to', { [C]: { levels: 4, to: 4 } }, `unknownKey ${C}/to`],

  // The spelling of texts
  malformed('/id', 'the id has a space', 'my laundry'),
  malformed(`${M}/sources/0/lang`, 'the language of a source is no tag', 'norsk!'),
  malformed('/id', 'the id ends with a line break', 'laundry\n'),
  malformed('/id', 'the id begins with a byte order mark', '\ufefflaundry'),
  malformed('/id', 'the id has a no-break space', 'my\u00a0laundry'),
  malformed('/id', 'the id has a zero width space', 'laun\u200bdry'),
  ['a statement’s id has a tab', { [`${S}/id`]: 'a\tb', [NB]: {} }, `malformed ${S}/id`],
  malformed('/lang', 'the language is one letter', 'e'),
  malformed('/lang', 'the language is a name of two words', 'British English'),
  malformed('/lang', 'the language has an underscore', 'en_GB'),
  malformed('/lang', 'the language begins with a number', '1n'),
  malformed(`${M}/sources/0/url`, 'an address is over ftp', 'ftp://example.org'),
  malformed(`${M}/sources/0/url`, 'an address has no scheme', 'www.example.org'),
  malformed(`${M}/sources/0/url`, 'an address has one slash', 'https:/example.org'),
  malformed(`${M}/sources/0/url`, 'an address is a script', 'javascript:alert(1)'),
  malformed(`${M}/sources/0/url`, 'an address has a space', 'https://example.org/a b'),
  malformed('/credits/url', 'an address is one of mail', 'mailto:us@example.org'),
  malformed(`${M}/evidence/asOf`, 'a date begins with the day', '23.11.2026'),
  malformed(`${M}/evidence/asOf`, 'a month has one digit', '2026-1'),
  malformed(`${M}/evidence/reviewBy`, 'a date has a time', '2028-11-23T10:00'),
  malformed(`${M}/evidence/reviewBy`, 'a year has two digits', '28'),

  // Texts
  empty('/title', 'the title is empty', ''),
  empty('/intro', 'the introduction is blank', ' \t\r\n'),
  empty('/title', 'the title is a zero width space', '\u200b'),
  empty('/intro', 'the introduction is hard spaces and soft hyphens', '\u00a0\u00ad\u3000'),
  empty('/id', 'the id is empty', ''),
  empty(`${M}/sources/0/url`, 'an address is empty', ''),
  empty(`${M}/evidence/reviewBy`, 'a date is empty', ''),
  empty('/minAnswered', 'how many answers are enough is empty', ''),
  empty(`${M}/refutation/fact`, 'a fact is a character that cannot be seen', '\u0000'),
  control('/title', 'the title has a null', 'a\u0000b'),
  control('/intro', 'the introduction has an escape', 'a\u001bb'),
  control('/intro', 'the introduction has a delete', 'a\u007fb'),
  control('/intro', 'the introduction has a control character of the upper half', 'a\u0085b'),
  control('/id', 'the id has a control character', 'a\u009fb'),
  tooLarge('/title', 'the title has 4,001 characters', 'a'.repeat(4001)),
  tooLarge('/title', 'the title has 4,001 emoji', '😀'.repeat(4001)),
  tooLarge('/version', 'the version has 4,001 characters', '1'.repeat(4001)),
  tooLarge('/credits/url', 'an address has 4,001 characters', `https://${'a'.repeat(3993)}`),

  // Lists
  ['there are no misconceptions', { '/misconceptions': [], [NB]: {} }, 'empty /misconceptions'],
  ['a misconception has no statements', { [`${M}/statements`]: [], [NB]: {} }, `empty ${M}/statements`],
  [
    'there are 1,001 misconceptions',
    { '': bare(...long((index) => misconception(`m${index}`))) },
    'tooLarge /misconceptions',
  ],
  tooLarge(
    '/outcomes',
    'there are 1,001 outcomes',
    long((from) => ({ from: from % 9, title: 'T' })),
  ),
  tooLarge(
    '/suggestions',
    'there are 1,001 suggestions',
    long(() => ({ text: 'T', answer: 'A' })),
  ),
  tooLarge(
    `${M}/sources`,
    'there are 1,001 sources',
    long(() => ({ title: 'T' })),
  ),

  // Unknown keys
  unknownKey('/introduction', 'there is a key that the format does not have', 'Hello.'),
  unknownKey('/tittle', 'a key is misspelt', 'Hello.'),
  unknownKey('/Intro', 'a key begins with a capital', 'Hello.'),
  unknownKey('/comment', 'a comment is under another key', 'A note.'),
  unknownKey('/statements', 'the statements stand at the top', []),
  unknownKey('/', 'a key is empty', 1),
  unknownKey('/__proto__', 'a key is __proto__', {}),
  unknownKey('/a~1b~0c', 'a key has the signs of pointers', 1),
  unknownKey('/scale/label', 'the scale has another key', ['No', 'Yes']),
  unknownKey(`${C}/points`, 'certainty has another key', 4),
  unknownKey('/cutoffs/notHeld', 'the cutoffs have another key', 20),
  unknownKey(`${M}/refutations`, 'a misconception has another key', {}),
  unknownKey(`${S}/answer`, 'a statement has another key', 'myth'),
  unknownKey(`${M}/refutation/why`, 'a refutation has another key', 'Because.'),
  unknownKey(`${M}/evidence/date`, 'the evidence has another key', '2026'),
  unknownKey(`${M}/sources/0/link`, 'a source has another key', 'https://example.org'),
  unknownKey('/outcomes/0/to', 'an outcome has another key', 1),
  unknownKey('/suggestions/0/name', 'a suggestion has another key', 'Ida'),
  unknownKey('/credits/license', 'the credits have another key', 'CC BY 4.0'),
  unknownKey('/share/url', 'what is shared has another key', 'https://example.org'),

  // Comments
  wrongType('/$comment', 'a comment is a list', ['A note.']),
  wrongType(`${S}/$comment`, 'a statement’s comment is a number', 3),
  wrongType(`${M}/refutation/$comment`, 'a refutation’s comment is null', null),
];
