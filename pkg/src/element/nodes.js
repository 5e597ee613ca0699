/**
 * The few nodes that the shim makes itself, before the core draws. Knows their names; not when they are shown.
 */

/** An element that the style sheet and the page know by `name`. */
export function make(tag, name = '') {
  const element = document.createElement(tag);
  element.part = element.className = name;
  return element;
}

/** The fallback with room kept free; or, if `start` says so on it, with a button. */
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
