/**
 * `TextDecoder` and `TextEncoder` for the core's glue, which needs both as soon as it is imported.
 * The page that Jest simulates has neither, but Node has. esbuild replaces the global names by
 * these.
 */
const own = globalThis.TextDecoder ? globalThis : globalThis.process.getBuiltinModule('node:util');

export const { TextDecoder, TextEncoder } = own;
