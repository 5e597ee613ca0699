/**
 * Two states of one widget: what the reader has just changed, and what somebody else has written or erased meanwhile.
 * Knows answers by statement; not where they are kept.
 */

/** `saved`, whose answers were `before`, over `stored`, which is undefined if everything was erased. */
export function merge(saved, before, stored) {
  const { answers: after } = saved;
  const answers = { ...stored?.answers };
  for (const statement of Object.keys({ ...before, ...after })) {
    const answer = after[statement];
    if (JSON.stringify(before[statement]) === JSON.stringify(answer)) continue;
    if (answer) answers[statement] = answer;
    else delete answers[statement];
  }
  // What was erased is not done any more.
  return { ...saved, ...(stored ?? { step: 0, isDone: false }), answers };
}
