/**
 * The command and its files: links and other spellings of a path, full disks, closed pipes, files
 * that are not text, and names with unusual characters.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as core from '../../pkg/dist/core.js';
import { fits } from '../../pkg/command/glob.js';
import { quoted } from '../../pkg/command/shell.js';
import { writeText } from '../../pkg/command/write.js';
import { SOUND, checking, command, folder } from './command-stage.mjs';

const MAIN = fileURLToPath(new URL('../../pkg/command/main.js', import.meta.url));
const Q = readFileSync(new URL('../../questionnaires/social-media.en.json', import.meta.url), 'utf8');
const A = '{"mc-1":{"agreement":5}}';

/** Runs the command as a shell does, until it ends; `stdio` is passed to spawn. */
function started(words, { cwd, stdio }) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { cwd, stdio, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const SPELLINGS = {
  'the name itself': () => 'q.json',
  'a way round': () => './sub/../q.json',
  'the whole path': (cwd) => path.join(cwd, 'q.json'),
  'a link': (cwd) => symlinkSync('q.json', path.join(cwd, 'link')) ?? 'link',
  'a link to a link': (cwd) => {
    symlinkSync('q.json', path.join(cwd, 'one'));
    symlinkSync('one', path.join(cwd, 'two'));
    return 'two';
  },
  'a second name of the file': (cwd) => linkSync(path.join(cwd, 'q.json'), path.join(cwd, 'hard')) ?? 'hard',
  'a linked folder': (cwd) => symlinkSync('.', path.join(cwd, 'here')) ?? 'here/q.json',
};

for (const [what, spell] of Object.entries(SPELLINGS)) {
  for (const words of [
    ['render', 'q.json'],
    ['picture', 'q.json', 'a.json'],
    ['picture', '-', 'q.json'],
  ]) {
    test(`--out never overwrites its own input: ${words.join(' ')}, ${what}`, async () => {
      const cwd = folder({ 'q.json': Q, 'a.json': A });
      mkdirSync(path.join(cwd, 'sub'));
      const { code, out, err } = await command([...words, '--out', spell(cwd)], { core, cwd, input: Q });
      assert.deepEqual([code, out], [2, '']);
      assert.match(
        err,
        /^--out .* would overwrite (the questionnaire|a file from which the picture is made)\. Name another file\.\n/,
      );
      assert.equal(readFileSync(path.join(cwd, 'q.json'), 'utf8'), Q);
    });
  }
}

test('--out never overwrites the file that is standard input', () => {
  const cwd = folder({ 'q.json': Q });
  const input = openSync(path.join(cwd, 'q.json'), 'r');
  const { code, err } = started(['render', '-', '--out', 'q.json'], { cwd, stdio: [input, 'pipe', 'pipe'] });
  closeSync(input);
  assert.deepEqual([code, err.split('\n')[0].slice(0, 40)], [2, '--out q.json would overwrite the questio']);
  assert.equal(readFileSync(path.join(cwd, 'q.json'), 'utf8'), Q);
});

test('writing to a symbolic link keeps the link, and its file keeps its permissions', async () => {
  const cwd = folder({ 'q.json': Q, 'q.html': 'old' });
  chmodSync(path.join(cwd, 'q.html'), 0o640);
  symlinkSync('q.html', path.join(cwd, 'link'));
  symlinkSync('new.html', path.join(cwd, 'dangling'));
  for (const [name, file] of [
    ['link', 'q.html'],
    ['dangling', 'new.html'],
  ]) {
    assert.equal((await command(['render', 'q.json', '--out', name], { core, cwd })).code, 0);
    assert.equal(readFileSync(path.join(cwd, file), 'utf8'), core.renderToString(Q));
  }
  assert.equal(statSync(path.join(cwd, 'q.html')).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(cwd).sort(), ['dangling', 'link', 'new.html', 'q.html', 'q.json']);
});

test('a failed write leaves the earlier file, and no temporary file', async () => {
  const cwd = folder({ old: 'old' });
  const broken = {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })),
    }),
  };
  for (const [name, isNew] of [
    ['old', false],
    ['new', false],
    ['new', true],
  ]) {
    await assert.rejects(writeText(name, broken, { isNew }, { cwd }), {
      message: `${name} cannot be written: the disk is full. Nothing was written.`,
    });
  }
  assert.deepEqual([readdirSync(cwd), readFileSync(path.join(cwd, 'old'), 'utf8')], [['old'], 'old']);
});

test('--out - prints to standard output, and writes no file', async () => {
  const cwd = folder({ 'q.json': Q });
  const asked = await command(['render', 'q.json', '--out', '-'], { core, cwd });
  assert.deepEqual(asked, { code: 0, out: core.renderToString(Q), err: '' });
  const { code, out } = await command(['new', '-', '--title', 'Mine'], { core, cwd });
  assert.deepEqual([code, JSON.parse(out).title], [0, 'Mine']);
  assert.deepEqual(readdirSync(cwd), ['q.json']);
  assert.equal((await command(['render', 'q.json', '--out', './-'], { core, cwd })).code, 0);
  assert.deepEqual(readdirSync(cwd).sort(), ['-', 'q.json']);
});

