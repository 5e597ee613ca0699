/**
 * Turns responses into figures and into a CSV table. Knows what the core says about many responses.
 * Makes no verdict itself and knows nothing of the page.
 */
export const VERDICTS = ['held', 'leaning', 'unsure', 'notHeld', 'insufficient'];

/**
 * The figures of the responses. `collected` is the result of the core's `collect`; this function
 * frees it.
 */
export function figures(collected, responses) {
  for (const it of responses) collected.add(it);
  const { responses: n, misconceptions, contested, statements } = collected.figures();
  collected.free();
  // The core refuses responses whose verdicts do not follow from their answers.
  return { n, differing: responses.length - n, misconceptions, contested, statements };
}

/** A cell that spreadsheets treat as text and never as a formula. */
function cell(value) {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Answers as CSV, one line per reader. */
export function csv({ misconceptions }, responses) {
  const statements = misconceptions.flatMap((it) => it.statements.map(({ id }) => id));
  const heads = ['version', 'lang', ...statements, ...statements.map((id) => `certainty ${id}`)];
  const lines = responses.map(({ questionnaire, answers }) => {
    const of = (id, key) => (Object.hasOwn(answers, id) ? answers[id][key] : '');
    const values = (key) => statements.map((id) => of(id, key));
    return [questionnaire.version, questionnaire.lang, ...values('agreement'), ...values('certainty')];
  });
  return [heads, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n');
}
