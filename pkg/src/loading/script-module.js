/**
 * Takes the reader's module from a script of its own, which is loaded like the others. All bundlers
 * know scripts, but few copy a `.wasm` file that a script names. inline-module.js knows what is in
 * that script.
 */

/** The compiled module. */
export const compile = async (assets, loadLater) => (await loadLater('module', assets))();
