/**
 * The ways to load a widget, and what may go wrong with them: one file or many, a strict policy, no
 * WebAssembly, a server that misbehaves. However it is loaded, the whole questionnaire is answered
 * and gives the same verdicts as the core.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MOUNTS, startServer } from '../../xtask/server.mjs';
import { ENGINE, ROOT, embed, scored, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const top = fileURLToPath(new URL('../../', import.meta.url));
const dist = `${top}pkg/dist/`;
const file = (pattern) => readdirSync(dist).find((name) => pattern.test(name));
const WASM = `/scorecard/${file(/^scorecard-.*wasm$/)}`;
const JAVASCRIPT = `/scorecard/${file(/^fallback-/)}`;
/** The files of the extras. */
const MORE = [file(/^extras-.*js$/), file(/^extras-.*wasm$/)];
const questionnaire = JSON.parse(readFileSync(`${top}questionnaires/social-media.en.json`));
/** The index of each answer among the radio buttons, by statement; 5 is don't know. */
const places = [4, 0, 3, 1, 0, 2, 5, 4, 3, 0];
const statements = questionnaire.misconceptions.flatMap((it) => it.statements);
const answers = Object.fromEntries(
  statements.map(({ id }, index) => [id, { agreement: places[index] === 5 ? 'dontKnow' : places[index] + 1 }]),
);
const TAG =
  '<misconception-scorecard lang="en" layout="list" debug="off"><p id="fallback">F</p></misconception-scorecard>';

/** A page with `head` and the tag, served with this policy. */
function pageWith(head, { policy, body = TAG, type } = {}) {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
<link rel="icon" href="data:,">${head}<main><h1>A page</h1>${body}<p id="after">After.</p></main></html>`;
  const headers = policy ? { 'content-security-policy': policy } : {};
  browser.serve('/page.html', html, { headers, ...(type && { type }) });
}
const module = (name, more = '') => `<script type="module" src="/scorecard/${name}" ${more}></script>`;

/**
 * Answers all statements and compares the scorecard with the core's. Checks whether the extras are
 * requested, and when; `asked` returns the requests.
 */
async function complete({ grows = true, asked = () => browser.requests } = {}) {
  const more = () =>
    asked()
      .filter((it) => MORE.includes(path.basename(it)))
      .map((it) => path.basename(it));
  await browser.ready();
  assert.deepEqual(more(), [], 'nothing is asked for beforehand');
  await browser.run(
    `${ROOT} for (const [statement, place] of arguments[0].entries()) {
      root.querySelectorAll('[name="agreement-' + statement + '"]')[place].click();
    }
    root.querySelector('[type=submit]').click()`,
    places,
  );
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  assert.deepEqual(await browser.scorecard(), scored(questionnaire, answers));
  if (grows) {
    await browser.extras();
    assert.deepEqual(await browser.scorecard(), scored(questionnaire, answers));
    // WebKit may request again what it already has.
    assert.deepEqual([...new Set(more())].toSorted(), MORE.toSorted());
  } else {
    await new Promise((later) => setTimeout(later, 300));
    assert.equal(
      await browser.run(`${ROOT} return root.querySelector('.result') && root.querySelector('.keep')`),
      null,
    );
  }
}

/** The same with the JavaScript fallback: nothing is requested that needs a module. */
async function completeInJavaScript() {
  await complete({ grows: false });
  assert.deepEqual(
    browser.requests.filter((it) => it.includes('/extras-')),
    [],
  );
}

const ENTRIES = { 'all languages': 'scorecard.js', 'one language': 'scorecard.en.js' };

test('the script of a language speaks it, whatever the page does', async () => {
  pageWith(module('scorecard.nb.js'), { body: TAG.replace(' lang="en"', '') });
  await browser.visit('/page.html');
  await browser.ready();
  assert.match(await browser.text('.title'), /^Hva tror du om sosiale medier/);
  await browser.until(`return document.querySelector('misconception-scorecard').answers !== undefined`);
  assert.deepEqual(
    browser.requests.filter((it) => /-en-/.test(it)),
    [],
  );
});

test('the classic script speaks all languages and needs no other file, in a page of another encoding too', async () => {
  const body = TAG.replace('"en"', '"nb"').replace('debug', 'style="--scorecard-accent: #ffeeee" debug');
  const head = '<script src="/scorecard/scorecard.standalone.js"></script>';
  pageWith(head.replace('<meta', ''), { body, type: 'text/html; charset=windows-1252' });
  await browser.visit('/page.html');
  await browser.ready();
  assert.match(await browser.text(), /spørreskjema|Hva tror du om sosiale medier/);
  assert.match(await browser.text('.answers'), /Helt uenig/);
  assert.doesNotMatch(await browser.text(), /Ã/);
  // The file contains the script that corrects the accent.
  await browser.until(`${ROOT} return root.querySelector('.panel').style.length > 0`);
  assert.deepEqual(browser.requests, ['/page.html', '/scorecard/scorecard.standalone.js']);
});

test('the classic script works from a folder on disk', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-'));
  try {
    copyFileSync(`${dist}scorecard.standalone.js`, path.join(folder, 'scorecard.js'));
    const page = path.join(folder, 'page.html');
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><title>A page</title><script src="scorecard.js"></script>${TAG}`,
    );
    await browser.visit('/blank', { html: '' });
    await browser.go(pathToFileURL(page).href);
    await complete({ grows: false });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const NO_WASM = '<script>delete globalThis.WebAssembly</script>';
