/**
 * The element on other people's pages: attributes, properties, events, sources of a questionnaire, and every
 * kind of bad input.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ROOT, embed, page, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const top = fileURLToPath(new URL('../../', import.meta.url));
const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;
const show = async (questionnaire, attributes) => {
  await browser.visit('/page.html', { html: embed(questionnaire, attributes) });
  await browser.ready();
};
const title = () => browser.text('h2');

test('a questionnaire comes from an address, in the page’s language', async () => {
  const translated = small({ translations: { nb: { title: 'Liten' }, de: '/de.json' } });
  browser.serve('/mine.json', JSON.stringify(translated), { type: 'application/json' });
  browser.serve('/de.json', JSON.stringify({ title: 'Klein' }), { type: 'application/json' });
  for (const [lang, expected] of [['en', 'Small'], ['nb', 'Liten'], ['nn-NO', 'Liten'], ['de', 'Klein'], ['fr', 'Small']]) {
    const html = `<misconception-scorecard src="/mine.json" load="now" lang="${lang}"></misconception-scorecard>`;
    await browser.visit('/page.html', { html });
    await browser.ready();
    assert.equal(await title(), expected, lang);
  }
  await browser.assertQuiet();
});

test('a questionnaire comes from a child, or from the property, also set before the upgrade', async () => {
  await show(small());
  assert.equal(await title(), 'Small');
  await browser.run(`${ELEMENT} element.questionnaire = ${JSON.stringify(small({ title: 'Other', id: 'other' }))}`);
  await browser.until(`${ROOT} return root.querySelector('h2').innerText === 'Other'`);
  const early = `<misconception-scorecard load="now"></misconception-scorecard>
    <script>document.querySelector('misconception-scorecard').questionnaire = ${JSON.stringify(JSON.stringify(small()))}</script>`;
  await browser.visit('/page.html', { html: early });
  await browser.ready();
  assert.equal(await title(), 'Small');
  await browser.assertQuiet();
});

test('events tell what the reader does, and a setter fires none', async () => {
  await show(small());
  await browser.run(`window.told = [];
    for (const name of ['ready', 'started', 'answered', 'completed', 'failed']) {
      document.body.addEventListener('scorecard-' + name, (event) => {
        const { scorecard } = event.target;
        told.push([name, event.composed, JSON.parse(JSON.stringify(event.detail)), scorecard?.headline.held ?? null]);
      });
    }`);
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 2 } }`);
  assert.deepEqual(await browser.run('return told'), []);
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('2')`);
  await browser.tap('.primary');
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const scorecard = await browser.scorecard();
  assert.deepEqual(await browser.run('return told'), [
    ['started', true, null, null],
    ['answered', true, { statement: 's1', agreement: 5 }, null],
    ['completed', true, scorecard, 1],
  ]);
});

test('an answer outside its scale is refused and changes nothing', async () => {
  await show(small());
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 2 } }`);
  const refused = await browser.run(`${ELEMENT}
    return [{ s1: { agreement: 6 } }, { s9: { agreement: 1 } }, { s1: { agreement: NaN } }, 3, '{'].map((answers) => {
      try { element.answers = answers; return 'taken'; }
      catch (error) { return [error instanceof Error, error.code, ...error.problems.map((it) => it.pointer)]; }
    })`);
  assert.deepEqual(refused, [
    [true, 'invalidAnswers', '/s1/agreement'],
    [true, 'invalidAnswers', '/s9'],
    [true, 'invalidAnswers', '/s1/agreement'],
    [true, 'invalidAnswers', ''],
    [true, 'badJson'],
  ]);
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), { s1: { agreement: 2 } });
  assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked').value`), '2');
  await browser.assertQuiet();
});

test('layout, advance, feedback and order are the author’s', async () => {
  await show(small(), 'layout="list"');
  assert.equal(await browser.run(`${ROOT} return root.querySelectorAll('fieldset').length`), 2);
  assert.equal(await browser.text('.primary'), 'See your scorecard');
  await show(small(), 'advance="manual"');
  await browser.tap('.answers label', 1);
  await new Promise((later) => setTimeout(later, 500));
  assert.equal(await browser.text('.progress'), '1 of 2', 'nothing moves by itself');
  await show(small(), 'feedback="each"');
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.fact')?.innerText === 'Fact 1.'`);
  assert.match(await browser.text(), /You held this/);
  const two = small();
  two.misconceptions[0].statements.push({ id: 's1b', text: 'Statement 1b.', key: 'fact' });
  await show(two, 'layout="list" order="author"');
  const order = `${ROOT} return [...root.querySelectorAll('h3')].map((it) => it.innerText)`;
  assert.deepEqual(await browser.run(order), ['Statement 1.', 'Statement 1b.', 'Statement 2.']);
  await browser.run(`${ELEMENT} element.order = 'interleaved'`);
  await browser.until(`${ROOT} return root.querySelectorAll('h3')[1].innerText === 'Statement 2.'`);
  await browser.assertQuiet();
});

test('changing an attribute keeps the answers', async () => {
  await show(small());
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('2')`);
  await browser.run(`${ELEMENT} element.layout = 'list'`);
  await browser.until(`${ROOT} return root.querySelector('.list') !== null`);
  assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked').value`), '5');
});

test('certainty is asked once an agreement is chosen, and a tap on it moves on', async () => {
  await show(small({ certainty: { levels: 4 }, scale: { points: 7, labels: [...'1234567'] } }));
  const inert = `${ROOT} return root.querySelector('.certainty').inert`;
  assert.equal(await browser.run(inert), true);
  const place = `${ROOT} return root.querySelector('.primary').getBoundingClientRect().top`;
  const before = await browser.run(place);
  await browser.tap('.answers label', 6);
  assert.equal(await browser.run(inert), false);
  assert.equal(await browser.run(place), before, 'the button keeps its place');
  assert.deepEqual(await browser.axe(), []);
  await browser.tap('.certainty label', 3);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('2')`);
  await browser.tap('.answers label', 7);
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const { verdicts } = await browser.scorecard();
  assert.deepEqual(verdicts.map((it) => it.reason), ['misconception', 'lackOfKnowledge']);
});

test('the reader decides when with load="click", and the heading has the focus', async () => {
  await browser.visit('/page.html', { html: embed(small()).replace('load="now"', 'load="click"') });
  await browser.until(`${ROOT} return root.querySelector('button') !== null`);
  assert.ok(!browser.requests.some((it) => it.endsWith('.wasm')), 'nothing is loaded before');
  await browser.tap('button');
  await browser.ready();
  await browser.until(`${ROOT} return root.activeElement?.id === 'heading'`);
});

test('a widget far down is loaded when it comes near', async () => {
  const html = `<div style="height: 5000px"></div>${embed(small()).replace('load="now"', '')}`;
  await browser.visit('/page.html', { html });
  await new Promise((later) => setTimeout(later, 300));
  assert.ok(!browser.requests.some((it) => it.endsWith('.wasm')));
  await browser.run('scrollTo(0, 4500)');
  await browser.ready();
});

test('a theme brings its own surface, and switches live', async () => {
  await show(small(), 'theme="dark"');
  const colours = `${ROOT} const { color, backgroundColor } = getComputedStyle(root.querySelector('.panel'));
    return [color, backgroundColor]`;
  assert.deepEqual(await browser.run(colours), ['rgb(236, 233, 227)', 'rgb(22, 21, 19)']);
  assert.deepEqual(await browser.axe(), []);
  await browser.run(`${ELEMENT} element.theme = 'light'`);
  assert.deepEqual(await browser.run(colours), ['rgb(28, 27, 25)', 'rgb(255, 255, 255)']);
});

test('a dark page that never says so is met in its own colours', async () => {
  await browser.visit('/page.html', { html: `<style>body { background: #111; color: #eee; }</style>${embed(small(), 'advance="manual"')}` });
  await browser.ready();
  await browser.tap('.answers label', 3);
  const colours = await browser.run(`${ROOT} return [':checked', 'input:not(:checked)', '.primary'].map((it) => {
    const style = getComputedStyle(root.querySelector(it));
    return Number(/oklch\\(([\\d.]+)|([\\d.]+)/.exec(it === '.primary' ? style.backgroundColor : style.borderTopColor)[1] ?? -1);
  })`);
  assert.ok(colours[0] > 0.7 && colours[2] > 0.7, `the accent is light: ${colours}`);
  assert.equal(await browser.run(`${ROOT} return getComputedStyle(root.querySelector('input')).color`), 'rgb(238, 238, 238)');
  assert.deepEqual(await browser.axe(), []);
});

test('two of the same questionnaire keep apart by instance', async () => {
  const two = embed(small()) + embed(small(), 'instance="second"');
  await browser.visit('/page.html', { html: two });
  await browser.ready();
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('2')`);
  await browser.visit('/page.html', { keep: true });
  await browser.until(`${ROOT} return root.querySelector('.progress')?.innerText.startsWith('2')`);
  const second = `return document.querySelectorAll('misconception-scorecard')[1].answers`;
  assert.deepEqual(await browser.run(second), {});
});

test('storage="none" keeps nothing, and local keeps past the session', async () => {
  const kept = 'return [sessionStorage.length, localStorage.length]';
  for (const [storage, expected] of [['none', [0, 0]], ['session', [1, 0]], ['local', [0, 1]]]) {
    await show(small(), `storage="${storage}"`);
    await browser.tap('.answers label', 4);
    assert.deepEqual(await browser.run(kept), expected, storage);
  }
});

test('answers to another version are never shown', async () => {
  await show(small());
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('2')`);
  await browser.visit('/page.html', { keep: true, html: embed(small({ version: '2' })) });
  await browser.ready();
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), {});
});

test('a broken store is silence', async () => {
  const html = `<script>for (const name of ['sessionStorage', 'localStorage'])
    Object.defineProperty(window, name, { get() { throw new Error('blocked'); } });</script>${embed(small())}`;
  await browser.visit('/page.html', { html });
  await browser.ready();
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('2')`);
  await browser.assertQuiet();
});

test('the packed tarball works from a page’s own server', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-page-'));
  try {
    const words = ['pack', '--json', '--pack-destination', folder];
    const [{ filename }] = JSON.parse(execFileSync('npm', words, { cwd: `${top}pkg`, encoding: 'utf8' }));
    execFileSync('tar', ['xzf', filename], { cwd: folder });
    const dist = path.join(folder, 'package/dist');
    const types = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
    for (const name of readdirSync(dist)) {
      browser.serve(`/own/${name}`, readFileSync(path.join(dist, name)), { type: types[path.extname(name)] });
    }
    const html = page('<misconception-scorecard></misconception-scorecard>').replace('/scorecard/', '/own/');
    browser.serve('/own.html', html);
    await browser.visit('/own.html');
    await browser.ready();
    assert.match(await title(), /Five misconceptions/);
    await browser.assertQuiet();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a strict policy with Trusted Types is obeyed', async () => {
  const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:;
    require-trusted-types-for 'script'; trusted-types 'none'`;
  const body = '<misconception-scorecard load="now"></misconception-scorecard>';
  const html = page(body).replace('<title>', `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>`);
  browser.serve('/strict.html', html);
  await browser.visit('/strict.html');
  await browser.ready();
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('2')`);
  await browser.assertQuiet();
});

test('an element that moves keeps its screen, and one put in later starts', async () => {
  await show(small());
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('2')`);
  await browser.run(`${ELEMENT} document.querySelector('#after').after(element)`);
  assert.equal(await browser.text('.progress'), '2 of 2');
  await browser.run(`${ELEMENT} element.remove();
    document.body.append(Object.assign(document.createElement('misconception-scorecard'), { load: 'now', storage: 'none' }))`);
  await browser.ready();
  assert.equal(await browser.text('.progress'), '1 of 10');
  await browser.assertQuiet();
});

test('a reader keeps their place, and another questionnaire never gets their answers', async () => {
  browser.serve('/other.json', JSON.stringify(small({ id: 'other', title: 'Other' })), { type: 'application/json' });
  await show(small());
  for (const number of [1, 2]) {
    await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('${number}')`);
    await (number === 1 ? browser.tap('.answers label', 4) : browser.tap('.primary'));
  }
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  await browser.run(`${ELEMENT} element.layout = 'list'`);
  await new Promise((later) => setTimeout(later, 200));
  assert.match(await browser.text(), /Your scorecard/, 'the scorecard stays, though one is open');
  await browser.run(`${ELEMENT} element.src = '/other.json'; element.layout = 'paged'; element.answers = { s2: { agreement: 1 } }`);
  await browser.until(`${ROOT} return root.querySelector('h2').innerText === 'Other'`);
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), { s2: { agreement: 1 } });
});

test('a place among other steps is not taken up, the answers are', async () => {
  await show(small());
  await browser.tap('.answers label', 4);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.startsWith('2')`);
  await browser.visit('/page.html', { keep: true, html: embed(small(), 'layout="list"') });
  await browser.until(`${ROOT} return root.querySelector('.list') !== null`, 'the list, not the scorecard');
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), { s1: { agreement: 5 } });
});

test('a bad property before the upgrade leaves the widget whole', async () => {
  const html = `<misconception-scorecard load="now"></misconception-scorecard>
    <script>document.querySelector('misconception-scorecard').answers = '{';</script>`;
  await browser.visit('/page.html', { html });
  await browser.ready();
  const lines = await browser.console();
  assert.equal(lines.length, 1, lines.join());
  assert.match(lines[0], /not taken/);
});

test('a form in the fallback is the page’s own', async () => {
  const html = `<misconception-scorecard load="click"><form id="poll"><button>Send</button></form></misconception-scorecard>
    <script>addEventListener('submit', (event) => { window.prevented = event.defaultPrevented; event.preventDefault(); });</script>`;
  await browser.visit('/page.html', { html });
  await browser.until(`${ROOT} return root.querySelector('button') !== null`);
  await browser.run(`document.querySelector('#poll button').click()`);
  assert.equal(await browser.run('return window.prevented'), false);
});

test('the built files may lie elsewhere', async () => {
  for (const name of readdirSync(`${top}pkg/dist`)) {
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
    if (name !== 'scorecard.js') browser.serve(`/elsewhere/${name}`, readFileSync(`${top}pkg/dist/${name}`), { type });
  }
  await browser.visit('/page.html', { html: '<misconception-scorecard load="now" assets="/elsewhere"></misconception-scorecard>' });
  await browser.ready();
  const asked = browser.requests.filter((it) => /wasm|words|social/.test(it));
  assert.ok(asked.length === 3 && asked.every((it) => it.startsWith('/elsewhere/')), asked.join());
  await browser.assertQuiet();
});

test('a thousand statements in a list are shown, answered and scored', async () => {
  await show(many(1000), 'layout="list"');
  assert.equal(await browser.run(`${ROOT} return root.querySelectorAll('fieldset').length`), 1000);
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('fieldset')) it.querySelector('input').click()`);
  await browser.run(`${ROOT} root.querySelector('.primary').click()`);
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const { headline, answers } = await browser.scorecard();
  assert.equal(Object.keys(answers).length, 1000);
  assert.equal(headline.classified, 1);
  await browser.assertQuiet();
});

/** The document with every text in it changed. */
function everywhere(value, change) {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => everywhere(item, change));
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, everywhere(item, change)]));
  }
  return value;
}

