/**
 * `evaluate`: prints the scorecard of a reader's answers, and what has changed since earlier ones.
 * This file deals with files and flags; the core makes the scorecards.
 */
import { evaluateMany } from './evaluate-many.js';
import { INPUT, called, readText } from './files.js';
import { tellNotJson, tellProblemsOfBoth } from './problems.js';
import { formOf, separatorOf } from './rows.js';
import { json } from './text.js';
import { wrong } from './usage.js';
import { Wrong } from './wrong.js';

/** The file formats for the answers of many readers. */
const FORMS = ['ndjson', 'csv'];
/** How many characters are examined to recognise a table. */
const MOST_OF_TABLE = 4096;

/** Prints the scorecard as JSON, or one line per reader, and returns the exit code. */
export async function evaluate(core, { flags, files: [questionnaireName, answersName] }, io) {
  const names = [questionnaireName, answersName, flags.before].filter((name) => name !== undefined);
  if (names.filter((name) => name === INPUT).length > 1) {
    throw wrong('evaluate', 'Standard input can hold only one document. Name files for the others.');
  }
  const form = flags.many ?? formOf(answersName);
  if (form !== undefined) {
    if (!FORMS.includes(form)) throw wrong('evaluate', `--many must be ${FORMS.join(' or ')}, not ${form}.`);
    if (flags.before !== undefined)
      throw wrong('evaluate', '--before cannot be used if ANSWERS contains many readers.');
    const questionnaire = { name: called(questionnaireName), text: await readText(questionnaireName, io) };
    return evaluateMany(core, questionnaire, answersName, form, io);
  }
  const [questionnaire, ...answers] = await Promise.all(
    names.map(async (name) => ({ name: called(name), text: await readText(name, io) })),
  );
  const scorecards = [];
  for (const file of answers) {
    const many = formOfText(file.text);
    if (many) throw new Wrong(`${file.name} seems to have the answers of many readers.`, `Add --many ${many}.`);
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

/**
 * The format of a text that has the answers of many readers, which its file's name does not say;
 * undefined if it is not certain that it has.
 */
function formOfText(text) {
  const [first, ...others] = text.split(/\r?\n/, 3).map((it) => it.trim());
  if (!others.some((it) => it !== '')) return undefined;
  if (/^\{.*\}$/.test(first)) return 'ndjson';
  const isTable = !/[{}[\]]/.test(text.slice(0, MOST_OF_TABLE)) && first.includes(separatorOf(first));
  return isTable ? 'csv' : undefined;
}
