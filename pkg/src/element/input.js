/**
 * Turns DOM events inside the shadow root into actions of the reader, and keeps some of them from
 * the page. This file knows pointers and keyboards; only the core knows what the name and value of a
 * control mean.
 */

/** Fields that a reader types into. */
const FIELDS = 'textarea, input:not([type=radio], [type=checkbox])';

/** Two clicks within this many milliseconds and pixels are one double click. */
const TWICE = 400;
const NEARBY = 24;

/**
 * Calls `act(name, statement, value, tapped)` for each action of the reader. Radio buttons are
 * named `agreement-3` or `certainty-3`, where 3 is the statement's index; the value 0 is "don't
 * know". `tapped` is true for a pointer and false for a keyboard. Calls `follow(id)` for a click on
 * a link to an element of the shadow root.
 */
export function listen(root, act, follow) {
  // A tap on a label fires two clicks, and only the first tells that it came from a pointer.
  let tapped = false;
  /** The latest click of a pointer: its control, time and position. */
  let pressed;
  // The second click of a double click: the first has moved the screen on, so its control is gone.
  const isSecond = ({ detail, timeStamp, clientX, clientY }) =>
    detail > 0 &&
    pressed?.control.isConnected === false &&
    timeStamp - pressed.timeStamp < TWICE &&
    Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY) < NEARBY;
  // Events of the fallback pass here too, but they are the page's. So are buttons without a `part`.
  const own = ({ target }) => (target.getRootNode() === root ? target : undefined);
  root.addEventListener('click', (event) => {
    const control = own(event)?.closest('input, label, button, a[href^="#"]');
    // If the page has prevented the click, nothing is chosen.
    if (!control || event.defaultPrevented) return;
    if (control.localName === 'a') {
      // The browser looks for the target outside the shadow root, would not find it, and would
      // change the page's URL.
      event.preventDefault();
      follow(control.hash.slice(1));
      return;
    }
    if (isSecond(event) && control.name !== 'back') {
      event.preventDefault();
      return;
    }
    const { timeStamp, clientX, clientY } = event;
    // Browsers disagree on the position of a label's second click, so it is not remembered.
    if (event.detail > 0 && !tapped) pressed = { control, timeStamp, clientX, clientY };
    const isPointer = event.detail > 0;
    if (control.localName === 'label') {
      tapped = isPointer;
      setTimeout(() => (tapped = false));
    } else if (control.localName === 'input') {
      act(...choice(control), tapped || isPointer);
    } else if (control.name) {
      act(control.name, 0, 0, isPointer);
    } else if (control.part.length > 0) {
      // In a frame that may not submit forms, the submit button still gets a click, also from the
      // Enter key.
      event.preventDefault();
      act('next', 0, 0, false);
    }
  });
  root.addEventListener('submit', (event) => {
    if (!own(event)) return;
    event.preventDefault();
    act('next', 0, 0, false);
  });
  withhold(root, own);
}

/**
 * Keeps events that our controls use from the page, whose shortcuts, copy protection and form
 * handling would otherwise act on them.
 */
function withhold(root, own) {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(type, (event) => {
      const control = own(event);
      if (control && uses(control, event)) event.stopPropagation();
    });
  }
  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'selectstart', 'copy', 'cut', 'paste', 'contextmenu']) {
    root.addEventListener(type, (event) => {
      if (own(event)?.closest?.(FIELDS)) event.stopPropagation();
    });
  }
  for (const type of ['input', 'change']) {
    root.addEventListener(type, (event) => {
      if (own(event)) event.stopPropagation();
    });
  }
}

/**
 * Whether a key does something in a control. Escape, Tab and key combinations are left to the page.
 */
function uses(control, { key, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey || key === 'Escape' || key === 'Tab') return false;
  if (control.matches(FIELDS)) return true;
  if (control.matches('input')) return key === ' ' || key === 'Enter' || key.startsWith('Arrow');
  return (key === ' ' || key === 'Enter') && control.matches('button, summary, a');
}

/** The choice of a radio button: `[name, statement, value]`. */
export function choice({ name, value }) {
  const [kind, statement] = name.split('-');
  return [kind, Number(statement), Number(value) || 0];
}
