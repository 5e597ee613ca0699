/**
 * `render`: writes HTML of a questionnaire. This file deals with files and flags; the core writes
 * the HTML.
 */
import { asAttribute } from './attribute.js';
import { called, readText } from './files.js';
import { refuseLanguage } from './languages.js';
import { tellProblems } from './problems.js';
import { wrong } from './usage.js';
import { fileOf, isAmong, writeText } from './write.js';

/** Writes the HTML and returns the exit code. */
export async function render(core, { flags, files: [name] }, io) {
  const { lang, shadow, stylesheet, attribute = [] } = flags;
  const out = fileOf(flags.out);
  if (out && name && isAmong(out, [name], io)) {
    throw wrong('render', `--out ${out} would overwrite the questionnaire. Name another file.`);
  }
  const questionnaire = name === undefined ? undefined : await readText(name, io);
  const attributes = Object.fromEntries(attribute.map(asAttribute));
  refuseLanguage('render', lang ?? attributes.lang, questionnaire);
  let html;
  try {
    html = core.renderToString(questionnaire, { lang, shadow, stylesheet, attributes });
  } catch (error) {
    return tellProblems(core, error, { name: called(name), text: questionnaire }, io);
  }
  if (out) await writeText(out, html, { isNew: false }, io);
  else io.stdout.write(html);
  return 0;
}