const many = (count) => {
  const document = small();
  document.misconceptions.length = 1;
  const statement = (index) => ({ id: `x${index}`, text: 'X.', key: 'fact' });
  document.misconceptions[0].statements = Array.from({ length: count }, (_, index) => statement(index));
  return document;
};
const source = (url) => {
  const document = small();
  document.misconceptions[0].sources = [{ title: 'Source', url }];
  return document;
};
const BAD = {
  'unreadable JSON': ['{ "format": ', 'badJson', []],
  'not a map': ['[]', 'invalidQuestionnaire', ['wrongType ']],
  'nothing but null': ['null', 'invalidQuestionnaire', ['wrongType ']],
  'wrong types': [small({ title: 7, scale: 'five' }), 'invalidQuestionnaire', ['wrongType /title', 'wrongType /scale']],
  'missing keys': [{ format: '1.0', id: 'a', version: '1', lang: 'en' }, 'invalidQuestionnaire', ['missing /title', 'missing /misconceptions']],
  'duplicate ids': [
    small({ misconceptions: [small().misconceptions[0], small().misconceptions[0]] }),
    'invalidQuestionnaire',
    ['duplicateId /misconceptions/1/id', 'duplicateId /misconceptions/1/statements/0/id'],
  ],
  '1,001 statements': [many(1001), 'invalidQuestionnaire', ['tooLarge /misconceptions/0/statements']],
  '2 MB': [small({ intro: 'x'.repeat(2e6) }), 'tooLarge', ['tooLarge ']],
  'a javascript: address': [source('javascript:alert(1)'), 'invalidQuestionnaire', ['malformed /misconceptions/0/sources/0/url']],
};

