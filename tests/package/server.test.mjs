/**
 * The server of the demo and the tests: it serves the files that it should and no others, to this
 * machine only, and no request ends it. Requests are sent as bytes, because clients correct
 * malformed ones.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { reloading, startServer } from '../../xtask/server.mjs';

const WWW = 'It is www.';
let folder;
let server;
let demo;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'scorecard-server-'));
  for (const name of ['www', 'www-old', 'dist', 'dist.bak']) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'index.html'), `It is ${name}.`);
  }
  writeFileSync(path.join(folder, 'secret'), 'It is secret.');
  const mounts = ['dist', 'www'].map((name, index) => [['/scorecard/', '/'][index], path.join(folder, name)]);
  server = await startServer({ mounts });
  demo = await startServer({ mounts, answer: reloading(path.join(folder, 'secret')) });
});
after(async () => {
  await Promise.all([server, demo].map((it) => it?.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** The reply for a path, as `[status, body]`; `by` are header lines. */
function ask(to, target, by = 'Host: localhost') {
  return new Promise((done, failed) => {
    let said = '';
    const socket = net.connect(Number(new URL(to.url).port), '127.0.0.1');
    socket.setEncoding('utf8').on('data', (text) => (said += text));
    socket.on('error', failed);
    socket.on('close', () => done([Number(said.split(' ')[1]), said.split('\r\n\r\n')[1]]));
    socket.write(`GET ${target} HTTP/1.0\r\n${by}\r\n\r\n`);
  });
}

for (const [target, status, body] of [
  ['/', 200, WWW],
  ['/index.html?a=%', 200, WWW],
  ['/scorecard/', 200, 'It is dist.'],
  ['//', 400, 'Not an address'],
  ['///', 400, 'Not an address'],
  ['http://', 400, 'Not an address'],
  ['/%', 400, 'Not an address'],
  ['/%ff', 400, 'Not an address'],
  ['/%00', 404, 'Not found'],
  ['*', 404, 'Not found'],
  [`/${'a'.repeat(5000)}`, 404, 'Not found'],
  ['/..%2fsecret', 404, 'Not found'],
  ['/..%2fwww-old/index.html', 404, 'Not found'],
  ['/../www-old/index.html', 404, 'Not found'],
  ['/scorecard/..%2fdist.bak/index.html', 404, 'Not found'],
  ['/scorecard/..%2f..%2fsecret', 404, 'Not found'],
  ['/..%2fwww/index.html', 200, WWW],
]) {
  test(`${target.slice(0, 40)} is answered with ${status}, and the server continues`, async () => {
    assert.deepEqual(await ask(server, target), [status, body]);
    assert.deepEqual(await ask(server, '/'), [200, WWW]);
  });
}

for (const target of ['//', '/%/', '/%.html', '/..%2fwww-old/index.html', '/..%2fwww-old%2f']) {
  test(`the server that reloads pages refuses ${target}`, async () => {
    const [status, body] = await ask(demo, target);
    assert.ok(status === 400 || status === 404, String(status));
    assert.doesNotMatch(body, /It is/);
  });
}

for (const [host, status] of [
  ['localhost', 200],
  ['LOCALHOST:8080', 200],
  ['site.localhost:1', 200],
  ['127.0.0.1', 200],
  ['127.0.0.1:8080', 200],
  ['[::1]:8080', 200],
  ['[::ffff:127.0.0.1]:8080', 200],
  ['[::ffff:7f00:1]:8080', 200],
  ['evil.example', 403],
  ['evil.example:8080', 403],
  ['localhost.evil.example', 403],
  ['evil-localhost', 403],
  ['127.0.0.1.evil.example', 403],
  ['192.168.0.1', 403],
  ['', 403],
]) {
  test(`a request with the host ${host || '(empty)'} is answered with ${status}`, async () => {
    assert.equal((await ask(server, '/', `Host: ${host}`))[0], status);
  });
}

test('a request without a host is refused', async () => {
  assert.ok([400, 403].includes((await ask(server, '/', 'Accept: */*'))[0]));
});
