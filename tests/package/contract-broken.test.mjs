/**
 * Shows that the conformance suite can fail: each row breaks the example worker in one way and
 * names the case that must notice it.
 *
 * Knows lines of the worker's code as text. That the intact worker passes every case is tested in
 * contract.test.mjs.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CASES } from '../../contract/conformance/cases.mjs';
import { Client } from '../../contract/conformance/client.mjs';
import { FEED } from '../../contract/conformance/feed.mjs';
import { inNode } from './contract-servers.mjs';

const WORKER = fileURLToPath(new URL('../../contract/worker/', import.meta.url));

let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scorecard-contract-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The changes, as `[sentence, file, from, to, case]`. */
const BROKEN = [
  // Sending again, replacing, taking back
  ['every message counts as new', 'worker.js', 'old?.message ? 200 : 201', '201', 'the same message again is known'],
  ['a receipt may stand for two things', 'worker.js', 'old.about !== about', 'false', 'a remark under the receipt'],
  [
    'a receipt may stand for two questionnaires',
    'worker.js',
    /`\$\{message\.kind\} \$\{id\} \$\{version\}`/,
    'message.kind',
    'answers to another questionnaire',
  ],
  [
    'a withdrawal deletes nothing',
    'worker.js',
    'else if (old) await this.#storage.delete(key);',
    '',
    'a withdrawn message is',
  ],
  [
    'a message that never arrived cannot be withdrawn',
    'worker.js',
    'if (old?.counted)',
    'if (old.counted)',
    'withdrawing twice',
  ],
  // Bodies
  ['one byte too many is accepted', 'worker.js', '60_000', '60_001', '60,001 bytes'],
  ['the last byte is refused', 'worker.js', '60_000', '59_999', '60,000 bytes'],
  ['half a character is accepted', 'worker.js', 'check(value);', '', 'half a surrogate pair'],
  ['bytes that are not UTF-8 are replaced', 'worker.js', 'fatal: true', 'fatal: false', 'bytes that are no UTF-8'],
  [
    'a body that is not JSON is treated as a withdrawal',
    'worker.js',
    "reply(400, { code: 'badJson', message })",
    'reply(204, null)',
    'an empty',
  ],
  [
    'forms are read like JSON',
    'worker.js',
    'document = parse(bytes);',
    "const form = new URLSearchParams(new TextDecoder().decode(bytes)).get('document'); document = form ? JSON.parse(form) : parse(bytes);",
    'a form is not taken',
  ],
  [
    'the content type is checked',
    'worker.js',
    'let document;',
    "let document; if (!request.headers.get('Content-Type')?.startsWith('text/plain')) return reply(415, {});",
    'a body declared as application/json',
  ],
  [
    'a deeply nested body crashes the worker',
    'worker.js',
    "{ code: 'badJson', message }",
    "{ code: bytes.byteLength > 40_000 ? request.nothing() : 'badJson', message }",
    'deeply nested arrays',
  ],
  // Which pages may send, and what they may read
  [
    'every page may send',
    'worker.js',
    'origin !== null && !origins.includes(origin)',
    'false',
    'a page that is not listed gets',
  ],
  [
    'every origin that begins so may send',
    'worker.js',
    '!origins.includes(origin)',
    '!origins.some((it) => origin.startsWith(it))',
    'an origin that only begins',
  ],
  [
    'sandboxed pages may send',
    'worker.js',
    'origin !== null &&',
    "origin !== null && origin !== 'null' &&",
    'a page without',
  ],
  ['a sender that is not a page may not send', 'worker.js', 'origin !== null && ', '', 'a sender that is not a page'],
  [
    'the missing line of the settings is not named',
    'worker.js',
    'message: `Let pages of',
    'line: "", text: `Let pages of',
    'a page that is not listed gets',
    /, line \}/,
    ' }',
  ],
  ['pages may not read replies', 'worker.js', "'Access-Control-Allow-Origin': '*', ", '', 'it takes a response'],
  [
    'readers get a cookie',
    'worker.js',
    'const OPEN = {',
    "const OPEN = { 'Set-Cookie': 'reader=1',",
    'it takes a response',
  ],
  ['pages may not read Retry-After', 'worker.js', 'ETag, Retry-After', 'ETag', 'too many messages'],
  ['nothing is too much', 'worker.js', '?? Infinity)', '?? Infinity) && false', 'too many messages'],
  ['a store that fails is praised', 'worker.js', 'reply(503,', 'reply(200,', 'an endpoint that cannot store'],
  [
    'everybody may read everything',
    'worker.js',
    "request.method === 'GET' && pathname === '/rows'",
    "request.method === 'GET'",
    'nobody can read at the endpoint',
    /if \(!token[^]*?\n {4}\}\n/,
    '',
  ],
  // Documents
  [
    'unknown keys are stored',
    'read.js',
    "[problem('unknownKey', inside(at, key), NO_OTHERS)]",
    '[]',
    'it refuses a name beside',
  ],
  ['missing keys are not missed', 'read.js', '...absent.map', '...[].map', 'it refuses no first'],
  [
    'empty answers are accepted',
    'read.js',
    "if (parts.length === 0) return [problem('empty', at, 'at least one')];",
    '',
    'it refuses empty answers',
  ],
  [
    'any receipt is accepted',
    'read.js',
    /receipt = written\(.*\);/,
    'receipt = text(4000);',
    'it refuses a name for a receipt',
  ],
  [
    'bytes are counted, not characters',
    'read.js',
    '[...value].length > most',
    'Buffer.byteLength(value) > most',
    'it takes a suggestion as long',
  ],
  ['texts are not measured', 'read.js', '[...value].length > most', 'false', 'it refuses a text that is too long'],
  [
    'control characters are accepted',
    'read.js',
    '!pattern && CONTROL.test(value)',
    'false',
    'it refuses a text with a control',
  ],
  [
    'unknown statements are ignored',
    'read.js',
    'return unknown(id, statements, at);',
    'return [];',
    'it refuses an answer to a statement that there',
  ],
  ['the scale has no end', 'read.js', 'answer.agreement > points', 'false', 'it refuses an agreement beyond'],
  ['don’t know is always an answer', 'read.js', '? !dontKnow :', '? false :', 'it refuses don’t know where'],
  [
    'certainty is not checked',
    'read.js',
    'if (!certainty) return',
    'if (!certainty) return found; else if (0) return',
    'it refuses certainty where',
  ],
  [
    'first answers are not checked',
    'read.js',
    "...unfit('first', first ?? {}, terms),",
    '',
    'it refuses first answers beyond',
  ],
  [
    'verdicts are optional',
    'read.js',
    '.filter((id) => !Object.hasOwn(verdicts, id))',
    '.filter(() => false)',
    'it refuses no verdict on one',
  ],
  [
    'the shape is not compared',
    'read.js',
    "['version', 'shape']",
    "['version']",
    'it refuses a response to another shape',
  ],
  [
    'the version is not compared',
    'read.js',
    "['version', 'shape']",
    "['shape']",
    'it refuses a suggestion for another version',
  ],
  [
    'rules between keys are not checked',
    'read.js',
    "document.kind === 'remark') found",
    'false) found',
    'it refuses a dispute about nothing',
  ],
  [
    'a body is read before its origin is checked',
    'worker.js',
    'if (origin !== null &&',
    'if (request.headers.get("Content-Length") !== "1" && origin !== null &&',
    'for a page that is not listed',
  ],
  ['a feed is of another day', 'count.js', 'new Date()', 'new Date(0)', 'the tenth response gives counts'],
  // Feeds
  ['a feed is live', 'worker.js', 'changed.length < LEAST', 'changed.length < 1', 'nine more change nothing'],
  ['few are counted', 'worker.js', 'responses.length < LEAST ?', 'false ?', 'withdrawn responses leave'],
  ['nine are enough', 'count.js', 'LEAST = 10', 'LEAST = 9', 'nine responses give no counts'],
  ['eleven are needed', 'count.js', 'LEAST = 10', 'LEAST = 11', 'the tenth response gives counts'],
  [
    'everything sent since counts as a difference',
    'worker.js',
    'await hash(receipt + JSON',
    'await hash(Math.random() + JSON',
    'responses that are withdrawn',
  ],
  [
    'a withdrawn response still counts as sent',
    'worker.js',
    /if \(old\?\.counted\) await[^]*?key\);/,
    'if (old) await this.#storage.put(key, { about: old.about, mark: 0 });',
    'nine that are withdrawn',
  ],
  ['what is taken back leaves no mark', 'worker.js', 'if (old?.counted)', 'if (false)', 'ten differences'],
  [
    'first answers count as a difference',
    'worker.js',
    'JSON.stringify(counted(document, terms))',
    'JSON.stringify(message)',
    'other first answers',
  ],
  [
    'suggestions are published before they are read',
    'worker.js',
    '...counts, suggestions }',
    "...counts, suggestions: [...(await this.#storage.list({ prefix: 'row:' })).values()].flatMap(({ message }) => message?.text ?? []) }",
    'remarks are not counted',
  ],
  ['don’t know is the middle', 'count.js', "agreeing(at, 'dontKnow')", '0', 'the tenth response gives counts'],
  [
    'insufficient verdicts count as classified',
    'count.js',
    'classified: held + leaning + unsure + notHeld',
    'classified: all.length',
    'ten differences',
  ],
  ['a feed has no ETag', 'worker.js', "{ ETag: etag, 'Cache", "{ 'Cache", 'anybody may cache the feed'],
  ['a feed is always sent whole', 'worker.js', 'return isKnown ?', 'return false ?', 'anybody may cache the feed'],
  ['a feed may not be kept', 'worker.js', 'public, max-age=300', 'no-store', 'anybody may cache the feed'],
  [
    'an unknown questionnaire has a feed',
    'worker.js',
    "reply(404, { code: 'unknownQuestionnaire' })",
    'reply(200, {})',
    'there is no feed',
  ],
  // Two messages at once, which the Node adapter handles one after the other
  [
    'two at once do not see each other',
    'node.mjs',
    'before.then(() => endpoint.fetch(request))',
    'endpoint.fetch(request)',
    'of eight copies',
    'get: async (key) => structuredClone(values.get(key))',
    'get: async (key) => { const value = values.get(key); await new Promise((done) => setTimeout(done, 100)); return value; }',
  ],
];

