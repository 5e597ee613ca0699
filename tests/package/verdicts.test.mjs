/**
 * The checker, the widget, `renderToString` and the command agree about every document in the tests
 * and in the fuzz corpus: it can be used, or not. The errors that only the checker reports, and
 * that the widget passes over, are listed here.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import * as core from '../../pkg/dist/core.js';
import { nearestIn } from '../../pkg/src/data/language.js';
import { readDocument } from '../../pkg/src/data/parse-input.js';
import translate from '../../pkg/src/data/translate.js';
import { command, folder } from './command-stage.mjs';
import { BAD_TRANSLATIONS } from './documents/bad-translations.mjs';
import { BAD } from './documents/bad.mjs';
import { changed } from './documents/base.mjs';
import { CHECKER_ONLY } from './documents/checker-only.mjs';
import { FAULTS } from './documents/faults.mjs';
import { GOOD } from './documents/good.mjs';
import { mutants } from './documents/mutants.mjs';

/** Errors that the widget passes over, though the author meant something else. */
const PASSED_OVER = ['unknownKey', 'duplicateKey', 'brokenCharacter', 'placeholder'];

const here = (path) => new URL(`../../${path}`, import.meta.url);
const text = (path) => readFileSync(here(path), 'utf8');

function* documents() {
  yield* Object.entries(FAULTS);
  for (const folderName of ['questionnaires/', 'www/examples/', 'fuzz/corpus/document/']) {
    for (const name of readdirSync(here(folderName))) yield [name, text(folderName + name)];
  }
  yield ['small.json', text('tests/hostile/small.json')];
  const rows = [...GOOD, ...BAD, ...BAD_TRANSLATIONS, ...CHECKER_ONLY.flatMap(([, some]) => some)];
  for (const [sentence, changes] of rows) {
    const isOfText = typeof changes === 'function';
    const written = (document) => JSON.stringify(document, null, 2);
    yield [sentence, isOfText ? changes(written(changed())) : written(changed(changes))];
  }
  let count = 0;
  for (const document of mutants(300, 20261129)) yield [`mutant ${count++}`, JSON.stringify(document)];
}

/**
 * The languages that a reader may get: the questionnaire's own and those of its translations that
 * are in the document.
 */
function languages(source) {
  let document;
  try {
    document = readDocument(source);
  } catch {
    return [''];
  }
  const translations = document?.translations;
  if (!translations || typeof translations !== 'object') return [''];
  return ['', ...Object.keys(translations).filter((lang) => typeof translations[lang] !== 'string')];
}

/** Whether the translation that `pointer` leads to is a URL. */
const isAddress = (source, pointer) => typeof readDocument(source).translations[pointer.split('/')[2]] === 'string';

/**
 * Returns 'used', or the code of the error, which must be about the document and never say that the
 * widget failed.
 */
function verdict(call) {
  try {
    call();
    return 'used';
  } catch ({ code, problems }) {
    assert.ok(['invalidQuestionnaire', 'badJson', 'tooLarge', 'tooDeep'].includes(code), code);
    if (code !== 'badJson') assert.ok(problems.length > 0, code);
    return 'refused';
  }
}

/** Reads `source` as the element does, in this language. */
function widget(source, lang) {
  const document = readDocument(source);
  const isTranslated = document?.translations && typeof document.translations === 'object';
  const spoken = isTranslated ? translate(document, nearestIn(document, lang || document.lang)) : document;
  core.evaluate(spoken, {});
}

test('checker, widget, render and command agree about every document', async () => {
  const texts = [...new Map([...documents()].map(([name, source]) => [source, name]))];
  assert.ok(texts.length > 700, `${texts.length} documents`);
  const names = texts.map((_, index) => `${index}.json`);
  const cwd = folder(Object.fromEntries(texts.map(([source], index) => [names[index], source])));
  const { out } = await command(['check', '--json', '--today', '2026-11-23', ...names], { core, cwd });
  const reports = new Map(JSON.parse(out).files.map(({ file, ...report }) => [file, report]));
  const counts = { used: 0, refused: 0, 'passed over': 0 };
  for (const [index, [source, name]] of texts.entries()) {
    const context = `${name}\n${source.slice(0, 2000)}`;
    const { ok, problems } = core.check(source, { today: '2026-11-23' });
    const told = reports.get(names[index]);
    // A file with half a character contains another one, and the command does not read a file that
    // is binary or far too large.
    if (told === undefined) assert.ok(!ok && (source.includes('\0') || source.length > 1e6), `the command: ${context}`);
    else if (source.isWellFormed())
      assert.deepEqual([told.ok, told.problems], [ok, problems], `the command: ${context}`);
    const verdicts = languages(source).map((lang) => {
      const drawn = verdict(() => core.renderToString(source, lang ? { lang } : {}));
      assert.equal(
        drawn,
        verdict(() => widget(source, lang)),
        `render and widget, ${lang}: ${context}`,
      );
      return drawn;
    });
    const isUsed = verdicts.every((it) => it === 'used');
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (ok || !isUsed) {
      assert.equal(ok, isUsed, `${verdicts}: ${context}`);
      counts[isUsed ? 'used' : 'refused']++;
      continue;
    }
    counts['passed over']++;
    for (const { code, pointer } of errors) {
      // The widget reads no comments, no translations at other URLs, and none whose key is not a
      // language.
      const isAway = pointer.startsWith('/translations/') && (code === 'malformed' || isAddress(source, pointer));
      const isUnread = isAway || pointer.endsWith('/$comment');
      assert.ok(PASSED_OVER.includes(code) || isUnread, `${code} ${pointer} is passed over: ${context}`);
    }
  }
  for (const [what, count] of Object.entries(counts)) assert.ok(count > 30, `${what}: ${count}`);
});
