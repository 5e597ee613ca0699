/**
 * The same with the script whose module is a separate file. Knows its path in the package.
 */
import 'misconception-scorecard/dist/scorecard.js';
