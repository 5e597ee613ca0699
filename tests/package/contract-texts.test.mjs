/**
 * What contract/ shows people to paste and to send is correct: example documents, columns of forms,
 * a questionnaire's terms, the script for a spreadsheet. No service is contacted; Google's services
 * are simulated here.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import Ajv from 'ajv';
import { fresh, TABLE, withdrawal } from '../../contract/conformance/client.mjs';
import { refusalOf } from '../../contract/worker/read.js';
import { termsOf } from '../../contract/worker/terms.mjs';
import { check } from '../../pkg/dist/core.js';
import { SETTINGS } from './contract-servers.mjs';

const read = (name) => readFileSync(new URL(`../../contract/${name}`, import.meta.url), 'utf8');
const CONTRACT = read('CONTRACT.md');
const blocks = (language) =>
  [...CONTRACT.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)\n\`\`\`$`, 'gm'))].map(([, text]) => text);
const SHOWN = blocks('json').map((text) => JSON.parse(text));
const QUESTIONNAIRES = JSON.parse(read('conformance/questionnaires.json'));

test('the messages in the contract’s text are accepted, and its feed is valid', () => {
  assert.deepEqual(
    SHOWN.map(({ kind, feed }) => kind ?? `feed ${feed}`),
    ['response', 'remark', 'withdraw', 'feed 1'],
  );
  for (const message of SHOWN.slice(0, 3)) assert.equal(refusalOf(message, SETTINGS.questionnaires), undefined);
  const accepts = new Ajv({ strict: false, unicodeRegExp: true }).compile(JSON.parse(read('feed.schema.json')));
  assert.ok(accepts(SHOWN[3]));
});

test('the text lists exactly the codes of the conformance table', () => {
  const shown = [...CONTRACT.matchAll(/^\| (\d{3}) \| `(\w+)` \|/gm)].map(([, status, code]) => `${status} ${code}`);
  const asked = new Set(TABLE.unfitting.map(({ status, code }) => `${status} ${code}`));
  const others = ['400 badJson', '403 origin', '413 tooLarge', '422 verdictsDiffer', '429 tooMany', '503 unavailable'];
  assert.deepEqual(shown.sort(), [...asked, ...others].sort());
});

test('the text lists exactly the problem codes of the conformance table', () => {
  const [, list] = /the code one of ([^;]*);/.exec(CONTRACT);
  const listed = [...list.matchAll(/`(\w+)`/g)].map(([, code]) => code);
  const { wrong, unfitting, feeds } = TABLE;
  const rows = [...wrong, ...unfitting, ...feeds.wrong, ...feeds.readerOnly];
  const used = new Set(rows.flatMap(({ problems }) => problems.map((it) => it.split(' ')[0])));
  assert.deepEqual([...used].sort(), [...listed].sort());
});

/** The columns of a message in a form, without those that all messages have. */
function columns({ kind, questionnaire = {}, answers = {}, about, misconception, text, by }) {
  const { id, version, lang } = questionnaire;
  const given = Object.entries(answers).flatMap(([id, { agreement, certainty }]) => [
    [`answer-${id}`, agreement],
    [`certainty-${id}`, certainty],
  ]);
  const all = { kind, questionnaire: id, version, lang, ...Object.fromEntries(given), about, misconception, text, by };
  return Object.entries(all).filter(([, value]) => value !== undefined);
}

test('the form in the text has the columns of its response', () => {
  const lines = blocks('text')[0].split('\n');
  const [first, last] = [lines.shift(), lines.pop()];
  assert.equal(first, 'form-name=misconception-scorecard');
  assert.deepEqual(
    lines,
    columns(SHOWN[0]).map(([name, value]) => `${name}=${value}`),
  );
  assert.ok(`document=${JSON.stringify(SHOWN[0])}`.startsWith(last.replace(' ...}', '')));
});

test('the page for Netlify names every column of a response and a remark', () => {
  const page = read('netlify.html');
  const names = [...page.matchAll(/<input type="text" name="([^"]+)" aria-label="\1">/g)].map(([, name]) => name);
  const needed = new Set([...columns(SHOWN[0]), ...columns(SHOWN[1])].map(([name]) => name));
  assert.deepEqual(names, [...needed, 'document']);
  assert.match(page, /<form name="misconception-scorecard" data-netlify="true" hidden>/);
});

