/**
 * What never comes, comes late, or comes when the network is back: the widget waits for each thing
 * for a limited time, and says what happened. Only the value of the shipped patience is tested;
 * otherwise it is a few hundred milliseconds here.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ROOT, embed, small, start } from './harness.mjs';

const dist = new URL('../../pkg/dist/', import.meta.url);
const files = readdirSync(dist);
const file = (pattern) => files.find((name) => pattern.test(name));

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

/** Visits a page that inserts a widget with little patience; records whether it fails. */
async function show(tag, patience = 600) {
  const html = `<script>
    window.failed = null;
    addEventListener('scorecard-failed', ({ detail }) => { failed = [detail.code, detail.message]; });
    // After the load event, because in some engines a pending request would delay it.
    addEventListener('load', () => {
      customElements.get('misconception-scorecard').patience = ${patience};
      document.querySelector('#here').innerHTML = ${JSON.stringify(tag).replaceAll('</script', '<\\/script')};
    });
  </script><div id="here"></div>`;
  await browser.visit('/page.html', { html });
}

const failed = async () => {
  await browser.until('return failed !== null', 'the failure');
  return browser.run('return failed');
};

/** Serves one file of the package differently while `during` runs. */
async function meanwhile(name, more, during) {
  const path = `/scorecard/${name}`;
  browser.serve(path, 'x', more);
  try {
    await during(path);
  } finally {
    browser.unserve(path);
  }
}

/** Answers both statements of the small questionnaire. */
async function answerBoth() {
  for (const statement of ['Statement 1.', 'Statement 2.']) {
    await browser.until(`${ROOT} return root.querySelector('h3')?.textContent === arguments[0]`, statement, statement);
    await browser.run(`${ROOT} root.querySelector('input').click(); root.querySelector('[type=submit]').click()`);
  }
}

test('the time limit for each file is ten seconds', async () => {
  await browser.visit('/page.html', { html: embed(small()) });
  await browser.ready();
  assert.equal(await browser.run(`return customElements.get('misconception-scorecard').patience`), 10_000);
});

test('a script of messages that never arrives is reported, and the fallback stays', async () => {
  await meanwhile(file(/^messages-en-/), { fault: 'hangs' }, async () => {
    await show(
      '<misconception-scorecard lang="en" load="now" debug="off"><p id="fallback">F</p></misconception-scorecard>',
    );
    const [, message] = await failed();
    assert.match(message, /nothing arrived for 0\.6 s/);
    assert.equal(await browser.run(`return document.querySelector('#fallback').checkVisibility()`), true);
  });
});

test('a questionnaire that never arrives is reported', async () => {
  browser.serve('/never.json', 'x', { fault: 'hangs' });
  await show('<misconception-scorecard lang="en" load="now" debug="off" src="/never.json"></misconception-scorecard>');
  const [code, message] = await failed();
  assert.equal(code, 'unreachable');
  assert.match(message, /never\.json cannot be fetched: nothing arrived for 0\.6 s/);
});

test('a questionnaire that never ends is read up to 1 MB', async () => {
  browser.serve('/endless.json', Buffer.alloc(65_536, ' '), { fault: 'never ends', type: 'application/json' });
  await show(
    '<misconception-scorecard lang="en" load="now" debug="off" src="/endless.json"></misconception-scorecard>',
  );
  const [code, message] = await failed();
  assert.equal(code, 'tooLarge');
  assert.match(message, /larger than 1 MB/);
  // The limit is generous, because the browser buffers what the server sends.
  assert.ok(browser.sent('/endless.json') < 1e8, `${browser.sent('/endless.json')} bytes were sent`);
});

test('if the module never arrives, the JavaScript fallback is used, and a line says what it lacks', async () => {
  await meanwhile(file(/^scorecard-.*\.wasm$/), { fault: 'hangs' }, async () => {
    browser.serve('/small.json', JSON.stringify(small()), { type: 'application/json' });
    await show(
      '<misconception-scorecard lang="en" load="now" storage="none" src="/small.json"></misconception-scorecard>',
      2000,
    );
    await browser.ready();
    await answerBoth();
    await browser.until(`${ROOT} return root.querySelector('.result') !== null`, 'the scorecard');
    assert.match(await browser.text(), /Sharing, saving and replying are missing here: they need WebAssembly/);
  });
});

