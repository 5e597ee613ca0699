/**
 * The check's findings in words for an author who has never seen the JSON. Knows every code that an
 * author can cause in the fields; all other findings keep the check's own message. No text names a
 * key: the field, or the list of what is left to do, shows the place.
 */

/** The expected kinds of values: the check's words, what is wrong, and what to write. */
const EXPECTED = [
  [
    'a URL',
    'This is not a web address that readers’ browsers can open.',
    'Write it as your browser shows it, from https:// on.',
  ],
  [
    'date',
    'This date could not be read.',
    'Write the year, the month and the day like this: 2026-11-23. A month (2026-11) or a year (2026) is enough.',
  ],
  ['language tag', 'This is not a language tag.', 'Use a short one, such as en for English or nb for Norwegian.'],
  ['without spaces', 'This name is blank or contains spaces.', 'Use letters, digits and hyphens.'],
];

/** Errors in texts with markup: the check's message, what is wrong, and what to write. */
const MARKUP = [
  [/ has a link to /, 'A link in this text does not lead to a web address.', 'Write its address from https:// on.'],
  [
    / refers to source /,
    'A number in square brackets refers to a source that is not there.',
    'Add the source, or write \\[ instead of [ if you mean the bracket itself.',
  ],
  [
    / has (a|two) \*/,
    'A * in this text does not make emphasis.',
    'Write one * close to the words on each side, or \\* if you mean the sign itself.',
  ],
  [/ has a link /, 'A link in this text is incomplete.', 'Write it like this: [words](https://example.org).'],
];

const numberIn = (expected = '') => expected.replace(/^a/, 'A').replace(/, 1 to 5 above from$/, ' above the lowest');

function malformed({ message, expected = '', suggestion }) {
  const [, what, how] = MARKUP.find(([pattern]) => /** @type {RegExp} */ (pattern).test(message)) ?? [];
  if (what) return [what, how];
  const [, wrong, remedy] = EXPECTED.find(([kind]) => expected.includes(kind)) ?? [];
  if (!wrong) return undefined;
  return [wrong, suggestion ? `Perhaps you mean “${suggestion}”.` : remedy];
}

function outOfRange({ pointer, expected }) {
  if (pointer === '/cutoffs') {
    return [
      'These limits are out of order.',
      'Each must be lower than the one above it, as 75, 62.5 and 37.5 are. An empty one has that value.',
    ];
  }
  return ['This number is out of range.', `${numberIn(expected)} fits.`];
}

const wrongType = ({ expected = '' }) =>
  /number/.test(expected) ? ['This is not a number.', `${numberIn(expected)} belongs here.`] : undefined;

function empty({ pointer }) {
  const list = {
    misconceptions: ['There is no misconception.', 'Add one.'],
    statements: ['There is no statement.', 'Add one, so that readers can be asked.'],
  }[pointer.slice(pointer.lastIndexOf('/') + 1)];
  return list ?? ['This is empty.', 'Write something, or delete it.'];
}

function missing({ pointer }) {
  if (pointer.endsWith('/labels')) return ['The words of the answers are missing.', 'Write one for each.'];
  if (pointer.endsWith('/strength'))
    return ['The strength of the evidence is missing.', 'Choose it, or clear the dates below.'];
  return ['This is missing.', 'Write it.'];
}

function tooLarge({ message }) {
  const [count, most] = /([\d,]+) characters; at most ([\d,]+) /.exec(message)?.slice(1) ?? [];
  return count ? [`This text has ${count} characters; ${most} fit.`, 'Shorten it.'] : undefined;
}

/** The remedy for characters that are invisible or broken. */
const TYPE_ANEW = 'Type the text again here instead of pasting it.';

export const PLAIN = {
  alikeKeys: [
    'All statements point the same way, so a reader who gives the same answer throughout gets the same verdict on everything.',
    'Give each misconception a statement that points the other way.',
  ],
  noFact: [
    'All statements here say what believers say. Readers who tend to say yes will seem to believe it.',
    'Add a statement that denies it, and choose “does not believe it” below it.',
  ],
  negated: ({ message }) => [
    `This statement is negated by ${message
      .match(/"[^"]*"/g)
      ?.join(' and ')
      .replaceAll(/"([^"]*)"/g, '“$1”')}: to disagree, a reader must deny a denial.`,
    'Say what is true instead, without such a word. Then see whether the choice below it still fits.',
  ],
  refutationLength: ({ message, remedy }) => [message.replace('refutation', 'correction'), remedy],
  wishInPair: [
    'Statements about what happens are easier to settle than statements about what should be done.',
    'Say what is the case: what happens if it is done, and if it is not.',
  ],
  noSource: ['No source is named.', 'Add one below, so that readers who doubt it can look for themselves.'],
  faint: [
    'On such a page this colour is faint.',
    'The widget makes it darker or lighter there, so that it can be seen.',
  ],
  width: ['This is not a width that browsers know.', 'Write a number with a unit, such as 600px or 40em.'],
  mail: [
    'This is an e-mail address, and a page cannot send answers there by itself.',
    'Write the web address of a service that receives forms. Such services can pass the answers on to your e-mail.',
  ],
  malformed,
  tooLarge,
  controlCharacter: ['This text contains an invisible character.', TYPE_ANEW],
  brokenCharacter: ['A character in this text is broken.', TYPE_ANEW],
  placeholder: [
    'This is in square brackets, like a text that is still to be written.',
    'Write it without the brackets.',
  ],
  outOfRange,
  wrongType,
  empty,
  missing,
  unknownValue: ['This is not one of the choices here.', 'Choose one.'],
  wrongLength: ['The number of words and of answers differs.', 'Write one for each answer, in order.'],
  duplicateId: ['Another one already has this internal name.', 'Give this one its own; answers are stored under it.'],
  unreachableOutcome: ({ message }) =>
    message.startsWith('Another')
      ? [
          'Another remark begins at the same number, and is shown instead of this one.',
          'Change the number, or delete it.',
        ]
      : ['No answers lead to this remark.', 'Lower the number that it begins at, or delete it.'],
  reviewDue: ({ message }) => [
    `The evidence was due for review by ${/by ([\d-]+)\.$/.exec(message)?.[1]}.`,
    'Check whether it still holds, then update both dates.',
  ],
  unspokenLanguage: [
    'The scorecard has no words of its own in this language: its buttons and verdicts are in English.',
    'You can at least write the answers in this language, under “How readers answer”.',
  ],
  ownLanguage: [
    'The scorecard itself is in this language, so this translation is never shown.',
    'Delete it, or choose the right language under “Title and introduction”.',
  ],
};
