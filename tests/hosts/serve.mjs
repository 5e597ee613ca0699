/**
 * Serves a built host with its own server, behind a proxy that inserts one script into every page's
 * head: the collector, which records the page's messages. Knows servers and ports; must not know
 * what pages contain.
 */
import http from 'node:http';
import path from 'node:path';
import { startServer } from '../../xtask/server.mjs';
import { answers, freePort, keep } from './programs.mjs';
import { startWordPress } from './wordpress.mjs';

/** Starts the server of a host that `build` has built. Returns `{ url, close() }`. */
export async function serve(host, { folder, root, at }, collector) {
  const server = await start(host, folder, root, at);
  const door = await openDoor(server.port, collector).catch(async (error) => {
    await server.close();
    throw error;
  });
  return {
    url: door.url,
    async close() {
      await door.close();
      await server.close();
    },
  };
}

async function start(host, folder, root, at) {
  if (root) {
    const server = await startServer({ mounts: [[at, root]] });
    return { port: Number(new URL(server.url).port), close: () => server.close() };
  }
  if (host === 'wordpress') return startWordPress(folder);
  const port = await freePort();
  const preview = ['node_modules/vite/bin/vite.js', 'preview', '--host', '127.0.0.1', '--strictPort', '--port', port];
  const words = {
    next: ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', port],
    vue: preview,
    sveltekit: preview,
    nuxt: ['.output/server/index.mjs'],
    'react-router': ['node_modules/@react-router/serve/bin.js', 'build/server/index.js'],
  }[host].map(String);
  const [program, ...more] = words;
  const server = keep(process.execPath, [path.join(folder, program), ...more], {
    cwd: folder,
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port) },
  });
  await server
    .until(() => answers(port))
    .catch(async (error) => {
      await server.stop();
      throw error;
    });
  return { port, close: () => server.stop() };
}

/** Starts a proxy to `port` that inserts a script into the head of each page. */
async function openDoor(port, collector) {
  const tag = `<script src="${collector}"></script>`;
  const door = http.createServer((request, response) => {
    // The proxy needs whole pages as plain text: neither compressed nor from a cache.
    const { 'accept-encoding': _, 'if-none-match': __, 'if-modified-since': ___, ...headers } = request.headers;
    const { method, url } = request;
    const onward = http.request({ host: '127.0.0.1', port, method, path: url, headers }, async (answer) => {
      if (!answer.headers['content-type']?.startsWith('text/html')) {
        response.writeHead(answer.statusCode, answer.rawHeaders);
        return answer.pipe(response);
      }
      const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers;
      let page = '';
      for await (const text of answer.setEncoding('utf8')) page += text;
      response.writeHead(answer.statusCode, headers);
      response.end(page.replace(/<head[^>]*>/, (head) => head + tag));
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise((listening, failed) => {
    door.once('error', failed);
    door.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${door.address().port}`,
    close() {
      door.closeAllConnections();
      return new Promise((closed) => door.close(closed));
    },
  };
}
