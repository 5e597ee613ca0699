/**
 * The script and the elements of a page in any order: the script in various places and twice,
 * elements made before and after it, and marked places that become widgets.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CLOSE,
  OPEN,
  SCRIPT,
  TAG,
  browser,
  copy,
  own,
  questionnaire,
  run,
  show,
  until,
  widget,
} from './life-stage.mjs';

for (const [what, second] of [
  ['from the same address', SCRIPT],
  ['from another address', SCRIPT.replace('.js', '.js?v=2')],
  ['in two versions', SCRIPT.replace('/scorecard/', '/newer/')],
]) {
  test(`a page with the script twice, ${what}, defines the element once and shows each widget once`, async () => {
    copy('/newer', { change: (text) => `${text}\nwindow.isNewer = true;` });
    browser.serve('/mine.json', JSON.stringify(questionnaire), { type: 'application/json' });
    // Ask in the page: through a driver, classes are wrapped and cannot be compared.
    const between = `const chosen = customElements.get('${TAG}'); window.isSame = () => customElements.get('${TAG}') === chosen;`;
    await own(`${SCRIPT}<script type="module">${between}</script>${second}
      ${widget()}<div data-${TAG} data-load="now" data-src="/mine.json" data-instance="b"></div>`);
    await until('title() && title(widgets[1])');
    if (second.includes('/newer/')) await until('window.isNewer');
    assert.equal(await run('return isSame()'), true);
    await run(
      `document.body.insertAdjacentHTML('beforeend', '<div data-${TAG} data-load="now" data-instance="c"></div>')`,
    );
    await until('title(widgets[2])');
    assert.equal(await run('return widgets.length'), 3);
    await run('tap(4)');
    await until(`step() === 'Statement 2 of 2'`);
    const said = await browser.console();
    if (second === SCRIPT) assert.deepEqual(said, []);
    else assert.match(said.join('\n'), /^warn .*on this page twice[^]*Remove one of these:\n<script.*\n<script.*$/);
  });
}

const inline = `<script>const make = () => Object.assign(document.createElement('${TAG}'), { load: 'now' });</script>`;
const ORDERS = {
  'the script in the head, the element after it': `<head>${SCRIPT}</head><body>${widget()}`,
  'the script at the end, the element before it': `<body>${widget()}${SCRIPT}`,
  'the script with async': `<head>${SCRIPT.replace('src', 'async src')}</head><body>${widget()}`,
  'a script that is inserted later': `<body>${widget()}<script>document.head.append(
    Object.assign(document.createElement('script'), { type: 'module', src: '/scorecard/scorecard.js' }))</script>`,
  'an element made before the script': `<body>${inline}<script>document.body.append(make())</script>${SCRIPT}`,
  'an element made after the script': `<body>${inline}${SCRIPT}<script type="module">document.body.append(make())</script>`,
  'an element inserted as HTML': `<body><p></p>${SCRIPT}<script type="module">
    document.querySelector('p').innerHTML = '${OPEN}>${CLOSE}'</script>`,
  'an element from a template': `<body><template>${widget()}</template>${SCRIPT}<script type="module">
    const { content } = document.querySelector('template');
    document.body.append(content.cloneNode(true))</script>`,
};
for (const [what, html] of Object.entries(ORDERS)) {
  test(`one widget is shown and works: ${what}`, async () => {
    await own(html);
    await until('title()');
    await run('tap(4)');
    await until(`step().startsWith('Statement 2 of')`);
    assert.equal(await run('return widgets.length'), 1);
    await browser.assertQuiet();
  });
}

test('a marked place becomes a widget with its attributes and content, and is itself unchanged', async () => {
  browser.serve('/mine.json', JSON.stringify(questionnaire), { type: 'application/json' });
  const other = widget().replace(OPEN, `<div data-${TAG} data-load="now"`).replace(CLOSE, '</div>');
  await browser.visit('/page.html', {
    html: `<div id="place" class="mine" data-${TAG} data-src="/mine.json"
    data-lang="nb" data-layout="list" data-load="now"><p id="fallback">Fallback</p></div>${other}`,
  });
  await until('title() && title(widgets[1])');
  assert.deepEqual(await run('return [...widgets].map((it) => title(it))'), ['Liten', 'Small']);
  assert.equal(await run(`return part(widget, '.list') !== null`), true);
  assert.equal(await run(`return widget.querySelector('#fallback').textContent`), 'Fallback');
  const place = await run(
    `return [...document.querySelector('#place').attributes].map((it) => it.name + '=' + it.value)`,
  );
  assert.deepEqual(place, [
    'id=place',
    'class=mine',
    `data-${TAG}=`,
    'data-src=/mine.json',
    'data-lang=nb',
    'data-layout=list',
    'data-load=now',
  ]);
  await browser.assertQuiet();
});

test('a marked place passes on only the element’s own attributes, and no code to run', async () => {
  const stranger = `data-assets="/elsewhere" data-onclick="pwned()" data-style="color: red" data-1x="" data-is="x"`;
  await browser.visit('/page.html', { html: `<div data-${TAG} data-load="now" ${stranger}></div>` });
  await until('title()');
  assert.deepEqual(await run('return widget.getAttributeNames()'), ['load']);
  assert.ok(!browser.requests.some((it) => it.startsWith('/elsewhere')));
});

test('a marked place that is inserted later becomes a widget, once', async () => {
  await show(widget());
  await run(
    `document.querySelector('#after').innerHTML = '<span><span data-${TAG} data-load="now" data-storage="none"></span></span>'`,
  );
  await until('title(widgets[1])');
  await run(`document.querySelector('#after').append('More.'); tap(0, widgets[1])`);
  await until(`step(widgets[1])?.includes(' 2 ')`);
  assert.equal(await run('return widgets.length'), 2);
  await run(`document.body.append(document.querySelector('#after').cloneNode(true))`);
  await until('title(widgets[2]) && widgets.length === 3');
  await browser.assertQuiet();
});

test('a marked place at the end of a page that is still loading becomes a widget', async () => {
  await browser.visit('/page.html', { html: '<iframe></iframe>' });
  const inFrame = `const it = document.querySelector('iframe').contentWindow;`;
  await run(`${inFrame} it.document.open();
    it.document.write('<!doctype html><title>Frame</title><script type="module" async src="/scorecard/scorecard.js"></' + 'script><body>')`);
  await until(`(() => { ${inFrame} return it.customElements.get('${TAG}'); })()`);
  await run(`${inFrame} it.document.write('<div data-${TAG} data-load="now"></div>')`);
  await run(`${inFrame} it.document.close()`);
  await until(`(() => { ${inFrame} return title(it.document.querySelector('${TAG}')); })()`);
  await browser.assertQuiet();
});
