/**
 * Runs other programs for the hosts: some to their end, others until they are stopped. Knows
 * processes and ports; must not know what the programs are for.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

const packages = readFileSync(new URL('debian-packages.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const REMEDY = `On Debian, as root:

  apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}
`;

/**
 * Runs a program to its end and returns its output. If the program fails, throws an error with its
 * output.
 */
export function run(program, words, { cwd, env } = {}) {
  const { error, status, signal, stdout, stderr } = spawnSync(program, words, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (error?.code === 'ENOENT') throw new Error(`${program} is missing. ${REMEDY}`);
  if (error) throw error;
  if (status !== 0) {
    throw new Error(`${[program, ...words].join(' ')} ended with ${status ?? signal}\n${stdout}\n${stderr}`);
  }
  return stdout;
}

/**
 * The path of a Python program from the packages in `folder`'s requirements.txt. They are installed
 * beside the folder, because Sphinx reads everything inside it, and only if they are not installed
 * already.
 */
export function inVenv(folder, program) {
  const venv = `${folder}-venv`;
  const note = path.join(venv, 'installed');
  const wanted = readFileSync(path.join(folder, 'requirements.txt'), 'utf8');
  if (!existsSync(note) || readFileSync(note, 'utf8') !== wanted) {
    rmSync(venv, { recursive: true, force: true });
    run('python3', ['-m', 'venv', venv]);
    run(path.join(venv, 'bin/pip'), ['install', '--quiet', '-r', 'requirements.txt'], { cwd: folder });
    writeFileSync(note, wanted);
  }
  return path.join(venv, 'bin', program);
}

/** Starts a program that keeps running. Returns `{ until(isReady), stop() }`. */
export function keep(program, words, { cwd, env } = {}) {
  const child = spawn(program, words, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let failure;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-10_000)));
  }
  child.on('error', (error) => {
    failure = error.code === 'ENOENT' ? new Error(`${program} is missing. ${REMEDY}`) : error;
  });
  const hasEnded = () => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  return {
    /** Waits until `isReady()` resolves to true. */
    async until(isReady) {
      const end = Date.now() + 60_000;
      while (!(await isReady())) {
        if (failure) throw failure;
        assert.ok(!hasEnded(), `${program} has ended:\n${said}`);
        assert.ok(Date.now() < end, `${program} is not ready after a minute:\n${said}`);
        await new Promise((later) => setTimeout(later, 50));
      }
    },
    stop() {
      return new Promise((stopped) => {
        if (hasEnded()) return stopped();
        child.once('exit', stopped);
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
      });
    },
  };
}

/** Whether something listens on a port of this machine, or on a socket's path. */
export function answers(place) {
  return new Promise((done) => {
    const options = typeof place === 'number' ? { port: place, host: '127.0.0.1' } : { path: place };
    const socket = net.connect(options, () => done(socket.destroy() && true));
    socket.on('error', () => done(false));
  });
}

export function freePort() {
  return new Promise((found, failed) => {
    const server = net.createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
