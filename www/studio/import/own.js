/**
 * Finds the scorecard in what the studio itself has made: a ZIP file or a script. Knows what is in
 * them; publish/made.js makes them.
 */
import { strFromU8, unzipSync } from 'fflate';
import { translatedPointer, withValue } from '../data/edits.js';
import { valueAt } from '../data/pointers.js';
import { textsOf } from '../data/translations.js';

/** The largest JSON file that is read from a ZIP file, in bytes. */
const MOST = 4e6;
/** The questionnaires in a script, as a string of JSON in a string literal. */
const BUNDLED = /"\{\\"first(?:For|Screens)\\":(?:[^"\\]|\\.)*"/;

/** The JSON of the questionnaire in a ZIP file, or undefined if there is none. */
export function scorecardInZip(bytes) {
  try {
    const isRead = ({ name, originalSize }) => name.endsWith('.json') && originalSize < MOST;
    return Object.values(unzipSync(bytes, { filter: isRead }))
      .map((it) => strFromU8(it))
      .find((text) => Array.isArray(JSON.parse(text)?.misconceptions));
  } catch {
    return undefined;
  }
}

/**
 * The JSON of the questionnaire in a script, or undefined if there is none. The script has one
 * questionnaire per language, the original first; the others become its translations again.
 */
export function scorecardInScript(text) {
  try {
    const { questionnaires } = JSON.parse(JSON.parse(BUNDLED.exec(text)?.[0] ?? '""'));
    const [[document], ...others] = /** @type {any[]} */ (Object.values(questionnaires));
    return JSON.stringify(
      others.reduce((whole, [it]) => withTranslation(whole, it), document),
      null,
      2,
    );
  } catch {
    return undefined;
  }
}

/** `document` with the texts of `other`, the same questionnaire in another language. */
function withTranslation(document, other) {
  return textsOf(document).reduce((whole, { pointer, text }) => {
    const said = valueAt(other, pointer);
    return typeof said !== 'string' || said === text
      ? whole
      : withValue(whole, translatedPointer(whole, pointer, other.lang), said);
  }, document);
}
