/**
 * `misconception-scorecard/define` for bundlers that ignore `exports` in package.json, as Parcel
 * does.
 */
import './modules/define.js';
