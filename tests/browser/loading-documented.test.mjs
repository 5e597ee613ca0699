/**
 * Loading as www/loading.html and the README describe it: each documented page works, an import map
 * refuses altered files, and the caching rules fit the names of the built files.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startServer } from '../../xtask/server.mjs';
import { ENGINE } from './harness.mjs';
import { MORE, WASM, browser, bytes, complete, dist, file, top } from './loading-stage.mjs';

test('integrity.json lists all files', () => {
  const listed = Object.keys(JSON.parse(readFileSync(`${dist}integrity.json`)).files);
  const built = readdirSync(dist).filter((name) => name !== 'integrity.json');
  assert.deepEqual(listed.toSorted(), built.toSorted());
});

/** A page from which www/loading.html shows snippets, with real hashes for HASH. */
function documented(name, more = {}) {
  const hash = (_all, start, end) =>
    `${start}${file(new RegExp(`^${start}-\\w{8}\\.${end}$`)).slice(start.length, -end.length - 1)}.${end}`;
  const text = readFileSync(`${top}tests/loading/${name}`, 'utf8').replace(
    /(scorecard|first-screen-en|widget|messages-en|social-media-en)-HASH\.(\w+)/g,
    hash,
  );
  return Object.entries(more).reduce((page, [from, to]) => page.replace(from, to), text);
}
const built = (name) => `/scorecard/${file(new RegExp(`^${name}`))}`;
const ASKED = [WASM, built('widget'), built('messages-en'), built('social-media-en')];
/** The layout `list` has another first screen, so one is requested only if the page says so. */
const FIRST = built('first-screen-en');
const WITH_EXTRAS = MORE.map((it) => `/scorecard/${it}`);
for (const [name, asked, extras = WITH_EXTRAS] of [
  ['one.html', ['/scorecard/scorecard.en.js', ...ASKED]],
  ['split.html', ['/scorecard/scorecard.js', ...ASKED]],
  ['hints.html', ['/scorecard/scorecard.js', FIRST, ...ASKED]],
  // If only that file was uploaded, the request for the extras fails.
  ['standalone.html', ['/uploads/scorecard.standalone.js'], [`/uploads/${MORE[0]}`]],
]) {
  test(`as documented: ${name} works and requests each file once`, async (context) => {
    browser.serve('/uploads/scorecard.standalone.js', readFileSync(`${dist}scorecard.standalone.js`), {
      type: 'text/javascript',
    });
    const off = { '<misconception-scorecard': '<misconception-scorecard layout="list" debug="off"' };
    if (name === 'hints.html') {
      // Firefox uses a preloaded file only if it may cache it.
      browser.serve(WASM, bytes, { type: 'application/wasm', headers: { 'cache-control': 'max-age=600' } });
      context.after(() => browser.unserve(WASM));
    }
    browser.serve('/page.html', documented(name, off));
    await browser.visit('/page.html');
    await complete({ hasExtras: extras === WITH_EXTRAS });
    // WebKit requests a preloaded module twice, once for the hint.
    const requests = ENGINE === 'webkit' ? [...new Set(browser.requests)] : browser.requests;
    assert.deepEqual(requests.toSorted(), ['/page.html', ...asked, ...extras].toSorted());
    if (extras === WITH_EXTRAS) await browser.assertQuiet();
    else assert.deepEqual(await browser.console(), []);
  });
}

test('as documented: the script works from a CDN, with the file’s own hash', async (context) => {
  const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' };
  const cdn = await startServer({
    answer: ({ pathname }, respond) => respond(200, headers, readFileSync(dist + path.basename(pathname))),
  });
  context.after(() => cdn.close());
  const { version } = JSON.parse(readFileSync(`${top}pkg/package.json`));
  const page = documented('cdn.html', {
    [`https://cdn.jsdelivr.net/npm/misconception-scorecard@${version}`]: cdn.url,
    'sha384-HASH': JSON.parse(readFileSync(`${dist}integrity.json`)).files['scorecard.standalone.js'],
    '<misconception-scorecard': '<misconception-scorecard layout="list" debug="off"',
  });
  assert.ok(page.includes(cdn.url), 'the snippet names this version');
  browser.serve('/page.html', page);
  await browser.visit('/page.html');
  await complete({ asked: () => cdn.requests });
  assert.deepEqual(cdn.requests, ['/dist/scorecard.standalone.js', ...MORE.map((it) => `/dist/${it}`)]);
});

test('as documented: a first screen in the page works under the documented policy', async () => {
  const source = documented('render.mjs', {
    "'misconception-scorecard/core'": JSON.stringify(pathToFileURL(`${dist}core.js`).href),
    'shadow: true': "shadow: true, attributes: { layout: 'list', debug: 'off' }",
  });
  const { page } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  const policy = readFileSync(`${top}tests/loading/policy.txt`, 'utf8').trim();
  browser.serve('/page.html', page, { headers: { 'content-security-policy': policy } });
  await browser.visit('/page.html');
  await complete();
  await browser.assertQuiet();
});

// The import map, as documented

const HASHES = JSON.parse(readFileSync(`${dist}integrity.json`, 'utf8')).files;
const hasHash = (name) => /-[\da-f]{8}\.(js|wasm)$/.test(name);

/**
 * The page with the import map, in which each file has its hash; the file `wrong` gets the hash of
 * another.
 */
function mapped(wrong) {
  const more = { '<misconception-scorecard': '<misconception-scorecard layout="list" debug="off"' };
  const named = documented('import-map.html', more).replace(/extras-HASH\.js/, MORE[0]);
  return named.replace(/\/scorecard\/([\w.-]+)": "sha384-HASH"/g, (_all, name) => {
    assert.ok(HASHES[name], name);
    return `/scorecard/${name}": "${HASHES[name === wrong ? 'core.js' : name]}"`;
  });
}

