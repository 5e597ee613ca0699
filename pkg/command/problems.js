/**
 * Reports why the core cannot use a document, in the form of `check`, for the other subcommands.
 * This file knows which failures are the questionnaire's and which are the answers'; it does not
 * know what the subcommand was doing.
 */
import { problemsOf } from './answers.js';
import { count, countsAsText, problemAsText } from './report.js';
import { clean, painter } from './text.js';

/** A document that is needed and cannot be used. `problems` are all that the core reports on it. */
export class NotUsable extends Error {
  constructor(file, problems) {
    super(`${file.name} cannot be used`);
    this.file = file;
    this.errors = problems.filter(({ severity }) => severity === 'error');
  }
}

/** Codes of failures that are the questionnaire's fault alone. */
const OF_QUESTIONNAIRE = ['invalidQuestionnaire', 'badJson', 'tooLarge'];

/**
 * Reports what is wrong in the questionnaire `file` and returns exit code 1. If `error` has another
 * cause, throws it.
 */
export function tellProblems(core, error, file, io) {
  if (!OF_QUESTIONNAIRE.includes(error.code) || file.text === undefined) throw error;
  const errors = core.check(file.text).problems.filter(({ severity }) => severity === 'error');
  if (!errors[0]) throw error;
  return tell(errors, file, io);
}

/** The same for a questionnaire and answers, each a file `{ name, text }`. */
export function tellProblemsOfBoth(core, error, questionnaire, answers, io) {
  if (error.code !== 'invalidAnswers') return tellProblems(core, error, questionnaire, io);
  return tell(problemsOf(error, questionnaire.text, answers.text), answers, io);
}

/** Whether `file`, a document of any kind, is not JSON. If so, reports where. */
export function tellNotJson(core, file, io) {
  try {
    JSON.parse(file.text);
    return false;
  } catch {
    // `check` finds where any text is not JSON, and then reports nothing else.
    tell(core.check(file.text).problems, file, io);
    return true;
  }
}

/** Reports why `file` cannot be used and returns exit code 1. */
export function tell(errors, { name, text }, io) {
  const layout = { name, text, paint: painter(io.stderr, io.env), columns: io.stderr.columns };
  for (const problem of errors) io.stderr.write(`${problemAsText(problem, layout)}\n`);
  io.stderr.write(`${clean(name)}: ${countsAsText(count(errors), true)}, so it cannot be used.\n`);
  return 1;
}
