/**
 * Checks that what www/ tells owners to paste is what the hosts here and the pages in
 * tests/loading/ are made of. Knows the pages and the files they name; needs no browser and no
 * host.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const top = new URL('../../', import.meta.url);
const read = (name) => readFileSync(new URL(`www/${name}.html`, top), 'utf8');
const page = read('hosts');
const pages = page + read('loading');
const SIGNS = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const plain = (html) => html.replace(/&(lt|gt|quot|amp);/g, (sign) => SIGNS[sign]);
const blocks = [...pages.matchAll(/<pre tabindex="0"><code data-from="([^"]+)">([^]*?)<\/code><\/pre>/g)].map(
  ([, from, html]) => ({
    from,
    html,
    text: plain(html),
  }),
);

/** The lines without their common indentation. */
function outdent(lines) {
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}

for (const [index, { from, text }] of blocks.entries()) {
  test(`snippet ${index + 1} consists of whole lines of ${from}`, () => {
    assert.equal(text, text.trim());
    const lines = readFileSync(new URL(from, top), 'utf8').split('\n');
    const length = text.split('\n').length;
    const isThere = lines.some((_, start) => outdent(lines.slice(start, start + length)) === text);
    assert.ok(isThere, `${from} has no such lines:\n${text}`);
  });
}

test('every snippet names its file, and everything in it is escaped', () => {
  // Commands for a terminal come from no file.
  const commands = pages.split('<pre tabindex="0" data-kind="command">').length - 1;
  assert.equal(blocks.length + commands, pages.split('<pre').length - 1);
  for (const { html } of blocks) assert.doesNotMatch(html.replace(/&(lt|gt|quot|amp);/g, ''), /[<>&]/);
});

test('the README shows the same snippets as the page on loading', () => {
  const [, ...parts] = readFileSync(new URL('pkg/README.md', top), 'utf8').split('\n## ');
  const loading = parts.filter((it) => /^Caching/.test(it)).join('');
  const shown = [...loading.matchAll(/^```\w*\n([^]*?)\n```$/gm)].map(([, text]) => text);
  const ours = shown.filter((it) => /importmap|max-age/.test(it));
  assert.equal(ours.length, 4);
  for (const text of ours)
    assert.ok(
      blocks.some((it) => it.text === text),
      `the page does not have:\n${text}`,
    );
});

test('every host has a section with its own snippet', () => {
  const folders = readdirSync(new URL('tests/hosts/', top), { withFileTypes: true }).filter((it) => it.isDirectory());
  for (const { name } of folders) {
    const [, section] = page.split(`<h2 id="${name}">`);
    assert.ok(section, `${name} has a section`);
    assert.ok(section.split('<h2')[0].includes(`data-from="tests/hosts/${name}/`), `${name} has a snippet`);
  }
});
