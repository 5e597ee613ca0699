/**
 * What an editor does with the schema: what it underlines, offers and explains, compared with the
 * tables of documents and with the words of the format.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { positions } from '../../pkg/src/json/positions.js';
import { BAD_TRANSLATIONS } from './documents/bad-translations.mjs';
import { BAD } from './documents/bad.mjs';
import { changed, tokens } from './documents/base.mjs';
import { editor } from './documents/editor.mjs';
import { GOOD } from './documents/good.mjs';
import { SCHEMA, SCHEMA_TEXT, ajv, found, written } from './schema-stage.mjs';

/**
 * The explanations of the format, read from their source, so that the schema is not compared with
 * itself.
 */
const SOURCE = readFileSync(new URL('../../src/authoring/format/explanations.rs', import.meta.url), 'utf8');
const WORDS = SOURCE.replace(/r#"[\s\S]*?"#/g, '""');
const KEYS = [...WORDS.matchAll(/Explanation \{\s+(pattern: [\s\S]*?),\n    \},/g)].map(([, fields]) =>
  fieldsOf(fields),
);
const CHOICES = [...WORDS.matchAll(/Choice \{\s+(pattern: [\s\S]*?),\n    \},/g)].map(([, fields]) => fieldsOf(fields));

/** The strings of a Rust value, in which a backslash at the end of a line continues the string. */
function fieldsOf(source) {
  const fields = [...source.matchAll(/(\w+): "((?:[^"\\]|\\[\s\S])*)"/g)];
  const text = (literal) => literal.replace(/\\\n\s*/g, '').replace(/\\(.)/g, '$1');
  return Object.fromEntries(fields.map(([, name, literal]) => [name, text(literal)]));
}

const EDITOR = editor(SCHEMA_TEXT);
const labels = (items) => items.map(({ label }) => label).sort();

test('an editor underlines something exactly if the schema refuses the document', async () => {
  for (const [rows, isRight] of [
    [GOOD, true],
    [BAD, false],
    [BAD_TRANSLATIONS, false],
  ]) {
    for (const [sentence, changes] of rows) {
      const underlined = await EDITOR.underlines(written(changed(changes)));
      assert.equal(underlined.length === 0, isRight, `${sentence}: ${underlined}`);
    }
  }
});

test('an editor finds the schema by the key $schema, and does not underline the key', async () => {
  const { underlines, tells } = editor(SCHEMA_TEXT, { isForAll: false });
  const name = 'questionnaire.schema.json';
  for (const address of [`./${name}`, `https://example.org/questionnaires/${name}`]) {
    assert.deepEqual(await underlines(written(changed({ '/$schema': address }))), []);
    const wrong = written({ $schema: address, ...changed({ '/$schema': undefined, '/title': 7 }) });
    assert.deepEqual(
      (await underlines(wrong)).map(([, text]) => text),
      ['7'],
    );
  }
  assert.deepEqual(await underlines(written(changed({ '/$schema': undefined, '/title': 7 }))), []);
  assert.match(await tells('{ "$schema": "./questionnaire.schema.json", "ti‸tle": "T" }'), /^The heading of the first/);
});

test('an editor underlines the wrong value or key', async () => {
  const text = written(changed());
  for (const [from, to, line, marked] of [
    ['"key": "myth"', '"key": "mith"', '"key"', '"mith"'],
    ['"intro":', '"inrto":', '"inrto"', '"inrto"'],
    ['"title":', '"title": 7, "intro2":', '"title"', '7'],
    ['"2026-11"', '"23.11.2026"', '"asOf"', '"23.11.2026"'],
    ['"https://example.org/dose"', '"example.org"', '"url"', '"example.org"'],
    ['"dontKnow": true', '"dontKnow": "yes"', '"dontKnow"', '"yes"'],
    ['"points": 4', '"points": 8', '"points"', '8'],
    ['"strength": "strong"', '"strength": "weak"', '"strength"', '"weak"'],
    ['"Hva tror du om klesvask?"', '[]', '"title": []', '[]'],
    ['"nb": {', '"norsk språk": {', '"norsk', '"norsk språk"'],
  ]) {
    const wrong = text.replace(from, to);
    const expected = wrong.split('\n').findIndex((it) => it.includes(line)) + 1;
    const underlined = (await EDITOR.underlines(wrong)).map(([at, what]) => `${at} ${what}`);
    assert.ok(underlined.includes(`${expected} ${marked}`), `${to}: ${expected} ${marked}, not ${underlined}`);
  }
});

