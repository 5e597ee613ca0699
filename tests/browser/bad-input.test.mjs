/**
 * Every kind of bad input, and the largest good one. Input that cannot be used leaves the fallback
 * and the page unchanged, and the element says why.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT, embed, page, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;
const show = async (questionnaire, attributes) => {
  await browser.visit('/page.html', { html: embed(questionnaire, attributes) });
  await browser.ready();
};

test('a thousand statements in a list are shown, answered and scored', async () => {
  await show(many(1000), 'layout="list"');
  assert.equal(await browser.run(`${ROOT} return root.querySelectorAll('fieldset').length`), 1000);
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('fieldset')) it.querySelector('input').click()`);
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const { headline, answers } = await browser.scorecard();
  assert.equal(Object.keys(answers).length, 1000);
  assert.equal(headline.classified, 1);
  await browser.assertQuiet();
});

test('ids may be names such as __proto__ or constructor, and no answer to them is lost', async () => {
  const document = small();
  const [first, second] = document.misconceptions.flatMap((it) => it.statements);
  first.id = '__proto__';
  second.id = 'constructor';
  const html = embed(document, 'layout="list" storage="session"');
  await browser.visit('/page.html', { html });
  await browser.ready();
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('fieldset')) it.querySelector('input').click()`);
  const kept = `${ELEMENT} return [Object.keys(element.answers), Object.keys(Object.prototype)]`;
  const expected = [['__proto__', 'constructor'], []];
  assert.deepEqual(await browser.run(kept), expected);
  await browser.visit('/page.html', { html, keep: true });
  await browser.ready();
  assert.deepEqual(await browser.run(kept), expected, 'after a reload');
  await browser.assertQuiet();
});

/** The document with `change` applied to every text in it. */
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
  'missing keys': [
    { format: '1.0', id: 'a', version: '1', lang: 'en' },
    'invalidQuestionnaire',
    ['missing /title', 'missing /misconceptions'],
  ],
  'duplicate ids': [
    small({ misconceptions: [small().misconceptions[0], small().misconceptions[0]] }),
    'invalidQuestionnaire',
    ['duplicateId /misconceptions/1/id', 'duplicateId /misconceptions/1/statements/0/id'],
  ],
  '1,001 statements': [many(1001), 'invalidQuestionnaire', ['tooLarge /misconceptions/0/statements']],
  'a language that is a map': [small({ lang: { toString: 1 } }), 'invalidQuestionnaire', ['wrongType /lang']],
  'a language that is a map, beside translations': [
    small({ lang: { toString: 1 }, translations: { nb: { title: 'Liten' } } }),
    'invalidQuestionnaire',
    ['wrongType /lang'],
  ],
  'a translation at what is no address': [
    small({ lang: 'nb', translations: { en: 'http://[' } }),
    'invalidQuestionnaire',
    ['malformed /translations/en'],
  ],
  'lists in lists': [
    small({ more: JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`) }),
    'tooDeep',
    [`tooDeep /more${'/0'.repeat(49)}`],
  ],
  '2 MB': [small({ intro: 'x'.repeat(2e6) }), 'tooLarge', ['tooLarge ']],
  'a javascript: address': [
    source('javascript:alert(1)'),
    'invalidQuestionnaire',
    ['malformed /misconceptions/0/sources/0/url'],
  ],
};

/** The parts of the page that must stay the same: its own nodes, styles and globals. */
const PAGE = `return [
  document.head.innerHTML, document.querySelector('h1').outerHTML, document.querySelector('#after').outerHTML,
  document.body.className, document.documentElement.attributes.length, document.adoptedStyleSheets.length,
  Object.keys(window).filter((name) => name !== 'told').join(), location.href, document.title,
].join('|')`;

async function assertFailed(code, problems) {
  const [detail] = await browser.until('return window.told?.length && told', 'scorecard-failed');
  assert.equal(detail.code, code);
  if (problems)
    assert.deepEqual(
      detail.problems.map((it) => `${it.code} ${it.pointer}`),
      problems,
    );
  const fallback = `return document.querySelector('#fallback').checkVisibility()`;
  assert.equal(await browser.run(fallback), true, 'the fallback stays');
  // On this machine the doctor adds more lines: doctor.test.mjs.
  const lines = (await browser.console()).filter((line) => line.startsWith('error <misconception-scorecard>'));
  assert.equal(lines.length, 1, `one console line: ${lines}`);
  const [first, ...rest] = detail.problems;
  if (first?.pointer) assert.ok(lines[0].includes(`${first.pointer}: ${first.code}`), lines[0]);
  if (rest.length > 0) assert.ok(lines[0].includes(`(and ${rest.length} more)`), lines[0]);
  return detail;
}
const LISTEN = `<script>window.told = [];
  addEventListener('scorecard-failed', ({ detail }) => told.push(JSON.parse(JSON.stringify(detail))))</script>`;

for (const [name, [document, code, problems]] of Object.entries(BAD)) {
  test(`bad input leaves the fallback and the page unchanged, and the error says why: ${name}`, async () => {
    await browser.visit('/page.html', { html: LISTEN + embed(small()) });
    await browser.ready();
    const untouched = await browser.run(PAGE);
    await browser.visit('/page.html', { html: LISTEN + embed(document) });
    await assertFailed(code, problems);
    assert.equal(await browser.run(PAGE), untouched, 'the page is as it was');
  });
}

test('control characters are reported in every text that has one', async () => {
  const dirty = everywhere(small(), (text) => `${text}\u0007`);
  await browser.visit('/page.html', { html: LISTEN + embed(dirty) });
  const { problems } = await assertFailed('invalidQuestionnaire');
  assert.ok(problems.length >= 15);
});

test('markup in every text that is shown stays text', async () => {
  const markup = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
  const shown = everywhere(small(), (text) => (/[A-Z]/.test(text) ? text + markup : text));
  await show(shown);
  for (let clicks = 0; clicks < 2; clicks++) await browser.advance();
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const seen = await browser.run(`${ROOT} return [window.pwned ?? null, root.querySelectorAll('img, script').length]`);
  assert.deepEqual(seen, [null, 0]);
  assert.match(await browser.text('article h4'), /<img src=x/);
  await browser.assertQuiet();
});

test('markup is refused in values that are not free text, such as the language', async () => {
  const document = everywhere(small(), (text) => `<b>${text}</b>`);
  await browser.visit('/page.html', { html: LISTEN + embed(document) });
  const { problems } = await assertFailed('invalidQuestionnaire');
  assert.ok(problems.some((it) => it.pointer === '/lang'));
});

test('NaN, infinite and negative weights from the property are refused', async () => {
  await browser.visit('/page.html', {
    html: `${LISTEN}<misconception-scorecard load="now"><p id="fallback">F</p></misconception-scorecard>`,
  });
  await browser.ready();
  for (const weight of ['NaN', 'Infinity', '-Infinity', '-1', '0']) {
    await browser.run(`told.length = 0; const q = ${JSON.stringify(small())};
      q.misconceptions[0].statements[0].weight = ${weight}; ${ELEMENT} element.questionnaire = q;`);
    await assertFailed('invalidQuestionnaire', ['outOfRange /misconceptions/0/statements/0/weight']);
  }
});

test('a questionnaire that is not plain data is refused: circular references, functions, throwing getters', async () => {
  await browser.visit('/page.html', {
    html: `${LISTEN}<misconception-scorecard load="now"><p id="fallback">F</p></misconception-scorecard>`,
  });
  await browser.ready();
  for (const [make, pointer] of [
    ['const q = {}; q.q = q;', ''],
    ['const q = { f() {} };', '/f'],
    ['const q = { get id() { throw new Error("no"); } };', ''],
  ]) {
    await browser.run(`told.length = 0; ${make} ${ELEMENT} element.questionnaire = q;`);
    await assertFailed('notPlainData', [`notPlainData ${pointer}`]);
  }
});

test('a src that cannot be reached or is not JSON fails with the right code', async () => {
  browser.serve('/page.json', page(''), { type: 'text/html' });
  for (const [src, code] of [
    ['/nowhere.json', 'unreachable'],
    ['http://127.0.0.1:1/', 'unreachable'],
    ['/page.json', 'badJson'],
  ]) {
    const html = `${LISTEN}<misconception-scorecard load="now" src="${src}"><p id="fallback">F</p></misconception-scorecard>`;
    await browser.visit('/page.html', { html });
    await assertFailed(code, []);
  }
});
