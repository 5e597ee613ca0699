/**
 * `report` and `collect`: messages from files and messages added one by one give the same figures;
 * messages that cannot be used are named, and the others are counted. tests/statistics.rs tests the
 * figures themselves against known answers.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { TABLE, documentOf } from '../../contract/conformance/client.mjs';
import * as core from '../../pkg/dist/core.js';
import { Kept, command, folder } from './command-stage.mjs';
import { BUILT_IN, NORWEGIAN, ODD, Readers, csv, ndjson, receiptOf } from './report-stage.mjs';

const QUESTIONNAIRE = { 'q.json': JSON.stringify(BUILT_IN) };
const asked = (words, more) => command(['report', ...words], { core, ...more });
const parsed = ({ out }) => JSON.parse(out);

for (const [name, questionnaire] of Object.entries({ 'the built-in questionnaire': BUILT_IN, 'an odd one': ODD })) {
  test(`${name}: messages give the same figures in blocks and one by one`, () => {
    const readers = new Readers(questionnaire, 7);
    const messages = readers.many(3000);
    for (let at = 0; at < 3000; at += 97) {
      messages.splice(at, 0, readers.remark(10_000 + at, questionnaire.misconceptions[0].id));
      messages.push(readers.response(at), readers.withdraw(at + 1));
    }
    const whole = core.report(questionnaire, messages);
    assert.deepEqual(whole.refused, []);
    assert.ok(whole.responses > 2900 && whole.answeredAgain > 500);
    const slow = messages.map((it) => ({ ...it }));
    // The first message with a new head is not handled as part of a block. Here every message has a
    // head of its own, so none is.
    const collected = core.collect(questionnaire);
    for (const [index, message] of slow.entries()) {
      collected.add(message.widget ? { ...message, widget: `0.2.${index}` } : message);
    }
    assert.deepEqual(collected.figures(), whole);
    collected.free();
    assert.throws(() => collected.add({}), { code: 'freed' });
  });
}

test('the report accepts and refuses the documents of the contract like the contract', () => {
  const questionnaires = JSON.parse(
    readFileSync(new URL('../../contract/conformance/questionnaires.json', import.meta.url), 'utf8'),
  );
  const rows = (group) => TABLE[group].map((row) => ({ ...row, document: documentOf(row) }));
  const right = rows('good').map(({ document }) => document);
  let count = 0;
  for (const group of ['good', 'wrong', 'unfitting']) {
    for (const { says, document, code, problems } of rows(group)) {
      // A server that stores only hashes of receipts exports its rows without receipts.
      if (says === 'no receipt') continue;
      const about = (it) => it.id === document?.questionnaire?.id;
      const questionnaire = questionnaires.find(about) ?? questionnaires[0];
      const collected = core.collect(questionnaire);
      // Once a valid message was added, plain ones after it are handled in blocks.
      const first = right.find((it) => it.kind === 'response' && it.questionnaire.id === questionnaire.id);
      if (first) collected.add({ ...first, receipt: receiptOf(99) });
      // A string would be read as JSON.
      collected.add(typeof document === 'string' ? JSON.stringify(document) : document);
      const { refused, read } = collected.figures();
      const isOther = ['unknownQuestionnaire', 'otherVersion'].includes(code);
      assert.equal(read.others + read.otherVersions, isOther ? 1 : 0, says);
      assert.equal(refused.length, group === 'good' || isOther ? 0 : 1, says);
      const found = refused[0]?.problems.map((it) => `${it.code} ${it.pointer}`).sort();
      if (found) assert.deepEqual(found, [...problems].sort(), says);
      count++;
    }
  }
  assert.ok(count > 80, `${count}`);
});

test('the figures have exactly the keys of their types', () => {
  const types = readFileSync(new URL('../../pkg/core.d.ts', import.meta.url), 'utf8');
  const keysOf = (name) => {
    const [, body] = new RegExp(`export interface ${name} \\{\n([^]*?)\n\\}`).exec(types);
    return [...body.matchAll(/^ {2}(\w+): /gm)].map(([, key]) => key).sort();
  };
  const readers = new Readers(BUILT_IN, 8);
  const messages = [...readers.many(60), readers.remark(900, BUILT_IN.misconceptions[0].id), {}];
  const figures = core.report(BUILT_IN, messages);
  const [first] = figures.misconceptions;
  const collected = core.collect(BUILT_IN);
  for (const [name, value] of Object.entries({
    ReportFigures: figures,
    MisconceptionFigures: first,
    StatementFigures: figures.statements[0],
    Share: first.disputed,
    Estimate: first.reliability.value,
    Refused: figures.refused[0],
    FeedCounts: collected.counts('2026-11-29'),
  })) {
    assert.deepEqual(Object.keys(value).sort(), keysOf(name), name);
  }
  collected.free();
});

test('NDJSON and the CSV of a form service give the same figures, from files and standard input', async () => {
  const readers = new Readers(BUILT_IN, 3);
  const messages = [...readers.many(300), readers.remark(900), readers.withdraw(5)];
  const cwd = folder({
    ...QUESTIONNAIRE,
    'a.ndjson': ndjson(messages),
    'a.csv': csv(messages, readers.statements),
    'b.csv': `\uFEFF${csv(messages, readers.statements, ';')}`,
    'one.ndjson': ndjson(messages.slice(0, 100)),
    'two.csv': csv(messages.slice(100), readers.statements),
  });
  const { refused, ...rest } = core.report(BUILT_IN, messages);
  const expected = { ...rest, damaged: [] };
  assert.deepEqual(refused, []);
  for (const words of [['a.ndjson'], ['a.csv'], ['b.csv'], ['one.ndjson', 'two.csv']]) {
    const result = await asked(['--json', 'q.json', ...words], { cwd });
    assert.deepEqual([result.code, result.err], [0, '']);
    assert.deepEqual(parsed(result), expected, words.join(' '));
  }
  const input = csv(messages, readers.statements, '\t');
  assert.deepEqual(parsed(await asked(['--json', '--form', 'csv', 'q.json', '-'], { cwd, input })), expected);
  assert.deepEqual(parsed(await asked(['--json', 'q.json', '-'], { cwd, input: ndjson(messages) })), expected);
});

test('damaged rows are reported with line and reason, and the others are counted', async () => {
  const readers = new Readers(BUILT_IN, 4);
  const [one, two, three] = readers.many(3);
  const lying = { ...two, verdicts: { ...two.verdicts, [Object.keys(two.verdicts)[0]]: 'insufficient' } };
  const lines = [
    JSON.stringify(one),
    '{"kind":"response",',
    '',
    JSON.stringify({ ...two, answers: { 'mc-1': { agreement: 9 }, 'mc-2': { agreement: 0 } } }),
    JSON.stringify(lying),
    JSON.stringify({ ...three, questionnaire: { ...three.questionnaire, id: 'other' } }),
    JSON.stringify({ ...three, questionnaire: { ...three.questionnaire, version: '99' } }),
    JSON.stringify(three),
  ];
  const cwd = folder({ ...QUESTIONNAIRE, 'a.ndjson': lines.join('\n') });
  const { code, out, err } = await asked(['--json', 'q.json', 'a.ndjson'], { cwd });
  const { read, damaged, responses } = JSON.parse(out);
  assert.equal(code, 0);
  assert.deepEqual([responses, read.rows, read.damaged, read.others, read.otherVersions], [2, 7, 3, 1, 1]);
  assert.deepEqual(
    damaged.map(({ file, line, code: why }) => [file, line, why]),
    [
      ['a.ndjson', 2, 'badJson'],
      ['a.ndjson', 4, 'invalidDocument'],
      ['a.ndjson', 5, 'verdictsDiffer'],
    ],
  );
  const [first, second, third, last] = err.trimEnd().split('\n');
  assert.equal(first, 'a.ndjson:2: This is not JSON.');
  assert.match(second, /^a\.ndjson:4: \/answers\/mc-1\/agreement is outside its range\. .*\(and 1 more\)$/);
  assert.match(third, /^a\.ndjson:5: The verdicts do not follow from the answers: \/verdicts\//);
  assert.equal(last, '3 rows could not be used. The others are counted.');
});

test('a damaged row or a missing column of a table is reported', async () => {
  const readers = new Readers(BUILT_IN, 4);
  const [one, two] = readers.many(2);
  const good = csv([one, two], readers.statements).trimEnd().split('\r\n');
  const broken = [good[0], good[1], 'misconception-scorecard,response,', good[2], 'misconception-scorecard,"x"y,'];
  const cwd = folder({ ...QUESTIONNAIRE, 'a.csv': broken.join('\n'), 'b.csv': 'reader,mc-1\nAnn,5\n' });
  const { code, out, err } = await asked(['--json', 'q.json', 'a.csv'], { cwd });
  const { read, responses } = JSON.parse(out);
  assert.deepEqual([code, responses, read.rows, read.damaged], [0, 2, 4, 2]);
  assert.equal(
    err,
    'a.csv:3: The column “document” is empty.\na.csv:5: After the closing quotation mark, the cell must end.\n' +
      '2 rows could not be used. The others are counted.\n',
  );
  const none = await asked(['q.json', 'b.csv'], { cwd });
  assert.equal(none.code, 2);
  assert.match(none.err, /^The first row of b\.csv has no column named “document”/);
});

test('a file without usable rows is an error, an empty file is not', async () => {
  const cwd = folder({ ...QUESTIONNAIRE, 'a.ndjson': 'x\ny\n', 'b.ndjson': '', 'c.ndjson': '\xff\xfe{' });
  const result = await asked(['q.json', 'a.ndjson'], { cwd });
  assert.equal(result.code, 1);
  assert.match(result.err, /a\.ndjson:2: This is not JSON\.\n2 rows could not be used/);
  const empty = await asked(['q.json', 'b.ndjson'], { cwd });
  assert.equal(empty.code, 0);
  assert.match(empty.out, /^No reader’s answers to “/);
});

test('each row without a receipt counts as a reader', async () => {
  const readers = new Readers(BUILT_IN, 5);
  const rows = readers.many(50).map(({ receipt: _, ...rest }) => rest);
  const cwd = folder({ ...QUESTIONNAIRE, 'a.ndjson': ndjson(rows) });
  const { responses } = parsed(await asked(['--json', 'q.json', 'a.ndjson'], { cwd }));
  assert.equal(responses, 50);
  const feed = await asked(['--feed', 'feed.json', 'q.json', 'a.ndjson'], { cwd });
  assert.equal(feed.code, 2);
  assert.match(feed.err, /^A feed needs the receipts of the responses/);
});

test('the report is a text or a page, in English or Norwegian', async () => {
  const messages = new Readers(BUILT_IN, 6).many(40);
  const named = NORWEGIAN.misconceptions.map(({ id, name }) => [id, { name }]);
  const overlay = { title: NORWEGIAN.title, misconceptions: Object.fromEntries(named) };
  const translated = { ...BUILT_IN, translations: { nb: overlay } };
  const cwd = folder({ 'q.json': JSON.stringify(translated), 'a.ndjson': ndjson(messages) });
  const text = await asked(['q.json', 'a.ndjson'], { cwd });
  assert.match(text.out, /^Answers that 40 readers sent to “/);
  assert.match(text.out, /\nWho believes what\n-+\nThese readers chose to answer and to send/);
  const norwegian = await asked(['--lang', 'nb', 'q.json', 'a.ndjson'], { cwd });
  assert.match(norwegian.out, /^Svarene som 40 lesere har sendt på «/);
  assert.ok(norwegian.out.includes(NORWEGIAN.misconceptions[0].name));
  const { code, out, err } = await asked(['--html', 'r.html', 'q.json', 'a.ndjson'], { cwd });
  assert.deepEqual([code, out, err], [0, 'r.html: written.\n', '']);
  const page = readFileSync(path.join(cwd, 'r.html'), 'utf8');
  assert.match(page, /^<!doctype html>\n<html lang="en">/);
  assert.equal((await asked(['--html', '-', 'q.json', 'a.ndjson'], { cwd })).out, page);
  assert.equal(core.collect(translated).html().includes('could be counted'), true);
});

test('wrong usage is reported, and nothing is written', async () => {
  const cwd = folder({ ...QUESTIONNAIRE, 'a.ndjson': ndjson(new Readers(BUILT_IN).many(2)) });
  for (const [words, said] of [
    [['q.json'], 'report needs at least two file names'],
    [['-', '-'], 'Standard input can hold only one file.'],
    [['--form', 'xls', 'q.json', 'a.ndjson'], '--form must be ndjson or csv, not xls.'],
    [['--lang', 'de', 'q.json', 'a.ndjson'], '--lang must be en or nb, not de.'],
    [['--first', 'q.json', 'a.ndjson'], '--first needs --feed.'],
    [['--feed', '-', 'q.json', 'a.ndjson'], '--feed needs a file'],
    [['--html', 'a.ndjson', 'q.json', 'a.ndjson'], '--html a.ndjson would overwrite'],
    [['--feed', 'q.json', 'q.json', 'a.ndjson'], '--feed q.json would overwrite'],
    [['--json', '--html', '-', 'q.json', 'a.ndjson'], 'Only one of --json and --html can go'],
    [['--html', 'x', '--feed', 'x', 'q.json', 'a.ndjson'], '--html and --feed need two different files.'],
    [['q.json', 'none.ndjson'], 'There is no file none.ndjson'],
  ]) {
    const { code, out, err } = await asked(words, { cwd });
    assert.deepEqual([code, out], [2, ''], words.join(' '));
    assert.ok(err.startsWith(said), err);
  }
  const wrong = folder({ 'q.json': '{', 'a.ndjson': '' });
  assert.equal((await asked(['q.json', 'a.ndjson'], { cwd: wrong })).code, 1);
});

test('on a terminal, a line shows how many rows have been read', async (t) => {
  const input = ndjson(new Readers(BUILT_IN).many(5000));
  const stderr = new Kept(true);
  let now = 0;
  t.mock.method(Date, 'now', () => (now += 600));
  const cwd = folder(QUESTIONNAIRE);
  assert.equal((await asked(['q.json', '-'], { cwd, input, stderr })).code, 0);
  assert.match(stderr.text, /^\r[\d,]+ rows .*\n$/s);
});

test('texts with control characters never reach the terminal', async () => {
  const odd = { ...BUILT_IN, title: 'Red \u001b[31m and\u0007 loud' };
  const cwd = folder({ 'q.json': JSON.stringify(odd), 'a.ndjson': '' });
  const { out, code } = await asked(['q.json', 'a.ndjson'], { cwd });
  if (code === 0) assert.ok(!out.includes('\u001b'));
  else assert.equal(code, 1);
});
