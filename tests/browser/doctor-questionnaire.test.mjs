/**
 * The doctor: for each way in which a questionnaire is missing or wrong, the console has one
 * message that names the cause and the remedy. Every fault is real, made by a server on this
 * machine.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { firstSlip, picture } from '../../pkg/src/json/slip.js';
import { startServer } from '../../xtask/server.mjs';
import {
  TAG,
  assertFallback,
  assertTold,
  assertWell,
  browser,
  guarded,
  serve,
  serveJson,
  show,
  tag,
  told,
  top,
} from './doctor-stage.mjs';
import { embed, page, small } from './harness.mjs';

// The questionnaire's URL

test('a questionnaire that is not found: the doctor says against which URL src is resolved', async () => {
  for (const [src, address] of [
    ['/mine.json', '/mine.json'],
    ['mine.json?v=2', '/mine.json?v=2'],
  ]) {
    await show(tag(`src="${src}"`));
    await assertTold(`The server responds with 404 for the questionnaire:
${browser.url}${address}
This is the URL of src="${src}" on ${browser.url}/page.html. Correct it, or put the file there.`);
    await assertFallback();
  }
});

test('a translation that is not found is reported', async () => {
  serveJson('/in/mine.json', small({ translations: { nb: 'nb.json' } }));
  await show(tag('src="/in/mine.json" lang="nb"'));
  await assertTold(`The server responds with 404 for a translation:
${browser.url}/in/nb.json
Put the file there, or correct its URL in the questionnaire.`);
});

test('an HTML page instead of the questionnaire is reported', async () => {
  serve('/mine.json', page('Home'));
  await show(tag('src="/mine.json"'));
  await assertTold([
    `The server sent a page (HTML) instead of the questionnaire:\n${browser.url}/mine.json\n`,
    'one page',
  ]);
});

test('a server that lets no other site read the questionnaire: the doctor names the missing header', async () => {
  let headers = {};
  const other = await startServer({
    answer: (_url, respond) =>
      respond(200, { 'content-type': 'application/json', ...headers }, JSON.stringify(small())),
  });
  try {
    await show(tag(`src="${other.url}/mine.json"`));
    const line = `Access-Control-Allow-Origin: ${browser.url}`;
    await assertTold(`The server responds, but does not let this page read the questionnaire:
${other.url}/mine.json
First check in a browser tab that it exists. Then put it on your own site, or let that server add the header
${line}`);
    await assertFallback();
    const [name, value] = line.split(': ');
    headers = { [name]: value };
    await show(tag(`src="${other.url}/mine.json"`));
    await browser.ready();
    await assertWell();
    // A redirect from this site to the other one.
    headers = {};
    serve('/moved.json', '', { status: 302, headers: { location: `${other.url}/mine.json` } });
    await show(tag('src="/moved.json"'));
    await assertTold([`does not let this page read the questionnaire:\n${browser.url}/moved.json\n`, `\n${line}`]);
    await guarded(`connect-src 'self'`, tag(`src="${other.url}/mine.json"`));
    await assertTold(`The Content-Security-Policy of this page forbids fetching the questionnaire:
${other.url}/mine.json
Add ${other.url} to its connect-src, as in
connect-src 'self' ${other.url}`);
  } finally {
    await other.close();
  }
  await show(tag(`src="${other.url}/mine.json"`));
  await assertTold([
    `There was no response for the questionnaire:\n${other.url}/mine.json\n`,
    'not running',
    'content blocker',
  ]);
  await assertFallback();
});

test('a questionnaire that breaks off while it is downloaded is reported', async () => {
  serve('/half.json', Buffer.from(JSON.stringify(small())), { type: 'application/json', fault: 'breaks off' });
  await show(tag('src="/half.json"'));
  const message = await assertTold([
    `The server sent `,
    ` bytes for the questionnaire, incomplete:\n${browser.url}/half.json\nUpload it again`,
  ]);
  assert.ok(!message.includes('.gitattributes'));
});

test('a src that is not a URL is reported', async () => {
  await show(tag('src="http://:no"'));
  await assertTold('src="http://:no" is not a valid URL. Write one, as in src="/mine.json"');
});

// The questionnaire's text

const OPEN = 'This string does not end on its line. Its last " is missing, or a line break in it should be \\n.';
const INVISIBLE = (code) => `There is an invisible character here (U+${code}). Delete it.`;
/** The text, the line and column of the slip, and the message about it. */
const SLIPS = [
  ['{\n  "a": 1,\n}', 2, 9, 'JSON allows no comma after the last item. Delete it.'],
  ['{ "a": [1, 2, ] }', 1, 13, 'JSON allows no comma after the last item. Delete it.'],
  ['{\n  "a": 1\n  "b": 2\n}', 2, 9, 'A comma is missing here.'],
  ['{ "a": [1 2] }', 1, 10, 'A comma is missing here.'],
  ['{ "a" 1 }', 1, 6, 'A colon and a value are missing here.'],
  ['{ "a": }', 1, 8, 'A value is missing here.'],
  ['[1,, 2]', 1, 4, 'There is a comma too many here, or a value is missing before it.'],
  [`{ 'a': 1 }`, 1, 3, `JSON needs double quotes: " instead of '`],
  [`{ "a": 'b' }`, 1, 8, `JSON needs double quotes: " instead of '`],
  ['{ “a”: 1 }', 1, 3, 'JSON needs straight quotes: " instead of “'],
  ['{ "a": "b”,\n"c": "d" }', 1, 10, 'JSON needs straight quotes: " instead of ”'],
  ['{ "a": "b”, "c": "d" }', 1, 10, 'JSON needs straight quotes: " instead of ”'],
  ['{ "a”: "b" }', 1, 5, 'JSON needs straight quotes: " instead of ”'],
  ['{ a: 1 }', 1, 3, 'A key in double quotes belongs here: "a"'],
  ['{\n  // Mine\n  "a": 1 }', 2, 3, 'JSON has no comments. Delete this one.'],
  ['{ "a": 1 /* mine */ }', 1, 10, 'JSON has no comments. Delete this one.'],
  ['# mine\n{}', 1, 1, 'JSON has no comments. Delete this one.'],
  ['{ "a": [\n  { "b": 1 }\n', 1, 8, 'This [ is never closed: a ] is missing.'],
  ['{\n"a": [1, 2 }', 2, 12, 'A ] belongs here: the [ on line 2 is still open.'],
  ['{} }', 1, 4, 'This } closes nothing. Delete it.'],
  ['{} {}', 1, 4, 'The JSON ends before this. Delete what follows.'],
  ['["a": 1]', 1, 5, 'A key with a value belongs in an object { }, not in an array [ ].'],
  ['{ "a": "b }\n', 1, 8, OPEN],
  ['{ "a": "He said “hello” to\nme" }', 1, 8, OPEN],
  ['{ "a": "He said "hello" to me" }', 1, 17, 'The string ends at this quote. For a quote inside it, write \\"'],
  ['{ "a": "\t" }', 1, 9, 'There is a tab or an invisible character in the string (U+0009). Delete it.'],
  ['{ "a": "C:\\docs" }', 1, 11, 'A backslash in a string is written twice: \\\\'],
  ['{ "weight": 0,5 }', 1, 14, 'A decimal is written with a point, as in 0.5'],
  ['{ "weight": .5 }', 1, 13, 'A number is written as in 7, -7 or 0.5; a string needs double quotes.'],
  ['{ "a": True }', 1, 8, 'Write true'],
  ['{ "a": yes }', 1, 8, 'A string needs double quotes; of all words, only true, false and null have none.'],
  ['\ufeff{ "a":\u00a01 }', 1, 7, INVISIBLE('00A0')],
  ['\ufeff\ufeff{}', 1, 1, INVISIBLE('FEFF')],
  ['', 1, 1, 'It is empty.'],
  ['\n\n', 1, 1, 'It is empty.'],
];

