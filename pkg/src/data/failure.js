/**
 * Errors as this package throws and reports them. Knows their shape; not what causes them.
 */

/** An Error with a stable `code` and, where a document is at fault, its `problems`. */
export function failure(code, message, problems = []) {
  return Object.assign(new Error(message), { code, problems });
}

/** What an author is told at once, by the code of the problem: an old name would else be a riddle. */
const HINTS = { renamed: '. Write "cutoffs"; "edges" was its name before 1.0' };

/** Makes an Error of what the core throws: `{ code, problems }`; `more` says more of the first problem. */
export function fromCore(error, /** @type {(problem: any) => string} */ more = () => '') {
  if (!error.problems) return failure('notStarted', error.message);
  const [first, ...others] = error.problems;
  const message = `${first.pointer || 'the document'}: ${first.code}${HINTS[first.code] ?? ''}${more(first)}`;
  return failure(error.code, message + (others[0] ? ` (and ${others.length} more)` : ''), error.problems);
}
