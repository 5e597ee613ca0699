/**
 * Errors as this package throws and reports them. Knows their shape; not what causes them.
 */

/** An Error with a stable `code` and, where a document is at fault, its `problems`. */
export function failure(code, message, problems = []) {
  return Object.assign(new Error(message), { code, problems });
}

/** Makes an Error of what the core throws: `{ code, problems }`. */
export function fromCore(thrown) {
  if (!thrown?.problems) return failure('notStarted', String(thrown?.message ?? thrown));
  const [{ code, pointer, expected }] = thrown.problems;
  const more = thrown.problems.length - 1;
  const place = `${pointer || 'the document'}: ${code}${expected ? `, expected ${expected}` : ''}`;
  return failure(thrown.code, place + (more ? ` (and ${more} more)` : ''), thrown.problems);
}