test('no message of an editor shows a regular expression', async () => {
  for (const [sentence, changes] of [...BAD, ...BAD_TRANSLATIONS]) {
    for (const [, , message] of await EDITOR.underlines(written(changed(changes)))) {
      assert.doesNotMatch(message, /pattern|[\\^]/, sentence);
    }
  }
});

test('an editor offers the allowed keys, except those that are there already', async () => {
  const top = [
    '$comment',
    '$schema',
    'certainty',
    'consent',
    'credits',
    'cutoffs',
    'format',
    'id',
    'intro',
    'lang',
    'markup',
    'minAnswered',
    'misconceptions',
    'outcomes',
    'privacy',
    'scale',
    'share',
    'suggestions',
    'title',
    'translations',
    'version',
  ];
  const but = (...keys) => top.filter((key) => !keys.includes(key));
  const inMisconception = (text) => `{ "id": "a", "misconceptions": [{ "id": "b" }, ${text}] }`;
  for (const [marked, expected] of [
    ['{ ‸ }', top],
    ['{ "‸" }', top],
    ['{ "id": "a", ‸ }', but('id')],
    ['{ "id": "a", "misconceptions": [], "‸" }', but('id', 'misconceptions')],
    [
      '{ "lang": "en",\n"‸",\n"title": "T", "$schema": "./questionnaire.schema.json" }',
      but('lang', 'title', '$schema'),
    ],
    [inMisconception('{ ‸ }'), ['$comment', 'evidence', 'id', 'name', 'refutation', 'sources', 'statements']],
    [inMisconception('{ "name": "N", "evidence": {}, ‸ }'), ['$comment', 'id', 'refutation', 'sources', 'statements']],
    [inMisconception('{ "statements": [{ ‸ }] }'), ['$comment', 'id', 'key', 'text', 'weight']],
    [inMisconception('{ "statements": [{ "id": "a", "text": "T.", ‸ }] }'), ['$comment', 'key', 'weight']],
    [inMisconception('{ "evidence": { "‸" } }'), ['$comment', 'asOf', 'reviewBy', 'strength']],
    [inMisconception('{ "evidence": { "asOf": "2026", ‸ } }'), ['$comment', 'reviewBy', 'strength']],
    [
      inMisconception('{ "refutation": { "fact": "F.", ‸ } }'),
      ['$comment', 'advice', 'kernelOfTruth', 'myth', 'whyBelieved', 'whyWrong'],
    ],
    [inMisconception('{ "sources": [{}, { ‸ }] }'), ['$comment', 'date', 'lang', 'quote', 'title', 'url']],
    ['{ "scale": { "points": 4, ‸ } }', ['$comment', 'dontKnow', 'labels']],
    ['{ "outcomes": [{ ‸ }] }', ['$comment', 'from', 'text', 'title', 'unsure']],
    [
      '{ "translations": { "nb": { "title": "T", ‸ } } }',
      [
        '$comment',
        'certainty',
        'consent',
        'credits',
        'cutoffs',
        'intro',
        'misconceptions',
        'outcomes',
        'privacy',
        'scale',
        'share',
        'statements',
        'suggestions',
      ],
    ],
    [
      '{ "translations": { "nb": { "misconceptions": { "a": { ‸ } } } } }',
      ['$comment', 'evidence', 'name', 'refutation', 'sources'],
    ],
  ]) {
    assert.deepEqual(labels(await EDITOR.offers(marked)), expected, marked);
  }
});

test('an offered key has an explanation, and inserts a value', async () => {
  for (const place of [
    '{ ‸ }',
    '{ "scale": { ‸ } }',
    '{ "scale": { "points": 4, ‸ } }',
    '{ "certainty": { ‸ } }',
    '{ "certainty": { "levels": 3, ‸ } }',
    '{ "misconceptions": [{ "statements": [{ ‸ }], ‸ }] }',
  ]) {
    for (const { label, insertText, documentation } of await EDITOR.offers(place)) {
      const name = JSON.stringify(label).replace('$', '\\$');
      assert.ok(insertText.startsWith(`${name}: `), `${place} ${insertText}`);
      assert.ok(documentation.length > 40, `${place} ${label}: ${documentation}`);
    }
  }
});

