/**
 * `misconception-scorecard/core` for bundlers that read no `exports`, as Parcel does not. Knows where it is built. Nobody else comes
 * this way: esbuild would leave out what a script that is passed through, and is imported in two ways, has to do.
 */
export * from './modules/core.js';
