/**
 * What is said of sending, in each language. Knows the files and how a value is put in; not when it is said.
 */
import en from '../../../messages/sending/en.json' with { type: 'json' };
import nb from '../../../messages/sending/nb.json' with { type: 'json' };
import { nearest } from '../data/language.js';

const TEXTS = { en, nb };

/** The texts nearest to `lang`, after their language, with the name of the host in them: `[lang, texts]`. */
export function textsFor(lang, host) {
  const spoken = nearest(lang, Object.keys(TEXTS)) ?? 'en';
  return [spoken, fill(TEXTS[spoken], host)];
}

const fill = (text, host) =>
  typeof text === 'string'
    ? text.replaceAll('{host}', () => host)
    : Object.fromEntries(Object.entries(text).map(([name, it]) => [name, fill(it, host)]));
