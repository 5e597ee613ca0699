/**
 * Which languages there are of a questionnaire. Knows how a language is looked for; the core does it, but takes the
 * questionnaire's own for one that it has not.
 */
import { languagesOf } from './bundled-script.js';
import { wrong } from './usage.js';

/** Of the built-in questionnaire. */
export const BUILT_IN = ['en', 'nb'];

/** Refuses `lang` where the questionnaire with this `text`, or without one the built-in one, has no such language. */
export function refuseLanguage(command, lang, text) {
  const offered = text === undefined ? BUILT_IN : languagesOf(text);
  if (typeof lang !== 'string' || !offered || offered.some((tag) => primary(tag) === primary(lang))) return;
  const there = offered.length > 1 ? `There are: ${offered.join(', ')}.` : `There is only ${offered[0]}.`;
  throw wrong(command, `The questionnaire is not there in ${lang}. ${there}`);
}

/** The language of a tag. Bokmål serves for Norwegian and Nynorsk. */
const primary = (tag) =>
  tag
    .toLowerCase()
    .split(/[-_]/)[0]
    .replace(/^n[on]$/, 'nb');
