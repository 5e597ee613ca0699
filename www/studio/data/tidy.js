/**
 * Turns URLs and dates as people type them (a host without `https://`, a month as a word) into the
 * form that a document needs. Leaves a text alone if it could mean two things. Knows how people
 * write dates in English and Norwegian; must not know which field a text is from.
 */

const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?=[/?#]|$)/u;
const MAIL = /^(?:mailto:)?[^\s@/]+@[^\s@/]+\.[^\s@/]+$/i;

/** Whether a text is an e-mail address. */
export const isMail = (text) => MAIL.test(text.trim());

/**
 * The URL that `text` means: adds `https://` if only that is missing, and encodes spaces. A text
 * that does not look like a URL is returned without the spaces around it.
 */
export function addressOf(text) {
  const given = text.trim();
  const bare = given.replace(/^\/\//, '');
  const whole = HOST.test(bare) ? `https://${bare}` : given;
  return /^https?:\/\/\S/i.test(whole) ? whole.replaceAll(/\s+/g, '%20') : whole;
}

/** The width that `text` means: a number alone is in pixels. */
export const widthOf = (text) => text.trim().replace(/^\d+(\.\d+)?$/, '$&px');

/**
 * The URL or the relative path of a file. `name.js` looks like a host name, so a text without a
 * slash is taken for a file name.
 */
export const fileAddressOf = (text) => (/^[^/]*$/.test(text.trim()) ? text.trim() : addressOf(text));

/**
 * The names of the months in English and Norwegian. Their first three or more letters are enough.
 */
const MONTHS = [
  ['january', 'januar'],
  ['february', 'februar'],
  ['march', 'mars'],
  ['april'],
  ['may', 'mai'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august'],
  ['september', 'sept'],
  ['october', 'oktober'],
  ['november'],
  ['december', 'desember'],
];

function monthIn(word) {
  const own = word.toLowerCase().replace(/\.$/, '');
  if (own.length < 3) return undefined;
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(own)));
  return index < 0 ? undefined : index + 1;
}

const WORD = '(\\p{L}{3,}\\.?)';
const YEAR = '(\\d{4})';
const DAY = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
/** The ways to write a date, each with the order of its parts: year, month, day. */
const WAYS = [
  [/^(\d{4})[-/. ](\d{1,2})$/, 'ym'],
  [/^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, 'ymd'],
  [/^(\d{1,2})\s?[-/.]\s?(\d{4})$/, 'my'],
  [/^(\d{1,2})\s?[-.]\s?(\d{1,2})\s?[-.]\s?(\d{4})$/, 'dmy'],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2})$/, 'dmy'],
  [new RegExp(`^${WORD},? ${YEAR}$`, 'u'), 'my'],
  [new RegExp(`^${YEAR},? ${WORD}$`, 'u'), 'ym'],
  [new RegExp(`^${DAY} (?:of )?${WORD},? ${YEAR}$`, 'u'), 'dmy'],
  [new RegExp(`^${WORD} ${DAY},? ${YEAR}$`, 'u'), 'mdy'],
].map(([pattern, order]) => ({ pattern: /** @type {RegExp} */ (pattern), order: /** @type {string} */ (order) }));

/**
 * Reads `23/11/2026` or `11/23/2026`. Returns undefined if it is unclear which number is the month.
 */
function slashed(text) {
  const [, first, second, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (first === undefined || (Number(first) <= 12 && Number(second) <= 12 && first !== second)) return undefined;
  return Number(second) > 12 ? { y: year, m: first, d: second } : { y: year, m: second, d: first };
}

/**
 * Writes a date as `2026-11` or `2026-11-23`. A text that is not recognised, such as a year alone,
 * only loses superfluous spaces.
 */
export function dateOf(text) {
  const given = text.trim().replaceAll(/\s+/g, ' ');
  const read = slashed(given) ?? parted(given);
  if (!read) return given;
  const { y, m, d } = read;
  const year = Number(y.length === 2 ? `20${y}` : y);
  const month = /\d/.test(m) ? Number(m) : monthIn(m);
  const day = d === undefined ? undefined : Number(d);
  if (!month || month > 12) return given;
  if (day !== undefined && (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())) return given;
  const two = (number) => String(number).padStart(2, '0');
  return [String(year), two(month), ...(day === undefined ? [] : [two(day)])].join('-');
}

function parted(text) {
  for (const { pattern, order } of WAYS) {
    const found = pattern.exec(text);
    if (found)
      return /** @type {any} */ (Object.fromEntries([...order].map((part, index) => [part, found[index + 1]])));
  }
  return undefined;
}
