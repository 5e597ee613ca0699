#!/usr/bin/env node
/**
 * The command as the shell starts it. Knows the process: its streams, signals and exit code; not what is asked of it.
 */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 16)) {
  console.error(`misconception-scorecard needs Node 20.16 or newer; this is ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  await start();
}

async function start() {
  const [core, { run }] = await Promise.all([
    import(/** @type {string} */ ('../dist/core.js')),
    import('./command.js'),
  ]);
  const ends = new AbortController();
  for (const stream of [process.stdout, process.stderr]) {
    // Whoever reads along has seen enough, as in `| head`. What is written from then on goes nowhere.
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
      ends.abort();
    });
  }
  process.exitCode = await run(core, process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    /** Gives the signal by which something that goes on for ever learns that it is to end. */
    untilEnded() {
      for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => ends.abort());
      return ends.signal;
    },
  });
}
