/**
 * The few nodes that the element makes itself, before the core draws. When they are shown is not
 * decided here.
 */

/** An element with `name` as its class, for the style sheet, and as its part, for the page. */
export function make(tag, name = '') {
  const element = document.createElement(tag);
  element.part = element.className = name;
  return element;
}

/**
 * The fallback with room kept free around it. With `start`, the label of a button, the fallback and
 * that button instead.
 */
export function makeWaiting(start) {
  const waiting = make('div', start === undefined ? 'waiting' : 'panel');
  waiting.append(make('slot'));
  if (start !== undefined) {
    const button = make('button', 'primary');
    button.textContent = start;
    waiting.append(button);
  }
  return waiting;
}
