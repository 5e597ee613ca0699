/**
 * The widget on pages that use a library: Dark Reader, reveal.js, docsify, Vue, Idiomorph, jQuery.
 * Each library is the real one, and each page is the smallest on which it does its work. Each test
 * is named after what a person would see. Knows how a page calls a library; must not know how a
 * library works inside. Pages that only behave like one are in strange-pages.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Key, ROOT, embed, page, small, start } from './harness.mjs';

const FILES = {
  'darkreader.js': 'darkreader/darkreader.js',
  'reveal.css': 'reveal.js/dist/reveal.css',
  'reveal.js': 'reveal.js/dist/reveal.js',
  'docsify.js': 'docsify/lib/docsify.js',
  'vue.js': 'vue/dist/vue.global.prod.js',
  'idiomorph.js': 'idiomorph/dist/idiomorph.js',
  'jquery.js': 'jquery/dist/jquery.js',
};
const library = (name) => `<script src="/library/${name}"></script>`;

let browser;
before(async () => {
  browser = await start();
  for (const [name, path] of Object.entries(FILES)) {
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    const body = readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');
    browser.serve(`/library/${name}`, body, { type });
  }
});
after(() => browser?.close());

const WIDGET = `const widget = document.querySelector('misconception-scorecard');`;
const ATTRIBUTES = 'debug="off" advance="manual"';
const answers = () => browser.run(`${WIDGET} return widget.answers`);

async function show(html) {
  await browser.visit('/page.html', { html });
  await browser.ready();
}

/** Waits until the screen contains this text. */
const sees = (text) =>
  browser.until(`${ROOT} return root.querySelector('.card')?.innerText.includes(arguments[0])`, text, text);

/**
 * Answers both statements of the small questionnaire, the second one with the keyboard, and does
 * not move on.
 */
async function answerBoth() {
  await browser.tap('.answers label', 1);
  await browser.advance();
  await sees('Statement 2.');
  await browser.run(`${ROOT} root.querySelectorAll('.answers input')[2].focus()`);
  await browser.press(' ');
  assert.deepEqual(await answers(), BOTH);
}
const BOTH = { s1: { agreement: 2 }, s2: { agreement: 3 } };

/**
 * The shape of what is shown, as a reader would describe it. Colours are left out, because Dark
 * Reader chooses them. Lines are left out too: in WebKit, on any page, a line disappears if its
 * colour is a custom property of an adopted style sheet.
 */
const SHAPE = `${ROOT} return ['.card', '.primary', 'label', 'h2', 'textarea'].map((selector) => {
  const it = root.querySelector(selector);
  const { display, font, paddingTop, marginTop, borderRadius, inlineSize } = it ? getComputedStyle(it) : {};
  return [selector, display, font, paddingTop, marginTop, borderRadius, inlineSize].join(' ');
});`;
const INK = `${ROOT} return getComputedStyle(root.querySelector('.card')).color`;
/** The styles that Dark Reader has added to the widget. */
const THEIRS = `${ROOT} return [...root.querySelectorAll('style.darkreader')]`;

/** Goes to the scorecard; returns the shape of each screen. */
async function wayThrough() {
  const shapes = [await browser.run(SHAPE)];
  await answerBoth();
  shapes.push(await browser.run(SHAPE));
  await browser.advance();
  await browser.extras();
  return [...shapes, await browser.run(SHAPE)];
}

/** Asserts that the scorecard is light on dark and readable. */
async function assertDark() {
  const ink = await browser.run(INK);
  assert.ok(Math.min(...ink.match(/[\d.]+/g).slice(0, 3)) > 128, `${ink} is light`);
  assert.deepEqual(await browser.axe(), []);
}

test('if Dark Reader is on before the widget loads, it is dark and keeps its shape up to the scorecard', async () => {
  const widget = embed(small(), ATTRIBUTES);
  await show(`${library('darkreader.js')}${widget}`);
  const plain = await wayThrough();
  await show(`${library('darkreader.js')}<script>DarkReader.enable()</script>${widget}`);
  assert.deepEqual(await wayThrough(), plain);
  await assertDark();
  await browser.assertQuiet();
});

test('a reader who turns Dark Reader on while answering keeps screen and focus, and its styles stay until it is off', async () => {
  await show(library('darkreader.js') + embed(small(), ATTRIBUTES));
  await browser.tap('.answers label', 1);
  const seen = async () => [await browser.run(SHAPE), await browser.focused(), await answers()];
  const [before, ink] = [await seen(), await browser.run(INK)];
  await browser.run('DarkReader.enable()');
  await browser.until(`${THEIRS}.length`, 'its styles in the widget');
  await browser.run(`window.theirs = (() => { ${THEIRS} })()`);
  assert.deepEqual(await seen(), before);
  await browser.advance();
  await sees('Statement 2.');
  await browser.tap('.answers label', 4);
  await browser.advance();
  await browser.extras();
  await assertDark();
  const stay = `${ROOT} return theirs.length > 0 && theirs.every((it) => root.contains(it))`;
  assert.equal(await browser.run(stay), true, 'its styles are there');
  await browser.run(`${WIDGET} widget.restart()`);
  await sees('Statement 1.');
  assert.equal(await browser.run(stay), true, 'its styles are there after another start');
  await browser.run('DarkReader.disable()');
  await browser.until(`return (() => { ${INK} })() === '${ink}'`, 'the colour it had');
  await browser.assertQuiet();
});

