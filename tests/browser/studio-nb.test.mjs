/**
 * The studio in Norwegian, as far as texts come from outside the studio: explanations of keys,
 * findings of the check, instructions for sites. Knows www/studio.html as an author sees it; that
 * every text is translated is tested in tests/package/studio-texts.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { small, start } from './harness.mjs';
import { STAGE, studio } from './studio-stage.mjs';

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

/** Opens the studio with `content`, in Norwegian. */
async function open(content) {
  await page.come();
  await page.openFile(content);
  await browser.run(
    `const control = document.getElementById('tongue'); control.value = 'nb';
    control.dispatchEvent(new Event('change', { bubbles: true }))`,
  );
  await browser.until(`return document.documentElement.lang === 'nb'`);
}
/** The words of the page around the studio. */
const AROUND = `return document.querySelector('.site nav').innerText + document.querySelector('.colophon').innerText`;
const lang = (selector) => browser.run('return document.querySelector(arguments[0]).lang', selector);

test('a key is explained in Norwegian, and one without Norwegian words in English, marked as such', async (context) => {
  const schema = JSON.parse(readFileSync(new URL('../../pkg/dist/questionnaire.schema.json', import.meta.url), 'utf8'));
  schema.properties.audience = { type: 'string', description: 'Whom it is for.' };
  browser.serve('/scorecard/questionnaire.schema.json', JSON.stringify(schema), { type: 'application/json' });
  context.after(() => browser.unserve('/scorecard/questionnaire.schema.json'));
  await open(small());
  await page.press('Mer om «Tittel»');
  await page.says('.explained', /^Overskriften på det første skjermbildet\./);
  assert.equal(await lang('.explained'), '');
  await page.press('Mer om «Tittel»');
  await page.press('Flere innstillinger');
  await page.press('Mer om «audience»');
  await page.says('.explained', 'Whom it is for.');
  assert.equal(await lang('.explained'), 'en');
  await browser.assertQuiet();
});

test('what the check finds is told in Norwegian beside the field, with the word that it is about', async () => {
  const document = small();
  document.misconceptions[0].statements[0].text = 'Tea is cheap and quick.';
  await open(document);
  await page.section('Misconception 1');
  await browser.until(`return document.querySelector('[data-code=doubleBarrelled]') !== null`);
  await page.says(
    '[data-code=doubleBarrelled]',
    /^Råd Påstanden ser ut til å si to ting på én gang, ved «and»\. .* Gjør den til to påstander, eller ta ut den ene\.$/,
  );
  assert.equal(await lang('[data-code=doubleBarrelled] > span'), '');
  await browser.assertQuiet();
});

test('below the JSON too, where a key is named', async () => {
  await open(small({ titel: 'T', scale: { points: 12 } }));
  await page.view('json');
  await browser.until(`return document.querySelectorAll('#problems li').length > 1`);
  await page.says('#problems', /Under «points» står 12, men det må være et heltall fra 2 til 7\. Skriv et heltall/);
  await page.says('#problems', /Formatet har ingen nøkkel «titel» her; «title» er der alt\./);
  await browser.assertQuiet();
});

test('instructions for a site are in Norwegian, and its snippets as they are', async () => {
  await open(small());
  await page.view('publish');
  await browser.run(`document.querySelector('[data-way=site]').click()`);
  await page.choose('Nettstedet er laget med', 'WordPress');
  await page.says('.recipe h3', 'Uten utvidelsen');
  await page.says('.recipe', /Så aktiverer du utvidelsen:/);
  await page.says('.recipe', /add_filter\('script_loader_tag'/);
  const other = `return document.querySelectorAll('.recipe [lang]').length`;
  assert.equal(await browser.run(other), 0, 'nothing is marked as English');
  const hosts = `return [...document.getElementById('atpublish-host').options].map((it) => it.text)`;
  const names = await browser.run(hosts);
  assert.ok(names.includes('Vanlig HTML') && !names.includes('All of them'), names.join());
  await browser.assertQuiet();
});

test('true or false, and before and after a lesson, can be seen at once in the words of their readers', async () => {
  await page.come();
  await browser.run(
    `const control = document.getElementById('tongue'); control.value = 'nb';
    control.dispatchEvent(new Event('change', { bubbles: true }))`,
  );
  for (const [kind, wanted] of [
    ['sant eller usant', /Usant\s+Sant\s+Vet ikke/],
    ['før og etter en time', /Svar så godt du kan før timen\..*\s+[^]*Helt uenig/],
  ]) {
    await page.type('Hvilken misforståelse vil du rette opp?', 'Bier dør om vinteren');
    await page.type('Tittel', 'Bier');
    await page.choose('Leserne svarer', kind);
    await page.press('Begynn');
    await page.titled('Bier');
    await browser.until(
      `${STAGE} return new RegExp(arguments[0]).test(root.querySelector('.card')?.innerText)`,
      kind,
      wanted.source,
    );
    await page.says('.left summary', 'Gjenstår: 4 tekster å skrive');
    await page.press('Alle skjemaer');
  }
  await browser.assertQuiet();
});

test('the page around the studio, a table’s note and all languages have Norwegian names', async () => {
  await open(
    small({
      misconceptions: [{ ...small().misconceptions[0], evidence: { strength: 'strong', asOf: '2026' } }],
      outcomes: [{ from: 0, title: 'T' }],
    }),
  );
  const around = await browser.run(AROUND);
  assert.match(around, /Veiledning.*Nettstedet ditt.*Eksempler.*MIT-lisensen.*lisensene deres/s);
  await page.view('publish');
  await browser.run(`document.querySelector('[data-way=table]').click()`);
  await page.says('.way', /Ikke med i tabellen: når grunnlaget ble sjekket, «Tittel», «Merknader til resultatet»\./);
  await page.view('write');
  await page.section('Tittel og innledning');
  const tongues = await browser.run(`return [...document.getElementById('at/lang').options].map(({ text }) => text)`);
  assert.ok(tongues.includes('Nordsamisk') && !tongues.some((it) => it.length < 3), tongues.join());
  await browser.run(`const control = document.getElementById('tongue'); control.value = 'en';
    control.dispatchEvent(new Event('change', { bubbles: true }))`);
  await browser.until(`return document.documentElement.lang === 'en'`);
  assert.match(await browser.run(AROUND), /Guide.*Your site.*Examples.*MIT licence/s);
  await browser.assertQuiet();
});
