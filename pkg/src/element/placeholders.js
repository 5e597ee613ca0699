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
/** By place: how often it was filled, and the element it had. */
const times = new WeakMap();
const elements = new WeakMap();

/** Puts an element into each marked place that has none: its `data-` attributes, its content as fallback. */
export function fill() {
  // While the page is still read, a place may not have all its content.
  if (document.readyState === 'loading') return;
  for (const place of document.querySelectorAll(`[${MARK}]:not(:has(> ${NAME}))`)) {
    const count = (times.get(place) ?? 0) + 1;
    if (count > MOST) continue;
    times.set(place, count);
    const element = elementFor(place);
    elements.set(place, element);
    for (const name of ['lang', 'debug', ...MisconceptionScorecard.observedAttributes]) {
      const value = place.getAttribute(`data-${name}`);
      if (value !== null && name !== 'assets') element.setAttribute(name, value);
    }
    if (place.hasChildNodes()) element.replaceChildren(...place.childNodes);
    place.append(element);
  }
}

/** The element that a place had before a page brought itself up to date, with all that was answered; or a new one. */
function elementFor(place) {
  const element = elements.get(place);
  return element && !element.isConnected ? element : document.createElement(NAME);
}
