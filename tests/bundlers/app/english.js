/**
 * The same with the script of one language, which a bundler must not remove as unused. Knows its
 * path in the package.
 */
import 'misconception-scorecard/dist/scorecard.en.js';
