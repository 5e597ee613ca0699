/**
 * The figures of responses, and a table of their answers. Knows what the core says of many; no verdict is made here, and nothing of a page is
 * known.
 */
export const VERDICTS = ['held', 'leaning', 'unsure', 'notHeld', 'insufficient'];

/** What the core says of the responses. `collected` is what the core's `collect` gives; it is used up. */
export function figures(collected, responses) {
  for (const it of responses) collected.add(it);
  const { responses: n, misconceptions, contested, statements } = collected.figures();
  collected.free();
  // The core refuses what was sent with verdicts that do not follow from the answers.
  return { n, differing: responses.length - n, misconceptions, contested, statements };
}

/** A cell of a table that spreadsheets take for a text, and never for a formula. */
function cell(value) {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Answers as a table, a line for each reader. */
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
