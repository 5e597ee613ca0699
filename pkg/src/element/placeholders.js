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

/** Puts an element into each marked place that has none: its `data-` attributes, its content as fallback. */
export function fill() {
  // While the page is still read, a place may not have all its content.
  if (document.readyState === 'loading') return;
  for (const place of document.querySelectorAll(`[${MARK}]:not(:has(> ${NAME}))`)) {
    const element = document.createElement(NAME);
    for (const name of ['lang', 'debug', ...MisconceptionScorecard.observedAttributes]) {
      const value = place.getAttribute(`data-${name}`);
      if (value !== null && name !== 'assets') element.setAttribute(name, value);
    }
    element.append(...place.childNodes);
    place.append(element);
  }
}
