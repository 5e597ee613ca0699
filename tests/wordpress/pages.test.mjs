/**
 * What the plugin prints in a page: the first screen must be as the core draws it, whatever
 * WordPress does to a post; and only some users may put it there. Knows HTML; what a browser does
 * with it is in walk.test.mjs.
 */
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { after, before, test } from 'node:test';
import { drawn } from '../../wordpress/misconception-scorecard/admin/tree.js';
import { renderToString } from '../../pkg/dist/core.js';
import { BLOCK, php, startWordPress } from './stage.mjs';

const parse = (html) => new JSDOM(html).window.document;
/** A text with everything that WordPress would rewrite. */
const ODD = `"Quotes" 'single' -- dashes --- 2x4 0x10 ... (c) (tm) :) ;-) Wordpress & < > [gallery] [misconception_scorecard] 1/2 'tis \\ \u{1f642} 5' 6" http://example.org`;
const questionnaire = {
  format: '1.0',
  id: 'odd',
  version: '1',
  lang: 'en',
  title: ODD,
  intro: `${ODD} intro`,
  misconceptions: [
    {
      id: 'm1',
      name: ODD,
      statements: [{ id: 's1', text: `${ODD} statement`, key: 'myth' }],
      refutation: { fact: `${ODD} fact`, whyWrong: ODD },
    },
  ],
};

let site;
before(async () => {
  site = await startWordPress('pages');
  site.questionnaires([questionnaire], { en: drawn(renderToString, parse, questionnaire, 'en') });
});
after(() => site?.close());

const block = (attributes) => `<!-- wp:misconception-scorecard/scorecard ${JSON.stringify(attributes)} /-->`;
const page = async (link) => (await fetch(link)).text();

/** The tag in a page, with its template opened. */
function tagOf(html) {
  const tag = parse(html).querySelector('misconception-scorecard');
  assert.ok(tag, html.slice(0, 1000));
  const template = /** @type {HTMLTemplateElement | null} */ (tag.querySelector('template'));
  return { tag, panel: template?.content.querySelector('.panel') };
}

/** What the core itself draws. */
const expected = (document, options) => tagOf(renderToString(document, { shadow: true, ...options }));

const BUILT_IN = [
  ['the built-in questionnaire', {}, { lang: 'en' }],
  ['in Norwegian', { lang: 'nb' }, { lang: 'nb' }],
  ['as a list', { layout: 'list' }, { lang: 'en', attributes: { layout: 'list' } }],
  [
    'in the author’s order',
    { order: 'author', feedback: 'each' },
    { lang: 'en', attributes: { order: 'author', feedback: 'each' } },
  ],
];
for (const [what, attributes, options] of BUILT_IN) {
  test(`the page has the first screen that the core renders: ${what}`, async () => {
    const { link } = site.post(block(attributes));
    const { panel, tag } = tagOf(await page(link));
    assert.equal(panel.innerHTML, expected(undefined, options).panel.innerHTML);
    assert.equal(tag.getAttribute('lang'), options.lang);
    assert.ok(tag.querySelector('details'), 'the plain page is there too');
  });
}

for (const [what, content] of [
  ['in a block', block({ questionnaire: 'odd' })],
  ['by the shortcode', 'Before\n\n[misconception_scorecard questionnaire="odd"]\n\nAfter'],
  [
    'by the shortcode in its block',
    '<!-- wp:shortcode -->\n[misconception_scorecard questionnaire="odd"]\n<!-- /wp:shortcode -->',
  ],
]) {
  test(`texts that WordPress would correct are printed as written: ${what}`, async () => {
    const html = await page(site.post(content).link);
    const { tag, panel } = tagOf(html);
    assert.equal(panel.innerHTML, expected(questionnaire).panel.innerHTML);
    assert.equal(tag.querySelector('h2').textContent, ODD);
    assert.deepEqual(JSON.parse(tag.querySelector('script').textContent), questionnaire);
    assert.doesNotMatch(html, /<img[^>]*wp-smiley/);
  });
}

