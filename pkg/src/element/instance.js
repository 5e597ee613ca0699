/**
 * The one instance of the reader's module in this page, and how it is replaced after a crash. It
 * does not know where the module comes from.
 */
import { Handle, instantiate } from '#glue';

export { Handle };

/**
 * The compiled module; or the JavaScript fallback, which is a function from imports to exports. It
 * must not be a closure, which might keep an element alive.
 */
let core;

/**
 * Counts instances. After a WebAssembly trap an instance must not be used again, and a handle is
 * only good for the instance it was made in.
 */
export let instance = 0;

/** Starts an instance of `module`, as load.js has it. `Handle` must not be used before. */
export function start(module) {
  core = module;
  reinstantiate();
}

/** Replaces a broken instance by a new one. */
export function reinstantiate() {
  instantiate((imports) => (core.call ? core(imports) : new WebAssembly.Instance(core, imports).exports));
  instance++;
}