test('--out can write to a device', async () => {
  const cwd = folder({ 'q.json': Q });
  assert.deepEqual(await command(['render', 'q.json', '--out', '/dev/null'], { core, cwd }), {
    code: 0,
    out: '',
    err: '',
  });
  assert.ok(statSync('/dev/null').isCharacterDevice());
});

const NOWHERE = { skip: !existsSync('/dev/full') && 'this system has no device that is always full' };

test('a full disk is reported in one line, and ends with 2', NOWHERE, () => {
  const cwd = folder({ 'q.json': Q });
  const full = openSync('/dev/full', 'w');
  const all = [
    started(['render', 'q.json'], { cwd, stdio: ['ignore', full, 'pipe'] }),
    started(['check', '--json', 'q.json'], { cwd, stdio: ['ignore', full, 'pipe'] }),
    started(['render', 'q.json', '--out', '/dev/full'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] }),
  ];
  closeSync(full);
  const unsaid = 'The output cannot be written: the disk is full. It is incomplete.\n';
  const unwritten =
    '/dev/full cannot be written: the disk is full. Nothing was written.\nFree some space, or name a file elsewhere.\n';
  assert.deepEqual(
    all.map(({ code, err }) => [code, err]),
    [
      [2, unsaid],
      [2, unsaid],
      [2, unwritten],
    ],
  );
});

test('if standard error cannot be written, the exit code is still the right one', NOWHERE, () => {
  const full = openSync('/dev/full', 'w');
  assert.equal(started(['check', 'none.json'], { cwd: folder(), stdio: ['ignore', full, full] }).code, 2);
  closeSync(full);
});

test('--out to a closed pipe is reported in one line', { skip: process.platform === 'win32' }, async () => {
  const cwd = folder({ 'q.json': Q });
  const child = spawn(process.execPath, [MAIN, 'render', 'q.json', '--out', '/dev/fd/3'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  /** @type {any} */ (child.stdio[3]).destroy();
  let err = '';
  for await (const text of child.stderr.setEncoding('utf8')) err += text;
  const code = child.exitCode ?? (await new Promise((ended) => child.once('exit', ended)));
  assert.deepEqual([code, err.split('\n').length], [2, 3], err);
  assert.match(err, /^\/dev\/fd\/3 cannot be written: /);
});

test('standard input that breaks off is reported', async () => {
  const error = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
  const stdin = new Readable({ read: () => stdin.destroy(error) });
  const said = { code: 2, out: '', err: 'Standard input cannot be read: i/o error. Name a file.\n' };
  assert.deepEqual(await command(['check', '-'], { core, stdin }), said);
});

const binary = (...bytes) => Buffer.from(bytes.flatMap((it) => (typeof it === 'string' ? [...Buffer.from(it)] : [it])));

for (const [what, bytes, said] of [
  ['Word', binary('PK', 3, 4, 20, 0, 6, 0), 'a compressed file, such as a Word (.docx), Excel (.xlsx) or zip file.'],
  ['PDF', binary('%PDF-1.7\n%', 0xe2), 'a PDF.'],
  ['PNG', binary(0x89, 'PNG\r\n', 0x1a, '\n'), 'a picture.'],
  ['gzip', binary(0x1f, 0x8b, 8), 'a compressed file.'],
  ['a program', binary(0x7f, 'ELF', 0, 0, 0), 'not text: it contains bytes that do not occur in text.'],
  [
    'UTF-16 without its mark',
    Buffer.from('{"a": 1}', 'utf16le'),
    'not saved as UTF-8, so its characters cannot be read.',
  ],
]) {
  test(`a file that is not text is named for what it is: ${what}`, async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, 'a'), bytes);
    const { code, out, err } = await command(['check', 'a'], { core, cwd });
    assert.deepEqual([code, out, err.startsWith(`a is ${said} `), err.split('\n').length], [2, '', true, 2], err);
  });
}

test('a much too large file is not read to its end', async () => {
  let given = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1e6;
        yield Buffer.alloc(1e6, 0x20);
      }
    })(),
  );
  const { code, err } = await command(['check', '-'], { core, stdin: endless });
  assert.deepEqual([code, err], [2, 'standard input is larger than 16 MB. A document may have at most 1 MB.\n']);
  assert.ok(given < 2e7);
});

test('a slightly too large file is reported as an error of the document', async () => {
  const { code, out } = await command(['check', '-'], { core, input: ' '.repeat(1.5e6) });
  assert.equal(code, 1);
  assert.match(out, /it has 1,500,000 bytes\./);
});

