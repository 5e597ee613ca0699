/**
 * A translation beside its original, and the exchange with translators. Knows the languages of the
 * questionnaire; data/translations.js knows the places of translated texts.
 */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { languagesOf, translatedPointer, withValue } from '../data/edits.js';
import { ages } from '../data/ages.js';
import { asList, asMap, asText, isBlank, keysOf, pointerOf } from '../data/pointers.js';
import { COLUMNS, takeTranslations } from '../data/exchange.js';
import { csvOf } from '../data/table.js';
import { textsOf, translationOf, withTranslation } from '../data/translations.js';
import { xliffOf } from '../data/xliff.js';
import * as desk from '../desk.js';
import { readFile } from '../keep/files.js';
import { unread } from '../open.js';
import { nameOf } from '../publish/made.js';
import { saveBytes } from '../publish/save.js';
import { languageName, languageOptions, t } from '../texts/words.js';
import { Button, Field, Notes, Select, Tick } from './parts.js';

export function Translate({ document, into, report }) {
  const languages = languagesOf(document);
  const lang = into;
  const offered = languageOptions(undefined).filter(([tag]) => tag !== document.lang && !languages.includes(tag));
  const go = (tag) => desk.page.go({ view: 'translate', lang: tag });
  const begin = (tag) => {
    if (!tag) return;
    desk.change((it) => withValue(it, pointerOf('translations', tag), {}), {
      place: { view: 'translate', lang: tag },
    });
    go(tag);
  };
  return h(
    'div',
    { class: 'section translate' },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.translate.title)),
    h(Notes, { at: '/translations', notes: report.places.get('/translations') }),
    h(
      'div',
      { class: 'beside' },
      languages.length > 0 &&
        h(Select, {
          at: 'translate-lang',
          label: t.translate.into,
          value: lang,
          options: languages.map((tag) => [tag, languageName(tag)]),
          choose: go,
        }),
      h(Select, {
        at: 'translate-add',
        label: t.translate.add,
        value: '',
        options: [['', t.translate.choose], ...offered],
        choose: begin,
      }),
    ),
    lang ? h(Pairs, { key: lang, document, lang, places: report.places }) : h('p', { class: 'help' }, t.translate.none),
  );
}

function Pairs({ document, lang, places }) {
  // The texts that were missing when the author asked for missing ones only. A text stays in the
  // list while it is being written.
  const [asked, ask] = useState(/** @type {Set<string> | undefined} */ (undefined));
  const texts = textsOf(document).map((it) => ({ ...it, translation: translationOf(document, it.pointer, lang) }));
  const isMissing = ({ translation, mayStay }) => isBlank(translation) && !mayStay;
  const needed = texts.filter((it) => !it.mayStay || !isBlank(it.translation));
  const missing = texts.filter(isMissing);
  const own = pointerOf('translations', lang);
  ages.see(desk.page.store.get().id, document);
  const shown = asked ? texts.filter(({ pointer }) => asked.has(pointer)) : texts;
  return h(
    'div',
    { 'data-at': own },
    h('p', { class: 'count', role: 'status' }, t.translate.count(needed.length - missing.length, needed.length)),
    h('span', { id: `at${own}-title`, tabIndex: -1 }),
    h(Notes, { at: own, notes: places.get(own) }),
    h(Exchange, { document, lang, texts }),
    h(Tick, {
      at: 'translate-missing',
      label: t.translate.onlyMissing,
      value: asked !== undefined,
      choose: (it) => ask(it ? new Set(missing.map(({ pointer }) => pointer)) : undefined),
    }),
    grouped(shown).map(({ index, texts: own }) =>
      h(Pairing, { key: index ?? -1, index, texts: own, document, lang, places }),
    ),
    h(
      'p',
      null,
      h(Button, {
        kind: 'quiet',
        label: t.translate.remove(languageName(lang)),
        act: () => {
          desk.change((it) => withValue(it, own, undefined));
          desk.page.say(t.removed(languageName(lang)), true);
        },
      }),
    ),
  );
}

