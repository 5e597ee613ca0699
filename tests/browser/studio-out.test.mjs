/**
 * What leaves the studio: pages, plugins, links, translations, and the look. Knows www/studio.html;
 * tests/browser/studio.test.mjs tests how a scorecard is written there.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { Key, small, start } from './harness.mjs';
import { STAGE, studio } from './studio-stage.mjs';

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

test('the ZIP has a page that shows the scorecard, also from disk', async () => {
  await page.come();
  await page.openFile(small({ title: 'A < B & "C" </title>' }));
  await page.view('publish');
  await page.press('A page of its own With everything, to link to from any blog');
  await page.catchSaves();
  await page.press('Save small.zip');
  const { name, bytes } = await page.saved();
  assert.equal(name, 'small.zip');
  await page.type('Address of the file', '/own/small.js');
  await browser.press(Key.TAB);
  const lines = await page.text('.snippet code');
  const files = unzipSync(bytes);
  const named = Object.keys(files).map((it) => it.replace(/-[\da-f]{8}/, ''));
  const wanted = [
    'core.js',
    'core.wasm',
    'doctor.js',
    'extras.js',
    'extras.wasm',
    'index.html',
    'small.js',
    'small.json',
  ];
  assert.deepEqual(named.sort(), wanted);
  const types = { html: 'text/html', js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' };
  for (const [file, content] of Object.entries(files)) {
    browser.serve(`/own/${file}`, Buffer.from(content), { type: types[file.split('.').at(-1)] });
  }
  await browser.visit('/own/index.html');
  await browser.ready();
  assert.equal(await page.title(), 'A < B & "C" </title>');
  for (let count = 0; count < 2; count++) await browser.advance();
  await browser.extras();
  assert.deepEqual(await browser.console(), []);

  // The lines to paste show the same scorecard, with its extras, in another page of the site.
  const blog = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Blog</title>
    <link rel="icon" href="data:,">${lines.replace('<misconception-scorecard', '$& debug="off"')}</html>`;
  browser.serve('/blog/post.html', blog);
  await browser.visit('/blog/post.html');
  await browser.ready();
  for (let count = 0; count < 2; count++) await browser.advance();
  await browser.extras();
  assert.deepEqual(await browser.console(), []);
});

test('what was saved for publishing opens again as the scorecard that it was made from', async () => {
  const original = small({
    scale: { points: 3, labels: ['No', 'Perhaps', 'Yes'] },
    outcomes: [{ from: 0, title: 'Well.' }],
    translations: {
      de: {},
      // The title is the same in both languages.
      nb: {
        title: 'Small',
        scale: { labels: ['Nei', 'Kanskje', 'Ja'] },
        outcomes: [{ title: 'Vel.' }],
        statements: { s1: 'Påstand 1.' },
      },
    },
  });
  await page.come();
  await page.openFile(original);
  await page.checked();
  await page.view('publish');
  await page.catchSaves();
  const saved = [];
  for (const [way, name] of [
    ['One file For a blog or any page that takes files', 'small.js'],
    ['A page of its own With everything, to link to from any blog', 'small.zip'],
    ['WordPress A plugin to upload', 'scorecard-embed.zip'],
  ]) {
    await page.press(way);
    await page.press(`Save ${name}`);
    saved.push([name, (await page.saved()).bytes]);
  }
  for (const [name, bytes] of saved) {
    await page.press('All scorecards');
    await page.openBytes(bytes, name);
    const { $schema, ...document } = await page.document();
    assert.deepEqual(document, original, name);
  }
  await browser.assertQuiet();
});

test('the file for WordPress is the tested plugin with the scorecard in it', async () => {
  await page.come();
  await page.openFile(small({ translations: { nb: { title: 'Liten' } } }));
  await page.view('publish');
  await page.press('WordPress A plugin to upload');
  await page.catchSaves();
  await page.press('Save scorecard-embed.zip');
  const files = unzipSync((await page.saved()).bytes);
  const folder = 'scorecard-embed/';
  const php = readFileSync(new URL('../hosts/wordpress/scorecard-embed/scorecard-embed.php', import.meta.url), 'utf8');
  assert.equal(Buffer.from(files[`${folder}scorecard-embed.php`]).toString(), php);
  assert.deepEqual(
    JSON.parse(Buffer.from(files[`${folder}small.json`]).toString()),
    small({ translations: { nb: { title: 'Liten' } } }),
  );
  const script = readFileSync(new URL('../../pkg/dist/scorecard.js', import.meta.url));
  assert.ok(Buffer.from(files[`${folder}scorecard/scorecard.js`]).equals(script));
  const snippets = await browser.run(
    `return [...document.querySelectorAll('.snippet code')].map((it) => it.innerText.split('\\n')[0])`,
  );
  assert.equal(await browser.run(`return document.querySelectorAll('.steps > li').length`), 3);
  assert.deepEqual(snippets, [
    '<misconception-scorecard src="/wp-content/plugins/scorecard-embed/small.json" lang="en">',
    '<div data-misconception-scorecard data-src="/wp-content/plugins/scorecard-embed/small.json" data-lang="en">',
  ]);
  await page.choose('Language to show', 'Norwegian Bokmål');
  await page.says('.snippet code', /^<misconception-scorecard src="[^"]+" lang="nb">/);
  await browser.assertQuiet();
});

test('a site with a build gets the package, the questionnaire and a recipe', async () => {
  await page.come();
  await page.openFile(small());
  await page.view('publish');
  await page.press('Other ways');
  await page.press('For developers Hugo, Jekyll, Eleventy, Next.js, Vue …');
  await page.choose('Your site is made with', 'Jekyll');
  await page.says('.recipe', /Copy the folder to the top of your site/);
  await page.catchSaves();
  await page.press('Save small-site.zip');
  const files = unzipSync((await page.saved()).bytes);
  assert.ok(files['small.json'] && files['scorecard/scorecard.js']);
  await browser.assertQuiet();
});

test('a link contains the whole draft; a damaged or newer link is reported', async () => {
  await page.come();
  await page.openFile(small({ title: 'Ærlig talt 🐝' }));
  await page.view('publish');
  await page.press('A link to the draft For a colleague to review');
  await page.press('Make a link');
  const link = await browser.until(`return document.querySelector('.snippet code')?.innerText`, 'the link');
  const hash = new URL(link).hash;
  assert.match(hash, /^#draft1\.[\w-]+$/);
  await page.come({ hash });
  await browser.until(`return document.querySelector('h1').innerText === 'Ærlig talt 🐝'`);
  assert.deepEqual(await page.document(), small({ title: 'Ærlig talt 🐝' }));
  for (const [broken, said] of [
    [hash.slice(0, -8), /^This link is damaged/],
    [hash.slice(0, 60) + (hash[60] === 'A' ? 'B' : 'A') + hash.slice(61), /^This link is damaged/],
    [hash.replace('draft1', 'draft2'), /^This link was made by a newer studio/],
  ]) {
    await page.come({ hash: broken });
    await page.says('#said', said);
  }
  await browser.assertQuiet();
});

test('a translation is written beside its original, counted, and can be sent to a translator and back', async () => {
  await page.come();
  await page.openFile(
    small({
      outcomes: [
        { from: 0, title: 'Well.' },
        { from: 1, title: 'Hm.' },
      ],
    }),
  );
  await page.view('translate');
  await page.choose('Add a language', 'Norwegian Bokmål');
  await page.says('.translate .count', '0 of 11 texts are translated.');
  await page.type('Title', 'Liten', '.translate');
  await page.says('.translate .count', '1 of 11 texts are translated.');
  await page.says('.left summary', /10 texts to translate/);
  await browser.until(`return document.querySelector('misconception-scorecard').lang === 'nb'`, 'the preview follows');
  await page.view('write');
  await page.says('.outline [aria-current] .name', 'Title and introduction');
  await browser.until(`return document.querySelector('misconception-scorecard').lang === 'en'`, 'the original again');
  await page.view('translate');
  await browser.until(
    `return document.querySelector('misconception-scorecard').lang === 'nb'`,
    'the translation again',
  );
  await browser.run(`document.querySelector('.left').open = true`);
  await page.says('.left', /10 texts missing in Norwegian Bokmål/);
  assert.equal(await page.text('.translate h3'), 'Misconception 1');
  assert.equal(await page.text('.translate section label'), 'What people believe');
  await page.catchSaves();
  await page.press('Save a table for a translator');
  const { name, bytes } = await page.saved();
  assert.equal(name, 'small.nb.csv');
  const lines = String(bytes).split('\r\n');
  assert.equal(lines[0], '\uFEFFplace,where,original,translation');
  assert.equal(lines[1], '/title,Title,Small,Liten');
  const back = lines
    .map((line) => (line.startsWith('/title,') ? line : line.replace(/,$/, ',"På norsk, takk"')))
    .join('\r\n');
  await browser.run(
    `const files = new DataTransfer();
    files.items.add(new File([arguments[0] + '/gone/0,x,y,z'], 'back.csv'));
    const input = document.querySelector('[name=translated]');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }))`,
    back,
  );
  await page.says('#said', 'The translation was added, except 1 text that this scorecard no longer has: /gone/0.');
  await page.says('.translate .count', 'All 11 texts are translated.');
  const { translations } = await page.document();
  assert.deepEqual(Object.keys(translations), ['nb']);
  assert.equal(translations.nb.title, 'Liten');
  assert.deepEqual(translations.nb.outcomes, [{ title: 'På norsk, takk' }, { title: 'På norsk, takk' }]);
  assert.equal(translations.nb.statements.s2, 'På norsk, takk');
  await browser.run(
    `const control = document.querySelector('.see [name=lang]'); control.value = 'nb';
    control.dispatchEvent(new Event('change', { bubbles: true }))`,
  );
  await page.titled('Liten');
  await browser.assertQuiet();
});

test('XLIFF goes to a translator and back; a file in another language, or a damaged one, is refused', async () => {
  const sources = [{ title: 'A book' }];
  const document = small();
  document.misconceptions[0] = { ...document.misconceptions[0], sources };
  await page.come();
  await page.openFile(document);
  await page.view('translate');
  await page.choose('Add a language', 'Norwegian Bokmål');
  await page.says('.translate .count', '0 of 9 texts are translated.');
  await page.type('Name of the source, source 1', 'En bok', '.translate');
  await page.says('.translate .count', '1 of 10 texts are translated.');
  await page.catchSaves();
  await page.press('Save as XLIFF');
  const { name, bytes } = await page.saved();
  assert.equal(name, 'small.nb.xlf');
  const made = String(bytes);
  assert.match(made, /<target xml:lang="nb">En bok<\/target>/);
  const take = (text) =>
    browser.run(
      `const files = new DataTransfer();
      files.items.add(new File([arguments[0]], 'back.xlf'));
      const input = document.querySelector('[name=translated]');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }))`,
      text,
    );
  await take(made.replace('target-language="nb"', 'target-language="sv"'));
  await page.says('#said', 'This is a translation into Swedish. Choose that language first. Nothing was imported.');
  await take(made.slice(0, -30));
  await page.says('#said', 'This XLIFF file is damaged or incomplete. Nothing was imported.');
  await take(made.replaceAll('</source>\n<note>', '</source>\n<target>På norsk &amp; så</target>\n<note>'));
  await page.says('#said', 'The translation was added. Undo removes it again.');
  await page.says('.translate .count', 'All 10 texts are translated.');
  const { translations } = await page.document();
  assert.equal(translations.nb.title, 'På norsk & så');
  assert.deepEqual(translations.nb.misconceptions.m1.sources, [{ title: 'En bok' }]);
  await browser.assertQuiet();
});

test('settings of the look are in the preview and in the snippet', async () => {
  await page.come();
  await page.openFile(small());
  await page.view('look');
  await page.choose('Statements', 'All at once');
  await page.type('Accent', '#ffee00');
  await page.says('.work', /Contrast with the page: 1\.\d to 1 if it is light, 1\d\.\d to 1 if it is dark\./);
  await page.says('.work', /On such a page this colour is faint\./);
  await browser.until(`${STAGE} return root.querySelectorAll('fieldset').length === 2`, 'both statements');
  const accent = `return document.querySelector('misconception-scorecard').style.getPropertyValue('--scorecard-accent')`;
  assert.equal(await browser.run(accent), '#ffee00');
  await page.view('publish');
  const tag = '<misconception-scorecard lang="en" layout="list" style="--scorecard-accent: #ffee00">';
  assert.equal((await page.text('.snippet code')).split('\n')[1], tag);
  await page.press('Undo');
  await browser.until(
    `return document.querySelector('misconception-scorecard').style.getPropertyValue('--scorecard-accent') === ''`,
  );
  await browser.assertQuiet();
});

test('what cannot be saved yet looks so, and leads to what is left to do', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.view('publish');
  await page.checked();
  const look = `const { backgroundColor, borderStyle } = getComputedStyle(document.querySelector('[data-make]'));
    return [backgroundColor, borderStyle]`;
  const blocked = await browser.run(look);
  await browser.run(`document.querySelector('[data-make]').click()`);
  assert.equal(await browser.run(`return document.querySelector('details.left').open`), true);
  assert.equal(await browser.run(`return document.activeElement.matches('.left summary')`), true);
  await page.openFile(small());
  await page.view('publish');
  await browser.until(`return !document.querySelector('[data-make]').ariaDisabled`);
  const ready = await browser.run(look);
  assert.notEqual(blocked[0], ready[0]);
  assert.notEqual(blocked[1], ready[1]);
  await browser.assertQuiet();
});

test('that it can be published is not said of what is not checked yet', async () => {
  await page.come();
  await page.openFile(small());
  await page.checked();
  const before = await page.text('.left');
  assert.match(before, /^Can be published/);
  // Reads the page immediately after the change, before the check has finished.
  const after = await browser.run(`const field = document.getElementById('at/title');
    field.value = 'New';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return new Promise((done) => setTimeout(() => done(document.querySelector('.left').innerText), 20))`);
  assert.match(after, /^Checking …/);
  await page.says('.left', before);
  await browser.assertQuiet();
});

test('what one file does not bring is said before it is saved', async () => {
  await page.come();
  await page.openFile(small());
  await page.view('publish');
  const isAbove = `return document.querySelector('.way > p').compareDocumentPosition(document.querySelector('[data-make]')) & 4`;
  assert.ok(await browser.run(isAbove));
  await page.says('.way > p', /come only with “A page of its own”\.$/);
  await page.says('.steps', /takes pictures only, and no file that ends in \.js/);
  await browser.assertQuiet();
});

test('a translation whose original is changed afterwards is marked, until it is changed too', async () => {
  await page.come();
  await page.openFile(small({ translations: { nb: { title: 'Liten', intro: 'x' } }, intro: 'Short' }));
  await page.section('Title and introduction');
  await page.type('Title', 'Larger');
  await page.view('translate');
  await page.says('.pairs', /Title\s*the original has changed since/);
  assert.equal(await browser.run(`return document.querySelectorAll('.mark').length`), 1);
  await page.type('Title', 'Større', '.translate');
  await browser.until(`return document.querySelector('.mark') === null`);
  await browser.assertQuiet();
});
