/**
 * An https server in front of others on http, as site owners have one. Knows certificates and how
 * to pass requests on; must not know what is requested.
 */
import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import { generate } from 'selfsigned';

/**
 * Starts the server with a self-signed certificate. Requests under `/endpoint` go to the first URL
 * that `targets()` returns, all others to the second. Returns `{ url, close }`.
 */
export async function startSecure(targets) {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
  const server = createServer({ key, cert }, (request, response) => {
    const [endpoint, site] = targets();
    const isEndpoint = request.url.startsWith('/endpoint/');
    const path = isEndpoint ? request.url.slice('/endpoint'.length) : request.url;
    const headers = { ...request.headers, host: new URL(isEndpoint ? endpoint : site).host };
    const onward = ask(new URL(path, isEndpoint ? endpoint : site), { method: request.method, headers }, (reply) => {
      response.writeHead(reply.statusCode, reply.headers);
      reply.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `https://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(done).closeAllConnections()),
  };
}
