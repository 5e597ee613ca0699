/**
 * Turns attributes of the element into options of the core. This file knows the values that
 * attributes may have; the core knows what they do.
 */

import { UNTRANSLATED } from './untranslated.js';

/** Plural categories, in the order of the forms in a message. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * The plural rules of one language. This is a class and not a function, because the core keeps it,
 * and a closure might keep the element alive.
 */
class Plurals extends Intl.PluralRules {
  category(number) {
    return CATEGORIES.indexOf(this.select(number));
  }
}

const ORDERS = ['interleaved', 'author', 'shuffled'];

/**
 * The choices of the author that decide which screen comes first; of an element, or of an object
 * with the same properties.
 */
export const choicesOf = (/** @type {any} */ { layout, feedback, order, advance }) => ({
  list: layout === 'list',
  each: feedback === 'each',
  order: Math.max(0, ORDERS.indexOf(order)),
  tap: advance !== 'manual',
});

/**
 * The core's options for an element, or for an object with the same properties, whose messages are
 * `[lang, messages]`.
 */
export const coreOptions = (element, [lang, messages], questionnaire) => ({
  messages,
  untranslated: questionnaire?.[UNTRANSLATED],
  lang,
  plurals: new Plurals(lang),
  ...choicesOf(element),
});
