/**
 * CSV files with the answers of many readers, one per row. This file parses cells and turns them
 * into the codes of `score`. The core decides whether a code is on its scale.
 */
import { BadRow } from './rows.js';

const DONT_KNOW = 255;
/** Above every scale, so the core refuses it. */
const TOO_LARGE = 254;

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

  /**
   * `line` is the first row; `ids` are the ids of the statements, `levels` the levels of certainty.
   */
  constructor({ line, number }, ids, levels) {
    this.#separator = separatorOf(line);
    this.#lowest = levels[0] ?? 1;
    const statements = new Map(ids.map((id, index) => [id, index]));
    const seen = new Set();
    for (const [index, name] of this.#cells(line, number).entries()) {
      const refuse = (what) => {
        throw new BadRow(number, this.#columnOf(line, number, index), what);
      };
      if (seen.has(name)) refuse(`The column ${name} occurs twice.`);
      seen.add(name);
      this.#places[index] = placeOf(name, statements);
      if (this.#places[index]) continue;
      if (name !== 'reader') refuse(`${name || 'An empty name'} is not the id of a statement. Delete this column.`);
      this.#reader = index;
    }
  }

  /**
   * Writes the codes of a row of the file into `row` of the columns, which must be 0 there. Returns
   * the reader's name, or the line number.
   */
  read({ line, number }, row, agreements, certainties) {
    const cells = this.#cells(line, number);
    const places = this.#places;
    if (cells.length > places.length) {
      const column = this.#columnOf(line, number, places.length);
      throw new BadRow(number, column, 'This row has more cells than the first row has names.');
    }
    for (let index = 0; index < cells.length; index++) {
      const text = cells[index];
      const place = places[index];
      if (text === '' || !place) continue;
      const code = this.#code(text, place.isCertainty);
      if (code === undefined) {
        const what = place.isCertainty ? 'a whole number' : 'a whole number or dontKnow';
        throw new BadRow(number, this.#columnOf(line, number, index), `${JSON.stringify(text)} is not ${what}.`);
      }
      (place.isCertainty ? certainties : agreements)[place.statement][row] = code;
    }
    return cells[this.#reader] || number;
  }

  /** The error for a cell that the core has refused. */
  refusal({ line, number }, statement, isCertainty) {
    const index = this.#places.findIndex((it) => it?.statement === statement && it.isCertainty === isCertainty);
    const text = this.#cells(line, number)[index];
    const isAlone =
      isCertainty &&
      !this.#cells(line, number)[this.#places.findIndex((it) => it?.statement === statement && !it.isCertainty)];
    const what = isCertainty ? 'is not a level of certainty here' : 'is not an answer on this scale';
    const message = isAlone ? 'This row has a certainty without an agreement.' : `${text} ${what}.`;
    return new BadRow(number, this.#columnOf(line, number, index), message);
  }

  #code(text, isCertainty) {
    if (text === 'dontKnow' && !isCertainty) return DONT_KNOW;
    const value = Number(text);
    if (!Number.isInteger(value)) return undefined;
    const code = isCertainty ? value - this.#lowest + 1 : value;
    return code >= 1 && code < TOO_LARGE ? code : TOO_LARGE;
  }

  #cells(line, number) {
    if (line.includes('"')) return cellsOf(line, this.#separator, number).map(({ text }) => text);
    const cells = line.split(this.#separator);
    for (let index = 0; index < cells.length; index++) cells[index] = cells[index].trim();
    return cells;
  }

  /** The column in the line, from 1, where the cell at `index` begins. */
  #columnOf(line, number, index) {
    return cellsOf(line, this.#separator, number)[index]?.column ?? 1;
  }
}

/** What a column holds: `s1` is an agreement, `s1:certainty` a certainty. */
function placeOf(name, statements) {
  const index = statements.get(name);
  if (index !== undefined) return { statement: index, isCertainty: false };
  const [, id] = /^(.*):certainty$/.exec(name) ?? [];
  const of = statements.get(id);
  return of === undefined ? undefined : { statement: of, isCertainty: true };
}

/** The separator of a table, found in its first line. */
export const separatorOf = (line) => [';', '\t', ','].find((it) => line.includes(it)) ?? ',';

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
      if (end < 0) throw new BadRow(number, column, 'The quotation mark that opens here is never closed.');
      cells.push({ text: line.slice(at + 1, end).replaceAll('""', '"'), column });
      at = end + 1;
      if (at < line.length && line[at] !== separator)
        throw new BadRow(number, at + 1, 'After the closing quotation mark, the cell must end.');
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
