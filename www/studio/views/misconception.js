/**
 * The fields of one misconception, in the order in which an author thinks: what people believe,
 * what is true, how readers are asked, why, and the sources. Knows the keys of a misconception; of
 * the other misconceptions, only their sources.
 */
import { h } from 'preact';
import { asList, asMap, asText, pointerOf } from '../data/pointers.js';
import { pairOf } from '../data/pair.js';
import { dateOf } from '../data/tidy.js';
import * as desk from '../desk.js';
import { t } from '../texts/words.js';
import { Other } from './other.js';
import { Button, Choice, Field, Group, More, isAnyWritten } from './parts.js';
import { Sources } from './sources.js';
import { Statements } from './statements.js';
import { explainer, writer } from './writers.js';

const PARTS = ['fact', 'myth', 'whyBelieved', 'kernelOfTruth', 'whyWrong', 'advice'];
/** The best length of a correction, in words. */
const [FEWEST, MOST] = [80, 150];

export function Misconception(/** @type {any} */ { index, document, places }) {
  const all = asList(document.misconceptions);
  const it = asMap(all[index]);
  const at = pointerOf('misconceptions', index);
  const { lang } = document;
  return h(
    'div',
    { class: 'section misconception' },
    h(Head, { index, count: all.length, name: asText(it.name) }),
    h(Group, {
      at,
      title: t.misconception.belief,
      notes: places.get(at),
      children: h(Text, {
        at: `${at}/name`,
        value: it.name,
        lang,
        notes: places.get(`${at}/name`),
        own: 'name',
        isNeeded: true,
      }),
    }),
    h(Part, { at, part: 'fact', refutation: it.refutation, lang, places }),
    h(Statements, { index, owner: it, lang, places, answers: pairOf(document) }),
    h(Correction, { at, refutation: it.refutation, lang, places, number: index + 1 }),
    h(Evidence, { at, evidence: it.evidence, notes: places }),
    h(Sources, { at, index, all, places, lang }),
    h(Other, { at, value: it, known: ['id', 'name', 'statements', 'refutation', 'evidence', 'sources'], places }),
  );
}

function Head(/** @type {any} */ { index, count, name }) {
  const number = index + 1;
  const what = t.misconception.numbered(number);
  return h(
    'div',
    { class: 'section-head' },
    h('h2', { id: 'section-title', tabIndex: -1 }, t.misconception.of(number, count)),
    h(
      'div',
      { class: 'acts' },
      ...(count > 1 ? moves(what, index, count) : []),
      h(Button, {
        kind: 'quiet',
        label: t.duplicate,
        name: t.duplicateIt(what),
        act: () => desk.copyMisconception(index),
      }),
      h(Button, {
        kind: 'quiet',
        label: t.remove,
        name: t.removeIt(what),
        act: () => desk.removeMisconception(index, t.removed(name || what)),
      }),
    ),
  );
}

/** The buttons that move a misconception up and down. */
const moves = (what, index, count) => [
  h(Button, {
    key: 'up',
    kind: 'quiet',
    label: t.up,
    name: t.moveUp(what),
    disabled: index === 0,
    act: () => desk.moveMisconception(index, index - 1),
  }),
  h(Button, {
    key: 'down',
    kind: 'quiet',
    label: t.down,
    name: t.moveDown(what),
    disabled: index + 1 === count,
    act: () => desk.moveMisconception(index, index + 1),
  }),
];

/**
 * A field for the text at the pointer `at`. `own` is the key of its label and help in `t.fields`.
 */
function Text(/** @type {any} */ { at, value, lang, notes, own, isNeeded = false }) {
  const { label, help } = t.fields[own];
  return h(Field, {
    at,
    label,
    help,
    value: asText(value),
    lang,
    notes,
    isLong: true,
    isOptional: !isNeeded,
    write: writer(at, isNeeded),
    more: explainer(at),
  });
}

function Part(/** @type {any} */ { at, part, refutation, lang, places }) {
  const own = `${at}/refutation/${part}`;
  const isNeeded = part === 'fact' || part === 'whyWrong';
  return h(Text, { at: own, value: asMap(refutation)[part], lang, notes: places.get(own), own: part, isNeeded });
}

function Correction(/** @type {any} */ { at, refutation, lang, places, number }) {
  const own = `${at}/refutation`;
  const it = asMap(refutation);
  return h(Group, {
    at: own,
    title: t.correction.title,
    help: t.correction.help,
    notes: places.get(own),
    aside: h(Button, {
      kind: 'quiet',
      label: t.show,
      name: t.showIt(t.correction.numbered(number)),
      act: () => desk.page.show?.(own),
    }),
    children: [
      ...['whyBelieved', 'kernelOfTruth', 'whyWrong', 'advice', 'myth'].map((part) =>
        h(Part, { key: part, at, part, refutation, lang, places }),
      ),
      h('p', { key: 'count', class: 'count' }, counted(it)),
      h(Other, { key: 'other', at: own, value: it, known: PARTS, places }),
    ],
  });
}

/** A line with the number of words of the correction. The line is no warning. */
function counted(refutation) {
  const words = PARTS.flatMap((part) => asText(refutation[part]).split(/\s+/).filter(Boolean)).length;
  return t.correction.words(words, words < FEWEST ? -1 : words > MOST ? 1 : 0);
}

function Evidence(/** @type {any} */ { at, evidence, notes }) {
  const own = `${at}/evidence`;
  const it = asMap(evidence);
  const field = (key) => ({ at: `${own}/${key}`, notes: notes.get(`${own}/${key}`), more: explainer(`${own}/${key}`) });
  return h(Group, {
    at: own,
    title: t.evidence.title,
    help: t.evidence.help,
    notes: notes.get(own),
    children: [
      h(Choice, {
        key: 'strength',
        ...field('strength'),
        label: t.evidence.strength,
        value: it.strength,
        options: t.evidence.strengths,
        choose: (value) => desk.write(`${own}/strength`, value),
      }),
      it.strength !== undefined &&
        h(Button, {
          key: 'none',
          kind: 'quiet',
          label: t.evidence.none,
          act: () => desk.write(own, undefined),
        }),
      h(
        More,
        { key: 'more', title: t.evidence.when, isOpen: isAnyWritten(it, ['asOf', 'reviewBy']) },
        ['asOf', 'reviewBy'].map((key) =>
          h(Field, {
            key,
            ...field(key),
            ...t.fields[key],
            value: asText(it[key]),
            isOptional: true,
            tidy: dateOf,
            write: (text, how) => desk.write(`${own}/${key}`, text, how),
          }),
        ),
      ),
      h(Other, { key: 'other', at: own, value: it, known: ['strength', 'asOf', 'reviewBy'], places: notes }),
    ],
  });
}
