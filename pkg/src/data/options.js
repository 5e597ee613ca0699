/**
 * From attributes to what the core takes. Knows their values; the core knows what they mean.
 */

import { UNTRANSLATED } from './untranslated.js';

/** The plural categories in the order of the words' forms. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The rules of a language. A class and not a function: the core holds it, and a function might hold the element. */
class Plurals extends Intl.PluralRules {
  category(number) {
    return CATEGORIES.indexOf(this.select(number));
  }
}

const ORDERS = ['interleaved', 'author', 'shuffled'];

/** The author's choices, all that change which screen is the first: of an element, or of something with its properties. */
export const choicesOf = (/** @type {any} */ { layout, feedback, order, advance }) => ({
  list: layout === 'list',
  each: feedback === 'each',
  order: Math.max(0, ORDERS.indexOf(order)),
  tap: advance !== 'manual',
});

/** The core's options for an element, or something with its properties, that speaks `[lang, messages]`. */
export const coreOptions = (element, [lang, messages], questionnaire) => ({
  messages,
  untranslated: questionnaire?.[UNTRANSLATED],
  lang,
  plurals: new Plurals(lang),
  ...choicesOf(element),
});