test('the widget does not wait for a slow script below it', async () => {
  let release;
  browser.serve('/slow.js', 'window.slow = true', {
    type: 'text/javascript',
    after: new Promise((done) => (release = done)),
  });
  // Use the script that contains everything: some engines load imports only after the slow script.
  const html = `<script src="/scorecard/scorecard.standalone.js"></script>${embed(small(), 'load="now"')}<p>Words.</p>
    <script src="/slow.js"></script>`;
  browser.serve(
    '/slow.html',
    `<!doctype html><html lang="en"><title>Slow</title><link rel="icon" href="data:,">${html}`,
  );
  // The driver waits until a page has loaded, but not for the page in a frame.
  await browser.visit('/page.html', { html: '<iframe style="inline-size: 100%; block-size: 40em"></iframe>' });
  await browser.run(`document.querySelector('iframe').src = '/slow.html'`);
  const inside = `document.querySelector('iframe').contentDocument?.querySelector('misconception-scorecard')?.shadowRoot`;
  await browser.until(
    `return ${inside}?.querySelector('h3')?.textContent === 'Statement 1.'`,
    'the child’s questionnaire',
  );
  assert.equal(await browser.run(`return document.querySelector('iframe').contentDocument.readyState`), 'loading');
  release();
});

test('extras that failed to load without a network come when the network is back', async () => {
  await meanwhile(file(/^extras-.*\.wasm$/), { status: 503 }, async (path) => {
    await browser.visit('/page.html', { html: embed(small(), 'load="now" debug="off" storage="none"') });
    await browser.ready();
    await answerBoth();
    await browser.until(`return performance.getEntriesByType('resource').some((it) => it.name.includes('extras-'))`);
    const asked = () => browser.requests.filter((it) => it === path).length;
    for (let time = 0; asked() === 0 && time < 50; time++) await new Promise((later) => setTimeout(later, 50));
    assert.equal(asked(), 1);
    browser.unserve(path);
    await browser.run(`dispatchEvent(new Event('online'))`);
    await browser.until(`${ROOT} return root.querySelector('.keep') !== null`, 'the extras');
  });
});

test('a script of the extras that failed to load is requested again when the network is back', async () => {
  await meanwhile(file(/^extras-.*\.js$/), { status: 503 }, async (path) => {
    await browser.visit('/page.html', { html: embed(small(), 'load="now" debug="off" storage="none"') });
    await browser.ready();
    await answerBoth();
    const asked = () => browser.requests.filter((it) => it.startsWith(path)).length;
    for (let time = 0; asked() === 0 && time < 50; time++) await new Promise((later) => setTimeout(later, 50));
    assert.ok(asked() > 0);
    browser.unserve(path);
    await browser.run(`dispatchEvent(new Event('online'))`);
    await browser.until(`${ROOT} return root.querySelector('.keep') !== null`, 'the extras');
  });
});

test('a heading that gets the focus is not under a sticky header', async () => {
  const html = `<style>body { font-size: 14px; margin: 0 } header { position: sticky; top: 0; height: 150px; background: #fed; z-index: 5 }</style>
    <header><p>Header</p></header><div style="height: 600px"></div>${embed(small(), 'load="now"')}<div style="height: 1500px"></div>`;
  await browser.visit('/page.html', { html });
  await browser.ready();
  await browser.run(`${ROOT} root.querySelector('input').click(); scrollTo(0, root.querySelector('[type=submit]').getBoundingClientRect().top + scrollY - 400);
    root.querySelector('[type=submit]').click()`);
  await browser.until(`${ROOT} return root.querySelector('h3')?.textContent === 'Statement 2.'`);
  const { top, header } =
    await browser.run(`${ROOT} const header = document.querySelector('header').getBoundingClientRect().bottom;
    return { top: root.activeElement.getBoundingClientRect().top, header }`);
  assert.ok(top >= header, `${top} is under ${header}`);
});

test('a very long word does not make the page scroll sideways', async () => {
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);
  const questionnaire = small({ title: long, intro: long });
  questionnaire.misconceptions[0].name = long;
  questionnaire.misconceptions[0].refutation.fact = `${long} is a word.`;
  questionnaire.misconceptions[0].statements[0].text = `${long}.`;
  await browser.resize(360, 700);
  await browser.visit('/page.html', { html: embed(questionnaire, 'load="now" storage="none"') });
  await browser.ready();
  const wide = () =>
    browser.run(`const { scrollWidth, clientWidth } = document.scrollingElement; return scrollWidth - clientWidth`);
  assert.equal(await wide(), 0);
  for (const place of [1, 2]) {
    await browser.until(
      `${ROOT} return root.querySelector('.progress')?.innerText.includes(arguments[0])`,
      `statement ${place}`,
      ` ${place} `,
    );
    await browser.run(`${ROOT} root.querySelector('input').click(); root.querySelector('[type=submit]').click()`);
  }
  await browser.until(`${ROOT} return root.querySelector('.keep') !== null`, 'the extras');
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('details')) it.open = true`);
  assert.equal(await wide(), 0);
  await browser.resize(800, 1000);
});
