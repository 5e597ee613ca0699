/**
 * The packed tarball as its users get it: installed from the file, imported in Node, with the
 * examples of its README.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const top = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
let consumer;

const run = (program, words, cwd) => execFileSync(program, words, { cwd, encoding: 'utf8' });
/** Runs a module in the consumer's folder; returns what it prints as JSON. */
const node = (code) => {
  writeFileSync(path.join(consumer, 'try.mjs'), code);
  return JSON.parse(run(process.execPath, ['try.mjs'], consumer));
};

before(() => {
  consumer = mkdtempSync(path.join(tmpdir(), 'scorecard-consumer-'));
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', consumer], path.join(top, 'pkg')),
  );
  writeFileSync(path.join(consumer, 'package.json'), '{ "type": "module" }');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], consumer);
});
after(() => rmSync(consumer, { recursive: true, force: true }));

test('the tarball contains what its exports name, the licences, and no sources', () => {
  const folder = path.join(consumer, 'node_modules/misconception-scorecard');
  const { exports } = JSON.parse(readFileSync(path.join(folder, 'package.json')));
  for (const target of Object.values(exports)) {
    for (const file of typeof target === 'string' ? [target] : Object.values(target)) {
      assert.ok(file.includes('*') || existsSync(path.join(folder, file)), file);
    }
  }
  const files = readdirSync(folder).sort();
  assert.deepEqual(files, [
    'CHANGELOG.md',
    'FORMAT.md',
    'LICENSE-APACHE',
    'LICENSE-MIT',
    'README.md',
    'THIRD-PARTY-NOTICES.txt',
    'command',
    'component.js',
    'core.d.ts',
    'core.js',
    'core.wasm.d.ts',
    'custom-elements.json',
    'define.d.ts',
    'define.js',
    'dist',
    'documents.d.ts',
    'element.d.ts',
    'modules',
    'package.json',
    'preact.d.ts',
    'react.d.ts',
    'react.js',
    'solid.d.ts',
    'svelte.d.ts',
    'types-only.js',
    'vue.d.ts',
    'vue.js',
  ]);
});

test('the installed command runs', () => {
  const program = path.join('node_modules', '.bin', 'misconception-scorecard');
  assert.match(run(program, ['--version'], consumer), /^\d+\.\d+\.\d+/);
  run(program, ['new', 'mine.json'], consumer);
  assert.match(run(program, ['check', '--draft', 'mine.json'], consumer), /no errors/);
});

test('the README lists every code of advice and errors', () => {
  const readme = readFileSync(path.join(top, 'pkg/README.md'), 'utf8');
  const sources = [
    'pkg/src/api/check.js',
    'src/data/problem.rs',
    'src/authoring/check/mod.rs',
    'src/authoring/check/advice.rs',
    'src/authoring/check/translation/mod.rs',
    'src/authoring/check/translation/messages.rs',
  ];
  const text = sources.map((file) => readFileSync(path.join(top, file), 'utf8')).join('\n');
  const patterns = [
    /=> "(\w+)",/g,
    /Notice::advice\(\s*"(\w+)"/g,
    /code: "(\w+)"/g,
    /code: '(\w+)'/g,
    /problem\('(\w+)'/g,
    /=> \(\s*"(\w+)",/g,
  ];
  const codes = new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code)));
  assert.ok(codes.size > 30, `${[...codes]}`);
  for (const code of codes) assert.ok(readme.includes(`\`${code}\``), code);
});

test('the crate and the package have the same version', () => {
  const cargo = readFileSync(path.join(top, 'Cargo.toml'), 'utf8');
  const [, version] = /^version = "(.*)"$/m.exec(cargo);
  assert.equal(JSON.parse(readFileSync(path.join(top, 'pkg/package.json'))).version, version);
});

