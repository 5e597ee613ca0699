/**
 * The doctor: a widget that is shown, but not as intended. A tag that is not closed or that
 * Markdown tears apart, a property given as an attribute, wrong language tags, answers saved for
 * another questionnaire, a module that Vite left out; and as many similar pages without any
 * mistake.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import {
  MEANWHILE,
  TAG,
  WASM,
  assertTold,
  assertWell,
  browser,
  dist,
  serve,
  serveJson,
  show,
  tag,
  told,
} from './doctor-stage.mjs';
import { embed, page, small } from './harness.mjs';

/** A page whose body is `html` and nothing else, in the language `lang`. */
function bare(html, lang = 'en') {
  serve(
    '/bare.html',
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<script type="module" src="/scorecard/scorecard.js"></script><body>${html}</body></html>`,
  );
  return browser.visit('/bare.html');
}

/** Asserts that the doctor says nothing about a widget that is shown. */
async function assertFine() {
  await browser.ready();
  await assertWell();
}

// A tag that is not closed

const REST = '<h2>The rest</h2><p>More of the article.</p>';
const SELF_CLOSED = {
  'the rest of the page with its footer': [`<${TAG} load="now" />${REST}<footer>Footer</footer>`, 'footer'],
  'a second widget': [`<${TAG} load="now" />${REST}<${TAG} load="now"></${TAG}>`, TAG],
  'the menu': [`<article><${TAG} load="now" />${REST}<nav>Pages</nav></article><p>After</p>`, 'nav'],
  'the rest of an article': [`<div><${TAG} load="now" />${REST}${REST}<form></form></div><p>After</p>`, 'h2'],
};
for (const [name, [html, sign]] of Object.entries(SELF_CLOSED)) {
  test(`a self-closed tag that contains ${name} is reported`, async () => {
    await bare(`<h1>Post</h1>${html}`);
    const messages = await told(1);
    assert.deepEqual(messages, [
      `This tag contains what looks like the rest of the page, such as <${sign}>.
Readers do not see it. In HTML, /> does not close a tag: it needs a closing tag. Write
<${TAG} load="now"></${TAG}>`,
    ]);
  });
}

test('a self-closed marked place that contains the rest of the page is reported', async () => {
  await bare(`<div data-${TAG} data-load="now" />${REST}<footer>Footer</footer>`);
  await assertTold(['as <footer>', `\n<div data-${TAG}="" data-load="now"></div>`]);
});

test('a long fallback, and a self-closed tag that contains nothing else, are not reported', async () => {
  for (const html of [
    `<p><${TAG} load="now" /></p>${REST}<footer>Footer</footer>`,
    `<main><${TAG} load="now">${REST}<form><p>Your answer</p></form></${TAG}></main><footer>Footer</footer>`,
    `<${TAG} load="now"><article><h2>Five</h2><p>All.</p><footer>By us</footer></article></${TAG}>`,
    `<${TAG} load="now"><blockquote>Words<footer>Somebody</footer></blockquote></${TAG}>`,
    `<${TAG} load="now"><h3>One</h3><p>a</p><h3>Two</h3><p>b</p><h3>Three</h3><p>c</p></${TAG}>`,
    `<${TAG} load="now">${REST}${REST}${REST}</${TAG}><p>After</p>`,
  ]) {
    await bare(html);
    await assertFine();
  }
});

test('the fallback that renderToString makes is not reported', async () => {
  const { renderToString } = await import(`${dist}core.js`);
  for (const shadow of [false, true]) {
    await bare(renderToString(undefined, { lang: 'en', shadow, attributes: { load: 'now' } }));
    await assertFine();
  }
});

// Markdown

const JSON_TEXT = JSON.stringify(small(), null, 2);
const SCRIPT = `<script type="application/json">\n${JSON_TEXT}\n</script>`;
const AROUND = `In Markdown, put an empty line before the tag and none in it. In MkDocs, put everything between
<div markdown="0">
and </div>.`;
const displaced = (
  where,
) => `The questionnaire of this tag is not its child, but is ${where}, so the built-in one is shown. Markdown
and editors do that. A file always works:
<${TAG} src="/mine.json"></${TAG}>
${AROUND}`;
const curly = JSON_TEXT.replace(/"(.*?)"/g, '“$1”');
const escaped = JSON_TEXT.replaceAll('"', '&quot;');
const MARKDOWN = {
  // As Python-Markdown writes it, which MkDocs uses.
  'put the questionnaire after the tag': [
    `<p><${TAG} load="now"></p>\n${SCRIPT}\n<p></${TAG}></p>\n<p>More.</p>`,
    displaced('after the tag'),
  ],
  'put the questionnaire into a paragraph': [
    `<div><${TAG} load="now"><p>${SCRIPT}</p></${TAG}></div>`,
    displaced('in a <p>'),
  ],
  'made text of the questionnaire': [`<${TAG} load="now">${escaped}</${TAG}>`, displaced('in the tag as text')],
  'made code of the questionnaire': [
    `<${TAG} load="now"><pre><code>${escaped}</code></pre></${TAG}>`,
    displaced('in the tag as text'),
  ],
  'put typographic quotes into the questionnaire': [
    `<p><${TAG} load="now">${curly}</${TAG}></p>`,
    displaced('in the tag as text'),
  ],
  'left the questionnaire as a script of no type': [
    `<${TAG} load="now"><script type="text/json">${JSON_TEXT}</script></${TAG}>`,
    'The questionnaire in this tag is not used, because its script has another type. Write\n<script type="application/json">',
  ],
  'put the tag into a paragraph, so the fallback stays below it': [
    `<p>Text.</p>\n<p><${TAG} load="now"></p>\n<p>Fallback</p>\n<p></${TAG}></p>\n<p>More.</p>`,
    `The content of this tag is after it and stays on the page, because the tag is in a paragraph. ${AROUND}`,
  ],
};
for (const [name, [html, expected]] of Object.entries(MARKDOWN)) {
  test(`a tag that Markdown tears apart is reported: Markdown has ${name}`, async () => {
    await bare(html);
    await assertTold(expected);
  });
}

test('a questionnaire into which Markdown has put a paragraph, after an empty line, is reported', async () => {
  // As marked writes it, which docsify uses.
  await bare(`<${TAG} load="now">
<script type="application/json">
{ "format": "1.0",

<p> &quot;misconceptions&quot;: [] }
</script>
</${TAG}></p>
<p>More.</p>`);
  await assertTold([
    'This is not JSON: the script in the tag\n',
    `\nMarkdown has put paragraphs into it, as it does after an empty line. ${AROUND}`,
  ]);
});

test('pages that follow the remedies for Markdown are not reported', async () => {
  serveJson('/mine.json', small());
  for (const html of [
    `<p><${TAG} src="/mine.json" load="now"></${TAG}></p><p>More.</p>`,
    `<div markdown="0">\n<${TAG} load="now">\n<p>Fallback</p>\n${SCRIPT}\n</${TAG}>\n</div>\n\n<p>More.</p>`,
    `<p>Text <${TAG} load="now">\nFallback\n</${TAG}></p><p>More.</p><p></p>`,
    `<p><${TAG} load="now"></${TAG}></p><p></p>`,
    `<${TAG} load="now"><p>What “misconceptions” are: a list.</p></${TAG}>`,
    `<${TAG} load="now"></${TAG}><script type="application/json" id="page">{ "a": 1 }</script>`,
  ]) {
    await bare(html);
    await assertFine();
  }
});

// Properties

const asProperty = (
  attribute,
  name,
) => `${attribute} is an attribute, but ${name} is a property, not an attribute. React before 19
and pages rendered on a server write attributes. In React, write
<${TAG} ref={(it) => { if (it) it.${name} = ${name}; }}></${TAG}>
in Vue and Nuxt
<${TAG} :${name}.prop="${name}"></${TAG}>
and in a script
document.querySelector('${TAG}').${name} = ${name};`;

test('an object that a framework has written as an attribute is reported', async () => {
  for (const [attribute, name] of [
    ['questionnaire="[object Object]"', 'questionnaire'],
    ['answers="[object Object]"', 'answers'],
    ['answers="{}"', 'answers'],
  ]) {
    await show(tag(attribute));
    await browser.ready();
    await assertTold(asProperty(attribute, name));
  }
  await show(tag(`questionnaire='${JSON.stringify(small())}'`));
  await assertTold(['questionnaire="{"format":"1.0","id":"small","version":"…" is an attribute', '.prop=']);
  await show(tag('src="[object Object]"'));
  await assertTold(['src="[object Object]" is an attribute, but questionnaire is a property', '.questionnaire =']);
});

test('an object written as an attribute is not reported if the property is set as well', async () => {
  await show(`<${TAG} questionnaire="[object Object]"></${TAG}>
<script>document.querySelector('${TAG}').questionnaire = ${JSON.stringify(small())}</script>`);
  await assertFine();
});

// Languages

const LANGUAGES = {
  nb_NO: ['works here, but browsers and screen readers do not know an underscore. Write', 'nb-NO'],
  'en_US.UTF-8': ['works here, but browsers and screen readers do not know an underscore. Write', 'en-US'],
  'no-nb': ['has no such country: there is no nb. For Norwegian Bokmål, write', 'nb'],
  'en-EN': ['has no such country: there is no en. For English, write', 'en'],
  'en-UK': ['has no such country: the code of the United Kingdom is GB. Write', 'en-GB'],
  norsk: ['is not a language tag. For Norwegian Bokmål, write', 'nb', 'English'],
  bokmål: ['is not a language tag. For Norwegian Bokmål, write', 'nb', 'English'],
  english: ['is not a language tag. For English, write', 'en', 'English'],
  Swedish: ['is not a language tag. For Swedish, write', 'sv', 'English'],
  undefined: ['is not a language tag. Write a tag such as', 'en', 'English'],
  dk: ['is not a language, but a country, Denmark. For Danish, write', 'da', 'English'],
  cn: ['is not a language, but a country, China. For Chinese, write', 'zh', 'English'],
  jp: ['is not a language, but a country, Japan. For Japanese, write', 'ja', 'English'],
  se: ['is a language, but not Swedish. If that is meant, write', 'sv', 'English'],
};
for (const [lang, [cause, better, shown]] of Object.entries(LANGUAGES)) {
  test(`a page with the language tag ${lang} is told to use ${better}`, async () => {
    await bare(tag(), lang);
    await browser.ready();
    const until = shown ? `\nUntil then ${shown} is shown.` : '';
    await assertTold(`lang="${lang}" on <html> ${cause}\nlang="${better}"${until}`);
  });
}

test('a wrong language tag on the widget itself is reported', async () => {
  await show(tag('lang="norsk"'));
  await assertTold(['lang="norsk" on this tag is not a language tag', 'lang="nb"']);
});

test('correct language tags are not reported', async () => {
  for (const lang of [
    'nb-NO',
    'nn',
    'no',
    'en-GB',
    'en-001',
    'EN-us',
    'en-Latn-US',
    'en-US-u-ca-gregory',
    'en-x-mine',
    '',
  ]) {
    await bare(tag(), lang);
    await assertFine();
  }
});

test('a page in a language that the widget does not speak is reported', async () => {
  await bare(tag(), 'sv');
  await assertTold(`The built-in questionnaire is in English and Norwegian Bokmål, not in Swedish (lang="sv" on <html>), so
English is shown. If that is intended, write on the tag
lang="en"
A questionnaire of your own may be in any language; CONTRIBUTING.md says how to add one to the widget.`);
  await bare(tag('lang="en"'), 'sv');
  await assertFine();
});

test('a page in a language that its script does not speak is told which script does', async () => {
  serve('/nb.html', page(tag('lang="nb"')).replace('/scorecard.js', '/scorecard.en.js'));
  await browser.visit('/nb.html');
  await assertTold(`The script on this page speaks only English, not Norwegian Bokmål (lang="nb" on this tag). Use this file instead:
scorecard.nb.js
or, for several languages, scorecard.js.`);
});

test('a questionnaire in a language that the widget does not speak is reported only with debug', async () => {
  await bare(embed(small({ lang: 'sv' })), 'sv');
  await assertFine();
  await bare(embed(small({ lang: 'sv' }), 'debug'), 'sv');
  await assertTold(`The questionnaire is in Swedish, but the texts of the widget, such as buttons, are in
English. They exist in English and Norwegian Bokmål. CONTRIBUTING.md says how to add a language.`);
});

test('a tag with a language that its questionnaire does not have is reported', async () => {
  await show(embed(small(), 'lang="nb"'));
  await assertTold(`The questionnaire has no Norwegian Bokmål (lang="nb" on this tag), so English is shown. Write
lang="en"
or add to the questionnaire, with its texts in that language,
"translations": { "nb": { } }`);
  await bare(embed(small()), 'nb');
  await assertFine();
});

// Saved answers

test('answers to a questionnaire that has changed under the same version are reported', async () => {
  const changed = structuredClone(small());
  changed.misconceptions[0].statements[0].key = 'fact';
  const answer = async () => {
    serveJson('/mine.json', small());
    await show(tag('src="/mine.json" layout="list"'));
    await browser.ready();
    await browser.tap('.answers label', 1);
    await browser.until(`return sessionStorage.length > 0`);
  };
  await answer();
  await browser.visit('/page.html', { keep: true });
  await assertFine();
  serveJson('/mine.json', changed);
  await browser.visit('/page.html', { keep: true });
  await assertTold(`The questionnaire "small" has changed since answers were kept: it has other statements, keys, weights, scale or
cutoffs, but the same version. Those answers are not used, and readers start again. Once it is published, give each such
change a new version, so that links and results tell the two apart. It is now
"version": "1"
If it is another questionnaire, give it another "id".`);
  await answer();
  serveJson('/mine.json', { ...changed, version: '2' });
  await browser.visit('/page.html', { keep: true });
  await assertFine();
});

// Vite

for (const folder of [
  '/node_modules/.vite/deps',
  '/.vitepress/cache/deps',
  '/_nuxt/node_modules/.cache/vite/client/deps',
]) {
  test(`a module that Vite has left out of ${folder} is reported with Vite’s option`, async () => {
    for (const name of readdirSync(dist)) {
      if (name.endsWith('.js')) serve(`${folder}/${name}`, readFileSync(dist + name), { type: 'text/javascript' });
    }
    const remedy = `Vite has bundled the package for development and left this file out. In the options for Vite (vite.config.js; in
Astro, VitePress and Nuxt under vite in their options), add
optimizeDeps: { exclude: ['misconception-scorecard'] },
and start it again.`;
    const file = `${browser.url}${folder}/${WASM.name}`;
    serve('/vite.html', page(tag()).replace('/scorecard/scorecard.js', `${folder}/scorecard.js`));
    await browser.visit('/vite.html');
    await assertTold(`The server responds with 404 for the module:\n${file}\n${remedy}\n${MEANWHILE}`);
    serve(`${folder}/${WASM.name}`, page('Home'));
    await browser.visit('/vite.html');
    await assertTold(`The server sent a page (HTML) instead of the module:\n${file}\n${remedy}\n${MEANWHILE}`);
  });
}
