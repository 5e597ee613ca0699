/** The only client for Tally on npm, not made by Tally; React is not bundled. */
import { useTally } from 'react-tally';

globalThis.useTally = useTally;
