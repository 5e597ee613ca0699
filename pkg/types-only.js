/**
 * What is behind the entries that have types and nothing else. Knows nothing.
 */
export {};