test('as documented: an import map with the hashes of the imported files works', async () => {
  browser.serve('/page.html', mapped());
  await browser.visit('/page.html');
  await complete();
  await browser.assertQuiet();
});

test('a file that does not match the import map is refused, and the page goes on without it', async () => {
  const [messages, builtIn] = [file(/^messages-en/), file(/^social-media-en/)];
  const isShown = `return document.querySelector('main p').checkVisibility()`;
  browser.serve('/page.html', mapped('scorecard.js'));
  await browser.visit('/page.html');
  assert.equal(await browser.run(`return customElements.get('misconception-scorecard') === undefined`), true);
  assert.equal(await browser.run(isShown), true);
  for (const wrong of [messages, builtIn]) {
    browser.serve('/page.html', mapped(wrong));
    await browser.visit('/page.html');
    await browser.until(`return window.collected.some((it) => it.includes('not shown'))`, wrong);
    assert.equal(await browser.run(isShown), true, wrong);
  }
  browser.serve('/page.html', mapped(MORE[0]));
  await browser.visit('/page.html');
  await complete({ hasExtras: false });
});

test('as documented: the printed import map has every script', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-'));
  try {
    cpSync(dist, path.join(folder, 'scorecard'), { recursive: true });
    const printed = execFileSync('node', [`${top}tests/loading/import-map.mjs`], { cwd: folder, encoding: 'utf8' });
    const [, json] = /^<script type="importmap">([^]*)<\/script>$/.exec(printed.trim());
    const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
    assert.deepEqual(
      JSON.parse(json).integrity,
      Object.fromEntries(scripts.toSorted().map((name) => [`/scorecard/${name}`, HASHES[name]])),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// Caching, as documented

test('as documented: the caching rules keep for ever exactly the files with a hash in their name', () => {
  const rules = (name) => readFileSync(`${top}tests/loading/${name}`, 'utf8');
  const [, nginx] = /~ "(.+)"/.exec(rules('cache-nginx.conf'));
  const [, apache] = /FilesMatch "(.+)"/.exec(rules('cache-apache.txt'));
  const netlify = [...rules('cache-netlify.txt').matchAll(/^(\/.+)\*$/gm)].map(([, start]) => start);
  const names = readdirSync(dist);
  for (const name of names) {
    const address = `/scorecard/${name}`;
    assert.equal(RegExp(nginx).test(address), hasHash(name), `nginx, ${name}`);
    assert.equal(RegExp(apache).test(name), hasHash(name), `Apache, ${name}`);
    // Netlify's list is not complete: files that few readers load are simply requested again.
    if (netlify.some((start) => address.startsWith(start))) assert.ok(hasHash(name), `Netlify, ${name}`);
  }
  for (const start of netlify)
    assert.ok(
      names.some((it) => `/scorecard/${it}`.startsWith(start)),
      start,
    );
  const readme = readFileSync(`${top}pkg/README.md`, 'utf8');
  const page = readFileSync(`${top}www/loading.html`, 'utf8');
  for (const name of names) {
    const isNamed = ['scorecard.css', 'integrity.json'].includes(name) || (name.endsWith('.js') && !hasHash(name));
    if (!isNamed) continue;
    assert.ok(readme.split('## Caching')[1].split('\n## ')[0].includes(`\`${name}\``), `README: ${name}`);
    assert.ok(page.split('id="caching"')[1].split('<h2')[0].includes(`<code>${name}</code>`), `page: ${name}`);
  }
});

test('an old script in a cache works if its files are still there or it is requested again; otherwise the fallback stays', async (context) => {
  const names = readdirSync(dist).filter((name) => /\.(js|wasm)$/.test(name));
  const old = (name) => name.replace(/-[\da-f]{8}\./, '-00000000.');
  const served = new Set();
  context.after(() => {
    for (const it of served) browser.unserve(it);
  });
  const put = (name, body, headers = {}) => {
    served.add(`/mixed/${name}`);
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
    browser.serve(`/mixed/${name}`, body, { type, headers });
  };
  const bytes = (name) => readFileSync(dist + name);
  const before = names
    .filter(hasHash)
    .reduce((text, it) => text.replaceAll(it, old(it)), String(bytes('scorecard.js')));
  for (const name of names) if (hasHash(name)) put(name, bytes(name));
  browser.serve('/page.html', documented('split.html').replace('/scorecard/scorecard.js', '/mixed/scorecard.js'));
  const isFallback = `return window.collected.some((it) => it.includes('not shown'))
    && document.querySelector('main p').checkVisibility()`;
  put('scorecard.js', before, { 'cache-control': 'max-age=600' });
  await browser.visit('/page.html');
  await browser.until(isFallback, 'the fallback');
  // The browser does not see the new files on the server.
  put('scorecard.js', bytes('scorecard.js'));
  await browser.visit('/page.html');
  await browser.until(isFallback, 'the fallback, from the cache');
  for (const name of names) if (hasHash(name)) put(old(name), bytes(name));
  await browser.visit('/page.html');
  await browser.ready();
  assert.ok(!browser.requests.includes('/mixed/scorecard.js'), 'the script is the cached one');
  // As documented, without old files: the script is requested again.
  for (const name of names) if (hasHash(name)) browser.serve(`/mixed/${old(name)}`, 'No', { status: 404 });
  put('other.js', before, { 'cache-control': 'no-cache' });
  browser.serve('/page.html', documented('split.html').replace('/scorecard/scorecard.js', '/mixed/other.js'));
  await browser.visit('/page.html');
  await browser.until(isFallback, 'the fallback');
  put('other.js', bytes('scorecard.js'), { 'cache-control': 'no-cache' });
  await browser.visit('/page.html');
  await browser.ready();
});
