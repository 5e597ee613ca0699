/**
 * The ways to publish: a script, a page, a folder for a site, a link. Knows the name of each way
 * and its instructions; the modules in publish/ make the files.
 */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { csvOf } from '../data/table.js';
import { pointerOf } from '../data/pointers.js';
import * as desk from '../desk.js';
import { COLUMNS, rowsOfScorecard } from '../import/columns.js';
import { loadCatalogue, t, translated } from '../texts/words.js';
import { Button, Choice, More, Select } from './parts.js';
import { Make, Snippet, Steps, useChosen, useLanguage, usePaste } from './publish-parts.js';
import { snippet } from '../publish/beside.js';
import { attributesOf, escaped } from '../publish/snippets.js';
import { fitted, pluginScript, readRecipes } from '../publish/recipes.js';
import { nameOf, pageZip, pluginTag, pluginZip, scriptOf, siteZip, taken } from '../publish/made.js';
import { pack } from '../publish/link.js';

/** The ways that most authors want, and the others, which are folded. */
const USUAL = ['one', 'page', 'wordpress', 'link'];
const OTHERS = ['site', 'table', 'command'];
/** The length above which some programs cut off links, in characters. */
const LONG_LINK = 8000;

export function Publish(/** @type {any} */ { state, report }) {
  const [way, setWay] = useChosen(state.id, 'way', 'one');
  const steps = useRef(/** @type {any} */ (null));
  // On a phone the steps are below the choice and not visible, so they are scrolled into view.
  const choose = (it) => {
    setWay(it);
    setTimeout(() => steps.current?.scrollIntoView({ block: 'nearest' }));
  };
  const { document, look = {} } = state;
  const isReady = report.isOk && report.checked === document;
  const Way = { one: One, page: Page, wordpress: WordPress, site: Site, link: Link, table: Table, command: Command }[
    way
  ];
  return h(
    'div',
    { class: 'section publish' },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.publish.title)),
    h(Ways, { ways: USUAL, way, choose }),
    h(More, { title: t.publish.others, isOpen: OTHERS.includes(way) }, h(Ways, { ways: OTHERS, way, choose })),
    way !== 'link' &&
      way !== 'table' &&
      !isReady &&
      h('p', { class: 'not-yet', role: 'status' }, report.isOk || !report.isDone ? t.left.checking : t.publish.notYet),
    h('div', { class: 'way', key: way, ref: steps }, h(Way, { id: state.id, document, look, isReady })),
  );
}

const Ways = (/** @type {any} */ { ways, way, choose }) =>
  h(
    'ul',
    { class: 'ways-out', role: 'list' },
    ways.map((it) =>
      h(
        'li',
        { key: it },
        h(
          'button',
          {
            type: 'button',
            'aria-current': it === way ? 'true' : undefined,
            'data-way': it,
            onClick: () => choose(it),
          },
          h('strong', null, t.publish.ways[it][0]),
          h('small', null, t.publish.ways[it][1]),
        ),
      ),
    ),
  );

function One(/** @type {any} */ { id, document, look, isReady }) {
  const name = `${nameOf(document)}.js`;
  const { address, lines } = usePaste({ id, way: 'one', document, look, name });
  const words = t.publish.one;
  const make = () => scriptOf(document, look, desk.page.core);
  return [
    h('p', { key: 'only' }, words.only),
    h(Steps, {
      key: 'steps',
      steps: [
        h(
          'div',
          null,
          h('p', null, words.save),
          h(Make, { label: words.make(name), name, type: 'text/javascript', isReady, make }),
        ),
        h('div', null, h('p', null, words.upload), h('p', { class: 'help' }, words.refused)),
        address,
        h('div', null, h('p', null, words.paste), lines),
        h('p', null, words.try),
      ],
    }),
    taken(document).length < 1 + Object.keys(document.translations ?? {}).length &&
      h('p', { key: 'without', class: 'help' }, words.without),
  ];
}

function Page(/** @type {any} */ { id, document, look, isReady }) {
  const name = `${nameOf(document)}.zip`;
  const script = `${nameOf(document)}.js`;
  const { address, lines } = usePaste({ id, way: 'page', document, look, name: script });
  const words = t.publish.page;
  const make = () => pageZip(document, look, desk.page.core, words.comment);
  return h(Steps, {
    steps: [
      h(
        'div',
        null,
        h('p', null, words.save(nameOf(document))),
        h(Make, { label: words.make(name), name, type: 'application/zip', isReady, make }),
      ),
      h('div', null, h('p', null, words.upload), h('p', { class: 'help' }, words.noSpace)),
      h('p', null, words.link),
      h('div', null, h('p', null, words.paste), address, lines),
    ],
  });
}

function useRecipes() {
  const [recipes, setRecipes] = useState(/** @type {any[] | undefined} */ (undefined));
  const [failure, setFailure] = useState('');
  useEffect(() => {
    Promise.all([readRecipes(), loadCatalogue('hosts')]).then(
      ([read]) => setRecipes(read),
      ({ message }) => setFailure(message),
    );
  }, []);
  return { recipes, failure };
}

