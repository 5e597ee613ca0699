/**
 * Every screen of the widget, and how to look at it: on a plain page in a fixed font, light or
 * dark, in English or in Arabic letters. Knows how a reader gets to each screen; what is expected
 * there is decided in the tests.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { ROOT, small } from './harness.mjs';
import { answersFragment, followed } from './share-stage.mjs';

const top = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, top));

/** The built-in questionnaire. */
export const questionnaire = JSON.parse(read('questionnaires/social-media.en.json'));

const FONTS = {
  serif: [
    ['source-serif-4', 'latin'],
    ['noto-naskh-arabic', 'arabic'],
  ],
  sans: [
    ['source-sans-3', 'latin'],
    ['noto-naskh-arabic', 'arabic'],
  ],
};

/** The font rules, and the pages that serve the fonts, so that every machine has the same. */
function fonts(browser) {
  let rules = '';
  for (const [family, sources] of Object.entries(FONTS)) {
    for (const [name, subset] of sources) {
      for (const weight of name.startsWith('noto') ? [400] : [400, 600]) {
        const file = `${name}-${subset}-${weight}-normal.woff2`;
        browser.serve(`/fonts/${file}`, read(`node_modules/@fontsource/${name}/files/${file}`), { type: 'font/woff2' });
        rules += `@font-face { font-family: "stage ${name}"; src: url("/fonts/${file}"); font-weight: ${weight}; }\n`;
      }
    }
    const families = sources.map(([name]) => `"stage ${name}"`).join(', ');
    rules += `:root { --stage-${family}: ${families}; }\n`;
  }
  return rules;
}

/**
 * Arabic letters for Latin ones: the result is nonsense, but the letters are joined and run from
 * right to left.
 */
const LETTERS = {
  a: 'ا',
  b: 'ب',
  c: 'ج',
  d: 'د',
  e: 'ه',
  f: 'ف',
  g: 'غ',
  h: 'ح',
  i: 'ي',
  j: 'خ',
  k: 'ك',
  l: 'ل',
  m: 'م',
  n: 'ن',
  o: 'و',
  p: 'ة',
  q: 'ق',
  r: 'ر',
  s: 'س',
  t: 'ت',
  u: 'ع',
  v: 'ط',
  w: 'ص',
  x: 'ش',
  y: 'ى',
  z: 'ز',
};
const pseudo = (text) =>
  text
    .replaceAll(/\{[^}]*\}|[a-z]/gi, (it) => LETTERS[it.toLowerCase()] ?? it)
    .replaceAll(',', '،')
    .replaceAll('?', '؟');

/** Keys whose values are not text for readers. */
const NAMES = [
  'format',
  'id',
  'version',
  'lang',
  'key',
  'strength',
  'asOf',
  'reviewBy',
  'url',
  'points',
  'minAnswered',
];

function pseudoDocument(value, key) {
  if (typeof value === 'string') return NAMES.includes(key) ? value : pseudo(value);
  if (Array.isArray(value)) return value.map((item) => pseudoDocument(item, key));
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pseudoDocument(item, key)]));
  }
  return value;
}

/** The built-in questionnaire with certainty asked and one misconception contested. */
function full() {
  const document = structuredClone(questionnaire);
  document.certainty = { levels: 4 };
  document.misconceptions[4].evidence = { strength: 'contested', asOf: '2026-11' };
  return document;
}

/** Answers in the order of the misconceptions, with certainty 1 to 4 if given. */
function answered(document, agreements, certainties = []) {
  const answers = {};
  document.misconceptions
    .flatMap((it) => it.statements)
    .forEach(({ id }, index) => {
      const agreement = agreements[index];
      if (agreement === undefined) return;
      const certainty = certainties[index % certainties.length];
      answers[id] = certainty && agreement !== 'dontKnow' ? { agreement, certainty } : { agreement };
    });
  return answers;
}

/** Held and sure, leaning, unsure, not held, too few answers. */
const MIXED = [5, 1, 4, 2, 'dontKnow', 3, 1, 5, 4];
const CERTAIN = [4, 3, 2, 4];

