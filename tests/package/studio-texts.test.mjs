/**
 * The Norwegian words of the studio for English texts from elsewhere: each has one, none is left
 * over, and what it says of the widget's words is what the widget says. Knows where the English
 * texts are; must not know how they are shown.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import nbKeys from '../../www/studio/texts/nb-keys.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const json = (path) => JSON.parse(read(path));

/** The texts of `wanted` without a translation, and the translations of texts that are gone. */
function differences(catalogue, wanted) {
  const known = Object.keys(catalogue);
  return {
    missing: wanted.filter((it) => !Object.hasOwn(catalogue, it)),
    gone: known.filter((it) => !wanted.includes(it)),
  };
}
const NONE = { missing: [], gone: [] };

/** All descriptions for authors in a schema, each once. */
function descriptions(schema, found = new Set()) {
  if (schema === null || typeof schema !== 'object') return found;
  if (typeof schema.description === 'string') found.add(schema.description);
  for (const it of schema.enumDescriptions ?? []) found.add(it);
  for (const it of Object.values(schema)) descriptions(it, found);
  return found;
}

test('every key of the format is explained in Norwegian, as its English words are now', () => {
  const wanted = [...descriptions(json('pkg/dist/questionnaire.schema.json'))];
  assert.ok(wanted.length > 70);
  assert.deepEqual(differences(nbKeys, wanted), NONE);
});

test('a text that is new, changed or gone is named', () => {
  const schema = { properties: { a: { description: 'As it was.' }, b: { enumDescriptions: ['New.'] } } };
  assert.deepEqual(differences({ 'As it was.': 'Som før.', 'Old.': 'Gammel.' }, [...descriptions(schema)]), {
    missing: ['New.'],
    gone: ['Old.'],
  });
});

/** The words of the widget in a language, as patterns: `{…}` may be anything. */
function spoken(lang) {
  const texts = Object.values(json(`messages/${lang}.json`)).flatMap((it) =>
    typeof it === 'string' ? [it] : Object.values(it),
  );
  const escaped = (text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+');
  return texts.map((it) => new RegExp(`^${escaped(it)}$`));
}

test('what stands in quotation marks in an explanation is said by the widget', () => {
  const said = { en: spoken('en'), nb: spoken('nb') };
  for (const [english, norwegian] of Object.entries(nbKeys)) {
    const quoted = {
      en: [...english.matchAll(/“(.+?)”/g)].map(([, it]) => it),
      nb: [...norwegian.matchAll(/«(.+?)»/g)].map(([, it]) => it),
    };
    assert.equal(quoted.nb.length, quoted.en.length, norwegian);
    for (const lang of ['en', 'nb']) {
      for (const it of quoted[lang])
        assert.ok(
          said[lang].some((pattern) => pattern.test(it)),
          it,
        );
    }
  }
});
