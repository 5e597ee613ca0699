/**
 * What `bundle` makes: the text of a script with a questionnaire in it. Knows the templates that the build leaves in dist/, which
 * are handed in; nothing of files, so that the studio makes the same in a page.
 */

/** What stands in the templates in the place of the questionnaire. */
const PLACE = '"the bundle"';

/** One script with everything in it, of these first screens, one a language. */
export function singleScript(screens, template) {
  const questionnaires = byLanguage(screens, ({ questionnaire, untranslated }) => [questionnaire, untranslated]);
  return filled(template, screens, questionnaires);
}

/**
 * A script that loads what it needs from beside it: its `text`, and the files of its questionnaires as `[name, text]`.
 * `hash(text)` is what a file is named by.
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

/** The languages in which the questionnaire of this text is there; undefined where it is none, which is said elsewhere. */
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

/** What a translation leaves out, as pkg/src/data/options.js has it. */
const symbol = (untranslated) =>
  untranslated
    ? `{ [Symbol.for('misconception-scorecard untranslated')]: ${plain(JSON.stringify(untranslated))} }`
    : '{}';

/** JSON in ASCII, for a script may be read in any encoding; and nothing in it ends a script in HTML. */
const plain = (json) =>
  json.replace(/[<\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
