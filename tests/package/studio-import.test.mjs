/**
 * What the studio imports from files of other programs, as their documentation shows them, and what
 * it reports as left out. Knows www/studio/import/. Moodle's XML needs a page, so it is tested in
 * tests/browser/studio-import.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { check } from '../../pkg/dist/core.js';
import { csvOf } from '../../www/studio/data/table.js';
import { filled } from '../../www/studio/data/gaps.js';
import { COLUMNS, guess, rowsOfScorecard, scorecardOfRows } from '../../www/studio/import/columns.js';
import { scorecardOf } from '../../www/studio/import/quiz.js';
import { mend } from '../../www/studio/import/mend.js';
import { scorecardInZip } from '../../www/studio/import/own.js';
import { recognise } from '../../www/studio/import/recognise.js';
import { backupOf, contentOfDraft, draftsIn, isBackup } from '../../www/studio/keep/backup.js';
import en from '../../www/studio/texts/en.js';

const KITCHEN = readFileSync(new URL('../../www/examples/kitchen.json', import.meta.url), 'utf8');
const isWhole = (document) => {
  const { ok, problems } = check(filled(document).document, { draft: true });
  assert.ok(ok, JSON.stringify(problems.filter(({ severity }) => severity === 'error')));
};

test('GIFT: true/false questions are imported with their feedback, all others are listed', () => {
  const gift = `// question: 0  name: Switch category
$CATEGORY: tests

::Grant:: Grant was buried in a tomb in New York City.{T}

// question 2
::Sun:: [html]The sun rises in the <b>west</b>.{FALSE#No, in the east.#Right!####It turns the other way.}

1 + 1 \\= 2, \\{really\\}.{TRUE}

Who's buried in Grant's tomb?{=Grant =no one ~Napoleon}

Two plus {#4} equals four.

Match. {=cat -> food =dog -> bone}

Write an essay. {}

A description without an answer
`;
  const { kind, from, items, left } = recognise(gift);
  assert.deepEqual([kind, from], ['items', 'gift']);
  assert.deepEqual(items, [
    { text: 'Grant was buried in a tomb in New York City.', isTrue: true, feedback: '' },
    { text: 'The sun rises in the west.', isTrue: false, feedback: 'It turns the other way.' },
    { text: '1 + 1 = 2, {really}.', isTrue: true, feedback: '' },
  ]);
  assert.deepEqual(
    left.map(({ why }) => why),
    ['choice', 'numerical', 'matching', 'essay', 'noAnswer'],
  );
  const document = scorecardOf(items, { title: 'Sun', points: 2 });
  isWhole(document);
  assert.deepEqual(
    document.misconceptions.map(({ name, statements, refutation }) => [
      name,
      statements[0].key,
      refutation.fact,
      refutation.whyWrong,
    ]),
    [
      ['', 'fact', 'Grant was buried in a tomb in New York City.', ''],
      ['The sun rises in the west.', 'myth', '', 'It turns the other way.'],
      ['', 'fact', '1 + 1 = 2, {really}.', ''],
    ],
  );
});

test('SurveyJS: yes/no and agree/disagree items are imported, all others are listed', () => {
  const survey = {
    title: { default: 'Bees', de: 'Bienen' },
    pages: [
      {
        elements: [
          { type: 'boolean', name: 'q1', title: 'Bees die in winter.', correctAnswer: false },
          { type: 'radiogroup', name: 'q2', title: 'Bees sleep.', choices: ['Disagree', { value: 4, text: 'Agree' }] },
          { type: 'panel', elements: [{ type: 'rating', name: 'q3', title: 'Bees dance.' }] },
          {
            type: 'matrix',
            name: 'm',
            columns: ['Strongly disagree', 'Agree'],
            rows: [{ value: 'r1', text: 'Bees see red.' }, 'Bees hum.'],
          },
          { type: 'comment', name: 'q4', title: 'Anything else?' },
        ],
      },
    ],
  };
  const { from, title, items, left } = recognise(JSON.stringify(survey));
  assert.deepEqual([from, title], ['surveyjs', 'Bees']);
  assert.deepEqual(items, [
    { text: 'Bees die in winter.', isTrue: false },
    { text: 'Bees sleep.' },
    { text: 'Bees dance.' },
    { text: 'Bees see red.' },
    { text: 'Bees hum.' },
  ]);
  assert.deepEqual(left, [{ what: 'Anything else?', why: 'comment' }]);
  isWhole(scorecardOf(items, { title }));
});

test('Google Forms: questions with right answers are imported, all others are listed', () => {
  const choice = (values, grading) => ({
    questionItem: {
      question: {
        choiceQuestion: { type: 'RADIO', options: values.map((value) => ({ value })) },
        ...(grading && { grading }),
      },
    },
  });
  const form = {
    formId: 'x',
    info: { title: 'Bees', documentTitle: 'Bees' },
    items: [
      {
        title: 'Bees die in winter.',
        ...choice(['True', 'False'], {
          correctAnswers: { answers: [{ value: 'False' }] },
          whenWrong: { text: 'They cluster.' },
        }),
      },
      { title: 'Bees sleep.', ...choice(['Strongly disagree', 'Strongly agree']) },
      { title: 'Which colour?', ...choice(['Red', 'Blue', 'Green']) },
      { title: 'Your name', questionItem: { question: { textQuestion: {} } } },
      { title: 'A picture', imageItem: {} },
    ],
  };
  const { from, items, left } = recognise(JSON.stringify(form));
  assert.equal(from, 'google');
  assert.deepEqual(items, [
    { text: 'Bees die in winter.', isTrue: false, feedback: 'They cluster.' },
    { text: 'Bees sleep.', feedback: '' },
  ]);
  assert.deepEqual(
    left.map(({ why }) => why),
    ['choiceQuestion', 'textQuestion', 'imageItem'],
  );
});

test('a table is imported by its column heads, and each row that is left out has a reason', () => {
  const text = [
    'Misconception;What holds instead;Statement;Statement 2;Why it is wrong;URL;Colour;Evidence',
    'Bees die;They live;A colony dies.;A colony lives.;They cluster.;https://example.org;red;strong',
    ';Nothing;;;;;;',
    'Bees sting;Some;;;;page 3;;loud',
    'Bees buzz;They do;;;;www.example.org/a;;',
  ].join('\n');
  const { kind, rows, guessed } = recognise(text);
  assert.equal(kind, 'table');
  assert.deepEqual(guessed, {
    hasHead: true,
    columns: ['name', 'fact', 'myth', 'denial', 'whyWrong', 'url', '', 'strength'],
  });
  const { document, left } = scorecardOfRows(rows, guessed, { title: 'Bees' });
  isWhole(document);
  const [bees] = document.misconceptions;
  assert.deepEqual(
    [bees.name, bees.refutation, bees.evidence, bees.sources, bees.statements.map(({ text, key }) => [text, key])],
    [
      'Bees die',
      { fact: 'They live', whyWrong: 'They cluster.' },
      { strength: 'strong' },
      [{ title: 'https://example.org', url: 'https://example.org' }],
      [
        ['A colony dies.', 'myth'],
        ['A colony lives.', 'fact'],
      ],
    ],
  );
  assert.deepEqual(left, [
    { row: 3, what: 'Nothing', why: 'noBelief' },
    { row: 4, what: 'loud', why: 'strength' },
    { row: 4, what: 'page 3', why: 'url' },
  ]);
  const url = 'https://www.example.org/a';
  assert.deepEqual(document.misconceptions[2].sources, [{ title: url, url }]);
});

test('spreadsheet cells without heads, and plain lines, are imported as beliefs', () => {
  const pasted = recognise('Bees die\tThey live\nWasps make honey\tThey do not');
  assert.deepEqual(pasted.guessed, { hasHead: false, columns: ['name', 'fact'] });
  const lines = recognise('Bees die\nWasps make honey');
  const { document } = scorecardOfRows(lines.rows, guess(lines.rows));
  assert.deepEqual(
    document.misconceptions.map(({ name }) => name),
    ['Bees die', 'Wasps make honey'],
  );
});

test('a scorecard saved as a table can be imported, and keys without a column are listed', () => {
  const document = JSON.parse(KITCHEN);
  const { rows, left } = rowsOfScorecard(document);
  const read = recognise(csvOf(rows, COLUMNS));
  const { document: back, left: lost } = scorecardOfRows(read.rows, read.guessed, { title: document.title });
  assert.deepEqual(lost, []);
  const kept = (it) =>
    it.misconceptions.map(({ name, statements, refutation, evidence, sources }) => [
      name,
      statements.map(({ text, key }) => [text, key]),
      refutation,
      evidence.strength,
      sources[0].title,
      sources[0].url,
    ]);
  assert.deepEqual(kept(back), kept(document));
  assert.deepEqual(left.toSorted(), ['evidence', 'intro', 'sources', 'title']);
});

test('JSON is found inside other text, and a repeated mistake is repaired everywhere', () => {
  const curly = KITCHEN.replaceAll('"', (_, at) => (at % 2 ? '“' : '”'));
  const count = KITCHEN.split('"').length - 1;
  for (const [text, done] of [
    [`Dear Anna, here it is:\n${KITCHEN}\nYours`, [{ what: 'around', count: 1 }]],
    [KITCHEN.replace(/\n {2}\]\n\}/, ',\n  ],\n}').replace('}\n,', '},'), [{ what: 'commas', count: 2 }]],
    [curly, [{ what: 'quotes', count }]],
  ]) {
    const mended = mend(text);
    assert.deepEqual(mended?.done, done);
    assert.equal(recognise(text).kind, 'scorecard');
    assert.equal(JSON.parse(recognise(text).text).id, 'kitchen');
  }
});

const SLIPS = {
  fence: [`\`\`\`json\n${KITCHEN}\n\`\`\``, 1],
  program: [`export default ${KITCHEN};`, 1],
  page: [`<script type="application/json">\n${KITCHEN}\n</script>`, 1],
  bareKeys: [KITCHEN.replaceAll(/"(\w+)":/g, '$1:'), KITCHEN.match(/"\w+":/g).length],
  missingCommas: [KITCHEN.replaceAll(',\n', '\n'), KITCHEN.match(/,\n/g).length],
  comments: [`{ // mine\n${KITCHEN.slice(1).replace('\n', '/* and more\n */')}`, 2],
  spaces: [KITCHEN.replaceAll('  ', '\u00a0\u00a0'), 2 * KITCHEN.match(/ {2}/g).length],
  words: [KITCHEN.replace('{', '{ "$comment": None,'), 1],
};

