/**
 * The studio, as somebody writes a scorecard in it who has never seen JSON: from nothing to a page of its own, by fields and
 * buttons alone. Knows www/studio.html; what is kept, tests/browser/studio-keep.test.mjs knows.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { Key, small, start } from './harness.mjs';
import { STAGE, studio } from './studio-stage.mjs';

const main = fileURLToPath(new URL('../../pkg/command/main.js', import.meta.url));

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

/** A scorecard of two misconceptions, as its author has it in mind. */
const BEES = [
  {
    belief: 'Bees die in winter',
    fact: 'A honeybee colony lives through the winter as a cluster that keeps itself warm.',
    statements: ['A colony of honeybees dies when the winter comes.', 'A colony of honeybees survives the winter.'],
    why: 'The bees crowd together and shiver with their flight muscles, and live on the honey that they have stored.',
  },
  {
    belief: 'All bees make honey',
    fact: 'Only a few of the many kinds of bees make honey that can be taken.',
    statements: ['Most kinds of bees make honey.', 'At most a few kinds of bees make honey.'],
    why: 'There are some twenty thousand kinds of bees, and most of them live alone and store no honey.',
  },
];

async function writeMisconception({ fact, statements, why }) {
  await page.type('What holds instead', fact);
  await page.type('Statement 1', statements[0]);
  await browser.press(Key.ENTER);
  await browser.until(`return document.activeElement.id.endsWith('/statements/1/text')`, 'Enter leads to the next');
  await browser.press(...statements[1]);
  await page.type('Why it is wrong', why);
}

test('from nothing to a published page, typed only into fields', async (context) => {
  await page.come();
  await page.begin(BEES[0].belief, 'What do you know about bees?');
  await page.titled('What do you know about bees?');
  await writeMisconception(BEES[0]);
  await page.type('Another misconception', BEES[1].belief);
  await browser.press(Key.ENTER);
  await page.says('#section-title', 'Misconception 2 of 2');
  await writeMisconception(BEES[1]);
  await browser.until(
    `return !document.querySelector('.left')?.innerText.includes('to write')`,
    'nothing is left to write',
  );
  await page.view('publish');
  await page.catchSaves();
  await browser.until(
    `return document.querySelector('[data-make]')?.getAttribute('aria-disabled') === null`,
    'ready to publish',
  );
  await browser.run(`document.querySelector('[data-make]').click()`);
  const { name, type, bytes } = await page.saved();
  assert.match(name, /^what-do-you-know-about-bees-\w+\.js$/);
  assert.equal(type, 'text/javascript');
  const snippet = await page.text('.snippet code');
  await browser.assertQuiet();

  const document = await page.document();
  assert.deepEqual(
    document.misconceptions.map((it) => [
      it.name,
      it.refutation.fact,
      it.refutation.whyWrong,
      it.statements.map(({ text, key }) => [text, key]),
    ]),
    BEES.map(({ belief, fact, why, statements: [myth, denial] }) => [
      belief,
      fact,
      why,
      [
        [myth, 'myth'],
        [denial, 'fact'],
      ],
    ]),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-studio-'));
  context.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'mine.json'), JSON.stringify(document));
  execFileSync(process.execPath, [main, 'bundle', 'mine.json', '--single'], { cwd: folder });
  assert.ok(bytes.equals(readFileSync(path.join(folder, 'mine.js'))), 'the command makes the same script');

  browser.serve(`/posts/${name}`, bytes, { type });
  browser.serve(
    '/posts/bees.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bees</title>
    <link rel="icon" href="data:,">${snippet.replace('<misconception-scorecard', '$& debug="off"')}</html>`,
  );
  await browser.visit('/posts/bees.html');
  await browser.ready();
  assert.equal(await page.title(), 'What do you know about bees?');
  for (const answer of [4, 4, 0, 0]) {
    await browser.run(`${STAGE} root.querySelectorAll('.answers input')[arguments[0]].click()`, answer);
    await browser.advance();
  }
  await browser.until(`${STAGE} return root.querySelector('.result') !== null`);
  assert.equal((await browser.scorecard()).headline.held, 2);
  // The driver hears that nothing but the script was uploaded; the page says nothing of it.
  assert.deepEqual(await browser.console(), []);
});

test('a title, a language and one misconception are enough to see it, with the gaps marked', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.titled('Bees');
  await page.says('.left summary', 'Left: 4 texts to write');
  assert.match(await browser.text('.card'), /\[Statement 1 on misconception 1: /);
  await page.view('publish');
  await page.says('.not-yet', /^Not yet: /);
  assert.equal(await browser.run(`return document.querySelector('[data-make]').getAttribute('aria-disabled')`), 'true');
  await browser.assertQuiet();
});

test('an item of what is left leads to its field', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.section('How readers answer');
  await page.checked();
  await browser.run(`document.querySelector('.left').open = true`);
  await page.press('Why it is wrong, “Bees die in winter”', '.left');
  await browser.until(`return document.activeElement.id === 'at/misconceptions/0/refutation/whyWrong'`);
  await browser.assertQuiet();
});

test('statements are made, moved, duplicated and deleted by key, and the focus goes along', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.type('Statement 1', 'One');
  await browser.press(Key.ENTER);
  await browser.press(...'Two', Key.ENTER);
  await browser.until(`return document.activeElement.id.endsWith('/statements/2/text')`);
  await browser.press(...'Three');
  const texts = () => browser.run(`return [...document.querySelectorAll('.card textarea')].map((it) => it.value)`);
  const at = (index) =>
    browser.until(
      `return document.activeElement.id.endsWith('/statements/' + arguments[0] + '/text')`,
      `the focus at ${index}`,
      index,
    );
  const key = (name, ...held) =>
    browser.run(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], altKey: true,
        shiftKey: arguments[1], bubbles: true, cancelable: true }))`,
      name,
      held.includes('shift'),
    );
  assert.deepEqual(await texts(), ['One', 'Two', 'Three']);
  await key('ArrowUp');
  await at(1);
  assert.deepEqual(await texts(), ['One', 'Three', 'Two']);
  await key('ArrowDown', 'shift');
  await at(2);
  assert.deepEqual(await texts(), ['One', 'Three', 'Three', 'Two']);
  await key('Delete', 'shift');
  await at(2);
  assert.deepEqual(await texts(), ['One', 'Three', 'Two']);
  const { misconceptions } = await page.document();
  const ids = misconceptions[0].statements.map(({ id }) => id);
  assert.equal(new Set(ids).size, 3, 'each has an id of its own');
  await browser.assertQuiet();
});