test('on a slide of reveal.js arrow keys choose answers, and change slides only if no answer has the focus', async () => {
  const slides = `<link rel="stylesheet" href="/library/reveal.css">${library('reveal.js')}
    <div class="reveal" style="block-size: 40em"><div class="slides"><section>One</section>
    <section>${embed(small(), ATTRIBUTES).replace('load="now"', '')}</section><section>Three</section></div></div>
    <script>Reveal.initialize({ embedded: true, transition: 'none' })</script>`;
  await browser.visit('/page.html', { html: slides });
  await browser.until('return Reveal.isReady()');
  const slide = () => browser.run('return Reveal.getIndices().h');
  await browser.press(Key.ARROW_RIGHT);
  assert.equal(await slide(), 1);
  await browser.ready();

  await browser.run(`${ROOT} root.querySelectorAll('.answers input')[1].focus()`);
  await browser.press(' ');
  await browser.press(Key.ARROW_RIGHT, Key.ARROW_DOWN, Key.ARROW_LEFT);
  assert.deepEqual([await slide(), await answers()], [1, { s1: { agreement: 3 } }]);

  await browser.run(`${ROOT} root.activeElement.blur()`);
  await browser.press(Key.ARROW_RIGHT);
  assert.equal(await slide(), 2);
  await browser.press(Key.ARROW_LEFT);
  assert.deepEqual([await slide(), await answers()], [1, { s1: { agreement: 3 } }]);
  await browser.advance();
  await sees('Statement 2.');
  await browser.assertQuiet();
});

test('on a docsify site answers can be given, and are restored after a visit to another page', async () => {
  browser.serve('/README.md', '# Home\n\n[Quiz](quiz.md)\n', { type: 'text/markdown' });
  const tag = `<misconception-scorecard load="now" src="small.json" ${ATTRIBUTES}></misconception-scorecard>`;
  browser.serve('/quiz.md', `# Quiz\n\n${tag}\n\n[Home](/)\n`, { type: 'text/markdown' });
  browser.serve('/small.json', JSON.stringify(small()), { type: 'application/json' });
  browser.serve('/page.html', page(`<div id="app"></div><script>$docsify = {}</script>${library('docsify.js')}`));
  await browser.visit('/page.html#/quiz');
  await browser.ready();
  await sees('Statement 1.');
  await answerBoth();
  const follow = (text) =>
    browser.run(
      `[...document.querySelectorAll('.markdown-section a')].find((it) => it.innerText === '${text}').click()`,
    );
  await follow('Home');
  await browser.until(`return !document.querySelector('misconception-scorecard')`, 'the other page');
  await follow('Quiz');
  await browser.ready();
  await sees('Statement 2.');
  assert.deepEqual(await answers(), BOTH);
  await browser.back();
  await browser.until(`return !document.querySelector('misconception-scorecard')`, 'the other page');
  await browser.back();
  await browser.ready();
  assert.deepEqual(await answers(), BOTH);
  await browser.advance();
  await browser.extras();
  await browser.assertQuiet();
});

/** A Vue page that holds the questionnaire and the answers, and gets each new answer. */
const vue = (more = '') => `<div id="app"></div>${library('vue.js')}<script type="module">${more}
  const { createApp, reactive } = Vue;
  window.starts = 0;
  window.state = reactive({ round: 0, questionnaire: ${JSON.stringify(small({ title: 'From Vue' }))}, answers: { s1: { agreement: 2 } } });
  const app = createApp({
    data: () => ({ state }),
    methods: { ready() { starts++; }, answered({ target }) { this.state.answers = target.answers; } },
    template: \`<p id="round">{{ state.round }}</p><misconception-scorecard load="now" ${ATTRIBUTES}
      :questionnaire.prop="state.questionnaire" :answers.prop="state.answers"
      @scorecard-ready="ready" @scorecard-answered="answered"></misconception-scorecard>\`,
  });
  app.config.compilerOptions.isCustomElement = (tag) => tag === 'misconception-scorecard';
  app.mount('#app');</script>`;

for (const [order, more] of [
  ['before', ''],
  ['after', `import '/scorecard/scorecard.js';`],
]) {
  test(`a questionnaire that Vue sets ${order} the element is defined is shown, and further renderings disturb nobody`, async () => {
    await show(vue(more));
    await sees('From Vue');
    assert.deepEqual(await answers(), { s1: { agreement: 2 } });
    await answerBoth();
    const focused = await browser.focused();
    await browser.run('window.card = arguments[0]', await browser.find('.card'));
    const round = `return document.querySelector('#round').innerText`;
    for (let count = 1; count <= 3; count++) {
      await browser.run(`for (const key of ['questionnaire', 'answers']) state[key] = JSON.parse(JSON.stringify(state[key]));
        state.round++`);
      await browser.until(`${round} === '${count}'`, 'a rendering');
    }
    await sees('Statement 2.');
    assert.deepEqual(
      [await answers(), await browser.focused(), await browser.run('return starts')],
      [BOTH, focused, 1],
    );
    assert.equal(
      await browser.run(`${ROOT} return root.querySelector('.card') === card`),
      true,
      'nothing was rendered again',
    );

    await browser.run(`state.questionnaire = { ...state.questionnaire, title: 'Another' }`);
    await browser.until('return starts === 2', 'a start with the new questionnaire');
    assert.deepEqual(await answers(), BOTH);
    await browser.assertQuiet();
  });
}