/** What of the page must be the same before and after: its own nodes, its styles, its globals. */
const PAGE = `return [
  document.head.innerHTML, document.querySelector('h1').outerHTML, document.querySelector('#after').outerHTML,
  document.body.className, document.documentElement.attributes.length, document.adoptedStyleSheets.length,
  Object.keys(window).filter((name) => name !== 'told').join(), location.href, document.title,
].join('|')`;

async function assertFailed(code, problems) {
  const [detail] = await browser.until('return window.told?.length && told', 'scorecard-failed');
  assert.equal(detail.code, code);
  if (problems) assert.deepEqual(detail.problems.map((it) => `${it.code} ${it.pointer}`), problems);
  const fallback = `return document.querySelector('#fallback').checkVisibility()`;
  assert.equal(await browser.run(fallback), true, 'the fallback stays');
  const lines = (await browser.console()).filter((line) => line.includes('misconception-scorecard>'));
  assert.equal(lines.length, 1, `one line: ${lines}`);
  const [first, ...rest] = detail.problems;
  if (first?.pointer) assert.ok(lines[0].includes(`${first.pointer}: ${first.code}`), lines[0]);
  if (rest.length > 0) assert.ok(lines[0].includes(`(and ${rest.length} more)`), lines[0]);
  return detail;
}
const LISTEN = `<script>window.told = [];
  addEventListener('scorecard-failed', ({ detail }) => told.push(JSON.parse(JSON.stringify(detail))))</script>`;

