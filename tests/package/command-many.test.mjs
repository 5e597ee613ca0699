/** `evaluate` for many readers: it reads tables or lines, and writes one line per reader. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import test from 'node:test';
import * as core from '../../pkg/dist/core.js';
import { Kept, command, folder } from './command-stage.mjs';

const BUILT_IN = JSON.parse(
  readFileSync(new URL('../../questionnaires/social-media.en.json', import.meta.url), 'utf8'),
);
const SURE = { ...BUILT_IN, certainty: { levels: 4 } };
const cwd = folder({ 'q.json': JSON.stringify(BUILT_IN), 'sure.json': JSON.stringify(SURE) });

/** Runs evaluate for `input`, the answers of many readers in the format `form`. */
const many = (form, input, { questionnaire = 'q.json', ...more } = {}) =>
  command(['evaluate', questionnaire, '-', '--many', form], { core, cwd, input, ...more });

/** The expected line for one reader's answers. */
function line(reader, answers, questionnaire = BUILT_IN) {
  const { verdicts } = core.evaluate(questionnaire, answers);
  const entries = (key) => Object.fromEntries(verdicts.map((it) => [it.misconception, it[key]]));
  return `${JSON.stringify({ reader, verdicts: entries('verdict'), beliefs: entries('belief') })}\n`;
}

const ANN = { 'mc-1': { agreement: 5 }, 'mc-2': { agreement: 1 } };
const BOB = { 'mc-1': { agreement: 'dontKnow' } };

test('each reader in a table gets a line, with a name or a row number', async () => {
  const expected = line('Ann', ANN) + line('B;o"b', BOB) + line(5, {});
  for (const [separator, end] of [
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\n'],
  ]) {
    const rows = [['reader', 'mc-1', 'mc-2'], ['Ann', '5', ' 1 '], ['"B;o""b"', 'dontKnow', ''], [], ['', '', '']];
    const text = rows.map((row) => row.join(separator)).join(end);
    assert.deepEqual(await many('csv', `\uFEFF${text}`), { code: 0, out: expected, err: '' });
  }
});

test('a quotation mark opens a cell only at its beginning', async () => {
  const names = ['6" tall', ' "b"', '"a""', '"', 'é"', '""'];
  const cell = (name) => (name.startsWith('"') ? `"${name.replaceAll('"', '""')}"` : name);
  const text = `reader,mc-1\n${names.map((name) => `${cell(name)},5\n`).join('')}`;
  const { err, out } = await many('csv', text);
  assert.equal(err, '');
  const readers = out
    .trimEnd()
    .split('\n')
    .map((it) => JSON.parse(it).reader);
  assert.deepEqual(
    readers,
    names.map((it) => it.trim()),
  );
  // In parts of any length.
  for (let size = 1; size < 12; size++) {
    const bytes = Buffer.from(text);
    const starts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => index * size);
    const stdin = Readable.from(starts.map((start) => bytes.subarray(start, start + size)));
    assert.equal((await many('csv', '', { stdin })).out, out, `${size}`);
  }
});

test('a table can have certainty beside the answer', async () => {
  const answers = { 'mc-1': { agreement: 5, certainty: 4 }, 'mc-2': { agreement: 2 } };
  const text = 'mc-1,mc-2,mc-1:certainty,mc-2:certainty\n5,2,4,\n';
  const { out } = await many('csv', text, { questionnaire: 'sure.json' });
  assert.equal(out, line(2, answers, SURE));
});

test('a line of NDJSON is an object of answers, or contains one', async () => {
  const text = `${JSON.stringify(ANN)}\n\n${JSON.stringify({ reader: 'Bob', answers: BOB })}`;
  assert.deepEqual(await many('ndjson', text), { code: 0, out: line(1, ANN) + line('Bob', BOB), err: '' });
});

