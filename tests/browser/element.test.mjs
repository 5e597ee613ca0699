/**
 * The element on other people's pages: attributes, properties, events, sources of a questionnaire,
 * storage.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ROOT, embed, page, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const top = fileURLToPath(new URL('../../', import.meta.url));
const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;
const show = async (questionnaire, attributes) => {
  await browser.visit('/page.html', { html: embed(questionnaire, attributes) });
  await browser.ready();
};
const title = () => browser.text('h2');

test('`src` loads a questionnaire and shows it in the page’s language', async () => {
  const translated = small({ translations: { nb: { title: 'Liten' }, de: '/de.json' } });
  browser.serve('/mine.json', JSON.stringify(translated), { type: 'application/json' });
  browser.serve('/de.json', JSON.stringify({ title: 'Klein' }), { type: 'application/json' });
  for (const [lang, expected] of [
    ['en', 'Small'],
    ['nb', 'Liten'],
    ['nn-NO', 'Liten'],
    ['de', 'Klein'],
    ['fr', 'Small'],
  ]) {
    const html = `<misconception-scorecard src="/mine.json" load="now" debug="off" lang="${lang}"></misconception-scorecard>`;
    await browser.visit('/page.html', { html });
    await browser.ready();
    assert.equal(await title(), expected, lang);
  }
  await browser.assertQuiet();
});

test('a questionnaire can be a child or a property, also one that is set before the element is defined', async () => {
  await show(small());
  assert.equal(await title(), 'Small');
  await browser.run(`${ELEMENT} element.questionnaire = ${JSON.stringify(small({ title: 'Other', id: 'other' }))}`);
  await browser.until(`${ROOT} return root.querySelector('h2').innerText === 'Other'`);
  const early = `<misconception-scorecard load="now"></misconception-scorecard>
    <script>document.querySelector('misconception-scorecard').questionnaire = ${JSON.stringify(JSON.stringify(small()))}</script>`;
  await browser.visit('/page.html', { html: early });
  await browser.ready();
  assert.equal(await title(), 'Small');
  await browser.assertQuiet();
});

test('the reader’s actions send events, and setting a property sends none', async () => {
  await show(small());
  await browser.run(`window.told = [];
    for (const name of ['ready', 'started', 'answered', 'completed', 'failed']) {
      document.body.addEventListener('scorecard-' + name, (event) => {
        const { scorecard } = event.target;
        told.push([name, event.composed, JSON.parse(JSON.stringify(event.detail)), scorecard?.headline.held ?? null]);
      });
    }`);
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 2 } }`);
  assert.deepEqual(await browser.run('return told'), []);
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.advance();
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const scorecard = await browser.scorecard();
  assert.deepEqual(await browser.run('return told'), [
    ['started', true, null, null],
    ['answered', true, { statement: 's1', agreement: 5 }, null],
    ['completed', true, scorecard, 1],
  ]);
});

test('an answer outside its scale is refused and changes nothing', async () => {
  await show(small());
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 2 } }`);
  const refused = await browser.run(`${ELEMENT}
    return [{ s1: { agreement: 6 } }, { s9: { agreement: 1 } }, { s1: { agreement: NaN } }, 3, '{'].map((answers) => {
      try { element.answers = answers; return 'taken'; }
      catch (error) { return [String(error) === 'Error: ' + error.message, error.code, ...error.problems.map((it) => it.pointer)]; }
    })`);
  assert.deepEqual(refused, [
    [true, 'invalidAnswers', '/s1/agreement'],
    [true, 'invalidAnswers', '/s9'],
    [true, 'invalidAnswers', '/s1/agreement'],
    [true, 'invalidAnswers', ''],
    [true, 'badJson'],
  ]);
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), { s1: { agreement: 2 } });
  assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked').value`), '2');
  await browser.assertQuiet();
});

test('the attributes layout, advance, feedback and order work', async () => {
  await show(small(), 'layout="list"');
  assert.equal(await browser.run(`${ROOT} return root.querySelectorAll('fieldset').length`), 2);
  assert.equal(await browser.text('[type=submit]'), 'See your scorecard');
  await show(small(), 'advance="manual"');
  await browser.tap('.answers label', 1);
  await new Promise((later) => setTimeout(later, 500));
  assert.equal(await browser.text('.progress'), 'Statement 1 of 2', 'nothing moves by itself');
  await show(small(), 'feedback="each"');
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.fact')?.innerText === 'Fact 1.'`);
  assert.match(await browser.text(), /you believe this/i);
  const two = small();
  two.misconceptions[0].statements.push({ id: 's1b', text: 'Statement 1b.', key: 'fact' });
  await show(two, 'layout="list" order="author"');
  const order = `${ROOT} return [...root.querySelectorAll('h3')].map((it) => it.innerText)`;
  assert.deepEqual(await browser.run(order), ['Statement 1.', 'Statement 1b.', 'Statement 2.']);
  await browser.run(`${ELEMENT} element.order = 'interleaved'`);
  await browser.until(`${ROOT} return root.querySelectorAll('h3')[1].innerText === 'Statement 2.'`);
  await browser.assertQuiet();
});

test('changing an attribute keeps the answers', async () => {
  await show(small());
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.run(`${ELEMENT} element.layout = 'list'`);
  await browser.until(`${ROOT} return root.querySelector('.list') !== null`);
  assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked').value`), '5');
});

test('certainty is asked after an answer is chosen, and a tap on a level moves on', async () => {
  await show(small({ certainty: { levels: 4 }, scale: { points: 7, labels: [...'1234567'] } }));
  const inert = `${ROOT} return root.querySelector('.certainty').inert`;
  assert.equal(await browser.run(inert), true);
  const place = `${ROOT} return root.querySelector('[type=submit]').getBoundingClientRect().top`;
  const before = await browser.run(place);
  await browser.tap('.answers label', 6);
  assert.equal(await browser.run(inert), false);
  assert.equal(await browser.run(place), before, 'the button does not move');
  assert.deepEqual(await browser.axe(), []);
  await browser.tap('.certainty label', 3);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.tap('.answers label', 7);
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const { verdicts } = await browser.scorecard();
  assert.deepEqual(
    verdicts.map((it) => it.reason),
    ['misconception', 'lackOfKnowledge'],
  );
});

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing if certainty is asked, nor on its scorecard with a contested row, ${scheme}`, async () => {
    const document = small({ certainty: {} });
    document.misconceptions[1].evidence = { strength: 'contested', asOf: '2026' };
    await browser.media({ scheme });
    // axe assumes that a page without a background is white, so this page sets its own.
    await browser.visit('/page.html', {
      html: `<style>:root { color-scheme: light dark; } body { background: Canvas; color: CanvasText; }</style>${embed(document)}`,
    });
    await browser.ready();
    for (const number of [1, 2]) {
      await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' ${number} ')`);
      await browser.tap('.answers label', 3);
      assert.deepEqual(await browser.axe(), []);
      await browser.tap('.certainty label', 3);
    }
    await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
    await browser.run(`${ROOT} for (const it of root.querySelectorAll('details')) it.open = true`);
    assert.match(await browser.text(), /Where experts disagree/);
    assert.deepEqual(await browser.axe(), []);
    await browser.media({});
  });
}

test('with load="click" nothing is loaded before the reader’s click, and then the heading has the focus', async () => {
  await browser.visit('/page.html', { html: embed(small()).replace('load="now"', 'load="click"') });
  await browser.until(`${ROOT} return root.querySelector('button') !== null`);
  assert.ok(!browser.requests.some((it) => it.endsWith('.wasm')), 'nothing is loaded before');
  await browser.tap('button');
  await browser.ready();
  await browser.until(`${ROOT} return root.activeElement?.id === 'heading'`);
});

test('a widget far down is loaded when it comes near', async () => {
  const html = `<div style="height: 5000px"></div>${embed(small()).replace('load="now"', '')}`;
  await browser.visit('/page.html', { html });
  await new Promise((later) => setTimeout(later, 300));
  assert.ok(!browser.requests.some((it) => it.endsWith('.wasm')));
  await browser.run('scrollTo(0, 4500)');
  await browser.ready();
});

test('restart() goes to the first statement and keeps the answers, reset() deletes them', async () => {
  for (const storage of ['session', 'local', 'none']) {
    await show(small(), `storage="${storage}" advance="manual"`);
    const go = (point) =>
      browser.run(
        `${ROOT} root.querySelectorAll('.answers input')[arguments[0] - 1].click(); root.querySelector('[type=submit]').click()`,
        point,
      );
    const state = () =>
      browser.run(`${ELEMENT} ${ROOT} return [root.querySelector('h3')?.innerText ?? null, Object.keys(element.answers).join(), element.scorecard !== null,
      sessionStorage.length + localStorage.length]`);
    const kept = storage === 'none' ? 0 : 1;
    await go(5);
    await go(1);
    await browser.extras();
    await browser.run(
      `${ELEMENT} window.told = []; for (const name of ['ready', 'answered', 'completed', 'reset']) element.addEventListener('scorecard-' + name, () => told.push(name))`,
    );
    await browser.run(`${ELEMENT} element.restart()`);
    assert.deepEqual(await state(), ['Statement 1.', 's1,s2', false, kept], storage);
    if (kept) {
      await browser.visit('/page.html', { keep: true });
      await browser.ready();
      assert.deepEqual(await state(), ['Statement 1.', 's1,s2', false, kept], `${storage}, after a reload`);
      await browser.run(
        `${ELEMENT} window.told = ['ready']; for (const name of ['ready', 'answered', 'completed', 'reset']) element.addEventListener('scorecard-' + name, () => told.push(name))`,
      );
    }
    await browser.run(`${ELEMENT} element.reset()`);
    assert.deepEqual(await state(), ['Statement 1.', '', false, 0], storage);
    assert.deepEqual(await browser.run('return told'), ['ready', 'ready'], 'no events of the reader');
    if (kept) {
      await browser.visit('/page.html', { keep: true });
      await browser.ready();
      assert.deepEqual(await state(), ['Statement 1.', '', false, 0], `${storage}, after a reload`);
    }
  }
  // Without a widget there is nothing to return to, and no error.
  await browser.run(`const it = document.createElement('misconception-scorecard'); it.reset(); it.restart()`);
  await browser.assertQuiet();
});

test('the attribute storage decides whether answers are stored in the session, on the device or not at all', async () => {
  const kept = 'return [sessionStorage.length, localStorage.length]';
  for (const [storage, expected] of [
    ['none', [0, 0]],
    ['session', [1, 0]],
    ['local', [0, 1]],
  ]) {
    await show(small(), `storage="${storage}"`);
    await browser.tap('.answers label', 4);
    assert.deepEqual(await browser.run(kept), expected, storage);
  }
});

test('answers to another version are never shown', async () => {
  await show(small());
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.visit('/page.html', { keep: true, html: embed(small({ version: '2' })) });
  await browser.ready();
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), {});
});

test('without storage the widget works and logs nothing', async () => {
  const html = `<script>for (const name of ['sessionStorage', 'localStorage'])
    Object.defineProperty(window, name, { get() { throw new Error('blocked'); } });</script>${embed(small())}`;
  await browser.visit('/page.html', { html });
  await browser.ready();
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.assertQuiet();
});

test('the files of the packed tarball work on another server', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-page-'));
  try {
    const words = ['pack', '--json', '--pack-destination', folder];
    const [{ filename }] = JSON.parse(execFileSync('npm', words, { cwd: `${top}pkg`, encoding: 'utf8' }));
    execFileSync('tar', ['xzf', filename], { cwd: folder });
    const dist = path.join(folder, 'package/dist');
    const types = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
    for (const name of readdirSync(dist)) {
      browser.serve(`/own/${name}`, readFileSync(path.join(dist, name)), { type: types[path.extname(name)] });
    }
    const html = page('<misconception-scorecard></misconception-scorecard>').replace('/scorecard/', '/own/');
    browser.serve('/own.html', html);
    await browser.visit('/own.html');
    await browser.ready();
    assert.match(await title(), /What do you believe/);
    await browser.assertQuiet();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the widget works under a strict policy with Trusted Types', async () => {
  const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:;
    require-trusted-types-for 'script'; trusted-types 'none'`;
  const body = '<misconception-scorecard load="now"></misconception-scorecard>';
  const html = page(body).replace('<title>', `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>`);
  browser.serve('/strict.html', html);
  await browser.visit('/strict.html');
  await browser.ready();
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.assertQuiet();
});

test('an element that is moved keeps its screen, and one that is inserted later starts', async () => {
  await show(small());
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.run(`${ELEMENT} document.querySelector('#after').after(element)`);
  assert.equal(await browser.text('.progress'), 'Statement 2 of 2');
  await browser.run(`${ELEMENT} element.remove();
    document.body.append(Object.assign(document.createElement('misconception-scorecard'), { load: 'now', storage: 'none' }))`);
  await browser.ready();
  assert.equal(await browser.text('.progress'), 'Statement 1 of 10');
  await browser.assertQuiet();
});

test('another layout keeps the reader’s place, and another questionnaire never gets their answers', async () => {
  browser.serve('/other.json', JSON.stringify(small({ id: 'other', title: 'Other' })), { type: 'application/json' });
  await show(small());
  for (const number of [1, 2]) {
    await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' ${number} ')`);
    await (number === 1 ? browser.tap('.answers label', 4) : browser.advance());
  }
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  await browser.run(`${ELEMENT} element.layout = 'list'`);
  await new Promise((later) => setTimeout(later, 200));
  assert.match(await browser.text(), /Your scorecard/, 'the scorecard stays, though one statement has no answer');
  await browser.run(
    `${ELEMENT} element.src = '/other.json'; element.layout = 'paged'; element.answers = { s2: { agreement: 1 } }`,
  );
  await browser.until(`${ROOT} return root.querySelector('h2').innerText === 'Other'`);
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), { s2: { agreement: 1 } });
});

test('in another layout the stored answers are restored, but not the stored step', async () => {
  await show(small());
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.visit('/page.html', { keep: true, html: embed(small(), 'layout="list"') });
  await browser.until(`${ROOT} return root.querySelector('.list') !== null`, 'the list, not the scorecard');
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), { s1: { agreement: 5 } });
});

test('a wrong property that is set before the element is defined is reported, and the widget works', async () => {
  const html = `<misconception-scorecard load="now"></misconception-scorecard>
    <script>document.querySelector('misconception-scorecard').answers = '{';</script>`;
  await browser.visit('/page.html', { html });
  await browser.ready();
  const lines = await browser.console();
  assert.equal(lines.length, 1, lines.join());
  assert.match(lines[0], /value not accepted/);
});

test('a form in the fallback is the page’s own', async () => {
  const html = `<misconception-scorecard load="click"><form id="poll"><button>Send</button></form></misconception-scorecard>
    <script>addEventListener('submit', (event) => { window.prevented = event.defaultPrevented; event.preventDefault(); });</script>`;
  await browser.visit('/page.html', { html });
  await browser.until(`${ROOT} return root.querySelector('button') !== null`);
  await browser.run(`document.querySelector('#poll button').click()`);
  assert.equal(await browser.run('return window.prevented'), false);
});

test('`assets` loads the built files from another folder', async () => {
  for (const name of readdirSync(`${top}pkg/dist`)) {
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
    if (name !== 'scorecard.js') browser.serve(`/elsewhere/${name}`, readFileSync(`${top}pkg/dist/${name}`), { type });
  }
  await browser.visit('/page.html', {
    html: '<misconception-scorecard load="now" assets="/elsewhere"></misconception-scorecard>',
  });
  await browser.ready();
  const asked = browser.requests.filter((it) => /wasm|messages|social/.test(it));
  assert.ok(asked.length === 3 && asked.every((it) => it.startsWith('/elsewhere/')), asked.join());
  await browser.assertQuiet();
});
