/** The texts about sending, in each language. This file does not know when a text is shown. */
import en from '../../../messages/sending/en.json' with { type: 'json' };
import nb from '../../../messages/sending/nb.json' with { type: 'json' };
import { nearest } from '../data/language.js';

const TEXTS = { en, nb };

/**
 * The texts in the language nearest to `lang`, with the endpoint's host filled in:
 * `[language, texts]`.
 */
export function textsFor(lang, host) {
  const spoken = nearest(lang, Object.keys(TEXTS)) ?? 'en';
  return [spoken, fill(TEXTS[spoken], host)];
}

const fill = (text, host) =>
  typeof text === 'string'
    ? text.replaceAll('{host}', () => host)
    : Object.fromEntries(Object.entries(text).map(([name, it]) => [name, fill(it, host)]));