test('the format follows from the file’s name, and files are read in chunks of any size', async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => `"${'å'.repeat(row % 7)}\n${row}",${(row % 5) + 1}`);
  const text = `reader,mc-1\n${rows.join('\n')}\n`;
  const files = folder({ 'q.json': JSON.stringify(BUILT_IN), 'a.csv': text, 'a.jsonl': `${JSON.stringify(ANN)}\n` });
  const { code, out } = await command(['evaluate', 'q.json', 'a.csv'], { core, cwd: files });
  const lines = out.trimEnd().split('\n');
  assert.deepEqual([code, lines.length], [0, rows.length]);
  assert.equal(`${lines[4999]}\n`, line(`å\n4999`, { 'mc-1': { agreement: 5 } }));
  assert.equal((await command(['evaluate', 'q.json', 'a.jsonl'], { core, cwd: files })).out, line(1, ANN));
});

const SCALE = 'Write a whole number from 1 to 5, or dontKnow, or leave the cell empty.';

test('the first wrong row ends it with an error, after the rows before it are printed', async () => {
  const good = 'reader,mc-1,mc-2\nAnn,5,1\n';
  const range = 'Write a whole number from 1 to 5, or "dontKnow".';
  for (const [form, text, out, place, said] of [
    ['csv', `${good}Bob,9,1\n`, line('Ann', ANN), '3:5', `"9" is not an answer on this scale. ${SCALE}`],
    ['csv', `${good}Bob,0,1\n`, line('Ann', ANN), '3:5', `"0" is not an answer on this scale. ${SCALE}`],
    ['csv', `${good}"B,b",1,often\n`, line('Ann', ANN), '3:9', `"often" is not an answer on this scale. ${SCALE}`],
    ['csv', `${good}Bob,1,${'o'.repeat(99)}\n`, line('Ann', ANN), '3:7', /^"o{40}…" is not/],
    ['csv', `${good}Bob,1,0x4\n`, line('Ann', ANN), '3:7', /^"0x4" is not/],
    ['csv', `${good}Bob,1,1,1\n`, line('Ann', ANN), '3:9', /^This row has more cells than the first row has names\. /],
    ['csv', `${good}"Bob,1\n`, line('Ann', ANN), '3:1', 'The quotation mark that opens here is never closed.'],
    ['csv', `${good}"B\nob",1,"9"\n`, line('Ann', ANN), '4:7', /^"9" is not/],
    // This would take hours if each line break searched the row for quotes again.
    ['csv', `${good}"Bob${'\n'.repeat(1e6)}`, line('Ann', ANN), '3:1', /^This row has .* not closed\.$/],
    ['csv', `${good}Bob${'b'.repeat(1e6)}`, line('Ann', ANN), '3:1', 'This row has more than a million characters.'],
    // The row that comes first in the file is reported, whichever is found first.
    ['csv', `${good}Bob,1,7\nCy,x,1\n`, line('Ann', ANN), '3:7', /^"7" is not/],
    ['csv', `${good}Cy,1,7\nBob,7,1\n`, line('Ann', ANN), '3:6', /^"7" is not/],
    ['csv', 'mc-1,mc-x\n', '', '1:6', 'mc-x is not the id of a statement. Did you mean mc-1?'],
    ['csv', 'mc-1,Reader\n', '', '1:6', 'Reader is not the id of a statement. Did you mean reader?'],
    ['csv', 'mc-1,remarks\n', '', '1:6', 'remarks is not the id of a statement. Delete this column.'],
    ['csv', 'mc-1\r5\r', '', '1:1', /^The rows end with CR only\./],
    ['csv', 'mc-1,mc-1\n', '', '1:6', 'The column mc-1 occurs twice. Delete one.'],
    ['csv', 'mc-1,mc-2:certainty\n', '', '1:6', /^The questionnaire does not ask how sure readers are\. /],
    ['ndjson', '{}\n{"mc-1":\n', line(1, {}), '2:1', /^This \{ is never closed/],
    ['ndjson', '{}\nmc-1,mc-2\n5,1\n', line(1, {}), '2:1', /^A string needs double quotes/],
    ['ndjson', '{}\n{"mc-1":{"agreement":9}}\n', line(1, {}), '2:22', `9 is not an answer on this scale. ${range}`],
    ['ndjson', '{"reader":"a","answers":{"mc-1":{"agreement":9}}}\n', '', '1:46', /^9 is not an answer/],
    ['ndjson', '{"reader":{"answers":{}},"answers":{"mc-1":{"agreement":9}}}\n', '', '1:57', /^9 is not an answer/],
    ['ndjson', '{"mc-1":{"agreement":9}}\n{"x":1}\n', '', '1:22', /^9 is not an answer/],
    ['ndjson', '{"mc1":{"agreement":9}}\n', '', '1:2', /no statement mc1\. Did you mean mc-1\?/],
    ['ndjson', 'null\n', '', '1:1', /^Answers are an object .* this is null\. /],
    ['ndjson', '{"reader":"a", "answers": []}\n', '', '1:27', /^Answers are an object .* this is an array\. /],
    ['ndjson', '"{}"\n', '', '1:1', /^Answers are an object .* this is a string\. /],
    // What would be lost without a word.
    ['ndjson', '{"mc-1":{"agreement":3},"mc-1":{"agreement":4}}\n', '', '1:25', /^An answer to mc-1 is already here/],
    ['ndjson', '{"mc-1":{"agreement":3, "agreement":4}}\n', '', '1:25', /^"agreement" is already here/],
    ['ndjson', '{"answers":{},"answers" : {"mc-1":{"agreement":4}}}\n', '', '1:15', /^"answers" is already here/],
    ['ndjson', '{"answers":{},"mc-1":{"agreement":4}}\n', '', '1:15', /^The answer to mc-1 is outside "answers"\. /],
    ['ndjson', `${'['.repeat(1e5)}${']'.repeat(1e5)}\n`, '', '1:1', /^Answers are an object/],
    ['ndjson', `{"mc-1":{"agreement":${'['.repeat(99)}${']'.repeat(99)}}}\n`, '', '1:1', /^Arrays .* too deep/],
    ['ndjson', '{"raeder":"a","answers":{}}\n', '', '1:2', 'A line has no property "raeder". Did you mean "reader"?'],
  ]) {
    const found = await many(form, text);
    assert.deepEqual([found.code, found.out], [1, out], text.slice(0, 200));
    const [, at, message] = /^standard input:(\d+:\d+): error: (.*)\n$/.exec(found.err) ?? [];
    assert.equal(at, place, `${text.slice(0, 200)}: ${found.err}`);
    if (typeof said === 'string') assert.equal(message, said);
    else assert.match(message, said);
  }
  const sure = await many('csv', 'mc-1,mc-1:certainty\n5,9\n', { questionnaire: 'sure.json' });
  assert.match(sure.err, /:2:3: error: "9" is not a level of certainty\. Write a whole number from 1 to 4, or leave/);
  const alone = await many('csv', 'mc-1,mc-1:certainty\n,2\n', { questionnaire: 'sure.json' });
  assert.match(alone.err, /:2:2: error: This row has a certainty without an agreement\. /);
});

test('a text that only looks as if a key were repeated is not an error', async () => {
  const text = `{"reader":"\\"mc-1\\": \\"a\\":", "answers": {"mc-1": {"agreement": 5}, "mc-2": {"agreement": 1}}, "gender": "f"}`;
  assert.deepEqual(await many('ndjson', text), { code: 0, out: line('"mc-1": "a":', ANN), err: '' });
});

test('bytes that are not UTF-8 are an error in their row, after the rows before it', async () => {
  const latin = (text) => Buffer.from(text, 'latin1');
  const start = latin('reader,mc-1,mc-2\nAnn,5,1\n');
  for (const [bytes, place] of [
    [latin('J\xf6rg,3,1\nBob,1,1\n'), '3:2'],
    [latin('Bob,3,1\nJ\xf6'), '4:2'],
    [Buffer.concat([Buffer.from('\ufffd,3,1\n'), latin('J\xf6')]), '3:1'],
  ]) {
    const { code, out, err } = await many('csv', Buffer.concat([start, bytes]));
    assert.deepEqual([code, out.startsWith(line('Ann', ANN))], [1, true]);
    assert.match(err, new RegExp(`^standard input:${place}: error: This row is not saved as UTF-8`));
  }
  // A replacement character that somebody has written is one.
  assert.equal((await many('csv', 'reader,mc-1\n\ufffd,3\n')).code, 0);
  const zip = await many('csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  assert.deepEqual([zip.code, zip.err.split(',')[0]], [2, 'standard input is a compressed file']);
});

test('the separator is found outside of quotes, and only it begins a cell', async () => {
  const odd = { ...BUILT_IN, misconceptions: structuredClone(BUILT_IN.misconceptions) };
  odd.misconceptions[0].statements[0].id = 's;1';
  const files = folder({ 'q.json': JSON.stringify(odd), 'a.csv': '"s;1",mc-2,reader\n5,1,x;"y\n5,1,z\n' });
  const { code, out, err } = await command(['evaluate', 'q.json', 'a.csv'], { core, cwd: files });
  assert.deepEqual([code, err], [0, '']);
  assert.deepEqual(
    out
      .trimEnd()
      .split('\n')
      .map((it) => JSON.parse(it).reader),
    ['x;"y', 'z'],
  );
});

test('blank lines may precede the names, and spaces in quotes stay in a name', async () => {
  const { out, err } = await many('csv', '\n \nreader;mc-1;mc-2\n" Ann;\nA";" 5 ";"1"\n');
  assert.deepEqual([out, err], [line(' Ann;\nA', ANN), '']);
});

test('answers of many readers under another name are recognised', async () => {
  const csv = 'reader,mc-1\nAnn,5\n';
  const ndjson = '{"mc-1":{"agreement":5}}\n{}\n';
  const files = folder({ 'q.json': JSON.stringify(BUILT_IN), 'a.txt': csv, 'b.json': ndjson, 'c.json': '[{}, {}]' });
  const told = async (name) => (await command(['evaluate', 'q.json', name], { core, cwd: files })).err;
  assert.equal(await told('a.txt'), 'a.txt seems to have the answers of many readers.\nAdd --many csv.\n');
  assert.equal(await told('b.json'), 'b.json seems to have the answers of many readers.\nAdd --many ndjson.\n');
  assert.match(await told('c.json'), /on a line of its own, without \[ \] and commas, and add --many ndjson\./);
});

test('it ends without a word if nobody reads its output any more', async () => {
  const text = `mc-1\n${'1\n'.repeat(50_000)}`;
  let written = 0;
  const stdout = new Writable({
    write(chunk, _, done) {
      written += chunk.length;
      setTimeout(() => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })));
    },
  });
  // As in main.js, where the program has a handler.
  stdout.on('error', () => {});
  const { code, err } = await command(['evaluate', 'q.json', '-', '--many', 'csv'], { core, cwd, input: text, stdout });
  assert.deepEqual([code, err], [0, '']);
  assert.ok(written < 1e6, `${written}`);
});

