/**
 * The sections beside the misconceptions: what the scorecard is about, how readers answer, and what stands on the scorecard
 * besides. Knows the keys at the top of a questionnaire.
 */
import { h } from 'preact';
import { LABELS } from '../../../pkg/command/draft-texts.js';
import { asList, asMap, asText } from '../data/pointers.js';
import * as desk from '../desk.js';
import { languageOptions, t } from '../texts/words.js';
import { Other, numberOf } from './other.js';
import { Button, Field, Group, More, Select, Tick, isAnyWritten } from './parts.js';

const explain = (at) => () => desk.page.explain(at);

/** A text at the top of the questionnaire, or in one of its maps. */
function text(
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
    write: (it) => desk.write(at, it, { isNeeded }),
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

export function Answers(/** @type {any} */ { document, places }) {
  const scale = asMap(document.scale);
  const points = scale.points ?? 5;
  const labels = asList(scale.labels);
  const setPoints = (number) => {
    const words = LABELS[/^n[bno]/.test(document.lang) ? 'nb' : 'en'][number];
    const own =
      labels.length === number ? labels : number === 2 || number === 5 ? undefined : (words ?? Array(number).fill(''));
    const next = { ...scale, points: number, labels: own };
    desk.write('/scale', withoutNothing(number === 5 ? { ...next, points: undefined } : next));
  };
  const certainty = asMap(document.certainty);
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.answers.title)),
    h(Group, {
      at: '/scale',
      title: t.answers.scale,
      notes: places.get('/scale'),
      children: [
        h(Select, {
          key: 'points',
          at: '/scale/points',
          ...t.fields.points,
          value: points,
          options: t.answers.points,
          notes: places.get('/scale/points'),
          more: explain('/scale/points'),
          choose: (value) => setPoints(Number(value)),
        }),
        h(Labels, {
          key: 'labels',
          map: 'scale',
          value: scale,
          count: points,
          document,
          places,
          isNeeded: points !== 2 && points !== 5,
        }),
        h(Tick, {
          key: 'dontKnow',
          at: '/scale/dontKnow',
          ...t.fields.dontKnow,
          value: scale.dontKnow !== false,
          notes: places.get('/scale/dontKnow'),
          choose: (it) => desk.write('/scale/dontKnow', it ? undefined : false),
        }),
        h(Other, { key: 'other', at: '/scale', value: scale, known: ['points', 'labels', 'dontKnow'], places }),
      ],
    }),
    h(Group, {
      at: '/certainty',
      title: t.answers.certainty,
      notes: places.get('/certainty'),
      children: [
        h(Tick, {
          key: 'tick',
          at: '/certainty-asked',
          ...t.answers.askCertainty,
          value: document.certainty !== undefined,
          choose: (it) => desk.write('/certainty', it ? { levels: 4 } : undefined),
        }),
        document.certainty !== undefined &&
          h(Labels, {
            key: 'labels',
            map: 'certainty',
            value: certainty,
            count: certainty.levels ?? 4,
            document,
            places,
            isNeeded: (certainty.levels ?? 4) !== 4,
          }),
        document.certainty !== undefined &&
          h(Other, {
            key: 'other',
            at: '/certainty',
            value: certainty,
            known: ['labels'],
            places,
            isOpen: hasNotes(places, '/certainty/'),
          }),
      ],
    }),
    h(Group, {
      at: '/minAnswered',
      title: t.answers.enough,
      children: h(Select, {
        at: '/minAnswered-choice',
        ...t.fields.minAnswered,
        value: document.minAnswered ?? 'majority',
        options: t.answers.minAnswered,
        notes: places.get('/minAnswered'),
        more: explain('/minAnswered'),
        choose: (value) => desk.write('/minAnswered', value === 'majority' ? undefined : value),
      }),
    }),
    h(Group, {
      at: '/cutoffs',
      title: t.answers.cutoffs,
      help: t.answers.cutoffsHelp,
      notes: places.get('/cutoffs'),
      children: h(
        More,
        { title: t.answers.change, isOpen: document.cutoffs !== undefined },
        ['held', 'leaning', 'unsure'].map((key) =>
          h(Field, {
            key,
            at: `/cutoffs/${key}`,
            ...t.fields[`cutoffs-${key}`],
            type: 'number',
            value: asMap(document.cutoffs)[key] ?? '',
            isOptional: true,
            notes: places.get(`/cutoffs/${key}`),
            more: explain(`/cutoffs/${key}`),
            write: (it) => desk.write(`/cutoffs/${key}`, numberOf(it)),
          }),
        ),
        h(Other, { at: '/cutoffs', value: asMap(document.cutoffs), known: ['held', 'leaning', 'unsure'], places }),
      ),
    }),
  );
}

const hasNotes = (places, start) => [...places.keys()].some((at) => at.startsWith(start));
const withoutNothing = (map) => Object.fromEntries(Object.entries(map).filter(([, it]) => it !== undefined));

/** The words of answers, where they are the author's own. */
function Labels(/** @type {any} */ { map, value, count, document, places, isNeeded }) {
  const at = `/${map}/labels`;
  const labels = asList(value.labels);
  const hasOwn = value.labels !== undefined;
  return h(
    'div',
    { class: 'labels', 'data-at': at },
    !isNeeded &&
      h(Tick, {
        at: `${at}-own`,
        ...t.answers.ownWords,
        value: hasOwn,
        choose: (it) => desk.write(at, it ? Array(count).fill('') : undefined),
      }),
    (hasOwn || isNeeded) &&
      h(Group, {
        at,
        title: t.answers.words,
        level: 4,
        notes: places.get(at),
        children: Array.from({ length: Math.max(labels.length, 0) }, (_, index) =>
          text(document, places, `${at}/${index}`, labels[index], {
            isNeeded: true,
            isLong: false,
            label: t.answers.label(index + 1, labels.length),
            own: 'none',
          }),
        ),
      }),
    isNeeded &&
      labels.length !== count &&
      h(Button, {
        kind: 'add',
        label: t.answers.giveWords,
        act: () =>
          desk.write(
            at,
            Array.from({ length: count }, (_, index) => labels[index] ?? ''),
          ),
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
        }),
      ),
    }),
  );
}

const NEEDED = { outcomes: ['from', 'title'], suggestions: ['text', 'answer'] };

/** A list of maps at the top of the questionnaire. */
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
        asList(list).map((value, index) => {
          const own = `${at}/${index}`;
          const what = words.numbered(index + 1);
          return h(
            'li',
            { class: 'card', key: index, 'data-at': own },
            fields.map((key) => {
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
            }),
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
        }),
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
