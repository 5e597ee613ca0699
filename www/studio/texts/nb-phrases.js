/**
 * Norwegian for the values and phrases in a finding of the check: the value that is there, the kind
 * of value that should be there, and the place. Knows how the check writes these in English; must
 * not know any code.
 */

/** The kinds of values that may be expected at a place, by the check's English words. */
const EXPECTED = {
  'a string': 'en tekst',
  'a string in double quotes': 'en tekst i anførselstegn',
  'true or false': 'true eller false',
  'an object: { … }': 'et objekt { … }',
  'an object { … }': 'et objekt { … }',
  'an array: [ … ]': 'en liste [ … ]',
  'an array [ … ]': 'en liste [ … ]',
  'an object { … } or a URL in double quotes': 'et objekt { … } eller en adresse i anførselstegn',
  'a URL': 'en adresse',
  'a URL that begins with https:// or http://': 'en adresse som begynner med https:// eller http://',
  'a language tag such as en or nb': 'en språkkode, for eksempel en eller nb',
  'a date: 2026, 2026-11 or 2026-11-23': 'en dato: 2026, 2026-11 eller 2026-11-23',
  'an id without spaces': 'et navn uten mellomrom',
  'a number above 0': 'et tall over 0',
  'a whole number, 1 to 5 above from': 'et heltall, 1 til 5 over from',
};

/** The check's English words for the expected kind of value, in Norwegian. */
export function expectedIn(phrase = '') {
  const [, whole, low, high] = /^a (whole )?number from (-?\d+) to (-?\d+)$/.exec(phrase) ?? [];
  if (low !== undefined) return `et ${whole ? 'heltall' : 'tall'} fra ${low} til ${high}`;
  // What remains are words of the format, such as “myth or fact”.
  return EXPECTED[phrase] ?? phrase.replace(/ or /g, ' eller ');
}

/** The check's English words for a value that is there, in Norwegian. */
export function foundIn(phrase = '') {
  if (phrase === 'an empty array [ ]') return 'en tom liste [ ]';
  if (phrase === 'an object { … }') return 'et objekt { … }';
  const [, count] = /^an array of (\S+) items?$/.exec(phrase) ?? [];
  if (count) return `en liste med ${grouped(count)}`;
  return phrase.replace(/^"([^]*)"$/, '«$1»');
}

/** A number as the check writes it, with Norwegian spaces between thousands. */
export const grouped = (number) => number.replaceAll(',', '\u00a0');

/** The contents of all double quotes in an English message. */
export const quotedIn = (message) => [...message.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, it]) => it);

/** Words of the format, to choose from. */
export const listed = (words) => `${words.slice(0, -1).join(', ')} eller ${words.at(-1)}`;

/** Words in « », with «og» between them. */
export const both = (words) => [...new Set(words)].map((it) => `«${it}»`).join(' og ');

const CHARACTERS = {
  'a tab': 'tabulator',
  'a line break': 'linjeskift',
  'a space': 'mellomrom',
  'a no-break space': 'hardt mellomrom',
  'a soft hyphen': 'myk bindestrek',
  'a zero width space': 'mellomrom uten bredde',
  'a zero width non-joiner': 'usynlig skilletegn',
  'a zero width joiner': 'usynlig bindetegn',
  'a left-to-right mark': 'merke for skrift mot høyre',
  'a right-to-left mark': 'merke for skrift mot venstre',
  'a narrow no-break space': 'smalt hardt mellomrom',
  'a word joiner': 'usynlig ordbinder',
  'an ideographic space': 'bredt mellomrom',
  'a byte order mark': 'byterekkefølgemerke',
};

/** The invisible character that a message names, as in ` (U+00A0, hardt mellomrom)`. */
export function characterIn(message) {
  const [, number, name] = /\((U\+[\dA-F]+)(?:, ([^)]+))?\)/.exec(message) ?? [];
  if (!number) return '';
  return ` (${number}${CHARACTERS[name] ? `, ${CHARACTERS[name]}` : ''})`;
}

/** “The same problem is in 2 more places”, in Norwegian. */
export function alsoIn(message, one, many) {
  const [, count] = /The same problem is in (\d+) more/.exec(message) ?? [];
  if (!count) return '';
  return ` Det samme gjelder ${count} ${count === '1' ? one : many} til.`;
}

/**
 * The place of a finding, as the beginning of a sentence: “here” beside the finding's own field,
 * and the name of the key elsewhere.
 */
export function here({ pointer, at }) {
  if (pointer === at || pointer === '') return 'Her';
  const { key, around } = keysAt(pointer);
  return /^\d+$/.test(key) ? `I nummer ${Number(key) + 1} under «${around}»` : `Under «${key}»`;
}

/** The last two keys of a pointer. */
export function keysAt(pointer) {
  const keys = pointer.split('/').map((it) => it.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { key: keys.at(-1), around: keys.at(-2) };
}
