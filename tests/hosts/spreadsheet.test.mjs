/**
 * Opens the CSV that a reader saves in LibreOffice, with the right separator and with wrong ones:
 * the cells must be as meant, and none may be a formula. The CSV files are those that tests/csv.rs
 * keeps up to date. Knows LibreOffice's options; must not know how the CSV is made.
 *
 * `soffice` is in Debian's libreoffice-calc.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { run } from './programs.mjs';

const golden = fileURLToPath(new URL('../golden/tables/', import.meta.url));
const texts = JSON.parse(readFileSync(new URL('../fixtures/tables.json', import.meta.url), 'utf8'));
/** The byte order mark that the widget writes first. */
const MARK = '\ufeff';
const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' };
/** LibreOffice's filter for CSV in UTF-8 with formulas as they were written. */
const TO_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

let folder;
before(() => (folder = mkdtempSync(path.join(tmpdir(), 'scorecard-spreadsheet-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

/**
 * What LibreOffice converts `table` to, read with `separator` between cells, in the format `to`.
 */
function opened(table, separator, to) {
  const [file, ending] = [path.join(folder, 'table.csv'), to.split(':')[0]];
  writeFileSync(file, table);
  const out = path.join(folder, 'out');
  run('soffice', [
    '--headless',
    `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`,
    `--infilter=CSV:${separator.charCodeAt(0)},34,76,1`,
    '--convert-to',
    to,
    '--outdir',
    out,
    file,
  ]);
  return readFileSync(path.join(out, `table.${ending}`), 'utf8');
}

/** The cells of CSV, by RFC 4180. */
function cells(table, separator) {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}"\r\n]*))(${separator}|\r?\n|$)`, 'gy');
  const rows = [[]];
  for (const [all, quoted, plain, end] of table.matchAll(cell)) {
    if (all === '') break;
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== separator) rows.push([]);
  }
  return rows.filter((row) => row[0] !== undefined);
}

const formulas = (sheet) => sheet.match(/table:formula="[^"]*"/g) ?? [];

test('LibreOffice reads a cell that begins like a formula as a formula', () => {
  assert.equal(formulas(opened('a;"b\n=1+1"', ',', 'fods')).length, 1);
  assert.equal(formulas(opened('a;=1+1', ';', 'fods')).length, 1);
});

for (const written of ['comma', 'semicolon']) {
  const table = readFileSync(path.join(golden, `${written}.csv`), 'utf8');

  for (const [name, separator] of Object.entries(SEPARATORS)) {
    test(`a table with a ${written} between cells has no formula, opened with a ${name}`, () => {
      assert.deepEqual(formulas(opened(MARK + table, separator, 'fods')), []);
    });
  }

  test(`a table with a ${written} between cells is read as it was saved`, () => {
    const shown = cells(opened(MARK + table, SEPARATORS[written], TO_CSV), ',');
    assert.deepEqual(shown, cells(table, SEPARATORS[written]));
    assert.equal(shown.length, 1 + texts.length);
    // A text that cannot begin a formula in any cell must be shown as its author wrote it.
    const isPlain = (text) => !/(^|[,;\t\n])"*[=+@＝-]/.test(text);
    texts.forEach((text, index) => {
      if (isPlain(text)) assert.deepEqual([shown[index + 1][1], shown[index + 1][5]], [text, text]);
    });
    assert.ok(texts.filter(isPlain).length > 5);
  });
}

test('LibreOffice shows a line that names the separator as a row, so the tables have none; see src/extras/csv.rs', () => {
  const [first] = cells(opened('sep=;\r\na;b\r\n', ';', TO_CSV), ',');
  assert.match(first[0], /^sep=/);
});
