/**
 * Input of `check` that is not JSON at all: the message says what it is instead. A slip that occurs
 * throughout a text is reported once, with its count and one remedy. Single slips are tested in
 * check-reading.test.mjs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWith } from '../../pkg/src/api/check.js';
import { coreThatSays } from './check-stage.mjs';

const JSON_TEXT = '{\n  "format": "1.0",\n  "id": "t",\n  "title": "A, b; c"\n}';

/** The message for the only problem of `text`. */
function told(text) {
  const { problems } = checkWith(coreThatSays(), text);
  assert.equal(problems.length, 1, text);
  assert.equal(problems[0].code, 'badJson', text);
  return problems[0];
}

test('a file that is not JSON is named for what it is, with a remedy', () => {
  for (const [text, message, remedy] of [
    [`\`\`\`json\n${JSON_TEXT}\n\`\`\``, /code fence/, /Delete the lines that begin with ```/],
    [`~~~\n${JSON_TEXT}\n~~~\n`, /code fence/, /Delete the lines/],
    [`const questionnaire = ${JSON_TEXT};`, /JavaScript/, /Keep only the part from/],
    [`export default ${JSON_TEXT}`, /JavaScript/, /Keep only/],
    [`window.questionnaire = ${JSON_TEXT}`, /JavaScript/, /Keep only/],
    [`module.exports = ${JSON_TEXT}`, /JavaScript/, /Keep only/],
    [`callback(${JSON_TEXT});`, /function/, /Keep only/],
    [`<p>Hi</p>\n<script type="application/json">\n${JSON_TEXT}</script>`, /HTML with the JSON/, /script tags/],
    ['<!doctype html><p>Hi</p>', /HTML, not JSON/, /Leave only the JSON/],
    [`Here is your questionnaire:\n\n${JSON_TEXT}\n\nGood luck!`, /more than JSON/, /before the first \{/],
    ['misconception;statement;key\nm;"A; b";myth\nm;B;fact', /table \(CSV\)/, /npx misconception-scorecard new/],
    ['a,b,c\n1,2,3\n', /table \(CSV\)/, /JSON/],
    ['a\tb\nc\td', /table \(CSV\)/, /JSON/],
    ['format: "1.0"\nid: t\ntitle: T\n', /YAML/, /Write it as JSON/],
    ['PK\u0003\u0004\u0014\u0000', /office program, such as Word/, /plain text file/],
    ['{\\rtf1\\ansi Hello}', /Rich Text/, /plain text/],
    ['%PDF-1.7\n', /PDF/, /plain text file/],
  ]) {
    const problem = told(text);
    assert.match(problem.message, message, text);
    assert.match(problem.remedy, remedy, text);
  }
});

test('JSON with a syntax error is not taken for another format', () => {
  for (const text of [
    '{ "a": "```", }',
    '{ "a": "const b = {", "c" }',
    '{ "a": 1 "b": "x: y\\nz: 1" }',
    '[1, 2\n3, 4]',
    'true, false',
    '{ "a": (1) }',
    '{}}',
    '',
  ]) {
    assert.doesNotMatch(told(text).message, /fence|JavaScript|table|YAML|HTML|more than JSON/, text);
  }
});

test('a repeated syntax error is reported once, with its count and one remedy for all', () => {
  const smart = JSON_TEXT.replace(/"([^"]*)"/g, '“$1”');
  for (const [text, count, remedy] of [
    [smart, 5, /Replace all quotes around keys and strings/],
    [smart.replaceAll(/[“”]/g, "'"), 5, /Replace all quotes/],
    ['{\n // one\n "a": 1, // two "b"\n /* three */ "c": "// none"\n}', 2, /Delete all of them/],
    ['{ "a": [1, 2,], "b": { "c": ",]", }, }', 2, /Delete each of these commas/],
    ['{ a: 1, b: { c: "d: 1" } }', 2, /Write each key between two "/],
    ['{\u00a0"a":\u00a01,\u00a0"b": "\u00a0" }', 2, /Delete all of them/],
    ['{ "a": "\t", "b": "\t" }', 1, /Delete each of them/],
  ]) {
    const problem = told(text);
    assert.match(problem.message, new RegExp(` The same problem is in ${count} more places?\\.$`), text);
    assert.match(problem.remedy, remedy, text);
  }
  for (const text of ['{ "a": “b" }', '{ "a": 1, }', '{ a: 1 }']) {
    assert.doesNotMatch(told(text).message, /more place/, text);
  }
});

test('recognising the format is quick for any text', () => {
  for (const unit of ['{', 'a:', 'a,', '“', '{ a: ', '//', '<p>', 'x = ', '[(', ' {}', 'a\n']) {
    const start = performance.now();
    told(`${unit.repeat(Math.floor(9e5 / Buffer.byteLength(unit)))} `);
    assert.ok(performance.now() - start < 5000, unit);
  }
});