test('progress is printed to a terminal only', async () => {
  const text = `mc-1\n${'1\n'.repeat(5000)}`;
  const clock = Date.now;
  let now = 0;
  // Each reading of the clock is one second later.
  Date.now = () => (now += 1000);
  try {
    assert.equal((await many('csv', text)).err, '');
    assert.equal((await many('csv', text, { stderr: new Kept(true) })).err, '\r2,048 readers \r4,096 readers \n');
  } finally {
    Date.now = clock;
  }
});

test('flags that do not go with --many are refused', async () => {
  const asked = async (...words) =>
    (await command(['evaluate', 'q.json', '-', ...words], { core, cwd })).err.split('\n')[0];
  assert.equal(await asked('--many', 'xml'), '--many must be ndjson or csv, not xml.');
  assert.equal(
    await asked('--many', 'csv', '--before', 'b.json'),
    '--before cannot be used if ANSWERS contains many readers.',
  );
  const both = await command(['evaluate', '-', '-', '--many', 'csv'], { core, cwd });
  assert.match(both.err, /^Standard input can hold only one document/);
});

test('an invalid questionnaire is reported as without --many', async () => {
  const wrong = folder({ 'q.json': '{ "format": "1.0" }' });
  const { code, err } = await command(['evaluate', 'q.json', '-', '--many', 'csv'], { core, cwd: wrong });
  assert.equal(code, 1);
  assert.match(err, /so it cannot be used\.\n$/);
});
