/**
 * `evaluate` for many readers: reads rows and writes one line of JSON per row. It works on some
 * rows at a time, so that a file of any size needs the same memory. The core knows what the answers
 * mean.
 */
import { once } from 'node:events';
import { Scale, problemsOf } from './answers.js';
import { Csv } from './csv.js';
import { called, partsOf } from './files.js';
import { tellProblems } from './problems.js';
import { Progress } from './progress.js';
import { BadRow, answersIn, linesOf, ndjson } from './rows.js';
import { clean } from './text.js';

/** How many rows are scored at a time. */
const ROWS = 2048;

/**
 * Writes a line `{ reader, verdicts, beliefs }` for each row of the answers, in order, and returns
 * the exit code. It ends at the first row with an error; the results of all rows before it are
 * written. It also ends if nobody reads what it writes; main.js says why the output has failed.
 */
export async function evaluateMany(core, questionnaire, name, form, io) {
  let prepared;
  try {
    prepared = core.prepare(questionnaire.text);
  } catch (error) {
    return tellProblems(core, error, questionnaire, io);
  }
  const isTable = form === 'csv';
  const rows = isTable ? new CsvRows(prepared, questionnaire) : new NdjsonRows(prepared, questionnaire, core);
  // Of a table separated by tabs, a row of tabs is a reader who left everything out.
  const blank = isTable ? /^ *$/ : /^\s*$/;
  const progress = new Progress(io, 'readers');
  try {
    for await (const it of linesOf(partsOf(name, io), isTable)) {
      if (!blank.test(it.line)) rows.add(it);
      if (rows.count < ROWS) continue;
      if (!(await write(rows.scored(), io))) return 0;
      progress.tell(rows.done);
    }
    await write(rows.scored(), io);
    return 0;
  } catch (error) {
    const { line, column, message } = await writeBefore(error, rows, io);
    progress.end();
    io.stderr.write(`${clean(called(name))}:${line}:${column}: error: ${clean(message)}\n`);
    return 1;
  } finally {
    progress.end();
    prepared.free();
  }
}

/**
 * Writes the results of the rows before the one with `error`. If one of those has an error too, its
 * error is returned.
 */
async function writeBefore(error, rows, io) {
  if (!(error instanceof BadRow)) throw error;
  try {
    await write(rows.scored(), io);
    return error;
  } catch (earlier) {
    return writeBefore(earlier, rows, io);
  }
}

/**
 * Writes `text`, and waits if the stream's buffer is full, so that the output does not pile up in
 * memory. Returns false if the output has failed, as when the program that reads it has ended.
 */
async function write(text, { stdout }) {
  if (text !== '' && !stdout.write(text) && stdout.writableNeedDrain) {
    try {
      await once(stdout, 'drain');
    } catch {
      return false;
    }
  }
  return !stdout.errored && !stdout.destroyed;
}

/** Rows of NDJSON that wait to be scored. */
class NdjsonRows {
  done = 0;
  #rows = [];

  constructor(prepared, questionnaire, core) {
    this.prepared = prepared;
    this.questionnaire = questionnaire;
    this.statements = new Set(prepared.statements);
    this.lines = new Lines(prepared);
    this.explain = (line) => whyNotJson(core, line);
  }

  get count() {
    return this.#rows.length;
  }

  add(line) {
    const row = ndjson(line, this.statements, this.explain);
    const isMap = typeof row.answers === 'object' && row.answers !== null && !Array.isArray(row.answers);
    // Only from the text can be seen that a key occurs twice.
    const error = isMap && !row.mayRepeat ? undefined : this.#errorIn(row);
    if (error) throw error;
    this.#rows.push(row);
  }

  /**
   * Scores and removes all rows, and returns their lines. If one is wrong, it throws, and the rows
   * before that one remain.
   */
  scored() {
    const rows = this.#rows;
    this.#rows = [];
    try {
      const scorecards = this.prepared.evaluateAll(rows.map(({ answers }) => answers));
      this.done += rows.length;
      return scorecards.map(({ verdicts }, row) => this.lines.ofScorecard(rows[row].reader, verdicts)).join('');
    } catch (error) {
      const index = Number(error.problems?.[0]?.pointer.split('/')[1]);
      if (!rows[index]) throw error;
      this.#rows = rows.slice(0, index);
      throw this.#errorIn(rows[index]) ?? error;
    }
  }

