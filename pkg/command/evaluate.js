/**
 * `evaluate`: the scorecard of a reader's answers, and what moved since earlier ones. Knows files; scorecards are the
 * core's.
 */
import { INPUT, called, readText } from './files.js';
import { tellNotJson, tellProblemsOfBoth } from './problems.js';
import { json } from './text.js';
import { wrong } from './usage.js';

/** Prints the scorecard as JSON, and gives the exit code. */
export async function evaluate(core, { flags, files: [questionnaireName, answersName] }, io) {
  const names = [questionnaireName, answersName, flags.before].filter((name) => name !== undefined);
  if (names.filter((name) => name === INPUT).length > 1) {
    throw wrong('evaluate', 'Standard input holds one document only. Name files for the others.');
  }
  const [questionnaire, ...answers] = await Promise.all(
    names.map(async (name) => ({ name: called(name), text: await readText(name, io) })),
  );
  const scorecards = [];
  for (const file of answers) {
    if (tellNotJson(core, file, io)) return 1;
    try {
      scorecards.push(core.evaluate(questionnaire.text, file.text));
    } catch (error) {
      return tellProblemsOfBoth(core, error, questionnaire, file, io);
    }
  }
  const [after, before] = scorecards;
  const result = before ? { before, after, changes: core.compare(before, after).changes } : after;
  io.stdout.write(json(result));
  return 0;
}
