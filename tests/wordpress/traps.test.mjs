/**
 * What goes wrong between WordPress, Akismet and a widget if nobody prevents it: one test per trap.
 * Knows the endpoint, comments and pages; needs no browser.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fresh, withdrawal } from '../../contract/conformance/client.mjs';
import { BLOCK, php, startWordPress } from './stage.mjs';

const ABOUT = { id: 'social-media', version: '2', lang: 'en' };
const suggestion = (text, more = {}) => fresh('suggestion', { text, questionnaire: ABOUT, ...more });
const dispute = (text) => fresh('dispute', { text, questionnaire: ABOUT, misconception: 'marketing-channel' });

let site;
let post;
let client;
before(async () => {
  site = await startWordPress('traps');
  post = site.post(BLOCK);
  client = site.client(post.id, { origin: site.url });
});
after(() => site?.close());

const comments = (more = '') =>
  site.evaluate(`return array_map(static fn($it) => ['id' => (int) $it->comment_ID, 'text' => $it->comment_content, 'approved' => $it->comment_approved, 'ip' => $it->comment_author_IP, 'agent' => $it->comment_agent, 'post' => (int) $it->comment_post_ID],
    get_comments(['post_id' => ${post.id}, 'status' => ['approve', 'hold', 'spam', 'trash'], 'orderby' => 'comment_ID', 'order' => 'ASC'${more}]));`);
const commentOf = (text) => comments().find((it) => it.text.includes(text));
const send = async (document, status = 201, options = {}) =>
  assert.equal((await client.send(document, options)).status, status);

test('a page has no nonce, so a cached page keeps working; a stale nonce would be refused', async () => {
  const html = await (await fetch(post.link)).text();
  const tag = /<misconception-scorecard[^>]*>/.exec(html)?.[0];
  assert.ok(tag, html.slice(0, 500));
  assert.doesNotMatch(tag, /nonce/i);
  const endpoint = /endpoint="([^"]*)"/.exec(tag)[1].replaceAll('&amp;', '&').replaceAll('&#038;', '&');
  await send(suggestion('From a page of last year'), 201, { endpoint });
  const other = await (await fetch(post.link)).text();
  assert.equal(/<misconception-scorecard[^>]*>/.exec(other)[0], tag, 'the tag is the same for everybody');
  // The trap itself: WordPress refuses the request before it calls the route.
  const stale = await fetch(endpoint, {
    method: 'POST',
    headers: { 'X-WP-Nonce': 'stale' },
    body: JSON.stringify(suggestion('x')),
  });
  assert.equal(stale.status, 403);
});

test('many readers behind one IP address can send the same remark within fifteen seconds', async () => {
  for (let times = 0; times < 4; times += 1) await send(suggestion('All of us think so'));
  assert.equal(comments().filter((it) => it.text === 'All of us think so').length, 4);
});

test('the flood check for ordinary comments is unchanged', () => {
  const said = site.evaluate(`$made = [];
    foreach (['one', 'two'] as $text) {
      Misconception_Scorecard\\during_checks(static fn() => true);
      $id = wp_new_comment(['comment_post_ID' => ${post.id}, 'comment_author' => 'A', 'comment_author_email' => 'a@example.org', 'comment_author_url' => '', 'comment_content' => $text, 'comment_type' => 'comment', 'comment_parent' => 0, 'user_id' => 0, 'comment_author_IP' => '192.0.2.1', 'comment_agent' => ''], true);
      $made[] = is_wp_error($id) ? $id->get_error_code() : 'made';
    }
    return $made;`);
  assert.deepEqual(said, ['made', 'comment_flood']);
});

test('Akismet gets the text and the sender’s IP address, and no fields of the request', async () => {
  await send(suggestion('Akismet reads this'));
  const told = site
    .notes('akismet')
    .map((it) => it.told)
    .find((it) => it.comment_content === 'Akismet reads this');
  assert.ok(told, JSON.stringify(site.notes('akismet')).slice(0, 2000));
  assert.equal(told.user_ip, '127.0.0.1');
  assert.deepEqual(
    Object.keys(told).filter((it) => it.startsWith('POST_')),
    [],
  );
  assert.equal(JSON.stringify(told).includes('receipt'), false);
});

test('a missing nonce of Akismet does not make a remark spam', async () => {
  site.evaluate(`update_option('akismet_comment_nonce', 'true'); return true;`);
  await send(suggestion('Without a form’s nonce'));
  const told = site
    .notes('akismet')
    .map((it) => it.told)
    .find((it) => it.comment_content?.startsWith('Without a form'));
  assert.notEqual(told.akismet_comment_nonce, 'failed');
  assert.equal(commentOf('Without a form').approved, '0');
});

test('neither the IP address nor the user agent is stored, in the comment or in Akismet’s notes', async () => {
  await send(suggestion('Nobody’s address stays'), 201, { endpoint: `${client.endpoint}&afar=1` });
  const told = site
    .notes('akismet')
    .map((it) => it.told)
    .find((it) => it.comment_content === 'Nobody’s address stays');
  assert.deepEqual([told.user_ip, told.user_agent], ['192.0.2.77', 'A telling browser'], 'Akismet has had them');
  const { id, ip, agent } = commentOf('address stays');
  assert.deepEqual([ip, agent], ['', '']);
  const meta = site.evaluate(`return get_comment_meta(${id});`);
  assert.ok(meta.akismet_as_submitted, `Akismet has noted it: ${Object.keys(meta)}`);
  assert.doesNotMatch(
    JSON.stringify(meta),
    /192\.0\.2\.77|telling browser|user_ip|user_agent|comment_author_IP|comment_agent/,
  );
  const mails = JSON.stringify(site.notes('mails').at(-1));
  assert.ok(mails.includes('address stays'), mails);
  assert.doesNotMatch(mails, /192\.0\.2\.77/);
});

test('a remark that Akismet takes for spam is stored as spam, with the usual reply to the sender', async () => {
  await send(suggestion('Buy spam here'));
  assert.equal(commentOf('Buy spam').approved, 'spam');
});

test('a remark that Akismet would discard silently is stored as spam, without a redirect', async () => {
  site.evaluate(`update_option('akismet_strictness', '1'); return true;`);
  await send(suggestion('spam-for-sure'));
  assert.equal(commentOf('spam-for-sure').approved, 'spam');
});

test('a site that approves all comments still holds remarks', async () => {
  await send(suggestion('Held at first'));
  assert.equal(commentOf('Held at first').approved, '0');
});

test('WordPress’s list of disallowed words applies to remarks', async () => {
  site.evaluate(`update_option('disallowed_keys', 'forbiddenword'); return true;`);
  await send(suggestion('This forbiddenword goes to the trash'));
  assert.equal(commentOf('forbiddenword').approved, 'trash');
});

test('a page of another site may not send, although WordPress would allow any origin', async () => {
  const { status, body, headers } = await client.send(suggestion('From elsewhere'), {
    origin: 'https://elsewhere.example',
  });
  assert.deepEqual([status, body.code, body.line], [403, 'origin', 'https://elsewhere.example']);
  assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
  site.set({ origins: ['https://elsewhere.example'] });
  await send(suggestion('From elsewhere, listed'), 201, { origin: 'https://elsewhere.example' });
});

test('an approved suggestion is in the feed, word for word, with the owner’s reply as the answer', async () => {
  const text = 'Tabs\tand lines\nand "quotes" -- <b>&amp;</b> 🙂 :) \\ %20 2x4';
  await send(suggestion(text, { by: 'Kari <Bergen>' }));
  const feed = async () => (await client.feedOf('social-media')).body.suggestions;
  assert.deepEqual(
    (await feed()).filter((it) => it.text === text),
    [],
  );
  const { id } = commentOf('Tabs');
  site.evaluate(`wp_set_comment_status(${id}, 'approve');
    $editor = get_user_by('login', 'editor')->ID;
    wp_insert_comment(['comment_post_ID' => ${post.id}, 'comment_parent' => ${id}, 'user_id' => $editor, 'comment_content' => 'It takes <em>years</em>.', 'comment_approved' => 1]);
    wp_insert_comment(['comment_post_ID' => ${post.id}, 'comment_parent' => ${id}, 'user_id' => 0, 'comment_content' => 'Says who?', 'comment_approved' => 1]);
    return true;`);
  assert.deepEqual(
    (await feed()).filter((it) => it.text === text),
    [{ text, by: 'Kari <Bergen>', answer: 'It takes years.', lang: 'en' }],
  );
});

test('disputes are never in the feed, and their comments say what they are about', async () => {
  await send(dispute('Mine is different'));
  await send(dispute(''));
  const { id } = commentOf('Mine is different');
  site.evaluate(`wp_set_comment_status(${id}, 'approve'); return true;`);
  const { text } = await client.feedOf('social-media');
  assert.ok(!text.includes('Mine is different'));
  const html = await (await fetch(post.link)).text();
  assert.ok(html.includes('Mine is different'), 'it is a comment');
  assert.ok(
    html.includes('A reader disagrees with what is said about&#58; Social media is above all a marketing channel'),
  );
  assert.ok(commentOf('No reason was given.'));
});

test('a changed remark is held again, and a withdrawn one is deleted', async () => {
  const document = suggestion('First words');
  await send(document);
  const { id } = commentOf('First words');
  site.evaluate(`wp_set_comment_status(${id}, 'approve'); return true;`);
  await send({ ...document, text: 'Other words' }, 200);
  assert.equal(commentOf('Other words').approved, '0');
  await send(withdrawal(document.receipt), 204);
  assert.equal(commentOf('Other words'), undefined);
  await send(document);
});

test('deleting a comment also deletes its receipt', async () => {
  const document = suggestion('Deleted by the owner');
  await send(document);
  site.evaluate(`wp_delete_comment(${commentOf('Deleted by the owner').id}, true); return true;`);
  await send(document);
});

test('the database contains no receipt, only its hash, and no IP address', async () => {
  const document = suggestion('Where is the receipt?');
  await send(document, 201, { endpoint: `${client.endpoint}&afar=1` });
  const found = site.evaluate(`global $wpdb;
    $text = '';
    foreach ($wpdb->get_col('SHOW TABLES') as $table) $text .= serialize($wpdb->get_results("SELECT * FROM $table"));
    $has = static fn($it) => strpos($text, $it) !== false;
    return [$has('Where is the receipt?'), $has(hash('sha256', ${php(document.receipt)})), $has(${php(document.receipt)}), $has('192.0.2.77'), $has('A telling browser')];`);
  assert.deepEqual(found, [true, true, false, false, false]);
});

test('remarks are accepted only for a published post with the block', async () => {
  const other = site.post('No block here').id;
  const wrong = client.endpoint.replace(`post=${post.id}`, `post=${other}`);
  assert.equal((await client.send(suggestion('To another post'), { endpoint: wrong })).status, 404);
  const draft = site.post(BLOCK, { status: 'draft' }).id;
  assert.equal((await client.send(suggestion('To a draft'), { endpoint: site.client(draft).endpoint })).status, 404);
  assert.equal(commentOf('To a'), undefined);
});

test('PHP has logged no error or warning', () => assert.deepEqual(site.complaints(), []));
