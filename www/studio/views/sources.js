/**
 * The sources of one misconception, and those of other misconceptions to choose from. Knows the
 * keys of a source.
 */
import { h } from 'preact';
import { asList, asMap, asText, isBlank } from '../data/pointers.js';
import { addressOf } from '../data/tidy.js';
import * as desk from '../desk.js';
import { t } from '../texts/words.js';
import { Other } from './other.js';
import { Button, Field, Group, More, Select, isAnyWritten } from './parts.js';

export function Sources(/** @type {any} */ { at, index, all, places, lang }) {
  const own = `${at}/sources`;
  const sources = asList(asMap(all[index]).sources);
  return h(Group, {
    at: own,
    title: t.sources.title,
    help: t.sources.help,
    notes: places.get(own),
    children: [
      h(
        'ol',
        { class: 'cards', key: 'list' },
        sources.map((source, number) =>
          h(Source, {
            key: number,
            at: `${own}/${number}`,
            list: own,
            number,
            count: sources.length,
            source,
            isEverywhere: all.every((it) => asList(asMap(it).sources).some((other) => keyOf(other) === keyOf(source))),
            lang,
            places,
          }),
        ),
      ),
      h(Button, {
        key: 'add',
        kind: 'add',
        label: t.sources.add,
        act: () => desk.add(own, { title: '' }, undefined, 'title'),
      }),
      h(Known, { key: 'known', own, all, sources }),
    ],
  });
}

/** The sources of other misconceptions to choose from, so that each is written only once. */
function Known(/** @type {any} */ { own, all, sources }) {
  const here = new Set(sources.map(keyOf));
  const others = new Map();
  for (const misconception of all) {
    for (const source of asList(asMap(misconception).sources)) {
      const key = keyOf(source);
      if (!here.has(key) && !isBlank(asMap(source).title)) others.set(key, source);
    }
  }
  if (others.size === 0) return null;
  const options = [['', t.sources.choose], ...[...others].map(([key, { title }]) => [key, cut(asText(title))])];
  return h(Select, {
    at: `${own}-known`,
    label: t.sources.known,
    value: '',
    options,
    choose: (key) => others.has(key) && desk.add(own, others.get(key), undefined, 'title'),
  });
}

/**
 * Adds a source to every misconception that does not have it yet.
 */
function putEverywhere(source) {
  const has = (it) => asList(it.sources).some((other) => keyOf(other) === keyOf(source));
  desk.change((document) => {
    const misconceptions = asList(document.misconceptions).map((it) =>
      has(asMap(it)) ? it : { ...asMap(it), sources: [...asList(asMap(it).sources), source] },
    );
    return { ...document, misconceptions };
  });
  desk.page.say(t.sources.isEverywhere, true);
}

const keyOf = (source) => `${asMap(source).title} ${asMap(source).url}`;
const cut = (text) => (text.length > 80 ? `${text.slice(0, 78)}…` : text);

function Source(/** @type {any} */ { at, list, number, count, source, isEverywhere, lang, places }) {
  const it = asMap(source);
  const what = t.sources.numbered(number + 1);
  const field = (key, isNeeded = false) =>
    h(Field, {
      key,
      at: `${at}/${key}`,
      ...t.fields[`source-${key}`],
      value: asText(it[key]),
      lang: key === 'title' || key === 'quote' ? it.lang || lang : undefined,
      type: key === 'url' ? 'url' : 'text',
      isLong: key === 'title' || key === 'quote',
      isOptional: !isNeeded,
      notes: places.get(`${at}/${key}`),
      more: () => desk.page.explain(`${at}/${key}`),
      tidy: key === 'url' ? addressOf : undefined,
      write: (text, how) => desk.write(`${at}/${key}`, text, { isNeeded, ...how }),
    });
  return h(
    'li',
    { class: 'card', 'data-at': at },
    field('title', true),
    field('url'),
    h(
      More,
      { title: t.sources.more, isOpen: isAnyWritten(it, ['date', 'quote', 'lang']) },
      ['date', 'quote', 'lang'].map((key) => field(key)),
    ),
    h(Acts, { list, number, count, source, what, canSpread: !isEverywhere && !isBlank(it.title) }),
    h(Other, { at, value: it, known: ['title', 'url', 'date', 'quote', 'lang'], places }),
  );
}

function Acts(/** @type {any} */ { list, number, count, source, what, canSpread }) {
  const act = (label, name, run, disabled = false) => h(Button, { kind: 'quiet', label, name, disabled, act: run });
  return h(
    'div',
    { class: 'acts' },
    canSpread && act(t.sources.everywhere, t.sources.everywhereIt(what), () => putEverywhere(source)),
    act(t.up, t.moveUp(what), () => desk.move(list, number, number - 1), number === 0),
    act(t.down, t.moveDown(what), () => desk.move(list, number, number + 1), number + 1 === count),
    act(t.remove, t.removeIt(what), () => desk.remove(list, number, t.removed(what))),
  );
}
