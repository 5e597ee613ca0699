/**
 * A stage for the command without a process: streams that keep what is written, a folder, a clock, and a core that
 * says what it is told to. Knows what the command takes; not what it does.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { after } from 'node:test';
import { run } from '../../pkg/command/command.js';

/** A folder with `files`, texts by name, that is gone after the test. */
export function folder(files = {}) {
  const made = mkdtempSync(path.join(tmpdir(), 'scorecard-command-'));
  after(() => rmSync(made, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(made, name), text);
  return made;
}

/** A stream that keeps what is written to it; `written(text)` waits until that is among it. */
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

/** What is typed into a terminal. */
export const keyboard = () => Object.assign(new PassThrough(), { isTTY: true });

/** Numbers below what is asked for, the same in each test: 0, 1, 2 ... */
function sequence() {
  let next = 0;
  return (below) => next++ % below;
}

/** Runs the command with `words`; gives exit code and what it wrote. */
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

/** A core whose `check` gives the report of a text, by that text. */
export const checking = (reports) => ({ check: (text) => reports[text] });

/** A report that finds nothing. */
export const SOUND = { ok: true, problems: [], habits: null };
