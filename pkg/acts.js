/**
 * Turns DOM events inside the shadow root into acts of the reader. Knows pointers and keyboards; what a
 * control's name and value mean is the core's.
 */

/** Calls `act(name, value, tapped)` for each act. */
export function listen(root, act) {
  // A tap on a label comes as two clicks, of which only the first knows that it was a pointer's.
  let tapped = false;
  root.addEventListener('click', (event) => {
    const control = event.target.closest('input, label, button');
    if (!control) return;
    const isPointer = event.detail > 0;
    if (control.localName === 'label') {
      tapped = isPointer;
      setTimeout(() => (tapped = false));
    } else if (control.localName === 'input') {
      act(control.name, control.value, tapped || isPointer);
    } else if (control.name) {
      act(control.name, '', isPointer);
    }
  });
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    act('next', '', false);
  });
}

/** Focuses the element with this id; scrolls only where it is out of sight. */
export function focus(root, id) {
  const element = root.getElementById(id);
  element?.focus({ preventScroll: true });
  const box = element?.getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight)) element.scrollIntoView();
}
