/**
 * From attributes to what the core takes. Knows their values; the core knows what they mean.
 */

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

/**
 * Under this key, a questionnaire in another language than its first has what its translation leaves out: `{ lang, texts }`. A
 * symbol, because all names are an author's to use; of the registry, because translations are a script of their own.
 */
export const UNTRANSLATED = Symbol.for('misconception-scorecard untranslated');

/** The core's options for an element, or something with its properties, that speaks `[lang, messages]`. */
export const coreOptions = (element, [lang, messages], questionnaire) => ({
  messages,
  untranslated: questionnaire?.[UNTRANSLATED],
  lang,
  plurals: new Plurals(lang),
  ...choicesOf(element),
});
