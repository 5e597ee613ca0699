/**
 * The output of `misconception-scorecard bundle` in a page: an author's first screen before the
 * module, the whole questionnaire, and a page opened from disk. What the command writes and prints
 * is tested in tests/package/command-bundle.test.mjs.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { scored, small } from './harness.mjs';
import { READY, TAG, arrive, browser, later, run, told, until } from './rendered-stage.mjs';

const main = fileURLToPath(new URL('../../pkg/command/main.js', import.meta.url));
const questionnaire = small({
  title: 'Élan',
  translations: { nb: { title: 'Liten', statements: { s1: 'Påstand 1.', s2: 'Påstand 2.' } } },
});
const tag = (attributes = '') =>
  `<${TAG} lang="en" load="now" debug="off" ${attributes}><p id="fallback">Fallback</p></${TAG}>`;
const script = '<script type="module" src="/bundle/mine.js"></script>';

/** Bundles the questionnaire with these flags into a folder that is removed after the test. */
function bundle(context, ...flags) {
  const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-bundle-'));
  context.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'mine.json'), JSON.stringify(questionnaire));
  execFileSync(process.execPath, [main, 'bundle', 'mine.json', ...flags], { cwd: folder });
  return folder;
}

/** Serves all files of a folder; the module only when `after` has resolved. */
function serve(context, folder, after) {
  const names = readdirSync(folder);
  for (const name of names) {
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
    const isModule = /^scorecard-.*wasm$/.test(name);
    browser.serve(`/bundle/${name}`, readFileSync(path.join(folder, name)), { type, ...(isModule && { after }) });
  }
  context.after(() => {
    for (const name of names) browser.unserve(`/bundle/${name}`);
  });
}

/** Answers the second statement and waits for the scorecard. */
async function finish(answers) {
  await until(`step() === 'Statement 2 of 2'`);
  await browser.tap('.answers label', 4);
  await until(`root.querySelector('.result')`);
  assert.deepEqual(await browser.scorecard(), scored(questionnaire, answers));
}

for (const [lang, title] of [
  ['en', 'Élan'],
  ['nb', 'Liten'],
]) {
  test(`the author’s first screen is shown before the module is loaded, and is taken over: ${lang}`, async (context) => {
    let release;
    serve(context, bundle(context), new Promise((done) => (release = done)));
    context.after(() => release());
    await arrive(tag().replace('"en"', `"${lang}"`), { foot: script });
    await browser.shown();
    assert.deepEqual(await run(`return [root.querySelector('h2').innerText, told.length]`), [title, 0]);
    await run(`for (const it of all()) it.isGiven = true; root.querySelectorAll('input')[1].click()`);
    release();
    await until(`told.length > 0`);
    assert.deepEqual(await told(), [READY, ['started', null], ['answered', { statement: 's1', agreement: 2 }]]);
    assert.equal(await run(`return root.querySelector(':checked').isGiven`), true);
    assert.ok(
      browser.requests.every((it) => !it.startsWith('/scorecard/')),
      'every request goes to the bundle',
    );
    await browser.assertQuiet();
  });
}

test('a bundled questionnaire can be answered to the end, and the extras load from the bundle’s folder', async (context) => {
  serve(context, bundle(context));
  await arrive(tag(), { foot: script });
  await browser.shown();
  await browser.tap('.answers label', 3);
  await finish({ s1: { agreement: 4 }, s2: { agreement: 5 } });
  await browser.extras();
  await browser.assertQuiet();
});

test('a src in the tag overrides the bundled questionnaire, and other attributes wait for the core', async (context) => {
  browser.serve('/other.json', JSON.stringify(small({ id: 'other', title: 'Other' })), { type: 'application/json' });
  let release;
  const after = new Promise((done) => (release = done));
  context.after(() => release());
  serve(context, bundle(context, '--attribute', 'advance=manual'), after);
  for (const html of [tag(), tag('src="/other.json"')]) {
    await arrive(html, { foot: script });
    await until(`customElements.get('${TAG}')`);
    await later(300);
    assert.equal(await run(`return root?.querySelector('.card') ?? null`), null, html);
  }
  await arrive(tag('advance="manual"'), { foot: script });
  await browser.shown();
  assert.equal(await run(`return root.querySelector('.hint')`), null, 'the screen is drawn for these attributes');
});

test('a bundle works under a strict Content Security Policy', async (context) => {
  serve(context, bundle(context));
  const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:;
    require-trusted-types-for 'script'; trusted-types 'none'`.replaceAll('\n', ' ');
  await arrive(tag(), { foot: script, headers: { 'content-security-policy': policy } });
  await browser.shown();
  await browser.tap('.answers label', 0);
  await finish({ s1: { agreement: 1 }, s2: { agreement: 5 } });
  await browser.assertQuiet();
});

test('a bundle of one file works from a folder on disk', async (context) => {
  const folder = bundle(context, '--single');
  assert.deepEqual(readdirSync(folder).toSorted(), ['mine.js', 'mine.json']);
  const page = path.join(folder, 'page.html');
  writeFileSync(
    page,
    `<!doctype html><meta charset="iso-8859-1"><title>A page</title><script src="mine.js"></script>${tag()}`,
  );
  await browser.visit('/blank', { html: '' });
  await browser.go(pathToFileURL(page).href);
  await browser.shown();
  assert.equal(await browser.text('.title'), 'Élan');
  await browser.tap('.answers label', 0);
  await finish({ s1: { agreement: 1 }, s2: { agreement: 5 } });
});
