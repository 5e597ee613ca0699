/**
 * The command as a shell runs it: a process with streams, signals and an exit code, with the built
 * core.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check } from '../../pkg/dist/core.js';
import { folder } from './command-stage.mjs';

const MAIN = fileURLToPath(new URL('../../pkg/command/main.js', import.meta.url));
const BUILT_IN = readFileSync(new URL('../../questionnaires/social-media.en.json', import.meta.url), 'utf8');
const MISSPELT = BUILT_IN.replace('"key": "myth"', '"kay": "myth"');
const NO_JSON = '{\n  "format": "1.0",\n  "id": "a"\n  "version": "1"\n}\n';
const cwd = folder({ 'good.json': BUILT_IN, 'misspelt.json': MISSPELT, 'slip.json': NO_JSON });
const TODAY = ['--today', '2026-11-23'];
const ESCAPE = '\u001b[';

/**
 * Starts the command. The test decides about colours, not the environment of the person who runs
 * it.
 */
function start(words, { env = {}, at = cwd } = {}) {
  const { FORCE_COLOR, NO_COLOR, ...others } = process.env;
  const child = spawn(process.execPath, [MAIN, ...words], { cwd: at, env: { ...others, ...env } });
  const result = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (result.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (result.err += text));
  const ended = once(child, 'close').then(([code, signal]) => ({ code: code ?? signal, ...result }));
  const written = async (wanted) => {
    while (!result.out.includes(wanted)) await once(child.stdout, 'data');
  };
  return { child, ended, written };
}

async function command(words, { input = '', ...given } = {}) {
  const { child, ended } = start(words, given);
  child.stdin.end(input);
  return ended;
}

/** The position of `part` in `text`, in the form that the command prints. */
function placeOf(part, text) {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return `${before.length}:${before.at(-1).length + 1}`;
}

test('the file is executable', () => {
  accessSync(MAIN, constants.X_OK);
  assert.match(readFileSync(MAIN, 'utf8'), /^#!\/usr\/bin\/env node\n/);
});

test('check ends with 0 for a valid questionnaire, and prints the count and the habits', async () => {
  const { code, out, err } = await command(['check', ...TODAY, 'good.json']);
  assert.deepEqual([code, err, out.includes(ESCAPE)], [0, '', false]);
  assert.match(out, /^good\.json: no errors/m);
  assert.match(out, /^ {2}At random, each answer being equally likely: in (about|less than|more than) \d+% of cases /m);
  assert.match(out, /^ {2}Agreeing with all: .*5/m);
});

test('check ends with 1 for a misspelt key, and prints its position, its line and a mark', async () => {
  const { code, out, err } = await command(['check', ...TODAY, '--quiet', 'misspelt.json']);
  assert.deepEqual([code, err], [1, '']);
  const lines = out.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`misspelt.json:${placeOf('"kay"', MISSPELT)}: error: `));
  assert.match(lines[at], /kay/);
  const [shown, mark] = lines.slice(at + 1, at + 3);
  assert.equal(shown.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1).includes('kay'), true);
});

test('check ends with 1 for a text that is not JSON, and prints the position of the error', async () => {
  const { code, out } = await command(['check', 'slip.json']);
  assert.equal(code, 1);
  assert.match(out, /^slip\.json:3:\d+: error: .*\n {4}3 \| {3}"id": "a"\n/);
  assert.match(out, /\nslip\.json: 1 error\.\n$/);
});

test('standard input is read to its end', async () => {
  const { code, out } = await command(['check', ...TODAY, '-'], { input: MISSPELT });
  assert.equal(code, 1);
  assert.match(out, new RegExp(`^standard input:${placeOf('"kay"', MISSPELT)}: error: `, 'm'));
});

