/**
 * Pages with a component of a framework, rendered in the browser or on a server, and a reader who
 * answers in them. Knows the files in tests/bundlers/components/ and recipes/; what is expected is
 * decided in the tests.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { project, top } from '../bundlers/stage.mjs';
import { ROOT } from './harness.mjs';

const mine = JSON.parse(readFileSync(path.join(top, 'tests/bundlers/app/mine.json'), 'utf8'));
const READY = 'ready {"id":"kitchen","version":"1","lang":"en"}';

/** The properties that a component gets: its own questionnaire, in a list. */
export const LIST = { questionnaire: mine, layout: 'list', lang: 'en', load: 'now', storage: 'none' };

/** React logs this in every development build. */
export const REACT = /^INFO .*Download the React DevTools/;

const svelte = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, ({ path: filename }) => {
      const { js, warnings } = compile(readFileSync(filename, 'utf8'), { filename, dev: true });
      return { contents: js.code, warnings: warnings.map((it) => ({ text: it.message })) };
    });
  },
};

/** Builds a file of a project's components/ for the browser or for Node; returns its path. */
async function built(folder, name, platform = 'browser', from = 'components') {
  const outfile = path.join(folder, 'built', `${name}.mjs`);
  const options = {
    bundle: true,
    platform,
    format: 'esm',
    outfile,
    jsx: 'automatic',
    logLevel: 'silent',
    plugins: [svelte],
  };
  // Vue compiles its templates in the page.
  const alias = { vue: 'vue/dist/vue.esm-bundler.js' };
  const define = {
    'process.env.NODE_ENV': '"development"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  };
  const entryPoints = [path.join(folder, from, name)];
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  const more = platform === 'node' ? { banner, conditions: ['node'] } : { conditions: ['browser', 'development'] };
  const { warnings } = await build({
    entryPoints,
    ...options,
    ...(platform === 'browser' && name.startsWith('vue') && { alias }),
    define,
    ...more,
  });
  assert.deepEqual(
    warnings.map((it) => it.text),
    [],
  );
  return outfile;
}

/** The HTML that the server sends for `given`. */
async function sentBy(folder, name, given) {
  const program = await built(folder, name, 'node');
  return JSON.parse(execFileSync(process.execPath, [program, JSON.stringify(given)], { encoding: 'utf8' }));
}

/**
 * A project named `name` with the package installed and, if `locked` names a folder of
 * tests/bundlers/, the packages in its lock file. Returns functions for its components.
 */
export function stage(browser, name, locked) {
  const folder = project(name, locked);
  for (const name of ['components', 'recipes']) {
    cpSync(path.join(top, 'tests/bundlers', name), path.join(folder, name), { recursive: true });
  }

  /**
   * Shows a page with the application `name`, or hydrates `html` if a server has rendered it. The
   * script is served after `before` has run.
   */
  async function show(name, given, { html = '', head = '', from, before = () => {} } = {}) {
    browser.serve('/built.js', readFileSync(await built(folder, name, 'browser', from), 'utf8'), {
      type: 'text/javascript',
    });
    const data = JSON.stringify(given).replaceAll('<', '\\u003c');
    browser.serve(
      '/components.html',
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
      <script>window.given = ${data}; window.told = [];
      for (const name of ['ready', 'failed']) addEventListener('scorecard-' + name, ({ detail }) => told.push(name + ' ' + detail.id));</script>
      ${head}</head><body><main><h1>A page</h1><div id="app">${html}</div></main></body></html>`,
    );
    await browser.visit('/components.html');
    await before();
    await browser.run(
      `document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/built.js' }))`,
    );
  }

  const sent = (name, given) => sentBy(folder, name, given);
  const heard = () => browser.run('return window.heard');

  /** Answers both statements, one after the other, and checks the events. */
  async function walk() {
    await browser.until(`return window.heard?.some((it) => it.startsWith('ready'))`, 'scorecard-ready');
    // A page can ask for the state later, in each framework.
    const asked = `const it = document.querySelector('misconception-scorecard');
      return it.ready.then(({ id }) => [it.state, it.problems, id])`;
    assert.deepEqual(await browser.run(asked), ['shown', [], 'kitchen']);
    assert.match(await browser.text('.title'), /kitchen/);
    for (const statement of [0, 1]) {
      await browser.until(
        `${ROOT} return root.querySelector('[name="agreement-${statement}"]') !== null`,
        'the statement',
      );
      await browser.run(`${ROOT} root.querySelectorAll('[name="agreement-${statement}"]')[arguments[0]].click()`, 4);
    }
    await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
    await browser.extras();
    const [first, ...rest] = await heard();
    assert.equal(first, READY);
    assert.deepEqual(
      rest.map((it) => it.split(' ')[0]),
      ['started', 'answered', 'answered', 'completed'],
    );
    assert.deepEqual(await browser.run('return told'), ['ready kitchen'], 'it was shown once, with its own id');
    assert.equal(Object.keys((await browser.scorecard()).answers).length, 2);
  }

  return { show, sent, heard, walk };
}
