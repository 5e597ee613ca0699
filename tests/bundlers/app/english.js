/**
 * The same with the script of one language, which a bundler may not take for unused. Knows where the package keeps it.
 */
import 'misconception-scorecard/dist/scorecard.en.js';