test('each syntax error in a JSON text is found at its position and explained', () => {
  for (const [given, line, column, expected] of SLIPS) {
    const text = given.replace(/^\ufeff/, '');
    const [at, what] = firstSlip(text);
    assert.deepEqual([picture(text, at).split(':')[0], what], [`Line ${line}, column ${column}`, expected], given);
  }
});

test('a syntax error is shown in its line with a caret below; a long line is shortened around it', () => {
  assert.equal(picture('{\r\n\t"a": 1,\r\n}', 10), 'Line 2, column 8:\n "a": 1,\n       ^');
  const long = `{ "a": "${'x'.repeat(500)}", b: "${'y'.repeat(500)}" }`;
  assert.equal(
    picture(long, long.indexOf('b:')),
    `Line 1, column 512:\n${'x'.repeat(37)}", b: "${'y'.repeat(36)}\n${' '.repeat(40)}^`,
  );
});

test('a syntax error is found in exactly the texts that JSON.parse refuses', () => {
  const whole = readFileSync(`${top}questionnaires/social-media.nb.json`, 'utf8');
  const texts = [
    whole,
    '{"a":[1,2.5e3,-0,true,false,null,"x\\u00e6\\n",{}],"b":{"c":[]}}',
    '[[],{},"",0]',
    whole.slice(0, 900),
  ];
  const pieces = [...`"',:{}[]\\\n\r\t 01.-eE+/#<\0\ufeff“\u00a0\u2028å`, 'true', 'nul', '\\u00e'];
  let seed = 1;
  const any = (count) => (seed = (seed * 48271) % 2147483647) % count;
  let slips = 0;
  for (let round = 0; round < 20_000; round++) {
    let text = texts[any(100) ? 1 + any(3) : 0];
    for (let edits = any(3); edits >= 0; edits--) {
      const at = any(text.length + 1);
      text = text.slice(0, at) + (any(3) ? pieces[any(pieces.length)] : '') + text.slice(at + any(3));
    }
    let isJson = true;
    try {
      JSON.parse(text);
    } catch {
      isJson = false;
    }
    const slip = firstSlip(text);
    assert.equal(slip === undefined, isJson, JSON.stringify(text));
    if (!slip) continue;
    slips++;
    assert.ok(slip[0] >= 0 && slip[0] <= text.length && slip[1] && picture(text, slip[0]), JSON.stringify(text));
  }
  assert.ok(slips > 5000 && slips < 20_000);
  assert.equal(firstSlip('['.repeat(500_000))[0], 499_999, 'deep nesting does not matter');
});

