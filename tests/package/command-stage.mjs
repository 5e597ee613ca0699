/**
 * Runs the command without a process: streams that collect what is written, a folder, a clock, and
 * a core whose reports the tests define. Knows what the command needs; must not know what it does.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { after } from 'node:test';
import { run } from '../../pkg/command/command.js';

/** A folder with `files` (content by name), which is removed after the test. */
export function folder(files = {}) {
  const made = mkdtempSync(path.join(tmpdir(), 'scorecard-command-'));
  after(() => rmSync(made, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(made, name), text);
  return made;
}

/**
 * A stream that collects what is written to it; `written(text)` waits until `text` has been
 * written.
 */
export class Kept extends Writable {
  text = '';

  constructor(isTTY = false) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
  }

  _write(text, _, done) {
    this.text += text;
    this.emit('more');
    done();
  }

  async written(wanted) {
    while (!this.text.includes(wanted)) await once(this, 'more');
  }
}

/** A stand-in for the keyboard of a terminal. */
export const keyboard = () => Object.assign(new PassThrough(), { isTTY: true });

/** Instead of random numbers: 0, 1, 2 ... below the given bound, the same in each test. */
function sequence() {
  let next = 0;
  return (below) => next++ % below;
}

/** Runs the command with the arguments `words`; returns its exit code and output. */
export async function command(words, { core = {}, input = '', ...given } = {}) {
  const io = {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: new Kept(),
    stderr: new Kept(),
    env: {},
    platform: 'linux',
    cwd: '.',
    random: sequence(),
    now: () => new Date('2026-11-23T14:05:06'),
    ...given,
  };
  const code = await run(core, words, io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}

/** A core whose `check` returns a prepared report for each text. */
export const checking = (reports) => ({ check: (text) => reports[text] });

/** A report without problems. */
export const SOUND = { ok: true, problems: [], habits: null };
