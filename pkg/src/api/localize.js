/**
 * Chooses the language in which the core works: the questionnaire in that language, and the
 * widget's messages for it. All built-in languages are part of this script, so nothing is fetched.
 * This file does not know what is done with them.
 */
import questionnaires from '#questionnaires';
import messages from '#messages';
import { failure } from '../data/failure.js';
import { nearest, nearestIn } from '../data/language.js';
import translate from '../data/translate.js';
import { UNTRANSLATED } from '../data/untranslated.js';

/**
 * The questionnaire, `given` or the built-in one, in the language nearest to `wanted`, and
 * `[language, messages]` for it.
 *
 * @returns {{ questionnaire: any, localized: [string, string[]] }}
 */
export function localize(given, wanted) {
  const questionnaire = given === undefined ? choose(questionnaires, wanted) : translated(given, wanted);
  const heard = nearest(questionnaire?.lang, Object.keys(messages)) ?? 'en';
  return { questionnaire, localized: [heard, messages[heard]] };
}

/**
 * The first of the given language tags that is a string, else `en`. `lang` is an option of the
 * caller, so any other type than a string throws `badOption`; the other wishes come from documents,
 * which the core checks.
 */
export function wantedOf(/** @type {any} */ lang, ...wishes) {
  if (lang !== undefined && typeof lang !== 'string') {
    throw failure('badOption', `lang must be a language tag such as en, not ${typeof lang}`);
  }
  return [lang, ...wishes].find((wish) => typeof wish === 'string') ?? 'en';
}

/**
 * @typedef {{ layout?: string, feedback?: string, order?: string, advance?: string }} Choices The
 *   author's choices, as attributes of the tag.
 */

/**
 * The core's options besides the documents: the author's choices, and the messages with the
 * language of their plurals.
 */
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

/** Whether this is the id of the built-in questionnaire. */
export const isBuiltIn = (id) => Object.values(questionnaires).some((questionnaire) => questionnaire.id === id);

function translated(questionnaire, wanted) {
  const translations = questionnaire?.translations;
  if (!translations || typeof translations !== 'object') return questionnaire;
  const lang = nearestIn(questionnaire, wanted);
  if (Object.hasOwn(translations, lang) && typeof translations[lang] === 'string') {
    throw failure('notHere', `/translations/${lang} is a URL. Replace it with the translation itself first`);
  }
  return translate(questionnaire, lang);
}

/** The value in `modules` for the language nearest to `lang`, else for English. */
const choose = (modules, lang) => modules[nearest(lang, Object.keys(modules)) ?? 'en'];