const bytes = readFileSync(dist + path.basename(WASM));
const corrupted = Buffer.from(bytes);
corrupted[corrupted.length >> 1] ^= 0x55;
/** What the server sends for the module, and whether the JavaScript fallback must replace it. */
const FAULTS = {
  'of a wrong type': [bytes, { type: 'text/plain' }, false],
  'replaced by a page': ['<!doctype html><title>Not found</title>', {}, true],
  'not there': ['Not found', { status: 404, type: 'text/plain' }, true],
  'refused with an error': ['', { status: 500, type: 'application/wasm' }, true],
  'cut short': [bytes.subarray(0, bytes.length / 2), { type: 'application/wasm' }, true],
  'broken off': [bytes, { type: 'application/wasm', fault: 'breaks off' }, true],
  'altered by one byte': [corrupted, { type: 'application/wasm' }, true],
  'never coming': [bytes, { fault: 'hangs' }, true],
};
for (const [name, [body, more, isReplaced]] of Object.entries(FAULTS)) {
  test(`the module is ${name}: the questionnaire completes`, async (context) => {
    context.after(() => browser.unserve(WASM));
    browser.serve(WASM, body, more);
    pageWith(module('scorecard.js'));
    await browser.visit('/page.html');
    if (more.fault === 'hangs') await new Promise((later) => setTimeout(later, 10_000));
    await (isReplaced ? completeInJavaScript() : complete());
    assert.equal(browser.requests.includes(JAVASCRIPT), isReplaced);
  });
}

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";
for (const [way, entry] of Object.entries(ENTRIES)) {
  test(`WebAssembly is gone: the questionnaire completes (${way})`, async () => {
    pageWith(NO_WASM + module(entry));
    await browser.visit('/page.html');
    await completeInJavaScript();
    assert.ok(browser.requests.includes(JAVASCRIPT));
    assert.ok(!browser.requests.includes(WASM), 'what cannot be used is not fetched');
    await browser.assertQuiet();
  });

  test(`a policy without wasm-unsafe-eval: the questionnaire completes (${way})`, async () => {
    pageWith(module(entry), { policy: POLICY });
    await browser.visit('/page.html');
    await browser.ready();
    // The browser has already reported that the module is forbidden; the extras add no message.
    await browser.console();
    await completeInJavaScript();
    assert.ok(browser.requests.includes(JAVASCRIPT));
    assert.deepEqual(await browser.console(), []);
  });

  for (const [name, wasm] of [
    ['', " 'wasm-unsafe-eval'"],
    [' and without wasm-unsafe-eval', ''],
  ]) {
    test(`a strict policy with nonce, strict-dynamic and no trusted type${name} (${way})`, async () => {
      const policy =
        `default-src 'none'; script-src 'nonce-abc123' 'strict-dynamic'${wasm}; connect-src 'self'; img-src data:;
        base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`.replaceAll('\n', ' ');
      pageWith(module(entry, 'nonce="abc123"'), { policy });
      await browser.visit('/page.html');
      await (wasm ? complete() : completeInJavaScript());
      assert.equal(browser.requests.includes(JAVASCRIPT), !wasm);
      if (wasm) await browser.assertQuiet();
    });
  }
}

