/**
 * The embed script: defines the element, and nothing else.
 */
import { define } from './element.js';

define();
