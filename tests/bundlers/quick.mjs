/**
 * How the bundlers that every test run has build a project, each as its first page of documentation says and with no option for
 * this package. Knows their commands; what must come out, the tests know.
 */
import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { build as esbuild } from 'esbuild';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { build as vite, createServer } from 'vite';
import webpack from 'webpack';
import { PAGES, pageOf } from './stage.mjs';

const entries = (folder, pages) =>
  Object.fromEntries(pages.map((name) => [name, path.join(folder, 'app', `${name}.js`)]));
const MODULE = (name) => `<script type="module" src="./${name}.js"></script>`;
const CLASSIC = (name) => `<script defer src="./${name}.js"></script>`;

/**
 * Each builds `folder` and gives what it has said; pages go to `out`. `script` is how a page has a script. `copies`: whether it
 * brings along files that scripts name by `new URL`.
 */
export const WAYS = {
  esbuild: {
    script: MODULE,
    async build(folder, out) {
      const options = {
        entryPoints: entries(folder, PAGES),
        bundle: true,
        splitting: true,
        format: 'esm',
        outdir: out,
      };
      return said(await esbuild({ ...options, minify: true, logLevel: 'silent' }));
    },
  },
  'esbuild into one file': {
    script: CLASSIC,
    // Such a script has no address from which it could load anything.
    pages: ['default', 'own'],
    async build(folder, out) {
      const options = { entryPoints: entries(folder, ['default', 'own']), bundle: true, format: 'iife', outdir: out };
      return said(await esbuild({ ...options, minify: true, logLevel: 'silent' }));
    },
  },
  Rollup: {
    script: MODULE,
    // Without a plugin it reads no JSON.
    pages: ['default', 'split', 'english'],
    async build(folder, out) {
      const warnings = [];
      const input = entries(folder, ['default', 'split', 'english']);
      const bundle = await rollup({ input, plugins: [nodeResolve()], onwarn: (it) => warnings.push(it.message) });
      await bundle.write({ dir: out, format: 'es' });
      await bundle.close();
      return warnings;
    },
  },
  webpack: {
    script: CLASSIC,
    copies: true,
    build: (folder, out) => webpacked(webpack, folder, out),
  },
  Vite: {
    script: (name) => `<script type="module" src="./app/${name}.js"></script>`,
    copies: true,
    async build(folder, out, collector) {
      const input = writePages(folder, this.script, collector);
      const warnings = [];
      const warn = (message) => warnings.push(message);
      const customLogger = {
        info() {},
        warn,
        warnOnce: warn,
        error: warn,
        clearScreen() {},
        hasErrorLogged: () => false,
      };
      const options = { outDir: out, emptyOutDir: true, rolldownOptions: { input } };
      await vite({ root: folder, configFile: false, customLogger, build: options });
      // How long it took is no fault of a script.
      return warnings.filter((it) => !it.includes('[PLUGIN_TIMINGS]'));
    },
  },
};

/** webpack's own way, which Rspack shares. */
export function webpacked(run, folder, out) {
  return new Promise((done, failed) => {
    const output = { path: out, filename: '[name].js' };
    run({ mode: 'production', context: folder, entry: entries(folder, PAGES), output }, (error, stats) => {
      if (error) return failed(error);
      const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
      // How large a script may be is a matter of taste.
      const others = warnings.filter(
        (it) => !/asset size limit|entrypoint size limit|performance recommendations/.test(it.message),
      );
      done([...errors, ...others].map((it) => it.message));
    });
  });
}

/** Writes the pages beside app/, for bundlers that begin with them. */
export function writePages(folder, script, collector) {
  return PAGES.map((name) => {
    const page = path.join(folder, `${name}.html`);
    writeFileSync(page, pageOf({ script: script(name), collector }));
    return page;
  });
}

/** Vite as a developer has it running; gives its address. */
export async function viteDevelopment(folder, collector) {
  const script = WAYS.Vite.script;
  writePages(folder, script, collector);
  const options = { root: folder, configFile: false, logLevel: 'error', server: { host: '127.0.0.1', port: 0 } };
  const server = await createServer(options);
  await server.listen();
  return { url: server.resolvedUrls.local[0].replace(/\/$/, ''), close: () => server.close() };
}

const said = ({ errors, warnings }) => [...errors, ...warnings].map((it) => it.text);
