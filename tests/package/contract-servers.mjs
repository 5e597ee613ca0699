/**
 * Starts the example worker for the tests: in Node, in Node with the core, and in miniflare. Each
 * time there are three: an ordinary one, one with a low rate limit, and one whose storage fails.
 *
 * Knows what settings the conformance suite needs. Must not know the cases.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { memory, serve } from '../../contract/worker/node.mjs';

const CONTRACT = new URL('../../contract/', import.meta.url);
const json = (name) => JSON.parse(readFileSync(new URL(name, CONTRACT), 'utf8'));

export const TOKEN = 'only the owner';
export const SETTINGS = {
  questionnaires: json('conformance/terms.json'),
  origins: ['https://page.example'],
  token: TOKEN,
};
const FEW = { ...SETTINGS, perMinute: 3 };

/** The fields of a client for three servers at these URLs. */
const told = ([url, limited, failing]) => ({ endpoint: url, feed: `${url}feed/{id}`, limited, failing });

function broken(store) {
  const fail = async () => {
    throw new Error('no space left');
  };
  return { ...store(), put: fail, delete: fail, get: fail };
}

/**
 * Starts the worker in Node. With `score` it has the core. `start` and `store` may come from
 * another adapter.
 */
export async function inNode({ score = undefined, start = serve, store = memory } = {}) {
  const servers = await Promise.all([
    start({ SETTINGS, score }),
    start({ SETTINGS: FEW, score }),
    start({ SETTINGS, score }, { storage: broken(store) }),
  ]);
  return {
    ...told(servers.map(({ url }) => url)),
    hasCore: Boolean(score),
    close: () => Promise.all(servers.map(({ close }) => close())),
  };
}

/** A worker with a storage that fails, in front of the example. */
const FAILING = `
  import example, { Responses } from './worker.js';
  export default example;
  const fail = async () => { throw new Error('no space left'); };
  class Broken extends Responses {
    constructor({ storage }, env) {
      super({ storage: { list: (it) => storage.list(it), get: fail, put: fail, delete: fail } }, env);
    }
  }
  export { Broken as Responses };
`;

/** Starts the worker in Cloudflare's runtime, with a Durable Object and its own storage. */
export async function inMiniflare() {
  const { Miniflare } = await import('miniflare');
  const folder = fileURLToPath(new URL('worker/', CONTRACT));
  const read = (name) => readFileSync(folder + name, 'utf8');
  const modules = ['worker.js', 'count.js', 'read.js'].map((name) => ({
    type: /** @type {const} */ ('ESModule'),
    path: folder + name,
    contents: read(name),
  }));
  const failing = { type: /** @type {const} */ ('ESModule'), path: `${folder}failing.js`, contents: FAILING };
  const one = (settings, parts) => ({
    modules: parts,
    modulesRoot: folder,
    compatibilityDate: '2026-04-01',
    durableObjects: { RESPONSES: { className: 'Responses', useSQLite: true } },
    bindings: { SETTINGS: settings },
    host: '127.0.0.1',
    port: 0,
  });
  const flares = [one(SETTINGS, modules), one(FEW, modules), one(SETTINGS, [failing, ...modules])];
  const started = flares.map((options) => new Miniflare(options));
  const urls = await Promise.all(started.map((flare) => flare.ready));
  return {
    ...told(urls.map(({ href }) => href)),
    hasCore: false,
    close: () => Promise.all(started.map((flare) => flare.dispose())),
  };
}
