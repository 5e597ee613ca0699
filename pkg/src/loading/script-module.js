/**
 * The reader's module where it is in a script of its own, which is loaded beside the others: then bundlers, which all know
 * scripts, need copy no file. Knows that there is such a script; what is in it, inline-module.js knows.
 */

/** The module. */
export const compile = async (assets, loadLater) => (await loadLater('module', assets))();