/** Imports the worker with changes, from a folder of its own. */
async function load(index, file, changes) {
  const place = path.join(folder, String(index));
  cpSync(WORKER, place, { recursive: true });
  const name = path.join(place, file);
  let text = readFileSync(name, 'utf8');
  for (const [from, to] of changes) {
    const changed = text.replace(from, () => to);
    assert.notEqual(changed, text, `${file} has no ${from}`);
    text = changed;
  }
  writeFileSync(name, text);
  const { serve, memory } = await import(pathToFileURL(path.join(place, 'node.mjs')).href);
  return { start: serve, store: memory };
}

/**
 * The error of the case whose name begins so. For a case of the feed's story, the earlier cases run
 * first.
 */
async function found(client, beginning) {
  const [wanted, ...others] = CASES.filter(({ name }) => name.startsWith(beginning));
  assert.ok(wanted && (others.length === 0 || beginning === 'it takes a response'), `one case: ${beginning}`);
  const at = FEED.indexOf(wanted);
  for (const { run } of at > 0 ? FEED.slice(0, at) : []) await run(client).catch(() => undefined);
  return wanted.run(client).then(
    () => undefined,
    (error) => error,
  );
}

for (const [index, [sentence, file, from, to, beginning, from2, to2]] of BROKEN.entries()) {
  test(`if ${sentence}, the suite fails`, async () => {
    const changes = [[from, to], ...(from2 ? [[from2, to2]] : [])];
    const server = await inNode(await load(index, file, changes));
    try {
      const error = await found(new Client(server), beginning);
      assert.ok(error instanceof assert.AssertionError, `“${beginning}” found nothing: ${error}`);
    } finally {
      await server.close();
    }
  });
}

test('if wrong verdicts are accepted although there is a core, the suite fails', async () => {
  const score = () => ({ round: 'held', flat: 'notHeld' });
  const believing = await load('core', 'read.js', [['score ? score(document) : {}', '{}']]);
  for (const [server, isRight] of [
    [await inNode({ score }), true],
    [await inNode({ score, ...believing }), false],
  ]) {
    const error = await found(new Client(server), 'verdicts that do not follow');
    await server.close();
    assert.equal(error === undefined, isRight, String(error));
  }
});
