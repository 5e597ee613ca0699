/**
 * Runs a WordPress for one test file, with the plugin and what the tests need. Knows roles, posts
 * and the endpoint; WORDPRESS names the version. The expected results are in the tests.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '../../contract/conformance/client.mjs';
import { pack } from '../../xtask/wordpress/pack.mjs';
import { makeSite, USUAL, PASSWORD, startSite, VERSIONS } from '../../xtask/wordpress/site.mjs';

export const TOP = fileURLToPath(new URL('../../', import.meta.url));
export const VERSION = process.env.WORDPRESS ?? USUAL;
export const BLOCK = '<!-- wp:misconception-scorecard/scorecard /-->';
const FORM = 'application/x-www-form-urlencoded';
const read = (name) => readFileSync(path.join(TOP, name), 'utf8');

/** A value as a PHP literal. */
export const php = (value) =>
  `json_decode(base64_decode('${Buffer.from(JSON.stringify(value)).toString('base64')}'), true)`;

/** Makes and starts a WordPress for the test file `name`. */
export async function startWordPress(name) {
  assert.ok(VERSIONS.includes(VERSION), `WORDPRESS=${VERSION}: it is one of ${VERSIONS.join(', ')}`);
  const { folder: plugin } = await pack();
  const folder = path.join(TOP, 'target/wordpress/sites', `${name}-${VERSION}`);
  const mustUse = { 'switches.php': read('tests/wordpress/switches.php') };
  makeSite({ folder, version: VERSION, plugin, mustUse });
  const site = await startSite(folder);
  return new WordPress(site);
}

export class WordPress {
  #site;

  constructor(site) {
    this.#site = site;
    this.url = site.url;
    this.folder = site.folder;
  }

  close() {
    return this.#site.close();
  }

  evaluate(code) {
    return this.#site.evaluate(code);
  }

  /** Creates a post as a user, with that user's rights. Returns `{ id, link }`. */
  post(content, { by = 'editor', status = 'publish', type = 'post' } = {}) {
    return this.evaluate(`wp_set_current_user(get_user_by('login', '${by}')->ID);
      $id = wp_insert_post(wp_slash(['post_title' => 'A post', 'post_content' => ${php(content)}, 'post_status' => '${status}', 'post_type' => '${type}', 'comment_status' => 'open']));
      return ['id' => $id, 'link' => get_permalink($id)];`);
  }

  /** Publishes questionnaires. Returns the ids of their posts. */
  questionnaires(list, screens = {}) {
    return this.evaluate(`$ids = [];
      foreach (${php(list.map((it) => JSON.stringify(it)))} as $json) {
        $id = wp_insert_post(['post_type' => 'miscon_scorecard', 'post_status' => 'publish', 'post_title' => 'Q']);
        Misconception_Scorecard\\keep_questionnaire($id, $json, ${php(JSON.stringify(screens))});
        $ids[] = $id;
      }
      return $ids;`);
  }

  set(settings) {
    return this.evaluate(`update_option('misconception_scorecard_settings', ${php(settings)}); return true;`);
  }

  /** A client of the contract for a post, with the URLs that it may request. */
  client(postId, more = {}) {
    const proof = this.evaluate(`return Misconception_Scorecard\\post_proof(${postId});`);
    const endpoint = `${this.url}/wp-json/misconception-scorecard/v1/messages?post=${postId}&proof=${proof}`;
    const feed = `${this.url}/wp-json/misconception-scorecard/v1/feed?questionnaire={id}`;
    const others = { limited: `${endpoint}&limited=1`, failing: `${endpoint}&failing=1` };
    return new Client({ endpoint, feed, ...others, ...more });
  }

  /** What the must-use plugin has logged: `akismet` for requests to Akismet, `mails` for mails. */
  notes(name) {
    const file = path.join(this.folder, `wp-content/${name}.ndjson`);
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  /** PHP's errors and warnings about the plugin. */
  complaints() {
    const file = path.join(this.folder, 'debug.log');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    return lines.filter((line) => line.includes('misconception-scorecard'));
  }

  /** Logs a user in at the site's own form. Returns `{ cookie, nonce }`. */
  async login(user) {
    const login = await fetch(`${this.url}/wp-login.php`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': FORM, cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
      body: new URLSearchParams({ log: user, pwd: PASSWORD }),
    });
    assert.equal(login.status, 302, `${user} is logged in`);
    const cookie = login.headers
      .getSetCookie()
      .map((it) => it.split(';')[0])
      .join('; ');
    const reply = await fetch(`${this.url}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: { cookie } });
    return { cookie, nonce: await reply.text() };
  }

  /** Requests an admin page, or sends a form to it. */
  admin({ cookie }, at, form = undefined) {
    const body = form && new URLSearchParams(form);
    return fetch(`${this.url}/wp-admin/${at}`, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie },
      body,
    });
  }
}
