/**
 * Builds each host's site in target/hosts/, as its owner would: puts the scorecard's files where
 * that host keeps static files, or installs the package from its tarball, and then runs the host's
 * own build. Knows folders and commands; the expected results are in the tests. Pages of bundlers
 * are in tests/bundlers/.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inVenv, run } from './programs.mjs';
import { buildWordPress } from './wordpress.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const dist = path.join(top, 'pkg/dist');
const QUIET = {
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NUXT_TELEMETRY_DISABLED: '1',
  CI: '1',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
};

/**
 * How each host is built in its `folder`. A static site returns the folder to serve and its path.
 */
const WAYS = {
  plain(folder) {
    addScorecard(folder, 'scorecard');
    return { root: folder, at: '/' };
  },
  hugo(folder) {
    addScorecard(folder, 'static/scorecard');
    run('hugo', ['--quiet'], { cwd: folder });
    return { root: path.join(folder, 'public'), at: '/' };
  },
  jekyll(folder) {
    addScorecard(folder, 'scorecard');
    run('jekyll', ['build', '--disable-disk-cache'], { cwd: folder, env: QUIET });
    return { root: path.join(folder, '_site'), at: '/blog/' };
  },
  eleventy(folder) {
    addScorecard(folder, 'scorecard');
    installLocked(folder);
    run('npm', ['run', 'build'], { cwd: folder, env: QUIET });
    return { root: path.join(folder, '_site'), at: '/' };
  },
  vue: installed,
  next: installed,
  astro(folder) {
    addQuestionnaire(folder, 'src');
    installed(folder);
    return { root: path.join(folder, 'dist'), at: '/' };
  },
  sveltekit(folder) {
    addQuestionnaire(folder, 'src/lib');
    installed(folder);
  },
  nuxt(folder) {
    addQuestionnaire(folder, 'app');
    installed(folder);
  },
  vitepress(folder) {
    addQuestionnaire(folder, '.');
    installed(folder);
    return { root: path.join(folder, '.vitepress/dist'), at: '/' };
  },
  docusaurus(folder) {
    addQuestionnaire(folder, 'src');
    installed(folder);
    return { root: path.join(folder, 'build'), at: '/' };
  },
  'react-router'(folder) {
    addQuestionnaire(folder, 'app');
    installed(folder);
  },
  angular(folder) {
    addQuestionnaire(folder, 'src');
    installed(folder);
    const root = path.join(folder, 'dist/browser');
    // One page for all URLs. A server that cannot be configured so needs a copy at each of them.
    for (const name of ['beliefs', 'kitchen']) {
      cpSync(path.join(root, 'index.html'), path.join(root, name, 'index.html'));
    }
    return { root, at: '/' };
  },
  mkdocs(folder) {
    addScorecard(folder, 'docs/scorecard');
    addQuestionnaire(folder, 'docs');
    addListener(folder, 'docs');
    run(inVenv(folder, 'mkdocs'), ['build', '--strict', '--quiet'], { cwd: folder, env: QUIET });
    return { root: path.join(folder, 'site'), at: '/' };
  },
  sphinx(folder) {
    addScorecard(folder, '_static/scorecard');
    addQuestionnaire(folder, '_static');
    addListener(folder, '_static');
    run(inVenv(folder, 'sphinx-build'), ['-W', '-q', '.', '_build'], { cwd: folder, env: QUIET });
    return { root: path.join(folder, '_build'), at: '/' };
  },
  docsify(folder) {
    installLocked(folder);
    addScorecard(folder, 'scorecard');
    addQuestionnaire(folder, '.');
    addListener(folder, '.');
    cpSync(path.join(folder, 'node_modules/docsify/dist'), path.join(folder, 'docsify'), { recursive: true });
    return { root: folder, at: '/' };
  },
  async wordpress(folder) {
    addScorecard(folder, 'scorecard-embed/scorecard');
    await buildWordPress(folder);
  },
};

export const HOSTS = Object.keys(WAYS);

/** Builds a host from scratch. Only packages from registries are kept from the last time. */
export async function build(host) {
  assert.ok(existsSync(path.join(dist, 'scorecard.js')), 'pkg/dist is missing: run cargo xtask build');
  const folder = path.join(top, 'target/hosts', host);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!['node_modules', 'packages'].includes(name)) rmSync(path.join(folder, name), { recursive: true });
  }
  cpSync(path.join(top, 'tests/hosts', host), folder, { recursive: true });
  return { folder, ...(await WAYS[host](folder)) };
}

/** Copies the built scorecard to the place that the host wants, as every README says. */
function addScorecard(folder, place) {
  cpSync(dist, path.join(folder, place), { recursive: true });
}

/** Copies a questionnaire that belongs to the site. */
function addQuestionnaire(folder, place) {
  cpSync(path.join(top, 'tests/bundlers/app/mine.json'), path.join(folder, place, 'mine.json'));
}

/** Copies the script with listeners, for sites whose pages have none. */
function addListener(folder, place) {
  cpSync(path.join(top, 'tests/hosts/plain/listen.js'), path.join(folder, place, 'listen.js'));
}

/** Builds the site with the package installed, by its own command. */
function installed(folder) {
  installLocked(folder);
  installPackage(folder);
  run('npm', ['run', 'build'], { cwd: folder, env: QUIET });
}

/**
 * Installs the packages in package-lock.json, unless they are installed already for this version of
 * Node.
 */
function installLocked(folder) {
  const note = path.join(folder, 'node_modules/.installed');
  const wanted = process.version + readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  writeFileSync(note, wanted);
}

/**
 * Packs the package and installs the tarball. package-lock.json does not name it, because its
 * content changes daily here.
 */
function installPackage(folder) {
  const packed = run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: path.join(top, 'pkg') });
  const [{ filename }] = JSON.parse(packed);
  const words = [
    'install',
    '--prefer-offline',
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    `./${filename}`,
  ];
  const installed = path.join(folder, 'node_modules/misconception-scorecard');
  rmSync(installed, { recursive: true, force: true });
  run('npm', words, { cwd: folder });
  const code = readFileSync(path.join(installed, 'dist/element.js'));
  assert.ok(code.equals(readFileSync(path.join(dist, 'element.js'))), 'what is installed is what was built');
}
