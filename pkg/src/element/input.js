/**
 * Turns DOM events inside the shadow root into acts of the reader. Knows pointers and keyboards; what a
 * control's name and value mean is the core's.
 */

/** Fields that a reader types into. */
const FIELDS = 'textarea, input:not([type=radio], [type=checkbox])';

/** Within how many milliseconds and pixels a second press belongs to the one that has moved the screen on. */
const TWICE = 400;
const NEARBY = 24;

/** What is left free between such a header and what has the focus, in pixels. */
const GAP = 8;

/**
 * Calls `act(name, statement, value, tapped)` for each act. A radio button's name is `agreement-3` or
 * `certainty-3`, by the statement's index; "don't know" is 0.
 */
export function listen(root, act) {
  // A tap on a label comes as two clicks, of which only the first knows that it was a pointer's.
  let tapped = false;
  /** The last press: where, when, and on what. */
  let pressed;
  // What it was on has gone, so the screen has moved on under the finger.
  const isSecond = ({ detail, timeStamp, clientX, clientY }) =>
    detail > 0 &&
    pressed?.control.isConnected === false &&
    timeStamp - pressed.timeStamp < TWICE &&
    Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY) < NEARBY;
  // Events of the fallback come by here too: they are the page's. So are buttons that have none of our parts.
  const own = ({ target }) => (target.getRootNode() === root ? target : undefined);
  root.addEventListener('click', (event) => {
    const control = own(event)?.closest('input, label, button, a[href^="#"]');
    // If the page has prevented it, nothing has been chosen.
    if (!control || event.defaultPrevented) return;
    if (control.localName === 'a') {
      // Within a shadow root, the browser would find nothing there, and change the page's address.
      event.preventDefault();
      focus(root, control.hash.slice(1));
      return;
    }
    if (isSecond(event) && control.name !== 'back') {
      event.preventDefault();
      return;
    }
    const { timeStamp, clientX, clientY } = event;
    // The second click of a tap on a label says where it was in no browser alike.
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
      // A frame that may not submit forms has the click all the same, also of the Enter key.
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

/** Withholds from the page the events that a control of ours uses: its shortcuts, its guards against copying, its forms. */
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

/** Whether a key does something in a control. Escape, Tab and combinations stay the page's. */
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
 * Focuses the element with this id; scrolls only where it is out of sight, or under what a page may have at its
 * top. Not where the reader, in the moment after a tap, has gone elsewhere on the page. (What is around the widget
 * may have the focus all the same: in Safari a click on an answer gives it to the nearest that takes any.)
 */
export function focus(root, id) {
  const { activeElement, body } = document;
  if (!root.activeElement && activeElement !== body && !activeElement.contains(root.host)) return;
  const element = root.getElementById(id);
  unfold(element);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
  if (element) uncover(element, root.host);
}

/** Opens what `element` is folded in. */
function unfold(element) {
  const fold = element?.closest('details');
  if (fold) fold.open = true;
}

/** Scrolls on where a header that stays at its place lies over `element`, which is in the shadow root of `host`. */
export function uncover(element, host) {
  // A widget may be drawn again while it is out of the page.
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
