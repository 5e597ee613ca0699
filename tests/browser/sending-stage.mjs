/**
 * An endpoint on loopback: the example of contract/worker/, behind a door that writes down what comes in and fails as it is told
 * to. Knows how servers fail; what the widget makes of that stands in sending.test.mjs.
 */
import { createServer } from 'node:http';
import { memory, serve } from '../../contract/worker/node.mjs';
import { termsOf } from '../../contract/worker/terms.mjs';

/**
 * Starts one that knows `questionnaires` and takes what pages of `origin` send; gives `{ url, requests, rows, fault, close }`. Set
 * `fault` to a status, or `{ status, headers, body }`, or to `hang`, `reset` (before it has read anything) or `lost` (after it has
 * stored the message).
 */
export async function startEndpoint(questionnaires, origin) {
  const storage = memory();
  const settings = { questionnaires: questionnaires.map(termsOf), origins: [origin], perMinute: 1000 };
  const worker = await serve({ SETTINGS: settings }, { storage });
  const hanging = new Set();
  const endpoint = { requests: [], fault: undefined };
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { fault } = endpoint;
    endpoint.requests.push({ method: request.method, url: request.url, headers: request.headers, body: String(body) });
    if (fault === 'hang') return void hanging.add(response);
    if (fault === 'reset') return response.destroy();
    if (fault !== undefined && fault !== 'lost') {
      const { status, headers = {}, body: text = '{}' } = typeof fault === 'number' ? { status: fault } : fault;
      response.writeHead(status, {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'Retry-After',
        ...headers,
      });
      return response.end(text);
    }
    const headers = { 'content-type': request.headers['content-type'] ?? '', origin: request.headers.origin ?? '' };
    const { href } = new URL(request.url === '/responses' ? '/' : request.url, worker.url);
    const hasBody = request.method === 'POST';
    const reply = await fetch(href, { method: request.method, headers, body: hasBody ? body : undefined });
    if (fault === 'lost') return response.destroy();
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    response.end(Buffer.from(await reply.arrayBuffer()));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const root = `http://127.0.0.1:${address.port}`;
  return Object.assign(endpoint, {
    url: `${root}/responses`,
    /** The feed of the questionnaire of this id. */
    feed: (id) => `${root}/feed/${id}`,
    /** Forgets all that it keeps. */
    async clear() {
      for (const key of (await storage.list({ prefix: '' })).keys()) await storage.delete(key);
    },
    /** The documents that it has been sent, of this kind. */
    documents: (kind) => endpoint.requests.map(({ body }) => JSON.parse(body)).filter((it) => it.kind === kind),
    /** The messages that it keeps. */
    rows: async () => [...(await storage.list({ prefix: 'row:' })).values()].flatMap(({ message }) => message ?? []),
    async close() {
      for (const response of hanging) response.destroy();
      await new Promise((done) => server.close(done).closeAllConnections());
      await worker.close();
    },
  });
}
