/** The core's module, compiled by the runtime or bundler that imports it; pass it to `ready()`. */
declare const module: WebAssembly.Module;
export default module;
