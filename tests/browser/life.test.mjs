/**
 * The widget on a page that changes: several widgets, moves, copies, frames, other shadow roots,
 * the script in various places and twice, pages that are swapped and returned to, a change of
 * language. Other tests check what the widget does; here it only has to be there, once, with the
 * reader's answers and without errors.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ENGINE, embed, page, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const dist = fileURLToPath(new URL('../../pkg/dist/', import.meta.url));
const TAG = 'misconception-scorecard';
const OPEN = `<${TAG} load="now"`;
const CLOSE = `</${TAG}>`;
const SCRIPT = '<script type="module" src="/scorecard/scorecard.js"></script>';

/**
 * Helpers for scripts in the page: widgets, what they show, and a tap on an answer, which takes
 * effect after a moment.
 */
const PAGE = `
const widgets = document.getElementsByTagName('${TAG}');
const widget = widgets[0];
const part = (it, selector) => it?.shadowRoot?.querySelector(selector);
const title = (it = widget) => part(it, 'h2')?.innerText;
const step = (it = widget) => part(it, '.progress')?.innerText;
const answers = (it = widget) => JSON.stringify(it.answers);
const tap = (place, it = widget) => it.shadowRoot.querySelectorAll('.answers label')[place]
  .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }));`;
const run = (script, ...values) => browser.run(PAGE + script, ...values);
const until = (condition) => browser.until(`${PAGE} return ${condition}`, condition);
const first = `{"s1":{"agreement":5}}`;

const questionnaire = small({ translations: { nb: { title: 'Liten' }, de: { title: 'Klein' } } });
const widget = (attributes = '') => embed(questionnaire, attributes);

async function show(html) {
  await browser.visit('/page.html', { html });
  await until('title()');
}

/** Shows the widget and answers its first statement. */
async function begin(html = widget()) {
  await show(html);
  await run('tap(4)');
  await until(`step() === 'Statement 2 of 2'`);
}

/** Serves the built files from another folder. */
function copy(folder, { headers, change = (text) => text } = {}) {
  for (const name of readdirSync(dist)) {
    const body = name === 'scorecard.js' ? change(readFileSync(dist + name, 'utf8')) : readFileSync(dist + name);
    const type = path.extname(name) === '.wasm' ? 'application/wasm' : 'text/javascript';
    browser.serve(`${folder}/${name}`, body, { type, headers });
  }
}

/** A page with nothing but `html`: without the script that `page` adds at the end. */
async function own(html) {
  browser.serve('/own.html', `<!doctype html><html lang="en"><title>Own</title><link rel="icon" href="data:,">${html}`);
  await browser.visit('/own.html');
}

