/** The core's module, where a runtime or a bundler gives it compiled: for `ready()`. Knows nothing of how. */
declare const module: WebAssembly.Module;
export default module;