test('the texts say what has not been tried', () => {
  for (const name of ['netlify.html', 'formspree.html', 'apps-script.gs', 'worker/wrangler.toml']) {
    assert.match(read(name), /Not tried/, name);
  }
  assert.match(CONTRACT, /were not tried/);
});

test('the terms calculated without the core are those of the core', () => {
  for (const questionnaire of QUESTIONNAIRES) {
    assert.deepEqual(
      check(questionnaire).problems.filter(({ severity }) => severity === 'error'),
      [],
    );
  }
  assert.deepEqual(QUESTIONNAIRES.map(termsOf), SETTINGS.questionnaires);
});

// The spreadsheet

/**
 * Google's services, as far as the script uses them: a spreadsheet with one sheet, and a lock that
 * counts.
 */
function google() {
  const rows = [];
  const lock = { taken: 0, waitLock: () => (lock.taken += 1), releaseLock: () => (lock.taken -= 1) };
  const sheet = {
    getLastRow: () => rows.length,
    appendRow: (values) => void rows.push(values),
    deleteRow: (row) => void rows.splice(row - 1, 1),
    getRange: (row, column, height, width) => ({
      getValues: () => rows.slice(row - 1, row - 1 + height).map((it) => it.slice(column - 1, column - 1 + width)),
      setValues: (values) => void rows.splice(row - 1, height, ...values),
    }),
  };
  let isThere = false;
  const book = { getSheetByName: () => (isThere ? sheet : null), insertSheet: () => ((isThere = true), sheet) };
  const services = {
    LockService: { getScriptLock: () => lock },
    SpreadsheetApp: { getActiveSpreadsheet: () => book },
    Utilities: {
      DigestAlgorithm: { SHA_256: 'sha256' },
      computeDigest: (name, text) => [...new Int8Array(createHash(name).update(text).digest())],
    },
    ContentService: {
      MimeType: { JSON: 'application/json' },
      createTextOutput: (text) => ({ setMimeType: (type) => ({ text, type }) }),
    },
  };
  runInNewContext(read('apps-script.gs'), services);
  const post = (contents) => JSON.parse(services.doPost({ postData: { contents } }).text).code;
  return { rows, lock, post, send: (document) => post(JSON.stringify(document)) };
}

test('the script stores, replaces and withdraws messages, and stores no receipt', () => {
  const { rows, lock, send } = google();
  const [response, remark] = [fresh('response'), fresh('suggestion', { text: '=1+1' })];
  assert.deepEqual([response, remark, response].map(send), ['stored', 'stored', 'replaced']);
  assert.equal(send({ ...response, first: response.answers }), 'replaced');
  assert.deepEqual(
    rows.map(([, kind, document]) => [kind, JSON.parse(document).first]),
    [
      ['response', response.answers],
      ['remark', undefined],
    ],
  );
  for (const { receipt } of [response, remark]) assert.ok(!JSON.stringify(rows).includes(receipt));
  assert.ok(
    rows.flat().every((cell) => /^[#a-z{]/.test(cell)),
    'no cell is a formula',
  );
  assert.equal(send(withdrawal(response.receipt)), 'withdrawn');
  assert.equal(send(withdrawal(response.receipt)), 'withdrawn');
  assert.deepEqual(
    rows.map(([, kind]) => kind),
    ['remark'],
  );
  assert.equal(lock.taken, 0);
});

test('the script does not store anything that is not a message', () => {
  const { rows, lock, post, send } = google();
  assert.equal(post('{'), 'badJson');
  assert.equal(post(' '.repeat(60_001)), 'tooLarge');
  for (const wrong of [
    null,
    [],
    'response',
    1,
    {},
    fresh('response', { schema: '2' }),
    fresh('response', { kind: '=1' }),
  ]) {
    assert.equal(send(wrong), 'invalidDocument', JSON.stringify(wrong));
  }
  for (const receipt of [undefined, 1, 'me', '6B1D9C7E-0F5A-4C83-9D2E-51F0A7B3C8E4']) {
    assert.equal(send(fresh('response', { receipt })), 'invalidDocument');
  }
  assert.deepEqual([rows, lock.taken], [[], 0]);
});
