/**
 * The components for React and Vue, and the plain tag in Preact, Solid and Svelte, in pages made
 * with these frameworks: rendered in the browser, or sent by a server and hydrated, also with a
 * first screen rendered in advance. A parent that renders at each event undoes nothing. The
 * frameworks are built for development, so their warnings count.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LIST, REACT, stage } from './components-stage.mjs';
import { ROOT, start } from './harness.mjs';

let browser;
let show;
let sent;
let heard;
let walk;
before(async () => {
  browser = await start();
  ({ show, sent, heard, walk } = stage(browser, 'components'));
});
after(() => browser?.close());

for (const name of [
  'react-browser.jsx',
  'vue-browser.js',
  'preact-browser.jsx',
  'solid-browser.js',
  'svelte-browser.js',
]) {
  test(`${name}: shows its own questionnaire, sends each event once, keeps the answers, and unmounts`, async () => {
    await show(name, LIST);
    await walk();
    await browser.run('window.unmount()');
    assert.equal(await browser.run(`return document.querySelector('misconception-scorecard')`), null);
    await browser.assertQuiet(REACT);
  });
}

for (const [name, framework] of [
  ['react', 'React'],
  ['vue', 'Vue'],
]) {
  const ending = name === 'react' ? 'jsx' : 'js';
  test(`${framework}: HTML from the server has the fallback and no object in an attribute, and hydrates without warnings`, async () => {
    const [given, html] = await sent(`${name}-server.${ending}`, LIST);
    assert.match(html, /<misconception-scorecard [^>]*lang="en"[^>]*>\s*<p>Questions belong here\.<\/p>/);
    assert.doesNotMatch(html, /questionnaire=|\[object/);
    await show(`${name}-browser.${ending}`, given, { html });
    await walk();
    await browser.assertQuiet(REACT);
  });

  test(`${framework}: the same answers are set only once, and different answers are set again`, async () => {
    await show(`${name}-browser.${ending}`, { ...LIST, answers: { 'salt-1': { agreement: 5 } } });
    await browser.until(`return window.heard?.length > 0`, 'scorecard-ready');
    const chosen = `return document.querySelector('misconception-scorecard').answers['salt-1']?.agreement`;
    await browser.until(`${chosen} === 5`);
    await browser.run(`${ROOT} root.querySelectorAll('[name="agreement-0"]')[1].click()`);
    await browser.until(`${chosen} === 2`);
    await browser.run(`window.render({ answers: { 'salt-1': { agreement: 5 } } })`);
    await new Promise((later) => setTimeout(later, 100));
    assert.equal(await browser.run(chosen), 2, 'setting the same answers again undoes nothing');
    await browser.run(`window.render({ answers: { 'salt-1': { agreement: 4 } } })`);
    await browser.until(`${chosen} === 4`);
    await browser.run(`window.render({ layout: undefined })`);
    await browser.until(`return !document.querySelector('misconception-scorecard').hasAttribute('layout')`);
    await browser.assertQuiet(REACT);
  });

  test(`${framework}: the component gets scorecard-ready even if the widget was ready before it listened`, async () => {
    const [given, html] = await sent(`${name}-server.${ending}`, { ...LIST, questionnaire: undefined, layout: 'list' });
    await show(`${name}-browser.${ending}`, given, {
      html,
      head: '<script type="module" src="/scorecard/scorecard.js"></script>',
      before: async () => {
        await browser.until(`return window.told?.includes('ready social-media')`, 'the tag');
        assert.equal(await heard(), null);
      },
    });
    await browser.until(
      `return window.heard?.some((it) => it.startsWith('ready {"id":"social-media'))`,
      'the earlier event',
    );
  });
}

for (const name of ['react-page.jsx', 'vue-page.js', 'preact-page.jsx', 'solid-page.js', 'svelte-page.js']) {
  test(`the recipe of www/hosts.html works, ${name}: the page’s own questionnaire is shown, and the page gets its scorecard`, async () => {
    await show(name, {}, { from: 'recipes' });
    await browser.until(`return window.told?.length > 0`, 'scorecard-ready');
    assert.deepEqual(await browser.run('return told'), ['ready kitchen']);
    await browser.run(
      `document.querySelector('misconception-scorecard').answers = { 'salt-1': { agreement: 5 }, 'salt-2': { agreement: 1 } };`,
    );
    for (const _ of [1, 2]) await browser.advance();
    await browser.until(`return document.title === '1 held'`, 'the event');
    assert.equal(
      await browser.run(`return document.querySelector('misconception-scorecard').ready.then(({ lang }) => lang)`),
      'en',
    );
    await browser.assertQuiet(REACT);
  });
}

test('React: a first screen rendered on the server is shown before any script, and taken over', async () => {
  const { questionnaire, ...rest } = LIST;
  const [given, html] = await sent('react-server.jsx', {
    questionnaire,
    storage: 'none',
    prerender: { layout: rest.layout, load: rest.load, class: 'wide & <long>' },
  });
  assert.match(html, /<misconception-scorecard [^>]*class="wide &amp; &lt;long&gt;"/);
  assert.match(html, /<template shadowrootmode="open">/);
  await show('react-browser.jsx', given, {
    html,
    before: async () => {
      await browser.until(
        `return document.querySelector('#app misconception-scorecard')?.shadowRoot?.querySelector('.card') != null`,
      );
      await browser.run(`${ROOT} for (const it of root.querySelectorAll('.card *')) it.isSent = true`);
    },
  });
  await browser.until(`return told.length > 0`, 'scorecard-ready');
  assert.ok(
    await browser.run(`${ROOT} return [...root.querySelectorAll('*')].some((it) => it.isSent)`),
    'nodes are taken over',
  );
  await walk();
  const kept = await browser.run(`return document.querySelector('misconception-scorecard').className`);
  assert.equal(kept, 'wide & <long>');
  await browser.assertQuiet(REACT);
});
