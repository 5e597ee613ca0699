/**
 * Runs the W3C's checker on all HTML of the project: the output of renderToString, the screens, the
 * pages in www/. Knows the checker's options; must not know what the HTML means.
 *
 * The checker is a Java program: `java` comes from Debian's default-jre-headless, the jar from the
 * npm package vnu-jar or from VNU_JAR.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { renderToString } from '../../pkg/dist/core.js';

const top = fileURLToPath(new URL('../../', import.meta.url));
const jar = () => process.env.VNU_JAR ?? String(createRequire(import.meta.url)('vnu-jar'));

/** Messages of the checker that are accepted, with the reasons. */
const KNOWN = [
  // VoiceOver in Safari does not announce a list without markers as a list, unless it has the role.
  /^The “list” role is unnecessary for element “ul”\.$/,
];
/**
 * Accepted on the scorecard only: its style sheet changes the table's `display`, which removes the
 * roles of a table.
 */
const KNOWN_OF_THE_PROFILE = [
  /^The “(table|rowgroup|row|columnheader|rowheader|cell)” role is unnecessary for element “(table|thead|tbody|tr|th|td)”\.$/,
  /^The “role” attribute must not be used on a “(tr|th|td)” element which has a “table” ancestor with no “role” attribute, or with a “role” attribute whose value is “table”/,
];

