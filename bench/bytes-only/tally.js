/** The only client of Tally on npm, which is not Tally's own; React is left out of the bundle. */
import { useTally } from 'react-tally';

globalThis.useTally = useTally;
