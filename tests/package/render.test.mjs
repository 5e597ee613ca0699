/**
 * `renderToString`: what the HTML contains, that texts stay texts, and which errors are thrown.
 * Knows no browser; how the HTML behaves in one is tested in tests/browser/rendered.test.mjs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from '../../pkg/dist/core.js';

const NAME = 'misconception-scorecard';

/** A questionnaire with every kind of text, each made by `text`. */
function whole(text = (name) => name, more = {}) {
  const misconception = (n) => ({
    id: `m${n}`,
    name: text(`name ${n}`),
    statements: [
      { id: `s${n}a`, text: text(`myth ${n}`), key: 'myth' },
      { id: `s${n}b`, text: text(`fact ${n}`), key: 'fact' },
    ],
    refutation: {
      fact: text(`fact of ${n}`),
      myth: text(`myth of ${n}`),
      whyBelieved: text(`believed ${n}`),
      kernelOfTruth: text(`kernel ${n}`),
      whyWrong: text(`wrong ${n}`),
      advice: text(`advice ${n}`),
    },
    evidence: { strength: 'strong', asOf: '2026' },
    sources: [
      { title: text(`source ${n}`), url: 'https://source.example/?a=1&b="2"', date: '2025', quote: text(`quote ${n}`) },
    ],
  });
  return {
    format: '1.0',
    id: 'whole',
    version: '1',
    lang: 'en',
    title: text('title'),
    intro: text('intro'),
    scale: { points: 3, labels: [1, 2, 3].map((n) => text(`label ${n}`)), dontKnow: true },
    misconceptions: [misconception(1), misconception(2)],
    suggestions: [{ text: text('suggestion'), by: text('somebody'), answer: text('reply') }],
    credits: { text: text('credits'), url: 'https://credits.example/', licence: text('licence') },
    ...more,
  };
}

/** The parts of the tag: its start tag, the template, the plain page, the child script. */
function parts(html) {
  const found = new RegExp(
    `^<${NAME}([^>]*)>\n(?:<template shadowrootmode="open">([^]*?)</template>\n)?([^]*?)(?:<script type="application/json">([^]*?)</script>\n)?</${NAME}>\n$`,
  ).exec(html);
  assert.ok(found, html.slice(0, 500));
  const [, start, screen, plain, json] = found;
  return { start, screen, plain, json };
}

/**
 * The tags of some HTML in order, as `[name, attributes, isEnd]`. Fails if anything else looks like
 * a tag.
 */
