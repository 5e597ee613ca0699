/**
 * Reads files with what readers sent, message by message: NDJSON has one per line, the CSV of a
 * form service one per row. Knows where in a file each message is; the core reads what is in it.
 */
import { cellsOf } from './csv.js';
import { called, partsOf } from './files.js';
import { BadRow, linesOf, separatorOf } from './rows.js';
import { Wrong } from './wrong.js';

/** The column that holds the whole message; the other columns are for people. */
const COLUMN = 'document';

/**
 * The messages in the file `name`: `{ text, line }` for each, or `{ error, line }` with a sentence
 * for a row that has none. Line breaks within a message become spaces, which JSON treats alike.
 *
 * @returns {AsyncGenerator<{ text?: string, error?: string, line: number }>}
 */
export async function* messagesIn(name, form, io) {
  const isTable = form === 'csv';
  const lines = linesOf(partsOf(name, io), isTable, { isLenient: true });
  let read;
  let line = 1;
  try {
    for await (const it of lines) {
      line = it.number;
      if (line === 1) it.line = it.line.replace(/^\uFEFF/, '');
      if (/^\s*$/.test(it.line)) continue;
      if (!isTable) yield { text: it.line, line };
      else if (read) yield { ...tried(read, it), line };
      else read = columnOf(name, it);
    }
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    yield { error: `${error.message} The rest of this file was not read.`, line: error.line };
  }
}

/** Returns a function that finds the message in a row, given the row with the column names. */
function columnOf(name, { line, number }) {
  const separator = separatorOf(line);
  const names = cellsOf(line, separator, number).map(({ text }) => text);
  const column = names.indexOf(COLUMN);
  if (column < 0) {
    throw new Wrong(
      `The first row of ${called(name)} has no column named “${COLUMN}”, which must contain the whole message.`,
      'Export all columns of the form. If the file has one document in each line, add --form ndjson.',
    );
  }
  return (row) => cellsOf(row.line, separator, row.number)[column]?.text ?? '';
}

function tried(read, row) {
  try {
    const text = read(row);
    if (text.trim() === '') return { error: `The column “${COLUMN}” is empty.` };
    return { text: text.replace(/[\r\n]+/g, ' ') };
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    return { error: error.message };
  }
}
