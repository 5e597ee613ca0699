/**
 * The packed package as the tools of its users see it. publint and "are the types wrong" report
 * nothing; TypeScript, the JSX of React, Preact and Solid, Vue and Svelte know the tag; editors
 * have their files; and the code of others is named.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { project, top } from '../bundlers/stage.mjs';

let folder;
let installed;
before(() => {
  folder = project('manners');
  installed = path.join(folder, 'node_modules/misconception-scorecard');
});
const read = (name) => readFileSync(path.join(installed, name), 'utf8');
const program = (name) => path.join(top, 'node_modules', name);
const description = JSON.parse(readFileSync(path.join(top, 'pkg/custom-elements.json'), 'utf8'));
const [element] = description.modules[0].declarations;

test('publint reports nothing', async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, strict: true, pack: false });
  // The repository's URL is not known yet.
  const others = messages.filter((it) => it.code !== 'USE_REPOSITORY');
  assert.deepEqual(
    others.map((it) => formatMessage(it, pkg)),
    [],
  );
});

test('attw finds correct types for each entry, for ES modules', () => {
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const words = [program('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stdout.slice(0, 2000) + stderr);
  const { analysis } = JSON.parse(stdout);
  assert.ok(Object.keys(analysis.entrypoints).length >= 10);
});

test('TypeScript knows the element, and the tag in JSX, Vue and Svelte', () => {
  for (const name of ['types', 'app']) {
    cpSync(path.join(top, 'tests/bundlers', name), path.join(folder, name), { recursive: true });
  }
  const files = readdirSync(path.join(folder, 'types')).map((name) => `types/${name}`);
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom,dom.iterable',
  ];
  const more = ['--jsx', 'react-jsx', '--resolveJsonModule', '--skipLibCheck', 'false'];
  const words = [program('typescript/bin/tsc'), ...options, ...more, ...files];
  const { stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  const ours = stdout.split('\n').filter((line) => /^(types|node_modules\/misconception-scorecard)\//.test(line));
  assert.deepEqual(ours, []);
  // An error without a file would be about the call itself.
  assert.doesNotMatch(stdout, /^error /m);
});

test('components and types have the events, fields and attributes of the description', async () => {
  const { handlerNames } = await import(path.join(installed, 'component.js'));
  assert.deepEqual(
    Object.keys(handlerNames),
    element.events.map((it) => it.name),
  );
  const types = read('element.d.ts');
  for (const { name, type } of element.events) assert.ok(types.includes(`'${name}': ${type.text};`), name);
  for (const { kind, name, type } of element.members) {
    if (kind === 'field') assert.match(types, new RegExp(`\\n  (readonly |get )?${name}(\\(\\))?: `), name);
    if (kind === 'field' && type.text.startsWith("'")) assert.ok(types.includes(`${name}: ${type.text};`), name);
  }
  for (const { name, type } of element.attributes.filter((it) => it.fieldName)) {
    assert.ok(types.includes(`  ${name}?: ${type.text};`), name);
  }
});

test('the files for editors have every attribute, event and part', () => {
  const [tag] = JSON.parse(read('modules/html-data.json')).tags;
  assert.deepEqual(
    tag.attributes.map((it) => it.name),
    element.attributes.map((it) => it.name),
  );
  assert.deepEqual(
    tag.attributes.find((it) => it.name === 'load').values.map((it) => it.name),
    ['visible', 'now', 'click'],
  );
  const { name, contributions } = JSON.parse(read('modules/web-types.json'));
  const [inHtml] = contributions.html.elements;
  assert.deepEqual([name, inHtml.name], ['misconception-scorecard', element.tagName]);
  assert.deepEqual(
    inHtml.js.events.map((it) => it.name),
    element.events.map((it) => it.name),
  );
  assert.deepEqual(
    inHtml.css.parts.map((it) => it.name),
    element.cssParts.map((it) => it.name),
  );
});

test('every file that package.json names exists, also for tools that ignore exports', () => {
  const { exports, main, types, unpkg, jsdelivr, sideEffects, ...rest } = JSON.parse(read('package.json'));
  const named = [main, types, unpkg, jsdelivr, rest.customElements, rest['web-types'], ...sideEffects];
  for (const file of named.filter((it) => !it.includes('*'))) assert.ok(existsSync(path.join(installed, file)), file);
  for (const [entry, target] of Object.entries(exports)) {
    if (typeof target === 'string') continue;
    const isScript = /^\.\/\w+$/.test(entry) && !target.default.includes('types-only');
    if (isScript) assert.ok(existsSync(path.join(installed, `${entry}.js`)), `${entry} without exports`);
    if (target.types) assert.ok(existsSync(path.join(installed, target.types)), entry);
  }
});

test('the notices name exactly the third-party code, with its licences', () => {
  const notices = read('THIRD-PARTY-NOTICES.txt');
  const words = [
    'tree',
    '--locked',
    '--offline',
    '--target',
    'wasm32-unknown-unknown',
    '--edges',
    'normal,no-proc-macro',
  ];
  const more = ['--no-default-features', '--features', 'reader,extras,authoring', '--prefix', 'none', '--no-dedupe'];
  const tree = execFileSync('cargo', [...words, ...more, '--package', 'misconception-scorecard'], {
    cwd: top,
    encoding: 'utf8',
  });
  const used = new Set(
    tree
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ').slice(0, 2).join(' ').replace(' v', ' ')),
  );
  assert.ok(used.size >= 5, tree);
  for (const it of used) assert.ok(notices.includes(`\n${it}, `), `${it} is named`);
  const listed = notices
    .split('\n---')[0]
    .split('\n')
    .filter((line) => /^[\w-]+ \d+\.\d+\.\d+, /.test(line));
  assert.deepEqual(listed.map((line) => line.split(',')[0]).sort(), [...used].sort());
  assert.match(notices, /Permission is hereby granted/);
});
