/**
 * What `misconception-scorecard/core` is: the core with its module inside. Knows where it is built. Bundlers that read no
 * `exports`, as Parcel does not, look for it here.
 */
export * from './modules/core.js';