test('the example in the README prints what it claims', () => {
  const readme = readFileSync(path.join(top, 'pkg/README.md'), 'utf8');
  const [, example, expected] = /```js\n(import \{ compare[^]*?)\/\/ (.*)\n```/.exec(readme);
  writeFileSync(path.join(consumer, 'example.mjs'), example);
  assert.equal(run(process.execPath, ['example.mjs'], consumer).trim(), expected);
});

test('the example for pictures in the README works', () => {
  const readme = readFileSync(path.join(top, 'pkg/README.md'), 'utf8');
  const [, before] = /```js\n(import \{ compare[^]*?)\n```/.exec(readme);
  const [, example] = /```js\n(import \{ picture[^]*?)\n```/.exec(readme);
  writeFileSync(path.join(consumer, 'example.mjs'), `${before}\n${example}\nconsole.log(svg);`);
  assert.match(
    run(process.execPath, ['example.mjs'], consumer),
    /^held corrected\n<svg [^]*>1 seen through<[^]*>example\.com<[^]*<\/svg>\n/,
  );
});

test('importing the element in Node has no side effect and needs no window', () => {
  const seen = node(`
    const before = Object.keys(globalThis).length;
    const { MisconceptionScorecard, define } = await import('misconception-scorecard');
    console.log(JSON.stringify([typeof MisconceptionScorecard, typeof define, Object.keys(globalThis).length - before]));
  `);
  assert.deepEqual(seen, ['function', 'function', 0]);
});

test('evaluate gives the known result of every case with statements', () => {
  cpSync(path.join(top, 'tests/fixtures/scoring.json'), path.join(consumer, 'scoring.json'));
  const count = node(`
    import assert from 'node:assert/strict';
    import { readFileSync } from 'node:fs';
    import { evaluate } from 'misconception-scorecard/core';
    let count = 0;
    for (const { id, input, expected } of JSON.parse(readFileSync('scoring.json')).cases) {
      if (!input.statements) continue;
      const { points, certainty, cutoffs, minAnswered, statements } = input;
      const labels = (n) => Array.from({ length: n }, (_, i) => 'label ' + i);
      const questionnaire = {
        format: '1.0', id: 'q', version: '1', lang: 'en', title: 'Q', minAnswered,
        scale: { points, labels: labels(points) },
        certainty: certainty && { ...certainty, labels: labels(certainty.to - certainty.from + 1) },
        cutoffs: cutoffs && { held: cutoffs[0], leaning: cutoffs[1], unsure: cutoffs[2] },
        misconceptions: [{
          id: 'm', name: 'M', refutation: { fact: 'F', whyWrong: 'W' },
          statements: statements.map(({ key, weight }, i) => ({ id: 's' + i, text: 'S', key, weight })),
        }],
      };
      const answers = {};
      statements.forEach(({ agreement, certainty }, i) => {
        if (agreement !== undefined) answers['s' + i] = { agreement, ...(certainty !== undefined && { certainty }) };
      });
      const { verdicts: [line], flags } = evaluate(questionnaire, answers);
      for (const key of ['verdict', 'reason']) if (key in expected) assert.equal(line[key], expected[key], id);
      if ('belief' in expected) {
        assert.equal(line.belief === null, expected.belief === null, id);
        assert.ok(Math.abs(line.belief - expected.belief) < 1e-9, id);
      }
      if (expected.classes) assert.deepEqual(line.statements.map((it) => it.class), expected.classes, id);
      if (expected.flags) assert.deepEqual(line.flags, expected.flags, id);
      if ('straightLined' in expected) assert.equal(flags.includes('straightLined'), expected.straightLined, id);
      count++;
    }
    console.log(count);
  `);
  assert.ok(count >= 48, `${count} cases`);
});

