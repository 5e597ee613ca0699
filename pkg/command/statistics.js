/**
 * `report`: turns what readers sent into figures for the owner of the page. Knows files and the
 * line of each message in them; the core decides which messages count and computes the figures.
 */
import { stateOf, writeFeed } from './feed.js';
import { INPUT, called, readText } from './files.js';
import { describe } from './failures.js';
import { tellProblems } from './problems.js';
import { Progress } from './progress.js';
import { messagesIn } from './received.js';
import { formOf } from './rows.js';
import { clean, json } from './text.js';
import { wrong } from './usage.js';
import { fileOf, isAmong, writeText } from './write.js';

/** The formats of a file with messages. */
const FORMS = ['ndjson', 'csv'];
/** The languages that a report can be written in. */
const LANGUAGES = ['en', 'nb'];
/** How many damaged rows are printed on a terminal. */
const MOST_TOLD = 20;
const COLUMNS = { fewest: 40, most: 100 };

/** Makes the report. Returns the exit code. */
export async function statistics(core, { flags, files }, io) {
  refuse(flags, files, io);
  const [questionnaireName, ...names] = files;
  const questionnaire = { name: called(questionnaireName), text: await readText(questionnaireName, io) };
  let collected;
  try {
    collected = core.collect(questionnaire.text, { lang: flags.lang });
  } catch (error) {
    return tellProblems(core, error, questionnaire, io);
  }
  try {
    const rows = await collectAll(collected, names, flags.form, io);
    const figures = collected.figures();
    const damaged = rows.told(figures.refused);
    figures.read.rows += rows.without;
    figures.read.damaged += rows.without;
    await write(collected, figures, { damaged, without: rows.without }, flags, io);
    tellDamaged(damaged, figures.read.damaged, io);
    const { responses, remarks, withdrawals, damaged: count } = figures.read;
    return count > 0 && responses + remarks + withdrawals === 0 ? 1 : 0;
  } finally {
    collected.free();
  }
}

/** Throws if flags or files contradict each other or make no sense. */
function refuse(flags, files, io) {
  const refusal = (message) => wrong('report', message);
  if (files.filter((name) => name === INPUT).length > 1) {
    throw refusal('Standard input can hold only one file. Name files for the others.');
  }
  if (flags.form !== undefined && !FORMS.includes(flags.form)) {
    throw refusal(`--form must be ${FORMS.join(' or ')}, not ${flags.form}.`);
  }
  if (flags.lang !== undefined && !LANGUAGES.includes(flags.lang)) {
    throw refusal(`--lang must be ${LANGUAGES.join(' or ')}, not ${flags.lang}.`);
  }
  if (flags.first && flags.feed === undefined) throw refusal('--first needs --feed.');
  if (flags.feed === INPUT) throw refusal('--feed needs a file name, because its state is written beside it.');
  if (flags.json && flags.html === INPUT)
    throw refusal('Only one of --json and --html can go to standard output. Name a file for --html.');
  const outs = [
    ['--html', fileOf(flags.html)],
    ['--feed', flags.feed],
    ['--feed', flags.feed && stateOf(flags.feed)],
  ].filter(([, out]) => out !== undefined);
  for (const [flag, out] of outs) {
    if (isAmong(out, files, io)) {
      throw refusal(`${flag} ${out} would overwrite a file from which the report is made. Name another file.`);
    }
  }
  if (new Set(outs.map(([, out]) => out)).size < outs.length)
    throw refusal('--html and --feed need two different files.');
}

/** Remembers the file and line of every row. */
class Rows {
  /** How many rows have no message that could be handed to the core. */
  without = 0;
  /**
   * The line of each message that was handed over, by its index. `#files` has the index of each
   * file's first message.
   */
  #lines = [];
  #files = [];
  #damaged = [];

  begin(file) {
    this.#files.push({ file, first: this.#lines.length });
  }

  get count() {
    return this.#lines.length + this.without;
  }

  handed(line) {
    this.#lines.push(line);
  }

  damaged(file, line, reason) {
    this.without++;
    this.#damaged.push({ file, line, code: 'badRow', reason });
  }

  /** The damaged rows in their order, with those that the core refused. */
  told(refused) {
    const placed = refused.map(({ index, code, problems }) => {
      const { file } = this.#files.findLast(({ first }) => first <= index);
      return { file, line: this.#lines[index], code, reason: reasonOf(code, problems), problems };
    });
    const order = this.#files.map(({ file }) => file);
    const place = ({ file }) => order.indexOf(file);
    return [...this.#damaged, ...placed].sort((one, other) => place(one) - place(other) || one.line - other.line);
  }
}

/** The reason why a row is not used, as a sentence. */
function reasonOf(code, problems) {
  if (!problems[0]) return 'This is not JSON.';
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const what = code === 'verdictsDiffer' ? 'The verdicts do not follow from the answers: ' : '';
  return `${what}${describe(problems[0])}${more}`;
}

async function collectAll(collected, names, form, io) {
  const rows = new Rows();
  const progress = new Progress(io, 'rows');
  try {
    for (const name of names) {
      const file = called(name);
      rows.begin(file);
      for await (const { text, error, line } of messagesIn(name, form ?? formOf(name) ?? 'ndjson', io)) {
        if (error === undefined) {
          collected.add(text);
          rows.handed(line);
        } else {
          rows.damaged(file, line, error);
        }
        if (rows.count % 2048 === 0) progress.tell(rows.count);
      }
    }
  } finally {
    progress.end();
  }
  return rows;
}

/**
 * Writes what the flags ask for: files, and to standard output either JSON or, if no files are
 * asked for, the report as text.
 */
async function write(collected, figures, { damaged, without }, flags, io) {
  const { html, feed, lang } = flags;
  const told = [];
  if (html !== undefined) {
    const page = collected.html({ lang, damaged: without });
    if (fileOf(html)) {
      await writeText(html, page, { isNew: false }, io);
      told.push(`${html}: written.`);
    } else {
      io.stdout.write(page);
    }
  }
  if (feed !== undefined) told.push(await writeFeed(collected, feed, flags.first === true, io));
  if (flags.json) {
    const { refused, ...rest } = figures;
    io.stdout.write(json({ ...rest, damaged }));
  }
  if (told[0])
    (flags.json || html === INPUT ? io.stderr : io.stdout).write(told.map((it) => `${clean(it)}\n`).join(''));
  if (flags.json || html !== undefined || feed !== undefined) return;
  const columns = Math.min(COLUMNS.most, Math.max(COLUMNS.fewest, io.stdout.columns ?? 80));
  const lines = collected.text({ lang, columns, damaged: without }).split('\n');
  io.stdout.write(lines.map(clean).join('\n'));
}

function tellDamaged(damaged, count, { stderr }) {
  for (const { file, line, reason } of damaged.slice(0, MOST_TOLD)) {
    stderr.write(`${clean(file)}:${line}: ${clean(reason)}\n`);
  }
  if (count === 0) return;
  const more = count > MOST_TOLD ? `, ${MOST_TOLD} of them above; --json names more` : '';
  const rows = count === 1 ? '1 row could not be used' : `${count.toLocaleString('en')} rows could not be used`;
  stderr.write(`${rows}${more}. The others are counted.\n`);
}
