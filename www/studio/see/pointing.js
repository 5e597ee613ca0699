/**
 * What a pointer does on the texts of the preview: they light up, and a click leads to the field. Knows which elements a reader uses,
 * which work as on any page; which field it is, others find out.
 */

/** What a reader presses. */
const USED = 'button, input, select, textarea, label, summary, a[href^="#"]';

/** `find(element)` gives the field of what stands in an element of `parent`, and `go(field)` goes there. */
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
    // A link to elsewhere would leave the studio.
    if (element.closest('a[href]')) event.preventDefault();
    if (!field || String(getSelection()).trim() !== '') return;
    unlight();
    go(field);
  });
}