test('an editor offers the values that a key allows, with their meanings', async () => {
  const quoted = (...words) => words.map((word) => `"${word}"`).sort();
  for (const [marked, expected] of [
    ['{ "minAnswered": ‸ }', quoted('majority', 'half')],
    ['{ "misconceptions": [{ "statements": [{ "key": ‸ }] }] }', quoted('myth', 'fact')],
    ['{ "misconceptions": [{ "statements": [{ "key": "‸" }] }] }', quoted('myth', 'fact')],
    [
      '{ "misconceptions": [{ "evidence": { "strength": ‸ } }] }',
      quoted('settled', 'strong', 'practitioner', 'contested'),
    ],
  ]) {
    const items = await EDITOR.offers(marked);
    assert.deepEqual(labels(items), expected, marked);
    for (const { label, documentation } of items) {
      const { what } = CHOICES.find(({ value }) => `"${value}"` === label);
      assert.equal(documentation, what);
    }
  }
  for (const [marked, expected] of [
    ['{ "scale": { "dontKnow": ‸ } }', ['false', 'true']],
    ['{ "format": ‸ }', ['"1.0"']],
  ]) {
    assert.deepEqual(labels(await EDITOR.offers(marked)), expected, marked);
  }
});

test('every example in the schema is valid', () => {
  let count = 0;
  const walk = (node, place) => {
    if (node === null || typeof node !== 'object') return;
    const { examples = [], ...rest } = node;
    for (const example of examples) {
      count += 1;
      assert.ok(ajv.validate(rest, example), `${place}: ${ajv.errorsText()}`);
    }
    for (const [key, inside] of Object.entries(rest)) walk(inside, `${place}/${key}`);
  };
  walk(SCHEMA, '');
  assert.ok(count >= KEYS.length);
});

/**
 * The pointer at which `document` has a field of the format: the first item of each array, the
 * first free name.
 */
function pointerOf(pattern, document) {
  let pointer = '';
  for (const token of tokens(pattern)) {
    const [around] = found(document, pointer);
    const isFree = token === '*' && !Array.isArray(around);
    pointer += `/${isFree ? Object.keys(around)[0] : token.replace('*', '0')}`;
  }
  return found(document, pointer).length === 1 ? pointer : undefined;
}

/**
 * The hover text of an editor at `pointer` in `document`: for the key, or for the item of an array.
 */
function toldAt(pointer, document) {
  const text = written(document);
  const { at } = positions(text);
  const { offset } = at(pointer, 'key') ?? at(pointer);
  const cursor = offset + (text[offset] === '"' ? 1 : 0);
  return EDITOR.tells(`${text.slice(0, cursor)}‸${text.slice(cursor)}`);
}

test('hovering over a key shows the explanation of the format', async () => {
  assert.ok(KEYS.length > 60 && CHOICES.length === 9);
  // Certainty has two forms.
  const documents = [changed(), changed({ '/certainty': { from: 0, to: 2, labels: ['a', 'b', 'c'] } })];
  for (const { pattern, what, why } of KEYS) {
    const document = documents.find((it) => pointerOf(pattern, it));
    const pointer = pointerOf(pattern, document);
    const choice = CHOICES.find((it) => it.pattern === pattern && it.value === found(document, pointer)[0]);
    const meaning = choice ? `\n\n\`${choice.value}\`: ${choice.what}` : '';
    assert.equal(await toldAt(pointer, document), `${what} ${why}${meaning}`, pattern);
  }
});

test('hovering over a translated text shows the explanation of its original', async () => {
  for (const [pointer, pattern] of [
    ['/translations/nb/title', '/title'],
    ['/translations/nb/misconceptions/powder/refutation/fact', '/misconceptions/*/refutation/fact'],
    ['/translations/nb/statements', '/misconceptions/*/statements'],
  ]) {
    const { what, why } = KEYS.find((key) => key.pattern === pattern);
    assert.equal(await toldAt(pointer, changed()), `${what} ${why}`);
  }
});
