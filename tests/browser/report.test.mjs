/**
 * The page of a report as its owner sees it: on a phone, in light and dark, on paper. Knows the
 * pages in tests/golden/report/; tests/report_said.rs tests what they say.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const folder = new URL('../golden/report/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

async function visit(name) {
  browser.serve(`/report/${name}`, readFileSync(new URL(name, folder), 'utf8'));
  await browser.visit(`/report/${name}`);
}

test('there are three golden pages', () => assert.equal(pages.length, 3));

for (const name of pages) {
  for (const scheme of ['light', 'dark']) {
    test(`axe finds nothing: ${name}, ${scheme}`, async () => {
      await browser.media({ scheme });
      await browser.resize(800, 1000);
      await visit(name);
      assert.deepEqual(await browser.axe(), []);
    });
  }

  test(`fits on a phone, with all plots: ${name}`, async () => {
    await browser.media({});
    for (const width of [320, 390]) {
      await browser.resize(width, 700);
      await visit(name);
      const [wide, room, plots, outside] = await browser.run(`
        const it = document.documentElement;
        const plots = [...document.querySelectorAll('.plots svg')].map((svg) => svg.getBoundingClientRect());
        const outside = plots.filter(({ left, right, width }) => left < 0 || right > it.clientWidth || width < 200);
        return [it.scrollWidth, it.clientWidth, plots.length, outside.length]`);
      assert.ok(wide <= room, `${wide} px in ${room}`);
      assert.ok(plots > 20, `${plots} plots`);
      assert.equal(outside, 0);
    }
  });

  test(`on paper it is dark on white whatever the colour scheme is, and each plot has its scale below: ${name}`, async () => {
    await browser.media({ scheme: 'dark' });
    await browser.resize(800, 1000);
    await visit(name);
    const paper = `return getComputedStyle(document.body).backgroundColor`;
    assert.equal(await browser.run(paper), 'rgb(26, 25, 23)');
    assert.notEqual(await browser.print(), false);
    assert.equal(await browser.run(paper), 'rgb(255, 255, 255)');
    const scales = await browser.run(`return [...document.querySelectorAll('section')].map((it) => {
      const [plot, scale] = ['.plots svg', 'div.axis svg'].map((name) => it.querySelector(name)?.getBoundingClientRect());
      return plot && scale ? [plot.left - scale.left, plot.width - scale.width] : null; }).filter(Boolean)`);
    await browser.print(false);
    assert.ok(scales.length > 3);
    for (const [left, width] of scales) assert.ok(Math.abs(left) < 1 && Math.abs(width) < 1, `${left} ${width}`);
    const file = Buffer.from(await browser.pdf({ background: false }), 'base64').toString('latin1');
    assert.ok(file.match(/\/Type \/Page\b/g)?.length > 1);
  });
}
