/**
 * Tries the attacks of wordpress/SECURITY.md. Knows the endpoint, the admin pages and the roles;
 * the name of each test is a line of the table there.
 */
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fresh } from '../../contract/conformance/client.mjs';
import { BLOCK, php, startWordPress, TOP } from './stage.mjs';

const ABOUT = { id: 'social-media', version: '2', lang: 'en' };
const XSS = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg/onload=alert(3)>[caption onclick=x]`;
const suggestion = (text, more = {}) => fresh('suggestion', { text, questionnaire: ABOUT, ...more });
const SAVE = 'misconception_scorecard_';

let site;
let post;
let client;
before(async () => {
  site = await startWordPress('security');
  post = site.post(BLOCK);
  client = site.client(post.id, { origin: site.url });
});
after(() => site?.close());

const names = new Set();
const attack = (name, run) => {
  names.add(name);
  test(name, run);
};
/** No element of the page runs what a stranger has written. */
function assertHarmless(html, what) {
  const { document } = new JSDOM(html).window;
  const evil = [...document.querySelectorAll('*')].filter(
    (it) =>
      [...it.attributes].some(({ name, value }) => /^on/.test(name) && /alert/.test(value)) ||
      (it.localName === 'script' && /^\s*alert/.test(it.textContent)),
  );
  assert.deepEqual(
    evil.map((it) => it.outerHTML.slice(0, 200)),
    [],
    what,
  );
}
const last = () =>
  site.evaluate(
    `$all = get_comments(['number' => 1, 'orderby' => 'comment_ID', 'status' => ['approve', 'hold', 'spam', 'trash']]); return $all ? [(int) $all[0]->comment_ID, $all[0]->comment_content, $all[0]->comment_author] : null;`,
  );

attack('stored XSS by a suggestion or the name beside it', async () => {
  assert.equal((await client.send(suggestion(XSS, { by: '<b onclick=alert(4)>me</b>' }))).status, 201);
  const [id] = last();
  site.evaluate(`wp_set_comment_status(${id}, 'approve'); return true;`);
  const html = await (await fetch(post.link)).text();
  assert.ok(html.includes('&lt;script&gt;alert(1)'), 'it is shown as it was written');
  assertHarmless(html, 'the post');
  const admin = await site.login('administrator');
  assertHarmless(await (await site.admin(admin, 'edit-comments.php')).text(), 'the list of comments');
  const { body } = await client.feedOf('social-media');
  assert.equal(body.suggestions[0].text, XSS, 'the feed has plain text, which the widget never reads as HTML');
});

attack('stored XSS by the first screens that a browser submits', () => {
  const tree = [
    ['script', {}, ['alert(1)']],
    ['p', { onclick: 'alert(1)', class: 'x" onload="alert(1)', style: 'x' }, ['</p><script>alert(1)</script>']],
    ['a', { href: 'javascript:alert(1)' }, ['a']],
    ['a', { href: 'https://example.org/"onclick="alert(1)' }, ['b']],
    ['iframe', { src: 'https://example.org' }, []],
    ['template', {}, [['p', {}, ['hidden']]]],
    ['input', { type: 'image', src: 'x', onerror: 'alert(1)' }, []],
    [
      'form',
      { action: 'https://example.org', method: 'post' },
      [['button', { formaction: 'javascript:alert(1)' }, ['go']]],
    ],
  ];
  const [screen, plain] = site.evaluate(
    `return [Misconception_Scorecard\\print_tree(${php(tree)}, true), Misconception_Scorecard\\print_tree(${php(tree)}, false)];`,
  );
  assert.equal(
    screen,
    '<p>&#60;&#47;p&#62;&#60;script&#62;alert&#40;1&#41;&#60;&#47;script&#62;</p><a>a</a><a>b</a><input><form><button>go</button></form>',
  );
  assert.equal(plain, '<p>&#60;&#47;p&#62;&#60;script&#62;alert&#40;1&#41;&#60;&#47;script&#62;</p><a>a</a><a>b</a>');
});

attack('a script in the JSON of a questionnaire', async () => {
  const json = {
    format: '1.0',
    id: 'evil',
    version: '1',
    lang: 'en',
    title: `</script>${XSS}`,
    misconceptions: [
      {
        id: 'm',
        name: XSS,
        statements: [{ id: 's', text: XSS, key: 'myth' }],
        refutation: { fact: XSS, whyWrong: XSS },
      },
    ],
  };
  site.questionnaires([json]);
  const { link } = site.post('<!-- wp:misconception-scorecard/scorecard {"questionnaire":"evil"} /-->');
  const html = await (await fetch(link)).text();
  assertHarmless(html, 'the post');
  const admin = await site.login('administrator');
  assertHarmless(await (await site.admin(admin, 'post-new.php')).text(), 'the editor');
  const page = await (
    await site.admin(admin, 'edit.php?post_type=miscon_scorecard&page=misconception-scorecard-responses')
  ).text();
  assertHarmless(page, 'the responses');
});

attack('attributes of the block, or values, that do not exist', async () => {
  const { link } = site.post(
    '[misconception_scorecard lang=\'nb" onload="alert(1)\' theme=\'"><script>alert(1)</script>\' layout="evil"]',
  );
  const html = await (await fetch(link)).text();
  assertHarmless(html, 'the post');
  const tag = site.evaluate(
    `return Misconception_Scorecard\\scorecard_tag(['lang' => 'nb" onload="alert(1)', 'theme' => '"><script>alert(1)</script>', 'layout' => 'evil', 'onload' => 'alert(1)'], 0);`,
  );
  assert.match(tag, /^<misconception-scorecard lang="en" endpoint="[^"]*" feed="[^"]*"><template/);
});

attack('CSRF: a questionnaire saved without the form’s nonce', async () => {
  const [id] = site.questionnaires([{ id: 'kept', version: '1', misconceptions: [] }]);
  const editor = await site.login('editor');
  const form = {
    action: 'editpost',
    post_ID: String(id),
    post_type: 'miscon_scorecard',
    [`${SAVE}json`]: '{"id":"changed"}',
    [`${SAVE}checked`]: '1',
  };
  await site.admin(editor, 'post.php', form);
  // Tries again with WordPress's own nonce for the post, but without the form's.
  const html = await (await site.admin(editor, `post.php?post=${id}&action=edit`)).text();
  const [, nonce] = /name="_wpnonce" value="(\w+)"/.exec(html);
  await site.admin(editor, 'post.php', { ...form, _wpnonce: nonce });
  assert.equal(
    site.evaluate(`return json_decode(get_post_meta(${id}, '_misconception_scorecard_document', true))->id;`),
    'kept',
  );
  const [, own] = new RegExp(`name="${SAVE}nonce" value="(\\w+)"`).exec(html);
  const right = '{"id":"kept","version":"2","misconceptions":[]}';
  await site.admin(editor, 'post.php', {
    ...form,
    _wpnonce: nonce,
    [`${SAVE}nonce`]: own,
    [`${SAVE}json`]: right,
    [`${SAVE}screens`]: '{}',
  });
  assert.equal(
    site.evaluate(`return json_decode(get_post_meta(${id}, '_misconception_scorecard_document', true))->version;`),
    '2',
    'with both it is saved',
  );
});

attack('CSRF: settings saved without a nonce, or without the right to', async () => {
  const form = {
    option_page: 'misconception-scorecard-settings',
    action: 'update',
    'misconception_scorecard_settings[origins]': 'https://evil.example',
  };
  const administrator = await site.login('administrator');
  await site.admin(administrator, 'options.php', form);
  const editor = await site.login('editor');
  await site.admin(editor, 'options.php', form);
  assert.equal(
    (await site.admin(editor, 'edit.php?post_type=miscon_scorecard&page=misconception-scorecard-settings')).status,
    403,
  );
  assert.deepEqual(site.evaluate(`return Misconception_Scorecard\\setting('origins');`), []);
});

attack('answers read by somebody who may not read them', async () => {
  const at = `${site.url}/wp-json/misconception-scorecard/v1/responses?questionnaire=social-media`;
  const status = async (headers) => (await fetch(at, { headers })).status;
  assert.equal(await status({}), 401);
  for (const role of ['contributor', 'author']) {
    const { cookie, nonce } = await site.login(role);
    assert.equal(await status({ cookie, 'x-wp-nonce': nonce }), 403, role);
  }
  const { cookie, nonce } = await site.login('editor');
  assert.equal(await status({ cookie }), 401, 'a cookie alone is not enough, so no other page can read them');
  assert.equal(await status({ cookie, 'x-wp-nonce': nonce }), 200);
});

attack('a questionnaire published by somebody who may not publish', async () => {
  const contributor = await site.login('contributor');
  const html = await (await site.admin(contributor, 'post-new.php?post_type=miscon_scorecard')).text();
  const id = /name='post_ID' value='(\d+)'|id='post_ID'[^>]*value='(\d+)'/.exec(html)?.slice(1).find(Boolean);
  const nonce = /name="_wpnonce" value="(\w+)"/.exec(html)[1];
  const own = new RegExp(`name="${SAVE}nonce" value="(\\w+)"`).exec(html)[1];
  const json = '{"id":"by-a-contributor","version":"1","misconceptions":[]}';
  await site.admin(contributor, 'post.php', {
    action: 'editpost',
    post_ID: id,
    post_type: 'miscon_scorecard',
    _wpnonce: nonce,
    [`${SAVE}nonce`]: own,
    [`${SAVE}json`]: json,
    [`${SAVE}checked`]: '1',
    publish: 'Publish',
    post_status: 'publish',
  });
  const [status, found] = site.evaluate(
    `return [get_post_status(${id}), Misconception_Scorecard\\questionnaire_by_id('by-a-contributor') !== null];`,
  );
  assert.notEqual(status, 'publish');
  assert.equal(found, false);
});

attack('a draft published past the check, by quick edit', () => {
  const statuses = site.evaluate(`wp_set_current_user(get_user_by('login', 'author')->ID);
    $said = [];
    foreach ([['{"id":"evil","version":"1","misconceptions":[]}', true], ['{"id":"fresh","version":"1","misconceptions":[]}', false], ['{', true], ['{"id":"fresh","version":"1","misconceptions":[]}', true]] as [$json, $checked]) {
      $id = wp_insert_post(['post_type' => 'miscon_scorecard', 'post_status' => 'draft', 'post_title' => 'Q']);
      Misconception_Scorecard\\keep_questionnaire($id, $json, '{}', $checked);
      wp_update_post(['ID' => $id, 'post_status' => 'publish']);
      $said[] = get_post_status($id);
    }
    return $said;`);
  assert.deepEqual(statuses, ['draft', 'draft', 'draft', 'publish'], 'an id of another’s, unchecked, no JSON, right');
});

attack('the id of the built-in questionnaire, or of another’s, taken over', () => {
  const why =
    site.evaluate(`$form = ['json' => '{"id":"social-media","version":"2","misconceptions":[]}', 'screens' => '{}', 'checked' => true];
    return Misconception_Scorecard\\unpublishable($form, 12345);`);
  assert.match(why, /another questionnaire with the id social-media/);
});

attack('SQL in an id, a receipt or a page of rows', async () => {
  const id = `x'OR'1'='1`;
  assert.equal((await client.send(suggestion('SQL', { questionnaire: { ...ABOUT, id } }))).status, 404);
  assert.equal((await client.feedOf(`' OR 1=1 -- `)).status, 404);
  assert.equal((await client.send({ kind: 'withdraw', schema: '1', receipt: `' OR '1'='1` })).status, 422);
  const { cookie, nonce } = await site.login('editor');
  const at = `${site.url}/wp-json/misconception-scorecard/v1/responses?questionnaire=a&after=${encodeURIComponent("' OR 1=1 -- ")}`;
  assert.equal((await fetch(at, { headers: { cookie, 'x-wp-nonce': nonce } })).status, 400);
});

