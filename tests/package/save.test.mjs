/**
 * How a page guesses its reader's region before it saves a table: whether spreadsheets there expect
 * semicolons.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

const SAVE = new URL('../../pkg/src/extras/save.js', import.meta.url);
const CODE = `import(${JSON.stringify(SAVE)}).then(({ hasSemicolons }) => console.log(hasSemicolons()))`;

for (const [region, expected] of [
  ['en_US', false],
  ['en_GB', false],
  ['ja_JP', false],
  ['de_CH', false],
  ['nb_NO', true],
  ['de_DE', true],
  ['fr_FR', true],
  ['pt_BR', true],
  ['fa_IR', true],
]) {
  test(`the table of a reader in ${region} has ${expected ? 'semicolons' : 'commas'}`, () => {
    const env = { ...process.env, LC_ALL: `${region}.UTF-8` };
    assert.equal(execFileSync(process.execPath, ['-e', CODE], { env, encoding: 'utf8' }).trim(), String(expected));
  });
}
