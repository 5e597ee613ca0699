/**
 * The pages of www/ as one site: all have the same menu, which leads from everywhere to everywhere.
 * Knows their HTML; their look and their links are tested in tests/browser/pages.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const www = new URL('../../www/', import.meta.url);
const read = (page) => readFileSync(new URL(page, www), 'utf8');
/** All pages except redirects. */
const pages = readdirSync(www).filter((name) => name.endsWith('.html') && !read(name).includes('http-equiv="refresh"'));
const header = (page) => /<header class="site"[^>]*>([^]*?)<\/header>/.exec(read(page))?.[1];
const leads = (html) => [...html.matchAll(/href="([\w-]+\.html)[#"]/g)].map(([, page]) => page);
const CURRENT = / aria-current="page"/g;

for (const page of pages) {
  test(`${page} has the common menu, with its own item marked`, () => {
    const own = header(page);
    assert.equal(own?.replace(CURRENT, ''), header('index.html').replace(CURRENT, ''));
    const marked = [...own.matchAll(/href="([^"]+)" aria-current="page"/g)].map(([, it]) => it);
    assert.deepEqual(marked, leads(own).includes(page) ? [page] : []);
  });
}

test('the menu has all pages for site owners, and the front page has the examples too', () => {
  const menu = ['guide', 'studio', 'hosts', 'loading', 'format', 'accessibility', 'privacy'];
  assert.deepEqual(
    leads(header('index.html')),
    ['index', ...menu].map((name) => `${name}.html`),
  );
  assert.deepEqual([...new Set(leads(read('index.html')))].sort(), pages.sort());
});

test('the front page shows the widget before it describes it', () => {
  const front = read('index.html');
  const [before] = front.split('<h2>');
  const [, file] = /<misconception-scorecard src="([^"]+)"/.exec(before);
  const { misconceptions, title } = JSON.parse(readFileSync(new URL(file, www), 'utf8'));
  assert.equal(title, 'What do you believe about learning?');
  assert.deepEqual(
    misconceptions.map(({ evidence, statements }) => [evidence.strength, statements.length]),
    Array(3).fill(['strong', 2]),
  );
  assert.match(before, /six statements/);
});
