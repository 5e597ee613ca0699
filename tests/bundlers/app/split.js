/**
 * The same with the script whose module is a file of its own. Knows where the package keeps it.
 */
import 'misconception-scorecard/dist/scorecard.js';
