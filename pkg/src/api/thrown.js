/**
 * The error to throw for whatever came out of a call of the core. This file tells the core's own
 * errors from those of the engine; it does not know what was called.
 */
import { failure, fromCore } from '../data/failure.js';

/** `expected` adds what was expected to the message of a problem. */
export function thrown(error, expected) {
  if (error.code && error instanceof Error) return error;
  if (error.problems) return fromCore(error, expected);
  // The module may have been left in the middle of something, so later calls may fail too.
  const remedy = 'Load the core again; on a server, start the process again';
  return Object.assign(failure('crashed', `the core has failed: ${error.message}. ${remedy}`), { cause: error });
}
