/**
 * How the bundlers of every test run build a project: each as its documentation's first page says,
 * without any option for this package. Knows their commands; the expected results are in the tests.
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
 * How each bundler works. `build` builds `folder` into `out` and returns its messages. `script`
 * returns the script tag of a page. `copies` says whether the bundler copies files that scripts
 * name by `new URL`.
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
    // A classic script has no `import.meta.url` from which it could load anything.
    pages: ['default', 'own'],
    async build(folder, out) {
      const options = { entryPoints: entries(folder, ['default', 'own']), bundle: true, format: 'iife', outdir: out };
      return said(await esbuild({ ...options, minify: true, logLevel: 'silent' }));
    },
  },
  Rollup: {
    script: MODULE,
    // Rollup reads JSON only with a plugin.
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
      // How long the build took is not the package's fault.
      return warnings.filter((it) => !it.includes('[PLUGIN_TIMINGS]'));
    },
  },
};

/** Builds with webpack, or with Rspack, which has the same API. */
export function webpacked(run, folder, out) {
  return new Promise((done, failed) => {
    const output = { path: out, filename: '[name].js' };
    run({ mode: 'production', context: folder, entry: entries(folder, PAGES), output }, (error, stats) => {
      if (error) return failed(error);
      const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
      // Warnings about the size of scripts do not matter here.
      const others = warnings.filter(
        (it) => !/asset size limit|entrypoint size limit|performance recommendations/.test(it.message),
      );
      done([...errors, ...others].map((it) => it.message));
    });
  });
}

/** Writes the pages beside app/, for bundlers whose entries are pages. */
export function writePages(folder, script, collector) {
  return PAGES.map((name) => {
    const page = path.join(folder, `${name}.html`);
    writeFileSync(page, pageOf({ script: script(name), collector }));
    return page;
  });
}

/** Starts Vite's development server. Returns its URL. */
export async function viteDevelopment(folder, collector) {
  const script = WAYS.Vite.script;
  writePages(folder, script, collector);
  const options = { root: folder, configFile: false, logLevel: 'error', server: { host: '127.0.0.1', port: 0 } };
  const server = await createServer(options);
  await server.listen();
  return { url: server.resolvedUrls.local[0].replace(/\/$/, ''), close: () => server.close() };
}

const said = ({ errors, warnings }) => [...errors, ...warnings].map((it) => it.text);
