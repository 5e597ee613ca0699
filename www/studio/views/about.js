/**
 * The sections for everything but the misconceptions: what the scorecard is about, and what else is
 * on it. Knows the top-level keys of a questionnaire; answers.js has the section on how readers
 * answer.
 */
import { h } from 'preact';
import { asList, asMap, asText } from '../data/pointers.js';
import { addressOf } from '../data/tidy.js';
import * as desk from '../desk.js';
import { languageOptions, t } from '../texts/words.js';
import { Other, numberOf } from './other.js';
import { Button, Field, Group, More, Select, Tick, isAnyWritten } from './parts.js';

export const explain = (at) => () => desk.page.explain(at);

/** A field for a text at the top of the questionnaire, or in one of its objects there. */
export function text(
  document,
  places,
  at,
  value,
  { isNeeded = false, isLong = true, own = at.slice(1).replace('/', '-'), ...more } = /** @type {any} */ ({}),
) {
  return h(Field, {
    key: at,
    at,
    ...t.fields[own],
    value: asText(value),
    lang: document.lang,
    isLong,
    isOptional: !isNeeded,
    notes: places.get(at),
    more: explain(at),
    write: (it, how) => desk.write(at, it, { isNeeded, ...how }),
    ...more,
  });
}

export function About(/** @type {any} */ { document, places }) {
  const known = ['title', 'intro', 'lang', 'privacy', 'markup', 'scale', 'certainty', 'minAnswered', 'cutoffs'];
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.about.title)),
    h(Group, {
      at: '',
      title: t.about.whole,
      notes: places.get(''),
      children: [
        text(document, places, '/title', document.title, { isNeeded: true }),
        text(document, places, '/intro', document.intro),
        h(Select, {
          key: 'lang',
          at: '/lang',
          ...t.fields.lang,
          value: document.lang,
          options: languageOptions(document.lang),
          notes: places.get('/lang'),
          more: explain('/lang'),
          choose: (lang) => desk.write('/lang', lang),
        }),
        h(
          More,
          { key: 'more', title: t.about.more, isOpen: isAnyWritten(document, ['privacy', 'markup']) },
          text(document, places, '/privacy', document.privacy),
          h(Tick, {
            at: '/markup',
            ...t.fields.markup,
            value: document.markup === 'inline',
            notes: places.get('/markup'),
            choose: (it) => desk.write('/markup', it ? 'inline' : undefined),
          }),
        ),
        h(Other, {
          key: 'other',
          at: '',
          value: document,
          known: [...known, 'misconceptions', 'outcomes', 'suggestions', 'credits', 'share'],
          places,
        }),
      ],
    }),
  );
}

export function OnScorecard(/** @type {any} */ { document, places }) {
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.scorecard.title)),
    h(Items, {
      at: '/outcomes',
      list: document.outcomes,
      fields: ['from', 'title', 'text', 'unsure'],
      item: { from: asList(document.outcomes).length, title: '' },
      document,
      places,
    }),
    h(Items, {
      at: '/suggestions',
      list: document.suggestions,
      fields: ['text', 'by', 'answer'],
      item: { text: '', answer: '' },
      document,
      places,
    }),
    h(Group, {
      at: '/share',
      title: t.scorecard.share,
      notes: places.get('/share'),
      children: text(document, places, '/share/text', asMap(document.share).text),
    }),
    h(Group, {
      at: '/credits',
      title: t.scorecard.credits,
      notes: places.get('/credits'),
      children: ['text', 'url', 'licence'].map((key) =>
        text(document, places, `/credits/${key}`, asMap(document.credits)[key], {
          isLong: key === 'text',
          ...(key !== 'text' && { lang: undefined }),
          ...(key === 'url' && { type: 'url', tidy: addressOf }),
        }),
      ),
    }),
  );
}

const NEEDED = { outcomes: ['from', 'title'], suggestions: ['text', 'answer'] };

/** The cards for an array of objects at the top of the questionnaire. */
function Items(/** @type {any} */ { at, list, fields, item, document, places }) {
  const name = at.slice(1);
  const words = t.scorecard[name];
  return h(Group, {
    at,
    title: words.title,
    help: words.help,
    notes: places.get(at),
    children: [
      h(
        'ol',
        { class: 'cards', key: 'list' },
        asList(list).map((value, index) => h(Item, { key: index, at, index, value, fields, document, places })),
      ),
      h(Button, {
        key: 'add',
        kind: 'add',
        label: words.add,
        act: () => desk.add(at, item, undefined, name === 'outcomes' ? 'title' : 'text'),
      }),
    ],
  });
}

function Item(/** @type {any} */ { at, index, value, fields, document, places }) {
  const own = `${at}/${index}`;
  const name = at.slice(1);
  const what = t.scorecard[name].numbered(index + 1);
  const field = (key) => {
    const isNeeded = NEEDED[name].includes(key);
    const isNumber = key === 'from' || key === 'unsure';
    return text(document, places, `${own}/${key}`, asMap(value)[key], {
      own: `${name}-${key}`,
      isNeeded,
      isLong: !isNumber && key !== 'by',
      ...(isNumber && {
        type: 'number',
        lang: undefined,
        write: (it) => desk.write(`${own}/${key}`, numberOf(it), { isNeeded }),
      }),
    });
  };
  return h(
    'li',
    { class: 'card', 'data-at': own },
    fields.map(field),
    h(
      'div',
      { class: 'acts' },
      h(Button, {
        kind: 'quiet',
        label: t.up,
        name: t.moveUp(what),
        disabled: index === 0,
        act: () => desk.move(at, index, index - 1),
      }),
      h(Button, {
        kind: 'quiet',
        label: t.remove,
        name: t.removeIt(what),
        act: () => desk.remove(at, index, t.removed(what)),
      }),
    ),
    h(Other, { at: own, value: asMap(value), known: fields, places }),
  );
}