test('three widgets of different questionnaires and languages know nothing of each other', async () => {
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

test('the same questionnaire twice runs twice, and with instance keeps its answers apart over a reload', async () => {
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

test('a widget that is moved while an answer waits moves on, and leaves the focus outside where it is', async () => {
  await show(`<input id="outside">${widget()}`);
  await run(`tap(4); document.querySelector('#outside').focus(); document.querySelector('#after').after(widget)`);
  assert.deepEqual(await run('return [step(), document.activeElement.id]'), ['Statement 1 of 2', 'outside']);
  await until(`step() === 'Statement 2 of 2'`);
  assert.equal(await run('return answers()'), first);
  assert.equal(await run('return document.activeElement.id'), 'outside');
  await browser.assertQuiet();
});

test('a widget taken away while an answer waits has moved on when it is back', async () => {
  await show(widget());
  await run(`window.kept = widget; tap(4); kept.remove();
    // As long as the widget waits.
    setTimeout(() => document.body.append(kept), 350)`);
  await until(`step() === 'Statement 2 of 2'`);
  await browser.assertQuiet();
});

test('a widget removed while it loads says nothing, and is whole when it is put back', async () => {
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
  assert.deepEqual(await run('return [widgets.length, told.length]'), [1, 1], 'only the other one is there');
  await run(`widget.replaceWith(window.kept)`);
  await until(`title() === 'Small'`);
  await run('tap(4)');
  await until(`step() === 'Statement 2 of 2'`);
  await browser.assertQuiet();
});

test('a widget put back keeps its screen, and where another language is spoken, speaks it', async () => {
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

test('a widget made or moved into a frame’s document is there in its own style, and comes back', async () => {
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
  test(`inside ${mode} shadow roots the language comes through the hosts`, async () => {
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

test('slotted into another element’s shadow root it is as in the page', async () => {
  await show(`<div>${widget()}</div>`);
  await run(`widget.parentNode.attachShadow({ mode: 'open' }).innerHTML = '<section><slot></slot></section>'`);
  await browser.tap('.answers label', 4);
  await until(`step() === 'Statement 2 of 2'`);
  assert.ok(await run(`return part(widget, '.card').getBoundingClientRect().height > 0`));
  await browser.assertQuiet();
});

test('a sandboxed frame has a widget that keeps nothing', async () => {
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
  assert.deepEqual((await load()).step, 'Statement 1 of 2', 'nothing was kept');
  await browser.assertQuiet();
});

for (const [what, second] of [
  ['from the same address', SCRIPT],
  ['from another address', SCRIPT.replace('.js', '.js?v=2')],
  ['in two versions', SCRIPT.replace('/scorecard/', '/newer/')],
]) {
  test(`a page with the script twice, ${what}, has one definition and each widget once`, async () => {
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
  'the script as soon as it is there': `<head>${SCRIPT.replace('src', 'async src')}</head><body>${widget()}`,
  'a script that is put in later': `<body>${widget()}<script>document.head.append(
    Object.assign(document.createElement('script'), { type: 'module', src: '/scorecard/scorecard.js' }))</script>`,
  'an element made before the script': `<body>${inline}<script>document.body.append(make())</script>${SCRIPT}`,
  'an element made after the script': `<body>${inline}${SCRIPT}<script type="module">document.body.append(make())</script>`,
  'an element put in as HTML': `<body><p></p>${SCRIPT}<script type="module">
    document.querySelector('p').innerHTML = '${OPEN}>${CLOSE}'</script>`,
  'an element from a template': `<body><template>${widget()}</template>${SCRIPT}<script type="module">
    const { content } = document.querySelector('template');
    document.body.append(content.cloneNode(true))</script>`,
};
for (const [what, html] of Object.entries(ORDERS)) {
  test(`${what}: there is one widget and it works`, async () => {
    await own(html);
    await until('title()');
    await run('tap(4)');
    await until(`step().startsWith('Statement 2 of')`);
    assert.equal(await run('return widgets.length'), 1);
    await browser.assertQuiet();
  });
}

test('a marked place becomes a widget with the place’s attributes and content, and stays as it is', async () => {
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

test('a marked place gives the element its own attributes only, and never names code to run', async () => {
  const stranger = `data-assets="/elsewhere" data-onclick="pwned()" data-style="color: red" data-1x="" data-is="x"`;
  await browser.visit('/page.html', { html: `<div data-${TAG} data-load="now" ${stranger}></div>` });
  await until('title()');
  assert.deepEqual(await run('return widget.getAttributeNames()'), ['load']);
  assert.ok(!browser.requests.some((it) => it.startsWith('/elsewhere')));
});

test('a marked place put in later becomes a widget, once', async () => {
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

test('a marked place that is the last of a page still being read becomes a widget', async () => {
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

test('a body swapped for another and back for its cached clone resumes where the reader was', async () => {
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

test('a view transition carries the widget over, and brings in another', async () => {
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

test('back from another page the screen is as it was, and nothing forbids the page cache', async (t) => {
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

test('the language changes with the element, the page and all between, while it runs', async () => {
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

test('the direction of the page changes while it runs, and the card keeps its own language and direction', async () => {
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
