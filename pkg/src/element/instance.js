/**
 * The one instance of the reader's module in this page. Knows how it is made and made anew; not where the module comes from.
 */
import { Handle, instantiate } from '#glue';

export { Handle };

/**
 * The compiled module, or the JavaScript fallback: a function from imports to exports. No closure, which might hold an
 * element.
 */
let core;

/** Counts instances of the module: a handle is good for the one that it was made in. */
export let instance = 0;

/** Starts an instance of `module`; then `Handle` can be used. */
export function start(module) {
  core = module;
  reinstantiate();
}

/** Puts a fresh instance in the place of one that is broken. */
export function reinstantiate() {
  instantiate((imports) => (core.call ? core(imports) : new WebAssembly.Instance(core, imports).exports));
  instance++;
}