for (const [name, [document, code, problems]] of Object.entries(BAD)) {
  test(`bad input leaves fallback and page alone and says why: ${name}`, async () => {
    await browser.visit('/page.html', { html: LISTEN + embed(small()) });
    await browser.ready();
    const untouched = await browser.run(PAGE);
    await browser.visit('/page.html', { html: LISTEN + embed(document) });
    await assertFailed(code, problems);
    assert.equal(await browser.run(PAGE), untouched, 'the page is as it was');
  });
}

test('control characters in every text are all named', async () => {
  const dirty = everywhere(small(), (text) => `${text}\u0007`);
  await browser.visit('/page.html', { html: LISTEN + embed(dirty) });
  const { problems } = await assertFailed('invalidQuestionnaire');
  assert.ok(problems.length >= 15);
});

test('markup in every text that is shown stays text', async () => {
  const markup = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
  const shown = everywhere(small(), (text) => (/[A-Z]/.test(text) ? text + markup : text));
  await show(shown);
  for (let clicks = 0; clicks < 2; clicks++) await browser.tap('.primary');
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const seen = await browser.run(`${ROOT} return [window.pwned ?? null, root.querySelectorAll('img, script').length]`);
  assert.deepEqual(seen, [null, 0]);
  assert.match(await browser.text('article h3'), /<img src=x/);
  await browser.assertQuiet();
});

