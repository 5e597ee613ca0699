/**
 * What `misconception-scorecard/define` is: defines the element. Knows where it is built. Bundlers that read no `exports`, as
 * Parcel does not, look for it here.
 */
import './modules/define.js';