for (const [name, pattern, expected] of [
  ['a.json', '*.json', true],
  ['a.json', '?.json', true],
  ['ab.json', '?.json', false],
  ['a.jsonx', '*.json', false],
  ['a.b.json', 'a*b*.json', true],
  ['a.b.jso', 'a*b*.json', false],
  ['aab', '*ab', true],
  ['', '*', true],
  ['', '?', false],
  ['😀.json', '?.json', true],
  ['a+b', 'a+b', true],
  ['aab', 'a+b', false],
  ['[a]', '[a]', true],
]) {
  test(`the pattern ${pattern} ${expected ? 'matches' : 'does not match'} ${name}`, () =>
    assert.equal(fits(name, pattern), expected));
}

test('no pattern takes long, not even those with many stars', () => {
  assert.equal(fits('a'.repeat(255), `${'*a'.repeat(120)}*b`), false);
  assert.equal(fits('a'.repeat(255), `${'*'.repeat(250)}a`), true);
});

test('a file with the name - is read if a * finds it', async () => {
  const cwd = folder({ '-': '1' });
  const { code, out } = await command(['check', '--json', '*'], { core: checking({ 1: SOUND }), cwd, input: '2' });
  assert.deepEqual([code, JSON.parse(out).files[0].file], [0, './-']);
});

for (const [name, onUnix, onWindows = onUnix] of [
  ['mine.json', 'mine.json'],
  ['sub/mine-2.json', 'sub/mine-2.json'],
  ['天気.json', '天気.json'],
  ['C:\\my\\a.json', `'C:\\my\\a.json'`, 'C:\\my\\a.json'],
  ['my file.json', '"my file.json"'],
  ["it's.json", `"it's.json"`],
  ['~a', '"~a"'],
  ['a;b&c|d', '"a;b&c|d"'],
  ['$(rm -r x)', `'$(rm -r x)'`],
  ['`x`', "'`x`'"],
  ["$it's", `'$it'\\''s'`, `'$it''s'`],
  ['a"b', `'a"b'`, '"a"b"'],
  ['wow!', `'wow!'`, '"wow!"'],
  ['-rf', './-rf'],
  ['', '""'],
  ['a\nb\u001b[31m', String.raw`$'a\012b\033[31m'`, '"a\ufffdb\ufffd[31m"'],
  ["it\u0007's", String.raw`$'it\007\'s'`, `"it\ufffd's"`],
]) {
  test(`a name in a printed command is quoted for the shell: ${JSON.stringify(name)}`, () => {
    assert.deepEqual([quoted(name, 'linux'), quoted(name, 'win32')], [onUnix, onWindows]);
    if (process.platform === 'win32') return;
    const { stdout } = spawnSync('bash', ['-c', `printf %s ${quoted(name, 'linux')}`], { encoding: 'utf8' });
    assert.equal(stdout.replace(/^\.\/-/, '-'), name);
  });
}

const ODD = 'a\nok.json: no errors\u001b[2J\u009b1m\u202e.json';
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

test('no output has control characters, whatever names and texts contain', async () => {
  const odd = JSON.parse(Q);
  odd.$comment = '\u009b31m\u007f\u202e';
  odd['k\u0085\u2028'] = '\u001b[2J';
  odd.misconceptions[0].statements[0].id = 'x\u009by';
  const cwd = folder({
    [ODD]: JSON.stringify(odd),
    'a.json': '{"\u009b2J\u202e":{"agreement":9}}',
    'slip.json': '{"\u009b": \u202e',
  });
  const all = [
    ['check', ODD, 'slip.json'],
    ['check', '--json', ODD, 'slip.json'],
    ['check', `${ODD}x`],
    ['evaluate', ODD, 'a.json'],
    ['picture', ODD, 'a.json'],
    ['render', ODD],
    [ODD],
    ['new', '--title', 'a\u202eb\u009b', '--misconception', 'c\u2066\u001b[1m'],
    ['new', '--title', 'a', `${ODD}.new`],
    ['new', '--lang', ODD],
    ['check', '--today', ODD, 'a.json'],
    ['render', '--attribute', `${ODD}=1`],
    [`--${ODD}`],
  ];
  for (const words of all) {
    const { out, err } = await command(words, { core, cwd });
    assert.doesNotMatch(out + err, CONTROL, words.join(' '));
    assert.doesNotMatch(out + err, /^ok\.json: no errors/m, words.join(' '));
    assert.notEqual(out + err, '');
  }
});

test('--json escapes control characters, and the JSON means the same', async () => {
  const cwd = folder({ [ODD]: '1' });
  const { out } = await command(['check', '--json', ODD], { core: checking({ 1: SOUND }), cwd });
  assert.equal(JSON.parse(out).files[0].file, ODD);
});