  /** What is wrong in a row; undefined if nothing is. */
  #errorIn({ number, line, isWrapped }) {
    const text = isWrapped ? answersIn(line) : line;
    try {
      this.prepared.evaluate(text);
      return undefined;
    } catch (error) {
      if (!error.problems?.[0]) throw error;
      const [{ column = 1, message, remedy }, ...others] = problemsOf(error, this.questionnaire.text, text);
      const more = others.length ? ` (${others.length} more in this line)` : '';
      return new BadRow(number, column, `${message} ${remedy}${more}`);
    }
  }
}

/**
 * Where a line is not JSON, and why.
 * @returns {[column: number, message: string]}
 */
function whyNotJson(core, line) {
  const [{ code, column, message, remedy }] = core.check(line).problems;
  // Of a text that is another format as a whole, `check` says how to make a questionnaire of it.
  const isSlip = code === 'badJson' && !/questionnaire/.test(remedy);
  return isSlip
    ? [column, `${message} ${remedy}`]
    : [1, 'This is not JSON. Write one object for each reader, each on a line of its own.'];
}

/** Rows of CSV that wait to be scored. */
class CsvRows {
  done = 0;
  count = 0;
  #csv;
  #lines = [];
  #readers = [];

  constructor(prepared, questionnaire) {
    this.prepared = prepared;
    this.scale = new Scale(JSON.parse(questionnaire.text.replace(/^\uFEFF/, '')));
    const made = () => prepared.statements.map(() => new Uint8Array(ROWS));
    this.agreements = made();
    this.certainties = made();
    this.lines = new Lines(prepared);
  }

  add(it) {
    if (!this.#csv) {
      this.#csv = new Csv({ ...it, line: it.line.replace(/^\uFEFF/, '') }, this.prepared, this.scale);
      return;
    }
    for (const column of this.agreements) column[this.count] = 0;
    for (const column of this.certainties) column[this.count] = 0;
    this.#readers[this.count] = this.#csv.read(it, this.count, this.agreements, this.certainties);
    this.#lines[this.count] = it;
    this.count++;
  }

  /**
   * Scores and removes all rows, and returns their lines. If one is wrong, it throws, and the rows
   * before that one remain.
   */
  scored() {
    const count = this.count;
    this.count = 0;
    const cut = (columns) => columns.map((column) => column.subarray(0, count));
    let found;
    try {
      found = this.prepared.score(cut(this.agreements), cut(this.certainties));
    } catch (error) {
      const [, name, statement, row] = error.problems?.[0]?.pointer.split('/') ?? [];
      if (row === undefined) throw error;
      this.count = Number(row);
      throw this.#csv.refusal(this.#lines[row], Number(statement), name === 'certainties');
    }
    this.done += count;
    let text = '';
    for (let row = 0; row < count; row++) text += this.lines.ofColumns(this.#readers[row], found, row);
    return text;
  }
}

/** Makes the line of JSON for a row. */
class Lines {
  constructor({ misconceptions, verdicts }) {
    this.verdicts = verdicts;
    this.keys = misconceptions.map((id) => `${JSON.stringify(id)}:`);
  }

  ofColumns(reader, { verdicts, beliefs }, row) {
    const said = (index) => this.verdicts[verdicts[index][row]];
    return this.#line(reader, said, (index) => beliefs[index][row]);
  }

  ofScorecard(reader, list) {
    return this.#line(
      reader,
      (index) => list[index].verdict,
      (index) => list[index].belief,
    );
  }

  #line(reader, verdict, belief) {
    let [verdicts, beliefs, comma] = ['', '', ''];
    for (let index = 0; index < this.keys.length; index++) {
      const known = belief(index);
      verdicts += `${comma}${this.keys[index]}"${verdict(index)}"`;
      beliefs += `${comma}${this.keys[index]}${known === null || Number.isNaN(known) ? 'null' : known}`;
      comma = ',';
    }
    return `{"reader":${JSON.stringify(reader)},"verdicts":{${verdicts}},"beliefs":{${beliefs}}}\n`;
  }
}
