/**
 * The check's findings in words for an author who has never seen the JSON. Knows the codes that an
 * author meets in the fields; all other findings keep the check's own message.
 */

/** Words for a finding at its own field. Elsewhere, the check's own message names the key. */
const atField =
  (...words) =>
  ({ pointer, at }) =>
    pointer === at ? words : undefined;

export const PLAIN = {
  alikeKeys: [
    'All statements point the same way, so whoever agrees with everything, or disagrees with everything, gets the same verdict on all.',
    'Give each misconception a statement that points the other way.',
  ],
  noFact: [
    'All statements here say what believers say. Readers who tend to agree will seem to believe it.',
    'Add a statement that denies it, and say of it that whoever agrees sees through the misconception.',
  ],
  noSource: ['No source is named.', 'Add one below, so that readers who doubt it can look for themselves.'],
  faint: [
    'On such a page this colour is faint.',
    'The widget makes it darker or lighter there, so that it can be seen.',
  ],
  empty: atField('This is empty.', 'Write something, or delete it.'),
  missing: atField('This is missing.', 'Write it.'),
};