test('a syntax error is reported with its source: a file, the tag, the property or a translation', async () => {
  const slip = (where, line = 2) => `This is not JSON: ${where}
Line ${line}, column 12:
  "id": "x",
           ^
JSON allows no comma after the last item. Delete it.`;
  const text = '{\n  "id": "x",\n}';
  serveJson('/mine.json', text);
  await show(tag('src="/mine.json"'));
  await assertTold(slip(`${browser.url}/mine.json`));
  await assertFallback();
  await show(embed(`\n${text}`));
  await assertTold(slip('the script in the tag', 3));
  await show(tag());
  await browser.ready();
  await browser.run(`document.querySelector('${TAG}').questionnaire = arguments[0]`, text);
  await assertTold(slip('the property questionnaire'));
  for (const html of [
    tag('src="/base.json" lang="nb"'),
    embed(small({ translations: { nb: '/mine.json' } }), 'lang="nb"'),
  ]) {
    serveJson('/base.json', small({ translations: { nb: '/mine.json', de: '/nowhere.json' } }));
    await show(html);
    await assertTold(slip(`${browser.url}/mine.json`));
    assert.ok(!browser.requests.includes('/nowhere.json'), 'the doctor requests only what the widget requests');
  }
});

test('a file in another encoding than UTF-8 is reported', async () => {
  serve('/mine.json', Buffer.from(JSON.stringify(small()), 'utf16le'), { type: 'application/json' });
  await show(tag('src="/mine.json"'));
  await assertTold([`This is not JSON: ${browser.url}/mine.json\nLine 1, column 2:\n`, '\nSave the file as UTF-8.']);
});

test('a property that is not plain data, and a text that is too large, are reported', async () => {
  await show(tag());
  await browser.ready();
  await browser.run(`document.querySelector('${TAG}').questionnaire = { format() {} }`);
  await assertTold(
    'The property questionnaire contains something that JSON cannot hold, such as a function. Set it to JSON text.',
  );
  await show(embed(small({ intro: 'x'.repeat(2e6) })));
  await assertTold(['\nall: tooLarge - at most 1 MB']);
});

// The questionnaire's content

test('every problem of a questionnaire is reported with its pointer and a remedy', async () => {
  const bad = small();
  delete bad.title;
  bad.misconceptions[0].statements[0].key = 'maybe';
  bad.misconceptions[1].id = 'm1';
  for (const [html, place] of [
    [embed(bad), 'the script in the tag'],
    [tag('src="/bad.json"'), `${browser.url}/bad.json`],
  ]) {
    serveJson('/bad.json', bad);
    await show(html);
    await assertTold(`Errors in ${place}, with their places, counted from 0:
/title: missing - add it
/misconceptions/0/statements/0/key: unknownValue - use a word of the format, such as "myth" or "fact"
/misconceptions/1/id: duplicateId - this id is already used; use another`);
    await assertFallback();
  }
});

test('the same problem in two files and in two tags is reported for each', async () => {
  const bad = small({ title: 7 });
  serveJson('/one.json', bad);
  serveJson('/two.json', bad);
  await show(`${tag('src="/one.json"')}${tag('src="/one.json"')}${tag('src="/two.json"')}${embed(bad)}${embed(bad)}`);
  const places = (await told(4)).map((it) => it.match(/^Errors in (.*), with their places/)[1]).sort();
  const inTag = 'the script in the tag';
  assert.deepEqual(places, [`${browser.url}/one.json`, `${browser.url}/two.json`, inTag, inTag]);
});

test('of very many problems, the first twenty are listed and the others counted', async () => {
  const bad = small();
  bad.misconceptions = Array.from({ length: 25 }, () => ({ ...bad.misconceptions[0] }));
  await show(embed(bad));
  const lines = (await assertTold(['\nand '])).split('\n');
  assert.equal(lines.length, 22);
  assert.match(lines.at(-1), /^and \d+ more$/);
});
