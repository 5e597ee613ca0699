/**
 * The widget on a page that changes: several widgets, moves, copies, frames, other shadow roots,
 * pages that are swapped and returned to, a change of language. Other tests check what the widget
 * does; here it only has to be there, once, with the reader's answers and without errors.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGINE, embed, page, small } from './harness.mjs';
import {
  CLOSE,
  OPEN,
  PAGE,
  TAG,
  begin,
  browser,
  copy,
  first,
  questionnaire,
  run,
  show,
  until,
  widget,
} from './life-stage.mjs';

test('three widgets with different questionnaires and languages do not affect each other', async () => {
  await show(
    `${widget('lang="nb"') + embed(small({ id: 'other', title: 'Other' }), 'layout="list"')}${OPEN} lang="en">${CLOSE}`,
  );
  await until('title(widgets[1]) && title(widgets[2])');
  assert.deepEqual(await run('return [...widgets].slice(0, 2).map(title)'), ['Liten', 'Other']);
  await run('tap(4); tap(0, widgets[1]); tap(2, widgets[2])');
  await until(`step() === 'Påstand 2 av 2' && step(widgets[2])?.startsWith('Statement 2 of 10')`);
  const [one, two, three] = await run('return [...widgets].map((it) => it.answers)');
  assert.deepEqual([one, two], [{ s1: { agreement: 5 } }, { s1: { agreement: 1 } }]);
  assert.deepEqual(Object.values(three), [{ agreement: 3 }]);
  assert.ok(!('s1' in three));
  await browser.assertQuiet();
});

test('the same questionnaire twice has separate answers, and with instance also after a reload', async () => {
  for (const attributes of ['', 'instance="second"']) {
    await show(widget() + widget(attributes));
    await until('title(widgets[1])');
    await run('tap(4); tap(0, widgets[1])');
    await until(`step() === 'Statement 2 of 2' && step(widgets[1]) === 'Statement 2 of 2'`);
    assert.deepEqual(await run('return [...widgets].map(answers)'), [first, '{"s1":{"agreement":1}}']);
  }
  await browser.visit('/page.html', { keep: true });
  await until('title() && title(widgets[1])');
  assert.deepEqual(await run('return [...widgets].map(answers)'), [first, '{"s1":{"agreement":1}}']);
  assert.deepEqual(await run('return [...widgets].map(step)'), ['Statement 2 of 2', 'Statement 2 of 2']);
  await browser.assertQuiet();
});

test('a widget that is moved while an answer waits moves on, and does not take the focus', async () => {
  await show(`<input id="outside">${widget()}`);
  await run(`tap(4); document.querySelector('#outside').focus(); document.querySelector('#after').after(widget)`);
  assert.deepEqual(await run('return [step(), document.activeElement.id]'), ['Statement 1 of 2', 'outside']);
  await until(`step() === 'Statement 2 of 2'`);
  assert.equal(await run('return answers()'), first);
  assert.equal(await run('return document.activeElement.id'), 'outside');
  await browser.assertQuiet();
});

test('a widget that is removed while an answer waits has moved on when it is inserted again', async () => {
  await show(widget());
  await run(`window.kept = widget; tap(4); kept.remove();
    // The widget waits as long as this before it moves on.
    setTimeout(() => document.body.append(kept), 350)`);
  await until(`step() === 'Statement 2 of 2'`);
  await browser.assertQuiet();
});

test('a widget that is removed while it loads sends no event, and works when it is inserted again', async () => {
  // The questionnaire is delivered when the test decides.
  browser.serve('/late.json', JSON.stringify(questionnaire), { type: 'application/json' });
  await browser.visit('/page.html', {
    html: `<script>const get = window.fetch;
    window.fetch = async (url) => {
      if (String(url).endsWith('late.json')) await new Promise((go) => (window.release = go));
      return get(url);
    };
    window.told = []; addEventListener('scorecard-ready', (event) => told.push(event.type));
  </script>${OPEN} src="/late.json">${CLOSE}`,
  });
  await until('window.release');
  await run(`window.kept = widget; widget.remove(); release();
    document.body.append(Object.assign(document.createElement('${TAG}'), { load: 'now' }))`);
  await until('title()');
  assert.deepEqual(await run('return [widgets.length, told.length]'), [1, 1], 'only the other one is shown');
  await run(`widget.replaceWith(window.kept)`);
  await until(`title() === 'Small'`);
  await run('tap(4)');
  await until(`step() === 'Statement 2 of 2'`);
  await browser.assertQuiet();
});

test('a widget that is inserted again keeps its screen, and takes the language of its new place', async () => {
  await begin(`${widget()}<section lang="nb"></section>`);
  await run(`window.kept = widget; widget.remove()`);
  assert.deepEqual(await run('return [widgets.length, answers(kept), kept.scorecard]'), [0, first, null]);
  await run(`document.querySelector('#after').before(kept)`);
  assert.deepEqual(await run('return [step(), answers()]'), ['Statement 2 of 2', first]);
  await run(`widget.remove()`);
  await run(`document.querySelector('section').append(kept)`);
  await until(`title() === 'Liten'`);
  assert.deepEqual(await run('return [step(), answers()]'), ['Påstand 2 av 2', first]);
  await run('tap(0)');
  await until(`part(widget, '.result')`);
  await browser.assertQuiet();
});

test('a clone is a widget of its own', async () => {
  await begin(widget('storage="none"'));
  await run('widget.after(widget.cloneNode(true))');
  await until('title(widgets[1])');
  assert.deepEqual(await run('return [...widgets].map(step)'), ['Statement 2 of 2', 'Statement 1 of 2']);
  await run('tap(0, widgets[1])');
  await until(`step(widgets[1]) === 'Statement 2 of 2'`);
  assert.deepEqual(await run('return [...widgets].map(answers)'), [first, '{"s1":{"agreement":1}}']);
  await browser.assertQuiet();
});

test('a widget that is created in or moved into a frame has its own style there, and can be moved back', async () => {
  const inFrame = `document.querySelector('iframe').contentDocument`;
  const look = `return [step(kept), getComputedStyle(part(kept, '.answer')).display]`;
  await begin(`${widget()}<iframe srcdoc="<!doctype html><html lang=en><title>Frame</title>"></iframe>`);
  await until(`${inFrame}.title === 'Frame'`);
  await run(`window.kept = widget; ${inFrame}.body.append(kept)`);
  assert.deepEqual(await run(look), ['Statement 2 of 2', 'flex']);
  await run('document.body.append(kept)');
  assert.deepEqual(await run(look), ['Statement 2 of 2', 'flex']);
  await run('tap(0)');
  await until(`part(widget, '.result')`);
  await run(`window.kept = document.createElement('${TAG}'); kept.load = 'now'; ${inFrame}.body.append(kept)`);
  await until('title(kept)');
  assert.deepEqual(await run(look), ['Statement 1 of 10', 'flex']);
  await browser.assertQuiet();
});

for (const mode of ['open', 'closed']) {
  test(`inside ${mode} shadow roots the widget takes the language of the hosts around it`, async () => {
    await browser.visit('/page.html', { html: `<section lang="nb"><div id="host"></div></section>` });
    await run(
      `const outer = document.querySelector('#host').attachShadow({ mode: '${mode}' });
      const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: '${mode}' });
      const element = inner.appendChild(document.createElement('${TAG}'));
      Object.assign(element, { load: 'now', questionnaire: arguments[0] });
      window.kept = element;`,
      questionnaire,
    );
    await until(`title(kept) === 'Liten'`);
    await run('tap(4, kept)');
    await until(`step(kept) === 'Påstand 2 av 2'`);
    await run(`document.querySelector('section').lang = 'de'`);
    await until(`title(kept) === 'Klein'`);
    assert.equal(await run('return answers(kept)'), first);
    await browser.assertQuiet();
  });
}

test('a widget in a slot of another element’s shadow root works', async () => {
  await show(`<div>${widget()}</div>`);
  await run(`widget.parentNode.attachShadow({ mode: 'open' }).innerHTML = '<section><slot></slot></section>'`);
  await browser.tap('.answers label', 4);
  await until(`step() === 'Statement 2 of 2'`);
  assert.ok(await run(`return part(widget, '.card').getBoundingClientRect().height > 0`));
  await browser.assertQuiet();
});

test('in a sandboxed frame the widget works and stores nothing', async () => {
  copy('/shared', { headers: { 'access-control-allow-origin': '*' } });
  // No driver can reach the frame, which has its own origin, so it communicates by messages.
  browser.serve(
    '/framed.html',
    page(`${widget()}<script>
    addEventListener('message', ({ data }) => {
      ${PAGE}
      if (data === 'tap') tap(4);
      let storage = 'there';
      try { sessionStorage.length; } catch { storage = 'absent'; }
      parent.postMessage({ title: title(), step: step(), storage, collected }, '*');
    });</script>`).replace('/scorecard/', '/shared/'),
  );
  const say = (word) => `document.querySelector('iframe').contentWindow.postMessage('${word}', '*')`;
  const load = async () => {
    await browser.visit('/page.html', {
      html: `<iframe sandbox="allow-scripts" src="/framed.html" height="900"></iframe>
      <script>addEventListener('message', ({ data }) => (window.framed = data))</script>`,
    });
    await until(`(${say('tell')}, window.framed?.title)`);
    return run('return framed');
  };
  assert.deepEqual(await load(), { title: 'Small', step: 'Statement 1 of 2', storage: 'absent', collected: [] });
  await run(say('tap'));
  await until(`(${say('tell')}, framed.step === 'Statement 2 of 2')`);
  assert.deepEqual((await load()).step, 'Statement 1 of 2', 'nothing was stored');
  await browser.assertQuiet();
});

test('after the body is replaced, and again by its cached clone, the reader continues where they were', async () => {
  await begin();
  await run(`window.cached = document.body.cloneNode(true);
    const next = document.createElement('body');
    next.innerHTML = '<h1>Next</h1>${OPEN}>${CLOSE}<div data-${TAG} data-load="now" data-instance="b"></div>';
    document.body.replaceWith(next);`);
  await until(`step() === 'Statement 1 of 10' && step(widgets[1]) === 'Statement 1 of 10'`);
  await run('tap(3); document.body.replaceWith(cached)');
  await until(`step() === 'Statement 2 of 2'`);
  assert.deepEqual(await run('return [widgets.length, answers()]'), [1, first]);
  await run('tap(0)');
  await until(`part(widget, '.result')`);
  await browser.assertQuiet();
});

test('a view transition keeps the widget, and shows a new one', async () => {
  await begin();
  assert.equal(await run('return typeof document.startViewTransition'), 'function', `${ENGINE} has view transitions`);
  await run(`const it = widget;
    document.startViewTransition(() => {
      const next = document.createElement('main');
      next.append(it);
      next.insertAdjacentHTML('beforeend', '${OPEN} storage="none">${CLOSE}');
      document.querySelector('main').replaceWith(next);
    }).updateCallbackDone.then(() => (window.isSwapped = true));`);
  await until('window.isSwapped && title(widgets[1])');
  assert.deepEqual(await run('return [step(), step(widgets[1])]'), ['Statement 2 of 2', 'Statement 1 of 10']);
  await run('tap(0)');
  await until(`part(widget, '.result')`);
  await browser.assertQuiet();
});

test('after another page, Back restores the screen, and the widget does not prevent the page cache', async (t) => {
  const spy = `<script>window.heard = [];
    const { addEventListener: add } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (name, ...more) {
      if (/unload|pagehide/.test(name)) heard.push(name);
      return add.call(this, name, ...more);
    };
    add.call(window, 'pageshow', ({ persisted }) => (window.persisted = persisted));</script>`;
  await begin(spy + widget());
  assert.deepEqual(await run('return [heard, onunload, onbeforeunload]'), [[], null, null]);
  await browser.assertQuiet();
  await browser.go(`${browser.url}/blank`);
  await browser.back();
  await until(`step() === 'Statement 2 of 2' && answers() === '${first}' && 'persisted' in window`);
  t.diagnostic(`${ENGINE}: pageshow.persisted was ${await run('return persisted')}`);
  await run('tap(0)');
  await until(`part(widget, '.result')`);
  await browser.assertQuiet();
});

test('the language follows the lang attributes of the element and of everything around it', async () => {
  await begin(`<section><div>${widget()}</div></section>`);
  for (const [where, lang, expected] of [
    ['html', 'nb', 'Liten'],
    ['section', 'de', 'Klein'],
    [TAG, 'nb', 'Liten'],
    [TAG, null, 'Klein'],
    ['section', null, 'Liten'],
    ['html', 'en', 'Small'],
  ]) {
    await run(
      `const it = document.querySelector(arguments[0]);
      if (arguments[1]) it.lang = arguments[1]; else it.removeAttribute('lang')`,
      where,
      lang,
    );
    await until(`title() === '${expected}'`);
    assert.match(await run('return step()'), / 2 /, `${where} ${lang}`);
    assert.equal(await run('return answers()'), first);
  }
  await browser.assertQuiet();
});

test('the card keeps its own language and direction when the page changes its direction', async () => {
  await begin();
  const card = `const it = part(widget, '.card'); return [it.lang, it.dir, getComputedStyle(it).direction, step()]`;
  for (const dir of ['rtl', 'ltr', 'rtl']) {
    await run(`document.documentElement.dir = '${dir}'`);
    assert.deepEqual(await run(card), ['en', 'ltr', 'ltr', 'Statement 2 of 2']);
  }
  await run(`document.documentElement.lang = 'ar'; widget.questionnaire = arguments[0]`, small({ lang: 'ar' }));
  await until(`part(widget, '.card').lang === 'ar'`);
  assert.equal(await run(`return getComputedStyle(part(widget, '.card')).direction`), 'rtl');
  await browser.assertQuiet();
});
