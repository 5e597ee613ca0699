/**
 * `misconception-scorecard/define` for bundlers that read no `exports`, as Parcel does not. Knows where it is built.
 */
import './modules/define.js';
