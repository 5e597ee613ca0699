/** The script that script-module.js loads: the reader's module, packed as a string. */
export { compile as default } from './inline-module.js';