for (const [what, [text, count]] of Object.entries(SLIPS)) {
  test(`a repeated mistake is counted and repaired: ${what}`, () => {
    const { text: made, done } = mend(text);
    assert.deepEqual(done, [{ what, count }]);
    const { $comment, ...document } = JSON.parse(made);
    assert.deepEqual(document, JSON.parse(KITCHEN));
  });
}

test('quotes and comment signs inside texts are not changed by repairs', () => {
  for (const [text, wanted] of [
    ['{ “a”: “he said “hi” to me”, "b": "a “b” c" }', { a: 'he said “hi” to me', b: 'a “b” c' }],
    ["{ 'a': 'it\\'s \"so\"', 'b': 1, }", { a: 'it\'s "so"', b: 1 }],
    ['{ "a": "two\nlines\tof it" }', { a: 'two\nlines\tof it' }],
    ['{ "a": "// no # comment", "b": [1 2,] }', { a: '// no # comment', b: [1, 2] }],
  ]) {
    assert.deepEqual(JSON.parse(mend(text).text), wanted, text);
  }
});

test('a text that cannot be repaired is not changed', () => {
  for (const text of ['', '{', 'a { b', '{ "id": "x", oh no', '{ oh }', '[1, 2]', '}{', '{ "a": [1 }'])
    assert.equal(mend(text), undefined, text);
});

