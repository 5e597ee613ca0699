/**
 * Scoring and scorecard for every peer that has none. Knows the content; must not know which peer
 * uses it.
 *
 * An answer is 0 (strongly disagree) to 4 (strongly agree). Every statement is a misconception, so
 * disagreement earns the points.
 */
import { BANDS, ITEMS, SCALE } from './content.mjs';

export function score(answers) {
  let sum = 0;
  for (let i = 0; i < ITEMS.length; i++) sum += SCALE.length - 1 - answers[i];
  const pct = Math.round((sum * 100) / (ITEMS.length * (SCALE.length - 1)));
  let band = 0;
  while (band + 1 < BANDS.length && pct >= BANDS[band + 1].min) band++;
  return { sum, pct, band };
}

export const verdict = (a) => (a < 2 ? 'You see through it' : a > 2 ? 'You hold this misconception' : 'Undecided');

export function scorecardHTML(answers) {
  const { pct, band } = score(answers);
  return (
    `<section class="scorecard" data-scorecard><h2>${BANDS[band].label}: ${pct}%</h2><p>${BANDS[band].text}</p><ol>` +
    ITEMS.map((it, i) => `<li><b>${it.statement}</b> <i>${verdict(answers[i])}.</i> ${it.explain}</li>`).join('') +
    '</ol></section>'
  );
}
