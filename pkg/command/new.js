/**
 * `new`: writes the draft of a questionnaire, from flags or from the answers to questions. This
 * file deals with files and flags; draft.js makes the draft.
 */
import { LONGEST_NAME, MOST_MISCONCEPTIONS, draft } from './draft.js';
import { TEXTS } from './draft-texts.js';
import { exists } from './files.js';
import { QUESTIONS } from './question-texts.js';
import { ask } from './questions.js';
import { quoted } from './shell.js';
import { clean, json } from './text.js';
import { PROGRAM, wrong } from './usage.js';
import { fileOf, isThere, writeText } from './write.js';
import { Wrong } from './wrong.js';

/** The exit code that shells give to a program that was ended with Ctrl+C. */
const BROKEN_OFF = 130;

/** Writes the draft and returns the exit code. */
export async function begin(_core, { flags, files: [given] }, io) {
  const { force = false, ...said } = flags;
  const name = fileOf(given);
  // Checked first, so that nobody answers questions for nothing.
  if (name && !force && exists(name, io)) throw new Wrong(...isThere(name));
  const isAsked = Object.keys(said).length === 0 && io.stdin.isTTY === true && io.stderr.isTTY === true;
  const wishes = isAsked ? await ask({ isNamed: given !== undefined, force }, io) : fromFlags(said);
  if (!wishes) return BROKEN_OFF;
  const text = json(draft({ ...wishes, now: io.now(), random: io.random }));
  const file = given === undefined ? wishes.file : name;
  if (file === undefined) {
    io.stdout.write(text);
    return 0;
  }
  await writeText(file, text, { isNew: !force }, io);
  io.stdout.write(QUESTIONS[wishes.lang].written(clean(file), `${PROGRAM} check ${quoted(file, io.platform)}`));
  return 0;
}

function fromFlags({ title, lang = 'en', misconception = [], points = '5', certainty = false, id }) {
  if (!Object.hasOwn(TEXTS, lang)) {
    throw wrong(
      'new',
      `--lang must be en or nb, not ${lang}. For another language, change "lang" in the file afterwards.`,
    );
  }
  if (!/^[2-7]$/.test(points)) throw wrong('new', `--points must be a whole number from 2 to 7, not ${points}.`);
  if (id !== undefined && /[\s\p{C}]/u.test(id)) {
    throw wrong('new', `--id ${id} contains a space or an invisible character. Write - instead.`);
  }
  if (misconception.length > MOST_MISCONCEPTIONS) {
    throw wrong('new', `A draft can have at most ${MOST_MISCONCEPTIONS} misconceptions. Add others in the file.`);
  }
  for (const text of [title ?? '', ...misconception]) {
    if (text.length > LONGEST_NAME) {
      throw wrong(
        'new',
        `A title or name can have at most ${LONGEST_NAME} characters. This one is longer: ${text.slice(0, 40)}…`,
      );
    }
  }
  return { lang, title, misconceptions: misconception, points: Number(points), certainty, id };
}
