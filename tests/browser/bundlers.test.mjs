/**
 * The package in projects that esbuild, Rollup, webpack and Vite have built from the packed tarball
 * without any special option. Everything works, and nothing is copied by hand. If a project uses a
 * script whose module is a separate file, which a bundler leaves behind, one line in the console
 * says what to do, on any host. The other bundlers are tested in tests/bundlers/all.test.mjs.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startServer } from '../../xtask/server.mjs';
import { WAYS, viteDevelopment } from '../bundlers/quick.mjs';
import { walk, walkWithout } from '../bundlers/journey.mjs';
import { PAGES, pageOf, project } from '../bundlers/stage.mjs';
import { start } from './harness.mjs';

let browser;
let folder;
let all;
before(async () => {
  browser = await start();
  folder = project('quick');
  // What a reader gets without any bundler.
  browser.serve(
    '/plain.html',
    pageOf({
      script: '<script type="module" src="/scorecard/scorecard.js"></script>',
      collector: '/collector.js',
    }),
  );
  all = await walk(browser, `${browser.url}/plain.html`);
  assert.ok(all.length >= 12, `${all}`);
});
after(() => browser?.close());

/**
 * Serves the build under a host name other than the developer's own machine while `visit` looks at
 * it.
 */
async function served(out, visit) {
  const server = await startServer({ mounts: [['/', out]] });
  try {
    await visit(server.url.replace('127.0.0.1', 'site.localhost'), server.url);
  } finally {
    await browser.visit('/blank');
    await server.close();
  }
}

for (const [name, way] of Object.entries(WAYS)) {
  test(`${name}: builds without warnings, and everything works`, async (t) => {
    const out = path.join(folder, 'out', name.replaceAll(' ', '-'));
    mkdirSync(out, { recursive: true });
    const collector = `${browser.url}/collector.js`;
    const pages = way.pages ?? PAGES;
    assert.deepEqual(await way.build(folder, out, collector), []);
    if (name !== 'Vite') {
      for (const page of pages) {
        writeFileSync(path.join(out, `${page}.html`), pageOf({ script: way.script(page), collector }));
      }
    }
    await served(out, async (site, loopback) => {
      await t.test('the entry that needs no other file', async () => {
        assert.deepEqual(await walk(browser, `${site}/default.html`), all);
      });
      if (pages.includes('own')) {
        await t.test('with a questionnaire imported from JSON', async () => {
          assert.ok((await walk(browser, `${loopback}/own.html`)).length > 10);
          assert.equal(await browser.run('return document.title'), '0 held');
        });
      }
      for (const page of pages.filter((it) => ['split', 'english'].includes(it))) {
        if (way.copies) {
          await t.test(`${page}: the bundler copies the module as a file`, async () => {
            assert.deepEqual(await walk(browser, `${site}/${page}.html`), all);
          });
        } else {
          await t.test(`${page}: the bundler does not copy the module, and the console says what to do`, async () => {
            const said = await walkWithout(browser, `${site}/${page}.html`);
            assert.equal(said.length, 1, said.join('\n'));
            assert.match(said[0], /^warn <misconception-scorecard> the module at \S+\.wasm cannot be fetched: /);
            assert.match(said[0], /import 'misconception-scorecard\/define'/);
            assert.doesNotMatch(said[0], /\n/);
            // The driver has logged the missing file; a new page clears its log.
            await browser.visit('/blank');
          });
        }
      }
    });
  });
}

test('webpack: `assets` loads the files from the folder that it names', async () => {
  const out = path.join(folder, 'out/webpack');
  const attributes = 'assets="/copied"';
  const { script } = WAYS.webpack;
  const collector = `${browser.url}/collector.js`;
  for (const page of ['default', 'split']) {
    writeFileSync(path.join(out, `assets-${page}.html`), pageOf({ script: script(page), collector, attributes }));
  }
  const dist = path.join(folder, 'node_modules/misconception-scorecard/dist');
  const server = await startServer({
    mounts: [
      ['/copied/', dist],
      ['/', out],
    ],
  });
  try {
    for (const page of ['default', 'split']) {
      assert.deepEqual(await walk(browser, `${server.url}/assets-${page}.html`), all);
      assert.ok(
        server.requests.some((it) => /^\/copied\/widget-/.test(it)),
        `${page} comes from there`,
      );
    }
  } finally {
    await browser.visit('/blank');
    await server.close();
  }
});

/** What Vite's own script logs while a page is open. */
const VITE = /^DEBUG \S*\/@vite\/client /;

test('Vite in development: everything works', async (t) => {
  const server = await viteDevelopment(folder, `${browser.url}/collector.js`);
  try {
    await t.test('the entry that needs no other file', async () => {
      assert.deepEqual(await walk(browser, `${server.url}/default.html`, VITE), all);
    });
    await t.test('with a questionnaire imported from JSON', async () => {
      assert.ok((await walk(browser, `${server.url}/own.html`, VITE)).length > 10);
    });
  } finally {
    await browser.visit('/blank');
    await server.close();
  }
});

test('the package marks its entries as having side effects, and every computed import as not for the bundler', () => {
  const installed = path.join(folder, 'node_modules/misconception-scorecard');
  const { sideEffects, exports } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
  assert.ok(exports['./define'] && sideEffects.includes('./modules/define.js'));
  for (const file of ['modules/define.js', 'modules/element.js', 'modules/extras.js', 'dist/scorecard.js']) {
    const code = readFileSync(path.join(installed, file), 'utf8');
    const open = [...code.matchAll(/\bimport\((?!["'])([^)]*)/g)].map(([, inside]) => inside);
    assert.ok(open.length > 0, `${file} imports URLs that it computes`);
    for (const it of open) assert.match(it, /^\/\*webpackIgnore:true\*\/\/\*@vite-ignore\*\//);
  }
});
