/**
 * The whole journey in a browser: an editor writes a questionnaire and puts the block into a post;
 * a reader answers, sends, suggests and disagrees; the editor approves; the next reader sees it.
 * Knows what people see and press. `SHOTS` names a folder for screenshots.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { PASSWORD } from '../../xtask/wordpress/site.mjs';
import { open } from '../browser/engines.mjs';
import { startWordPress, VERSION } from './stage.mjs';

const ROOT = `const root = document.querySelector('misconception-scorecard').shadowRoot;`;
const SUGGESTION = 'Success can be built in a day';

let site;
let engine;
let driver;
before(async () => {
  engine = await open();
  driver = engine.driver;
  site = await startWordPress('walk');
  await engine.resize(1280, 1000);
});
after(async () => {
  await engine?.close();
  await site?.close();
});

const run = (script, ...values) => driver.executeScript(script, ...values);
async function until(script, what = script, ...values) {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await run(script, ...values).catch(() => null);
    if (value) return value;
    assert.ok(
      Date.now() < end,
      `waited in vain for: ${what}\n${(await run('return document.body.innerText')).slice(0, 1500)}`,
    );
    await new Promise((later) => setTimeout(later, 50));
  }
}
async function shot(name) {
  if (!process.env.SHOTS) return;
  mkdirSync(process.env.SHOTS, { recursive: true });
  writeFileSync(path.join(process.env.SHOTS, `${VERSION}-${name}.png`), await driver.takeScreenshot(), 'base64');
}
async function login(user) {
  await driver.get(`${site.url}/wp-login.php`);
  await driver.manage().deleteAllCookies();
  await driver.get(`${site.url}/wp-login.php`);
  await run(
    `document.querySelector('#user_login').value = arguments[0]; document.querySelector('#user_pass').value = arguments[1];
    document.querySelector('#loginform').submit();`,
    user,
    PASSWORD,
  );
  await until(`return document.querySelector('#wpadminbar') !== null`, `${user} is logged in`);
}
/** The errors in the browser's console, except WordPress's own. */
async function errors() {
  const entries = await driver.manage().logs().get('browser');
  const lines = entries.filter((it) => it.level.name === 'SEVERE').map((it) => it.message);
  return lines.filter((it) => /scorecard/.test(it));
}
const press = (words, within = '') =>
  run(
    `${ROOT} const found = [...root.querySelectorAll(arguments[1] + ' button')].find((it) => it.textContent.trim() === arguments[0]);
    if (!found) throw new Error('no button ' + arguments[0]); found.focus(); found.click()`,
    words,
    within,
  );

let link;
let postId;

test('an editor writes a questionnaire: problems are listed, an invalid one is not published, and the widget previews it', async () => {
  await login('editor');
  await driver.get(`${site.url}/wp-admin/post-new.php?post_type=miscon_scorecard`);
  await until(`return typeof document.querySelector('#misconception-scorecard-report')`);
  const write = (text) =>
    run(
      `const field = document.querySelector('#misconception-scorecard-json');
    field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))`,
      text,
    );
  // Nothing is checked before the core is loaded.
  await until(`return performance.getEntriesByType('resource').some((it) => /core-.*wasm/.test(it.name))`, 'the core');
  await new Promise((later) => setTimeout(later, 500));
  await write('{ "format": "1.0" }');
  await until(
    `return document.querySelector('#misconception-scorecard-report').className === 'is-wrong'`,
    'the problems',
  );
  await run(`document.querySelector('#publish').click()`);
  assert.match(await run('return location.pathname'), /post-new\.php$/, 'it is not sent');
  const questionnaire = {
    format: '1.0',
    id: 'bread',
    version: '1',
    lang: 'en',
    title: 'What do you believe about "bread"?',
    misconceptions: [
      {
        id: 'rise',
        name: 'Dough must rise twice',
        statements: [
          { id: 'r1', text: 'Dough must rise twice -- always.', key: 'myth' },
          { id: 'r2', text: 'Dough may rise once.', key: 'fact' },
        ],
        refutation: { fact: 'Once is enough.', whyWrong: 'Bakers let it rise once.' },
      },
    ],
    translations: { nb: { title: 'Hva tror du om brød?' } },
  };
  await write(JSON.stringify(questionnaire, null, 2));
  await until(
    `return document.querySelector('#misconception-scorecard-report').className === 'is-right'`,
    'there is no problem',
  );
  await until(
    `return document.querySelector('#misconception-scorecard-preview misconception-scorecard')?.shadowRoot?.querySelector('.card') != null`,
    'the preview',
  );
  await shot('questionnaire');
  await run(`document.querySelector('#publish').click()`);
  await until(
    `return /action=edit/.test(location.search) && document.querySelector('#misconception-scorecard-json')?.value.includes('bread')`,
    'it is saved',
  );
  const [status, title, same] = site.evaluate(`$q = Misconception_Scorecard\\questionnaire_by_id('bread');
    return [get_post_status($q->post_id), get_the_title($q->post_id) !== '', get_post_meta($q->post_id, '_misconception_scorecard_screens', true) !== ''];`);
  assert.deepEqual([status, title, same], ['publish', true, true]);
  assert.deepEqual(await errors(), []);
});

