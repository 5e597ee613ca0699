/**
 * `picture`: writes the scorecard of a reader's answers as SVG. This file deals with files and
 * flags; the core draws the picture.
 */
import { INPUT, called, readText } from './files.js';
import { refuseLanguage } from './languages.js';
import { tellNotJson, tellProblemsOfBoth } from './problems.js';
import { wrong } from './usage.js';
import { fileOf, isAmong, writeText } from './write.js';

/** Writes the picture and returns the exit code. */
export async function picture(core, { flags, files }, io) {
  const { lang, address } = flags;
  const out = fileOf(flags.out);
  if (files.every((name) => name === INPUT)) {
    throw wrong('picture', 'Standard input can hold only one document. Name a file for the other.');
  }
  if (out && isAmong(out, files, io)) {
    throw wrong('picture', `--out ${out} would overwrite a file from which the picture is made. Name another file.`);
  }
  const size = { width: pixels(flags.width), height: pixels(flags.height) };
  const [questionnaire, answers] = await Promise.all(
    files.map(async (name) => ({ name: called(name), text: await readText(name, io) })),
  );
  refuseLanguage('picture', lang, questionnaire.text);
  if (tellNotJson(core, answers, io)) return 1;
  let svg;
  try {
    const scorecard = core.evaluate(questionnaire.text, answers.text);
    svg = core.picture(scorecard, { questionnaire: questionnaire.text, lang, address, ...size });
  } catch (error) {
    return tellProblemsOfBoth(core, error, questionnaire, answers, io);
  }
  if (out) await writeText(out, svg, { isNew: false }, io);
  else io.stdout.write(svg);
  return 0;
}

/**
 * A length as a number. What is not a number is passed on as it is, so that the core reports it.
 */
const pixels = (text) => (text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : text);