const element = `const element = document.querySelector('misconception-scorecard');`;
const finish = async (browser, document, agreements, certainties) => {
  await browser.run(`${element} element.answers = arguments[0]`, answered(document, agreements, certainties));
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
  await browser.extras();
  // The tap puts the focus on the heading; pictures show no focus.
  await browser.run('document.activeElement.blur(); scrollTo(0, 0)');
};
/** Moves on from a step and waits for the next. */
const next = async (browser) => {
  const step = await browser.text('.progress');
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
  await browser.until(
    `${ROOT} return root.querySelector('.progress')?.innerText !== arguments[0]`,
    'the next step',
    step,
  );
};
const choose = (browser, point) =>
  browser.run(`${ROOT} root.querySelectorAll('.answers input')[arguments[0]].click()`, point - 1);
/**
 * Presses the button with this name on a scorecard with its extras, and removes the focus, which
 * pictures do not show.
 */
const press = async (browser, name) => {
  await browser.run(`${ROOT} root.querySelector('[name="' + arguments[0] + '-0"]').click()`, name);
  await browser.run('document.activeElement.blur(); scrollTo(0, 0)');
};
/** Writes in the field with this id and presses the button; both need the extras. */
const write = (browser, id, button, text = 'It is what I see, and nobody has said otherwise.') =>
  browser.run(
    `${ROOT} root.querySelector('#' + arguments[0]).value = arguments[2]; root.querySelector('#' + arguments[1]).click()`,
    id,
    button,
    text,
  );
const open = (browser) => browser.run(`${ROOT} for (const it of root.querySelectorAll('details')) it.open = true`);

/**
 * By name: the document, the attributes, the fragment of the page's URL, and the way from the first
 * screen.
 */
export const SCREENS = {
  first: {},
  // Not the first statement: without the introduction, and with a way back.
  statement: {
    attributes: 'advance="manual"',
    go: async (browser) => {
      for (const point of [5, 2, 4]) {
        await choose(browser, point);
        await next(browser);
      }
      await browser.run('document.activeElement.blur(); scrollTo(0, 0)');
    },
  },
  chosen: {
    attributes: 'advance="manual"',
    go: (browser) => browser.tap('.answers label', 3),
  },
  certainty: {
    document: full(),
    go: async (browser) => {
      await browser.tap('.answers label', 1);
      // Choose as the keyboard does, once the tap is over: a tap would move on.
      await new Promise((later) => setTimeout(later, 100));
      await browser.run(`${ROOT} root.querySelectorAll('.certainty input')[2].click()`);
    },
  },
  list: { attributes: 'layout="list"' },
  refutation: {
    attributes: 'feedback="each"',
    go: async (browser, document) => {
      await browser.run(`${element} element.answers = arguments[0]`, answered(document, [5, 2]));
      for (const [place, more] of [
        [' 1 ', '.statement'],
        [' 2 ', '.statement'],
        ['', '.fact'],
      ]) {
        const script = `${ROOT} return root.querySelector(arguments[1]) !== null
          && (root.querySelector('.progress')?.innerText ?? '').includes(arguments[0])`;
        await browser.until(script, more, place, more);
        if (more === '.statement') await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
      }
    },
  },
  scorecard: {
    attributes: 'layout="list"',
    go: (browser, document) => finish(browser, document, MIXED),
  },
  'scorecard open': {
    document: full(),
    attributes: 'layout="list"',
    go: async (browser, document) => {
      await finish(browser, document, [...MIXED, 2], CERTAIN);
      await open(browser);
    },
  },
  'scorecard empty': {
    attributes: 'layout="list"',
    go: (browser, document) => finish(browser, document, []),
  },
  'scorecard straight': {
    attributes: 'layout="list"',
    go: (browser, document) => finish(browser, document, Array(10).fill(4)),
  },
  // Remarks of a reader, down to the end: a longer scorecard would not fit into a picture.
  'scorecard said': {
    document: small(),
    attributes: 'layout="list"',
    go: async (browser, document) => {
      await finish(browser, document, [5, 4]);
      await open(browser);
      await write(browser, 'suggestion', 'suggest-0');
      await browser.run(`${ROOT} root.querySelector('#begin-0').click()`);
      await write(browser, 'reason-0', 'dispute-0');
      // The server's port is different each time.
      await browser.run(`${ROOT} root.querySelector('#begin-1').click(); root.activeElement.blur(); scrollTo(0, 1e6);
        root.querySelector('#address').value = 'https://example.com/#scorecard=small.hKHeFEWjGKA'`);
    },
  },
  // True or false, one statement per misconception: no line is drawn.
  'scorecard flat': {
    document: small({ scale: { points: 2 } }),
    attributes: 'layout="list"',
    go: (browser, document) => finish(browser, document, [2, 1]),
  },
  'changing an answer': {
    document: small(),
    attributes: 'layout="list"',
    go: async (browser, document) => {
      await finish(browser, document, [5, 4]);
      await press(browser, 'change');
    },
  },
  'answering again': {
    attributes: 'advance="manual"',
    document: small(),
    go: async (browser) => {
      for (const point of [5, 1]) {
        await choose(browser, point);
        await next(browser);
      }
      await browser.extras();
      await press(browser, 'again');
    },
  },
  'scorecard compared': {
    attributes: 'layout="list"',
    go: async (browser, document) => {
      await finish(browser, document, MIXED);
      await press(browser, 'again');
      await finish(browser, document, [1, 5, 4, 2, 5, 1, 3, 3, 5, 1]);
    },
  },
  'scorecard shared': {
    fragment: (document) => answersFragment(document, answered(document, MIXED)),
    go: followed,
  },
  'link damaged': {
    fragment: (document) => `${answersFragment(document, answered(document, MIXED)).slice(0, -2)}AA`,
    go: followed,
  },
  start: { attributes: 'load="click"', waits: true },
};

