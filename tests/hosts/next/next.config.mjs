/**
 * What Next.js needs to know here: that this folder is a project by itself, although another one is around it.
 */
export default { turbopack: { root: import.meta.dirname } };
