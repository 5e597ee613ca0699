/**
 * The plugin without WordPress: PHP syntax that every supported version reads, texts in two
 * languages, the parts that do not use WordPress against the contract, the admin's counts against
 * the core, and the ZIP. Knows files.
 */
import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { freshOf, TABLE } from '../../contract/conformance/client.mjs';
import { evaluate, collect } from '../../pkg/dist/core.js';
import { VERDICTS, csv, figures } from '../../wordpress/misconception-scorecard/admin/figures.js';
import { pack, SOURCE } from '../../xtask/wordpress/pack.mjs';
import { run } from '../../xtask/wordpress/site.mjs';
import { moOf, potOf, readPo, textsOf } from '../../xtask/wordpress/texts.mjs';

const TOP = new URL('../../', import.meta.url);
const read = (name) => readFileSync(new URL(name, TOP), 'utf8');
const source = (name) => readFileSync(path.join(SOURCE, name), 'utf8');
const FILES = readdirSync(SOURCE, { recursive: true }).map(String);
const PHP = FILES.filter((it) => it.endsWith('.php'));
const LANGUAGES = 'languages/misconception-scorecard';

test('every file is valid PHP', () => {
  for (const name of PHP) assert.match(run('php', ['-l', path.join(SOURCE, name)]), /^No syntax errors/);
});

