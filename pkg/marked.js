/**
 * Elements for marked places: `<div data-misconception-scorecard data-src="...">`, for editors that strip
 * tags they do not know. Knows attributes; what they mean is the element's.
 */
const NAME = 'misconception-scorecard';
const MARK = `data-${NAME}`;

/** Puts an element into each marked place that has none: its `data-` attributes, its content as fallback. */
export function fill() {
  // While the page is still read, a place may not have all its content.
  if (document.readyState === 'loading') return;
  for (const place of document.querySelectorAll(`[${MARK}]:not(:has(> ${NAME}))`)) {
    const element = document.createElement(NAME);
    for (const { name, value } of place.attributes) {
      if (name.startsWith('data-') && name !== MARK) element.setAttribute(name.slice(5), value);
    }
    element.append(...place.childNodes);
    place.append(element);
  }
}