/** The texts in their order, grouped by misconception: `[{ index, texts }]`. */
function grouped(texts) {
  const groups = /** @type {{ index: number | undefined, texts: any[] }[]} */ ([]);
  for (const it of texts) {
    const [first, number] = keysOf(it.pointer);
    const index = first === 'misconceptions' ? Number(number) : undefined;
    if (groups.length === 0 || groups.at(-1)?.index !== index) groups.push({ index, texts: [] });
    groups.at(-1)?.texts.push(it);
  }
  return groups;
}

/** The texts of one misconception under its name, or texts that belong to no misconception. */
function Pairing(/** @type {any} */ { index, texts, document, lang, places }) {
  const list = h(
    'ol',
    { class: 'pairs', role: 'list' },
    texts.map((it) => h(Pair, { key: it.pointer, ...it, document, lang, places })),
  );
  if (index === undefined) return list;
  const name = asText(asMap(asList(document.misconceptions)[index]).name).trim();
  return h(
    'section',
    { 'aria-labelledby': `pairs-${index}` },
    h(
      'h3',
      { id: `pairs-${index}`, class: 'of', lang: name ? document.lang : undefined },
      name || t.misconception.of(index + 1, asList(document.misconceptions).length),
    ),
    list,
  );
}

function Pair(/** @type {any} */ { pointer, text, translation, mayStay, document, lang, places }) {
  const place = translatedPointer(document, pointer, lang);
  return h(
    'li',
    null,
    h(Field, {
      at: place,
      label: t.within(pointer, document),
      original: text,
      from: document.lang,
      mark: ages.isOld(place, text) ? t.translate.changed : undefined,
      value: translation,
      lang,
      isLong: true,
      isOptional: mayStay,
      notes: places.get(place),
      write: writer(pointer, lang),
    }),
  );
}

/**
 * One function per language and pointer, always the same, so that a field that has not changed is
 * not drawn again.
 */
const writers = new Map();
function writer(pointer, lang) {
  const key = `${lang} ${pointer}`;
  if (!writers.has(key)) {
    writers.set(key, (text) =>
      desk.change((document) => withTranslation(document, pointer, lang, text), {
        group: key,
        place: { view: 'translate', lang },
      }),
    );
  }
  return writers.get(key);
}

/**
 * The exchange of files with translators: a table for any spreadsheet, or XLIFF for translators'
 * programs.
 */
function Exchange({ document, lang, texts }) {
  const { page } = desk;
  const told = texts.map((it) => ({ ...it, where: t.where(it.pointer, document) }));
  const save = (content, ending, type) => {
    const name = `${nameOf(document)}.${lang}.${ending}`;
    saveBytes(content, name, type);
    page.say(t.said.saved(name));
  };
  const saveTable = () => {
    const rows = told.map(({ pointer, where, text, translation }) => [pointer, where, text, translation]);
    const named = rows.map((row) => Object.fromEntries(COLUMNS.map((column, index) => [column, row[index]])));
    save(csvOf(named, COLUMNS), 'csv', 'text/csv');
  };
  const saveXliff = () => {
    const made = xliffOf(told, { from: document.lang, to: lang, name: `${nameOf(document)}.json` });
    save(made, 'xlf', 'application/xliff+xml');
  };
  const take = async (file) => {
    try {
      const { taken, left } = takeTranslations(document, lang, await readFile(file));
      desk.change(() => taken, { place: { view: 'translate', lang } });
      page.say(t.translate.taken(left), true);
    } catch ({ message, to }) {
      const { noColumns, brokenXliff, otherLanguage } = t.translate;
      const words = { columns: noColumns, broken: brokenXliff, language: otherLanguage(languageName(to ?? lang)) };
      page.say(words[message] ?? unread(file.name, message));
    }
  };
  return h(
    'div',
    { class: 'acts exchange' },
    h(Button, { label: t.translate.save, act: saveTable }),
    h(Button, { label: t.translate.saveXliff, act: saveXliff }),
    h(
      'label',
      { class: 'button' },
      t.translate.open,
      h('input', {
        type: 'file',
        name: 'translated',
        accept: '.csv,.xlf,.xliff,text/csv,text/plain',
        onChange: ({ currentTarget }) => {
          if (currentTarget.files[0]) take(currentTarget.files[0]);
          currentTarget.value = '';
        },
      }),
    ),
  );
}
