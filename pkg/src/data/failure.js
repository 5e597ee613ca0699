/**
 * The shape of the errors that this package throws and reports. It does not know what causes them.
 */

/** An `Error` with a stable `code` and, if a document is at fault, its `problems`. */
export function failure(code, message, problems = []) {
  return Object.assign(new Error(message), { code, problems });
}

/**
 * Hints for an author, by the code of the problem: without them, the code alone would be a riddle.
 */
const HINTS = { renamed: '. Write "cutoffs"; "edges" was its name before 1.0' };

/**
 * Makes an `Error` of what the core throws, `{ code, problems }`. An error without `problems` is
 * the engine's own, so the module has not started. `more` may add to the message of the first
 * problem.
 */
export function fromCore(error, /** @type {(problem: any) => string} */ more = () => '') {
  if (!error.problems) return failure('notStarted', error.message);
  const [first, ...others] = error.problems;
  const message = `${first.pointer || 'the document'}: ${first.code}${HINTS[first.code] ?? ''}${more(first)}`;
  return failure(error.code, message + (others[0] ? ` (and ${others.length} more)` : ''), error.problems);
}