test('the editor shows the block with the widget as its preview, and publishes it', async () => {
  await driver.get(`${site.url}/wp-admin/post-new.php`);
  await until(
    `return window.wp?.blocks?.getBlockType('misconception-scorecard/scorecard') !== undefined && wp.data.select('core/editor').getCurrentPostId() !== null`,
    'the block type',
  );
  await run(`wp.data.dispatch('core/preferences')?.set('core/edit-post', 'welcomeGuide', false);
    wp.data.dispatch('core/preferences')?.set('core', 'welcomeGuide', false);
    const block = wp.blocks.createBlock('misconception-scorecard/scorecard', {});
    wp.data.dispatch('core/block-editor').insertBlocks([block]);
    wp.data.dispatch('core/block-editor').selectBlock(block.clientId);`);
  const preview = `const frame = document.querySelector('iframe[name="editor-canvas"]');
    const inside = frame?.contentDocument ?? document;
    return inside.querySelector('.wp-block misconception-scorecard')?.shadowRoot?.querySelector('.card') != null`;
  await until(preview, 'the widget in the editor');
  await new Promise((later) => setTimeout(later, 800));
  await shot('editor');
  await run(
    `wp.data.dispatch('core/editor').editPost({ title: 'What do you believe?', status: 'publish' }); wp.data.dispatch('core/editor').savePost();`,
  );
  await until(
    `const it = wp.data.select('core/editor'); return !it.isSavingPost() && it.isCurrentPostPublished()`,
    'published',
  );
  [postId, link] = await run(
    `const it = wp.data.select('core/editor'); return [it.getCurrentPostId(), it.getPermalink()]`,
  );
  const content = site.evaluate(`return get_post(${postId})->post_content;`);
  assert.match(content, /^<!-- wp:misconception-scorecard\/scorecard \/-->\s*$/);
  assert.deepEqual(await errors(), []);
});

/** Opens the post as a logged-out visitor on a phone. */
async function visit(address = link) {
  await engine.resize(390, 844);
  await driver.get(address);
  await driver.manage().deleteAllCookies();
  await run('sessionStorage.clear(); localStorage.clear()');
  await driver.get(address);
}
/** Waits until the widget has taken over the first screen. */
const ready = () => until(`return document.querySelector('misconception-scorecard').state === 'shown'`, 'the widget');

async function answerAll() {
  for (let number = 1; number <= 40; number += 1) {
    if (await run(`${ROOT} return root.querySelector('.result') !== null`)) return;
    const before = await run(`${ROOT} return root.querySelector('.progress')?.innerText`);
    await run(
      `${ROOT} const all = root.querySelectorAll('.answers input'); all[3].click(); root.querySelector('[type=submit]')?.click()`,
    );
    await until(
      `${ROOT} return root.querySelector('.result') !== null || root.querySelector('.progress')?.innerText !== arguments[0]`,
      'the next statement',
      before,
    );
  }
}

test('the page has the first screen, the widget takes it over, and a reader answers and sends', async () => {
  await visit();
  await run(`${ROOT} root.querySelector('.card').isGiven = true`).catch(() => undefined);
  await ready();
  await shot('post-phone');
  const wide = await run('return document.documentElement.scrollWidth > innerWidth');
  assert.equal(wide, false, 'nothing is wider than a phone');
  await answerAll();
  await until(`${ROOT} return root.querySelector('.offer') !== null`, 'the offer');
  await run(`${ROOT} root.querySelector('.offer [type=checkbox]').click()`);
  await press('Send my answers', '.offer');
  await until(
    `${ROOT} return root.querySelector('.offer [role=status]').textContent.includes('have been sent')`,
    'they are sent',
  );
  await shot('scorecard-phone');
  const rows = site.evaluate(
    `global $wpdb; return $wpdb->get_col("SELECT document FROM {$wpdb->prefix}misconception_scorecard WHERE comment_id = 0 AND document <> ''");`,
  );
  assert.equal(rows.length, 1);
  assert.equal(Object.keys(JSON.parse(rows[0]).answers).length, 10);
  assert.deepEqual(await errors(), []);
});

