/**
 * Where a questionnaire has what its translation leaves out. Knows the key alone: pkg/src/data/translate.js fills it, the core
 * says the language of each such text.
 */

/**
 * Under this key, a questionnaire in another language than its first has `{ lang, texts }`. A symbol, because all names are
 * an author's to use; of the registry, because several scripts ask for it.
 */
export const UNTRANSLATED = Symbol.for('misconception-scorecard untranslated');