function WordPress(/** @type {any} */ { id, document, look, isReady }) {
  const { recipes, failure } = useRecipes();
  const { lang, choice } = useLanguage(id, document);
  const words = t.publish.wordpress;
  const name = 'scorecard-embed.zip';
  const tag = pluginTag(document, look, lang);
  const marked = tag
    .replace('<misconception-scorecard', '<div data-misconception-scorecard')
    .replace('</misconception-scorecard>', '</div>')
    .replace(/ (src|lang|layout|advance|feedback|order|theme)="/g, ' data-$1="');
  if (failure) return h('p', null, t.publish.failed(failure));
  return [
    h(Steps, {
      key: 'steps',
      steps: [
        h(
          'div',
          null,
          h('p', null, words.save),
          h(Make, {
            label: words.make,
            name,
            type: 'application/zip',
            isReady: isReady && recipes !== undefined,
            make: () => pluginZip(document, pluginScript(recipes)),
          }),
        ),
        h('div', null, h('p', null, words.upload), h('p', { class: 'help' }, words.again)),
        h('div', null, h('p', null, words.paste), choice, h(Snippet, { text: tag, label: t.publish.snippet })),
      ],
    }),
    h('h3', { key: 'nothing' }, words.nothing),
    h('p', { key: 'stays' }, words.stays),
    h(Snippet, { key: 'marked', text: marked, label: words.forAuthors }),
    h('h3', { key: 'answers' }, words.answers),
    h('p', { key: 'whole' }, words.whole, ' ', h('a', { href: 'hosts.html#wordpress', hreflang: 'en' }, words.how)),
  ];
}

function Site(/** @type {any} */ { document, look, isReady }) {
  const { recipes, failure } = useRecipes();
  const [host, setHost] = useState('plain');
  const words = t.publish.site;
  const file = `${nameOf(document)}.json`;
  const name = `${nameOf(document)}-site.zip`;
  const own = { src: escaped(`/${encodeURI(file)}`), lang: escaped(document.lang), title: escaped(document.title) };
  const recipe = recipes?.find(({ id }) => id === host);
  return [
    h('p', { key: 'save' }, words.save(file)),
    h(Make, {
      key: 'make',
      label: words.make(name),
      name,
      type: 'application/zip',
      isReady,
      make: () => siteZip(document),
    }),
    failure && h('p', { key: 'failure' }, t.publish.failed(failure)),
    recipes &&
      h(Select, {
        key: 'host',
        at: 'publish-host',
        label: words.host,
        value: host,
        options: recipes.map((it) => [it.id, translated('hosts', it.name).text]),
        choose: setHost,
      }),
    recipe && h(Recipe, { key: host, recipe, own }),
    h(OnePage, { key: 'one', document, look, file }),
  ];
}

/** The instructions for one kind of site. The snippets are the same in every language. */
function Recipe(/** @type {any} */ { recipe, own }) {
  const words = t.publish.site;
  return h(
    'div',
    { class: 'recipe' },
    recipe.parts.map(({ text, heading, code }, index) => {
      if (code !== undefined) return h(Snippet, { key: index, text: fitted(code, own), label: words.part(index + 1) });
      const said = translated('hosts', heading ?? text);
      return h(heading ? 'h3' : 'p', { key: index, lang: said.lang }, said.text);
    }),
  );
}

/** The tag for a single page, with the questionnaire beside the page or inside the tag. */
function OnePage(/** @type {any} */ { document, look, file }) {
  const [where, setWhere] = useState('beside');
  const words = t.publish.site;
  const isInside = where === 'inside';
  return [
    h(Choice, {
      key: 'where',
      at: 'publish-where',
      label: words.where,
      value: where,
      options: words.wheres,
      isRow: true,
      choose: setWhere,
    }),
    h('p', { key: 'tag' }, isInside ? words.inside : words.tag(file)),
    h(Snippet, {
      key: 'own',
      text: snippet({
        document,
        text: desk.page.textOf(desk.page.store.get()),
        name: file,
        isInside,
        attributes: { lang: document.lang, ...attributesOf(look) },
      }),
      label: t.publish.snippet,
    }),
  ];
}

function Link(/** @type {any} */ { document, look }) {
  const [made, setMade] = useState({ document: undefined, address: '' });
  const words = t.publish.link;
  const make = async () => {
    const address = `${location.origin}${location.pathname}#${await pack({ document, look })}`;
    setMade({ document, address });
  };
  const isCurrent = made.document === document;
  return [
    h('p', { key: 'what' }, words.what),
    h('p', { key: 'make', class: 'make' }, h(Button, { kind: 'main', label: words.make, act: make })),
    isCurrent && h(Snippet, { key: 'link', text: made.address, label: words.link }),
    isCurrent &&
      made.address.length > LONG_LINK &&
      h('p', { key: 'long', class: 'help' }, words.long(made.address.length)),
  ];
}

function Table(/** @type {any} */ { document }) {
  const { rows, left } = rowsOfScorecard(document);
  const name = `${nameOf(document)}.csv`;
  const words = t.publish.table;
  const named = (key) => words.parts[key] ?? t.quoted(t.where(pointerOf(key), document));
  return [
    h('p', { key: 'what' }, words.what),
    h(Make, {
      key: 'make',
      label: words.make(name),
      name,
      type: 'text/csv',
      isReady: true,
      make: async () => csvOf(rows, COLUMNS),
    }),
    left.length > 0 && h('p', { key: 'left', class: 'help' }, words.left(left.map(named))),
  ];
}

function Command(/** @type {any} */ { document, isReady }) {
  const file = `${nameOf(document)}.json`;
  const words = t.publish.command;
  return h(Steps, {
    steps: [
      h(
        'div',
        null,
        h('p', null, words.save),
        h(Make, {
          label: words.make(file),
          name: file,
          type: 'application/json',
          isReady: true,
          make: async () => `${JSON.stringify(document, null, 2)}\n`,
        }),
      ),
      h(
        'div',
        null,
        h('p', null, words.run),
        h(Snippet, { text: `npx misconception-scorecard bundle ${file}`, label: words.label }),
      ),
      !isReady && h('p', null, words.errors),
    ].filter(Boolean),
  });
}
