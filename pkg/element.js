/**
 * What `misconception-scorecard` is: the element, not yet defined. Knows where it is built. Bundlers that read no `exports`,
 * as Parcel does not, look for it here.
 */
export * from './modules/element.js';
