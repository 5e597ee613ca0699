/**
 * The script that script-module.js loads: the reader's module as a text. Knows nothing but where that is.
 */
export { compile as default } from './inline-module.js';
