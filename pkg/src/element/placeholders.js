/**
 * Puts elements into marked places, `<div data-misconception-scorecard data-src="...">`, for
 * editors that strip tags they do not know. This file copies attributes and does not know what they
 * mean.
 *
 * HTML sanitisers do not remove `data-` attributes, even those of untrusted authors. So only the
 * element's own attributes are copied, and never `assets`, which says from where code is loaded.
 */
import { MisconceptionScorecard } from '../element.js';

const NAME = 'misconception-scorecard';
const MARK = `data-${NAME}`;

/** How often one place is filled: a page that keeps removing the element has the last word. */
const MOST = 10;
/** For each place: how often it was filled, and the element that it was given. */
const times = new WeakMap();
const elements = new WeakMap();

/**
 * Puts an element into each marked place that has none. It gets the place's `data-` attributes, and
 * the place's content as its fallback.
 */
export function fill() {
  // While the page is being parsed, a place may not have all its content yet.
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

/**
 * The element that this place had before the page replaced its content, with all answers in it; or
 * a new one.
 */
function elementFor(place) {
  const element = elements.get(place);
  return element && !element.isConnected ? element : document.createElement(NAME);
}