test('--json prints the reports of the core and nothing else', async () => {
  const { code, out, err } = await command(['check', '--json', ...TODAY, 'good.json', 'slip.json']);
  const report = (text) => check(text, { today: '2026-11-23' });
  assert.deepEqual([code, err], [1, '']);
  assert.deepEqual(JSON.parse(out), {
    ok: false,
    files: [
      { file: 'good.json', ...report(BUILT_IN) },
      { file: 'slip.json', ...report(NO_JSON) },
    ],
  });
});

test('in a pipe there are colours only if they are forced', async () => {
  const both = [{}, { FORCE_COLOR: '1' }].map((env) => command(['check', 'slip.json'], { env }));
  const [plain, coloured] = await Promise.all(both);
  assert.deepEqual([plain.out.includes(ESCAPE), coloured.out.includes(ESCAPE)], [false, true]);
  assert.equal(coloured.out.replace(/\u001b\[\d+m/g, ''), plain.out);
});

test('wrong usage ends with 2, and is reported on standard error', async () => {
  const { code, out, err } = await command(['check', '--jsno', 'good.json']);
  assert.deepEqual([code, out, err.split('\n')[0]], [2, '', 'check has no flag --jsno. Did you mean --json?']);
});

for (const [words, code] of [
  [['render'], 0],
  [['check', 'slip.json'], 1],
  [['check', '--json', 'good.json'], 0],
]) {
  test(`a closed output pipe is not an error: ${words.join(' ')}`, async () => {
    const { child, ended } = start(words);
    child.stdout.destroy();
    assert.deepEqual(await ended, { code, out: '', err: '' });
  });
}

test('render reports an invalid questionnaire like check', async () => {
  const { code, out, err } = await command(['render', 'slip.json']);
  assert.deepEqual([code, out], [1, '']);
  assert.equal(err, `${(await command(['check', 'slip.json'])).out.slice(0, -2)}, so it cannot be used.\n`);
});

test('evaluate reports answers that are not JSON like check, and does not blame the questionnaire', async () => {
  const { code, out, err } = await command(['evaluate', 'misspelt.json', '-'], { input: '{ "mc-1": }' });
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /^standard input:1:\d+: error: .*\n {4}1 \| \{ "mc-1": \}\n[^]*standard input: 1 error, so/);
});

test('evaluate reports the errors of an invalid questionnaire', async () => {
  const { code, out, err } = await command(['evaluate', 'misspelt.json', '-'], { input: '{}' });
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /\nmisspelt\.json: \d errors?, so it cannot be used\.\n$/);
});

test('the output of new passes check', async () => {
  const at = folder();
  const made = await command(['new', '--title', 'Three things', '--misconception', 'One', 'three.json'], { at });
  assert.deepEqual([made.code, made.err], [0, '']);
  assert.equal((await command(['check', '--draft', 'three.json'], { at })).code, 0);
});

test('--watch checks a file again when it is replaced, and ends with 0 on Ctrl+C', async () => {
  const at = folder({ 'a.json': NO_JSON });
  const { child, ended, written } = start(['check', '--watch', ...TODAY, 'a.json'], { at });
  await written('Waiting for changes.');
  writeFileSync(path.join(at, 'a.json~'), BUILT_IN);
  renameSync(path.join(at, 'a.json~'), path.join(at, 'a.json'));
  await written('a.json: no errors');
  child.kill('SIGINT');
  const { code, out, err } = await ended;
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /^a\.json:3:[^]*a\.json: 1 error\.\n\nWaiting for changes\./);
  assert.match(out, /\n\d\d:\d\d:\d\d, a\.json has changed:\n/);
});

test('--watch ends when its output pipe is closed', async () => {
  const at = folder({ 'a.json': NO_JSON });
  const { child, ended, written } = start(['check', '--watch', 'a.json'], { at });
  await written('Waiting for changes.');
  child.stdout.destroy();
  writeFileSync(path.join(at, 'a.json'), BUILT_IN);
  assert.deepEqual((({ code, err }) => [code, err])(await ended), [0, '']);
});
