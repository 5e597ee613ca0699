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

/** The core's options for an element, or something with its properties, that speaks `[lang, messages]`. */
export function coreOptions({ layout, feedback, order, advance }, [lang, messages]) {
  return {
    messages,
    lang,
    plurals: new Plurals(lang),
    list: layout === 'list',
    each: feedback === 'each',
    // Another one is below 0, which the core takes for 0.
    order: ORDERS.indexOf(order),
    tap: advance !== 'manual',
  };
}