test('markup in every text at once is refused where it cannot be text', async () => {
  const document = everywhere(small(), (text) => `<b>${text}</b>`);
  await browser.visit('/page.html', { html: LISTEN + embed(document) });
  const { problems } = await assertFailed('invalidQuestionnaire');
  assert.ok(problems.some((it) => it.pointer === '/lang'));
});

test('NaN, infinite and negative weights from the property are refused', async () => {
  await browser.visit('/page.html', { html: `${LISTEN}<misconception-scorecard load="now"><p id="fallback">F</p></misconception-scorecard>` });
  await browser.ready();
  for (const weight of ['NaN', 'Infinity', '-Infinity', '-1', '0']) {
    await browser.run(`told.length = 0; const q = ${JSON.stringify(small())};
      q.misconceptions[0].statements[0].weight = ${weight}; ${ELEMENT} element.questionnaire = q;`);
    await assertFailed('invalidQuestionnaire', ['outOfRange /misconceptions/0/statements/0/weight']);
  }
});

test('what is not plain data is refused: circles, functions, throwing getters', async () => {
  await browser.visit('/page.html', { html: `${LISTEN}<misconception-scorecard load="now"><p id="fallback">F</p></misconception-scorecard>` });
  await browser.ready();
  for (const make of ['const q = {}; q.q = q;', 'const q = { f() {} };', 'const q = { get id() { throw new Error("no"); } };']) {
    await browser.run(`told.length = 0; ${make} ${ELEMENT} element.questionnaire = q;`);
    await assertFailed('notPlainData', []);
  }
});

test('an address that answers nothing, an error or no JSON is named', async () => {
  browser.serve('/page.json', page(''), { type: 'text/html' });
  for (const [src, code] of [['/nowhere.json', 'unreachable'], ['http://127.0.0.1:1/', 'unreachable'], ['/page.json', 'badJson']]) {
    const html = `${LISTEN}<misconception-scorecard load="now" src="${src}"><p id="fallback">F</p></misconception-scorecard>`;
    await browser.visit('/page.html', { html });
    await assertFailed(code, []);
  }
});
