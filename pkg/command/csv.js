/**
 * CSV files with the answers of many readers, one per row. This file parses cells and turns them
 * into the codes of `score`. The core decides whether a code is on its scale.
 */
import { closest } from './closest.js';
import { BadRow, separatorOf } from './rows.js';

const DONT_KNOW = 255;
/** Above every scale, so the core refuses it. */
const TOO_LARGE = 254;
/** A whole number; spreadsheets may add a decimal point and zeros. */
const WHOLE = /^-?\d+(\.0+)?$/;
/** How many characters of a cell are quoted in a message. */
const QUOTED = 40;
const OLD_BREAKS = 'The rows end with CR only. Save the file again with line breaks LF or CRLF.';

/** A CSV file. Its first row names the columns; `read` reads each of the others. */
export class Csv {
  #separator;
  /**
   * For each column, `{ statement, isCertainty }` with the statement's index; undefined for the
   * reader's name.
   */
  #places = [];
  #reader = -1;
  #lowest;
  #scale;

  /** `row` is the first row; `scale` says in words what may be answered. */
  constructor(row, { statements: ids, levels }, scale) {
    this.#separator = separatorOf(row.line);
    this.#lowest = levels[0] ?? 1;
    this.#scale = scale;
    const statements = new Map(ids.map((id, index) => [id, index]));
    const seen = new Set();
    for (const [index, cell] of this.#cells(row).entries()) {
      const name = cell.trim();
      const refuse = (what) => {
        throw this.#badCell(row, index, what);
      };
      if (seen.has(name)) refuse(`The column ${name} occurs twice. Delete one.`);
      seen.add(name);
      this.#places[index] = placeOf(name, statements);
      if (this.#places[index]?.isCertainty && levels.length === 0) {
        refuse('The questionnaire does not ask how sure readers are. Delete this column.');
      }
      if (this.#places[index]) continue;
      if (name !== 'reader') refuse(unknownColumn(name, ids));
      this.#reader = index;
    }
  }

  /**
   * Writes the codes of a row of the file into the columns at the index `to`, which must be 0 there.
   * Returns the reader's name, or the line number.
   */
  read(row, to, agreements, certainties) {
    const cells = this.#cells(row);
    const places = this.#places;
    if (cells.length > places.length) {
      throw this.#badCell(
        row,
        places.length,
        'This row has more cells than the first row has names. Delete what is too much, or put the cell that contains the separator into quotation marks.',
      );
    }
    for (let index = 0; index < cells.length; index++) {
      const place = places[index];
      // Spaces in quotes belong to a name, but not to an answer.
      const text = place ? cells[index].trim() : '';
      if (text === '') continue;
      const code = this.#code(text, place.isCertainty);
      if (code === undefined) throw this.#badCell(row, index, this.#notOnScale(text, place.isCertainty));
      (place.isCertainty ? certainties : agreements)[place.statement][to] = code;
    }
    return cells[this.#reader] || row.number;
  }

  /** The error for a cell that the core has refused. */
  refusal(row, statement, isCertainty) {
    const cells = this.#cells(row);
    const indexOf = (kind) => this.#places.findIndex((it) => it?.statement === statement && it.isCertainty === kind);
    const index = indexOf(isCertainty);
    const isAlone = isCertainty && !cells[indexOf(false)];
    const message = isAlone
      ? 'This row has a certainty without an agreement. Write the agreement, or empty this cell.'
      : this.#notOnScale(cells[index], isCertainty);
    return this.#badCell(row, index, message);
  }

  #notOnScale(text, isCertainty) {
    const found = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
    const what = isCertainty ? 'a level of certainty' : 'an answer on this scale';
    const allowed = isCertainty ? this.#scale.certainty : this.#scale.agreement.replaceAll('"', '');
    return `${JSON.stringify(found)} is not ${what}. Write ${allowed}, or leave the cell empty.`;
  }

  #code(text, isCertainty) {
    if (text === 'dontKnow' && !isCertainty) return DONT_KNOW;
    if (!WHOLE.test(text)) return undefined;
    const code = isCertainty ? Number(text) - this.#lowest + 1 : Number(text);
    return code >= 1 && code < TOO_LARGE ? code : TOO_LARGE;
  }

  #cells({ line, number }) {
    if (line.includes('"')) return cellsOf(line, this.#separator, number).map(({ text }) => text);
    const cells = line.split(this.#separator);
    for (let index = 0; index < cells.length; index++) cells[index] = cells[index].trim();
    return cells;
  }

  /** The error in the cell at `index`. */
  #badCell({ line, number }, index, message) {
    const cell = cellsOf(line, this.#separator, number)[index];
    return badAt(line, number, cell ? cell.column - 1 : 0, message);
  }
}

/** The error at an index of a row, which may have line breaks in its cells. */
function badAt(line, number, index, message) {
  const above = line.slice(0, index).split('\n');
  return new BadRow(number + above.length - 1, above.at(-1).length + 1, message);
}

function unknownColumn(name, ids) {
  if (name.includes('\r')) return OLD_BREAKS;
  const meant = closest(name, [...ids, 'reader']);
  const found = name.length > QUOTED ? `${name.slice(0, QUOTED)}…` : name || 'An empty name';
  return `${found} is not the id of a statement. ${meant ? `Did you mean ${meant}?` : 'Delete this column.'}`;
}

/** What a column holds: `s1` is an agreement, `s1:certainty` a certainty. */
function placeOf(name, statements) {
  const index = statements.get(name);
  if (index !== undefined) return { statement: index, isCertainty: false };
  const [, id] = /^(.*):certainty$/.exec(name) ?? [];
  const of = statements.get(id);
  return of === undefined ? undefined : { statement: of, isCertainty: true };
}

/**
 * The cells of a line, each with the column where it begins. Two quotes inside quotes stand for
 * one.
 */
export function cellsOf(line, separator, number) {
  const cells = [];
  let at = 0;
  for (;;) {
    const column = at + 1;
    if (line[at] === '"') {
      let end = line.indexOf('"', at + 1);
      while (end >= 0 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
      if (end < 0) throw badAt(line, number, at, 'The quotation mark that opens here is never closed.');
      cells.push({ text: line.slice(at + 1, end).replaceAll('""', '"'), column });
      at = end + 1;
      if (at < line.length && line[at] !== separator)
        throw badAt(line, number, at, 'After the closing quotation mark, the cell must end.');
    } else {
      const end = line.indexOf(separator, at);
      const text = line.slice(at, end < 0 ? undefined : end);
      cells.push({ text: text.trim(), column });
      at += text.length;
    }
    if (at >= line.length) return cells;
    at++;
  }
}