test('the JavaScript fallback reads a questionnaire for which its memory must grow', async () => {
  const large = small();
  const long = 'A sentence that is as long as many. '.repeat(60);
  large.misconceptions = Array.from({ length: 200 }, (_, index) => ({
    ...small().misconceptions[0],
    id: `m${index}`,
    statements: [{ id: `s${index}`, text: `${index} ${long}`, key: 'myth' }],
  }));
  pageWith(NO_WASM + module('scorecard.js'), { body: embed(large, 'layout="list" debug="off"') });
  await browser.visit('/page.html');
  await browser.ready();
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('fieldset')) it.querySelectorAll('input')[3].click();
    root.querySelector('[type=submit]').click()`);
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const all = Object.fromEntries(large.misconceptions.map((_, index) => [`s${index}`, { agreement: 4 }]));
  assert.deepEqual(await browser.scorecard(), scored(large, all));
});

test('neither module nor JavaScript fallback: the fallback stays, and the cause is the first one', async (context) => {
  context.after(() => {
    for (const it of [WASM, JAVASCRIPT]) browser.unserve(it);
  });
  for (const it of [WASM, JAVASCRIPT]) browser.serve(it, 'Not found', { status: 404, type: 'text/plain' });
  const listen = `<script>addEventListener('scorecard-failed', ({ detail }) => (window.told = detail.code + ' ' + detail.message))</script>`;
  pageWith(listen + module('scorecard.js'));
  await browser.visit('/page.html');
  const told = await browser.until('return window.told');
  assert.ok(told.startsWith(`unreachable the module at ${browser.url}${WASM} cannot be fetched: `), told);
  assert.equal(await browser.run(`return document.querySelector('#fallback').checkVisibility()`), true);
});

test('from another origin with its integrity; altered, it does not run', async (context) => {
  const cors = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' };
  let change = (text) => text;
  const other = await startServer({
    mounts: MOUNTS,
    answer: ({ pathname }, respond) => {
      const name = path.basename(pathname);
      const isEntry = /^scorecard\.\w+\.js$/.test(name);
      return respond(200, cors, isEntry ? change(readFileSync(dist + name, 'utf8')) : readFileSync(dist + name));
    },
  });
  context.after(() => other.close());
  const hashes = JSON.parse(readFileSync(`${dist}integrity.json`)).files;
  for (const [name, type] of [
    ['scorecard.en.js', 'type="module"'],
    ['scorecard.standalone.js', ''],
  ]) {
    const src = `src="${other.url}/${name}" integrity="${hashes[name]}" crossorigin="anonymous"`;
    pageWith(`<script ${type} ${src}></script>`);
    change = (text) => text;
    await browser.visit('/page.html');
    await complete({ asked: () => other.requests });
    other.requests.length = 0;
    change = (text) => `${text} `;
    await browser.visit('/page.html');
    assert.equal(await browser.run(`return customElements.get('misconception-scorecard') === undefined`), true, name);
  }
});

test('all files are listed with their integrity', () => {
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
  test(`as documented: ${name}, which asks for each file once`, async (context) => {
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
    await complete({ grows: extras === WITH_EXTRAS });
    // WebKit requests a preloaded module twice, once for the hint.
    const requests = ENGINE === 'webkit' ? [...new Set(browser.requests)] : browser.requests;
    assert.deepEqual(requests.toSorted(), ['/page.html', ...asked, ...extras].toSorted());
    if (extras === WITH_EXTRAS) await browser.assertQuiet();
    else assert.deepEqual(await browser.console(), []);
  });
}

test('as documented: from a CDN, where the hash is the file’s', async (context) => {
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

test('as documented: a first screen in the page, under the documented policy', async () => {
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

test('as documented: an import map with the integrity of what the script imports', async () => {
  browser.serve('/page.html', mapped());
  await browser.visit('/page.html');
  await complete();
  await browser.assertQuiet();
});

test('a file that is not what the import map says is refused, and the page goes on without it', async () => {
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
  await complete({ grows: false });
});

test('as documented: the import map that is printed has every script', () => {
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

test('as documented: what may be cached for ever is what has a hash in its name', () => {
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

test('an old script in a cache: without its files the fallback stays, with them or asked for again all is well', async (context) => {
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
