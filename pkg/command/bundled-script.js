/**
 * The text of a script with a questionnaire in it, for `bundle` and for the studio. The templates,
 * which the build leaves in dist/, are passed in: this file reads and writes no files, so that it
 * also runs in a page.
 */

/** The string in the templates that the questionnaire replaces. */
const PLACE = '"the bundle"';

/** One script with everything in it. `screens` has what `firstScreen` returns, one per language. */
export function singleScript(screens, template) {
  const questionnaires = byLanguage(screens, ({ questionnaire, untranslated }) => [questionnaire, untranslated]);
  return filled(template, screens, questionnaires);
}

/**
 * A script that loads other files beside it: its `text`, and the files with the questionnaires as
 * `[name, text]`. `hash(text)` is put into a file's name.
 */
export function splitScript(screens, template, hash) {
  const beside = [];
  const questionnaires = byLanguage(screens, ({ questionnaire, untranslated }) => {
    const text = `export default Object.assign(${plain(JSON.stringify(questionnaire))}, ${symbol(untranslated)});\n`;
    const file = `questionnaire-${questionnaire.lang}-${hash(text)}.js`;
    beside.push([file, text]);
    return file;
  });
  return { text: filled(template, screens, questionnaires), beside };
}

/**
 * The languages of the questionnaire in this JSON text; undefined if it is no questionnaire, which
 * is reported elsewhere.
 */
export function languagesOf(text) {
  try {
    const { lang, translations } = JSON.parse(text);
    const tags = [lang, ...Object.keys(translations ?? {})];
    return tags.every((tag) => typeof tag === 'string') ? [...new Set(tags)] : undefined;
  } catch {
    return undefined;
  }
}

const byLanguage = (screens, part) => Object.fromEntries(screens.map((it) => [it.questionnaire.lang, part(it)]));

function filled(template, screens, questionnaires) {
  const [{ whom, shown }] = screens;
  const firstScreens = shown ? byLanguage(screens, (it) => it.shown) : {};
  const own = { firstFor: shown && whom, firstScreens, questionnaires };
  const [before, after, ...others] = template.split(PLACE);
  if (after === undefined || others[0] !== undefined) throw new Error('the template has no place for a questionnaire');
  return before + plain(JSON.stringify(JSON.stringify(own))) + after;
}

/** The texts that a translation leaves out, under the symbol of pkg/src/data/untranslated.js. */
const symbol = (untranslated) =>
  untranslated
    ? `{ [Symbol.for('misconception-scorecard untranslated')]: ${plain(JSON.stringify(untranslated))} }`
    : '{}';

/**
 * JSON in ASCII, because a script may be read in any encoding, and without `<`, which might end a
 * script element in HTML.
 */
const plain = (json) =>
  json.replace(/[<\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
