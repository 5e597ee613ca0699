/**
 * What turns text into bytes and back, for the core's glue, which asks for both when it is imported. Jest's page made believe has
 * neither, but Node has. Knows where they are; esbuild puts them in the place of the global ones.
 */
const own = globalThis.TextDecoder ? globalThis : globalThis.process.getBuiltinModule('node:util');

export const { TextDecoder, TextEncoder } = own;
