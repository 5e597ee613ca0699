/**
 * Tables in files: for translators, and of misconceptions. Knows columns; a library knows how cells
 * are separated and quoted.
 */
import Papa from 'papaparse';

/**
 * Writes an array of objects as CSV, with a byte order mark so that spreadsheets read it as UTF-8.
 * Puts a quote before texts that a spreadsheet would take for a formula.
 */
export function csvOf(rows, columns) {
  return `\uFEFF${Papa.unparse({ fields: columns, data: rows.map((row) => columns.map((name) => row[name] ?? '')) }, { escapeFormulae: true })}\r\n`;
}

/**
 * The rows of a CSV, or of cells copied from a spreadsheet, whatever character separates the cells.
 */
export function rowsOf(text) {
  const { data } = Papa.parse(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  return data.map((row) => row.map((cell) => unguarded(cell.trim())));
}

/** A cell without the quote that `csvOf` puts before a text that looks like a formula. */
const unguarded = (cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '');
