/**
 * An endpoint on the loopback interface, for tests: the example of contract/worker/, behind a
 * server that records requests and fails when a test wants it to. Also a reader who answers and
 * sends. Knows how servers fail and where the offer is; must not know what a test expects.
 */
import { createServer } from 'node:http';
import { memory, serve } from '../../contract/worker/node.mjs';
import { termsOf } from '../../contract/worker/terms.mjs';
import { ROOT, embed, page } from './harness.mjs';

export const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;

/**
 * Starts an endpoint that knows `questionnaires` and accepts messages from pages of these origins.
 * Returns `{ url, requests, rows, fault, close }` and more. Set `fault` to a status, or to
 * `{ status, headers, body }`, or to `hang`, `reset` (before the endpoint has handled the message)
 * or `lost` (after it has stored the message).
 */
export async function startEndpoint(questionnaires, ...origins) {
  const storage = memory();
  const settings = { questionnaires: questionnaires.map(termsOf), origins, perMinute: 1000 };
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
    /** The URL of the feed of the questionnaire with this id. */
    feed: (id) => `${root}/feed/${id}`,
    /** Deletes everything that the endpoint has stored. */
    async clear() {
      for (const key of (await storage.list({ prefix: '' })).keys()) await storage.delete(key);
    },
    /** The documents of this kind that the endpoint was sent. */
    documents: (kind) => endpoint.requests.map(({ body }) => JSON.parse(body)).filter((it) => it.kind === kind),
    /** The messages that the endpoint has stored. */
    rows: async () => [...(await storage.list({ prefix: 'row:' })).values()].flatMap(({ message }) => message ?? []),
    async close() {
      for (const response of hanging) response.destroy();
      await new Promise((done) => server.close(done).closeAllConnections());
      await worker.close();
    },
  });
}

/** The answers that a reader gives, by the statement's id. */
const ANSWERS = { s1: 5, s2: 1 };
const LISTENING = `window.told = [];
  for (const name of ['sent', 'unsent', 'withdrawn', 'reset']) {
    document.addEventListener('scorecard-' + name, ({ detail }) => told.push([name, detail]));
  }`;

/** What a reader in `browser` does with `questionnaire` and the offer to send it to `endpoint`. */
export function senders(browser, endpoint, questionnaire) {
  const host = () => new URL(endpoint.url).host;
  const told = () => browser.run('return told.splice(0)');

  /** Shows the scorecard for the answers `given`, on a page whose tag has these attributes. */
  async function visit({
    attributes = '',
    keep = false,
    given = ANSWERS,
    head = '',
    headers,
    more = {},
    origin,
    address,
  } = {}) {
    const html = embed(
      { ...questionnaire, ...more },
      `layout="list" debug="off" endpoint="${address ?? endpoint.url}" ${attributes}`,
    );
    browser.serve('/page.html', page(head + html), { headers });
    await browser.visit('/page.html', { keep, origin });
    await browser.ready();
    await browser.run(LISTENING);
    if (given) {
      const all = Object.fromEntries(Object.entries(given).map(([id, agreement]) => [id, { agreement }]));
      await browser.run(`${ELEMENT} element.answers = arguments[0]`, all);
      await browser.advance();
    }
    await browser.extras();
    await browser.until(`${ROOT} return root.querySelector('.offer') !== null`, 'the offer');
  }

  const said = () => browser.run(`${ROOT} return root.querySelector('.offer [role=status]').textContent`);
  const says = (words) =>
    browser.until(
      `${ROOT} return root.querySelector('.offer [role=status]')?.textContent.includes(arguments[0])`,
      words,
      words,
    );
  const press = (words, within = '.offer') =>
    browser.run(
      `${ROOT} const found = [...root.querySelectorAll(arguments[1] + ' button')].find((it) => it.textContent === arguments[0]);
      found.focus(); found.click()`,
      words,
      within,
    );
  const tick = (within = '.offer') =>
    browser.run(`${ROOT} root.querySelector(arguments[0] + ' [type=checkbox]').click()`, within);
  async function send() {
    await tick();
    await press('Send my answers');
  }
  const kept = () =>
    browser.run(
      `return [...Object.entries(localStorage), ...Object.entries(sessionStorage)].filter(([key]) => key.endsWith(':sending'))`,
    );

  const unfold = () => browser.run(`${ROOT} for (const it of root.querySelectorAll('article details')) it.open = true`);
  const paste = (id, text) =>
    browser.run(
      `${ROOT} const field = root.getElementById(arguments[0]); field.focus(); field.value = arguments[1];
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))`,
      id,
      text,
    );
  const companion = (words) =>
    browser.until(
      `${ROOT} return [...root.querySelectorAll('.companion')].some((it) => it.textContent.includes(arguments[0]))`,
      words,
      words,
    );

  return { host, told, visit, said, says, press, tick, send, kept, unfold, paste, companion };
}