test('prose, lists and web pages are read line by line, without splitting at commas', () => {
  const names = (text) => {
    const { rows, guessed } = recognise(text);
    return scorecardOfRows(rows, guessed).document.misconceptions.map(({ name }) => name);
  };
  const wanted = ['Bees die, people say', 'Wasps make honey, too'];
  for (const text of [
    'Bees die, people say\nWasps make honey, too',
    '- Bees die, people say\n\n- Wasps make honey, too\n',
    '1. Bees die, people say\n2) Wasps make honey, too',
    '<ul><li>Bees die, people say</li><li>Wasps <b>make</b> honey, too</li></ul><script>no(1)</script>',
  ]) {
    assert.deepEqual(names(text), wanted, text);
  }
  assert.deepEqual(recognise('Bees,They live\nWasps,They do not').guessed.columns, ['name', 'fact']);
});

test('files of other kinds are named', () => {
  for (const [text, as] of [
    ['PK\u0003\u0004mimetype', 'zipped'],
    ['PK\u0003\u0004..[Content_Types].xml..xl/workbook.xml', 'sheet'],
    ['PK\u0003\u0004..ppt/presentation.xml', 'slides'],
    ['%PDF-1.7 {"misconceptions": []}', 'pdf'],
    ['\ufffdPNG\r\n\u001a\n', 'picture'],
  ]) {
    assert.deepEqual(recognise(text), { kind: 'strange', as }, text);
    assert.match(en.kinds[as]('“x”'), /^“x” /);
  }
  assert.equal(recognise('{ "id": "x", oh no').kind, 'broken');
  assert.equal(recognise('[1, 2]').kind, 'broken');
  assert.equal(recognise('{ "misconceptionScorecardDrafts": 1, "drafts": [] }').kind, 'drafts');
  assert.equal(recognise('{}').kind, 'scorecard');
  const split = JSON.stringify(JSON.stringify({ firstScreens: {}, questionnaires: { en: 'questionnaire-en-1.js' } }));
  assert.deepEqual(recognise(`(()=>{var own=JSON.parse(${split})})()`), { kind: 'strange', as: 'script' });
});

