/**
 * The guide agrees with the product: its code blocks are lines of the example, the example is valid
 * and follows the guide's own rules, and the messages that it quotes are the real ones. Knows the
 * page's text; its look and its links are tested in tests/browser/pages.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkWith } from '../../pkg/src/api/check.js';
import { problemAsText } from '../../pkg/command/report.js';
import { COMMANDS, parse } from '../../pkg/command/usage.js';
import { evaluate } from '../../pkg/dist/core.js';
import translate from '../../pkg/src/data/translate.js';

const top = new URL('../../', import.meta.url);
const EXAMPLE = 'www/examples/kitchen.json';
const example = readFileSync(new URL(EXAMPLE, top), 'utf8');
const questionnaire = JSON.parse(example);
const page = readFileSync(new URL('www/guide.html', top), 'utf8');

const SIGNS = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const plain = (html) => html.replace(/&(lt|gt|amp);/g, (sign) => SIGNS[sign]);
const KINDS = ['excerpt', 'broken', 'overlay', 'command', 'message', 'html'];
const blocks = [...page.matchAll(/<pre ([^>]*)data-kind="(\w+)"><code([^>]*)>([^]*?)<\/code><\/pre>/g)].map(
  ([, , kind, attributes, html]) => ({ kind, attributes, html, text: plain(html) }),
);
const all = (kind) => blocks.filter((it) => it.kind === kind).map(({ text }) => text);
const the = (kind) => {
  const found = all(kind);
  assert.equal(found.length, 1, `one block of kind ${kind}`);
  return found[0];
};

/** The lines without their common indentation. */
function outdent(lines) {
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}

/** The index of the line at which `text` begins in the example; -1 if it does not occur. */
function placeOf(text) {
  const lines = example.trimEnd().split('\n');
  const { length } = text.split('\n');
  return lines.findIndex((_, start) => outdent(lines.slice(start, start + length)) === text);
}

const misconceptions = questionnaire.misconceptions;
const statements = misconceptions.flatMap((it) => it.statements);
/** The scorecard of a reader who answers every statement as `agreement` says. */
const answered = (agreement) =>
  evaluate(questionnaire, Object.fromEntries(statements.map((it) => [it.id, { agreement: agreement(it) }])));

test('authors who want no JSON are sent to the studio before anything else', () => {
  const [lead] = page.match(/<p class="lead">[^]*?<\/p>/);
  assert.match(lead, /<a href="studio\.html">[^]*no JSON\.[^]*text editor/);
});

test('every block names its kind, and everything in it is escaped', () => {
  assert.equal(blocks.length, page.split('<pre').length - 1);
  for (const { kind, html } of blocks) {
    assert.ok(KINDS.includes(kind), kind);
    assert.doesNotMatch(html.replace(/&(lt|gt|amp);/g, ''), /[<>&]/);
  }
});

test('every excerpt consists of whole lines of the example, and one is the whole example', () => {
  for (const { kind, attributes, text } of blocks) {
    assert.equal(attributes, kind === 'excerpt' ? ` data-from="${EXAMPLE}"` : '');
    if (kind === 'excerpt') assert.notEqual(placeOf(text), -1, `${EXAMPLE} has no such lines:\n${text}`);
  }
  assert.equal(all('excerpt').filter((text) => text === example.trimEnd()).length, 1);
});

test('the pieces together are a questionnaire', () => {
  const [, , body] = /^([^]*?)<h3 id="pieces">([^]*?)<details>/.exec(page);
  const pieces = [...body.matchAll(/<code data-from[^>]*>([^]*?)<\/code>/g)].map(([, html]) => plain(html));
  assert.equal(pieces.length, 5);
  // In the example another misconception follows, so there is a comma; here it is the only one.
  const whole = pieces.join('\n').replace(/\},(\s*\]\s*\})$/, '}$1');
  const only = misconceptions.filter(({ id }) => id === 'freezing');
  assert.deepEqual(JSON.parse(whole), { ...questionnaire, misconceptions: only });
  assert.equal(evaluate(JSON.parse(whole), {}).headline.insufficient, 1);
});

test('the example is valid, and is the one in the page’s widget', () => {
  assert.deepEqual(checkWith(() => ({ problems: [], habits: null }), example).problems, []);
  const { headline, questionnaire: named } = evaluate(questionnaire, {});
  assert.deepEqual(headline, {
    held: 0,
    leaning: 0,
    unsure: 0,
    notHeld: 0,
    classified: 0,
    insufficient: 3,
    contested: 0,
  });
  assert.equal(named.id, 'kitchen');
  assert.ok(page.includes(`<misconception-scorecard src="${EXAMPLE.replace('www/', '')}"`));
});