test('compare gives the known result of every case with two scorecards', () => {
  cpSync(path.join(top, 'tests/fixtures/scoring.json'), path.join(consumer, 'scoring.json'));
  const rules = node(`
    import assert from 'node:assert/strict';
    import { readFileSync } from 'node:fs';
    import { compare } from 'misconception-scorecard/core';
    const about = { id: 'q', version: '1', format: '1.0', points: 5 };
    const scorecard = (verdict, belief) =>
      ({ questionnaire: about, verdicts: [{ misconception: 'm', verdict, belief }] });
    const rules = {};
    for (const { id, rule, input: { before, after }, expected } of JSON.parse(readFileSync('scoring.json')).cases) {
      if (rule === 'transition') {
        const { changes: [line] } = compare(scorecard(before, null), scorecard(after, null));
        assert.deepEqual(line, { misconception: 'm', transition: expected.transition, change: null }, id);
      } else if (rule === 'normalizedChange') {
        const { changes: [line] } = compare(scorecard('unsure', before), scorecard('unsure', after));
        assert.equal(line.change === null, expected.change === null, id);
        assert.ok(Math.abs(line.change - expected.change) < 1e-9, id);
      } else continue;
      rules[rule] = (rules[rule] ?? 0) + 1;
    }
    console.log(JSON.stringify(rules));
  `);
  assert.ok(rules.transition >= 10 && rules.normalizedChange >= 7, JSON.stringify(rules));
});

test('invalid input throws an Error with a code and every problem', () => {
  const thrown = node(`
    import { compare, evaluate } from 'misconception-scorecard/core';
    const questionnaire = {
      format: '1.0', id: 'q', version: '1', lang: 'en', title: 'Q',
      misconceptions: [{ id: 'm', name: 'M', refutation: { fact: 'F', whyWrong: 'W' },
        statements: [{ id: 's', text: 'S', key: 'myth' }] }],
    };
    const circle = {}; circle.circle = circle;
    const calls = [
      () => evaluate({ ...questionnaire, title: 1 }, {}),
      () => evaluate('{', {}),
      () => evaluate(circle, {}),
      () => evaluate({ ...questionnaire, extra: () => 1 }, {}),
      () => evaluate({ ...questionnaire, title: 'x'.repeat(1e6) }, {}),
      () => evaluate(questionnaire, { s: { agreement: 6 }, t: { agreement: 1 } }),
      () => compare(evaluate(questionnaire, {}), {}),
      () => evaluate(undefined, {}),
    ];
    console.log(JSON.stringify(calls.map((call) => {
      try { return call(); } catch (error) {
        return [error instanceof Error, error.code, error.problems.map((it) => it.code + ' ' + it.pointer)];
      }
    })));
  `);
  assert.deepEqual(thrown, [
    [true, 'invalidQuestionnaire', ['wrongType /title']],
    [true, 'badJson', []],
    [true, 'notPlainData', ['notPlainData ']],
    [true, 'notPlainData', ['notPlainData /extra']],
    [true, 'tooLarge', ['tooLarge ']],
    [true, 'invalidAnswers', ['outOfRange /s/agreement', 'unknownId /t']],
    [
      true,
      'notComparable',
      [
        'wrongType /after/verdicts',
        'notComparable /after/questionnaire/id',
        'notComparable /after/questionnaire/version',
      ],
    ],
    [true, 'invalidQuestionnaire', ['wrongType ']],
  ]);
});

test('the types describe what the README shows', () => {
  writeFileSync(
    path.join(consumer, 'types.mts'),
    `
    import { evaluate, type Scorecard } from 'misconception-scorecard/core';
    import { define, MisconceptionScorecard } from 'misconception-scorecard';
    import 'misconception-scorecard/define';
    define();
    const element: MisconceptionScorecard = document.querySelector('misconception-scorecard')!;
    element.addEventListener('scorecard-completed', ({ detail }) => console.log(detail.headline.held));
    const card: Scorecard | null = element.scorecard;
    evaluate('{}', {});
    // @ts-expect-error no such layout
    element.layout = 'grid';
    export { card };
  `,
  );
  const tsc = path.join(top, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom'];
  run(process.execPath, [tsc, ...options, 'types.mts'], consumer);
});
