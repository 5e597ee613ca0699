/**
 * A first screen that comes with the page, and what happens to it: started late, never started, on
 * a page without scripts, or moved. rendered.test.mjs tests how it is taken over.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { renderToString } from '../../pkg/dist/core.js';
import { Key, small } from './harness.mjs';
import {
  browser,
  dist,
  TAG,
  SRC,
  SHEET,
  MOMENT,
  run,
  until,
  later,
  requests,
  READY,
  arrive,
  load,
  loaded,
  told,
  hold,
  shadow,
  sure,
  SCREENS,
} from './rendered-stage.mjs';

test('with load="click" nothing is requested until the reader clicks in the widget; then it starts, and the choice counts', async () => {
  await arrive(shadow(small(), { attributes: { load: 'click' } }));
  await load();
  await until(`customElements.get('${TAG}')`);
  await later(300);
  assert.deepEqual(requests(), [SRC]);
  assert.deepEqual(
    await run(`return [root.querySelectorAll('button').length, isShown(root.querySelector('.card'))]`),
    [1, true],
    'no other button',
  );
  await browser.tap('.answers label', 4);
  await until(`told.length === 3`);
  assert.deepEqual(await told(), [READY, ['started', null], ['answered', { statement: 's1', agreement: 5 }]]);
  await later(MOMENT);
  assert.equal(await run('return step()'), 'Statement 1 of 2');
  assert.ok(browser.requests.some((path) => path.endsWith('.wasm')));
  await browser.advance();
  await until(`step() === 'Statement 2 of 2'`);
  await browser.assertQuiet();
});

test('with load="click" the keyboard starts the widget too, and the focus stays', async () => {
  await arrive(`<input id="outside">${shadow(small(), { attributes: { load: 'click' } })}`);
  await load();
  await until(`customElements.get('${TAG}')`);
  await run(`document.querySelector('#outside').focus()`);
  await browser.press(Key.TAB);
  await later(200);
  assert.deepEqual(await told(), [], 'moving the focus into it does not start it');
  await browser.press(Key.SPACE, Key.ARROW_DOWN);
  await until(`widget.answers.s1?.agreement === 2`);
  assert.deepEqual(await run(`return [root.activeElement.value, step()]`), ['2', 'Statement 1 of 2']);
  await browser.press(Key.ENTER);
  await until(`step() === 'Statement 2 of 2'`);
  await browser.assertQuiet();
});

test('a widget below the fold does not start until the reader is near', async () => {
  await arrive(`<div style="block-size: 5000px"></div>${shadow(small(), { attributes: { load: 'visible' } })}`);
  await load();
  await until(`customElements.get('${TAG}')`);
  await later(300);
  assert.deepEqual(requests(), [SRC]);
  assert.deepEqual(await told(), []);
  await run('scrollTo(0, 4500)');
  await until('told.length > 0');
  assert.deepEqual(await told(), [READY]);
  await browser.assertQuiet();
});

test('if neither core can be loaded, the plain page is shown, and scorecard-failed is sent', async () => {
  const gone = readdirSync(dist).filter((name) => /^(scorecard-.*\.wasm|fallback-.*\.js)$/.test(name));
  assert.equal(gone.length, 2);
  for (const name of gone) browser.serve(`/scorecard/${name}`, 'Gone', { status: 404, type: 'text/plain' });
  try {
    await arrive(shadow());
    await browser.tap('.answers label', 1);
    await load();
    await until('told.length > 0');
    assert.deepEqual(await told(), [['failed', null]]);
    assert.deepEqual(
      await run(
        `return [root.querySelector('.card'), ...['h2', 'summary', 'dl'].map((it) => isShown(widget.querySelector(it)))]`,
      ),
      [null, true, true, false],
    );
  } finally {
    for (const name of gone) browser.unserve(`/scorecard/${name}`);
  }
});

test('if the questionnaire is invalid, the plain page is shown as well', async () => {
  await arrive(shadow(small()).replace('"key":"myth"', '"key":"?"'));
  await load();
  await until('told.length > 0');
  assert.deepEqual(await told(), [['failed', null]]);
  assert.deepEqual(await run(`return [root.querySelector('.card'), isShown(widget.querySelector('h2'))]`), [
    null,
    true,
  ]);
});

for (const [what, stylesheet] of [
  ['an inline sheet', undefined],
  ['a linked one', SHEET],
]) {
  test(`without scripts the plain page is shown instead of the first screen: ${what}`, async () => {
    browser.serve(
      '/inside.html',
      `<!doctype html><html lang="en"><title>Inside</title>${shadow(undefined, { stylesheet })}</html>`,
    );
    await arrive('<iframe sandbox="allow-same-origin" src="/inside.html" width="600" height="600"></iframe>');
    const seen = () =>
      browser.run(`
      const frame = document.querySelector('iframe');
      const widget = frame.contentDocument.querySelector('${TAG}');
      const root = widget?.shadowRoot;
      const shown = (it) => it.getClientRects().length > 0 && it.checkVisibility();
      return root && [
        frame.contentWindow.matchMedia('(scripting: none)').matches,
        shown(root.querySelector('.panel')), shown(widget.querySelector('h2')), shown(widget.querySelector('li')),
        shown(widget.querySelector('summary')), shown(widget.querySelector('dl')),
      ]`);
    await browser.until(`return document.querySelector('iframe').contentDocument.readyState === 'complete'`);
    await later(200);
    assert.deepEqual(await seen(), [true, false, true, true, true, false]);
  });
}

test('axe finds nothing on the plain page, nor on the first screen before the script', async () => {
  for (const html of [renderToString(), renderToString(sure), ...SCREENS.map(([, it]) => it)]) {
    await arrive(html);
    assert.deepEqual(await browser.axe(), [], html.slice(0, 100));
    await arrive(html.replace('<details>', '<details open>'));
    if (!html.includes('<template')) assert.deepEqual(await browser.axe(), [], html.slice(0, 100));
  }
});

test('without a shadow root the plain page is shown until the widget is ready', async () => {
  await arrive(renderToString(small(), { attributes: { load: 'now' } }));
  assert.deepEqual(
    await browser.run(`const [widget] = document.getElementsByTagName('${TAG}');
    return [widget.shadowRoot, ...['h2', 'script'].map((it) => widget.querySelector(it).getClientRects().length)]`),
    [null, 1, 0],
  );
  await load();
  await until('told.length > 0');
  assert.deepEqual(await run(`return [isShown(widget.querySelector('h2')), isShown(root.querySelector('.card'))]`), [
    false,
    true,
  ]);
  await browser.assertQuiet();
});

for (const attributes of [{ load: 'click' }, { load: 'visible' }]) {
  test(`a screen that has not started can be removed, moved and inserted again, and then starts (load="${attributes.load}")`, async () => {
    const far = attributes.load === 'visible' ? '<div style="block-size: 5000px"></div>' : '';
    await arrive(`<section></section>${far}${shadow(small(), { attributes })}`);
    await load();
    await until(`customElements.get('${TAG}')`);
    await run(`root.querySelectorAll('input')[3].checked = true; window.kept = widget; window.card = root.querySelector('.card');
      kept.remove(); document.querySelector('#after').after(kept); kept.remove()`);
    await later(100);
    await browser.run(`document.querySelector('#after').after(kept)`);
    const seen = `return [root.querySelector('.card') === card, isShown(card), getComputedStyle(root.querySelector('.answer')).display,
      getComputedStyle(root.querySelector('slot')).display, root.querySelector(':checked').value, told.length]`;
    assert.deepEqual(await run(seen), [true, true, 'flex', 'none', '4', 0]);
    if (attributes.load === 'visible') await run(`document.querySelector('section').append(kept)`);
    else await browser.tap('h2');
    await until('told.length === 3');
    assert.deepEqual(await run('return [widget.answers, root.querySelector(".card") === card, step()]'), [
      { s1: { agreement: 4 } },
      true,
      'Statement 1 of 2',
    ]);
    await browser.assertQuiet();
  });
}

test('a screen that was taken over can be removed, moved and inserted again, and goes on', async () => {
  await arrive(`<section></section>${shadow(small(), { stylesheet: SHEET })}`);
  await loaded();
  await run(
    `window.kept = widget; window.card = root.querySelector('.card'); document.querySelector('section').append(kept); kept.remove()`,
  );
  assert.equal(await browser.run('return kept.shadowRoot.childNodes.length'), 0, 'its root is empty');
  await browser.run(`document.querySelector('#after').after(kept)`);
  assert.deepEqual(
    await run(`return [root.querySelector('.card') === card, getComputedStyle(root.querySelector('.answer')).display]`),
    [true, 'flex'],
  );
  await browser.tap('.answers label', 1);
  await until(`step() === 'Statement 2 of 2'`);
  await browser.assertQuiet();
});

test('a screen that is removed while the module loads is taken over when it is inserted again', async () => {
  await arrive(shadow(small()));
  await hold('.wasm');
  await load();
  await until('window.release');
  await browser.tap('.answers label', 2);
  await run(`window.kept = widget; kept.remove(); release()`);
  await browser.until('return kept.answers.s1');
  assert.deepEqual(await browser.run('return told'), [], 'a removed widget sends no event');
  await browser.run(`document.querySelector('#after').after(kept)`);
  assert.deepEqual(
    await run(`return [widget.answers, step(), isShown(root.querySelector('.card')), root.childNodes.length]`),
    [{ s1: { agreement: 3 } }, 'Statement 1 of 2', true, 1],
  );
  await browser.advance();
  await until(`step() === 'Statement 2 of 2'`);
  await browser.assertQuiet();
});

test('a clone of a screen that has not started is a widget of its own', async () => {
  await arrive(shadow(small()));
  await run(`widget.after(widget.cloneNode(true))`);
  await load();
  await until('told.length === 2');
  assert.deepEqual(
    await run(
      `return [...document.getElementsByTagName('${TAG}')].map((it) => it.shadowRoot.querySelector('h2').innerText)`,
    ),
    ['Small', 'Small'],
  );
  await browser.assertQuiet();
});

test('two rendered screens on one page do not affect each other', async () => {
  await arrive(shadow(small()) + shadow(small({ id: 'other', title: 'Other' })));
  await browser.tap('.answers label', 4);
  await load();
  await until(`told.filter(([name]) => name === 'ready').length === 2`);
  assert.deepEqual(await run(`return [...document.getElementsByTagName('${TAG}')].map((it) => it.answers)`), [
    { s1: { agreement: 5 } },
    {},
  ]);
  await browser.assertQuiet();
});
