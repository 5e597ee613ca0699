/**
 * Elements for marked places: `<div data-misconception-scorecard data-src="...">`, for editors that strip
 * tags they do not know. Knows attributes; what they mean is the element's.
 *
 * Sanitisers let `data-` attributes through, whoever wrote them. So only the element's own become attributes, and
 * `assets` does not, for it names code to run.
 */
import { MisconceptionScorecard } from '../element.js';

const NAME = 'misconception-scorecard';
const MARK = `data-${NAME}`;

/** How often one place is filled: a page that takes out again what is put in has the last word. */
const MOST = 10;
const filled = new WeakMap();

/** Puts an element into each marked place that has none: its `data-` attributes, its content as fallback. */
export function fill() {
  // While the page is still read, a place may not have all its content.
  if (document.readyState === 'loading') return;
  for (const place of document.querySelectorAll(`[${MARK}]:not(:has(> ${NAME}))`)) {
    const times = (filled.get(place) ?? 0) + 1;
    if (times > MOST) continue;
    filled.set(place, times);
    const element = document.createElement(NAME);
    for (const name of ['lang', 'debug', ...MisconceptionScorecard.observedAttributes]) {
      const value = place.getAttribute(`data-${name}`);
      if (value !== null && name !== 'assets') element.setAttribute(name, value);
    }
    element.append(...place.childNodes);
    place.append(element);
  }
}
