/**
 * Debian's WordPress with its own database, while a test runs. Knows how to unpack, install and
 * start it, and how its users publish; must not know what becomes of their posts.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answers, freePort, keep, run } from './programs.mjs';

/**
 * Unpacked, not installed: installing them would install a web server, which would start at once
 * and be reachable by others.
 */
const PACKAGES = ['wordpress', 'wordpress-theme-twentytwentythree'];
const PASSWORD = 'a password of a test';
const TYPE = 'application/x-www-form-urlencoded';

/**
 * Unpacks WordPress in `folder`, with the plugin from that folder, and installs it into a new
 * database.
 */
export async function buildWordPress(folder) {
  const site = path.join(folder, 'site');
  const unpacked = path.join(folder, 'unpacked');
  for (const file of download(path.join(folder, 'packages'))) run('dpkg-deb', ['-x', file, unpacked]);
  cpSync(path.join(unpacked, 'usr/share/wordpress'), site, { recursive: true, verbatimSymlinks: true });
  const content = path.join(unpacked, 'var/lib/wordpress/wp-content');
  cpSync(path.join(unpacked, 'usr/share/wordpress/wp-content'), path.join(site, 'wp-content'), { recursive: true });
  cpSync(path.join(content, 'uploads'), path.join(site, 'wp-content/uploads'), { recursive: true });
  rmSync(unpacked, { recursive: true });
  const plugin = 'scorecard-embed';
  cpSync(path.join(folder, plugin), path.join(site, 'wp-content/plugins', plugin), { recursive: true });
  cpSync(path.join(folder, 'wp-config.php'), path.join(site, 'wp-config.php'));
  // Browsers request it, and PHP's built-in server has no rewriting that would pass the request to
  // WordPress.
  writeFileSync(path.join(site, 'favicon.ico'), '');

  const data = path.join(folder, 'data');
  run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const database = await startDatabase(folder);
  try {
    const said = run('php', [path.join(folder, 'install.php'), site, PASSWORD], { env: database.env });
    assert.equal(said.trim(), 'installed');
  } finally {
    await database.close();
  }
}

/** The packages' files, downloaded once. */
function download(folder) {
  mkdirSync(folder, { recursive: true });
  const find = () => PACKAGES.map((name) => readdirSync(folder).find((file) => file.startsWith(`${name}_`)));
  if (find().includes(undefined)) {
    try {
      run('apt-get', ['download', ...PACKAGES], { cwd: folder });
    } catch (error) {
      throw new Error(`${error.message}\nIf apt does not find the package: apt-get update`);
    }
  }
  return find().map((file) => path.join(folder, file));
}

/**
 * Starts a database that listens on a socket only. The path of a socket must be short, so it is in
 * another folder.
 */
async function startDatabase(folder) {
  const place = mkdtempSync(path.join(tmpdir(), 'scorecard-'));
  const socket = path.join(place, 'db');
  const server = keep('mariadbd', [
    '--no-defaults',
    `--datadir=${path.join(folder, 'data')}`,
    `--socket=${socket}`,
    '--skip-networking',
    `--pid-file=${path.join(place, 'pid')}`,
    ...(process.getuid() === 0 ? ['--user=root'] : []),
  ]);
  const close = async () => {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  };
  await server
    .until(() => answers(socket))
    .catch(async (error) => {
      await close();
      throw error;
    });
  return { env: { SCORECARD_DB_SOCKET: socket }, close };
}

/** Starts the database and PHP's built-in server. Returns `{ port, close() }`. */
export async function startWordPress(folder) {
  const database = await startDatabase(folder);
  const port = await freePort();
  const server = keep('php', ['-S', `127.0.0.1:${port}`, '-t', path.join(folder, 'site')], { env: database.env });
  const close = async () => {
    await server.stop();
    await database.close();
  };
  await server
    .until(() => answers(port))
    .catch(async (error) => {
      await close();
      throw error;
    });
  return { port, close };
}

/**
 * Logs a user in at the site's own form and publishes a post as the editor does: with cookies, over
 * the REST API.
 */
export async function publish(url, user, title, content) {
  const login = await fetch(`${url}/wp-login.php`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': TYPE },
    body: new URLSearchParams({ log: user, pwd: PASSWORD }),
  });
  assert.equal(login.status, 302, `${user} is logged in`);
  const cookie = login.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
  const answer = await fetch(`${url}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: { cookie } });
  const nonce = await answer.text();
  const posted = await fetch(`${url}/?rest_route=/wp/v2/posts`, {
    method: 'POST',
    headers: { cookie, 'x-wp-nonce': nonce, 'content-type': 'application/json' },
    body: JSON.stringify({ title, content, status: 'publish' }),
  });
  const post = await posted.json();
  assert.equal(posted.status, 201, JSON.stringify(post));
  return post;
}
