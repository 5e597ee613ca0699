/**
 * A page's own script, which defines the tag. Knows the package's name; must not know the bundler.
 */
import 'misconception-scorecard/define';
