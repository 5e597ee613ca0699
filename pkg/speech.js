/**
 * In which language the core speaks, where all languages are at hand: the questionnaire as it is in that language, and
 * the widget's words. Knows what is built in; not what is made of it.
 */
import questionnaires from '#questionnaires';
import words from '#words';
import { failure } from './failure.js';
import { nearest } from './language.js';
import translate from './translate.js';

/** The questionnaire, `given` or the built-in one, in the language nearest to `wanted`, and `[language, words]` for it. */
export function speak(given, wanted) {
  const questionnaire = given === undefined ? choose(questionnaires, wanted) : translated(given, wanted);
  const spoken = String(questionnaire?.lang ?? '');
  const heard = nearest(spoken, Object.keys(words)) ?? 'en';
  return { questionnaire, speech: [heard, words[heard]] };
}

/** Whether the built-in questionnaire has this id. */
export const isBuiltIn = (id) => Object.values(questionnaires).some((questionnaire) => questionnaire.id === id);

function translated(questionnaire, wanted) {
  const translations = questionnaire?.translations;
  if (!translations || typeof translations !== 'object') return questionnaire;
  const lang = nearest(wanted, [questionnaire.lang ?? '', ...Object.keys(translations)]);
  if (typeof translations[lang] === 'string') {
    throw failure('notHere', `/translations/${lang}: an address. Put the translation itself in its place first`);
  }
  return translate(questionnaire, lang);
}

/** The one of `modules` nearest to `lang`; English where none is. */
const choose = (modules, lang) => modules[nearest(lang, Object.keys(modules)) ?? 'en'];
