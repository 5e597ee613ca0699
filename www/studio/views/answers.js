/**
 * How readers answer: the answers to choose from, the levels of certainty, how many answers a
 * verdict needs, and the cutoffs between verdicts. Knows the keys for these.
 */
import { h } from 'preact';
import { LABELS } from '../../../pkg/command/draft-texts.js';
import { asList, asMap } from '../data/pointers.js';
import * as desk from '../desk.js';
import { t } from '../texts/words.js';
import { explain, text } from './about.js';
import { Other, numberOf } from './other.js';
import { Button, Field, Group, More, Select, Tick } from './parts.js';

export function Answers(/** @type {any} */ { document, places }) {
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.answers.title)),
    h(Scale, { document, places }),
    h(Certainty, { document, places }),
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
    h(Cutoffs, { document, places }),
  );
}

/**
 * Changes the number of answers on the scale. Adds labels if the widget has none of its own for
 * that number.
 */
function setPoints({ scale, lang }, number) {
  const labels = asList(asMap(scale).labels);
  const words = LABELS[/^n[bno]/.test(lang) ? 'nb' : 'en'][number];
  const own =
    labels.length === number ? labels : number === 2 || number === 5 ? undefined : (words ?? Array(number).fill(''));
  const next = { ...asMap(scale), points: number, labels: own };
  desk.write('/scale', withoutNothing(number === 5 ? { ...next, points: undefined } : next));
}

function Scale(/** @type {any} */ { document, places }) {
  const scale = asMap(document.scale);
  const points = scale.points ?? 5;
  return h(Group, {
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
        choose: (value) => setPoints(document, Number(value)),
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
  });
}

function Certainty(/** @type {any} */ { document, places }) {
  const certainty = asMap(document.certainty);
  const levels = certainty.levels ?? 4;
  const isAsked = document.certainty !== undefined;
  return h(Group, {
    at: '/certainty',
    title: t.answers.certainty,
    notes: places.get('/certainty'),
    children: [
      h(Tick, {
        key: 'tick',
        at: '/certainty-asked',
        ...t.answers.askCertainty,
        value: isAsked,
        choose: (it) => desk.write('/certainty', it ? { levels: 4 } : undefined),
      }),
      isAsked &&
        h(Labels, {
          key: 'labels',
          map: 'certainty',
          value: certainty,
          count: levels,
          document,
          places,
          isNeeded: levels !== 4,
        }),
      isAsked &&
        h(Other, {
          key: 'other',
          at: '/certainty',
          value: certainty,
          known: ['labels'],
          places,
          isOpen: hasNotes(places, '/certainty/'),
        }),
    ],
  });
}

function Cutoffs(/** @type {any} */ { document, places }) {
  const cutoffs = asMap(document.cutoffs);
  const keys = ['held', 'leaning', 'unsure'];
  const field = (key) =>
    h(Field, {
      key,
      at: `/cutoffs/${key}`,
      ...t.fields[`cutoffs-${key}`],
      type: 'number',
      value: cutoffs[key] ?? '',
      isOptional: true,
      notes: places.get(`/cutoffs/${key}`),
      more: explain(`/cutoffs/${key}`),
      write: (it) => desk.write(`/cutoffs/${key}`, numberOf(it)),
    });
  return h(Group, {
    at: '/cutoffs',
    title: t.answers.cutoffs,
    help: t.answers.cutoffsHelp,
    notes: places.get('/cutoffs'),
    children: h(
      More,
      { title: t.answers.change, isOpen: document.cutoffs !== undefined },
      keys.map(field),
      h(Other, { at: '/cutoffs', value: cutoffs, known: keys, places }),
    ),
  });
}

const hasNotes = (places, start) => [...places.keys()].some((at) => at.startsWith(start));
const withoutNothing = (map) => Object.fromEntries(Object.entries(map).filter(([, it]) => it !== undefined));

/** The labels of the answers, if the author writes their own. */
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
