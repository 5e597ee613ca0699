/**
 * Tells when files change. The caller decides what happens then.
 *
 * It looks at each file several times per second and does not use the system's notifications,
 * because an editor may replace the file by another, and network folders and containers often send
 * none.
 */
import { unwatchFile, watchFile } from 'node:fs';
import path from 'node:path';
import { readText } from './files.js';
import { clean } from './text.js';
import { Wrong } from './wrong.js';

/**
 * How often each file is looked at, and how long it must have stayed unchanged, in milliseconds.
 */
const INTERVAL = 200;
const STILL = 80;

/**
 * Calls `then(name, text)` for each of `files`, `{ name, text }`, whenever its text has changed,
 * until the command is ended. Resolves to exit code 0.
 */
export function watch(files, then, io) {
  const ends = io.untilEnded();
  const watched = files.map((file) => new Watched(file, then, io));
  io.stdout.write('\nWaiting for changes. Press Ctrl+C to stop.\n');
  return new Promise((resolve, reject) => {
    const end = () => {
      for (const one of watched) one.stop();
      resolve(0);
    };
    for (const one of watched) {
      one.start((error) => {
        reject(error);
        end();
      });
    }
    if (ends.aborted) end();
    else ends.addEventListener('abort', end, { once: true });
  });
}

class Watched {
  constructor({ name, text }, then, io) {
    this.name = name;
    this.last = text;
    this.tell = then;
    this.io = io;
    this.path = path.resolve(io.cwd, name);
  }

  start(fail) {
    this.changed = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look().catch(fail), STILL);
    };
    watchFile(this.path, { interval: INTERVAL }, this.changed);
    // The file may have changed since it was read.
    this.changed();
  }

  stop() {
    clearTimeout(this.timer);
    unwatchFile(this.path, this.changed);
  }

  async look() {
    const time = this.io.now().toTimeString().slice(0, 8);
    try {
      const text = await readText(this.name, this.io);
      if (text === this.last) return;
      this.last = text;
      this.io.stdout.write(`\n${time}, ${clean(this.name)} has changed:\n\n`);
      await this.tell(this.name, text);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      this.last = undefined;
      this.io.stdout.write(`\n${time}: ${clean(error.message)} It will be checked when it can be read.\n`);
    }
  }
}
