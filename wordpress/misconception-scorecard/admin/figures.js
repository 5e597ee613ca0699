/**
 * Counts of responses, and a table of them. Knows the columns that the core takes and the verdicts that it gives; no verdict is made here,
 * and nothing of a page is known.
 */
const DONT_KNOW = 255;
export const VERDICTS = ['held', 'leaning', 'unsure', 'notHeld', 'insufficient'];

/** What the core says of the responses, and how each statement was answered. `prepared` is what the core's `prepare` gives. */
export function figures(prepared, questionnaire, responses) {
  const { statements, misconceptions, levels, verdicts: names } = prepared;
  const length = responses.length;
  const columns = statements.map(() => new Uint8Array(length));
  const certainties = levels.length > 0 ? statements.map(() => new Uint8Array(length)) : [];
  for (const [row, { answers }] of responses.entries()) {
    for (const [index, id] of statements.entries()) {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      if (!answer) continue;
      columns[index][row] = answer.agreement === 'dontKnow' ? DONT_KNOW : answer.agreement;
      if (certainties.length > 0 && answer.certainty !== undefined) {
        certainties[index][row] = levels.indexOf(answer.certainty) + 1;
      }
    }
  }
  const { verdicts } = prepared.score(columns, certainties);
  prepared.free();
  const isAsClaimed = (row) =>
    misconceptions.every((id, index) => responses[row].verdicts[id] === names[verdicts[index][row]]);
  const right = responses.map((_, row) => row).filter(isAsClaimed);
  const count = (column, code) => right.filter((row) => column[row] === code).length;
  return {
    n: right.length,
    differing: length - right.length,
    verdicts: misconceptions.map((id, index) => ({
      id,
      counts: VERDICTS.map((name) => count(verdicts[index], names.indexOf(name))),
    })),
    statements: statements.map((id, index) => ({
      id,
      counts: Array.from({ length: questionnaire.scale?.points ?? 5 }, (_, point) => count(columns[index], point + 1)),
      dontKnow: count(columns[index], DONT_KNOW),
      blank: count(columns[index], 0),
    })),
  };
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
