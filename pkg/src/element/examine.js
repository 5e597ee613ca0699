/**
 * Decides whether to load the doctor, which explains in the console how to repair what is wrong.
 * This file knows only who is likely to be looking: an author or developer, or a reader. What is
 * wrong, the doctor finds out.
 */
import * as load from '../loading/load.js';

/** Host names of a local server: authors and developers try things out there. */
const LOOPBACK = /^(localhost|127\.|\[::1)/;

/**
 * Loads the doctor and lets it look at `what`, if the attribute `debug` or a local server says that
 * somebody is there who can repair it. Returns something true if the caller need not report
 * anything itself: the doctor has run, or `debug` is `off`.
 */
export async function examine(what) {
  const debug = what.element?.getAttribute('debug') ?? LOOPBACK.test(location.host);
  if (debug === false || debug === 'off') return debug;
  try {
    const doctor = await load.loadLater('doctor', what.element?.assets);
    doctor({ ...what, fallbackReason: load.fallbackReason });
    return true;
  } catch {
    // The doctor could not be loaded: the caller's one line in the console must be enough.
  }
}
