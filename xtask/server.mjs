/**
 * A static server on this machine only: www/ at the top, the built package under /scorecard/, what is built for www/
 * under /built/, the built-in questionnaires as files. Used by the demo and the tests. Run by itself it takes a port, and
 * a file: each time that changes, the pages that are open reload.
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

/** Where a path of an address lies, under `mounts`; undefined outside them. */
function locate(pathname, mounts) {
  const [prefix, folder] = mounts.find(([prefix]) => pathname.startsWith(prefix));
  const place = path.join(folder, pathname.slice(prefix.length));
  return place.startsWith(folder) ? place : undefined;
}

/**
 * Serves until `close()`. `answer(url, respond, response)` may take a request over by calling
 * `respond(status, headers, body)`, or doing what it likes with Node's `response`, and returning true. `requests`
 * lists the paths asked for.
 *
 * @param {{ port?: number, mounts?: string[][], answer?: (...request: any[]) => boolean }} [options]
 */
export async function startServer({ port = 0, mounts = MOUNTS, answer = () => false } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    requests.push(url.pathname + url.search);
    const respond = (status, headers, body) => {
      response.writeHead(status, headers);
      response.end(body);
      return true;
    };
    if (answer(url, respond, response)) return;
    try {
      let file = locate(decodeURIComponent(url.pathname), mounts);
      if (file && (await stat(file)).isDirectory()) file = path.join(file, 'index.html');
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      respond(200, { 'content-type': type, 'cache-control': 'no-cache' }, await readFile(file));
    } catch {
      respond(404, { 'content-type': 'text/plain' }, 'Not found');
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

/** Lets the pages reload when `file` changes: what to give to `startServer` as `answer`. */
function reloading(file) {
  const listeners = new Set();
  watchFile(file, { interval: 100 }, () => {
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
    const page = path.join(top, 'www', decodeURIComponent(url.pathname).replace(/\/$/, '/index.html'));
    if (!page.startsWith(path.join(top, 'www'))) return false;
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
