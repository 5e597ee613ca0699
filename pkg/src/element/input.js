/**
 * Turns DOM events inside the shadow root into actions of the reader, and keeps some of them from
 * the page. This file knows pointers, keyboards and focus; only the core knows what the name and
 * value of a control mean.
 */

/** Fields that a reader types into. */
const FIELDS = 'textarea, input:not([type=radio], [type=checkbox])';

/** Two clicks within this many milliseconds and pixels are one double click. */
const TWICE = 400;
const NEARBY = 24;

/** The space between a fixed header and the element that has the focus, in pixels. */
const GAP = 8;

/** For how many frames an element is kept in view. */
const FRAMES = 3;

/**
 * Calls `act(name, statement, value, tapped)` for each action of the reader. Radio buttons are
 * named `agreement-3` or `certainty-3`, where 3 is the statement's index; the value 0 is "don't
 * know". `tapped` is true for a pointer and false for a keyboard.
 */
export function listen(root, act) {
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
      focus(root, control.hash.slice(1));
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

/** The choice that a radio button stands for: `[name, statement, value]`. */
export function choice({ name, value }) {
  const [kind, statement] = name.split('-');
  return [kind, Number(statement), Number(value) || 0];
}

/**
 * Focuses the element with this id. Scrolls only if it is out of sight or covered by the page's
 * header. Does nothing if the reader has meanwhile moved the focus elsewhere on the page; the focus
 * may be on an ancestor of the widget, though, because in Safari a click on an answer focuses the
 * nearest focusable ancestor.
 */
export function focus(root, id) {
  const { activeElement, body } = document;
  if (!root.activeElement && activeElement !== body && !activeElement.contains(root.host)) return;
  const element = root.getElementById(id);
  unfold(element);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
  if (element) uncover(element, root.host);
  if (element?.closest('article')) stayInView(element, FRAMES);
}

/**
 * Scrolls again in each of the next frames. Far down a long scorecard the browser lays out only
 * what is near the reader, so the neighbours get their own heights after the first scroll.
 */
function stayInView(element, frames) {
  requestAnimationFrame(() => {
    element.scrollIntoView({ block: 'nearest' });
    if (frames > 1) stayInView(element, frames - 1);
  });
}

/** Opens the `details` that `element` is in. */
function unfold(element) {
  const fold = element?.closest('details');
  if (fold) fold.open = true;
}

/**
 * Scrolls back if a fixed or sticky header covers `element`, which is in the shadow root of `host`.
 */
export function uncover(element, host) {
  // The widget may be drawn again while it is not in the page.
  if (!host.isConnected) return;
  const { left, top } = element.getBoundingClientRect();
  const [over] = host.getRootNode().elementsFromPoint(left + 1, top + 1);
  if (!over || over === host || over.contains(host)) return;
  for (let it = over; it; it = it.parentElement) {
    if (!/fixed|sticky/.test(getComputedStyle(it).position)) continue;
    const { bottom } = it.getBoundingClientRect();
    if (bottom < innerHeight / 2) scrollBy({ top: top - bottom - GAP, behavior: 'instant' });
    return;
  }
}
