/**
 * The first screen of a questionnaire as data, for a script that shows it before the widget is
 * loaded. This file knows what pkg/src/element/first-screen.js needs; the core decides what is on
 * the screen.
 */
import { choicesOf } from '../data/options.js';
import { UNTRANSLATED } from '../data/untranslated.js';
import { apiOptions, localize, wantedOf } from './localize.js';

/**
 * See `firstScreen` in api.js; `draw` is the core's `render`.
 *
 * @param {(questionnaire: any, options: object) => import('#api-glue').Drawn} draw
 * @param {any} given
 * @param {import('../../core.js').FirstScreenOptions} options
 */
export function firstScreen(draw, given, { lang, attributes = {} }) {
  const { questionnaire, localized } = localize(given, wantedOf(lang, given?.lang));
  const { id, version, screen, words } = draw(questionnaire, apiOptions(attributes, localized, questionnaire)).first;
  const whom = { id, version, choices: choicesOf(attributes) };
  // In shuffled order, the reader's first statement is not known yet.
  const shown = attributes.order === 'shuffled' ? null : { screen, words };
  const untranslated = questionnaire[UNTRANSLATED];
  return { questionnaire: { ...questionnaire, translations: undefined }, untranslated, whom, shown };
}