/** Morphs the page into what the server sends now. */
const MORPH = `return fetch(location.href).then((answer) => answer.text()).then((text) => {
  Idiomorph.morph(document.body, new DOMParser().parseFromString(text, 'text/html').body);
});`;
const NEWS = '<p id="news">News</p><ul><li>One</li></ul>';

test('morphing the page into new HTML from the server keeps the widget, its answers and the focus', async () => {
  const html = `${library('idiomorph.js')}${embed(small(), ATTRIBUTES)}`;
  await show(html);
  await answerBoth();
  const focused = await browser.focused();
  await browser.run(`${WIDGET} window.before = widget`);
  for (const body of [NEWS + html, html + NEWS, html]) {
    browser.serve('/page.html', page(body));
    await browser.run(MORPH);
    assert.equal(await browser.run(`${WIDGET} return widget === before`), true);
    assert.deepEqual([await answers(), await browser.focused()], [BOTH, focused]);
  }
  await browser.advance();
  await browser.extras();
  await browser.assertQuiet();
});

test('a marked place keeps its widget when the page is morphed into HTML in which the place is empty', async () => {
  browser.serve('/small.json', JSON.stringify(small()), { type: 'application/json' });
  const html = `${library('idiomorph.js')}<div data-misconception-scorecard data-load="now" data-src="/small.json"
    data-debug="off" data-advance="manual" data-storage="none"></div>`;
  await show(html);
  await answerBoth();
  await browser.run(`${WIDGET} window.before = widget`);
  browser.serve('/page.html', page(NEWS + html));
  await browser.run(MORPH);
  await browser.ready();
  assert.equal(await browser.run(`${WIDGET} return widget === before`), true);
  await sees('Statement 2.');
  assert.deepEqual(await answers(), BOTH);
  await browser.advance();
  await browser.extras();
  await browser.assertQuiet();
});

test('a widget that jQuery moves, removes and inserts again is as the reader left it', async () => {
  await show(`${library('jquery.js')}<div id="one"></div><div id="two">Two</div>${embed(small(), ATTRIBUTES)}`);
  await answerBoth();
  await browser.run(`${WIDGET} window.before = widget`);
  for (const move of [
    `$('#one').append($(before))`,
    `$('#two').html($(before))`,
    `$(before).wrap('<section>')`,
    `window.taken = $('#two').detach(); taken.appendTo('main')`,
    `taken = $(before).detach(); $('#one').html('<p>One</p>').prepend(taken)`,
  ]) {
    await browser.run(move);
    assert.equal(await browser.run(`${WIDGET} return widget === before`), true, move);
    await sees('Statement 2.');
    assert.deepEqual(await answers(), BOTH, move);
  }
  await browser.advance();
  await browser.extras();
  await browser.assertQuiet();
});

test('keyboard shortcuts that jQuery adds to the document do not react to typed text or to keys that choose an answer', async () => {
  await show(`${library('jquery.js')}<script>window.heard = [];
    $(document).on('keydown keypress keyup', ({ type, key }) => heard.push(type + ' ' + key));</script>
    ${embed(small(), ATTRIBUTES)}`);
  await answerBoth();
  await browser.press(Key.ARROW_DOWN);
  assert.deepEqual(await answers(), { ...BOTH, s2: { agreement: 4 } });
  await browser.advance();
  await browser.extras();
  await browser.tap('textarea');
  await browser.press('jk? ');
  assert.equal(await browser.run(`${ROOT} return root.querySelector('textarea').value`), 'jk? ');
  assert.deepEqual(await browser.run('return heard'), []);
  await browser.press(Key.ESCAPE);
  assert.equal((await browser.run('return heard'))[0], 'keydown Escape');
  await browser.assertQuiet();
});

/**
 * Inserts HTML in a task of the page's own: in a script that WebKit's driver runs, microtasks run
 * in between.
 */
const PUT = `return new Promise((done) => setTimeout((html) => done(void $('#place').html(html)), 0, arguments[0]))`;

test('a tag that jQuery inserts as HTML shows the questionnaire in it', async () => {
  await browser.visit('/page.html', { html: `${library('jquery.js')}<div id="place"></div>` });
  await browser.run(PUT, embed(small(), ATTRIBUTES));
  await sees('Statement 1.');
  await answerBoth();
  await browser.run(PUT, await browser.run(`return $('#place').html()`));
  await sees('Statement 2.');
  assert.deepEqual(await answers(), BOTH);
  await browser.assertQuiet();
});