test('wptexturize, smilies, shortcodes and capital_P_dangit do not change the printed tag', () => {
  const [before, ...after] =
    site.evaluate(`$tag = Misconception_Scorecard\\scorecard_tag(['questionnaire' => 'odd'], 0);
    return [$tag, wptexturize($tag), convert_smilies($tag), do_shortcode($tag), capital_P_dangit($tag), convert_smilies(wptexturize(do_shortcode($tag)))];`);
  for (const text of after) assert.equal(text, before);
  const plain = site.evaluate(`return [wptexturize(${php(ODD)}), convert_smilies(${php(ODD)})];`);
  assert.ok(
    plain.some((it) => it !== ODD),
    'they change the raw text',
  );
});

test('a minifier that removes comments, line breaks and quotes does not change the screen', async () => {
  const html = await page(site.post(block({ questionnaire: 'odd' })).link);
  const small = html
    .replace(/<!--(?!\[if)[^]*?-->/g, '')
    .replace(/>\s+</g, '><')
    .replace(/ ([a-z-]+)="([\w-]+)"/g, ' $1=$2')
    .replace(/=""/g, '');
  assert.ok(small.length < html.length);
  assert.equal(tagOf(small).panel.innerHTML, expected(questionnaire).panel.innerHTML);
});

test('the script is a module on this site, once for two blocks, and on no page without a block', async () => {
  const two = await page(site.post(BLOCK + BLOCK).link);
  const scripts = [...two.matchAll(/<script[^>]*scorecard\.js[^>]*>/g)].map(([it]) => it);
  assert.equal(scripts.length, 1);
  assert.match(
    scripts[0],
    new RegExp(`type="module" src="${site.url}/wp-content/plugins/misconception-scorecard/scorecard/scorecard\\.js`),
  );
  const none = await page(site.post('Nothing').link);
  assert.doesNotMatch(none, /scorecard\.js/);
});

test('an RSS feed has the plain page, and no tag, script or style', async () => {
  site.evaluate(`update_option('rss_use_excerpt', 0); return true;`);
  const feed = await (await fetch(`${site.url}/feed/`)).text();
  assert.match(feed, /What do you believe about social media in business/);
  assert.doesNotMatch(feed, /misconception-scorecard lang|<template|application\/json/);
});

for (const [role, type] of [
  ['administrator', 'post'],
  ['editor', 'page'],
  ['author', 'post'],
]) {
  test(`the block of the ${role} is published`, async () => {
    const { link } = site.post(BLOCK, { by: role, type });
    assert.ok(tagOf(await page(link)).panel);
  });
}

test('a contributor’s block is complete after an editor publishes it', async () => {
  const { id } = site.post(BLOCK, { by: 'contributor', status: 'pending' });
  const link = site.evaluate(
    `wp_set_current_user(get_user_by('login', 'editor')->ID); wp_update_post(['ID' => ${id}, 'post_status' => 'publish']); return get_permalink(${id});`,
  );
  assert.ok(tagOf(await page(link)).panel);
});

test('without sending there is no endpoint, and without other readers’ answers no feed', async () => {
  const { tag } = tagOf(await page(site.post(block({ send: false, others: false })).link));
  assert.deepEqual([tag.hasAttribute('endpoint'), tag.hasAttribute('feed')], [false, false]);
});

test('for an unpublished questionnaire editors see a message, and readers nothing', async () => {
  const html = await page(site.post(block({ questionnaire: 'nobody' })).link);
  assert.doesNotMatch(html, /<misconception-scorecard|not published/);
  const told = site.evaluate(
    `wp_set_current_user(get_user_by('login', 'editor')->ID); return Misconception_Scorecard\\scorecard_tag(['questionnaire' => 'nobody'], 0);`,
  );
  assert.match(told, /not published/);
});

test('the plugin speaks Norwegian if the site does', () => {
  const said =
    site.evaluate(`load_textdomain('misconception-scorecard', WP_PLUGIN_DIR . '/misconception-scorecard/languages/misconception-scorecard-nb_NO.mo');
    return [__('Responses', 'misconception-scorecard'), Misconception_Scorecard\\questionnaire_by_id('social-media')->nearest('nb-NO')];`);
  assert.deepEqual(said, ['Svar', 'nb']);
});

test('PHP has logged no error or warning', () => assert.deepEqual(site.complaints(), []));
