/**
 * In which language the core speaks, where all languages are at hand: the questionnaire as it is in that language, and
 * the widget's words. Knows what is built in; not what is made of it.
 */
import questionnaires from '#questionnaires';
import messages from '#messages';
import { failure } from '../data/failure.js';
import { nearest, nearestIn } from '../data/language.js';
import translate from '../data/translate.js';
import { UNTRANSLATED } from '../data/untranslated.js';

/**
 * The questionnaire, `given` or the built-in one, in the language nearest to `wanted`, and `[language, messages]` for
 * it.
 *
 * @returns {{ questionnaire: any, localized: [string, string[]] }}
 */
export function localize(given, wanted) {
  const questionnaire = given === undefined ? choose(questionnaires, wanted) : translated(given, wanted);
  const heard = nearest(questionnaire?.lang, Object.keys(messages)) ?? 'en';
  return { questionnaire, localized: [heard, messages[heard]] };
}

/**
 * The language to speak: the first of `wishes` there is. One that an option holds must be a text; that of the document
 * is the core's to refuse.
 */
export function wantedOf(/** @type {any} */ lang, ...wishes) {
  if (lang !== undefined && typeof lang !== 'string') {
    throw failure('badOption', `lang: the tag of a language, such as en, not ${typeof lang}`);
  }
  return [lang, ...wishes].find((wish) => typeof wish === 'string') ?? 'en';
}

/** @typedef {{ layout?: string, feedback?: string, order?: string, advance?: string }} Choices An author's. */

/** What the core is told besides a document: the author's choices, and the messages with the language of their plurals. */
export const apiOptions = (
  /** @type {Choices} */ { layout, feedback, order, advance },
  [locale, texts],
  questionnaire,
) => ({
  untranslated: questionnaire?.[UNTRANSLATED],
  layout,
  feedback,
  order,
  advance,
  locale,
  messages: texts,
});

/** Whether the built-in questionnaire has this id. */
export const isBuiltIn = (id) => Object.values(questionnaires).some((questionnaire) => questionnaire.id === id);

function translated(questionnaire, wanted) {
  const translations = questionnaire?.translations;
  if (!translations || typeof translations !== 'object') return questionnaire;
  const lang = nearestIn(questionnaire, wanted);
  if (Object.hasOwn(translations, lang) && typeof translations[lang] === 'string') {
    throw failure('notHere', `/translations/${lang}: an address. Put the translation itself in its place first`);
  }
  return translate(questionnaire, lang);
}

/** The one of `modules` nearest to `lang`; English where none is. */
const choose = (modules, lang) => modules[nearest(lang, Object.keys(modules)) ?? 'en'];
