/**
 * The element's description, pkg/custom-elements.json, is the one list of the public interface:
 * README and types must agree with it. The browser tests try each entry.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

const file = (path) => new URL(`../../${path}`, import.meta.url);
const read = (path) => readFileSync(file(path), 'utf8');
const [described] = JSON.parse(read('pkg/custom-elements.json')).modules[0].declarations;

const TABLES = {
  cssProperties: {
    head: '| custom property | default | what it is |\n|---|---|---|\n',
    row: ({ name, default: value, description }) =>
      `| \`${name}\` | ${value.startsWith('var(') ? '' : `\`${value}\``} | ${description} |\n`,
  },
  cssParts: {
    head: '| part | what it is |\n|---|---|\n',
    row: ({ name, description }) => `| \`${name}\` | ${description} |\n`,
  },
};

for (const [list, { head, row }] of Object.entries(TABLES)) {
  test(`the README has the current table of ${list}`, () => {
    const readme = read('pkg/README.md');
    const place = new RegExp(`(<!-- from custom-elements.json: ${list} -->\n)[^]*?(<!-- end -->)`);
    assert.match(readme, place);
    const expected = readme.replace(
      place,
      (_, before, after) => before + head + described[list].map(row).join('') + after,
    );
    if (process.env.UPDATE_EXPECT) writeFileSync(file('pkg/README.md'), expected);
    else assert.equal(readme, expected, 'UPDATE_EXPECT=1 writes it anew');
  });
}

test('the README and the types cover every attribute, event, field and method', () => {
  const readme = read('pkg/README.md');
  const types = read('pkg/element.d.ts');
  for (const { name } of described.attributes) {
    assert.ok(readme.includes(`\n| \`${name}\` |`), name);
    if (!['lang', 'debug'].includes(name)) assert.match(types, new RegExp(`\n  ${name}: `), name);
  }
  for (const { kind, name } of described.members) {
    if (kind === 'field') assert.ok(readme.includes(`\`${name}\``), name);
    else assert.ok(readme.includes(`\`${name}()\``), name);
    if (kind === 'method') assert.ok(types.includes(`\n  ${name}(): void;`), name);
  }
  for (const { name } of described.events) {
    assert.ok(readme.includes(`\n| \`${name}\` |`), name);
    assert.ok(types.includes(`'${name}': CustomEvent<`), name);
  }
});