/** Variants of a screen: settings of page and browser. */
export const VARIANTS = {
  light: {},
  dark: { media: { scheme: 'dark' } },
  narrow: { size: [320, 800] },
  'right to left': { isPseudo: true },
  forced: { media: { forced: true } },
};

/** The array of English messages in a minified script, with any kind of quotes. */
const LIST = /(?<=\ben:)(\[(?:"(?:[^"\\]|\\.)*",?|'(?:[^'\\]|\\.)*',?|`(?:[^`\\]|\\.)*`,?)*\])/;

/** Shows a screen in a variant, in the way a reader gets there. */
export async function show(browser, screen, { media = {}, size = [640, 1000], isPseudo = false, css = '' } = {}) {
  const { document = questionnaire, attributes = '', fragment, go = () => {}, waits = false } = SCREENS[screen];
  const shown = isPseudo ? { ...pseudoDocument(document), lang: 'ar' } : document;
  const dist = readdirSync(new URL('pkg/dist/', top));
  const name = dist.find((it) => it.startsWith('messages-en'));
  const { default: messages } = await import(new URL(`pkg/dist/${name}`, top));
  const spoken = isPseudo ? messages.map(pseudo) : messages;
  browser.serve(`/scorecard/${name}`, `export default ${JSON.stringify(spoken)};`, { type: 'text/javascript' });
  // The script of the extras contains their messages.
  const extras = dist.find((it) => it.startsWith('extras-') && it.endsWith('.js'));
  const inside = read(`pkg/dist/${extras}`).toString().split(LIST);
  if (inside.length !== 3) throw new Error('the English messages of the extras are in one place');
  if (isPseudo) inside[1] = JSON.stringify(new Function(`return ${inside[1]}`)().map(pseudo));
  browser.serve(`/scorecard/${extras}`, inside.join(''), { type: 'text/javascript' });
  const [lang, dir] = isPseudo ? ['ar', 'rtl'] : ['en', 'ltr'];
  browser.serve(
    '/stage.html',
    `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><title>Stage</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>${fonts(browser)}
:root { color-scheme: light dark; }
body { margin: 0; padding: 16px; font: 17px/1.6 var(--stage-serif); background: Canvas; color: CanvasText; }
h1 { font-size: 1em; margin: 0 0 16px; }
misconception-scorecard { --scorecard-sans: var(--stage-sans); }
${css}</style>
<main><h1>Stage</h1><misconception-scorecard ${waits ? '' : 'load="now"'} ${attributes}><p>Fallback</p>
<script type="application/json">${JSON.stringify(shown).replaceAll('<', '\\u003c')}</script></misconception-scorecard></main>
<script type="module" src="/scorecard/scorecard.js"></script></html>`,
  );
  await browser.media(media);
  await browser.resize(...size);
  await browser.visit(`/stage.html${fragment ? fragment(document) : ''}`);
  if (waits) await browser.until(`${ROOT} return root.querySelector('button') !== null`);
  else await browser.ready();
  await go(browser, document);
  await browser.run('return document.fonts.ready.then(() => null)');
}
