/**
 * The words of the answers if there are just two to choose from. Knows the scale of a
 * questionnaire, and the words that the widget uses if the author wrote none.
 */
import { asList, asMap, asText } from './pointers.js';

/** The two answers, first the one that denies; undefined if there are more than two. */
export function pairOf({ scale, lang }) {
  const { points, labels } = asMap(scale);
  if (points !== 2) return undefined;
  const usual = /^n[bno](-|$)/.test(asText(lang)) ? ['Usant', 'Sant'] : ['False', 'True'];
  return usual.map((word, index) => asText(asList(labels)[index]).trim() || word);
}