test('no file uses syntax newer than PHP 7.4', () => {
  const NEWER = [
    [/\?->/, 'nullsafe'],
    [/\bmatch\s*\(/, 'match'],
    [/\benum\s+\w+\s*[{:]/, 'enum'],
    [/\breadonly\b/, 'readonly'],
    [/\b(str_contains|str_starts_with|str_ends_with|array_is_list|get_debug_type)\s*\(/, 'a function of PHP 8'],
    [/function \w+\([^)]*\b(public|private|protected) /, 'promoted properties'],
    [/catch \( [\\\w]+ \)/, 'catch without a variable'],
    [/\w+\(\s*\w+:\s/, 'named arguments'],
    [/: (mixed|static|never)\b/, 'a type of PHP 8'],
  ];
  for (const name of PHP) {
    const code = source(name)
      .replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
      .replace(/'(?:[^'\\]|\\.)*'/g, "''");
    for (const [pattern, what] of NEWER) assert.doesNotMatch(code, pattern, `${name}: ${what}`);
  }
});

test('each file says what it knows, ends if WordPress has not loaded it, and is short', () => {
  for (const name of PHP) {
    const code = source(name);
    assert.match(code, /^<\?php\n\/\*\*\n[^]*?\bKnows\b[^]*?\*\//, name);
    assert.match(code, /^defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m, name);
    assert.ok(code.split('\n').length < 420, name);
  }
});

test('PHP scores nothing, and sends no requests', () => {
  for (const name of PHP) {
    const code = source(name).replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
    assert.doesNotMatch(
      code,
      /\b(wp_remote_\w+|curl_\w+|fsockopen|eval|unserialize|create_function|extract)\s*\(/,
      name,
    );
    assert.doesNotMatch(code, /'position'|'belief'|'weight'\s*\*/, name);
  }
});

test('all version numbers agree', () => {
  const { version } = JSON.parse(read('pkg/package.json'));
  const main = source('misconception-scorecard.php');
  assert.equal(/^ \* Version: +(\S+)$/m.exec(main)[1], version);
  assert.equal(/^const VERSION = '(.*)';$/m.exec(main)[1], version);
  assert.equal(/^Stable tag: (\S+)$/m.exec(source('readme.txt'))[1], version);
  assert.equal(JSON.parse(source('block/block.json')).version, version);
});

test('readme.txt and the plugin’s header agree, and have what the plugin directory requires', () => {
  const main = source('misconception-scorecard.php');
  const readme = source('readme.txt');
  for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI']) {
    const pattern = new RegExp(`^(?: \\* )?${name}: +(.+)$`, 'm');
    assert.equal(pattern.exec(readme)?.[1], pattern.exec(main)?.[1], name);
  }
  assert.match(readme, /^=== Misconception Scorecard ===\n/);
  assert.match(readme, /^Tested up to: 6\.7$/m);
  assert.ok(/^Tags: (.*)$/m.exec(readme)[1].split(',').length <= 5);
  const [, short] = /\n\n(.+)\n\n== Description ==/.exec(readme);
  assert.ok(short.length <= 150, `${short.length} characters`);
});

test('the template for translators is up to date', () => {
  const { version } = JSON.parse(read('pkg/package.json'));
  assert.equal(source(`${LANGUAGES}.pot`), potOf(textsOf(SOURCE), version), 'run node xtask/wordpress/texts.mjs');
});

test('exactly the plugin’s texts are translated into Norwegian', () => {
  const texts = textsOf(SOURCE).map(({ text }) => text);
  assert.ok(texts.length > 90);
  const norwegian = readPo(source(`${LANGUAGES}-nb_NO.po`));
  assert.deepEqual([...norwegian.keys()].filter((it) => it !== '').sort(), [...texts].sort());
  for (const [text, translated] of norwegian) {
    assert.notEqual(translated, '', text);
    assert.equal(translated.split('%s').length, text.split('%s').length, text);
  }
});

test('every text in the code can be found by the tool for the template', () => {
  for (const name of PHP) {
    const calls = source(name).match(/\b(__|_e|_n|_x|esc_html__|esc_html_e|esc_attr__|esc_attr_e|_ex|_nx)\(/g) ?? [];
    const found =
      source(name).match(
        /\b(?:__|_e|esc_html__|esc_html_e|esc_attr__|esc_attr_e)\(\s*'(?:[^'\\]|\\.)*',\s*'misconception-scorecard'\s*\)/g,
      ) ?? [];
    assert.equal(found.length, calls.length, name);
  }
});

test('the translations are in gettext’s binary format', () => {
  const bytes = moOf(
    new Map([
      ['', 'head'],
      ['b', 'ø'],
      ['a', ''],
      ['c', 'see'],
    ]),
  );
  assert.equal(bytes.readUInt32LE(0), 0x950412de);
  const count = bytes.readUInt32LE(8);
  const at = (table, index) => {
    const place = bytes.readUInt32LE(table) + index * 8;
    const start = bytes.readUInt32LE(place + 4);
    return bytes.subarray(start, start + bytes.readUInt32LE(place)).toString();
  };
  assert.deepEqual(
    Array.from({ length: count }, (_, index) => [at(12, index), at(16, index)]),
    [
      ['', 'head'],
      ['b', 'ø'],
      ['c', 'see'],
    ],
  );
});

const plain = (what, given) =>
  JSON.parse(run('php', [path.join(import.meta.dirname, 'plain.php'), what], { input: JSON.stringify(given) }));

test('PHP calculates the terms of a questionnaire as in the contract, including its shape', () => {
  const questionnaires = JSON.parse(read('contract/conformance/questionnaires.json'));
  assert.deepEqual(plain('terms', questionnaires), JSON.parse(read('contract/conformance/terms.json')));
  assert.deepEqual(
    plain('terms', [
      null,
      4,
      [],
      { id: 'a b' },
      { id: 'a', version: '1' },
      { id: 'a', version: '1', misconceptions: [{}] },
    ]),
    [null, null, null, null, null, null],
  );
});

test('PHP accepts and refuses the documents of the contract’s table like the contract', () => {
  const rows = [...TABLE.good, ...TABLE.wrong];
  const said = plain('read', rows.map(freshOf));
  for (const [index, row] of rows.entries()) {
    const problems = said[index].map(({ code, pointer }) => `${code} ${pointer}`);
    assert.deepEqual(problems.sort(), [...(row.problems ?? [])].sort(), row.says);
  }
});

const questionnaire = JSON.parse(read('contract/conformance/questionnaires.json'))[1];
/** A response as the plugin stores it, without its receipt. */
function response(answers, verdicts) {
  const collected = collect(questionnaire);
  const about = { ...collected.questionnaire, format: questionnaire.format, lang: 'nb' };
  collected.free();
  return { kind: 'response', schema: '1', widget: '0.1.0', questionnaire: about, answers, first: null, verdicts };
}
function judged(answers) {
  const { verdicts } = evaluate(questionnaire, answers);
  return response(answers, Object.fromEntries(verdicts.map(({ misconception, verdict }) => [misconception, verdict])));
}

test('the admin page’s counts are those of the core, without responses whose verdicts do not follow', () => {
  const all = [
    judged({
      'r-1': { agreement: 2, certainty: 4 },
      'r-2': { agreement: 1, certainty: 4 },
      'f-1': { agreement: 1, certainty: 3 },
    }),
    judged({ 'r-1': { agreement: 1, certainty: 1 }, 'f-1': { agreement: 2 } }),
    judged({ 'f-1': { agreement: 2, certainty: 4 } }),
    response({ 'f-1': { agreement: 2, certainty: 4 } }, { round: 'held', flat: 'held' }),
  ];
  const { n, differing, misconceptions, contested, statements } = figures(collect(questionnaire), all);
  assert.deepEqual([n, differing], [3, 1]);
  for (const { id, verdicts, held } of [...misconceptions, ...contested]) {
    const of = (name) => all.slice(0, 3).filter((it) => it.verdicts[id] === name).length;
    for (const name of VERDICTS) assert.equal(verdicts[name], of(name), `${id} ${name}`);
    if (held) assert.ok(held.low <= held.share && held.share <= held.high, id);
  }
  const said = ({ id, counts, dontKnow, blank }) => [id, counts, dontKnow?.count, blank?.count];
  assert.deepEqual(said(statements[2]), ['f-1', [1, 2], 0, 0]);
  assert.deepEqual(said(statements[1]), ['r-2', [1, 0], 0, 2]);
});

test('no cell of the table is a formula', () => {
  const evil = { misconceptions: [{ statements: [{ id: '=1+1' }, { id: 'a,"b"' }] }] };
  const text = csv(evil, [
    { questionnaire: { version: '@x', lang: 'nb' }, answers: { 'a,"b"': { agreement: 2, certainty: -1 } } },
  ]);
  assert.equal(text, `version,lang,'=1+1,"a,""b""",certainty =1+1,"certainty a,""b"""\r\n'@x,nb,,2,,-1`);
});

test('the ZIP has one folder with everything that the plugin needs, and is reproducible', async () => {
  const { zip } = await pack();
  const bytes = readFileSync(zip);
  const names = Object.keys(unzipSync(bytes));
  assert.deepEqual(
    names.filter((it) => !it.startsWith('misconception-scorecard/')),
    [],
  );
  for (const name of [
    'misconception-scorecard.php',
    'readme.txt',
    'LICENSE',
    'block/block.json',
    'scorecard/scorecard.js',
    'scorecard/core.js',
    'built/social-media.nb.json',
    'built/first-screen.css',
    'languages/misconception-scorecard-nb_NO.mo',
  ]) {
    assert.ok(names.includes(`misconception-scorecard/${name}`), name);
  }
  await pack();
  assert.ok(readFileSync(zip).equals(bytes));
});