let folder;
before(() => (folder = mkdtempSync(path.join(tmpdir(), 'scorecard-valid-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The checker's messages on `files`, as `[file, type, message, extract]`. */
function check(files) {
  const words = ['-jar', jar(), '--format', 'json', '--stdout', '--exit-zero-always', ...files];
  const { messages } = JSON.parse(
    execFileSync(process.env.JAVA ?? 'java', words, { encoding: 'utf8', maxBuffer: 1e8 }),
  );
  return messages.map(({ url, type, subType, lastLine, message, extract }) => [
    `${path.basename(url ?? '')}:${lastLine}`,
    subType ?? type,
    message,
    extract,
  ]);
}

/** Writes pages, by name, and fails if one has an error. Reports the checker's other messages. */
function assertValid(t, pages, known) {
  const files = Object.entries(pages).map(([name, html]) => {
    const file = path.join(folder, `${name}.html`);
    writeFileSync(file, html);
    return file;
  });
  assertFilesValid(t, files, known);
}

function assertFilesValid(t, files, known = KNOWN) {
  assert.ok(files.length > 0);
  const said = check(files).filter(([, , message]) => !known.some((it) => it.test(message)));
  for (const it of said) if (it[1] === 'warning' || it[1] === 'info') t.diagnostic(it.join(' | '));
  assert.deepEqual(
    said.filter(([, type]) => type !== 'warning' && type !== 'info'),
    [],
  );
}

const page = (body, lang = 'en', dir = 'ltr') => `<!doctype html>
<html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>A page</title></head>
<body><h1>A page</h1>
${body}</body></html>`;

const labels = (count) => Array.from({ length: count }, (_, n) => `Label ${n}`);
const misconception = (n, more = {}) => ({
  id: `m${n}`,
  name: `Misconception ${n}`,
  statements: [{ id: `s${n}`, text: `Statement ${n} <b>&amp;</b>.`, key: 'myth' }],
  refutation: { fact: 'Fact.\n\nSecond paragraph.', whyWrong: 'Reason.', myth: 'Myth.', advice: 'Advice.' },
  ...more,
});
const small = (more = {}) => ({
  format: '1.0',
  id: 'small',
  version: '1',
  lang: 'en',
  title: 'Small',
  misconceptions: [misconception(1), misconception(2)],
  ...more,
});
const sources = [
  { title: 'A source', url: 'https://source.example/?a=1&b=2', date: '2026-11', quote: 'Word for word “quoted”.' },
  { title: 'Another one' },
];

/** One questionnaire of every kind, as `[questionnaire, options]`. */
const KINDS = {
  en: [undefined, { lang: 'en' }],
  nb: [undefined, { lang: 'nb' }],
  list: [undefined, { attributes: { layout: 'list' } }],
  small: [small()],
  single: [small({ misconceptions: [misconception(1)] })],
  certainty: [small({ certainty: { from: 0, to: 3, labels: labels(4) } })],
  certaintyList: [
    small({ certainty: { from: 0, to: 3, labels: labels(4) } }),
    { attributes: { layout: 'list', feedback: 'each' } },
  ],
  sources: [
    small({
      misconceptions: [
        misconception(1, { sources, evidence: { strength: 'contested', asOf: '2026' } }),
        misconception(2, { sources }),
      ],
      suggestions: [{ text: 'Suggestion.', by: 'Somebody', answer: 'Reply.' }],
      credits: { text: 'Credits', url: 'https://credits.example/', licence: 'CC BY 4.0' },
      privacy: 'Privacy.',
    }),
  ],
  translated: [small({ translations: { nb: { title: 'Liten' }, de: '/small.de.json' } }), { lang: 'nb' }],
  rightToLeft: [small({ lang: 'ar', title: 'خمسة مفاهيم خاطئة' })],
  nasty: [small({ title: '</script></template></style><!-- <script>', intro: ']]> <!DOCTYPE x> &nbsp; "' })],
  attributes: [small(), { attributes: { theme: 'dark', storage: 'local', instance: '"a" & <b>', load: 'click' } }],
};

/** Every kind, drawn with additional options. */
const drawn = (more) =>
  Object.entries(KINDS).map(([name, [questionnaire, options]]) => [
    name,
    renderToString(questionnaire, { ...options, ...more }),
    questionnaire?.lang ?? options?.lang ?? 'en',
  ]);
const wrapped = (list) =>
  Object.fromEntries(list.map(([name, html, lang]) => [name, page(html, lang, lang === 'ar' ? 'rtl' : 'ltr')]));

test('the checker finds errors', () => {
  const file = path.join(folder, 'wrong.html');
  writeFileSync(
    file,
    page('<misconception-scorecard><ul><p class="a" class="b">A.</p></ul></misconception-scorecard>'),
  );
  assert.ok(check([file]).filter(([, type]) => type === 'error').length >= 2);
});

test('a plain page of every kind is valid', (t) => assertValid(t, wrapped(drawn({}))));

test('a page of every kind with the first screen and its style sheet in the tag is valid', (t) => {
  assertValid(t, wrapped(drawn({ shadow: true })));
});

test('a page of every kind with the first screen and a link to the style sheet is valid', (t) => {
  assertValid(t, wrapped(drawn({ shadow: true, stylesheet: '/scorecard/scorecard.css' })));
});

test('a page that loads the style sheet and the script as in the README is valid', (t) => {
  const html = renderToString(undefined, { shadow: true, stylesheet: '/scorecard/scorecard.css' });
  assertValid(t, {
    whole: page(html).replace('</head>', '<script type="module" src="/scorecard/scorecard.js"></script></head>'),
  });
});

/**
 * The checker does not look into a template, so its content is moved into the page, without what
 * only a shadow root may contain.
 */
const outside = (screen) =>
  screen
    .replace(/^<(style)>[^]*?<\/\1>|^<link[^>]*>/, '')
    // The checker's schema lacks the global attribute `part` of CSS Shadow Parts.
    .replace(/ part="[^"]*"/g, '')
    .replace('<slot></slot>', '');

test('the first screen of every kind is valid', (t) => {
  assertValid(
    t,
    wrapped(
      drawn({ shadow: true }).map(([name, html, lang]) => {
        const [, screen] = /<template shadowrootmode="open">([^]*?)<\/template>/.exec(html);
        return [name, outside(screen), lang];
      }),
    ),
  );
});

test('every other screen is valid', (t) => {
  for (const lang of ['en', 'nb']) {
    const golden = path.join(top, 'tests/golden', lang);
    const list = readdirSync(golden).filter((name) => name.endsWith('.html'));
    const screens = list.map((name) => [
      path.parse(name).name,
      outside(readFileSync(path.join(golden, name), 'utf8')),
      lang,
    ]);
    assertValid(t, wrapped(screens), [...KNOWN, ...KNOWN_OF_THE_PROFILE]);
  }
});

test('the pages in www/ are valid', (t) => {
  const www = path.join(top, 'www');
  assertFilesValid(
    t,
    readdirSync(www)
      .filter((name) => name.endsWith('.html'))
      .map((name) => path.join(www, name)),
  );
});
