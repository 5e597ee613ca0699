/**
 * What a translator sends back, put into the questionnaire. Knows the two forms it may have; which texts there are, others know.
 */
import { asText } from './pointers.js';
import { rowsOf } from './table.js';
import { textsOf, withTranslation } from './translations.js';
import { isXliff, readXliff } from './xliff.js';

/** The columns of a translator's table. */
export const COLUMNS = ['place', 'where', 'original', 'translation'];

/**
 * `{ taken, left }`: the document with what came back in `lang`, and the places in it that there are not any more. Throws
 * `columns`, `broken`, and `language` with the one that it is in.
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
  // Norwegian is Bokmål to many programs.
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
