/**
 * Tells Next.js that this folder is a project of its own, although it lies inside another one.
 */
export default { turbopack: { root: import.meta.dirname } };
