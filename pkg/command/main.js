#!/usr/bin/env node
/**
 * The command's entry script. This file deals with the process: its streams, signals and exit code.
 * command.js does what is asked.
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
      // With EPIPE the reading program, as in `| head`, has ended; everything written from then on
      // is lost, and that is no error.
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
    /**
     * The signal that ends a subcommand that otherwise runs for ever: it aborts on Ctrl+C, or when
     * the output is closed.
     */
    untilEnded() {
      for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => ends.abort());
      return ends.signal;
    },
  });
  if (!isUnsaid) process.exitCode = code;
}
