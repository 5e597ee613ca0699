/**
 * The key under which a translated questionnaire carries the texts that its translation leaves out.
 * pkg/src/data/translate.js writes them; the core marks each such text with its language.
 */

/**
 * A questionnaire in a language other than its first has `{ lang, texts }` under this key. It is a
 * symbol, because every string may be an author's key; and from the global registry, because
 * several scripts use it.
 */
export const UNTRANSLATED = Symbol.for('misconception-scorecard untranslated');
