/**
 * Tables as files have them: for a translator, and of misconceptions. Knows columns; how cells are parted and quoted, a library
 * knows.
 */
import Papa from 'papaparse';

/** Rows of maps as CSV with a mark that spreadsheets take for UTF-8. No text in it is taken for a formula. */
export function csvOf(rows, columns) {
  return `\uFEFF${Papa.unparse({ fields: columns, data: rows.map((row) => columns.map((name) => row[name] ?? '')) }, { escapeFormulae: true })}\r\n`;
}

/** The rows of a CSV, or of cells that were copied from a spreadsheet, with whatever stands between the cells. */
export function rowsOf(text) {
  const { data } = Papa.parse(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  return data.map((row) => row.map((cell) => unguarded(cell.trim())));
}

/** Without the mark by which `csvOf` keeps a text from being taken for a formula. */
const unguarded = (cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '');
