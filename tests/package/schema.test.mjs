/**
 * Compares the schema with the checker: both agree about every document in the tables and about
 * thousands of random ones. If only the checker can know, the table says why. What an editor does
 * with the schema is tested in schema-editor.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../pkg/dist/core.js';
import { BAD_TRANSLATIONS } from './documents/bad-translations.mjs';
import { BAD } from './documents/bad.mjs';
import { changed } from './documents/base.mjs';
import { CHECKER_ONLY } from './documents/checker-only.mjs';
import { editor } from './documents/editor.mjs';
import { GOOD } from './documents/good.mjs';
import { mutants } from './documents/mutants.mjs';
import { SCHEMA, SCHEMA_TEXT, accepts, ajv, errorsOf, found, named, today, written } from './schema-stage.mjs';

/** What both say about a document, in the form of a row of the tables. */
function verdicts(sentence, changes) {
  const isOfText = typeof changes === 'function';
  const text = isOfText ? changes(written(changed())) : written(changed(changes));
  const document = JSON.parse(text);
  const errors = errorsOf(text).map(named).sort();
  // A document that is itself a string would be parsed as JSON.
  if (!isOfText && typeof document !== 'string') {
    assert.deepEqual(errorsOf(document).map(named).sort(), errors, sentence);
  }
  return { sentence, schema: accepts(document), errors };
}

/** Asserts that the rows of a table are as it says, all at once. */
function compared(rows, schema) {
  const said = rows.map(([sentence, changes]) => verdicts(sentence, changes));
  const right = rows.map(([sentence, , ...errors]) => ({ sentence, schema, errors: errors.sort() }));
  assert.deepEqual(said, right);
}

const WRONG = [...BAD, ...BAD_TRANSLATIONS, ...CHECKER_ONLY.flatMap(([, rows]) => rows)];

test('the schema is valid under draft 7', () => {
  assert.equal(SCHEMA.$schema, 'http://json-schema.org/draft-07/schema#');
  assert.ok(ajv.validateSchema(SCHEMA), ajv.errorsText());
});

test('the rows of the tables have different names', () => {
  for (const rows of [[...GOOD, ...BAD, ...BAD_TRANSLATIONS], ...CHECKER_ONLY.map(([, rows]) => rows)]) {
    const sentences = rows.map(([sentence]) => sentence);
    assert.deepEqual(
      sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index),
      [],
    );
  }
});

test('schema and checker accept all good documents', () => compared(GOOD, true));

test('schema and checker refuse all bad documents', () => compared(BAD, false));

test('schema and checker refuse all bad translations', () => compared(BAD_TRANSLATIONS, false));

for (const [reason, rows] of CHECKER_ONLY) test(`only the checker knows that ${reason}`, () => compared(rows, true));

test('schema and checker accept every published questionnaire, and an editor underlines nothing', async () => {
  const { underlines } = editor(SCHEMA_TEXT);
  const names = ['../../questionnaires/', '../../www/examples/'].flatMap((folder) => {
    const files = readdirSync(new URL(folder, import.meta.url)).filter((name) => name.endsWith('.json'));
    assert.notEqual(files.length, 0, folder);
    return files.map((name) => folder + name);
  });
  for (const name of names) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    assert.deepEqual([errorsOf(text), accepts(JSON.parse(text)), await underlines(text)], [[], true, []], name);
  }
});

test('no random document is refused by the schema alone', () => {
  /**
   * What only the checker may report, by the reasons in the table; in translations, it may report
   * that parts do not fit.
   */
  const known = [
    /^duplicateId /,
    /^outOfRange \/cutoffs$/,
    /^outOfRange \/certainty\/to$/,
    /^(missing|empty|wrongLength) \/certainty\/labels$/,
    /^(unknownKey|wrongLength|wrongType) \/translations\/[^/]+\/./,
  ];
  const counts = { 'true true': 0, 'true false': 0, 'false false': 0 };
  for (const document of mutants(2000, 20261123)) {
    const isAccepted = accepts(document);
    const errors = errorsOf(written(document)).map(named);
    const context = `${errors}\n${ajv.errorsText(accepts.errors)}\n${written(document)}`;
    assert.ok(isAccepted || errors.length > 0, `the schema alone refuses:\n${context}`);
    const isKnown = (error) => known.some((pattern) => pattern.test(error));
    if (isAccepted) assert.ok(errors.every(isKnown), `the checker alone refuses:\n${context}`);
    counts[`${isAccepted} ${errors.length === 0}`] += 1;
  }
  for (const [verdict, count] of Object.entries(counts)) assert.ok(count > 50, `${verdict}: ${count}`);
});

test('a translation in its own file is checked with its questionnaire, at its own positions', () => {
  const questionnaire = changed();
  const { nb } = questionnaire.translations;
  const told = (translation, options) =>
    check(translation, { today, translationOf: questionnaire, lang: 'nb', ...options }).problems;
  assert.deepEqual(
    told(written({ ...nb })).filter(({ severity }) => severity === 'error'),
    [],
  );
  const text = written({ ...nb, titel: 'Vask', statements: { 'powder-9': 'Nei.' } });
  const errors = told(text).filter(({ severity }) => severity === 'error');
  assert.deepEqual(errors.map(named), ['unknownKey /statements/powder-9', 'unknownKey /titel']);
  assert.equal(text.split('\n')[errors[1].line - 1].trim(), '"titel": "Vask"');
  assert.deepEqual(told('{').map(named), ['badJson ']);
  assert.deepEqual(told('[]').map(named), ['wrongType ']);
  assert.equal(check(nb, { today, translationOf: written(questionnaire), lang: 'nb' }).habits, null);
  for (const lang of [undefined, 5]) {
    assert.throws(
      () => told('{}', { lang }),
      ({ code }) => code === 'badOption',
    );
  }
});

// The messages of the checker

test('every error has a message, a remedy, a pointer and a position', () => {
  for (const [sentence, changes] of WRONG) {
    const text = typeof changes === 'function' ? changes(written(changed())) : written(changed(changes));
    const lines = text.split('\n');
    for (const error of errorsOf(text)) {
      const context = `${sentence}: ${JSON.stringify(error)}`;
      for (const words of [error.message, error.remedy]) {
        assert.match(words, /^[\p{Lu}"].*[.?]$/u, context);
        assert.doesNotMatch(words, /undefined|NaN|\[object|\s{2}/, context);
      }
      const parent = error.pointer.slice(0, Math.max(0, error.pointer.lastIndexOf('/')));
      assert.ok(
        [error.pointer, parent].some((it) => found(JSON.parse(text), it).length === 1),
        context,
      );
      const { line, column, offset, length } = error;
      const before = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
      assert.equal(offset, before + column - 1, context);
      assert.ok(line >= 1 && column >= 1 && (length >= 1 || error.code === 'tooLarge'), context);
      assert.ok(column - 1 + length <= lines[line - 1].length, context);
    }
  }
});
