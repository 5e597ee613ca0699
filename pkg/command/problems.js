/**
 * Says why the core cannot use a document: as `check` says it, for one who asked for something else. Knows which
 * failures are of a questionnaire, and which of answers; not what was asked for.
 */
import { problemsOf } from './answers.js';
import { count, countsAsText, problemAsText } from './report.js';
import { clean, painter } from './text.js';

/** A document that is needed, and cannot be used; `problems` are all that the core has to say of it. */
export class NotUsable extends Error {
  constructor(file, problems) {
    super(`${file.name} cannot be used`);
    this.file = file;
    this.errors = problems.filter(({ severity }) => severity === 'error');
  }
}

/** Failures by which the questionnaire is at fault, and nothing else. */
const OF_QUESTIONNAIRE = ['invalidQuestionnaire', 'badJson', 'tooLarge'];

/** Says what is wrong in the questionnaire `file`, and gives exit code 1. Throws `error` where it has another cause. */
export function tellProblems(core, error, file, io) {
  if (!OF_QUESTIONNAIRE.includes(error.code) || file.text === undefined) throw error;
  const errors = core.check(file.text).problems.filter(({ severity }) => severity === 'error');
  if (!errors[0]) throw error;
  return tell(errors, file, io);
}

/**
 * The same where there are answers too. Each of `questionnaire` and `answers` is a file, `{ name, text }`.
 */
export function tellProblemsOfBoth(core, error, questionnaire, answers, io) {
  if (error.code !== 'invalidAnswers') return tellProblems(core, error, questionnaire, io);
  return tell(problemsOf(error, questionnaire.text, answers.text), answers, io);
}

/** Whether `file`, of any kind, is no JSON; if so, says where. */
export function tellNotJson(core, file, io) {
  try {
    JSON.parse(file.text);
    return false;
  } catch {
    // The check finds where a text is not JSON whatever it is for, and then says nothing else.
    tell(core.check(file.text).problems, file, io);
    return true;
  }
}

/** Says why `file` cannot be used, and gives exit code 1. */
export function tell(errors, { name, text }, io) {
  const layout = { name, text, paint: painter(io.stderr, io.env), columns: io.stderr.columns };
  for (const problem of errors) io.stderr.write(`${problemAsText(problem, layout)}\n`);
  io.stderr.write(`${clean(name)}: ${countsAsText(count(errors), true)}, so it cannot be used.\n`);
  return 1;
}
