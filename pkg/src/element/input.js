/**
 * Turns DOM events inside the shadow root into acts of the reader. Knows pointers and keyboards; what a
 * control's name and value mean is the core's.
 */

/**
 * Calls `act(name, statement, value, tapped)` for each act. A radio button's name is `agreement-3` or
 * `certainty-3`, by the statement's index; "don't know" is 0.
 */
export function listen(root, act) {
  // A tap on a label comes as two clicks, of which only the first knows that it was a pointer's.
  let tapped = false;
  // Events of the fallback come by here too: they are the page's.
  const own = ({ target }) => (target.getRootNode() === root ? target : undefined);
  root.addEventListener('click', (event) => {
    const control = own(event)?.closest('input, label, button');
    if (!control) return;
    const isPointer = event.detail > 0;
    if (control.localName === 'label') {
      tapped = isPointer;
      setTimeout(() => (tapped = false));
    } else if (control.localName === 'input') {
      act(...choice(control), tapped || isPointer);
    } else if (control.name) {
      act(control.name, 0, 0, isPointer);
    }
  });
  root.addEventListener('submit', (event) => {
    if (!own(event)) return;
    event.preventDefault();
    act('next', 0, 0, false);
  });
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
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
}
