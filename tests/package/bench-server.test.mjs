/**
 * The server of the benchmarks: no request ends it. Requests are sent as raw paths, because clients
 * correct malformed URLs.
 */
import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';
import { serve } from '../../bench/serve.mjs';

test('a URL that cannot be decoded gets 404, and the next request is answered', async () => {
  const { base, close } = await serve(new Map());
  const { port } = new URL(base);
  const status = (path) =>
    new Promise((done, failed) => {
      http
        .get({ port, path, host: '127.0.0.1', agent: false }, (it) => done(it.resume().statusCode))
        .on('error', failed);
    });
  assert.deepEqual([await status('/%'), await status('/%ff'), await status('/__warm')], [404, 404, 200]);
  close();
});
