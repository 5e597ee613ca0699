/**
 * A page's own script: has the tag defined. Knows the package's name; what becomes of it, the bundler decides.
 */
import 'misconception-scorecard/define';