test('the core takes over the nodes that came with the page, also if the script comes late', async () => {
  const html = await (await fetch(link)).text();
  const late = html.replace(/<script type="module"[^>]*scorecard\.js[^>]*><\/script>/, '');
  assert.notEqual(late, html);
  writeFileSync(path.join(site.folder, 'late.html'), late);
  await visit(`${site.url}/late.html`);
  assert.ok(
    await run(
      `${ROOT} window.given = root.querySelector('.card'); return given !== null && given.getClientRects().length > 0`,
    ),
    'it is shown without a script',
  );
  await run(`${ROOT} root.querySelectorAll('.answers input')[1].click()`);
  const src = /<script type="module" src="([^"]*scorecard\.js[^"]*)"/.exec(html)[1].replaceAll('&#038;', '&');
  await run(
    `document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: arguments[0] }))`,
    src,
  );
  await ready();
  assert.deepEqual(
    await run(
      `${ROOT} return [root.querySelector('.card') === given, root.querySelector('.answers input:checked')?.value ?? null]`,
    ),
    [true, '2'],
  );
});

test('a reader’s suggestion is checked by Akismet, held, approved by the editor and shown to the next reader', async () => {
  await visit();
  await ready();
  await answerAll();
  await until(
    `${ROOT} return root.getElementById('suggestion') !== null && root.querySelector('.write .companion') !== null`,
    'the field for suggestions',
  );
  await run(
    `${ROOT} const field = root.getElementById('suggestion'); field.focus(); field.value = arguments[0];
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))`,
    SUGGESTION,
  );
  await until(`${ROOT} return root.querySelector('.write .companion [type=checkbox]') !== null`, 'the box');
  await run(
    `${ROOT} root.querySelector('.write .companion [type=checkbox]').click(); root.querySelector('#suggest-0').click()`,
  );
  await until(
    `${ROOT} return [...root.querySelectorAll('.companion')].some((it) => it.textContent.includes('Sent to'))`,
    'it is sent',
  );
  const end = Date.now() + 10_000;
  const waiting = () =>
    site.evaluate(
      `return array_map(static fn($it) => [(int) $it->comment_ID, $it->comment_content, $it->comment_approved], get_comments(['post_id' => ${postId}, 'status' => 'hold']));`,
    );
  while (waiting().length === 0) assert.ok(Date.now() < end, 'the comment comes');
  const [[id, text, approved]] = waiting();
  assert.deepEqual([text, approved], [SUGGESTION, '0']);
  assert.ok(
    site.notes('akismet').some(({ told }) => told.comment_content === SUGGESTION),
    'Akismet has seen it',
  );

  await engine.resize(1280, 1000);
  await login('editor');
  await driver.get(`${site.url}/wp-admin/edit-comments.php?comment_status=moderated`);
  await until(
    `return document.querySelector('#comment-${id} .approve a, #comment-${id} a.vim-a') !== null`,
    'the comment in the list',
  );
  await shot('comments');
  await driver.get(
    await run(`return document.querySelector('#comment-${id} .approve a, #comment-${id} a.vim-a').href`),
  );
  const end2 = Date.now() + 10_000;
  while (site.evaluate(`return wp_get_comment_status(${id});`) !== 'approved')
    assert.ok(Date.now() < end2, 'it is approved');

  // The next reader has no cached feed, which may be five minutes old.
  await driver.sendDevToolsCommand('Network.clearBrowserCache');
  await visit();
  await ready();
  await answerAll();
  await until(
    `${ROOT} return root.querySelector('.published')?.textContent.includes(arguments[0])`,
    'it is published',
    SUGGESTION,
  );
  await run(`${ROOT} root.querySelector('.published').scrollIntoView()`);
  await shot('published-phone');
  assert.deepEqual(await errors(), []);
});

test('the admin page counts the responses in the browser', async () => {
  await engine.resize(1280, 1000);
  await login('editor');
  await driver.get(`${site.url}/wp-admin/edit.php?post_type=miscon_scorecard&page=misconception-scorecard-responses`);
  await until(`return document.querySelector('#misconception-scorecard-figures table') !== null`, 'the figures');
  const text = await run(`return document.querySelector('#misconception-scorecard-figures').innerText`);
  assert.match(text, /Responses: 1\b/);
  assert.match(text, /Social media is above all a marketing channel/);
  await shot('responses');
  await login('administrator');
  await driver.get(`${site.url}/wp-admin/edit.php?post_type=miscon_scorecard&page=misconception-scorecard-settings`);
  await until(`return document.querySelector('#misconception-scorecard-origins') !== null`, 'the settings');
  await shot('settings');
  assert.deepEqual(await errors(), []);
});

test('PHP has logged no error or warning', () => assert.deepEqual(site.complaints(), []));