function tags(html) {
  const rest = html.replace(/<(\/?)([a-z][a-z0-9-]*)((?: [a-z-]+="[^"<>]*")*)>/g, '');
  assert.doesNotMatch(rest, /[<>]/, 'nothing else looks like a tag');
  assert.doesNotMatch(html.replace(/&(amp|lt|gt|quot|#\d+);/g, ''), /&/, 'every & is written out');
  return [...html.matchAll(/<(\/?)([a-z][a-z0-9-]*)((?: [a-z-]+="[^"<>]*")*)>/g)].map(([, end, name, attributes]) => [
    name,
    [...attributes.matchAll(/ ([a-z-]+)="/g)].map(([, it]) => it),
    end !== '',
  ]);
}

/** Asserts that every element ends where it should. */
function assertBalanced(html) {
  const open = [];
  for (const [name, , isEnd] of tags(html)) {
    if (isEnd) assert.equal(open.pop(), name);
    else if (name !== 'input') open.push(name);
  }
  assert.deepEqual(open, []);
}

/** The characters between the tags. */
const texts = (html) => unescaped(html.replace(/<[^>]*>/g, '\n'));
const unescaped = (html) =>
  html.replace(/&(?:lt|gt|quot|amp|#(\d+));/g, (sign, number) => SIGNS[sign] ?? String.fromCodePoint(Number(number)));
const SIGNS = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const sheetless = (screen) => screen.replace(/^<style>[^]*?<\/style>/, '');

const thrown = (call) => {
  try {
    return `nothing is thrown: ${call().slice(0, 200)}`;
  } catch (error) {
    assert.ok(error instanceof Error);
    return [error.code, (error.problems ?? []).map((it) => `${it.code} ${it.pointer}`)];
  }
};

for (const [lang, title, first] of [
  [
    'en',
    'What do you believe about social media in business?',
    'To customers who contact a company on social media, the company’s posts matter more, on average, than its replies.',
  ],
  [
    'nb',
    'Hva tror du om sosiale medier i bedrifter?',
    'For kunder som kontakter en bedrift i sosiale medier, betyr bedriftens innlegg i snitt mer enn bedriftens svar.',
  ],
]) {
  test(`without a questionnaire the built-in one is rendered, with its first statement visible and the rest folded (${lang})`, () => {
    const { start, screen, plain, json } = parts(renderToString(undefined, { lang }));
    assert.equal(start, ` lang="${lang}"`);
    assert.deepEqual([screen, json], [undefined, undefined]);
    const [inSight, closed] = unescaped(plain).split('<details>');
    assert.ok(inSight.startsWith(`<h2>${title}</h2>`));
    assert.ok(inSight.includes(`<h3>${first}</h3><ul><li>`));
    assert.equal(inSight.split('<h3>').length, 2, 'one statement is visible');
    assert.equal(closed.split('<dl>').length, 6, 'every misconception has its refutation');
    assert.match(closed, /^<summary>/);
  });
}

test('control characters are refused in attributes, and escaped in the questionnaire in the tag', () => {
  assert.throws(() => renderToString(undefined, { attributes: { title: 'a\u009bb' } }), {
    code: 'badOption',
    message: 'attributes: title contains a control character',
  });
  const odd = whole(undefined, { $comment: 'a\u009bb\u202ec</script>' });
  const html = renderToString(odd);
  assert.doesNotMatch(html, /[\u007f-\u009f\u2028-\u202e]/);
  assert.deepEqual(JSON.parse(parts(html).json), odd);
});

test('a missing language of the built-in questionnaire gets the nearest one or English, and the tag says which', () => {
  const tag = (lang) => /^<.*>/.exec(renderToString(undefined, { lang }))[0];
  assert.deepEqual(
    ['nn-NO', 'no', 'en-GB', 'de', '', undefined].map(tag),
    ['nb', 'nb', 'en', 'en', 'en', 'en'].map((it) => `<${NAME} lang="${it}">`),
  );
});

test('every text of a questionnaire is on the plain page', () => {
  const seen = [];
  const { plain } = parts(renderToString(whole((name) => (seen.push(name), name))));
  const shown = texts(plain);
  // Each misconception appears once, in the words of its refutation, for which its name is short.
  for (const name of seen.filter((it) => !/^name \d/.test(it))) assert.ok(shown.includes(name), name);
  assert.ok(plain.includes('href="https://source.example/?a=1&amp;b=&quot;2&quot;"'));
});

test('the plain page has no class, style or script, and its elements are balanced', () => {
  const known = ['a', 'blockquote', 'dd', 'details', 'dl', 'dt', 'h2', 'h3', 'li', 'ol', 'p', 'summary', 'ul'];
  for (const questionnaire of [
    undefined,
    whole(),
    whole(undefined, { certainty: { from: 0, to: 1, labels: ['Guess', 'Sure'] } }),
  ]) {
    const { plain } = parts(renderToString(questionnaire, { shadow: true }));
    assertBalanced(plain);
    for (const [name, attributes] of tags(plain)) {
      assert.ok(known.includes(name), name);
      for (const it of attributes) assert.ok(['href', 'rel', 'start'].includes(it), `${name} ${it}`);
    }
  }
});

test('markup in every text stays text, on the plain page and on the first screen', () => {
  const nasty = (name) =>
    `${name} </script></template></style></${NAME}><img src=x onerror=alert(1)>&lt;b&gt; "quoted" 'single' <!-- -->`;
  const questionnaire = whole(nasty, { privacy: nasty('privacy') });
  for (const layout of ['paged', 'list']) {
    const html = renderToString(questionnaire, { shadow: true, attributes: { layout } });
    assert.equal(html.split('<img').length, 1, 'no text becomes a tag');
    assert.equal(html.split('</script>').length, 2, 'only the end of the child script');
    const { screen, plain, json } = parts(html);
    assertBalanced(plain);
    assertBalanced(sheetless(screen));
    assert.ok(texts(plain).includes(nasty('wrong 1')));
    assert.ok(texts(sheetless(screen)).includes(nasty('myth 1')));
    assert.deepEqual(JSON.parse(json), questionnaire);
  }
});

test('no text of a questionnaire ends its child script or changes how the rest is parsed', () => {
  for (const text of ['</script>', '</SCRIPT >', '<!--<script>', '<!--', ']]>', '</script\n>', 'a\u2028\u2029']) {
    const questionnaire = whole(undefined, { title: `a ${text} b`, credits: { text } });
    // The text of a questionnaire and the parsed questionnaire give the same result.
    for (const given of [questionnaire, JSON.stringify(questionnaire)]) {
      const [, json] = renderToString(given).split('<script type="application/json">');
      const [inside, after] = json.split('</script>');
      assert.doesNotMatch(inside, /</);
      assert.equal(after, `\n</${NAME}>\n`);
      assert.deepEqual(JSON.parse(inside), questionnaire);
    }
  }
});

test('values of attributes and the URL of the style sheet are escaped', () => {
  const value = `"><script>alert(1)</script>&amp;'`;
  const escaped = `&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;'`;
  const html = renderToString(undefined, { shadow: true, stylesheet: value, attributes: { instance: value } });
  assert.ok(html.startsWith(`<${NAME} lang="en" instance="${escaped}">\n`));
  assert.ok(
    html.includes(`<template shadowrootmode="open"><link rel="stylesheet" href="${escaped}"><div class="panel"`),
  );
  assert.equal(html.split('<script').length, 1);
});

test('texts are written so that hosts which correct quotes, dashes, smileys and names change nothing', () => {
  const odd = `"a" 'b' -- c --- 2x4 1.5x2 ... (tm) :) 🙂 Wordpress wordpress [gallery] http://a.example é ø 漢 ٣ & <b> \\ \u00a0`;
  const { screen, plain } = parts(
    renderToString(
      whole((name) => `${odd} ${name}`),
      { shadow: true },
    ),
  );
  for (const html of [sheetless(screen), plain]) {
    const written = html.replace(/<[^>]*>/g, '').replace(/&#\d+;/g, '');
    assert.doesNotMatch(written, /[^\p{L}\p{N} \n]/u);
    assert.doesNotMatch(written, /\dx\d/);
    assert.doesNotMatch(html, /Wordpress/);
    assert.ok(texts(html).includes(odd));
    assert.ok(html.includes('é ø 漢 ٣'), 'letters are not escaped');
  }
});

test('the attributes decide which first screen is rendered', () => {
  const screen = (attributes) => parts(renderToString(whole(), { shadow: true, attributes })).screen;
  assert.match(screen({}), /<form class="paged"/);
  assert.match(screen({ layout: 'list' }), /<form class="list"/);
  assert.match(screen({ layout: 'grid' }), /<form class="paged"/);
  assert.equal(screen({ layout: 'list' }).split('<fieldset class="answers"').length, 5, 'all statements');
  assert.equal(screen({}).split('class="hint"').length, 2);
  assert.doesNotMatch(screen({ advance: 'manual' }), /class="hint"/);
  // If the order is the author's, the second statement belongs to the same misconception.
  const second = (attributes) => /<ol start="2"><li>([^<]*)/.exec(renderToString(whole(), { attributes }))[1];
  assert.deepEqual([second({}), second({ order: 'author' })], ['myth 2', 'fact 1']);
});

test('with shadow, the first screen has its styles, and a slot for browsers without scripts', () => {
  const inline = parts(renderToString(whole(), { shadow: true })).screen;
  assert.match(
    inline,
    /^<style>[^<]*<\/style><div class="panel" part="panel"><div class="card"[^]*<\/div><slot hidden=""><\/slot>$/,
  );
  assert.match(inline, /@media\(scripting:none\)/);
  const linked = parts(renderToString(whole(), { shadow: true, stylesheet: '/s.css' })).screen;
  assert.equal(linked, inline.replace(/^<style>[^<]*<\/style>/, '<link rel="stylesheet" href="/s.css">'));
  assertBalanced(sheetless(inline));
  for (const [name, attributes] of tags(sheetless(inline))) {
    assert.ok(!attributes.some((it) => it === 'style' || it.startsWith('on')), `${name} ${attributes}`);
  }
});

test('the built-in questionnaire, or one with a src, is not in the tag', () => {
  assert.equal(parts(renderToString(undefined)).json, undefined);
  assert.equal(parts(renderToString(whole(), { attributes: { src: '/q.json' } })).json, undefined);
  assert.deepEqual(JSON.parse(parts(renderToString(whole())).json), whole());
});

test('the nearest translation is rendered, and the tag keeps all of them', () => {
  const questionnaire = whole(undefined, { translations: { nb: { title: 'Tittel', statements: { s1a: 'Myte 1' } } } });
  const { start, plain, json } = parts(renderToString(questionnaire, { lang: 'no' }));
  assert.equal(start, ' lang="nb"');
  assert.match(plain, /^<h2>Tittel<\/h2><p lang="en" dir="ltr">intro<\/p><h3>Myte 1<\/h3>/);
  assert.deepEqual(JSON.parse(json), questionnaire);
  assert.match(renderToString(questionnaire), /^<[^>]* lang="en">\n<h2>title</);
  assert.match(renderToString(questionnaire, { lang: 'de' }), /^<[^>]* lang="en">\n<h2>title</);
});

test('the tag has the language of its content, whether it comes from an option or an attribute', () => {
  const html = renderToString(undefined, { shadow: true, attributes: { lang: 'nb' } });
  assert.match(html, /^<misconception-scorecard lang="nb">/);
  assert.match(parts(html).screen, /<div class="card" part="card" lang="nb"/);
  assert.match(parts(html).plain, /^<h2>Hva tror du /);
});

test('words of the widget and sources are marked if they are in another language than the texts', () => {
  const misconceptions = whole().misconceptions.map((it) => ({
    ...it,
    sources: [{ title: 'Une source', quote: 'Oui.', lang: 'fr' }, { title: 'مصدر' }],
  }));
  const own = whole(undefined, { lang: 'ar', misconceptions, scale: undefined });
  const marked = (html) =>
    [...html.matchAll(/<(\w+)[^>]* lang="(\w+)" dir="(\w+)"[^>]*>([^<]*)/g)].map((it) => it.slice(1));
  for (const html of [renderToString(own), renderToString(own, { shadow: true })]) {
    const found = marked(html);
    for (const text of ['Strongly agree', 'I don’t know']) {
      assert.ok(
        found.some(([, lang, dir, words]) => lang === 'en' && dir === 'ltr' && unescaped(words) === text),
        `${text}: ${JSON.stringify(found)}`,
      );
    }
    assert.ok(
      found.some(([tag, lang]) => tag === 'p' && lang === 'fr'),
      'a source',
    );
    assert.ok(!html.includes('lang="en" dir="ltr">مصدر'), 'the author’s own texts are not marked');
  }
  const screen = renderToString(own, { shadow: true }).split('</template>')[0];
  assert.match(screen, /<div class="card" part="card" lang="ar" dir="rtl">/);
  assert.match(screen, /<p class="progress" part="progress" id="progress" lang="en" dir="ltr">/);
  const norwegian = renderToString(whole(undefined, { lang: 'nb-NO' }), { shadow: true });
  assert.equal(
    marked(norwegian.replace(/<div class="card"[^>]*>/, '')).length,
    0,
    'in the same language nothing is marked',
  );
});

test('languages from right to left have a dir attribute', () => {
  assert.equal(parts(renderToString(whole(undefined, { lang: 'ar' }))).start, ' lang="ar" dir="rtl"');
  assert.equal(parts(renderToString(whole(undefined, { lang: 'arn' }))).start, ' lang="arn"');
});

test('the same input gives the same bytes, and is not changed', () => {
  for (const options of [{}, { shadow: true }, { shadow: true, attributes: { order: 'shuffled', layout: 'list' } }]) {
    const questionnaire = whole(undefined, { translations: { nb: { title: 'Tittel' } } });
    const before = JSON.stringify([questionnaire, options]);
    const html = renderToString(questionnaire, { lang: 'nb', ...options });
    for (let round = 0; round < 3; round++)
      assert.equal(renderToString(questionnaire, { lang: 'nb', ...options }), html);
    assert.equal(JSON.stringify([questionnaire, options]), before);
    assert.equal(renderToString(JSON.stringify(questionnaire), { lang: 'nb', ...options }), html, 'the same as text');
  }
});

test('invalid input throws an Error with a code and every problem', () => {
  const circle = {};
  circle.circle = circle;
  const nb = (translation) => whole(undefined, { translations: { nb: translation } });
  const problems = (questionnaire, options) => thrown(() => renderToString(questionnaire, options));
  assert.deepEqual(problems({ ...whole(), title: 1, misconceptions: [] }), [
    'invalidQuestionnaire',
    ['wrongType /title', 'empty /misconceptions'],
  ]);
  assert.deepEqual(problems([]), ['invalidQuestionnaire', ['wrongType ']]);
  assert.deepEqual(problems('{'), ['badJson', []]);
  assert.deepEqual(problems(''), ['badJson', []]);
  assert.deepEqual(problems(circle), ['notPlainData', ['notPlainData ']]);
  assert.deepEqual(problems({ ...whole(), extra: () => 1 }), ['notPlainData', ['notPlainData /extra']]);
  assert.deepEqual(problems({ ...whole(), title: 'x'.repeat(1e6) }), ['tooLarge', ['tooLarge ']]);
  assert.deepEqual(problems(whole(undefined, { credits: { text: 'C', url: 'javascript:alert(1)' } })), [
    'invalidQuestionnaire',
    ['malformed /credits/url'],
  ]);
  assert.deepEqual(problems(nb({ title: 3 }), { lang: 'nb' }), [
    'invalidQuestionnaire',
    ['wrongType /translations/nb/title'],
  ]);
  assert.deepEqual(problems(nb('/nb.json'), { lang: 'nb' }), ['notHere', []]);
  assert.equal(
    parts(renderToString(nb('/nb.json'), { lang: 'en' })).start,
    ' lang="en"',
    'translations that are not wanted need not be available',
  );
});

test('an invalid questionnaire never leads to the built-in one', () => {
  for (const given of [null, 'null', 0, false, 'false']) {
    assert.deepEqual(
      thrown(() => renderToString(given)),
      ['invalidQuestionnaire', ['wrongType ']],
      String(given),
    );
  }
});

test('with a shuffled order no first screen is rendered', () => {
  const html = renderToString(undefined, { shadow: true, attributes: { order: 'shuffled' } });
  assert.match(html, /^<misconception-scorecard lang="en" order="shuffled">\n<h2>/);
});

test('attributes: true is an empty value; false, null and undefined leave it out; an invalid name is refused', () => {
  const attributes = { debug: true, hidden: false, instance: null, theme: undefined };
  assert.match(renderToString(undefined, { attributes }), /^<misconception-scorecard lang="en" debug="">\n/);
  for (const name of ['', '1a', 'a b', 'a>', '><script>']) {
    assert.throws(() => renderToString(undefined, { attributes: { [name]: '' } }), { code: 'badOption' }, name);
  }
});

test('a src without a questionnaire cannot be rendered', () => {
  assert.throws(() => renderToString(undefined, { attributes: { src: '/mine.json' } }), { code: 'badOption' });
});
