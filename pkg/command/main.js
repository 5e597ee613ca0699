#!/usr/bin/env node
/**
 * The command as the shell starts it. Knows the process: its streams, signals and exit code; not what is asked of it.
 */
import { randomInt } from 'node:crypto';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 16)) {
  console.error(`misconception-scorecard needs Node 20.16 or newer; this is ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  await start();
}

async function start() {
  const [core, { run }, { whyNotSaid }] = await Promise.all([
    import(/** @type {string} */ ('../dist/core.js')),
    import('./command.js'),
    import('./write.js'),
  ]);
  const ends = new AbortController();
  let isUnsaid = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      ends.abort();
      // Whoever reads along has seen enough, as in `| head`. What is written from then on goes nowhere.
      if (error.code === 'EPIPE' || isUnsaid) return;
      isUnsaid = true;
      process.exitCode = 2;
      process.stderr.write(whyNotSaid(error));
    });
  }
  const code = await run(core, process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    platform: process.platform,
    cwd: process.cwd(),
    now: () => new Date(),
    random: randomInt,
    /** Gives the signal by which something that goes on for ever learns that it is to end. */
    untilEnded() {
      for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => ends.abort());
      return ends.signal;
    },
  });
  if (!isUnsaid) process.exitCode = code;
}
