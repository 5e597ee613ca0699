/**
 * Serves entries on this machine only, and logs every body that it sends, which is how bytes are
 * counted. Each file is compressed with brotli 11 beforehand. Knows files; must not know what is in
 * them or who requests them.
 */
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};
/** Types that are already compressed and are sent unchanged. */
const PACKED = new Set(['.woff', '.woff2', '.png', '.jpg', '.gif', '.webp']);

const HEADERS = {
  // A page that is isolated from other origins has more precise clocks and may measure its memory.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The cache is empty at each visit.
  'Cache-Control': 'public, max-age=3600',
};
/** A page that belongs to no entry. */
export const WARM = '/__warm';

function brotli(raw) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: raw.length };
  return brotliCompressSync(raw, { params });
}
const gzip = (raw) => gzipSync(raw, { level: 9 });

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((it) => {
    const path = join(folder, it.name);
    return it.isDirectory() ? filesIn(path) : [path];
  });

/** Writes a `.br` and a `.gz` beside every file, so that the next start need not compress again. */
export function compress(folder) {
  for (const path of filesIn(folder).filter((it) => !PACKED.has(extname(it)))) {
    const raw = readFileSync(path);
    writeFileSync(`${path}.br`, brotli(raw));
    writeFileSync(`${path}.gz`, gzip(raw));
  }
}

/**
 * The files of a folder as they are served, by path: `{ type, ext, body, encoding, raw, br, gz }`;
 * the last three are sizes in bytes.
 */
export function loadFolder(folder) {
  const files = new Map();
  for (const path of filesIn(folder)) {
    if (/(^|\/)adapter\.mjs$|\.(br|gz)$/.test(path)) continue;
    const raw = readFileSync(path);
    const ext = extname(path);
    const packed = PACKED.has(ext)
      ? { body: raw, gz: raw.length }
      : {
          body: beside(path, '.br') ?? brotli(raw),
          encoding: 'br',
          gz: (beside(path, '.gz') ?? gzip(raw)).length,
        };
    files.set(relative(folder, path), {
      type: TYPES[ext] ?? 'application/octet-stream',
      ext: ext.slice(1),
      raw: raw.length,
      br: packed.body.length,
      ...packed,
    });
  }
  return files;
}

/** The compressed file beside `path`, unless it is missing or older. */
function beside(path, suffix) {
  const made = path + suffix;
  return existsSync(made) && statSync(made).mtimeMs >= statSync(path).mtimeMs ? readFileSync(made) : undefined;
}

/** Decodes a URL's path; returns it unchanged if it is malformed, such as `/%`. */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Serves the files of each entry under its name until `close()` is called; returns `{ base, log,
 * close }`.
 */
export async function serve(files) {
  const log = [];
  const server = createServer((request, response) => {
    const url = decoded(request.url.split('?')[0]);
    if (url === WARM) {
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/html' });
      response.end('<!doctype html><title>warm</title><link rel="icon" href="data:,"><p>warm');
      return;
    }
    const [, name, ...rest] = url.split('/');
    const file = files.get(name)?.get(rest.join('/') || 'index.html');
    log.push({ url, ext: file?.ext, bytes: file?.body.length ?? 0, status: file ? 200 : 404 });
    if (!file) {
      response.writeHead(404, HEADERS).end();
      return;
    }
    const headers = { ...HEADERS, 'Content-Type': file.type, 'Content-Length': file.body.length };
    if (file.encoding) headers['Content-Encoding'] = file.encoding;
    response.writeHead(200, headers).end(file.body);
  });
  await /** @type {Promise<void>} */ (new Promise((listening) => server.listen(0, '127.0.0.1', listening)));
  return {
    base: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
    log,
    close: () => server.close(),
  };
}
