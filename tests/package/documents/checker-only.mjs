/**
 * Documents with errors that no schema can express. Each row has the reason, a sentence, the
 * changes to the complete questionnaire (see base.mjs) or to its text, and every error of the
 * checker as code and pointer.
 */
import { bare, many, misconception } from './base.mjs';

const M = '/misconceptions';
const C = '/certainty';
const NB = '/translations/nb';

export const CHECKER_ONLY = [
  [
    'ids must be unique',
    [
      ['two misconceptions have the same id', { [`${M}/1/id`]: 'powder', [NB]: {} }, `duplicateId ${M}/1/id`],
      [
        'two statements of a misconception have the same id',
        { [`${M}/1/statements/1/id`]: 'boiling-1' },
        `duplicateId ${M}/1/statements/1/id`,
      ],
      [
        'statements of two misconceptions have the same id',
        { [`${M}/1/statements/0/id`]: 'powder-2' },
        `duplicateId ${M}/1/statements/0/id`,
      ],
    ],
  ],
  [
    'cutoffs must descend',
    [
      ['two cutoffs are the same', { '/cutoffs/held': 60 }, 'outOfRange /cutoffs'],
      ['cutoffs rise', { '/cutoffs': { held: 10, leaning: 20, unsure: 30 } }, 'outOfRange /cutoffs'],
      ['a cutoff is below the usual one of the next', { '/cutoffs': { held: 62.5 } }, 'outOfRange /cutoffs'],
      ['a cutoff is above the usual one of the last', { '/cutoffs': { unsure: 63 } }, 'outOfRange /cutoffs'],
    ],
  ],
  [
    '“to” must be 1 to 5 above “from”',
    [
      ['certainty goes to where it comes from', { [C]: { from: 1, to: 1, labels: ['a', 'b'] } }, `outOfRange ${C}/to`],
      ['certainty goes down', { [C]: { from: 4, to: 1, labels: ['a', 'b'] } }, `outOfRange ${C}/to`],
      ['certainty goes six up', { [C]: { from: 0, to: 6, labels: ['a', 'b'] } }, `outOfRange ${C}/to`],
    ],
  ],
  [
    'each level from one number to another needs a label',
    [
      ['three levels have none', { [C]: { from: 0, to: 2 } }, `missing ${C}/labels`],
      ['three levels have an empty list', { [C]: { from: 0, to: 2, labels: [] } }, `empty ${C}/labels`],
      ['three levels have two', { [C]: { from: 0, to: 2, labels: ['a', 'b'] } }, `wrongLength ${C}/labels`],
      ['four levels have three', { [C]: { from: 0, to: 3, labels: ['a', 'b', 'c'] } }, `wrongLength ${C}/labels`],
    ],
  ],
  [
    'there can be at most 1,000 statements',
    [
      [
        'two misconceptions have 1,001 between them',
        {
          '': bare(
            misconception(
              'm',
              many(1000, (index) => `s${index}`),
            ),
            misconception('n'),
          ),
        },
        `tooLarge ${M}`,
      ],
    ],
  ],
  [
    'a translation must fit its original',
    [
      [
        'it has another misconception',
        { [`${NB}/misconceptions/iron`]: { name: 'Jern' } },
        `unknownKey ${NB}/misconceptions/iron`,
      ],
      ['it has another statement', { [`${NB}/statements/iron-1`]: 'Jern.' }, `unknownKey ${NB}/statements/iron-1`],
      ['it has more labels', { [`${NB}/scale/labels/4`]: 'Jo' }, `wrongLength ${NB}/scale/labels`],
      [
        'it has more sources',
        { [`${NB}/misconceptions/powder/sources`]: [{}, {}, { title: 'Boken' }] },
        `wrongLength ${NB}/misconceptions/powder/sources`,
      ],
      [
        'it has certainty, which the original does not ask',
        { '/certainty': undefined, [`${NB}/certainty`]: { labels: ['a', 'b', 'c', 'd'] } },
        `unknownKey ${NB}/certainty`,
      ],
      [
        'it has other labels than there are answers, where the original leaves them out',
        { '/scale': { points: 5 } },
        `wrongLength ${NB}/scale/labels`,
      ],
      [
        'it says what to share without a text, and so does the original',
        { '/share': undefined, [`${NB}/share`]: {} },
        `missing ${NB}/share/text`,
      ],
    ],
  ],
  [
    'markup must be well-formed',
    [
      ['emphasis is not closed', { '/intro': '*So it is.' }, 'malformed /intro'],
      ['a link leads to a script', { '/privacy': '[so](javascript:alert(1))' }, 'malformed /privacy'],
      [
        'a reference is to a source that there is not',
        { [`${M}/0/refutation/fact`]: 'So [1], so [2], and so [3].', [NB]: {} },
        `malformed ${M}/0/refutation/fact`,
      ],
      ['a reference stands where no sources are', { '/outcomes/0/text': 'So [1].' }, 'malformed /outcomes/0/text'],
      [
        'a translated statement has it broken',
        { [`${NB}/statements/powder-1`]: '**Så**' },
        `malformed ${NB}/statements/powder-1`,
      ],
      [
        'a translated refutation refers to a source that there is not',
        { [`${NB}/misconceptions/powder/refutation/fact`]: 'Så [3].' },
        `malformed ${NB}/misconceptions/powder/refutation/fact`,
      ],
    ],
  ],
  [
    'a translation in another file needs a valid URL',
    [['its host is not closed', { [NB]: 'http://[' }, `malformed ${NB}`]],
  ],
  [
    'some rare characters are invisible',
    [
      ['the title is a tag', { '/title': '\u{e0041}' }, 'empty /title'],
      ['the id has a musical symbol without a sign', { '/id': 'a\u{1d173}' }, 'malformed /id'],
    ],
  ],
  [
    'no character may be broken',
    [
      ['half an emoji is left', { '/title': 'Foam \ud83e' }, 'brokenCharacter /title'],
      ['a comment has half an emoji', { '/$comment': '\udee7' }, 'brokenCharacter /$comment'],
      ['a character was lost', { '/intro': 'Bl\ufffdtt' }, 'brokenCharacter /intro'],
    ],
  ],
  [
    'a JSON text must have each key once and at most 1 MB',
    [
      ['a key stands twice', (text) => text.replace('"title"', '"title": "Washing", "title"'), 'duplicateKey /title'],
      ['there is much empty space', (text) => `${text}${' '.repeat(1e6)}`, 'tooLarge '],
    ],
  ],
];
