/**
 * Turns true/false and agree/disagree items of other programs into misconceptions. Knows what an
 * item contains and what it may lack; must not know the file format of any program.
 *
 * An item is `{ text, isTrue?, feedback?, name?, source? }`. If `isTrue` is missing, nobody has
 * said which answer is right.
 */
import { newMisconception, newScorecard } from '../data/making.js';

/** A scorecard made of items. `points` is 2 for true/false items. */
export function scorecardOf(items, { title = '', lang = 'en', points = undefined } = {}) {
  let document = { ...newScorecard({ title, lang, ...(points && { scale: { points } }) }), misconceptions: [] };
  for (const item of items)
    document = { ...document, misconceptions: [...document.misconceptions, misconceptionOf(document, item)] };
  return document;
}

/**
 * A misconception with the item as its statement. The text of a false item is also the name of the
 * misconception; a true item does not say what people believe instead.
 */
function misconceptionOf(document, { text, isTrue, feedback = '', name = '' }) {
  const made = newMisconception(document, name || (isTrue ? '' : text));
  const [statement] = made.statements;
  return {
    ...made,
    statements: [{ ...statement, text, key: isTrue ? 'fact' : 'myth' }],
    refutation: { fact: isTrue ? text : '', whyWrong: feedback },
  };
}

/** A text without HTML tags, with character references replaced by their characters. */
export function plainText(html) {
  const signs = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'", apos: "'" };
  return String(html ?? '')
    .replace(/<(br|\/(p|div|li|h[1-6]|tr|section|title|blockquote))\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name) => signs[name] ?? (name[0] === '#' ? codePoint(name) : whole))
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

function codePoint(name) {
  const number = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return number > 0 && number < 0x110000 ? String.fromCodePoint(number) : '';
}
