/**
 * The pages with this widget, as the owner of a site would write them: their HTML, and the built
 * files that they load. Knows the package's README; must not know where the files are or what is
 * measured.
 */
import { page } from '../shared/page.mjs';
import { questionnaire } from './questionnaire.mjs';

const FALLBACK = '<p>Five misconceptions about social media, as a questionnaire.</p>';
/**
 * `debug="off"` keeps out the help for authors, which otherwise loads on a local machine only, such
 * as this one.
 */
const ATTRIBUTES = { lang: 'en', debug: 'off' };

const tag = (attributes, children) => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<misconception-scorecard${written.join('')}>${children}</misconception-scorecard>`;
};
const script = (file) => `<script type="module" src="${file}"></script>`;
const body = tag(ATTRIBUTES, FALLBACK);
/** The space that a page should reserve, according to the README. */
const ROOM = '<style>misconception-scorecard{display:flow-root;min-block-size:max(54rem,86rem - 80vw)}</style>';

/** The script for one language: contains the first screen and loads the rest. */
const ONE = 'scorecard.en.js';
/** Everything in one classic script. */
const WHOLE = 'scorecard.standalone.js';
/** The embed script, which loads what it needs. */
const SPLIT = 'scorecard.js';

/**
 * The pages by name of their entry. `adapter` is one of adapters.mjs. `make(dist)` returns `{ html,
 * files }`. `dist` finds built files: `one(name)` and `hashed(name, extension)` return a file's
 * name and throw if it is missing; `parts()` returns everything that an embed script may request;
 * `core()` imports the core; and `bundle(questionnaire, out)` makes a script with a questionnaire
 * in it.
 */
export const PAGES = {
  'ours-one': {
    title: 'This widget, one language',
    note: 'The first screen is in the script, which fetches the module, the words and the questionnaire (ten statements, one a page).',
    adapter: 'paged',
    make: (dist) => ({ html: page({ head: ROOM + script(dist.one(ONE)), body }), files: [ONE, ...dist.parts()] }),
  },
  'ours-split': {
    title: 'This widget, as pasted',
    note: 'A script that fetches the first screen, the module, the words and the questionnaire together.',
    adapter: 'paged',
    make: (dist) => ({ html: page({ head: ROOM + script(dist.one(SPLIT)), body }), files: [SPLIT, ...dist.parts()] }),
  },
  'ours-hints': {
    title: 'This widget, with hints',
    note: 'As pasted, and the page names beforehand what the script will ask for.',
    adapter: 'paged',
    make(dist) {
      const hints = [
        `<link rel="modulepreload" href="${dist.hashed('first-screen-en', 'js')}">`,
        `<link rel="modulepreload" href="${dist.hashed('widget', 'js')}">`,
        `<link rel="modulepreload" href="${dist.hashed('messages-en', 'js')}">`,
        `<link rel="modulepreload" href="${dist.hashed('social-media-en', 'js')}">`,
        `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="${dist.hashed('scorecard', 'wasm')}">`,
      ];
      const head = [ROOM, ...hints, script(dist.one(SPLIT))].join('\n');
      return { html: page({ head, body }), files: [SPLIT, ...dist.parts()] };
    },
  },
  'ours-prerendered': {
    title: 'This widget, pre-rendered',
    note: 'The first screen is in the page, in a declarative shadow root; the script of one language takes it over.',
    adapter: 'paged',
    async make(dist) {
      const { renderToString } = await dist.core();
      if (!renderToString) throw new Error('core.js has no renderToString');
      const { lang, ...attributes } = ATTRIBUTES;
      const rendered = await renderToString(undefined, { lang, shadow: true, attributes });
      return { html: page({ head: ROOM + script(dist.one(ONE)), body: rendered }), files: [ONE, ...dist.parts()] };
    },
  },
  'ours-own': {
    title: 'This widget, a questionnaire of one’s own',
    note: 'The five statements of all the others, one a page, in a script made by the command `bundle`; the rest beside it.',
    adapter: 'paged',
    make(dist, out) {
      dist.bundle(questionnaire, out);
      return { html: page({ head: ROOM + script('mine.js'), body }), files: [] };
    },
  },
  'ours-js': {
    title: 'This widget, without WebAssembly',
    note: 'As pasted, in a browser that lets nobody have WebAssembly: the core comes as JavaScript.',
    adapter: 'paged',
    make(dist) {
      dist.hashed('fallback', 'js');
      const head = `${ROOM}<script>delete globalThis.WebAssembly</script>\n${script(dist.one(SPLIT))}`;
      return { html: page({ head, body }), files: [SPLIT, ...dist.parts()] };
    },
  },
  'ours-list': {
    title: 'This widget, the peers’ content',
    note: 'The five statements of all the others at once, from a questionnaire in the page; everything else in one script.',
    adapter: 'list',
    make(dist) {
      // Escaped, so that no string in it can end the script.
      const document = JSON.stringify(questionnaire).replaceAll('<', '\\u003c');
      const children = `<script type="application/json">${document}</script>${FALLBACK}`;
      const body = tag({ ...ATTRIBUTES, layout: 'list' }, children);
      const head = `${ROOM}<script src="${dist.one(WHOLE)}"></script>`;
      return { html: page({ head, body }), files: [WHOLE, ...dist.parts()] };
    },
  },
};
