/**
 * Finds the scorecard in what the studio itself has made: a ZIP file or a script. Knows what is in
 * them; publish/made.js makes them.
 */
import { strFromU8, unzipSync } from 'fflate';
import { withValue } from '../data/edits.js';
import { asMap, pointerOf, valueAt } from '../data/pointers.js';
import { textsOf, withTranslation } from '../data/translations.js';

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
      .find(isQuestionnaire);
  } catch {
    return undefined;
  }
}

function isQuestionnaire(text) {
  try {
    return Array.isArray(JSON.parse(text)?.misconceptions);
  } catch {
    return false;
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
    // The questionnaires of a script that loads other files are in these files.
    if (!Array.isArray(document?.misconceptions)) return undefined;
    return JSON.stringify(others.reduce(withLanguage, document), null, 2);
  } catch {
    return undefined;
  }
}

/**
 * `document` with the texts of `other`, the same questionnaire in another language, as translations.
 * `untranslated` names the texts that this language leaves out.
 */
function withLanguage(document, [other, untranslated]) {
  const left = asMap(untranslated).texts ?? [];
  const begun = withValue(document, pointerOf('translations', other.lang), {});
  return textsOf(document).reduce((whole, { pointer, text }) => {
    const said = valueAt(other, pointer);
    const isLeft = typeof said !== 'string' || (said === text && left.includes(text));
    return isLeft ? whole : withTranslation(whole, pointer, other.lang, said);
  }, begun);
}

/** Whether a text is a script of the studio or of the command, with its questionnaire or without. */
export const isScript = (text) => BUNDLED.test(text);
