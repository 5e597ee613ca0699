/**
 * Runs the worker in Node, on this machine only and with storage in memory, to try it out and to
 * test it. As a program it takes a settings file and a port: `node contract/worker/node.mjs
 * settings.json 8787`.
 *
 * Knows how to turn Node's requests into those of the Web. The worker must not be interrupted
 * between two awaits of its storage, so it gets one request at a time, each with its complete body.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { Responses } from './worker.js';

/** More than the worker accepts, so that the worker itself refuses a larger message. */
const MOST_BYTES = 70_000;

/** A storage with the methods of a Durable Object's. */
export function memory() {
  const values = new Map();
  return {
    get: async (key) => structuredClone(values.get(key)),
    put: async (key, value) => void values.set(key, structuredClone(value)),
    delete: async (key) => values.delete(key),
    list: async ({ prefix }) => new Map([...structuredClone(values)].filter(([key]) => key.startsWith(prefix))),
  };
}

async function asked(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    if (length < MOST_BYTES) chunks.push(chunk);
    length += chunk.length;
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  headers.set('CF-Connecting-IP', request.socket.remoteAddress ?? '');
  const hasBody = !['GET', 'HEAD'].includes(request.method);
  const body = hasBody ? Buffer.concat(chunks) : undefined;
  return new Request(`http://localhost${request.url}`, { method: request.method, headers, body });
}

/** Starts the server; `env` is passed to the worker. Returns `{ url, close }`. */
export async function serve(env, { storage = memory(), port = 0 } = {}) {
  const endpoint = new Responses({ storage }, env);
  let before = Promise.resolve();
  const answer = (request) => {
    const reply = before.then(() => endpoint.fetch(request));
    before = reply.then(
      () => undefined,
      () => undefined,
    );
    return reply;
  };
  const server = createServer(async (request, response) => {
    try {
      const reply = await answer(await asked(request));
      response.writeHead(reply.status, [...reply.headers].flat());
      response.end(Buffer.from(await reply.arrayBuffer()));
    } catch {
      response.writeHead(400).end();
    }
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address?.port}/`;
  const close = () => new Promise((done) => server.close(done).closeAllConnections());
  return { url, close };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , file, port] = process.argv;
  if (!file) throw new Error('Which settings? node contract/worker/node.mjs settings.json 8787');
  const { url } = await serve({ SETTINGS: JSON.parse(readFileSync(file, 'utf8')) }, { port: Number(port ?? 8787) });
  console.log(`The endpoint is ${url}, the feeds are ${url}feed/ID. What is sent is forgotten when this ends.`);
}
