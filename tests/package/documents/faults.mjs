/**
 * Unexpected texts as authors send them, by name: names that mean something in JavaScript,
 * invisible characters, other languages, files that only contain JSON. Knows the format; what is
 * reported about them is decided in the tests.
 */

const refutation = { fact: 'F', whyWrong: 'W' };
const cats = (first = {}, second = {}) => [
  { id: 's1', text: 'A cat is a dog.', key: 'myth', ...first },
  { id: 's2', text: 'A cat is a cat.', key: 'fact', ...second },
];
const small = (more = {}, statements = cats()) => ({
  format: '1.0',
  id: 'cats',
  version: '1',
  lang: 'en',
  title: 'Cats',
  misconceptions: [{ id: 'm', name: 'Cats are dogs', statements, refutation }],
  ...more,
});
const written = (document) => JSON.stringify(document, null, 1);
const nb = (overlay) => ({ translations: { nb: overlay } });

export const FAULTS = {
  'nothing wrong': written(small()),
  'an id that every object has': written(
    small(nb({ misconceptions: {}, statements: { s1: 'En.' } }), cats({ id: 'constructor' })),
  ),
  'an id that is the prototype’s name': written(small()).replace('"s1"', '"__proto__"'),
  'a key that is the prototype’s name': written(small()).replace('{', '{ "__proto__": { "title": "T" },'),
  'a language that is the prototype’s name': written(small({ translations: { X: { title: 'T' } } })).replace(
    '"X"',
    '"__proto__"',
  ),
  'texts that cannot be seen': written(small({ title: '\u200b' }, cats({ text: '\u00ad' }))),
  'an id with a byte order mark': written(small({}, cats({ id: '\ufeffs1' }))),
  'an id with a line break': written(small({}, cats({ id: 's\n1' }))),
  'a text with a byte order mark': written(small({ title: '\ufeffCats' })),
  'keys with line breaks': written({ ...small(), id: undefined, title: undefined, 'a\nid': 1, 'b\ntitle': 1 }),
  'Arabic with the words of the widget': written(small({ lang: 'ar', title: 'قطط' })),
  'labels in the translation alone': written(small(nb({ scale: { labels: ['1', '2', '3', '4', '5'] } }))),
  'too few labels in the translation alone': written(small(nb({ scale: { labels: ['1', '2'] } }))),
  'certainty in the translation alone': written(small(nb({ certainty: { labels: ['1', '2', '3', '4'] } }))),
  'a number in the translation': written(small(nb({ title: 5, statements: { s1: ['x'] } }))),
  'a language that is a map': written(small({ lang: { toString: 1 }, ...nb({ title: 'T' }) })),
  'translations that are a list': written(small({ translations: [{ title: 'T' }] })),
  'a translation that is null': written(small(nb(null))),
  'a translation at no address': written(small(nb('http://['))),
  'a translation somewhere else': written(small(nb('cats.nb.json'))),
  'a text still to be written': written(small({ title: '[Title: what it is about]' })),
  'markup in texts': written(small({ title: 'Cats &amp; <b>dogs</b>', intro: '**No** [way](https://example.org)' })),
  'a source in another language': written(
    small({ misconceptions: [{ ...small().misconceptions[0], sources: [{ title: 'Katt', lang: 'nb' }] }] }),
  ),
  'lists in lists': written(small({ more: JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`) })),
  'more brackets than an engine takes': '['.repeat(200_000) + ']'.repeat(200_000),
  'more than 1 MB': written(small({ intro: 'x'.repeat(1e6) })),
  'a key twice': written(small()).replace('"title"', '"title": "Dogs", "title"'),
  'half a character': written(small({ title: 'Cats \ud83d' })),
  'curly quotes': written(small()).replace(/"([^"]*)"/g, '“$1”'),
  'a code fence': `\`\`\`json\n${written(small())}\n\`\`\``,
  'a script': `const cats = ${written(small())};`,
  'a table': 'id;text;key\ns1;A cat is a dog.;myth',
  'a page': `<!doctype html><script type="application/json">${written(small())}</script>`,
  'an office document': 'PK\u0003\u0004\u0014\u0000\u0006\u0000',
  'nothing at all': '',
  null: 'null',
  'a list': `[${written(small())}]`,
};
