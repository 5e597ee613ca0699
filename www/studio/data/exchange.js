/**
 * Puts the translations that a translator sends back into the questionnaire. Knows the two formats
 * of such a file, a table and XLIFF; must not know which texts a questionnaire has.
 */
import { asText } from './pointers.js';
import { rowsOf } from './table.js';
import { textsOf, withTranslation } from './translations.js';
import { isXliff, readXliff } from './xliff.js';

/** The columns of a translator's table. */
export const COLUMNS = ['place', 'where', 'original', 'translation'];

/**
 * Returns `{ taken, left }`: the document with the translations into `lang`, and the places in
 * `text` that the document no longer has. Throws an error whose message is `columns`, `broken` or
 * `language`; an error `language` also has the language of the file, as `to`.
 */
export function takeTranslations(document, lang, text, parse = undefined) {
  const rows = isXliff(text) ? rowsOfXliff(text, lang, parse) : rowsOfTable(text);
  const known = new Set(textsOf(document).map(({ pointer }) => pointer));
  const left = [];
  let taken = document;
  for (const { place, translation } of rows) {
    if (!known.has(place)) left.push(place);
    else if (translation) taken = withTranslation(taken, place, lang, translation);
  }
  return { taken, left };
}

function rowsOfXliff(text, lang, parse) {
  const { to, rows } = readXliff(text, parse);
  // Many programs call Bokmål (`nb`) just Norwegian (`no`).
  const main = (tag) => asText(tag).toLowerCase().split('-')[0].replace(/^no$/, 'nb');
  if (to !== undefined && main(to) !== main(lang)) throw Object.assign(new Error('language'), { to });
  return rows;
}

function rowsOfTable(text) {
  const [head = [], ...rows] = rowsOf(text);
  const names = head.map((it) => it.toLowerCase());
  const [place, translation] = ['place', 'translation'].map((it) => names.indexOf(it));
  if (place < 0 || translation < 0) throw new Error('columns');
  return rows.map((row) => ({ place: row[place], translation: row[translation] }));
}
