/**
 * Lets a click on a text of the preview go to the field of that text; the text under the mouse
 * pointer is outlined. Knows which elements readers press, and leaves those alone; other modules
 * find the field.
 */

/** Elements that readers press themselves. */
const USED = 'button, input, select, textarea, label, summary, a[href^="#"]';

/** `find(element)` returns the field of an element in `parent`; `go(field)` goes to a field. */
export function leadBack(parent, { find, go }) {
  let lit;
  const unlight = () => {
    lit?.style.removeProperty('outline');
    lit?.style.removeProperty('cursor');
    lit = undefined;
  };
  const target = (event) => {
    const [element] = event.composedPath();
    return element?.nodeType === 1 && element !== parent && !element.closest(USED) ? element : undefined;
  };
  parent.addEventListener('pointerover', (event) => {
    unlight();
    const element = event.pointerType === 'touch' ? undefined : target(event);
    if (!element || !find(element)) return;
    lit = element;
    lit.style.outline = '1px dashed currentColor';
    lit.style.cursor = 'pointer';
  });
  parent.addEventListener('pointerout', unlight);
  parent.addEventListener('click', (event) => {
    const element = target(event);
    if (!element) return;
    const field = find(element);
    // A link to another page would leave the studio.
    if (element.closest('a[href]')) event.preventDefault();
    if (!field || String(getSelection()).trim() !== '') return;
    unlight();
    go(field);
  });
}
