/** An empty module, for entries of the package that only have types. */
export {};
