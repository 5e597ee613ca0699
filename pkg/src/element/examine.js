/**
 * Calls the doctor, who says how to mend what is wrong. Knows where somebody looks on who can mend it; what is wrong, the
 * doctor finds out.
 */
import * as load from '../loading/load.js';

/** Where authors and developers try things out. */
const LOOPBACK = /^(localhost|127\.|\[::1)/;

/** Has the doctor look at it, where somebody who can mend it looks on. Gives whether nothing else need be said. */
export async function examine(what) {
  const debug = what.element?.getAttribute('debug') ?? LOOPBACK.test(location.host);
  if (debug === false || debug === 'off') return debug;
  try {
    const doctor = await load.loadLater('doctor', what.element?.assets);
    doctor({ ...what, fallbackReason: load.fallbackReason });
    return true;
  } catch {
    // Then the one line in the console has to do.
  }
}
