/**
 * The embed script: defines the element, and puts one where a page could only mark the place. Knows when to; not how. Where
 * there is no page that is seen, as on a server or in jsdom, it does nothing.
 */
import { define } from './element.js';
import { fill } from './element/placeholders.js';

if (globalThis.IntersectionObserver) {
  define();
  fill();
  document.addEventListener('DOMContentLoaded', fill);
  // In a task of its own: an observer of the page that undoes it would otherwise never let go.
  let isDue = false;
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      fill();
    });
  }).observe(document, { childList: true, subtree: true });
}