test('undo goes back through everything to the beginning, and redo forward again', async () => {
  await page.come();
  const states = [];
  const state = async () => {
    await new Promise((later) => setTimeout(later, 50));
    return browser.run(`return document.querySelector('.starting') ? 'start' :
      JSON.stringify([document.querySelector('h1').innerText, document.querySelector('.outline').innerText.replaceAll(/\\s*\\d+ (to write|to mend|advice)(, )?/g, '')])`);
  };
  const act = async (how) => {
    states.push(await state());
    await how();
  };
  await act(() => page.begin('Bees die in winter', 'Bees'));
  await act(async () => {
    await page.type('Another misconception', 'All bees sting');
    await browser.press(Key.ENTER);
    await page.says('#section-title', 'Misconception 2 of 2');
  });
  await act(() => page.press('Duplicate misconception 2'));
  await act(() => page.press('Move misconception 3 up'));
  await act(() => page.press('Delete misconception 2'));
  await act(() => page.press('All scorecards'));
  await act(async () => {
    await page.press('Learning');
    await browser.until(`return document.querySelector('h1').innerText === 'What do you believe about learning?'`);
  });
  await act(async () => {
    await page.section('Title and introduction');
    await page.type('Title', 'Mine');
    await browser.until(`return document.querySelector('h1').innerText === 'Mine'`);
  });
  const last = await state();
  for (const wanted of states.toReversed()) {
    await page.press('Undo');
    assert.equal(await state(), wanted);
  }
  assert.equal(await browser.run(`return document.querySelector('#undo').getAttribute('aria-disabled')`), 'true');
  for (const wanted of [...states.slice(1), last]) {
    await page.press('Redo');
    assert.equal(await state(), wanted);
  }
  await browser.assertQuiet();
});

test('typing is one step while it goes on, and undo in a field is the undo of all', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.type('What holds instead', 'They do not.');
  const undo = `const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event); return event.defaultPrevented`;
  assert.equal(await browser.run(undo), true);
  await browser.until(`return document.getElementById('at/misconceptions/0/refutation/fact').value === ''`);
  await page.says('#said', 'Undone.');
  await browser.assertQuiet();
});

