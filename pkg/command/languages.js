/**
 * Refuses languages that a questionnaire does not have. The core would silently use the
 * questionnaire's own language instead.
 */
import { languagesOf } from './bundled-script.js';
import { wrong } from './usage.js';

/** The languages of the built-in questionnaire. */
export const BUILT_IN = ['en', 'nb'];

/**
 * Throws `Wrong` if the questionnaire with this JSON `text`, or without one the built-in one, does
 * not have the language `lang`.
 */
export function refuseLanguage(command, lang, text) {
  const offered = text === undefined ? BUILT_IN : languagesOf(text);
  if (typeof lang !== 'string' || !offered || offered.some((tag) => primary(tag) === primary(lang))) return;
  const there =
    offered.length > 1 ? `Its languages are: ${offered.join(', ')}.` : `Its only language is ${offered[0]}.`;
  throw wrong(command, `The questionnaire is not available in ${lang}. ${there}`);
}

/** The primary language of a tag. Bokmål serves for Norwegian (`no`) and Nynorsk (`nn`) too. */
const primary = (tag) =>
  tag
    .toLowerCase()
    .split(/[-_]/)[0]
    .replace(/^n[on]$/, 'nb');
