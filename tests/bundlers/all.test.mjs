/**
 * The package with the tools that only `test --all` tries: Rspack, Parcel and Vite 7 in a browser,
 * Deno and Bun, Vitest and Jest, and the template checkers of Vue and Svelte. Knows how each is
 * called; the quick ones are in tests/browser/bundlers.test.mjs and tests/package/servers.test.mjs.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startServer } from '../../xtask/server.mjs';
import { start } from '../browser/harness.mjs';
import { keep, answers, freePort, run } from '../hosts/programs.mjs';
import { walk } from './journey.mjs';
import { WAYS, webpacked, writePages } from './quick.mjs';
import { PAGES, pageOf, project, top } from './stage.mjs';

const HELD = ['held'];
let browser;
let folder;
let collector;
let all;
before(async () => {
  browser = await start();
  collector = `${browser.url}/collector.js`;
  folder = project('others', 'others');
  for (const name of ['servers', 'checked']) {
    cpSync(path.join(top, 'tests/bundlers', name), path.join(folder, name), { recursive: true });
  }
  const script = '<script type="module" src="/scorecard/scorecard.js"></script>';
  browser.serve('/plain.html', pageOf({ script, collector }));
  all = await walk(browser, `${browser.url}/plain.html`);
});
after(() => browser?.close());

const tool = (name) => path.join(folder, 'node_modules', name);
/** Imports a package that is installed in the project, resolved from there. */
const load = (name) => import(pathToFileURL(createRequire(path.join(folder, 'package.json')).resolve(name)));

/** Walks through the pages in `out`. */
async function walkAll(t, out, pages) {
  const server = await startServer({ mounts: [['/', out]] });
  try {
    for (const page of pages) {
      await t.test(page, async () => {
        const names = await walk(browser, `${server.url}/${page}.html`);
        if (page === 'own') assert.ok(names.length > 10);
        else assert.deepEqual(names, all);
      });
    }
  } finally {
    await browser.visit('/blank');
    await server.close();
  }
}

test('Rspack: builds without warnings, and everything works', async (t) => {
  const out = path.join(folder, 'out/rspack');
  const { rspack } = await load('@rspack/core');
  assert.deepEqual(await webpacked(rspack, folder, out), []);
  for (const page of PAGES) {
    writeFileSync(path.join(out, `${page}.html`), pageOf({ script: WAYS.webpack.script(page), collector }));
  }
  await walkAll(t, out, PAGES);
});

test('Parcel: builds without options, and everything works', async (t) => {
  const out = path.join(folder, 'out/parcel');
  rmSync(out, { recursive: true, force: true });
  // Parcel does not read `exports`, so it finds only the two default entries.
  const pages = writePages(folder, WAYS.Vite.script, collector).filter((it) => /(default|own)\.html$/.test(it));
  const words = ['build', ...pages, '--dist-dir', out, '--no-cache', '--public-url', './', '--no-source-maps'];
  run(process.execPath, [tool('parcel/lib/bin.js'), ...words], { cwd: folder, env: { PARCEL_WORKERS: '0' } });
  await walkAll(t, out, ['default', 'own']);
});

test('Vite 7 in development, as in VitePress, Astro 5 and Nuxt: everything works, and no file is missing', async (t) => {
  writePages(folder, WAYS.Vite.script, collector);
  const port = await freePort();
  const words = ['--host', '127.0.0.1', '--port', String(port), '--strictPort', '--force'];
  const server = keep(process.execPath, [tool('vite7/bin/vite.js'), ...words], { cwd: folder });
  try {
    await server.until(() => answers(port));
    for (const page of ['default', 'own']) {
      await t.test(page, async () => {
        const names = await walk(browser, `http://127.0.0.1:${port}/${page}.html`, /^DEBUG \S*\/@vite\/client /);
        if (page === 'default') assert.deepEqual(names, all);
      });
    }
  } finally {
    await browser.visit('/blank');
    await server.stop();
  }
});

test('Vite 7: builds, and everything works', async (t) => {
  writePages(folder, WAYS.Vite.script, collector);
  const { build } = await load('vite7');
  const outDir = path.join(folder, 'out/vite7');
  const input = PAGES.map((page) => path.join(folder, `${page}.html`));
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rollupOptions: { input } },
  });
  await walkAll(t, outDir, PAGES);
});

/** Where npm may have put each program: its install script moves it, if npm runs such scripts. */
const PROGRAMS = {
  Deno: ['@deno/linux-x64-glibc/deno', 'deno/deno'],
  Bun: ['bun/bin/bun.exe', '@oven/bun-linux-x64/bin/bun'],
};
const WORDS = {
  Deno: ['run', '--no-remote', '--node-modules-dir=manual', '--allow-read', '--allow-env'],
  Bun: ['run'],
};

for (const [name, places] of Object.entries(PROGRAMS)) {
  test(`${name}: the core works without ready(), and the tag does nothing`, () => {
    const program = places.map(tool).find((it) => existsSync(it));
    assert.ok(
      program,
      `npm has brought no ${name}, as it does on Linux on x64: remove target/bundlers/others and try again there`,
    );
    const printed = run(program, [...WORDS[name], 'servers/program.mjs'], { cwd: folder });
    assert.deepEqual(JSON.parse(printed), [HELD, true]);
  });
}

for (const environment of ['node', 'jsdom']) {
  test(`Vitest, ${environment}: the core works, and the tag does no harm`, () => {
    const words = ['run', '--globals', `--environment=${environment}`, '--dir', 'servers', '--reporter=json'];
    const printed = run(process.execPath, [tool('vitest/vitest.mjs'), ...words], { cwd: folder, env: { CI: '1' } });
    const { numPassedTests, success } = JSON.parse(printed.slice(printed.indexOf('{')));
    assert.deepEqual([numPassedTests, success], [1, true]);
  });

  test(`Jest, ${environment}: the core works, and the tag does no harm`, () => {
    const words = ['--rootDir', 'servers', '--env', environment, '--json', '--testRegex', 'core\\.test\\.js$'];
    // Jest supports ES modules only with this option of Node.
    const env = { NODE_OPTIONS: '--experimental-vm-modules', CI: '1' };
    const printed = run(process.execPath, [tool('jest/bin/jest.js'), ...words], { cwd: folder, env });
    const { numPassedTests, success } = JSON.parse(printed.slice(printed.indexOf('{')));
    assert.deepEqual([numPassedTests, success], [1, true]);
  });
}

test('vue-tsc knows the tag in a template, its properties and events', () => {
  run(process.execPath, [tool('vue-tsc/bin/vue-tsc.js'), '--noEmit', '-p', 'checked'], { cwd: folder });
});

test('svelte-check knows the tag in a template, its properties and events', () => {
  const check = (pattern) =>
    run(process.execPath, [tool('svelte-check/bin/svelte-check'), '--workspace', pattern, '--fail-on-warnings'], {
      cwd: folder,
    });
  const wrong = path.join(folder, 'checked/Wrong.svelte');
  assert.throws(() => check('checked'), /Wrong\.svelte[^]*grid/);
  rmSync(wrong);
  check('checked');
});