test('who answers in some way is told how that comes out', async () => {
  await page.come();
  await page.openFile(small());
  await page.checked();
  await browser.until(`${STAGE} return root.querySelector('.card') !== null`);
  for (const [way, said] of [
    ['a believer', 'Somebody who believes all of it is told of 2 of 2.'],
    ['an expert', 'Somebody who knows better is told of no misconception.'],
    ['disagreeing with all', 'Somebody who disagrees with every statement is told of no misconception.'],
  ]) {
    await page.press(way);
    await page.says('.see .said p', said);
    await browser.until(`${STAGE} return root.querySelector('.result') !== null`, 'the scorecard');
  }
  await page.press('guessing');
  await page.says(
    '.see .said p',
    /^This one, who answered at random, is told of .* On average it would be 0\.\d of 2\.$/,
  );
  await browser.assertQuiet();
});

test('a field leads to where it shows', async () => {
  await page.come();
  await page.openFile(small());
  await page.checked();
  await browser.until(`${STAGE} return root.querySelector('.card') !== null`);
  await page.section('Misconception 2');
  await page.press('Show Statement 1 in the preview');
  await browser.until(
    `${STAGE} return root.querySelector('.card')?.innerText.includes('Statement 2.')`,
    'the second statement',
  );
  await page.press('Show the correction of misconception 2 in the preview');
  await browser.until(
    `${STAGE} return root.querySelector('#misconception-1')?.innerText === 'Fact 2.'`,
    'its correction',
  );
  await page.says('.see .said p', 'Here is: The correction, “Misconception 2”.');
  await browser.assertQuiet();
});

