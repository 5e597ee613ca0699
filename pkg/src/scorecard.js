/**
 * The embed script: defines the element, and puts one where a page could only mark the place.
 */
import { define } from './element.js';
import { fill } from './element/placeholders.js';

define();
fill();
document.addEventListener('DOMContentLoaded', fill);
// In a task of its own: an observer of the page that undoes it would otherwise never let go.
let due;
new MutationObserver(() => {
  due ??= setTimeout(() => {
    due = undefined;
    fill();
  });
}).observe(document, { childList: true, subtree: true });
