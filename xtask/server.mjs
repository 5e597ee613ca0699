/**
 * A static server for this machine only, used by the demo and the tests. It serves www/ at the
 * root, the built package under /scorecard/, what is built for www/ under /built/, and the built-in
 * questionnaires. As a program it takes a port and optionally a file; whenever that file changes,
 * open pages reload.
 *
 * It accepts only host names of this machine. Otherwise a page from elsewhere could point its own
 * host name at this machine and read what is served (DNS rebinding). No request, however malformed,
 * ends the server.
 */
import { createServer } from 'node:http';
import { watchFile } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const top = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const MOUNTS = [
  ['/scorecard/', path.join(top, 'pkg/dist')],
  ['/built/', path.join(top, 'target/www')],
  ['/questionnaires/', path.join(top, 'questionnaires')],
  ['/', path.join(top, 'www')],
];
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The file for the path of a URL, according to `mounts`; undefined if no mount fits. */
function locate(pathname, mounts) {
  const [prefix, folder] = mounts.find(([prefix]) => pathname.startsWith(prefix)) ?? [];
  return folder && within(folder, pathname.slice(prefix.length));
}

/**
 * The path of `name` in `folder`; undefined if it leads out of the folder, also into a sibling
 * whose name begins the same.
 */
function within(folder, name) {
  const place = path.join(folder, name);
  return place === folder || place.startsWith(folder.replace(/[\\/]$/, '') + path.sep) ? place : undefined;
}

/**
 * Whether `host`, with or without a port, is a name or IP address that always means this machine.
 */
const isHere = (host) =>
  /^((.+\.)?localhost|127(\.\d+){3}|\[::1\]|\[::ffff:(127(\.\d+){3}|7f[\da-f]{2}:[\da-f]{1,4})\])(:\d+)?$/i.test(host);

/** The base against which paths are resolved. */
const ORIGIN = 'http://localhost';

/** The path without percent-encoding; undefined if the encoding is malformed. */
function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/**
 * Serves until `close()` is called. `answer(url, respond, response)` may take over a request: it
 * calls `respond(status, headers, body)`, or uses Node's `response` directly, and returns true.
 * `requests` lists the requested paths.
 *
 * @param {{ port?: number, mounts?: string[][], answer?: (...request: any[]) => boolean }} [options]
 */
export async function startServer({ port = 0, mounts = MOUNTS, answer = () => false } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const respond = (status, headers, body) => {
      response.writeHead(status, headers);
      response.end(body);
      return true;
    };
    const refuse = (status, why) => response.headersSent || respond(status, { 'content-type': 'text/plain' }, why);
    if (!isHere(request.headers.host ?? '')) return refuse(403, 'This server answers to localhost only');
    const url = URL.canParse(request.url, ORIGIN) ? new URL(request.url, ORIGIN) : undefined;
    const name = url && decoded(url.pathname);
    if (name === undefined) return refuse(400, 'Not an address');
    requests.push(url.pathname + url.search);
    if (answer(url, respond, response)) return;
    try {
      let file = locate(name, mounts);
      if (file && (await stat(file)).isDirectory()) file = path.join(file, 'index.html');
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      respond(200, { 'content-type': type, 'cache-control': 'no-cache' }, await readFile(file));
    } catch {
      refuse(404, 'Not found');
    }
  });
  await /** @type {Promise<void>} */ (
    new Promise((listening, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', listening);
    })
  );
  return {
    url: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** Makes an `answer` for `startServer` that lets open pages reload when `file` changes. */
export function reloading(file) {
  const listeners = new Set();
  watchFile(file, { interval: 100, persistent: false }, () => {
    for (const response of listeners) response.write('data: built\n\n');
  });
  const script = `<script>new EventSource('/_built').onmessage = () => location.reload()</script>`;
  return (url, respond, response) => {
    if (url.pathname === '/_built') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      listeners.add(response.on('close', () => listeners.delete(response)));
      return true;
    }
    if (!/(\/|\.html)$/.test(url.pathname)) return false;
    const page = within(path.join(top, 'www'), decoded(url.pathname).replace(/\/$/, '/index.html'));
    if (!page) return false;
    readFile(page, 'utf8').then(
      (html) => respond(200, { 'content-type': TYPES['.html'], 'cache-control': 'no-cache' }, html + script),
      () => respond(404, { 'content-type': 'text/plain' }, 'Not found'),
    );
    return true;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8080);
  const [, , , built] = process.argv;
  try {
    const { url } = await startServer({ port, answer: built ? reloading(built) : undefined });
    console.log(`\nThe demo: ${url}/\nStop it with Ctrl+C.`);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`Port ${port} is taken. Another one: cargo xtask demo --port ${port + 1}`);
    process.exitCode = 1;
  }
}
