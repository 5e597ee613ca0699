/**
 * The components for React and Vue, and the plain tag in Preact, Solid and Svelte, in pages made
 * with these frameworks: rendered in the browser, or sent by a server and hydrated, also with a
 * first screen rendered in advance. A parent that renders at each event undoes nothing. The
 * frameworks are built for development, so their warnings count.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { project, top } from '../bundlers/stage.mjs';
import { ROOT, start } from './harness.mjs';

let browser;
let folder;
before(async () => {
  browser = await start();
  folder = project('components');
  for (const name of ['components', 'recipes']) {
    cpSync(path.join(top, 'tests/bundlers', name), path.join(folder, name), { recursive: true });
  }
});
after(() => browser?.close());

const mine = JSON.parse(readFileSync(path.join(top, 'tests/bundlers/app/mine.json'), 'utf8'));
const READY = 'ready {"id":"kitchen","version":"1","lang":"en"}';

const svelte = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, ({ path: filename }) => {
      const { js, warnings } = compile(readFileSync(filename, 'utf8'), { filename, dev: true });
      return { contents: js.code, warnings: warnings.map((it) => ({ text: it.message })) };
    });
  },
};

/** Builds a file of components/ for the browser or for Node; returns its path. */
async function built(name, platform = 'browser', from = 'components') {
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

/**
 * Shows a page with the application `name`, inside `html` if a server has sent it. The script is
 * served after `before` has run.
 */
async function show(name, given, { html = '', head = '', from, before = () => {} } = {}) {
  browser.serve('/built.js', readFileSync(await built(name, 'browser', from), 'utf8'), { type: 'text/javascript' });
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

/** The HTML that the server sends for `given`. */
async function sent(name, given) {
  const program = await built(name, 'node');
  return JSON.parse(execFileSync(process.execPath, [program, JSON.stringify(given)], { encoding: 'utf8' }));
}

/** React logs this in every development build. */
const REACT = /^INFO .*Download the React DevTools/;

const heard = () => browser.run('return window.heard');

/** Answers both statements, one after the other, and checks the events. */
async function walk() {
  await browser.until(`return window.heard?.some((it) => it.startsWith('ready'))`, 'scorecard-ready');
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
  assert.deepEqual(await browser.run('return told'), ['ready kitchen'], 'it was shown once, and as what it is');
  assert.equal(Object.keys((await browser.scorecard()).answers).length, 2);
}

const LIST = { questionnaire: mine, layout: 'list', lang: 'en', load: 'now', storage: 'none' };

for (const name of [
  'react-browser.jsx',
  'vue-browser.js',
  'preact-browser.jsx',
  'solid-browser.js',
  'svelte-browser.js',
]) {
  test(`${name}: own questionnaire, each event once, nothing undone, and gone with its page`, async () => {
    await show(name, LIST);
    await walk();
    await browser.run('window.unmount()');
    assert.equal(await browser.run(`return document.querySelector('misconception-scorecard')`), null);
    await browser.assertQuiet(REACT);
  });
}

for (const [name, framework] of [
  ['react', 'React'],
  ['vue', 'Vue'],
]) {
  const ending = name === 'react' ? 'jsx' : 'js';
  test(`${framework}: what a server sends has the fallback, no object in an attribute, and is taken over without a word`, async () => {
    const [given, html] = await sent(`${name}-server.${ending}`, LIST);
    assert.match(html, /<misconception-scorecard [^>]*lang="en"[^>]*>\s*<p>Questions belong here\.<\/p>/);
    assert.doesNotMatch(html, /questionnaire=|\[object/);
    await show(`${name}-browser.${ending}`, given, { html });
    await walk();
    await browser.assertQuiet(REACT);
  });

  test(`${framework}: answers are set once, and others when they are others`, async () => {
    await show(`${name}-browser.${ending}`, { ...LIST, answers: { 'salt-1': { agreement: 5 } } });
    await browser.until(`return window.heard?.length > 0`, 'scorecard-ready');
    const chosen = `return document.querySelector('misconception-scorecard').answers['salt-1']?.agreement`;
    await browser.until(`${chosen} === 5`);
    await browser.run(`${ROOT} root.querySelectorAll('[name="agreement-0"]')[1].click()`);
    await browser.until(`${chosen} === 2`);
    await browser.run(`window.render({ answers: { 'salt-1': { agreement: 5 } } })`);
    await new Promise((later) => setTimeout(later, 100));
    assert.equal(await browser.run(chosen), 2, 'the same again undoes nothing');
    await browser.run(`window.render({ answers: { 'salt-1': { agreement: 4 } } })`);
    await browser.until(`${chosen} === 4`);
    await browser.run(`window.render({ layout: undefined })`);
    await browser.until(`return !document.querySelector('misconception-scorecard').hasAttribute('layout')`);
    await browser.assertQuiet(REACT);
  });

  test(`${framework}: where the tag is shown before the component listens, it is told all the same`, async () => {
    const [given, html] = await sent(`${name}-server.${ending}`, { ...LIST, questionnaire: undefined, layout: 'list' });
    await show(`${name}-browser.${ending}`, given, {
      html,
      head: '<script type="module" src="/scorecard/scorecard.js"></script>',
      before: async () => {
        await browser.until(`return window.told?.includes('ready social-media')`, 'the tag');
        assert.equal(await heard(), null);
      },
    });
    await browser.until(
      `return window.heard?.some((it) => it.startsWith('ready {"id":"social-media'))`,
      'what came before',
    );
  });
}

for (const name of ['react-page.jsx', 'vue-page.js', 'preact-page.jsx', 'solid-page.js', 'svelte-page.js']) {
  test(`the recipe of www/hosts.html, ${name}: one's own questionnaire, and its scorecard is heard of`, async () => {
    await show(name, {}, { from: 'recipes' });
    await browser.until(`return window.told?.length > 0`, 'scorecard-ready');
    assert.deepEqual(await browser.run('return told'), ['ready kitchen']);
    await browser.run(
      `document.querySelector('misconception-scorecard').answers = { 'salt-1': { agreement: 5 }, 'salt-2': { agreement: 1 } };`,
    );
    for (const _ of [1, 2]) await browser.advance();
    await browser.until(`return document.title === '1 held'`, 'the event');
    assert.equal(
      await browser.run(`return document.querySelector('misconception-scorecard').ready.then(({ lang }) => lang)`),
      'en',
    );
    await browser.assertQuiet(REACT);
  });
}

test('React: a first screen drawn on the server is there before any script, and taken over', async () => {
  const { questionnaire, ...rest } = LIST;
  const [given, html] = await sent('react-server.jsx', {
    questionnaire,
    storage: 'none',
    prerender: { layout: rest.layout, load: rest.load, class: 'wide & <long>' },
  });
  assert.match(html, /<misconception-scorecard [^>]*class="wide &amp; &lt;long&gt;"/);
  assert.match(html, /<template shadowrootmode="open">/);
  await show('react-browser.jsx', given, {
    html,
    before: async () => {
      await browser.until(
        `return document.querySelector('#app misconception-scorecard')?.shadowRoot?.querySelector('.card') != null`,
      );
      await browser.run(`${ROOT} for (const it of root.querySelectorAll('.card *')) it.isSent = true`);
    },
  });
  await browser.until(`return told.length > 0`, 'scorecard-ready');
  assert.ok(
    await browser.run(`${ROOT} return [...root.querySelectorAll('*')].some((it) => it.isSent)`),
    'nodes are taken over',
  );
  await walk();
  const kept = await browser.run(`return document.querySelector('misconception-scorecard').className`);
  assert.equal(kept, 'wide & <long>');
  await browser.assertQuiet(REACT);
});
