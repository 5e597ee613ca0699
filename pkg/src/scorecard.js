/**
 * The embed script: defines the element, and puts one where a page could only mark the place.
 */
import { define } from './element.js';
import { fill } from './element/placeholders.js';

define();
fill();
document.addEventListener('DOMContentLoaded', fill);
new MutationObserver(fill).observe(document, { childList: true, subtree: true });