test('the ZIP has a page that shows the scorecard, from a disk too', async () => {
  await page.come();
  await page.openFile(small({ title: 'A < B & "C" </title>' }));
  await page.view('publish');
  await page.press('A page of its own For a folder on any web space');
  await page.catchSaves();
  await page.press('Save small.zip');
  const { name, bytes } = await page.saved();
  assert.equal(name, 'small.zip');
  const files = unzipSync(bytes);
  const named = Object.keys(files).map((it) => it.replace(/-[\da-f]{8}/, ''));
  const wanted = [
    'core.js',
    'core.wasm',
    'doctor.js',
    'extras.js',
    'extras.wasm',
    'index.html',
    'small.js',
    'small.json',
  ];
  assert.deepEqual(named.sort(), wanted);
  const types = { html: 'text/html', js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' };
  for (const [file, content] of Object.entries(files)) {
    browser.serve(`/own/${file}`, Buffer.from(content), { type: types[file.split('.').at(-1)] });
  }
  await browser.visit('/own/index.html');
  await browser.ready();
  assert.equal(await page.title(), 'A < B & "C" </title>');
  for (let count = 0; count < 2; count++) await browser.advance();
  await browser.extras();
  assert.deepEqual(await browser.console(), []);
});

test('WordPress gets the plugin that is tried there, with the scorecard in it', async () => {
  await page.come();
  await page.openFile(small());
  await page.view('publish');
  await page.press('WordPress A plugin to upload');
  await page.catchSaves();
  await page.press('Save scorecard-embed.zip');
  const files = unzipSync((await page.saved()).bytes);
  const folder = 'scorecard-embed/';
  const php = readFileSync(
    new URL('../hosts/wordpress/scorecard-embed/scorecard-embed.php', import.meta.url),
    'utf8',
  );
  assert.equal(Buffer.from(files[`${folder}scorecard-embed.php`]).toString(), php);
  assert.deepEqual(JSON.parse(Buffer.from(files[`${folder}small.json`]).toString()), small());
  const script = readFileSync(new URL('../../pkg/dist/scorecard.js', import.meta.url));
  assert.ok(Buffer.from(files[`${folder}scorecard/scorecard.js`]).equals(script));
  const snippets = await browser.run(
    `return [...document.querySelectorAll('.snippet code')].map((it) => it.innerText.split('\\n')[0])`,
  );
  assert.deepEqual(snippets, [
    '<misconception-scorecard src="/wp-content/plugins/scorecard-embed/small.json" lang="en">',
    '<div data-misconception-scorecard data-src="/wp-content/plugins/scorecard-embed/small.json" data-lang="en">',
  ]);
  await browser.assertQuiet();
});

test('a site that is built gets the package, the questionnaire and its recipe', async () => {
  await page.come();
  await page.openFile(small());
  await page.view('publish');
  await page.press('A site that is built Hugo, Jekyll, Eleventy, Next.js, Vue …');
  await page.choose('Your site is made with', 'Jekyll');
  await page.says('.recipe', /Copy the folder to the top of your site/);
  await page.catchSaves();
  await page.press('Save small-site.zip');
  const files = unzipSync((await page.saved()).bytes);
  assert.ok(files['small.json'] && files['scorecard/scorecard.js']);
  await browser.assertQuiet();
});

test('a link holds the whole draft; a damaged one and a newer one say so', async () => {
  await page.come();
  await page.openFile(small({ title: 'Ærlig talt 🐝' }));
  await page.view('publish');
  await page.press('A link to the draft For a colleague to review');
  await page.press('Make a link');
  const link = await browser.until(`return document.querySelector('.snippet code')?.innerText`, 'the link');
  const hash = new URL(link).hash;
  assert.match(hash, /^#draft1\.[\w-]+$/);
  await page.come({ hash });
  await browser.until(`return document.querySelector('h1').innerText === 'Ærlig talt 🐝'`);
  assert.deepEqual(await page.document(), small({ title: 'Ærlig talt 🐝' }));
  for (const [broken, said] of [
    [hash.slice(0, -8), /^This link is damaged/],
    [hash.slice(0, 60) + (hash[60] === 'A' ? 'B' : 'A') + hash.slice(61), /^This link is damaged/],
    [hash.replace('draft1', 'draft2'), /^This link was made by a newer studio/],
  ]) {
    await page.come({ hash: broken });
    await page.says('#said', said);
  }
  await browser.assertQuiet();
});

test('a translation is written beside its original, counted, and goes to a translator and back', async () => {
  await page.come();
  await page.openFile(
    small({
      outcomes: [
        { from: 0, title: 'Well.' },
        { from: 1, title: 'Hm.' },
      ],
    }),
  );
  await page.view('translate');
  await page.choose('Add a language', 'Norwegian Bokmål');
  await page.says('.translate .count', '0 of 11 texts are translated.');
  await page.type('Title', 'Liten', '.translate');
  await page.says('.translate .count', '1 of 11 texts are translated.');
  await page.says('.left summary', /10 texts to translate/);
  await page.catchSaves();
  await page.press('Save a table for a translator');
  const { name, bytes } = await page.saved();
  assert.equal(name, 'small.nb.csv');
  const lines = String(bytes).split('\r\n');
  assert.equal(lines[0], '\uFEFFplace,where,original,translation');
  assert.equal(lines[1], '/title,Title,Small,Liten');
  const back = lines
    .map((line) => (line.startsWith('/title,') ? line : line.replace(/,$/, ',"På norsk, takk"')))
    .join('\r\n');
  await browser.run(
    `const files = new DataTransfer();
    files.items.add(new File([arguments[0] + '/gone/0,x,y,z'], 'back.csv'));
    const input = document.querySelector('[name=translated]');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }))`,
    back,
  );
  await page.says(
    '#said',
    'The translations are in, but for 1 text that this scorecard does not have any more: /gone/0.',
  );
  await page.says('.translate .count', 'All 11 texts are translated.');
  const { translations } = await page.document();
  assert.deepEqual(Object.keys(translations), ['nb']);
  assert.equal(translations.nb.title, 'Liten');
  assert.deepEqual(translations.nb.outcomes, [{ title: 'På norsk, takk' }, { title: 'På norsk, takk' }]);
  assert.equal(translations.nb.statements.s2, 'På norsk, takk');
  await browser.run(
    `const control = document.querySelector('.see [name=lang]'); control.value = 'nb';
    control.dispatchEvent(new Event('change', { bubbles: true }))`,
  );
  await page.titled('Liten');
  await browser.assertQuiet();
});

test('what is chosen for the look is in the preview and in what is pasted', async () => {
  await page.come();
  await page.openFile(small());
  await page.view('look');
  await page.choose('Statements', 'All at once');
  await page.type('Accent', '#ffee00');
  await page.says('.work', /Told apart from the page: 1\.\d to 1 if it is light, 1\d\.\d to 1 if it is dark\./);
  await page.says('.work', /On such a page this colour is faint\./);
  await browser.until(`${STAGE} return root.querySelectorAll('fieldset').length === 2`, 'both statements');
  const accent = `return document.querySelector('misconception-scorecard').style.getPropertyValue('--scorecard-accent')`;
  assert.equal(await browser.run(accent), '#ffee00');
  await page.view('publish');
  const tag = '<misconception-scorecard lang="en" layout="list" style="--scorecard-accent: #ffee00">';
  assert.equal((await page.text('.snippet code')).split('\n')[1], tag);
  await page.press('Undo');
  await browser.until(
    `return document.querySelector('misconception-scorecard').style.getPropertyValue('--scorecard-accent') === ''`,
  );
  // The widget tells whoever looks into the console what it did with the faint colour.
  const told = await browser.console();
  assert.ok(
    told.every((it) => it.includes('--scorecard-accent has a contrast of 1.')),
    told.join(),
  );
});

test('a key that the format has gained is a field by itself, with its explanation', async () => {
  const schema = JSON.parse(readFileSync(new URL('../../pkg/dist/questionnaire.schema.json', import.meta.url), 'utf8'));
  schema.properties.audience = { enum: ['pupils', 'teachers'], description: 'Whom it is for.' };
  schema.properties.misconceptions.items.properties.region = { type: 'string', description: 'Where it is believed.' };
  browser.serve('/scorecard/questionnaire.schema.json', JSON.stringify(schema), { type: 'application/json' });
  await page.come();
  await page.openFile(small());
  await page.press('More settings');
  await page.choose('audience', 'teachers');
  await page.press('More about “audience”');
  await page.says('.explained', 'Whom it is for.');
  await page.section('Misconception 1');
  await browser.run(`for (const it of document.querySelectorAll('.sheet > .misconception > details')) it.open = true`);
  await page.type('region', 'North');
  const { audience, misconceptions } = await page.document();
  assert.deepEqual([audience, misconceptions[0].region], ['teachers', 'North']);
  browser.unserve('/scorecard/questionnaire.schema.json');
  await browser.assertQuiet();
});

test('answers, remarks, credits and sources are written in fields too, and a source is used again', async () => {
  await page.come();
  await page.openFile(small());
  await page.section('How readers answer');
  await page.choose('How many answers', 'Four');
  await browser.run(`document.getElementById('at/scale/dontKnow').click()`);
  await browser.run(`document.getElementById('at/certainty-asked').click()`);
  await page.type('Answer 1 of 4', 'Not at all');
  await page.section('On the scorecard');
  await page.press('Add a remark');
  await browser.until(`return document.activeElement.id === 'at/outcomes/0/title'`);
  await browser.press(...'Well.');
  await page.type('From so many misconceptions on', '0');
  await page.type('Who wrote it, and after whose work', 'Anna');
  await page.section('Misconception 1');
  await page.press('Add a source');
  await browser.until(`return document.activeElement.id === 'at/misconceptions/0/sources/0/title'`);
  await browser.press(...'A book');
  await browser.run(
    `document.querySelector('[id="at/misconceptions/0/evidence/strength"]').closest('.field').querySelector('[value=strong]').click()`,
  );
  await page.section('Misconception 2');
  await page.choose('Use one again', 'A book');
  await page.checked();
  const { scale, certainty, outcomes, credits, misconceptions } = await page.document();
  assert.deepEqual(scale, {
    points: 4,
    labels: ['Not at all', 'Disagree', 'Agree', 'Strongly agree'],
    dontKnow: false,
  });
  assert.deepEqual([certainty, outcomes, credits], [{ levels: 4 }, [{ from: 0, title: 'Well.' }], { text: 'Anna' }]);
  assert.deepEqual(
    misconceptions.map(({ evidence, sources }) => [evidence, sources]),
    [
      [{ strength: 'strong' }, [{ title: 'A book' }]],
      [undefined, [{ title: 'A book' }]],
    ],
  );
  await browser.assertQuiet();
});

test('the studio speaks Norwegian where that is chosen, and after a reload too', async () => {
  await page.come();
  await browser.run(`const control = document.querySelector('#tongue'); control.value = 'nb';
    control.dispatchEvent(new Event('change', { bubbles: true }))`);
  await page.says('.new h2', 'Nytt spørreskjema');
  assert.equal(await browser.run('return document.documentElement.lang'), 'nb');
  await page.type('Hva tror folk, som ikke stemmer?', 'Bier dør om vinteren');
  await page.press('Begynn');
  await page.says('.left summary', 'Gjenstår: 5 tekster å skrive');
  assert.equal((await page.document('Lagre en fil')).lang, 'nb');
  const hash = await browser.run('return location.hash');
  await page.come({ keep: true, hash });
  await page.says('.left summary', 'Gjenstår: 5 tekster å skrive');
  assert.deepEqual(await browser.axe(), []);
  await browser.assertQuiet();
});