test('a backup keeps what it can of any draft', () => {
  const document = { id: 'a', misconceptions: [] };
  const look = { accent: 'gold' };
  const [sound, broken] = draftsIn(
    JSON.parse(
      backupOf([
        { document, text: undefined, look },
        { document, text: '{ no', look },
      ]),
    ),
  );
  assert.deepEqual(contentOfDraft(sound), { document, text: undefined, look });
  assert.deepEqual(contentOfDraft(broken), { document, text: '{ no', look, isBroken: true });
  for (const odd of [null, 7, [], {}, { document: null, look: null }, { document: [], look: 'x' }]) {
    assert.deepEqual(contentOfDraft(odd), { document: {}, text: undefined, look: {} }, JSON.stringify(odd));
  }
  assert.equal(draftsIn({ misconceptionScorecardDrafts: 2, drafts: [] }), undefined);
  assert.ok(isBackup(backupOf([])) && !isBackup('{ "id": "a" }'));
});

test('the questionnaire is found in a ZIP file, whatever else is in it', () => {
  const text = JSON.stringify({ id: 'a', misconceptions: [] });
  const zipped = (files) => zipSync(Object.fromEntries(Object.entries(files).map(([name, it]) => [name, strToU8(it)])));
  assert.equal(scorecardInZip(zipped({ 'a/tsconfig.json': '{ // no', 'a/x.json': '[]', 'a/mine.json': text })), text);
  assert.equal(scorecardInZip(zipped({ 'x.json': '{}', 'y.txt': text })), undefined);
  assert.equal(scorecardInZip(new Uint8Array([80, 75, 3, 4, 1])), undefined);
});
