/**
 * The embed script: defines the element, and puts one into each place that a page has marked. This
 * file decides when to do so; element/placeholders.js does it. It does nothing where no page is
 * displayed, as on a server or in jsdom.
 */
import { define } from './element.js';
import { fill } from './element/placeholders.js';

if (globalThis.IntersectionObserver) {
  define();
  fill();
  document.addEventListener('DOMContentLoaded', fill);
  // In a task of its own: if another observer of the page undid this, the two would otherwise call
  // each other for ever within one task.
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
