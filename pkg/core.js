/**
 * `misconception-scorecard/core` for bundlers that ignore `exports` in package.json, as Parcel
 * does. No other code should import this file: esbuild would drop the side effects of a script that
 * is re-exported and imported in two ways.
 */
export * from './modules/core.js';
