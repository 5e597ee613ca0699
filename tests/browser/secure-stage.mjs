/**
 * A server on https in front of others on http, as owners have one. Knows certificates and how to hand requests on; not what is
 * asked for.
 */
import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import { generate } from 'selfsigned';

/**
 * Starts one, with a certificate that nobody vouches for. What is asked for under `/endpoint` goes to the first address that
 * `targets()` gives, all else to the second. Gives `{ url, close }`.
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