test('the example distinguishes readers who hold its misconceptions from those who do not', () => {
  const verdicts = (scorecard) => scorecard.verdicts.map(({ verdict }) => verdict);
  for (const [what, agreement, verdict] of [
    ['agrees with the myths only', ({ key }) => (key === 'myth' ? 5 : 1), 'held'],
    ['agrees with the facts only', ({ key }) => (key === 'fact' ? 5 : 1), 'notHeld'],
    ['agrees with everything', () => 5, 'unsure'],
    ['disagrees with everything', () => 1, 'unsure'],
    ['knows nothing of it', () => 'dontKnow', 'unsure'],
  ]) {
    assert.deepEqual(
      verdicts(answered(agreement)),
      misconceptions.map(() => verdict),
      what,
    );
  }
});

test('the example follows the rules of the guide', () => {
  const count = (refutation) => Object.values(refutation).join(' ').split(/\s+/).length;
  assert.ok(misconceptions.length >= 3 && misconceptions.length <= 5);
  for (const { id, statements: probes, refutation, evidence, sources } of misconceptions) {
    assert.deepEqual(
      probes.map(({ key }) => key),
      ['myth', 'fact'],
      id,
    );
    for (const { text } of probes) {
      assert.match(text, /^[A-Z][^.?!]*\.$/, 'one sentence');
      assert.doesNotMatch(text, /\b(and|because|always|never|not|no|everyone|nobody|you|we|one)\b/i);
    }
    assert.deepEqual(
      Object.keys(refutation),
      ['fact', 'myth', 'whyBelieved', 'kernelOfTruth', 'whyWrong', 'advice'],
      id,
    );
    assert.ok(count(refutation) >= 80 && count(refutation) <= 150, `${id}: ${count(refutation)} words`);
    assert.doesNotMatch(Object.values(refutation).join(' '), /!|\b(wrong|actually|false)\b/i);
    assert.ok(['settled', 'strong'].includes(evidence.strength), id);
    assert.ok(evidence.asOf < evidence.reviewBy, id);
    assert.ok(sources.length >= 2, id);
    for (const { url } of sources) assert.match(url, /^https:\/\/(doi\.org|www\.food\.gov\.uk|webharvest\.gov)\//);
  }
});

test('the statements that the guide recommends are in the example', () => {
  const rows = [...page.matchAll(/<tr><td>([^]*?)<\/td><td>([^]*?)<\/td><\/tr>/g)];
  assert.ok(rows.length >= 5);
  const texts = statements.map(({ text }) => text);
  const parts = (html) => html.split('<br>').map((it) => plain(it).replace(/\s+/g, ' ').trim());
  for (const [, bad, good] of rows) {
    for (const text of parts(good)) assert.ok(texts.includes(text), text);
    for (const text of parts(bad)) assert.ok(!texts.includes(text), text);
  }
});

test('the guide quotes the message that check prints for its broken line', () => {
  const slip = the('broken');
  assert.throws(() => JSON.parse(slip.replace(/,$/, '')), SyntaxError);
  const whole = slip.replace('meat." "key"', 'meat.", "key"');
  assert.equal(example.split(whole).length, 2, 'it is a line of the example, but for the comma');
  const text = example.replace(whole, slip);
  const { ok, problems } = checkWith(() => assert.fail('no JSON is no document'), text);
  assert.deepEqual([ok, problems.map(({ code }) => code)], [false, ['badJson']]);
  const layout = { name: 'mine.json', text, paint: (_, words) => words, columns: 50 };
  assert.equal(the('message'), problemAsText(problems[0], layout).trimEnd());
});

test('the translation in the guide applies to the example', () => {
  const { translations } = JSON.parse(`{ ${the('overlay')} }`);
  assert.deepEqual(Object.keys(translations), ['nb']);
  const text = example.replace(/\n {2}\]\n\}\n$/, `\n  ],\n${the('overlay')}\n}\n`);
  const { nb } = translations;
  const translated = translate(JSON.parse(text), 'nb');
  const freezing = translated.misconceptions.find(({ id }) => id === 'freezing');
  assert.deepEqual(
    [translated.lang, translated.title, freezing.name, freezing.statements[0].text],
    ['nb', nb.title, nb.misconceptions.freezing.name, nb.statements['freezing-1']],
  );
  const left = translated.misconceptions.filter(({ id }) => id !== 'freezing');
  assert.deepEqual(
    left,
    misconceptions.filter(({ id }) => id !== 'freezing'),
  );
});

test('every command in the guide exists, with its flags', () => {
  const commands = all('command');
  assert.equal(commands.length, 2);
  for (const command of commands) {
    const [npx, program, name, ...words] = command.split(' ');
    assert.deepEqual([npx, program], ['npx', 'misconception-scorecard']);
    assert.ok(Object.hasOwn(COMMANDS, name), name);
    assert.deepEqual(parse(name, words).files, ['mine.json']);
  }
});

test('the guide lists exactly the sources to which it refers', () => {
  const listed = [...page.matchAll(/<li id="(\w+)">/g)].map(([, id]) => id);
  const referred = [...page.matchAll(/<a class="ref" href="#(\w+)">/g)].map(([, id]) => id);
  assert.deepEqual([...new Set(referred)].sort(), listed.toSorted());
});