attack('a flood from one IP address, which shuts out other readers behind it for a minute at most', async () => {
  site.evaluate(`delete_option('misconception_scorecard_minute'); return true;`);
  const statuses = new Map();
  for (let sent = 0; sent < 130 && !statuses.has(429); sent += 1) {
    const { status } = await client.send(fresh('withdraw'), { endpoint: `${client.endpoint}&ordinary=1` });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  assert.ok(statuses.get(429), [...statuses].join());
  const kept = site.evaluate(`return get_option('misconception_scorecard_minute');`);
  assert.doesNotMatch(JSON.stringify(kept), /127\.0\.0\.1/);
  assert.deepEqual(Object.keys(kept).sort(), ['key', 'minute', 'sent']);
  site.evaluate(
    `$old = get_option('misconception_scorecard_minute'); $old['minute'] -= 1; update_option('misconception_scorecard_minute', $old); return true;`,
  );
  assert.equal((await client.send(fresh('withdraw'), { endpoint: `${client.endpoint}&ordinary=1` })).status, 204);
  assert.notEqual(
    site.evaluate(`return get_option('misconception_scorecard_minute')['key'];`),
    kept.key,
    'the key is another',
  );
});

attack('a body that is too large, nested too deep, or not JSON', async () => {
  assert.equal((await client.post('x'.repeat(70_000))).status, 413);
  assert.equal((await client.post(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)).status, 400);
  assert.equal((await client.post('document=1', { type: 'application/x-www-form-urlencoded' })).status, 400);
});

attack('cookies of a logged-in reader used by another page', async () => {
  const { cookie } = await site.login('administrator');
  const headers = { cookie, Origin: 'https://evil.example' };
  const reply = await fetch(client.endpoint, {
    method: 'POST',
    headers,
    body: JSON.stringify(suggestion('By an administrator')),
  });
  assert.equal(reply.status, 403);
  assert.equal(reply.headers.get('Access-Control-Allow-Credentials'), null);
  const own = await fetch(client.endpoint, {
    method: 'POST',
    headers: { cookie },
    body: JSON.stringify(suggestion('Who am I?')),
  });
  assert.equal(own.status, 201);
  assert.equal(
    site.evaluate(
      `return (int) get_comments(['number' => 1, 'orderby' => 'comment_ID', 'status' => 'all'])[0]->user_id;`,
    ),
    0,
    'a remark has no author',
  );
});

attack('every file requested directly', async () => {
  const files = [
    'misconception-scorecard.php',
    'uninstall.php',
    'block/render.php',
    'includes/routes.php',
    'includes/store.php',
    'includes/settings.php',
  ];
  for (const file of files) {
    const reply = await fetch(`${site.url}/wp-content/plugins/misconception-scorecard/${file}`);
    assert.equal(await reply.text(), '', file);
  }
});

test('a person who asks gets their remarks, and has them erased', async () => {
  await client.send(suggestion('Write to ola@example.org', { by: 'Ola' }));
  const [found, erased, after] = site.evaluate(`$found = Misconception_Scorecard\\export_remarks('ola@example.org');
    return [$found['data'][0]['data'][1]['value'], Misconception_Scorecard\\erase_remarks('ola@example.org')['items_removed'], count(Misconception_Scorecard\\export_remarks('ola@example.org')['data'])];`);
  assert.deepEqual([found, erased, after], ['Write to ola@example.org', 1, 0]);
  const registered = site.evaluate(
    `return [isset(apply_filters('wp_privacy_personal_data_exporters', [])['misconception-scorecard']), isset(apply_filters('wp_privacy_personal_data_erasers', [])['misconception-scorecard'])];`,
  );
  assert.deepEqual(registered, [true, true]);
});

const LEFT = `global $wpdb;
  $left = array_merge(
    $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%misconception%' AND option_name NOT LIKE '%misconception_scorecard_settings' OR option_name = 'misconception_scorecard_settings'"),
    $wpdb->get_col("SELECT post_type FROM $wpdb->posts WHERE post_type = 'miscon_scorecard'"),
    $wpdb->get_col("SELECT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%misconception%'"),
    $wpdb->get_col("SELECT meta_key FROM $wpdb->commentmeta WHERE meta_key LIKE '%misconception%'")
  );
  return array_values(array_filter($left, static fn($it) => strpos($it, 'rewrite') === false));`;
const uninstall = `require_once ABSPATH . 'wp-admin/includes/plugin.php'; define('WP_UNINSTALL_PLUGIN', 'misconception-scorecard/misconception-scorecard.php'); require WP_PLUGIN_DIR . '/misconception-scorecard/uninstall.php'; return true;`;

test('uninstalled with “keep data”, everything stays; without, nothing does but comments', () => {
  site.set({ keep_data: true });
  site.evaluate(uninstall);
  assert.ok(site.evaluate(LEFT).length > 3);
  site.set({ keep_data: false });
  const before = site.evaluate(`return count(get_comments(['status' => 'all']));`);
  site.evaluate(uninstall);
  const code = LEFT.replace(
    'return array_values',
    `$tables = $wpdb->get_var("SHOW TABLES LIKE '{$wpdb->prefix}misconception_scorecard'"); return array_values`,
  );
  // Deactivated first, because loading WordPress with the plugin active would create its table
  // again.
  site.evaluate(
    `require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins('misconception-scorecard/misconception-scorecard.php'); return true;`,
  );
  site.evaluate(uninstall);
  assert.deepEqual(site.evaluate(code), []);
  assert.equal(site.evaluate(`return count(get_comments(['status' => 'all']));`), before);
});

test('wordpress/SECURITY.md has a line for each attack that is tried here, and no other', () => {
  const table = readFileSync(`${TOP}wordpress/SECURITY.md`, 'utf8');
  const lines = [...table.matchAll(/^\| (.*?) \| .* \| `security` \|$/gm)].map(([, name]) => name);
  assert.deepEqual(lines.sort(), [...names].sort());
});

test('PHP has logged no error or warning', () => assert.deepEqual(site.complaints(), []));
